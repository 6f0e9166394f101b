// The server in Node: files from the disk, messages over stdio, pipes or IPC, as the process's arguments say.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { engineVersion } from "@omega/core";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { ServerHost } from "./host.ts";
import { startServer } from "./server.ts";

/**
 * Serves the client that started this process; `--stdio`, `--node-ipc`, `--pipe=…` and `--socket=…` say how. Whoever has a
 * solver gives it along.
 */
export function serveProcess(prove: ServerHost["prove"] = null): void {
  startServer(createConnection(ProposedFeatures.all), diskHost(prove), engineVersion);
  if (process.argv.includes("--stdio")) process.stdin.once("data", endWithoutProtocol);
}

/** Whoever starts this by hand, or sends it something else, would wait for ever. */
function endWithoutProtocol(beginning: Buffer): void {
  const text = beginning.toString("utf8");
  if (/^\s*content-/i.test(text)) return;
  const [line = ""] = text.trimStart().split("\n");
  process.stderr.write(
    `this is no message of the Language Server Protocol: it begins with \`${line.trim().slice(0, 60)}\`; let an editor start \`omegac lsp --stdio\`\n`,
  );
  process.exit(1);
}

/** Files larger than this are no documents and no contexts: a document may have one MiB. */
const largestFile = 8 * 1024 * 1024;
/** Folders that hold other people's files. */
const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git", "dist", "out"]);
const deepestFolder = 16;
const mostDocuments = 10_000;

/** Files of this machine. What cannot be read is not there. */
export function diskHost(prove: ServerHost["prove"] = null): ServerHost {
  return {
    async readText(uri) {
      try {
        const bytes = await readFile(fileURLToPath(uri));
        return bytes.length > largestFile ? null : bytes.toString("utf8");
      } catch {
        return null;
      }
    },
    async findDocuments(folder) {
      try {
        const found: string[] = [];
        await collect(fileURLToPath(folder), 0, found);
        return found.map((path) => pathToFileURL(path).toString());
      } catch {
        return [];
      }
    },
    today: () => new Date().toISOString().slice(0, 10),
    prove,
  };
}

async function collect(folder: string, depth: number, found: string[]): Promise<void> {
  if (depth > deepestFolder || found.length >= mostDocuments) return;
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const child of children) {
    const path = join(folder, child.name);
    if (child.isDirectory() && !skippedFolders.has(child.name)) {
      await collect(path, depth + 1, found);
    } else if (child.isFile() && child.name.endsWith(".omni")) found.push(path);
  }
}

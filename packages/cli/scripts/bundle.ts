// Bundles the command line so that a short command starts about as fast as Node: one script with a code cache for
// everything, a file for each heavy part that few commands need, and a start that loads them.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { cacheFile } from "../src/load-program.ts";
import { bundleModuleRuntime } from "./bundle-module-runtime.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Loaded on demand from files of their own; whatever else is imported dynamically is only run on demand. */
const parts: Readonly<Record<string, string>> = {
  indonesian: join(root, "src", "locales", "indonesian.ts"),
  "language-server": "@omega/language-server/node",
  prove: "@omega/prove",
  "prove-thread": "@omega/prove/thread",
  runner: "@omega/runner",
  "runner-thread": "@omega/runner/thread",
  "match-documents": join(root, "src", "input", "match-documents.ts"),
  "watch-files": join(root, "src", "watch", "watch-files.ts"),
  "parse-csv": join(root, "src", "input", "parse-csv.ts"),
  "draw-simulation": join(root, "src", "output", "draw-simulation.ts"),
  "module-runtime": join(root, "src", "output", "module-runtime.ts"),
  "policy-page": join(root, "src", "policy-page", "policy-page.ts"),
};

/** What worker threads run. */
const THREAD = "omegac-thread.cjs";

/** Bundles from source into `folder`; the program is then `folder/omegac.cjs`. Gives the names of the files written. */
export async function bundle(folder: string): Promise<readonly string[]> {
  const program = await bundleOne(join(root, "src", "main.ts"));
  const hash = createHash("sha256").update(program).digest("hex").slice(0, 16);
  const name = `omegac-${hash}.cjs`;
  const files = new Map([[name, program]]);
  const { define, banner } = moduleAddress;
  const MODULE_RUNTIME = JSON.stringify(await bundleModuleRuntime());
  for (const [part, entry] of Object.entries(parts)) {
    files.set(
      `${part}.cjs`,
      await bundleOne(entry, { banner, define: { ...define, MODULE_RUNTIME } }),
    );
  }
  const names = { PROGRAM: JSON.stringify(name), THREAD: JSON.stringify(THREAD) };
  files.set(THREAD, await bundleOne(join(root, "scripts", "start-thread.ts"), { define: names }));
  const start = await bundleOne(join(root, "scripts", "start.ts"), {
    define: names,
    banner: { js: "#!/usr/bin/env node" },
  });
  await mkdir(folder, { recursive: true });
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  await writeFile(join(folder, "omegac.cjs"), start, { mode: 0o755 });
  const warmUp = await bundleOne(join(root, "scripts", "warm-up.ts"));
  const script = join(folder, name);
  // Options of Node would make the cache fit only those who start it with the same.
  const env = { ...process.env, NODE_OPTIONS: "" };
  await promisify(execFile)(process.execPath, ["--eval", warmUp, script], { env });
  return [...files.keys(), "omegac.cjs", basename(cacheFile(script))];
}

type Additions = Pick<BuildOptions, "define" | "banner">;

/** Gives modules that ask for their own address that of the file they end up in. */
const moduleAddress: Required<Additions> = {
  define: { "import.meta.url": "moduleAddress" },
  banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
};

async function bundleOne(entry: string, more: Additions = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    // Node starts these faster than modules, and only they can have a code cache.
    format: "cjs",
    platform: "node",
    target: "node20",
    supported: { "dynamic-import": false },
    conditions: ["omega-source"],
    minifySyntax: true,
    minifyWhitespace: true,
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
    write: false,
    plugins: [partsFromFiles()],
    ...more,
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** Leaves dynamic imports of the parts to run time. */
function partsFromFiles(): Plugin {
  return {
    name: "parts-from-files",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\/|^@omega\// }, ({ kind, path, resolveDir }) => {
        const target = path.startsWith(".") ? join(resolveDir, path) : path;
        const part = Object.keys(parts).find((name) => parts[name] === target);
        return part === undefined || kind !== "dynamic-import"
          ? undefined
          : { path: `./${part}.cjs`, external: true };
      });
    },
  };
}

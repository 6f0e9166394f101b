// Searches folders for documents and logs: loaded only when an operand is a folder or a pattern.
import { glob } from "tinyglobby";

/** All documents under a folder, whatever its name holds; hidden folders and node_modules are left alone. */
export function documentsIn(folder: string): Promise<readonly string[]> {
  return search("**/*.omni", folder, document);
}

/** The documents that a pattern such as `policies/**` matches. */
export function matchingDocuments(pattern: string, folder: string): Promise<readonly string[]> {
  return search(pattern, folder, document);
}

/** All logs of decisions in a folder, compressed ones among them. */
export function logsIn(folder: string): Promise<readonly string[]> {
  return search("*", folder, log);
}

/** The files, whatever their names end in, that a pattern such as `logs/decisions.*` matches. */
export function matchingLogs(pattern: string, folder: string): Promise<readonly string[]> {
  return search(pattern, folder, /(?:)/);
}

const document = /\.omni$/;
/** With what rotation adds: `decisions.jsonl.3`, `decisions.jsonl.gz`. */
const log = /\.(?:jsonl|ndjson)(?:\.[\w-]+)*$/i;

/** Absolute paths in the order of their UTF-16 code units, the same on every machine. */
async function search(pattern: string, folder: string, wanted: RegExp): Promise<readonly string[]> {
  const found = await glob(pattern, {
    cwd: folder,
    absolute: true,
    // A link may lead back to a folder above.
    followSymbolicLinks: false,
    expandDirectories: true,
    ignore: ["**/node_modules/**"],
  });
  return found.filter((path) => wanted.test(path)).sort();
}

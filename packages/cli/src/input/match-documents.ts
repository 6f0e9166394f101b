// Searches folders: loaded only when an operand is a folder or a pattern.
import { glob } from "tinyglobby";

/** All documents under a folder, whatever its name holds; hidden folders and node_modules are left alone. */
export function documentsIn(folder: string): Promise<readonly string[]> {
  return search("**/*.omni", folder);
}

/** The documents that a pattern such as `policies/**` matches. */
export function matchingDocuments(pattern: string, folder: string): Promise<readonly string[]> {
  return search(pattern, folder);
}

/** Absolute paths in the order of their UTF-16 code units, the same on every machine. */
async function search(pattern: string, folder: string): Promise<readonly string[]> {
  const found = await glob(pattern, {
    cwd: folder,
    absolute: true,
    // A link may lead back to a folder above.
    followSymbolicLinks: false,
    expandDirectories: true,
    ignore: ["**/node_modules/**"],
  });
  return found.filter((path) => path.endsWith(".omni")).sort();
}

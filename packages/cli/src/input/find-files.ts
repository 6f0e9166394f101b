// Operands to the documents they mean: files as they are, folders for all documents in them, patterns for what they match.
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { reasonOf } from "./read-text.ts";

/** A document to read. */
export interface InputFile {
  /** Absolute; null for stdin. */
  readonly location: string | null;
  /** As messages name it: relative to the working folder, with forward slashes. */
  readonly path: string;
}

/** The documents, each once, in the order of the operands; and what is wrong with those that gave none. */
export interface FoundFiles {
  readonly files: readonly InputFile[];
  readonly problems: readonly string[];
}

/** What `operands` mean in `folder`. `-` is stdin, called `stdinName`. Never throws. */
export async function findFiles(
  operands: readonly string[],
  folder: string,
  stdinName: string | null,
): Promise<FoundFiles> {
  const files = new Map<string, InputFile>();
  const problems: string[] = [];
  for (const operand of operands) {
    if (operand === "-") {
      files.set("-", { location: null, path: stdinName ?? "stdin.omni" });
      continue;
    }
    const found = await expand(operand, folder);
    if (typeof found === "string") problems.push(found);
    else for (const location of found) files.set(location, inputFile(location, folder));
  }
  return { files: [...files.values()], problems };
}

/** A file by its absolute path, named from `folder`. */
function inputFile(location: string, folder: string): InputFile {
  return { location, path: displayPath(location, folder) };
}

/** A path as messages and JSON have it: relative to `folder` unless that leads far out, with forward slashes. */
export function displayPath(location: string, folder: string): string {
  const path = relative(folder, location);
  const shown =
    path === "" || isAbsolute(path) || path.startsWith(join("..", "..")) ? location : path;
  return sep === "/" ? shown : shown.replaceAll(sep, "/");
}

/** Absolute paths, or what is wrong. */
async function expand(operand: string, folder: string): Promise<readonly string[] | string> {
  const location = resolve(folder, operand);
  try {
    if (!statSync(location).isDirectory()) return [location];
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== "does not exist") return `\`${operand}\` ${reason}`;
    if (!/[*?[{]/.test(operand))
      return `\`${operand}\` does not exist${await suggestion(location)}`;
    const { matchingDocuments } = await import("./match-documents.ts");
    const matches = await matchingDocuments(operand, folder);
    return matches.length > 0 ? matches : `\`${operand}\` matches no \`.omni\` file`;
  }
  const { documentsIn } = await import("./match-documents.ts");
  const documents = await documentsIn(location);
  return documents.length > 0 ? documents : `the folder \`${operand}\` holds no \`.omni\` file`;
}

/** The nearest name beside a file that does not exist, or "". */
async function suggestion(location: string): Promise<string> {
  let names: readonly string[];
  try {
    names = readdirSync(dirname(location));
  } catch {
    return "";
  }
  const { nearestNames } = await import("../nearest-name.ts");
  const [nearest] = nearestNames(basename(location), names, 1);
  return nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
}

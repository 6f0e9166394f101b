// Replaces a file's text in one step: a reader sees the old text or the new one, never half of it.
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { visible } from "../output/display-text.ts";
import type { InputFile } from "./find-files.ts";
import { reasonOf } from "./read-text.ts";

/** Replaces a document's text; on stdin there is none to replace. Gives a complaint when that cannot be done, else null. */
export function replaceDocument({ location, path }: InputFile, text: string): string | null {
  const reason = location === null ? null : replaceFile(location, text);
  return reason === null ? null : `\`${visible(path)}\` ${reason}`;
}

/**
 * Writes `text` to the existing file at `location`, by a new file beside it that takes its place and its permissions. A
 * link stays a link. Gives the reason when that cannot be done, the file being as it was; else null.
 */
function replaceFile(location: string, text: string): string | null {
  let temporary: string | null = null;
  try {
    const target = realpathSync(location);
    temporary = `${target}.${process.pid}.tmp`;
    writeFileSync(temporary, text, { mode: statSync(target).mode, flag: "wx" });
    renameSync(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    return reasonOf(error);
  }
}

/** Writes a file, new or not, in one step. Gives a complaint when that cannot be done, else null. */
export function writeOutput(location: string, path: string, text: string): string | null {
  const temporary = `${location}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, location);
    return null;
  } catch (error) {
    rmSync(temporary, { force: true });
    return `\`${visible(path)}\` ${reasonOf(error)}`;
  }
}

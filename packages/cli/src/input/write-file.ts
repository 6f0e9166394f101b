// Replaces a file's text in one step: a reader sees the old text or the new one, never half of it.
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Failure } from "../failure.ts";
import { reasonOf } from "./read-text.ts";

/**
 * Writes `text` to the existing file at `location`, by a new file beside it that takes its place and its permissions. A
 * link stays a link. Throws a `Failure` when that cannot be done; the file is then as it was.
 */
export function replaceFile(location: string, text: string): void {
  let temporary: string | null = null;
  try {
    const target = realpathSync(location);
    temporary = `${target}.${process.pid}.tmp`;
    writeFileSync(temporary, text, { mode: statSync(target).mode, flag: "wx" });
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    throw new Failure(`\`${location}\` ${reasonOf(error)}`);
  }
}

// New files: written whole or not at all, and never over what is there.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reasonOf } from "./read-text.ts";

/** What became of a new file. */
export type Creation =
  | { readonly kind: "created" }
  | { readonly kind: "exists" }
  | { readonly kind: "failed"; readonly reason: string };

/** Writes a new file, with the folders it is in. Never throws. */
export function createFile(location: string, text: string): Creation {
  try {
    mkdirSync(dirname(location), { recursive: true });
    writeFileSync(location, "", { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    return exists ? { kind: "exists" } : { kind: "failed", reason: reasonOf(error) };
  }
  try {
    writeFileSync(location, text);
    return { kind: "created" };
  } catch (error) {
    rmSync(location, { force: true });
    return { kind: "failed", reason: reasonOf(error) };
  }
}

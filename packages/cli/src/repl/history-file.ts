// Lines typed in earlier sessions of the REPL, kept where the system keeps such state.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Host } from "../host.ts";

const MOST_LINES = 1_000;

/** OMEGA_REPL_HISTORY names the file, and empty keeps none; else it is in the XDG state folder. Null keeps none. */
export function historyFile({ environment, runtime }: Host): string | null {
  const { OMEGA_REPL_HISTORY, XDG_STATE_HOME, LOCALAPPDATA } = environment;
  if (OMEGA_REPL_HISTORY !== undefined) return OMEGA_REPL_HISTORY || null;
  const state =
    XDG_STATE_HOME ||
    (runtime.platform === "win32" ? LOCALAPPDATA : "") ||
    join(homedir(), ".local", "state");
  return join(state, "omega", "repl-history");
}

/** The lines of a file, the oldest first; none where it cannot be read. */
export function readHistory(file: string | null): readonly string[] {
  if (file === null) return [];
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .slice(-MOST_LINES);
  } catch {
    return [];
  }
}

/** Keeps the newest lines. What cannot be kept is no reason to bother anybody. */
export function writeHistory(file: string | null, lines: readonly string[]): void {
  if (file === null) return;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const kept = lines.slice(-MOST_LINES).map((line) => `${line}\n`);
    // Values may be nobody else's business.
    writeFileSync(file, kept.join(""), { mode: 0o600 });
  } catch {
    // The next session begins without.
  }
}

// What the server asks of where it runs: files by their address, the date, and a solver where there is one. Node answers from the disk, a web worker by
// asking the editor.

import type { Program } from "@omega/core";
import type { ProvedAnswer } from "@omega/service";

export interface ServerHost {
  /** The text of a file, or null where there is none or it cannot be read. Never rejects. */
  readonly readText: (uri: string) => Promise<string | null>;
  /** The `.omni` documents below a folder, by address. Never rejects. */
  readonly findDocuments: (folder: string) => Promise<readonly string[]>;
  /** Today's date, `2026-11-21`, that reviews are due against. */
  readonly today: () => string;
  /** Proves a program aside, so that nobody who types waits for it; null where there is no solver. */
  readonly prove: ProveProgram | null;
}

/** Never rejects: what cannot be proved is an answer that says why. Aborting ends it. */
export type ProveProgram = (
  program: Program,
  signal: AbortSignal,
  progress: (answered: number, all: number) => void,
) => Promise<readonly ProvedAnswer[]>;

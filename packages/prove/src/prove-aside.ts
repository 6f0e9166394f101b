// Proofs for hosts that go on with other things and show what comes of it: an editor's language server.
import type { Program } from "@omega/core";
import type { ProofAnswer } from "./proof-answer.ts";
import { defaultProveOptions } from "./prove.ts";
import { proveInThread } from "./prove-in-thread.ts";

/** All answers, with the usual budget for each question. Never rejects. */
export function proveAside(
  program: Program,
  signal: AbortSignal,
  progress: (answered: number, all: number) => void,
): Promise<readonly ProofAnswer[]> {
  return proveInThread(program, { ...defaultProveOptions, signal, progress });
}

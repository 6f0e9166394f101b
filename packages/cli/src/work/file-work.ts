// What is done to one file after another, in the process or in worker threads beside it: the agreement between the two.
import type { Host, OutputTraits } from "../host.ts";
import type { InputFile } from "../input/find-files.ts";
import type { CommonOptions, Session } from "../session.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Work on files, each by itself. `begin` makes what does it, for a session and what the command wants. Setup and
 * results pass between threads, so they are plain data; nothing is printed, and stdin is not read.
 */
export interface FileWork<Setup, Result> {
  readonly name: WorkName;
  readonly begin: (session: Session, setup: Setup) => (file: InputFile) => Promise<Result>;
}

export type WorkName = "check" | "test";

/** All that a thread needs to do what the process would. */
export interface WorkOrder {
  readonly name: WorkName;
  readonly setup: unknown;
  readonly options: CommonOptions;
  readonly language: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputTraits;
  readonly stderr: OutputTraits;
  readonly runtime: Host["runtime"];
}

/** Neighbouring files. A thread answers the shares in their order. */
export type Share = readonly InputFile[];

export interface Answer<Result> {
  /** In the order of the files. */
  readonly outcomes: readonly Outcome<Result>[];
  /** What the thread has read, or looked for in vain, since its last answer: `Session.filesRead`. */
  readonly filesRead: readonly string[];
}

// The world outside, as commands see it: nothing but main.ts and what implements this touches `process`.

/** What text for an output has to be laid out for. */
export interface OutputTraits {
  readonly isTerminal: boolean;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** Where text goes. */
export interface Output extends OutputTraits {
  /** Resolves when a reader, however slow, has room for more. Rejects when it has gone away. */
  readonly write: (text: string) => Promise<void>;
}

export interface Host {
  readonly environment: { readonly [name: string]: string | undefined };
  /** The working folder, absolute. */
  readonly folder: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** The terminal to talk with; null where stdin or stdout is none. */
  readonly terminal: () => Terminal | null;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The clock: milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  readonly runtime: Runtime;
  /**
   * Draws a line on the terminal that stderr is, over the one drawn before; "" takes it away. It is gone before anything
   * else is written, and when the process ends.
   */
  readonly drawStatus: (line: string) => void;
  /** Starts a thread of this program that does what `order` says; null where there are no threads. */
  readonly startThread: ((order: unknown) => Promise<Thread>) | null;
  /** Has `end` called when the process is asked to end, by a signal or Ctrl-C, instead of ending it. Absent where nobody asks. */
  readonly onEnd?: (end: () => void) => void;
}

/** A terminal that somebody types at. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** What runs the program. */
interface Runtime {
  /** Of Node.js: `v20.20.2`. */
  readonly version: string;
  /** As Node.js names them: `linux`, `x64`. */
  readonly platform: string;
  readonly architecture: string;
  /** The script that was started, absolute. */
  readonly script: string;
}

/** Another thread of the program. Messages are plain data. */
export interface Thread {
  readonly send: (message: unknown) => void;
  /** `hear` is called with each message, `die` when the thread has ended, with a reason, the first being the best. */
  readonly listen: (hear: (message: unknown) => void, die: (reason: string) => void) => void;
  readonly end: () => void;
}

// The world outside, as commands see it: nothing but main.ts and what implements this touches `process`.

/** Where text goes. */
export interface Output {
  readonly isTerminal: boolean;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** Resolves when a reader, however slow, has room for more. Rejects when it has gone away. */
  readonly write: (text: string) => Promise<void>;
}

export interface Host {
  readonly environment: { readonly [name: string]: string | undefined };
  /** The working folder, absolute. */
  readonly folder: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The clock: milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  readonly runtime: Runtime;
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

// One run of a command: the host, how to print on it, and what the common options decided.

import type { CommandEntry } from "./command-line/command.ts";
import type { OptionValues } from "./command-line/option.ts";
import type { sharedOptions } from "./command-line/shared-options.ts";
import type { Host, Output } from "./host.ts";
import { translateLines, type Words } from "./locales/words.ts";
import { createStyle, type Style, wantsColor } from "./output/style.ts";

export type CommonOptions = OptionValues<Pick<typeof sharedOptions, "config" | "color" | "quiet">>;

export interface Session {
  readonly host: Host;
  /** All there are, for those that speak of others. */
  readonly commands: readonly CommandEntry[];
  /** What the session was made with, for another one like it. */
  readonly options: CommonOptions;
  /** Every file that had a part in the output, absolute, also those that were looked for in vain: for `--watch`. */
  readonly filesRead: Set<string>;
  /** The reader's language. */
  readonly words: Words;
  /** Data, on stdout, as it is. */
  readonly print: (text: string) => Promise<void>;
  /** What is good to know, on stderr, in the reader's language; nothing under `--quiet`. */
  readonly note: (text: string) => Promise<void>;
  /** What went wrong, on stderr, in the reader's language. */
  readonly complain: (text: string) => Promise<void>;
  /** Colours for `print`, and for the other two. */
  readonly style: Style;
  readonly errorStyle: Style;
  /** Columns to fit prose and frames into. */
  readonly width: number;
}

/** A session on `host` as the common options have it. */
export function createSession(
  host: Host,
  commands: readonly CommandEntry[],
  options: CommonOptions,
  words: Words,
): Session {
  const styleOf = (output: Output): Style =>
    createStyle(wantsColor(options.color, host.environment, output), words);
  const style = lazily(() => styleOf(host.stdout));
  const errorStyle = lazily(() => styleOf(host.stderr));
  const tell = (text: string): Promise<void> => write(host.stderr, translateLines(text, words));
  return {
    host,
    commands,
    options,
    filesRead: new Set(),
    words,
    print: (text) => write(host.stdout, text),
    note: (text) => (options.quiet ? Promise.resolve() : tell(text)),
    complain: tell,
    get style() {
      return style();
    },
    get errorStyle() {
      return errorStyle();
    },
    get width() {
      return Math.max(MINIMUM_WIDTH, Math.min(host.stdout.columns ?? DEFAULT_WIDTH, MAXIMUM_WIDTH));
    },
  };
}

const DEFAULT_WIDTH = 80;
const MINIMUM_WIDTH = 40;
/** Prose in longer lines is hard to read. */
const MAXIMUM_WIDTH = 100;

function write(output: Output, text: string): Promise<void> {
  return text === "" ? Promise.resolve() : output.write(text);
}

/** Asking whether an output is a terminal opens it. */
function lazily<Value extends object>(compute: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

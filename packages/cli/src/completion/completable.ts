// What a shell can complete, read from the declarations of the commands: the same that parsing and help read.
import type { Command, Operands } from "../command-line/command.ts";
import type { Option } from "../command-line/option.ts";

/** What may stand in a place: one of some words, a file with one of some endings (any without), or something else. */
export type Expected =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "files"; readonly ending: string | null }
  | { readonly kind: "free" };

export interface CompletableOption {
  /** With its dashes. */
  readonly long: string;
  readonly short: string | null;
  readonly summary: string;
  /** Null for a switch. */
  readonly value: Expected | null;
  /** Whether it may be given more than once. */
  readonly repeats: boolean;
}

export interface CompletableCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletableOption[];
  /** Null where the command takes none. */
  readonly operands: Expected | null;
}

/** A command as its declaration has it. */
export function completable({ name, summary, options, operands }: Command): CompletableCommand {
  return {
    name,
    summary,
    options: Object.entries(options).map(([long, option]) => completableOption(long, option)),
    operands: operands.maximum === 0 ? null : expectedOperand(operands),
  };
}

function expectedOperand({ usage, choices }: Operands): Expected {
  if (choices !== undefined) return { kind: "words", words: choices };
  if (/\bNAME\b/.test(usage)) return { kind: "free" };
  return { kind: "files", ending: /\b(FILE|PATH)/.test(usage) ? ".omni" : null };
}

function completableOption(name: string, option: Option): CompletableOption {
  return {
    long: `--${name}`,
    short: option.short === undefined ? null : `-${option.short}`,
    summary: option.summary,
    value: expectedValue(option),
    repeats: option.kind === "texts",
  };
}

function expectedValue(option: Option): Expected | null {
  switch (option.kind) {
    case "switch":
      return null;
    case "choice":
      return { kind: "words", words: option.choices };
    case "text":
    case "texts":
      return /^(FILE|FOLDER|DIR|PATH)/.test(option.placeholder)
        ? { kind: "files", ending: null }
        : { kind: "free" };
    case "count":
      return { kind: "free" };
  }
}

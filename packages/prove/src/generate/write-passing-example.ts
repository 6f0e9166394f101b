// Writes an EXAMPLE and tries it out: whatever is shown was read back, and has passed.
import { type Decision, type Example, type Policy, runExample, type Settings } from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import type { LoadText } from "./seeds.ts";
import { type ContextFile, type WrittenExample, writeExample } from "./write-example.ts";

export interface GeneratedExample {
  readonly title: string;
  /** The section as OMEGA text. */
  readonly text: string;
  readonly context: JsonRecord;
  readonly now: string | null;
  readonly decision: Decision;
  /** What it is there to show, in words. */
  readonly shows: readonly string[];
}

export interface PassingExample {
  readonly generated: GeneratedExample;
  /** As it was read back. */
  readonly example: Example;
}

export interface TryingOut {
  readonly settings: Pick<Settings, "limits" | "disabled">;
  readonly loadText: LoadText;
  /** The document that the example is to stand in, with `text` behind it. */
  readonly compileWith: (text: string) => Policy;
}

/** Null where it cannot be written so that it passes. Arguments are left out where only that makes it pass. */
export function writePassing(
  written: WrittenExample,
  files: readonly ContextFile[],
  { settings, loadText, compileWith }: TryingOut,
): PassingExample | null {
  for (const withArguments of [true, false]) {
    const text = writeExample(written, files, withArguments);
    const { program, examples } = compileWith(text);
    const example = examples.at(-1);
    if (program === null || example === undefined || example.title !== written.title) continue;
    if (runExample(program, example, settings, { loadText }).status !== "passed") continue;
    const { title, candidate, decision, shows } = written;
    const { context, now } = candidate;
    return { generated: { title, text, context, now, decision, shows }, example };
  }
  return null;
}

// Running a document's examples from an editor: by lens, by command, and by a test explorer.
import {
  type CoverageRecorder,
  type Example,
  type ExampleResult,
  type Program,
  runExample,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import { type ShownFailure, showError, showFailures } from "./example-failures.ts";

/** An example as a test explorer lists it. */
export interface ListedExample {
  /** What it is known by while the document is edited: its title, and which of those that share it. */
  readonly id: string;
  readonly title: string;
  /** Position among the document's EXAMPLE sections, from 0. */
  readonly index: number;
  /** Of the header. */
  readonly range: Range;
}

/** An example and what became of it. */
export interface ExampleOutcome extends ListedExample {
  /** `error` when it could not be run at all. */
  readonly status: "passed" | "failed" | "error";
  /** Why it did not pass, in one line; "" when it did. */
  readonly message: string;
  /** A message for each place where something is not as expected; empty when it passed. */
  readonly failures: readonly ShownFailure[];
  /** The names of the actions taken, in order. */
  readonly actions: readonly string[];
}

/** The EXAMPLE sections of a document or suite, in order, finished or not. */
export function listExamples({ tree, source }: ServiceDocument): readonly ListedExample[] {
  const counts = new Map<string, number>();
  return tree.sections
    .filter(({ keyword }) => keyword === "EXAMPLE")
    .map(({ title, headerSpan }, index) => {
      const name = title ?? "";
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return {
        id: `${count}:${name}`,
        title: title ?? `example ${index + 1}`,
        index,
        range: toRange(source, headerSpan),
      };
    });
}

/** The example at a position among the document's EXAMPLE sections, from 0; null where it is none that can be run. */
export function exampleAt(document: ServiceDocument, index: number): Example | null {
  const line = listExamples(document)[index]?.range.start.line;
  if (line === undefined || document.policy.program === null) return null;
  return examplesByLine(document).get(line) ?? null;
}

/** A section that is no example yet is listed, but has no place among the examples: their lines tell which is which. */
function examplesByLine({ policy }: ServiceDocument): ReadonlyMap<number, Example> {
  return new Map(policy.examples.map((example) => [example.line - 1, example]));
}

/** Reads a file that an example names, by its path below the project's root; null where there is none. */
export type ReadText = (path: string) => string | null;

/** Where coverage is gathered: gives what records the examples of a program. */
export type RecorderOf = (program: Program) => CoverageRecorder;

/**
 * Runs the examples of `ids`, or all where it is null, one at each turn, on the document as it was at the first turn.
 * Examples of a document with errors come back as `error`.
 */
export function* runExamples(
  document: ServiceDocument,
  ids: readonly string[] | null,
  loadText: ReadText,
  recorderOf: RecorderOf | null = null,
): Generator<ExampleOutcome, void> {
  const { policy, source } = document;
  const { program, settings } = policy;
  const wanted = ids === null ? null : new Set(ids);
  const asked = listExamples(document).filter(({ id }) => wanted?.has(id) ?? true);
  const byLine = examplesByLine(document);
  for (const listed of asked) {
    const example = byLine.get(listed.range.start.line);
    if (program === null || example === undefined) {
      const failure = showError(policy.diagnostics, source);
      const { message } = failure;
      yield { ...listed, status: "error", message, failures: [failure], actions: [] };
      continue;
    }
    const options = { loadText };
    const recorder = recorderOf?.(program) ?? null;
    const result =
      recorder === null
        ? runExample(program, example, settings, options)
        : recorder.run(example, settings, options);
    // Only a trace can tell why; making one for every example would slow down those that pass.
    const traced =
      result.status === "failed"
        ? runExample(program, example, settings, { ...options, trace: true })
        : result;
    yield outcomeOf(listed, traced, () => showFailures(traced, program, source, listed.range));
  }
}

function outcomeOf(
  listed: ListedExample,
  { status, message, decision }: ExampleResult,
  failures: () => readonly ShownFailure[],
): ExampleOutcome {
  return {
    ...listed,
    status,
    message,
    failures: status === "passed" ? [] : failures(),
    actions: decision?.actions.map(({ name }) => name) ?? [],
  };
}

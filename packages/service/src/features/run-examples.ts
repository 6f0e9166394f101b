// Running a document's examples from an editor: by lens, by command, and by a test explorer.
import { type Example, runExample } from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";

/** An example and what became of it. */
export interface ExampleOutcome {
  readonly title: string;
  /** Position among the document's examples, from 0. */
  readonly index: number;
  readonly range: Range;
  readonly status: "passed" | "failed" | "error";
  /** Why it did not pass; "" when it did. */
  readonly message: string;
  /** The actions taken, in order. */
  readonly actions: readonly string[];
}

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
  const { program, examples } = document.policy;
  const line = listExamples(document)[index]?.range.start.line;
  if (program === null || line === undefined) return null;
  // A section that is no example yet is listed, but has no place among the examples.
  return examples.find(({ span }) => toRange(document.source, span).start.line === line) ?? null;
}

/** Reads a file that an example names, by its path below the project's root; null where there is none. */
export type ReadText = (path: string) => string | null;

/** Runs one example, or all where `only` is null. Examples of a document with errors come back as `error`. */
export function runExamples(
  document: ServiceDocument,
  only: number | null,
  loadText: ReadText,
): readonly ExampleOutcome[] {
  const { program, settings } = document.policy;
  return listExamples(document).flatMap(({ title, index, range }): ExampleOutcome[] => {
    if (only !== null && index !== only) return [];
    const example = exampleAt(document, index);
    if (program === null || example === null) {
      const message = "the document has errors: examples run when they are mended";
      return [{ title, index, range, status: "error", message, actions: [] }];
    }
    const { status, message, decision } = runExample(program, example, settings, { loadText });
    const actions = decision?.actions.map(({ name }) => name) ?? [];
    return [{ title, index, range, status, message, actions }];
  });
}

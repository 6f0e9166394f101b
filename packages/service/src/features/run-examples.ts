// Running a document's examples from an editor: by lens, by command, and by a test explorer.
import { runExample } from "@omega/core";
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

/** The examples of a document as a test explorer lists them. */
export function listExamples({ tree, source }: ServiceDocument): readonly {
  readonly title: string;
  readonly index: number;
  readonly range: Range;
}[] {
  return tree.sections
    .filter(({ keyword }) => keyword === "EXAMPLE")
    .map(({ title, headerSpan }, index) => ({
      title: title ?? `example ${index + 1}`,
      index,
      range: toRange(source, headerSpan),
    }));
}

/** Reads a file that an example names, by its path below the project's root; null where there is none. */
export type ReadText = (path: string) => string | null;

/** Runs one example, or all where `only` is null. Examples of a document with errors come back as `error`. */
export function runExamples(
  document: ServiceDocument,
  only: number | null,
  loadText: ReadText,
): readonly ExampleOutcome[] {
  const { program, examples, settings } = document.policy;
  return listExamples(document).flatMap(({ title, index, range }): ExampleOutcome[] => {
    if (only !== null && index !== only) return [];
    const example = examples.find(
      ({ span }) => toRange(document.source, span).start.line === range.start.line,
    );
    if (program === null || example === undefined) {
      const message = "the document has errors: examples run when they are mended";
      return [{ title, index, range, status: "error", message, actions: [] }];
    }
    const { status, message, decision } = runExample(program, example, settings, { loadText });
    const actions = decision?.actions.map(({ name }) => name) ?? [];
    return [{ title, index, range, status, message, actions }];
  });
}

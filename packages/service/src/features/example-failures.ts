// What an editor shows of an example that did not pass: at each EXPECT that does not hold, what differs and why.
import {
  type Diagnostic,
  type ExampleFailure,
  type ExampleResult,
  explainFailure,
  type NearMiss,
  type Program,
  type SourceText,
  type UnexpectedAction,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import { printLiteral } from "../decision/print-literal.ts";
import { toPosition, toRange } from "../text-range.ts";

/** Something that is not as an example expects. */
export interface ShownFailure {
  /** In the example's document: the EXPECT, the example's header, or the mistake that keeps it from running. */
  readonly range: Range;
  /** What differs in one line, and under it the conditions that made it so. */
  readonly message: string;
  /** Texts to show side by side, a line for each action; null where there is nothing to compare. */
  readonly difference: { readonly expected: string; readonly actual: string } | null;
}

/** More clauses than help to see why an action is missing or was taken. */
const MOST_MISSES = 3;

/** The failures of an example that was run with a trace; `header` is where the example begins. */
export function showFailures(
  { example, failures, decision, message }: ExampleResult,
  program: Program,
  source: SourceText,
  header: Range,
): readonly ShownFailure[] {
  if (decision === null) return [{ range: header, message, difference: null }];
  return failures.map(({ expectation, message: first, expected, actual }) => {
    const unexpected = expectation === null ? [] : explainFailure(program, [expectation], decision);
    const inFile = program.file === example.file ? "" : `${program.file}, `;
    const lines = unexpected.flatMap((action) => explainAction(action, inFile));
    return {
      range: expectation === null ? header : rangeOfLine(source, expectation.line),
      message: [first, ...lines].join("\n"),
      difference: {
        expected: textOf(expected, expectation),
        actual: textOf(actual, expectation),
      },
    };
  });
}

/** Why no example of a document can be run: its first mistake, where it is. */
export function showError(diagnostics: readonly Diagnostic[], source: SourceText): ShownFailure {
  const first = diagnostics.find(({ severity }) => severity === "error");
  const range = toRange(source, first?.span ?? { start: 0, end: 0 });
  const what =
    first === undefined ? "" : `, the first in line ${range.start.line + 1}: ${first.message}`;
  return { range, message: `the document has errors${what}`, difference: null };
}

function textOf(lines: readonly string[], expectation: ExampleFailure["expectation"]): string {
  if (lines.length > 0) return lines.join("\n");
  switch (expectation?.kind) {
    case "unknown":
      return "nothing is unknown";
    case "violation":
      return "nothing is violated";
    default:
      return "no action";
  }
}

/** From the first to the last character of a line, from 1, that is no blank. */
function rangeOfLine(source: SourceText, line: number): Range {
  const from = source.lineStarts[line - 1] ?? 0;
  const text = source.text.slice(from, source.lineStarts[line] ?? source.text.length);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return { start: toPosition(source, start), end: toPosition(source, Math.max(start, end)) };
}

function explainAction(
  { action, kind, misses }: UnexpectedAction,
  inFile: string,
): readonly string[] {
  const head = {
    missing: `\`${action}\` is missing`,
    withheld: `\`${action}\` is withheld`,
    unwanted: `\`${action}\` is not wanted`,
  }[kind];
  if (misses.length === 0) {
    return [kind === "missing" ? `${head}: no rule came near taking it` : head];
  }
  const hidden = misses.length - MOST_MISSES;
  return [
    `${head}:`,
    ...misses.slice(0, MOST_MISSES).flatMap((miss) => explainMiss(miss, inFile)),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
  ];
}

function explainMiss(
  { rule, line, bindings, clause, atoms }: NearMiss,
  inFile: string,
): readonly string[] {
  const bound = Object.entries(bindings).map(([name, path]) => `, ${name} = ${path}`);
  return [
    `  ${rule} (${inFile}line ${line}${bound.join("")}): ${clause}`,
    ...atoms
      .filter(({ value }) => value !== "not evaluated")
      .map(({ text, value, operands }) => {
        const read = operands
          .filter((operand) => printLiteral(operand.value) !== operand.text)
          .map((operand) =>
            operand.value === null
              ? `${operand.text} is unknown`
              : `${operand.text} = ${printLiteral(operand.value)}`,
          );
        return `    ${text} is ${value}${read.length === 0 ? "" : `: ${read.join(", ")}`}`;
      }),
  ];
}

// Results of EXAMPLEs: for people, line by line, and for programs.
import type { ActionEvent, ExampleExpectation, ExampleResult, UnexpectedAction } from "@omega/core";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";
import { coverageJson } from "./coverage-json.ts";
import { visible } from "./display-text.ts";
import { printUnexpected } from "./print-failure.ts";
import { printArguments } from "./print-value.ts";
import type { Style } from "./style.ts";
import { wrapIndented } from "./wrap-text.ts";

/** How results can be printed. */
export const resultFormats = ["pretty", "compact", "json", "junit"] as const;

/** The result of one example; of one that failed, with what its expectations did not find. */
export interface TestedExample extends ExampleResult {
  readonly unexpected: readonly UnexpectedAction[];
}

/** The results of one document. */
export interface DocumentResults {
  readonly path: string;
  readonly results: readonly TestedExample[];
}

/** A document's name and under it a line for each example, with what went wrong under those that did not pass. */
export function printResults(
  { path, results }: DocumentResults,
  style: Style,
  width: number,
): string {
  const lines = results.flatMap((result) => printResult(result, style, width));
  return `${[style.bold(visible(path)), ...lines].join("\n")}\n\n`;
}

function printResult(result: TestedExample, style: Style, width: number): string[] {
  const { example, status, message } = result;
  const passed = status === "passed";
  const mark = passed ? style.green("✓") : style.red("✗");
  const place = passed ? "" : style.dim(` (${style.phrase(`line ${example.line}`)})`);
  const title = wrapIndented(visible(nameOf(result, style.phrase)), width - 12, 4);
  return [
    `  ${mark} ${title}${place}`,
    ...(passed
      ? []
      : [`      ${style.red(wrapIndented(visible(style.phrase(message)), width, 6))}`]),
    ...printFailure(result, style, width),
  ];
}

/** What was expected against what was decided, and the conditions concerned; nothing for one that did not fail. */
export function printFailure(result: TestedExample, style: Style, width: number): string[] {
  if (result.status !== "failed") return [];
  return [
    ...printComparison(result, style, width),
    ...printUnexpected(result.unexpected, style, width),
  ];
}

/** What was expected of the actions against what they were, and whatever else may explain the failure. */
function printComparison(
  { example, decision }: ExampleResult,
  style: Style,
  width: number,
): string[] {
  if (decision === null) return [];
  const { actions, pending, withheld, unknowns, violations, status } = decision;
  const rows = [
    ...example.expectations.flatMap((expectation) => describeExpectation(expectation, style)),
    { left: "actions", right: actions.length === 0 ? style.phrase("none") : list(actions) },
    { left: "pending", right: list(pending) },
    { left: "withheld", right: list(withheld) },
    {
      left: "unknown",
      right: unknowns
        .map(({ path, reason, rule }) => `${path} (${style.phrase(`${reason}, in ${rule}`)})`)
        .join(", "),
    },
    { left: "violated", right: violations.map(({ constraint }) => constraint).join(", ") },
    { left: "status", right: status },
  ];
  const shown = rows
    .filter(({ right }) => right !== "")
    .map(({ left, right }) => ({ left: style.phrase(left), right }));
  const column = Math.max(...shown.map(({ left }) => left.length)) + 2;
  return shown.map(
    ({ left, right }) =>
      `      ${style.dim(left.padEnd(column))}${wrapIndented(visible(right), width, 6 + column)}`,
  );
}

function list(actions: readonly ActionEvent[]): string {
  return actions.map(({ name, args }) => `${name}${printArguments(args)}`).join(", ");
}

function describeExpectation(
  expectation: ExampleExpectation,
  { phrase }: Style,
): readonly { readonly left: string; readonly right: string }[] {
  const names = (): string =>
    "actions" in expectation
      ? expectation.actions
          .map((action) => `${action.name}${printArguments(action.arguments ?? {})}`)
          .join(", ")
      : "";
  switch (expectation.kind) {
    case "occur":
      return [{ left: "expected", right: names() }];
    case "only":
      return [{ left: "expected only", right: names() }];
    case "nothing":
      return [{ left: "expected", right: phrase("nothing") }];
    case "not":
      return [{ left: "expected not", right: names() }];
    case "pending":
      return [{ left: "expected pending", right: names() }];
    case "unknown":
      return [{ left: "expected unknown", right: expectation.paths.join(", ") }];
    case "violation":
      return [{ left: "expected violated", right: expectation.labels.join(", ") }];
    case "status":
      return [{ left: "expected status", right: expectation.status }];
  }
}

/** One line for each example. */
export function printCompactResults({ path, results }: DocumentResults, style: Style): string {
  return results
    .map((result) => {
      const status = result.status === "passed" ? style.green("passed") : style.red(result.status);
      const message = result.message === "" ? "" : `: ${visible(result.message)}`;
      const name = visible(nameOf(result));
      return `${visible(path)}:${result.example.line}: ${status}: ${name}${message}\n`;
    })
    .join("");
}

/** `test --format json`. The shape is public; version it when it changes. `coverage` is null, and `mutation` absent, unless asked for. */
export function resultsJson(
  documents: readonly DocumentResults[],
  measured: readonly MeasuredPolicy[] | null,
  mutations: readonly unknown[] | null = null,
): string {
  const examples = documents.flatMap(({ path, results }) =>
    results.map(({ example, status, message }) => ({
      file: path,
      name: example.title,
      line: example.line,
      status,
      message,
    })),
  );
  const passed = examples.filter(({ status }) => status === "passed").length;
  const summary = { passed, failed: examples.length - passed };
  const coverage = measured === null ? null : coverageJson(measured);
  const mutation = mutations === null ? {} : { mutation: mutations };
  return `${JSON.stringify({ schemaVersion: 1, examples, coverage, ...mutation, summary })}\n`;
}

/** What an example is called; where it has no title, its place, in the reader's language. */
export function nameOf(
  { example }: Pick<ExampleResult, "example">,
  phrase: Style["phrase"] = (text) => text,
): string {
  return example.title === "" ? phrase(`example in line ${example.line}`) : example.title;
}

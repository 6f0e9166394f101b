// `test --format junit` and `--junit`: examples as test cases, a suite for each document.
import { type JUnitCase, type JUnitSuite, junitXml } from "./junit-xml.ts";
import {
  type DocumentResults,
  nameOf,
  printFailure,
  type TestedExample,
} from "./print-example-results.ts";
import { createStyle } from "./style.ts";

const COLUMNS = 100;

/** The report. What could not be read, and a document with errors, are errors in a suite of their own. */
export function resultsJunit(
  documents: readonly DocumentResults[],
  problems: readonly string[],
): string {
  const suites = documents.map(({ path, results }): JUnitSuite => {
    const cases = results.map((result) => caseOf(result, path));
    return { name: path, file: path, cases };
  });
  return junitXml("omegac test", problems.length === 0 ? suites : [...suites, failedRun(problems)]);
}

function caseOf(result: TestedExample, path: string): JUnitCase {
  const { example, status, message } = result;
  const name = nameOf(result);
  if (status === "passed") {
    return { name, className: path, outcome: { kind: "passed", detail: "" } };
  }
  const lines = [`${path}:${example.line}`, ...printFailure(result, createStyle(false), COLUMNS)];
  return {
    name,
    className: path,
    outcome: {
      kind: status === "failed" ? "failure" : "error",
      type: status,
      message,
      detail: lines.join("\n"),
    },
  };
}

function failedRun(problems: readonly string[]): JUnitSuite {
  return {
    name: "omegac",
    file: null,
    cases: problems.map((message) => ({
      name: message,
      className: "omegac",
      outcome: { kind: "error", type: "error", message, detail: "" },
    })),
  };
}

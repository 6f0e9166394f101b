import { recordCoverage } from "@omega/core";
import { describe, expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { exampleAt, listExamples, runExamples } from "./run-examples.ts";

const policy = `INTENT: x
CONTEXT:
- Distance: <m>
RULE:
- Near: IF Distance < 1m THEN Stop UNKNOWN Stop
EXAMPLE near:
- GIVEN Distance = 0.5m
- EXPECT Stop
EXAMPLE far:
- GIVEN Distance = 5m
- EXPECT STATUS decided
- EXPECT Stop
`;

/** Runs all examples of a scenario's document, or those of `ids`. */
function outcomes(scenario: string, ids: readonly string[] | null = null) {
  const { document, workspace } = openMarked(scenario);
  const loadText = (path: string) => workspace.find(path)?.source.text ?? null;
  return [...runExamples(document, ids, loadText)];
}

describe("examples in a test explorer", () => {
  test("keep their ids while the text around them is edited", () => {
    const ids = (text: string) => listExamples(openMarked(text).document).map(({ id }) => id);
    const twins = `${policy}EXAMPLE near:\n- EXPECT NOTHING\nEXAMPLE:\n- EXPECT NOTHING\n`;
    expect(ids(twins)).toEqual(["1:near", "1:far", "2:near", "1:"]);
    expect(ids(`# a comment\n\n${twins.replace("0.5m", "0.6m\n")}`)).toEqual(ids(twins));
  });

  test("are listed in a document that cannot be checked, finished or not", () => {
    const { document } = openMarked("EXAMPLE one\nRULE\n- IF THEN\nEXAMPLE two:\n- GIVEN\n");
    expect(listExamples(document).map(({ title }) => title)).toContain("two");
    expect(exampleAt(document, 0)).toBeNull();
  });
});

describe("an outcome", () => {
  test("says what was taken", () => {
    const [near, far] = outcomes(policy);
    expect(near).toMatchObject({
      title: "near",
      status: "passed",
      actions: ["Stop"],
      failures: [],
    });
    expect(far).toMatchObject({ title: "far", status: "failed", actions: [] });
  });

  test("of a failure names what differs at the EXPECT, and the condition that made it so", () => {
    const [far] = outcomes(policy, ["1:far"]);
    expect(far?.failures).toEqual([
      {
        range: { start: { line: 11, character: 0 }, end: { line: 11, character: 13 } },
        message: [
          "expected `Stop` in this order, but the actions are none",
          "`Stop` is missing:",
          "  Near (line 5): IF Distance < 1m",
          "    Distance < 1m is false: Distance = 5m",
        ].join("\n"),
        difference: { expected: "Stop", actual: "no action" },
      },
    ]);
  });

  test("of a document with errors tells the first of them, where it is", () => {
    const [far] = outcomes(policy.replace("THEN Stop UNKNOWN", "THEN UNKNOWN"), ["1:far"]);
    expect(far?.status).toBe("error");
    expect(far?.message).toMatch(/^the document has errors, the first in line 5: /);
    expect(far?.failures[0]?.range.start.line).toBe(4);
  });

  test("of a suite names the policy's file", () => {
    const suite = `//- plant/cell.test.omni
$0EXAMPLES FOR "cell.omni":
EXAMPLE far:
- GIVEN Distance = 5m
- EXPECT ONLY Stop
//- plant/cell.omni
${policy}`;
    const [far] = outcomes(suite);
    expect(far?.failures[0]?.range.start.line).toBe(3);
    expect(far?.failures[0]?.message).toContain("Near (plant/cell.omni, line 5)");
  });

  test("of a context file that is not there says so at the example", () => {
    const [only] = outcomes(policy.replace("GIVEN Distance = 0.5m", 'GIVEN FILE "gone.json"'), [
      "1:near",
    ]);
    expect(only).toMatchObject({ status: "error", failures: [{ range: { start: { line: 5 } } }] });
    expect(only?.message).toContain("gone.json");
  });
});

test("a recorder measures what runs, and only that", () => {
  const { document } = openMarked(policy);
  const { program } = document.policy;
  if (program === null) throw new Error("the document has errors");
  const recorder = recordCoverage(program);
  const ran = [
    ...runExamples(
      document,
      ["1:near"],
      () => null,
      () => recorder,
    ),
  ];
  expect(ran.map(({ status }) => status)).toEqual(["passed"]);
  expect(recorder.measure().examples).toBe(1);
});

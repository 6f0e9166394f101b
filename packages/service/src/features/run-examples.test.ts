import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findCodeLenses } from "./code-lenses.ts";
import { runExamples } from "./run-examples.ts";

const policy = `INTENT: x
CONTEXT:
- Distance: <m>
RULE:
- IF Distance < 1m THEN Stop UNKNOWN Stop
EXAMPLE near:
- GIVEN Distance = 0.5m
- EXPECT Stop
EXAMPLE far:
- GIVEN Distance = 5m
- EXPECT Stop
`;

test("each example has a lens, and the first one for all", () => {
  const { document } = openMarked(policy);
  expect(findCodeLenses(document).map(({ command }) => command?.title)).toEqual([
    "run example",
    "run all 2 examples",
    "run example",
  ]);
});

test("an outcome says what was taken and why an example failed", () => {
  const { document } = openMarked(policy);
  const [near, far] = runExamples(document, null, () => null);
  expect(near).toMatchObject({ title: "near", status: "passed", actions: ["Stop"] });
  expect(far).toMatchObject({ title: "far", status: "failed", actions: [] });
  expect(far?.message).toContain("Stop");
});

test("examples of a document with errors do not run", () => {
  const { document } = openMarked(policy.replace("THEN Stop UNKNOWN Stop", "THEN"));
  expect(runExamples(document, 1, () => null)).toMatchObject([{ index: 1, status: "error" }]);
});

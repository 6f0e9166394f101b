import { compile, runExamples } from "@omega/core";
import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { toSpan } from "../text-range.ts";
import { contextOfExample, exampleOf, viewDecision } from "./decision-view.ts";

const policy = `INTENT: x
ACTOR:
- Primary: Robot MAY StopMachine, SlowDown
CONTEXT:
- Distance: <m>
- Mode: <"auto" | "manual">
RULE:
- Near: IF Distance < 1m AND Mode == "auto" THEN StopMachine UNKNOWN StopMachine
- Slow: IF Distance < 2m THEN SlowDown
EXAMPLE near:
- GIVEN Distance = 0.4m, Mode = "auto"
- EXPECT StopMachine
`;

/** Each atom as it stands in the text, with what is shown behind it. */
function atoms(context: string): readonly string[] {
  const { document } = openMarked(policy);
  const view = viewDecision(document, context, null);
  if (view.kind !== "decided") return [view.message];
  return view.atoms.map(({ range, text, value }) => {
    const { start, end } = toSpan(document.source, range);
    return `${document.source.text.slice(start, end)} → ${text} (${value})`;
  });
}

test("every atom shows the values that made it true or false", () => {
  expect(atoms('{"Distance": 0.4, "Mode": "manual"}')).toEqual([
    "Distance < 1m → Distance = 0.4m (true)",
    'Mode == "auto" → Mode = "manual" (false)',
    "Distance < 2m → Distance = 0.4m (true)",
  ]);
  expect(atoms('{"Mode": "auto"}')[0]).toBe("Distance < 1m → Distance = unknown (unknown)");
});

test("the view says what is taken, by which rule, and what is missing", () => {
  const { document } = openMarked(policy);
  expect(viewDecision(document, '{"Distance": 0.4, "Mode": "auto"}', null)).toMatchObject({
    kind: "decided",
    status: "decided",
    actions: [
      { text: "StopMachine", rule: "Near", line: 8 },
      { text: "SlowDown", rule: "Slow", line: 9 },
    ],
    rules: [
      { id: "Near", outcome: "fired" },
      { id: "Slow", outcome: "fired" },
    ],
    inputs: [
      { name: "Distance", type: "m", value: "0.4" },
      { name: "Mode", value: '"auto"', choices: ['"auto"', '"manual"'] },
    ],
  });
  expect(viewDecision(document, "{}", null)).toMatchObject({
    status: "incomplete",
    unknowns: ["Distance is missing"],
  });
  expect(viewDecision(document, "{", null)).toMatchObject({ kind: "undecidable" });
});

test("an example's context can be taken, changed, and saved as an example that passes", () => {
  const { document } = openMarked(policy);
  const given = contextOfExample(document, 0);
  expect(JSON.parse(given?.context ?? "")).toEqual({
    Distance: { value: 0.4, unit: "m" },
    Mode: "auto",
  });
  const saved = exampleOf(
    document,
    '{"Distance": "1.5m", "Mode": "auto", "Other": 1}',
    null,
    "saved",
  );
  expect(saved).toBe(`EXAMPLE saved:
- GIVEN Distance = 1.5m, Mode = "auto"
- EXPECT ONLY SlowDown
`);
  const whole = compile(policy + saved);
  expect(runExamples(whole).map(({ status }) => status)).toEqual(["passed", "passed"]);
});

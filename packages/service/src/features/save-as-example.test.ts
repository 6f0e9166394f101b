import { compile, runExamples } from "@omega/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { type SavedExample, saveAsExample } from "./save-as-example.ts";

const policy = `INTENT: x
ACTOR:
- Primary: Robot MAY StopMachine, SlowDown, Report
- Secondary: Officer APPROVES Report
CONTEXT:
- Distance: <m>
- Heat: 20C
- Mode: <"auto" | "manual">
- \`Order\`: <boolean?>
RULE:
- Near: IF Distance < 1m AND Mode == "auto" THEN StopMachine UNKNOWN StopMachine
- Slow: IF Distance < 2m THEN SlowDown
- Warm: IF Heat > 60C THEN Report
CONSTRAINT:
- Safety [Calm]: ALWAYS SlowDown WHEN Mode == "manual"
`;

function save(context: object, title = "saved", now: string | null = null): SavedExample {
  const { document } = openMarked(policy);
  return saveAsExample(document, { context: JSON.stringify(context), now, title });
}

/** The section that is saved. */
function section(context: object, now: string | null = null): string {
  const saved = save(context, "saved", now);
  return saved.kind === "example" ? saved.text.trim() : saved.reason;
}

test("an example gives the context and expects what is decided", () => {
  expect(section({ Distance: "1.5 m", Mode: "auto", Heat: 20, Other: 1 })).toBe(`EXAMPLE saved:
- GIVEN Distance = 1.5m, Mode = "auto", Heat = 20C
- EXPECT ONLY SlowDown`);
});

test("quantities inside lists and records lose their quotes, and what is absent is left out", () => {
  const { document } = openMarked(
    "INTENT: x\nCONTEXT:\n- Rooms: <[{ heat: C, name?: text }]>\n- Gaps: <[m]>\nRULE:\n- IF length(Rooms) > 1 AND length(Gaps) > 1 THEN Cool\n",
  );
  const context = JSON.stringify({
    Rooms: [
      { heat: "90 F", name: null },
      { heat: 20, name: "12m" },
    ],
    Gaps: ["9ft", 2],
  });
  const saved = saveAsExample(document, { context, now: null, title: "warm" });
  expect(saved).toMatchObject({
    text: expect.stringContaining(
      '- GIVEN Rooms = [{ heat: 90F }, { heat: 20C, name: "12m" }], Gaps = [9ft, 2m]\n',
    ),
  });
});

test("a sample that stood in is given, because in examples it would not", () => {
  expect(section({ Distance: 5, Mode: "auto" })).toBe(`EXAMPLE saved:
- GIVEN Distance = 5m, Mode = "auto", Heat = 20C
- EXPECT NOTHING`);
});

test("approvals, violations and an open decision are expected as they are", () => {
  expect(section({ Distance: 5, Mode: "manual", Heat: 70 }, "2026-05-01T08:00:00.000Z")).toBe(
    `EXAMPLE saved:
- GIVEN Distance = 5m, Mode = "manual", Heat = 70C
- AT "2026-05-01T08:00:00.000Z"
- EXPECT NOTHING
- EXPECT PENDING Report
- EXPECT VIOLATION Calm
- EXPECT STATUS violated`,
  );
  expect(section({ Mode: "auto", Heat: 20 })).toBe(`EXAMPLE saved:
- GIVEN Mode = "auto", Heat = 20C
- EXPECT ONLY StopMachine
- EXPECT STATUS incomplete`);
});

test("it is added behind the document, a blank line apart, and says of which version", () => {
  const { document } = openMarked(policy.trimEnd());
  const saved = saveAsExample(document, { context: "{}", now: null, title: "nothing known" });
  expect(saved).toMatchObject({ kind: "example", version: 1, position: { line: 14 } });
  expect(saved.kind === "example" && saved.text.startsWith("\n\nEXAMPLE nothing known:")).toBe(
    true,
  );
});

test("what cannot be an example is refused with the reason", () => {
  expect(save({}, " ")).toEqual({ kind: "refused", reason: "an example needs a title" });
  expect(save({}, "a: b")).toMatchObject({ kind: "refused" });
  expect(save({}, "a\nb")).toMatchObject({ kind: "refused" });
  expect(save([])).toMatchObject({ kind: "refused" });
  expect(save({ Distance: "3kg" })).toEqual({
    kind: "refused",
    reason: "the value given for `Distance` `3kg` is mass (kg), not length (m)",
  });
  const { document } = openMarked(policy.replace("Distance < 2m", "Distance <"));
  expect(saveAsExample(document, { context: "{}", now: null, title: "x" })).toEqual({
    kind: "refused",
    reason: "the document has errors: mend them first",
  });
});

test("law: what is saved passes, whatever the context holds of the right kind", () => {
  const context = fc.record(
    {
      Distance: fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -5, max: 5 }),
        fc.constantFrom("0.4m", "40 cm", { value: 3, unit: "ft" }),
      ),
      Heat: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom("70C", "150F")),
      Mode: fc.constantFrom("auto", "manual"),
      Order: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(context, (given) => {
      const saved = save(given);
      if (saved.kind === "refused") throw new Error(saved.reason);
      const results = runExamples(compile(policy + saved.text));
      expect(results.map(({ status }) => status)).toEqual(["passed"]);
    }),
    { numRuns: 60 },
  );
});

import { compile, runExamples } from "@omega/core";
import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findCodeLenses } from "./code-lenses.ts";
import { type Proof, proofActions, proofDiagnostics } from "./proofs.ts";

const policy = `INTENT: x
CONTEXT:
- Distance: <0..20 m>
- Temperature: <C FRESH 5s>
RULE:
- LET rounds = 0
- Near: IF Distance < 1m THEN Stop
- FOR i IN [1, 2] {
    - Again: WHILE rounds < 3 { - SET rounds = rounds + 1 }
  }
- Hot: IF Temperature > 60C THEN Alarm
CONSTRAINT:
- Safety: prose
- Safety [Warned]: ALWAYS Alarm WHEN Temperature >= 60C
`;

const now = "2026-01-01T00:00:00.000Z";
const temperature = { value: 60, unit: "C", at: now };
const proof: Proof = {
  version: 1,
  answers: [
    {
      question: "reachable",
      line: 7,
      outcome: "fine",
      message: "`Near` can fire",
      context: {},
      now: null,
    },
    {
      question: "constraint",
      line: 14,
      outcome: "finding",
      message: "`Warned` can break: nothing keeps it, and the decision is `violated`",
      context: { Temperature: temperature, Distance: 4 },
      now,
    },
    {
      question: "loop",
      line: 9,
      outcome: "not proven",
      message: "not proven whether `Again` ends: the time for a question is over",
      context: null,
      now: null,
    },
  ],
};

test("findings stand on their line with the context that shows them; what holds is silent", () => {
  const { document } = openMarked(policy);
  const shown = proofDiagnostics(document, proof).map(
    ({ range: { start, end }, severity, code, message, relatedInformation }) => ({
      place: `${start.line + 1}:${start.character + 1}-${end.character + 1}`,
      severity,
      code,
      message,
      related: relatedInformation?.map((place) => place.message),
    }),
  );
  expect(shown).toEqual([
    {
      place: "14:3-56",
      severity: 2,
      code: "constraint",
      message: "`Warned` can break: nothing keeps it, and the decision is `violated`",
      related: [`for example Temperature = { value: 60, unit: "C", at: "${now}" }, Distance = 4m`],
    },
    {
      place: "9:7-60",
      severity: 3,
      code: "loop",
      message: "not proven whether `Again` ends: the time for a question is over",
      related: undefined,
    },
  ]);
});

test("nothing is said of a text that is not the one that was proved", () => {
  const { document } = openMarked(policy);
  document.update([{ text: policy.replace("60C", "61C") }], 2);
  expect(proofDiagnostics(document, proof)).toEqual([]);
});

test("the context of a finding becomes an example that passes, with the clock it needs", () => {
  const { document } = openMarked(policy);
  const at = { line: 13, character: 5 };
  const [action, ...others] = proofActions(document, { start: at, end: at }, proof);
  expect(others).toEqual([]);
  expect(action?.title).toBe("add the context that shows it as an EXAMPLE");
  const [change] = action?.edit?.documentChanges ?? [];
  if (change === undefined || !("edits" in change)) throw new Error("no edit");
  const [edit] = change.edits;
  const added = edit !== undefined && "newText" in edit ? edit.newText : "";
  expect(added.trim()).toBe(`EXAMPLE Warned can break:
- GIVEN Temperature = { value: 60, unit: "C", at: "${now}" }, Distance = 4m
- AT "${now}"
- EXPECT NOTHING
- EXPECT VIOLATION Warned
- EXPECT STATUS violated`);
  const whole = compile(policy + added);
  const outcomes = whole.program === null ? [] : runExamples(whole);
  expect(outcomes.map(({ status }) => status)).toEqual(["passed"]);
});

test("constraints and loops have a lens that proves, and says what was proved", () => {
  const { document } = openMarked(policy);
  const lenses = (of: Proof | null): readonly string[] =>
    findCodeLenses(document, {
      outcomes: new Map(),
      canMeasure: false,
      showsDecisions: false,
      canProve: true,
      proof: of,
    }).map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
  expect(lenses(null)).toEqual(["9: prove", "14: prove"]);
  expect(lenses(proof)).toEqual(["9: prove (not proven)", "14: prove (1 finding)"]);
});

test("what shows with nothing given is shown with the empty context", () => {
  const { document } = openMarked(policy);
  const empty: Proof = {
    version: 1,
    answers: [
      {
        question: "constraint",
        line: 14,
        outcome: "finding",
        message: "`Warned` can break",
        context: {},
        now: null,
      },
    ],
  };
  const [shown] = proofDiagnostics(document, empty);
  expect(shown?.relatedInformation?.[0]?.message).toBe("for example in the empty context");
});

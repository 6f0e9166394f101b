// What solvers prove of short lists and of names that change, and what is not so of longer lists and later values. Every answer
// "cannot" is held against contexts: none may show the opposite.
import { compile, createEvaluator, defaultLimits, type JsonValue, type Program } from "@omega/core";
import { afterAll, expect, test } from "vitest";
import { drawContexts } from "../src/boundary-values.ts";
import { defaultProveOptions, type ProofAnswer } from "../src/index.ts";
import { inquire } from "../src/prove.ts";
import { createSolver } from "../src/solver.ts";
import { type JsonRecord, witnessInstant } from "../src/witness.ts";

const solver = createSolver();
afterAll(() => solver.close());

/** All answers, after the contexts have been tried on those that come without one. */
async function answersTo(text: string, contexts: readonly JsonRecord[] = []) {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const inquiry = inquire(program, { ...defaultProveOptions, timeout: 20_000 }, solver);
  const answers: ProofAnswer[] = [];
  for (const index of inquiry.questions.keys()) {
    answers.push(...(await inquiry.answer(index, answers)));
  }
  const seen = fired(program, [...contexts, ...drawContexts([program], 200)]);
  const refuted = answers.filter(
    ({ question, subject, context, outcome }) =>
      question === "reachable" && outcome === "finding" && context === null && seen.has(subject),
  );
  expect(refuted).toEqual([]);
  return answers;
}

/** The rules that fire in one of the contexts. */
function fired(program: Program, contexts: readonly JsonRecord[]): ReadonlySet<string> {
  const evaluate = createEvaluator(program);
  const options = { limits: defaultLimits, sampleDefaults: false, strict: false, trace: true };
  return new Set(
    contexts.flatMap((context) =>
      (evaluate(context, { ...options, now: witnessInstant }).trace ?? []).flatMap(
        ({ rule, outcome }) => (outcome === "fired" ? [rule] : []),
      ),
    ),
  );
}

const loads: readonly JsonValue[] = [4, 2, 6, 1, 9, 4, 7, 4, 3, 5, 8, 4];

test("places and lengths beyond the first bound, and beyond the last, are reached in longer lists", async () => {
  const answers = await answersTo(
    `CONTEXT:
- Loads: <[kg]>

RULE:
- Sixth: IF Loads[5] > 2kg THEN Warn
- Tenth: IF Loads[9] > 2kg THEN Warn
- Slice: IF length(std::list::slice(Loads, 4, 6)) == 2 THEN Warn
- Cut: IF std::list::slice(Loads, 3, 5)[1] == 9kg THEN Warn
- Sorted: IF std::list::slice(std::list::sort(Loads), 3, 5)[1] == 4kg THEN Warn
- Doubled: IF map(Loads, |load| load * 2)[5] == 8kg THEN Warn
- Twelve: IF length(Loads) > 11 THEN Warn
- FOR load, i IN Loads {
  - Place: IF i == 5 THEN Note
}

CONSTRAINT:
- Safety [Few]: AT MOST 9 OF Note, Warn
`,
    [{ Loads: loads }],
  );
  expect(
    answers.filter(({ question, context }) => question === "reachable" && context === null),
  ).toEqual([]);
});

test("what only longer lists than any bound show is proved with the bound named", async () => {
  const answers = await answersTo(`CONTEXT:
- Loads: <[kg]>

RULE:
- Hundredth: IF Loads[99] > 2kg THEN Warn
`);
  expect(answers.map(({ message, listBound }) => [message, listBound])).toContainEqual([
    "`Hundredth` can never fire",
    8,
  ]);
});

async function divisions(text: string): Promise<readonly string[]> {
  const answers = await answersTo(text);
  return answers.flatMap(({ question, message }) => (question === "arithmetic" ? [message] : []));
}

test.each([
  ["0", "1", "`10 / x` of `R2` can divide by zero"],
  ["1", "0", "`10 / x` of `R2` never divides by zero"],
])(
  "LET divides by what a name is then, %s, not by what SET makes of it, %s",
  async (first, then, said) => {
    expect(
      await divisions(`CONTEXT:
- A: <number>

RULE:
- LET x = ${first}
- LET y = 10 / x
- SET x = ${then}
- Uses: IF y > A THEN Warn
`),
    ).toEqual([said]);
  },
);

test("an empty list is asked about wherever a condition comes to it", async () => {
  expect(
    await divisions(`CONTEXT:
- Loads: <[kg]>
- Full: <boolean>

RULE:
- Half: IF (length(Loads) > 0 AND min(Loads) < 3kg) OR (Full AND max(Loads) > 5kg) THEN Warn
`),
  ).toEqual([
    "`min(Loads)` of `Half` is never asked of an empty list",
    "`max(Loads)` of `Half` can be asked of an empty list",
  ]);
});

test("FAILSAFE keeps an ALWAYS about what is missing, where a rule leaves it open", async () => {
  const answers = await answersTo(`CONTEXT:
- Pressure: <0..10 bar>

RULE:
- High: IF Pressure > 9bar THEN Vent
- FAILSAFE THEN Stop

CONSTRAINT:
- Safety [Stops]: ALWAYS Stop WHEN Pressure IS MISSING
`);
  expect(answers.map(({ message }) => message)).toContain("`Stops` holds in every context");
});

// Mutants: what they look like, which are killed, and that every killer passes on the policy and fails on the mutant.
import { compile, type Policy, type Program, runExample } from "@omega/core";
import { situations } from "@omega/testkit/laws";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type MutantOutcome,
  type Mutation,
  type MutationOptions,
  measureMutation,
  mutationScore,
} from "../src/index.ts";
import { listMutants } from "../src/mutate/list-mutants.ts";
import { mutateProgram } from "../src/mutate/mutate-program.ts";

const intent = "INTENT: Keep people unhurt.\n\n";

function programOf(policy: Policy): Program {
  if (policy.program === null) throw new Error(policy.diagnostics[0]?.message);
  return policy.program;
}

/** The mutants as a reader sees them. */
function mutantsOf(text: string): readonly string[] {
  const policy = compile(intent + text);
  const names = programOf(policy).actions.map(({ name }) => name);
  return listMutants(policy.document, intent + text, names).map(
    ({ kind, line, before, after }) => `${line} ${kind}: ${before} → ${after}`,
  );
}

function measure(text: string, more: Partial<MutationOptions> = {}): Promise<Mutation> {
  const policy = compile(text);
  return measureMutation(programOf(policy), {
    text,
    file: policy.source.file,
    compileText: (changed) => compile(changed),
    compileWith: (sections) => compile(`${text}\n\n${sections}\n`),
    examples: policy.examples,
    settings: policy.settings,
    loadText: () => null,
    most: null,
    budget: 60_000,
    timeout: 2_000,
    listBound: 4,
    clock: () => 0,
    ...more,
  });
}

const told = ({ kind, mutant: { before, after } }: MutantOutcome): string =>
  `${kind}: ${before} → ${after}`;

describe("mutants", () => {
  test("of comparisons, boundaries, units, connectives, conditions and actions", () => {
    const text = `CONTEXT:
- Distance: <m>
- Ready: <boolean>

RULE:
- TooClose: IF Distance < 0.5m AND NOT Ready THEN Stop, Beep UNKNOWN Ask
`;
    expect(mutantsOf(text)).toEqual([
      "8 dropped: - TooClose: IF Distance < 0.5m AND NOT Ready THEN Stop, Beep UNKNOWN Ask → ",
      "8 negation: Distance < 0.5m AND NOT Ready → NOT (Distance < 0.5m AND NOT Ready)",
      "8 connective: Distance < 0.5m AND NOT Ready → Distance < 0.5m OR NOT Ready",
      "8 comparison: Distance < 0.5m → Distance <= 0.5m",
      "8 comparison: Distance < 0.5m → Distance > 0.5m",
      "8 boundary: Distance < 0.5m → Distance < 0.6m",
      "8 boundary: Distance < 0.5m → Distance < 0.4m",
      "8 unit: Distance < 0.5m → Distance < 0.5yd",
      "8 negation: NOT Ready → Ready",
      "8 action: Stop → Beep",
      "8 action: Stop, → ",
      "8 action: Beep → Ask",
      "8 action: , Beep → ",
      "8 dropped: UNKNOWN Ask → ",
      "8 action: Ask → Stop",
    ]);
  });

  test("of branches, loops, arms, LET and FAILSAFE", () => {
    const text = `CONTEXT:
- Mode: <"auto" | "manual">
- Workers: <[{ distance: m }]>

RULE:
- IF Mode == "auto" THEN Run ELSE IF Mode == "manual" THEN Wait ELSE Rest
- FOR worker IN Workers WHERE worker.distance < 3m {
  - Near: IF ANY other IN Workers SATISFIES other.distance > 1m THEN Warn
}
- MATCH Mode { "auto" => Run, _ => Wait }
- FAILSAFE THEN Rest
`;
    const all = mutantsOf(text);
    expect(all).toContain('8 dropped: IF Mode == "auto" THEN Run ELSE → ');
    expect(all).toContain('8 dropped: ELSE IF Mode == "manual" THEN Wait → ');
    expect(all).toContain("8 dropped: ELSE Rest → ");
    expect(all).toContain("10 comparison: other.distance > 1m → other.distance >= 1m");
    expect(all).toContain(
      "10 dropped: - Near: IF ANY other IN Workers SATISFIES other.distance > 1m THEN Warn → ",
    );
    expect(all).toContain('12 dropped: "auto" => Run, → ');
    expect(all).toContain("13 dropped: - FAILSAFE THEN Rest → ");
  });
});

describe("what examples notice", () => {
  const cell = `${intent}CONTEXT:
- Distance: <0..20 m>
- Ready: <boolean>

RULE:
- TooClose: IF Distance < 1m AND Ready THEN Stop UNKNOWN Stop

EXAMPLE a hand in the cell:
- GIVEN Distance = 0.4m, Ready = true
- EXPECT ONLY Stop

EXAMPLE nobody near:
- GIVEN Distance = 9m, Ready = true
- EXPECT NOTHING
`;

  test("survivors come with an example that kills them, and few of those do for all", async () => {
    const mutation = await measure(cell);
    const survivors = mutation.outcomes.filter(({ kind }) => kind === "survived").map(told);
    expect(survivors).toEqual([
      "survived: Distance < 1m → Distance <= 1m",
      "survived: Distance < 1m → Distance < 2m",
      "survived: Distance < 1m → Distance < 1yd",
      "survived: UNKNOWN Stop → ",
    ]);
    expect(
      mutation.killers.map(({ text }) => text).join("\n\n"),
    ).toBe(`EXAMPLE \`Distance < 1m\`, not \`Distance <= 1m\`:
- GIVEN Distance = 1m, Ready = true
- EXPECT NOTHING

EXAMPLE \`Distance < 1m\`, not \`Distance < 1yd\`:
- GIVEN Distance = 0.92m, Ready = true
- EXPECT ONLY Stop

EXAMPLE \`UNKNOWN Stop\`:
- GIVEN Ready = true
- EXPECT ONLY Stop`);
  });

  test("with the killers as examples, the score is whole", async () => {
    const { killers } = await measure(cell);
    const more = killers.map(({ text }) => text).join("\n\n");
    const mutation = await measure(`${cell}\n${more}\n`);
    const { killed, total } = mutationScore(mutation);
    expect(killed).toBe(total);
    expect(mutation.killers).toEqual([]);
  });

  test("a mistake that changes no decision is proved to, and does not count", async () => {
    const mutation = await measure(`${intent}CONTEXT:
- Count: <0..10>

RULE:
- Many: IF Count > 5 AND Count > 3 THEN Stop ELSE Go

EXAMPLE many:
- GIVEN Count = 6
- EXPECT ONLY Stop

EXAMPLE as many as may be:
- GIVEN Count = 5
- EXPECT ONLY Go
`);
    const equivalent = mutation.outcomes.filter(({ kind }) => kind === "equivalent").map(told);
    expect(equivalent).toContain("equivalent: Count > 3 → Count >= 3");
    expect(equivalent).toContain("equivalent: Count > 3 → Count > 2");
    expect(mutation.outcomes.some(({ kind }) => kind === "refused")).toBe(false);
  });

  test("only some are tried when that is asked for, spread over the document", async () => {
    const mutation = await measure(cell, { most: 4 });
    expect(mutation.outcomes).toHaveLength(4);
    expect(mutation.mutants).toBeGreaterThan(4);
  });
});

test("killers of generated policies pass on the policy and fail on the mutant", async () => {
  let killers = 0;
  const property = fc.asyncProperty(situations(1), async (situation) => {
    if (situation === null) return;
    const { text } = situation;
    const policy = compile(text);
    if (policy.program === null) return;
    const { program, settings } = policy;
    let now = 0;
    const limits = { most: 5, budget: 20, timeout: 40, clock: () => now++ };
    const { outcomes } = await measure(text, limits);
    for (const { kind, mutant, ...rest } of outcomes) {
      if (kind !== "survived" || !("killer" in rest) || rest.killer === null) continue;
      killers++;
      const { text: section } = rest.killer;
      const { mistake, span } = mutant;
      const changed =
        mistake.kind === "text"
          ? compile(text.slice(0, span.start) + mistake.text + text.slice(span.end)).program
          : mutateProgram(program, mistake);
      const example = compile(`${text}\n\n${section}\n`).examples.at(-1);
      if (changed === null || example === undefined) throw new Error("cannot be tried out");
      expect(runExample(program, example, settings).status).toBe("passed");
      expect(runExample(changed, example, settings).status).not.toBe("passed");
    }
  });
  await fc.assert(property, { numRuns: 3 });
  expect(killers).toBeGreaterThan(0);
}, 60_000);

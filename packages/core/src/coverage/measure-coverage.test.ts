// What examples cover of a policy: each kind of rule and reason, and the laws of adding examples up.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runExample } from "../evaluate/run-example.ts";
import { compile, type Policy } from "../policy.ts";
import type { Coverage, CoveredItem, Gap } from "./coverage.ts";
import { coverageMetrics } from "./coverage.ts";
import { measureCoverage, recordCoverage } from "./measure-coverage.ts";

function policyOf(context: string, rules: string, examples: string): Policy {
  const policy = compile(
    `INTENT: Test.\n\nCONTEXT:\n${context}\n\nRULE:\n${rules}\n\n${examples}\n`,
    { file: "policy.omni" },
  );
  const errors = policy.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return policy;
}

/** Examples that give each of `givens`; what they expect does not matter here. */
function examplesOf(givens: readonly string[]): string {
  return givens
    .map((given, index) => {
      const step = given === "" ? "" : `- GIVEN ${given}\n`;
      return `EXAMPLE number ${index + 1}:\n${step}- EXPECT NOTHING\n`;
    })
    .join("\n");
}

function cover(context: string, rules: string, givens: readonly string[]): Coverage {
  const coverage = measureCoverage(policyOf(context, rules, examplesOf(givens)));
  if (coverage === null) throw new Error("the document has errors");
  return coverage;
}

/** `2/3`, by metric. */
function figures({ totals }: Coverage): Record<string, string> {
  return Object.fromEntries(
    coverageMetrics.map((metric) => [metric, `${totals[metric].covered}/${totals[metric].total}`]),
  );
}

/** Every gap of the items, by what it is a gap of. */
function gaps(items: readonly CoveredItem[]): Record<string, string> {
  const all: [string, Gap | null][] = items.flatMap((item) => [
    [item.id, item.gap],
    ...item.branches.map((branch): [string, Gap | null] => [
      `${item.id}: ${branch.text}`,
      branch.gap,
    ]),
    [`${item.id}: body`, item.loop?.gap ?? null],
    [`${item.id}: UNKNOWN`, item.unknown?.gap ?? null],
    ...item.conditions.flatMap(({ atoms }) =>
      atoms.map((atom): [string, Gap | null] => [`${item.id}: ${atom.text}`, atom.gap]),
    ),
  ]);
  return Object.fromEntries(all.flatMap(([of, gap]) => (gap === null ? [] : [[of, gap.kind]])));
}

const cell = "- Distance: <m>\n- Speed: <m/s>";
const tooClose = "- TooClose: IF Distance < 1m AND Speed > 2m/s THEN Stop UNKNOWN Stop";

describe("what examples cover", () => {
  test("nothing without examples", () => {
    const coverage = cover(cell, tooClose, []);
    expect(figures(coverage)).toEqual({
      rules: "0/1",
      branches: "0/2",
      loops: "0/0",
      conditions: "0/2",
      mcdc: "0/2",
      unknown: "0/1",
    });
    expect(new Set(Object.values(gaps(coverage.items)))).toEqual(new Set(["not reached"]));
  });

  test("everything with one example more than there are atoms, and one that leaves a reading out", () => {
    const coverage = cover(cell, tooClose, [
      "Distance = 0.5m, Speed = 3m/s",
      "Distance = 5m, Speed = 3m/s",
      "Distance = 0.5m, Speed = 1m/s",
      "Speed = 3m/s",
    ]);
    expect(gaps(coverage.items)).toEqual({});
    expect(figures(coverage)).toEqual({
      rules: "1/1",
      branches: "2/2",
      loops: "0/0",
      conditions: "2/2",
      mcdc: "2/2",
      unknown: "1/1",
    });
  });

  test("an atom behind one that always decides was never evaluated", () => {
    const { items } = cover(cell, tooClose, [
      "Distance = 5m, Speed = 3m/s",
      "Distance = 6m, Speed = 1m/s",
    ]);
    expect(gaps(items)).toEqual({
      TooClose: "never true",
      "TooClose: IF Distance < 1m AND Speed > 2m/s": "always false",
      "TooClose: UNKNOWN": "never true",
      "TooClose: Distance < 1m": "always false",
      "TooClose: Speed > 2m/s": "short-circuited",
    });
  });

  test("an unknown atom is neither true nor false, and shows nothing of the atoms beside it", () => {
    const { items } = cover(cell, tooClose, ["Distance = 0.5m, Speed = 3m/s", "Speed = 1m/s"]);
    const [item] = items;
    expect(
      item?.conditions[0]?.atoms.map(({ seen, decided, gap }) => [seen, decided, gap?.kind]),
    ).toEqual([
      [{ true: 1, false: 0, unknown: 1, "not evaluated": 0 }, { true: 1, false: 0 }, "never false"],
      // False beside an unknown: true would not have made the condition true.
      [{ true: 1, false: 1, unknown: 0, "not evaluated": 0 }, { true: 1, false: 0 }, "masked"],
    ]);
    expect(item?.unknown?.taken).toBe(0);
  });

  test("turns of a loop add up, and what ANY asks of each element is a condition of its own", () => {
    const { items, totals } = cover(
      "- Workers: <[{ distance: m }]>",
      "- FOR worker IN Workers WHERE worker.distance < 9m { - IF worker.distance < 1m THEN Stop }\n" +
        "- Someone: IF ANY w IN Workers SATISFIES (w.distance < 2m AND w.distance > 1m) THEN Slow",
      ["Workers = [{ distance: 0.5m }, { distance: 5m }, { distance: 1.5m }, { distance: 12m }]"],
    );
    expect(totals.loops).toEqual({ covered: 1, total: 1 });
    expect(gaps(items)).toEqual({
      "Someone: no branch": "always true",
      "Someone: ANY w IN Workers SATISFIES (w.distance < 2m AND w.distance > 1m)": "always true",
    });
    const inner = items.find(({ id }) => id === "Someone")?.conditions[1];
    expect(inner?.outcomes).toEqual({ true: 1, false: 2, unknown: 0 });
  });

  test("loops that are not entered, and why", () => {
    const rules =
      "- A: FOR x IN Xs { - IF x > 1 THEN Stop }\n" +
      "- B: FOR y IN Ys WHERE y > 9 { - IF y > 10 THEN Stop }\n" +
      "- C: WHILE Go { - IF Go THEN Stop }";
    const { items } = cover("- Xs: <[number]>\n- Ys: <[number]>\n- Go: <boolean>", rules, [
      "Xs = [], Ys = [1, 2], Go = false",
    ]);
    const loops = items.flatMap(({ id, loop }) => (loop === null ? [] : [[id, loop.gap?.message]]));
    expect(Object.fromEntries(loops)).toEqual({
      A: "its list is always empty in the examples",
      B: "WHERE lets no element in",
      C: "its condition never holds in the examples",
    });
  });

  test("arms, guards, choices among values and FAILSAFE", () => {
    const rules =
      '- Mode: MATCH Mode { "auto" WHEN Armed => Run, "auto" => Wait, "manual" => Ask, _ => Halt }\n' +
      "- LET near = (IF Armed THEN 1 ELSE 2)\n" +
      "- Level: IF near > 1 THEN Calm\n" +
      "- FAILSAFE THEN Halt";
    const { items } = cover("- Mode: <text>\n- Armed: <boolean>", rules, [
      'Mode = "auto", Armed = true',
      'Mode = "manual", Armed = true',
    ]);
    expect(gaps(items)).toEqual({
      'Mode: "auto" =>': "always false",
      "Mode: _ =>": "short-circuited",
      "Mode: Armed": "always true",
      "R2: (… ELSE …)": "always true",
      "R2: Armed": "always true",
      Level: "never true",
      "Level: IF near > 1": "always false",
      "Level: near > 1": "always false",
      failsafe: "not reached",
    });
  });

  test.each([
    ['<"a" | "b">', '"a" => One, "b" => Two', 2],
    ['<"a" | "b">', '"a" => One, "b" WHEN Armed => Two', 3],
    ["<boolean>", "true => One, false => Two", 2],
    ["<0..10>", "0..4 => One, 4..10 => Two", 2],
    ["<0..10>", "0..4 => One, 5..10 => Two", 3],
    ["<0..10>", "3 => One, 0..4 => Two, _ => Three", 3],
    ["<number>", "0..4 => One", 2],
    ["<text>", '"a" => One', 2],
  ])("a MATCH over %s { %s } can go %i ways", (type, arms, ways) => {
    const { totals } = cover(`- X: ${type}\n- Armed: <boolean>`, `- MATCH X { ${arms} }`, []);
    expect(totals.branches.total).toBe(ways);
  });

  test("a constraint's condition, but no rule", () => {
    const source = `INTENT: Test.

CONTEXT:
- Hot: <boolean>

RULE:
- IF Hot THEN Cool

CONSTRAINT:
- Safety [MustCool]: ALWAYS Cool WHEN Hot

EXAMPLE hot:
- GIVEN Hot = true
- EXPECT Cool
`;
    const coverage = measureCoverage(compile(source));
    const constraint = coverage?.items.find(({ kind }) => kind === "constraint");
    expect(constraint?.conditions[0]?.atoms[0]).toMatchObject({
      text: "Hot",
      line: 10,
      bothSeen: false,
    });
    expect(coverage?.totals.rules).toEqual({ covered: 1, total: 1 });
    expect(coverage?.totals.conditions.total).toBe(2);
  });

  test("places are those of the text", () => {
    const policy = policyOf(cell, tooClose, examplesOf([]));
    const [item] = measureCoverage(policy)?.items ?? [];
    const textAt = ({ start, end }: { start: number; end: number }) =>
      policy.source.text.slice(start, end);
    expect(item?.conditions[0]?.atoms.map(({ span }) => textAt(span))).toEqual([
      "Distance < 1m",
      "Speed > 2m/s",
    ]);
    expect(item?.branches.map(({ span }) => textAt(span))[0]).toBe("Stop");
  });
});

// --- laws ---------------------------------------------------------------------------------------------------------

const rules =
  "- A: IF p AND (q OR NOT r) THEN One ELSE IF r OR s THEN Two ELSE Three UNKNOWN Four\n" +
  "- FOR x IN xs WHERE x > 1 AND p { - B: IF NOT (x > 3 OR q) THEN Five UNKNOWN Six }\n" +
  "- C: IF ANY x IN xs SATISFIES (x == 2 OR s) THEN Seven\n" +
  "- D: MATCH n { 1 WHEN p => Eight, 2 | 3 => Nine }";
const context =
  "- p: <boolean?>\n- q: <boolean?>\n- r: <boolean?>\n- s: <boolean?>\n- xs: <[number]?>\n- n: <number?>";

const truth = fc.constantFrom("true", "false", "null");
const given = fc
  .record({
    p: truth,
    q: truth,
    r: truth,
    s: truth,
    n: fc.constantFrom("1", "2", "4", "null"),
    xs: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
  })
  .map(
    ({ p, q, r, s, n, xs }) =>
      `p = ${p}, q = ${q}, r = ${r}, s = ${s}, n = ${n}, xs = [${xs.join(", ")}]`,
  );
const givens = fc.array(given, { maxLength: 6 });

/** What does not depend on the order of examples: everything but the order in which combinations were met. */
function unordered({ items, ...rest }: Coverage): unknown {
  const sorted = items.map((item) => ({
    ...item,
    conditions: item.conditions.map((condition) => ({
      ...condition,
      observations: condition.observations.map((each) => JSON.stringify(each)).sort(),
    })),
  }));
  return { ...rest, sha256: "", items: sorted };
}

describe("laws", () => {
  const none = policyOf(context, rules, "");
  const measure = (examples: readonly string[]): Coverage => {
    const recorder = recordCoverage(none.program ?? fail());
    for (const example of policyOf(context, rules, examplesOf(examples)).examples) {
      recorder.run(example, none.settings);
    }
    return recorder.measure();
  };

  test("measuring changes no decision", () => {
    fc.assert(
      fc.property(given, (example) => {
        const { program, settings, examples } = policyOf(context, rules, examplesOf([example]));
        const [only] = examples;
        if (program === null || only === undefined) return fail();
        const plain = runExample(program, only, settings, { trace: true });
        expect(recordCoverage(program).run(only, settings, { trace: true })).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  test("the order of examples does not matter", () => {
    fc.assert(
      fc.property(givens, (examples) => {
        expect(unordered(measure([...examples].reverse()))).toEqual(unordered(measure(examples)));
      }),
      { numRuns: 40 },
    );
  });

  test("an example more never covers less", () => {
    fc.assert(
      fc.property(givens, given, (examples, another) => {
        const before = measure(examples);
        const after = measure([...examples, another]);
        for (const metric of coverageMetrics) {
          expect(after.totals[metric].total).toBe(before.totals[metric].total);
          expect(after.totals[metric].covered).toBeGreaterThanOrEqual(
            before.totals[metric].covered,
          );
        }
        const closed = Object.keys(gaps(after.items)).filter((of) => !(of in gaps(before.items)));
        expect(closed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("what is counted as covered has no gap, and what is not has one", () => {
    fc.assert(
      fc.property(givens, (examples) => {
        for (const { conditions, branches, loop } of measure(examples).items) {
          for (const { atoms, outcomes, observations } of conditions) {
            const seen = outcomes.true + outcomes.false + outcomes.unknown;
            expect(observations.reduce((sum, { count }) => sum + count, 0)).toBe(seen);
            for (const atom of atoms) expect(atom.gap === null).toBe(atom.independent);
            for (const { independent, bothSeen } of atoms)
              if (independent) expect(bothSeen).toBe(true);
          }
          for (const branch of branches) expect(branch.gap === null).toBe(branch.taken > 0);
          if (loop !== null) expect(loop.gap === null).toBe(loop.taken > 0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function fail(): never {
  throw new Error("the document has errors");
}

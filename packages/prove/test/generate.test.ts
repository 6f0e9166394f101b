// Generated EXAMPLEs: what they look like, that they pass and cover what they are for, and that what is called unreachable is.
import {
  compile,
  coverageMetrics,
  type JsonValue,
  type Policy,
  type Program,
  recordCoverage,
} from "@omega/core";
import { situations } from "@omega/testkit/laws";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, measureCandidates } from "../src/generate/candidate.ts";
import { inputPlaces, keyOfPath } from "../src/generate/input-places.ts";
import { changesOf, neighbours } from "../src/generate/neighbours.ts";
import {
  describeObligation,
  obligationsOf,
  placeOfObligation,
} from "../src/generate/obligations.ts";
import { randomFrom } from "../src/generate/random.ts";
import { type Generated, type GenerateOptions, generate } from "../src/index.ts";

const intent = "INTENT: Keep people unhurt.\n\n";

function optionsFor(text: string, policy: Policy, more: Partial<GenerateOptions>): GenerateOptions {
  return {
    examples: policy.examples,
    all: false,
    settings: policy.settings,
    loadText: () => null,
    file: policy.source.file,
    compileWith: (sections) => compile(`${text}\n\n${sections}\n`),
    budget: 30_000,
    timeout: 5_000,
    listBound: 4,
    clock: () => 0,
    ...more,
  };
}

async function generateFor(text: string, more: Partial<GenerateOptions> = {}): Promise<Generated> {
  const policy = compile(intent + text);
  if (policy.program === null) {
    throw new Error(policy.diagnostics.map(({ message }) => message).join("\n"));
  }
  return generate(policy.program, optionsFor(intent + text, policy, more));
}

const sections = ({ examples }: Generated): string => examples.map(({ text }) => text).join("\n\n");

const openParts = ({ open }: Generated): readonly string[] =>
  open.map(({ line, what, outcome, listBound }) => {
    const bound = listBound === null ? "" : `, lists up to ${listBound}`;
    return `${line}: ${what}: ${outcome}${bound}`;
  });

describe("examples", () => {
  test("cover what is missing, with the units and the names of the author", async () => {
    const generated = await generateFor(`CONTEXT:
- Distance: <0..20 m>
- Mode: <"automatic" | "manual">

RULE:
- TooClose: IF Distance < 1m AND Mode == "automatic" THEN StopMachine UNKNOWN StopMachine

EXAMPLE a hand in the cell:
- GIVEN Distance = 0.4m, Mode = "automatic"
- EXPECT ONLY StopMachine
`);
    expect(sections(generated)).toBe(`EXAMPLE \`TooClose\` takes UNKNOWN:
- GIVEN Mode = "automatic"
- EXPECT ONLY StopMachine

EXAMPLE without \`Distance < 1m\` TooClose does nothing:
# \`Distance < 1m\` is false and alone decides in \`TooClose\`
- GIVEN Distance = 1m, Mode = "automatic"
- EXPECT NOTHING

EXAMPLE without \`Mode == "automatic"\` TooClose does nothing:
# \`Mode == "automatic"\` is false and alone decides in \`TooClose\`
- GIVEN Distance = 0.4m, Mode = "manual"
- EXPECT NOTHING`);
    expect(generated.open).toEqual([]);
    const { mcdc, branches, unknown } = generated.after;
    for (const { covered, total } of [mcdc, branches, unknown]) expect(covered).toBe(total);
  });

  test("need no examples to begin with, and no declarations", async () => {
    const generated = await generateFor(`RULE:
- IF Battery < 20% THEN ReturnHome
- IF Wind > 12m/s AND Altitude > 100m THEN Land
`);
    expect(generated.open).toEqual([]);
    expect(generated.examples).toHaveLength(3);
  });

  test("leave members of elements out where those are to be unknown", async () => {
    const generated = await generateFor(`CONTEXT:
- Batches: <[{ mass: kg, volume: l }]>

RULE:
- FOR batch IN Batches {
    - Dense: IF batch.mass / batch.volume > 20kg/l THEN Refuse UNKNOWN Inspect
  } UNKNOWN Inspect
`);
    expect(openParts(generated)).toEqual([]);
    expect(sections(generated)).not.toContain("null");
    expect(sections(generated)).toContain("Inspect");
  });

  test("cover everything again when asked to", async () => {
    const text = `CONTEXT:
- Dark: <boolean>

RULE:
- Lamp: IF Dark THEN LampOn ELSE LampOff

EXAMPLE night:
- GIVEN Dark = true
- EXPECT ONLY LampOn

EXAMPLE day:
- GIVEN Dark = false
- EXPECT ONLY LampOff
`;
    expect((await generateFor(text)).examples).toEqual([]);
    expect((await generateFor(text, { all: true })).examples).toHaveLength(2);
  });

  test("say what is pending, withheld, violated or incomplete, so that they pass", async () => {
    const generated = await generateFor(`ACTOR:
- Primary: Cell MAY Restart, Alarm
- Secondary: Boss APPROVES Restart

CONTEXT:
- Pressed: <boolean>
- Near: <boolean>

RULE:
- Again: IF Pressed THEN Restart
- Near: IF Near AND NOT Pressed THEN Alarm

CONSTRAINT:
- Safety [Warned]: ALWAYS Alarm WHEN Near
`);
    expect(generated.open).toEqual([]);
    const text = sections(generated);
    expect(text).toContain("EXPECT PENDING Restart");
    expect(text).toContain("EXPECT VIOLATION Warned");
  });
});

describe("what no context can cover", () => {
  test("is proved, and for loops up to which length of lists", async () => {
    const generated = await generateFor(`CONTEXT:
- Distance: <0..20 m>
- Workers: <[{ distance: m }]>

RULE:
- Near: IF Distance < 5m AND Distance < 10m THEN Slow
- FOR worker IN Workers WHERE worker.distance < 3m {
  - Far: IF worker.distance > 5m THEN Warn ELSE Stop
}
`);
    expect(openParts(generated)).toEqual([
      "8: `Distance < 10m` is false in `Near`: unreachable",
      "10: `Far` takes `IF worker.distance > 5m`: unreachable, lists up to 4",
      "10: `worker.distance > 5m` is true in `Far`: unreachable, lists up to 4",
    ]);
  });

  test("is not claimed where the encoding has nothing to say", async () => {
    const generated = await generateFor(`CONTEXT:
- Name: <text>

RULE:
- Odd: IF std::string::length(std::string::replace(Name, "a", "b")) == 2.5 THEN Never
`);
    expect(generated.open.map(({ outcome }) => outcome)).toEqual([
      "not proven",
      "not proven",
      "not proven",
    ]);
  });
});

test("generated examples of generated policies pass and cover more, and no context refutes a proof", async () => {
  const counts = { written: 0 };
  const property = fc.asyncProperty(situations(1), fc.integer(), async (situation, seed) => {
    if (situation === null) return;
    const { text, context } = situation;
    const policy = compile(text);
    // Those that import other documents are left to the scenarios.
    if (policy.program === null) return;
    let now = 0;
    const options = optionsFor(text, policy, { budget: 200, timeout: 150, clock: () => now++ });
    const generated = await generate(policy.program, options);
    const whole = options.compileWith(sections(generated));
    if (whole.program === null) throw new Error("the examples do not compile");
    const recorder = recordCoverage(whole.program);
    for (const [index, example] of whole.examples.entries()) {
      const { status, message } = recorder.run(example, policy.settings);
      if (index < policy.examples.length) continue;
      expect(`${example.title}: ${status} ${message}`).toBe(`${example.title}: passed `);
      counts.written++;
    }
    const { totals } = recorder.measure();
    expect(totals).toEqual(generated.after);
    for (const metric of coverageMetrics) {
      expect(totals[metric].covered).toBeGreaterThanOrEqual(generated.before[metric].covered);
    }
    const proved = generated.open.filter(({ outcome }) => outcome === "unreachable");
    if (proved.length === 0) return;
    const seen = coveredByChance(policy.program, policy, context, seed);
    expect(proved.filter(({ span, what }) => seen.has(`${span.start} ${what}`))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 5 });
  expect(counts.written).toBeGreaterThan(0);
}, 60_000);

/** What a walk through contexts covers, as generated proofs name it. */
function coveredByChance(
  program: Program,
  { settings }: Policy,
  context: { readonly [name: string]: JsonValue },
  seed: number,
): ReadonlySet<string> {
  const places = inputPlaces(program);
  const changing = changesOf(program, places, []);
  const measuring = measureCandidates(program, settings);
  const obligations = obligationsOf(recordCoverage(program).measure());
  const random = randomFrom(seed);
  const seen = new Set<string>();
  let candidate: Candidate = { context, now: null };
  for (let step = 0; step < 60; step++) {
    for (const position of measuring.covers(candidate)) {
      const obligation = obligations[position];
      if (obligation === undefined) continue;
      seen.add(`${placeOfObligation(obligation).start} ${describeObligation(obligation)}`);
    }
    const place = places[random(places.length)];
    const key = place === undefined ? "" : keyOfPath(place.path);
    const next = [...neighbours(candidate, new Set([key]), changing)];
    candidate = next[random(next.length)] ?? candidate;
  }
  return seen;
}

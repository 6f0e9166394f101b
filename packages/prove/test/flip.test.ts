// The smallest change of a context that turns an action, and that no smaller one on the same steps does.
import {
  compile,
  createEvaluator,
  type Decision,
  defaultLimits,
  type JsonValue,
} from "@omega/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Flip, findFlip } from "../src/index.ts";

interface JsonRecord {
  readonly [name: string]: JsonValue;
}

const now = "2026-01-01T00:00:00.000Z";

function deciderOf(text: string): {
  readonly decide: (context: JsonRecord) => Decision;
  readonly flip: (action: string, context: JsonRecord) => Promise<Flip>;
} {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const evaluate = createEvaluator(program);
  const options = {
    limits: defaultLimits,
    sampleDefaults: false,
    strict: false,
    trace: false,
    now,
  };
  const decide = (context: JsonRecord): Decision => evaluate(context, options);
  return {
    decide,
    flip: (action, context) =>
      findFlip(program, { action, context, decide, now, sampleDefaults: false }),
  };
}

const cell = deciderOf(`CONTEXT:
- Distance: <0..20 m>
- Mode: <"auto" | "manual">
- Badge: <text?>
- Workers: <[{ name: text, distance: m }]>
- Temperature: <C FRESH 5s>

RULE:
- TooClose: IF Distance < 1m AND Mode == "auto" THEN StopMachine
- Slow: IF Distance < 3.5m THEN SlowDown
- FOR worker IN Workers { - Near: IF worker.distance < 50cm THEN Alarm(worker.name) }
- Guest: IF Badge == "guest" THEN Escort
- Hot: IF Temperature > 52C THEN Cool
- Never: IF Distance > 21m THEN Fly
`);

test.each<[string, string, JsonRecord, string]>([
  [
    "one reading, by one step of the literals, in the unit and the form it was given in",
    "SlowDown",
    { Distance: "450cm", Mode: "auto" },
    'Distance 4.5 → 3.4 m: {"Distance":"3.4m","Mode":"auto"}',
  ],
  [
    "as fine as the context is, where that is finer",
    "SlowDown",
    { Distance: 4.25, Mode: "auto" },
    'Distance 4.25 → 3.49 m: {"Distance":3.49,"Mode":"auto"}',
  ],
  [
    "the other way, onto the bound itself",
    "SlowDown",
    { Distance: 2, Mode: "auto" },
    'Distance 2 → 3.5 m: {"Distance":3.5,"Mode":"auto"}',
  ],
  [
    "as many readings as it takes",
    "StopMachine",
    { Distance: 2, Mode: "manual" },
    'Distance 2 → 0.9 m, Mode "manual" → "auto": {"Distance":0.9,"Mode":"auto"}',
  ],
  [
    "of a list's elements the nearest",
    "Alarm",
    {
      Workers: [
        { name: "Ana", distance: 3 },
        { name: "Budi", distance: 1.2 },
      ],
    },
    'Workers[1].distance 1.2 → 0.4 m: {"Workers":[{"name":"Ana","distance":3},{"name":"Budi","distance":0.4}]}',
  ],
  ["what is missing is given", "Escort", {}, 'Badge null → "guest": {"Badge":"guest"}'],
  [
    "a fresh reading keeps its instant",
    "Cool",
    { Temperature: { value: 50, at: now } },
    `Temperature 50 → 53 C: {"Temperature":{"value":53,"at":"${now}"}}`,
  ],
])("%s", async (_, action, context, expected) => {
  const {
    outcome,
    changes,
    context: changed,
    isSmallest,
    reason,
  } = await cell.flip(action, context);
  const shown = changes.map(({ path, before, after, unit }) =>
    `${path} ${JSON.stringify(before)} → ${JSON.stringify(after)} ${unit}`.trim(),
  );
  expect(`${shown.join(", ")}: ${JSON.stringify(changed)}`).toBe(expected);
  expect({ outcome, isSmallest, reason }).toEqual({
    outcome: "flipped",
    isSmallest: true,
    reason: null,
  });
});

test("an element is added only where nothing else does it, and that is said", async () => {
  const { outcome, context, isSmallest, reason } = await cell.flip("Alarm", { Workers: [] });
  expect(outcome).toBe("flipped");
  expect(context?.Workers).toHaveLength(1);
  expect(isSmallest).toBe(false);
  expect(reason).toContain("something is added or taken away");
});

test("what no context does is proved to be so", async () => {
  const { outcome, isSmallest, reason } = await cell.flip("Fly", { Distance: 3 });
  expect({ outcome, isSmallest, reason }).toEqual({
    outcome: "impossible",
    isSmallest: false,
    reason: null,
  });
});

test("where the encoding does not reach, boundary values are tried", async () => {
  const { flip } = deciderOf(`CONTEXT:
- Level: <number>

RULE:
- IF std::string::replace("x", "x", "y") == "y" AND Level > 9 THEN Ring
`);
  const { outcome, changes, isSmallest, reason } = await flip("Ring", { Level: 1 });
  expect(outcome).toBe("flipped");
  expect(changes).toEqual([{ path: "Level", before: 1, after: 10, unit: "" }]);
  expect(isSmallest).toBe(false);
  expect(reason).toContain("std::string::replace");
});

test("no change on the grid is smaller", async () => {
  const bounds = fc.integer({ min: 1, max: 8 });
  const cases = fc.sample(fc.tuple(bounds, bounds, fc.boolean(), fc.nat(9), fc.nat(9)), {
    numRuns: 3,
    seed: 20_261_121,
  });
  for (const [first, second, both, a, b] of cases) {
    const { decide, flip } = deciderOf(`CONTEXT:
- A: <0..9 m>
- B: <0..9 m>

RULE:
- IF A > ${first}m ${both ? "AND" : "OR"} A + B < ${second}m THEN Ring
`);
    const context = { A: a, B: b };
    const rings = (at: JsonRecord): boolean => decide(at).actions.length > 0;
    const sizes = grid().flatMap(([x, y]) =>
      rings({ A: x, B: y }) === rings(context)
        ? []
        : [10 * (Number(x !== a) + Number(y !== b)) + Math.abs(x - a) / 9 + Math.abs(y - b) / 9],
    );
    const { outcome, context: changed, isSmallest } = await flip("Ring", context);
    const about = `${first} ${second} ${both} ${JSON.stringify(context)}`;
    if (sizes.length === 0) {
      expect(outcome, about).toBe("impossible");
      continue;
    }
    expect(changed === null ? null : rings(changed), about).toBe(!rings(context));
    const [x, y] = [Number(changed?.A), Number(changed?.B)];
    const size =
      10 * (Number(x !== a) + Number(y !== b)) + Math.abs(x - a) / 9 + Math.abs(y - b) / 9;
    expect({ isSmallest, about }).toEqual({ isSmallest: true, about });
    expect(size, about).toBeCloseTo(Math.min(...sizes), 6);
  }
}, 60_000);

function grid(): readonly (readonly [number, number])[] {
  const side = Array.from({ length: 10 }, (_, index) => index);
  return side.flatMap((x) => side.map((y) => [x, y] as const));
}

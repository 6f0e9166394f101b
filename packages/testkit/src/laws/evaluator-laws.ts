// The law of the two evaluators: emitted code, in this process and in written modules, decides as the reference interpreter
// does, byte for byte.
import { createEvaluator, decisionJson, defaultLimits, type Limits } from "@omega/core";
import * as fc from "fast-check";
import { drawContext, evaluationInstant, type JsonRecord } from "../generate/contexts.ts";
import { type Draw, drawn } from "../generate/draw.ts";
import { drawPolicy } from "../generate/policies/policies.ts";
import { expectSame, type Law, law } from "./law.ts";
import { drawSituation, type Situation, showSituation } from "./situations.ts";
import { decideByModule } from "./written-modules.ts";

/** One way to evaluate a policy. */
interface Trial {
  readonly context: JsonRecord;
  readonly limits: Limits;
  readonly sampleDefaults: boolean;
  readonly strict: boolean;
  readonly now: string | null;
}

interface Trials {
  readonly situation: Situation;
  readonly trials: readonly Trial[];
  readonly [fc.toStringMethod]: () => string;
}

/** To emit code takes longer than to evaluate, so a policy is tried several times. */
const trialsOfPolicy = 10;

function trialsOf(size: number): fc.Arbitrary<Trials | null> {
  return drawn(size, (draw) => {
    const situation = drawSituation(draw, drawPolicy(draw));
    if (situation === null) return null;
    const { text, program } = situation;
    const trials = Array.from({ length: trialsOfPolicy }, () => ({
      context: drawContext(draw, program, draw.pick(["whole", "whole", "part", "any"])),
      limits: drawLimits(draw),
      sampleDefaults: draw.chance(1, 2),
      strict: draw.chance(1, 10),
      now: draw.chance(3, 4) ? evaluationInstant : null,
    }));
    return { situation, trials, [fc.toStringMethod]: () => showSituation(text, ...trials) };
  });
}

/** Limits that are met now and then. */
function drawLimits(draw: Draw): Limits {
  const perhaps = (outOf: number, limit: keyof Limits, last: number): number =>
    draw.chance(1, outOf) ? draw.whole(last) : defaultLimits[limit];
  return {
    steps: perhaps(3, "steps", 30),
    iterations: perhaps(10, "iterations", 3),
    whileIterations: perhaps(10, "whileIterations", 3),
    actions: perhaps(10, "actions", 3),
    listLength: perhaps(10, "listLength", 4),
    textLength: perhaps(10, "textLength", 6),
    depth: perhaps(20, "depth", 5),
  };
}

const emitted = law(
  {
    name: "emitted-equals-reference",
    statement: "emitted code and the reference interpreter give the same bytes",
    cases: 1000,
  },
  trialsOf,
  (example) => {
    if (example === null) return;
    const { program } = example.situation;
    const reference = createEvaluator(program, Number.POSITIVE_INFINITY);
    const compiled = createEvaluator(program, 0);
    for (const { context, ...options } of example.trials) {
      const expected = decisionJson(reference(context, { ...options, trace: false }));
      const actual = decisionJson(compiled(context, { ...options, trace: false }));
      expectSame(actual, expected, JSON.stringify({ context, ...options }));
    }
  },
);

const written = law(
  {
    name: "written-equals-reference",
    statement:
      "a written module, loaded from disk, and the reference interpreter give the same bytes",
    cases: 300,
  },
  trialsOf,
  (example) => {
    if (example === null) return;
    const { program, policy } = example.situation;
    const reference = createEvaluator(program, Number.POSITIVE_INFINITY);
    const strict = example.trials[0]?.strict ?? false;
    const settings = { ...policy.settings, strict };
    const trials = example.trials.map(({ context, limits, sampleDefaults, now }) => ({
      context,
      options: { limits, sampleDefaults, ...(now === null ? {} : { now }) },
    }));
    const actual = decideByModule({ program, source: policy.source, settings }, trials);
    for (const [index, { context, ...options }] of example.trials.entries()) {
      const expected = decisionJson(reference(context, { ...options, strict, trace: false }));
      expectSame(actual[index], expected, JSON.stringify({ context, ...options }));
    }
  },
);

export const evaluatorLaws: readonly Law[] = [emitted, written];

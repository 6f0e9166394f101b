// The encoding is held to the evaluator: under values for the input's variables every condition comes out as the evaluator
// says in the context that those values describe.
import {
  createEvaluator,
  type Decision,
  defaultLimits,
  type Program,
  type TraceEntry,
  type Type,
} from "@omega/core";
import { situations } from "@omega/testkit/laws";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allTaken, encodeBreach, failsafeCalled, isWithheld } from "../src/encode-breach.ts";
import { type Enforcement, encodeEnforcement } from "../src/encode-enforcement.ts";
import type { SymbolicInput } from "../src/encode-inputs.ts";
import { type Attempt, type EncodedProgram, encodeProgram } from "../src/encode-rules.ts";
import { type Term, variablesOf } from "../src/term.ts";
import { witnessInstant, writeContext, writeInstant } from "../src/witness.ts";
import { evaluateTerm, Overflow, type TermValue } from "./evaluate-term.ts";

const CONTEXTS_OF_EACH = 8;

test("every condition inside the encoding comes out as the evaluator says", () => {
  const counts = { attempts: 0, fired: 0, refused: 0, undecided: 0, enforced: 0, broken: 0 };
  const property = fc.property(situations(2), fc.integer(), (situation, seed) => {
    if (situation === null) return;
    const { program } = situation;
    const encoded = encodeProgram(program, 3);
    const evaluate = createEvaluator(program);
    const names = program.actions.map(({ name }) => name);
    const enforcement = encodeEnforcement(names, allTaken(encoded), encoded);
    const literals = literalsOf(program);
    const random = randomFrom(seed);
    for (let turn = 0; turn < CONTEXTS_OF_EACH; turn++) {
      const values = drawValues(encoded, literals, random);
      const isCovered = encoded.inputs.confinements.every(
        (to) => evaluateTerm(to, values) === true,
      );
      if (!isCovered) continue;
      const context = writeContext(encoded, values, everyVariable(encoded));
      const now = writeInstant(encoded, values);
      const decision = evaluate(context, {
        now,
        limits: defaultLimits,
        sampleDefaults: false,
        strict: false,
        trace: true,
      });
      const { trace = [] } = decision;
      for (const attempt of encoded.attempts) {
        if (attempt.outside !== null) continue;
        const expected = [
          hasOutcome(trace, attempt, "fired"),
          hasOutcome(trace, attempt, "not fired"),
        ];
        const actual = unlessOverflow(() => [
          evaluateTerm(attempt.taken, values),
          evaluateTerm(attempt.refused, values),
        ]);
        if (actual === null) continue;
        const where = `${attempt.rule.id} ${attempt.branch} ${attempt.text}\n${now} ${JSON.stringify(context)}`;
        expect({ where, outcome: actual }).toEqual({ where, outcome: expected });
        counts.attempts++;
        if (actual[0] === true) counts.fired++;
        else if (actual[1] === true) counts.refused++;
        else counts.undecided++;
      }
      const called = trace.some(({ rule }) => rule === "failsafe");
      const valuesThen = new Map([...values, [failsafeCalled.name, called]]);
      const where = `${now} ${JSON.stringify(context)}`;
      if (typeof enforcement === "string") continue;
      for (const { outcome, expected } of enforced(enforcement, encoded, valuesThen, decision)) {
        expect({ where, outcome }).toEqual({ where, outcome: expected });
        counts.enforced++;
        if (expected === true) counts.broken++;
      }
    }
  });
  fc.assert(property, { numRuns: 60 });
  // The law says nothing unless all three truth values occur, often.
  expect(Math.min(counts.fired, counts.refused, counts.undecided)).toBeGreaterThan(80);
  expect(Math.min(counts.enforced, counts.broken * 5)).toBeGreaterThan(80);
});

/** What is left of actions and which clauses are broken, as the encoding and the decision have it. */
function enforced(
  enforcement: Enforcement,
  encoded: EncodedProgram,
  values: ReadonlyMap<string, TermValue>,
  { actions, pending, violations }: Decision,
): readonly { readonly outcome: unknown; readonly expected: unknown }[] {
  const holds = (term: Term): boolean | null =>
    unlessOverflow(() => evaluateTerm(term, values) === true);
  const left = enforcement.left.map(({ action, when }) => ({ action, isLeft: holds(when) }));
  if (left.some(({ isLeft }) => isLeft === null)) return [];
  const found = left.flatMap(({ action, isLeft }) => (isLeft === true ? [action] : []));
  const decided = [...actions, ...pending].map(({ name }) => name);
  const broken = encoded.program.constraints.flatMap((constraint) => {
    if (isWithheld(constraint.clause)) return [];
    const breach = encodeBreach(constraint, enforcement.left, encoded);
    const isBroken = typeof breach === "string" ? null : holds(breach);
    const expected = violations.some((violation) => violation.constraint === constraint.id);
    return isBroken === null ? [] : [{ outcome: isBroken, expected }];
  });
  return [{ outcome: found.sort(), expected: decided.sort() }, ...broken];
}

function hasOutcome(
  trace: readonly TraceEntry[],
  { rule, branch }: Attempt,
  outcome: TraceEntry["outcome"],
): boolean {
  return trace.some(
    (entry) => entry.rule === rule.id && entry.branch === branch && entry.outcome === outcome,
  );
}

function unlessOverflow<Result>(compute: () => Result): Result | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Overflow) return null;
    throw error;
  }
}

function everyVariable({ inputs }: EncodedProgram): ReturnType<typeof variablesOf> {
  const terms: Term[] = [];
  const collect = (input: SymbolicInput): void => {
    switch (input.kind) {
      case "outside":
        break;
      case "scalar":
        terms.push(input.known, input.value);
        break;
      case "record":
        terms.push(input.known);
        for (const field of input.fields.values()) collect(field);
        break;
      case "list":
        terms.push(input.known, input.length);
        for (const element of input.elements) collect(element);
    }
  };
  for (const { input, absent } of inputs.attributes) {
    collect(input);
    if (absent !== null) terms.push(absent);
  }
  return variablesOf(terms);
}

// --- drawing values -----------------------------------------------------------------------------------------------

/** A whole number from 0 below `end`. */
type Random = (end: number) => number;

function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % end;
  };
}

function drawValues(
  { inputs, bound }: EncodedProgram,
  { numbers, texts }: Literals,
  random: Random,
): ReadonlyMap<string, TermValue> {
  const values = new Map<string, TermValue>();
  const draw = (input: SymbolicInput): void => {
    if (input.kind === "outside") return;
    values.set(input.known.name, random(6) > 0);
    switch (input.kind) {
      case "scalar":
        values.set(input.value.name, drawScalar(input.type));
        break;
      case "record":
        for (const field of input.fields.values()) draw(field);
        break;
      case "list":
        values.set(input.length.name, random(bound + 1));
        for (const element of input.elements) draw(element);
    }
  };
  const drawScalar = (type: Type): TermValue => {
    switch (type.kind) {
      case "number": {
        const near = (numbers[random(numbers.length)] ?? 0) + random(3) - 1;
        const whole = type.integer ? Math.round(near) : near;
        return Math.min(Math.max(whole, type.minimum ?? whole), type.maximum ?? Number.MAX_VALUE);
      }
      case "text":
        return (type.values ?? texts)[random((type.values ?? texts).length)] ?? "";
      case "time":
        return Date.parse(witnessInstant) + (random(5) - 2) * 3_600_000;
      default:
        return random(2) === 0;
    }
  };
  values.set(inputs.clock.name, Date.parse(witnessInstant) + (random(200) - 100) * 3_599_000);
  for (const { input, absent } of inputs.attributes) {
    draw(input);
    if (absent !== null) values.set(absent.name, random(3) === 0);
  }
  return values;
}

interface Literals {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/** The numbers and texts that a program names: near them is where conditions change. */
function literalsOf(program: Program): Literals {
  const numbers = new Set([0, 1]);
  const texts = new Set(["", "a", " ok ", "ẞtraße", "İΣ", "𝔞"]);
  const open: unknown[] = [...program.rules];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (typeof part === "number" && Number.isFinite(part)) numbers.add(part);
    if (typeof part !== "object" || part === null) continue;
    const { value } = part as { readonly value?: unknown }; // reading only
    if (typeof value === "string") {
      for (const text of [value, `${value}x`, `x${value}`, ` ${value.toUpperCase()}`])
        texts.add(text);
    }
    for (const inner of Object.values({ ...part, value }))
      if (inner !== undefined) open.push(inner);
  }
  return { numbers: [...numbers], texts: [...texts] };
}

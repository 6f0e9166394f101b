// The context after the actions of a tick: what their declared Effects make of it.

import { isRecordOfJson } from "../evaluate/build-decision.ts";
import type { JsonRecord, JsonValue } from "../evaluate/canonical-json.ts";
import type { EvaluationOptions } from "../evaluate/evaluation-options.ts";
import { evaluateExpression } from "../evaluate/expressions.ts";
import { readAttribute } from "../evaluate/read-context.ts";
import { startState, valueOfAttribute } from "../evaluate/state.ts";
import { type Instant, isUnknown, type Value } from "../evaluate/value.ts";
import { valueToJson } from "../evaluate/value-json.ts";
import type { Program, ProgramAttribute, ProgramEffect } from "../semantics/program.ts";
import {
  addRationals,
  negateRational,
  rationalFromNumber,
  rationalToNumber,
} from "../semantics/units/rational.ts";
import { formatInstant } from "../std/instant.ts";
import type { UnappliedEffect } from "./simulation.ts";

/** Where effects are applied. */
export interface EffectScene {
  readonly program: Program;
  readonly context: JsonRecord;
  readonly options: EvaluationOptions;
  readonly now: Instant | null;
  readonly saturate: boolean;
}

export interface AppliedEffects {
  readonly context: JsonRecord;
  readonly unapplied: readonly Omit<UnappliedEffect, "tick">[];
  /** An attribute that left the finite numbers, and with it the context; else null. */
  readonly overflow: string | null;
}

/**
 * Applies the effects of each action, once for each time it was taken, in the order taken. Amounts are those of the
 * context as decided on; sums are those of the decimals that numbers are written as, rounded once, so that ten times
 * 0.1 is 1.
 */
export function applyEffects(actions: readonly string[], scene: EffectScene): AppliedEffects {
  const { program, options, now } = scene;
  const state = startState(program, scene.context, { ...options, trace: false }, now);
  const unapplied: Omit<UnappliedEffect, "tick">[] = [];
  let context = scene.context;
  for (const action of actions) {
    for (const effect of program.effects) {
      const attribute = program.attributes[effect.attributeIndex];
      if (effect.action !== action || attribute === undefined) continue;
      const amount = evaluateExpression(effect.amount, state);
      const result = isUnknown(amount)
        ? "amount unknown"
        : changed(effect, attribute, amount, { ...scene, context });
      if (typeof result === "string") {
        unapplied.push({ action, attribute: attribute.name, reason: result });
      } else if (result.value === null) {
        return { context, unapplied, overflow: attribute.name };
      } else {
        const reading = readingOf(attribute, result.value, now);
        context = { ...context, [attribute.name]: reading };
      }
    }
  }
  return { context, unapplied, overflow: null };
}

/** The attribute's value after the effect; null beyond the finite numbers. */
function changed(
  { change }: ProgramEffect,
  attribute: ProgramAttribute,
  amount: Value,
  scene: EffectScene,
): { readonly value: Value | null } | "attribute unknown" {
  if (change === "SETS") return { value: clamped(amount, attribute, scene) };
  const current = currentValue(attribute, scene);
  if (typeof current !== "number" || typeof amount !== "number") return "attribute unknown";
  const sum = addDecimals(current, change === "RAISES" ? amount : -amount);
  return { value: sum === null ? null : clamped(sum, attribute, scene) };
}

/** The sum of the two shortest decimals, rounded once; null beyond the finite numbers. */
function addDecimals(a: number, b: number): number | null {
  const first = rationalFromNumber(Math.abs(a));
  const second = rationalFromNumber(Math.abs(b));
  if (first === null || second === null) return null;
  const sum = rationalToNumber(
    addRationals(a < 0 ? negateRational(first) : first, b < 0 ? negateRational(second) : second),
  );
  return Number.isFinite(sum) ? sum : null;
}

function clamped(value: Value, { type }: ProgramAttribute, { saturate }: EffectScene): Value {
  if (!saturate || typeof value !== "number" || type.kind !== "number") return value;
  const { minimum, maximum } = type;
  return Math.min(Math.max(value, minimum ?? value), maximum ?? value);
}

/** As rules read it, but that a number beyond its declared range, or too old, still is one. */
export function currentValue(attribute: ProgramAttribute, scene: EffectScene): Value {
  const { program, context, options, now } = scene;
  const state = startState(program, context, { ...options, trace: false }, now);
  const index = program.attributes.indexOf(attribute);
  const value = valueOfAttribute(index, state);
  if (!isUnknown(value) || attribute.type.kind !== "number") return value;
  const type = { ...attribute.type, minimum: null, maximum: null };
  const unbounded = readAttribute({ ...attribute, type }, context, {
    now,
    offsetMinutes: program.offsetMinutes,
  });
  return isUnknown(unbounded) ? value : unbounded;
}

/** The value as a context gives it: with its unit, and with the instant where it has to be fresh. */
function readingOf(
  { type, freshMilliseconds }: ProgramAttribute,
  value: Value,
  now: Instant | null,
): JsonValue {
  const json = valueToJson(value, type, { visit() {}, unknown() {} });
  if (freshMilliseconds === null || now === null) return json;
  const at = formatInstant(now.milliseconds);
  const isQuantity = type.kind === "number" && isRecordOfJson(json);
  return isQuantity ? { ...json, at } : { value: json, at };
}

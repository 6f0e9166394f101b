// Flips found by trying: values at which conditions change where nothing can be proved, and readings and elements that are added
// or taken away where no other value does it.
import type { Decision, JsonValue, Program } from "@omega/core";
import { boundaryValues, drawContexts, roundTo } from "../boundary-values.ts";
import { type ContextPath, isRecord, replaceAt, valueAt } from "../context-path.ts";
import type { SolverValue } from "../read-model.ts";
import type { JsonRecord } from "../witness.ts";
import { type FlipRequest, isTaken, type ReadingChange } from "./flip.ts";
import { costOf, type Reading, unitOf, valuesToTry } from "./readings.ts";

/** A reading with its new value. */
export interface ChangedReading {
  readonly reading: Reading;
  readonly value: SolverValue;
}

/** So many contexts are tried. */
const MOST_TRIALS = 6_000;

/** The least change of one reading, else of two, among those at which conditions change; null where none does it. */
export function tryFlips(
  program: Program,
  readings: readonly Reading[],
  flips: (changed: readonly ChangedReading[]) => boolean,
): readonly ChangedReading[] | null {
  const boundaries = boundaryValues([program]);
  const singles = readings
    .flatMap((reading) => valuesToTry(reading, boundaries).map((value) => ({ reading, value })))
    .sort((one, other) => costOf(one.reading, one.value) - costOf(other.reading, other.value));
  let trials = MOST_TRIALS;
  for (const single of singles) {
    if (trials-- <= 0) return null;
    if (flips([single])) return [nearer(single, (value) => flips([{ ...single, value }]))];
  }
  for (const [index, first] of singles.entries()) {
    for (const second of singles.slice(0, index)) {
      if (second.reading === first.reading) continue;
      if (trials-- <= 0) return null;
      if (flips([second, first])) return [second, first];
    }
  }
  return null;
}

/** The value that is nearest to the present one on the way to one that does it. */
function nearer(
  { reading, value }: ChangedReading,
  flips: (value: SolverValue) => boolean,
): ChangedReading {
  const { type, step, value: now } = reading;
  if (type.kind !== "number" || typeof value !== "number" || typeof now !== "number") {
    return { reading, value };
  }
  let near = now;
  let far = value;
  while (Math.abs(far - near) > step * 1.5) {
    const middle = roundTo((near + far) / 2, step);
    if (middle === near || middle === far) break;
    if (flips(middle)) far = middle;
    else near = middle;
  }
  return { reading, value: far };
}

/** What changes, as people read it. */
export function describeChanges(changed: readonly ChangedReading[]): readonly ReadingChange[] {
  return changed.map(({ reading: { path, type, value: before }, value }) => ({
    path: pathText(path),
    before: shown(before, type.kind),
    after: shown(value, type.kind),
    unit: unitOf(type),
  }));
}

function shown(value: SolverValue | null, kind: string): JsonValue {
  return kind === "time" && typeof value === "number" ? new Date(value).toISOString() : value;
}

function pathText(path: ContextPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(step);
    if (text === "") return isName ? step : `\`${step}\``;
    return isName ? `${text}.${step}` : `${text}[${JSON.stringify(step)}]`;
  }, "");
}

// --- other shapes -------------------------------------------------------------------------------------------------

interface OtherShape {
  readonly changes: readonly ReadingChange[];
  readonly context: JsonRecord;
  readonly after: Decision;
}

/** One reading or element taken away, or one element added; null where none of that does it. */
export function tryShapes(
  program: Program,
  readings: readonly Reading[],
  { action, context, decide }: FlipRequest,
  happens: boolean,
): OtherShape | null {
  for (const { path, before, after } of otherShapes(program, readings, context)) {
    const changed = after === undefined ? without(context, path) : replaceAt(context, path, after);
    if (!isRecord(changed)) continue;
    const decision = decide(changed);
    if (isTaken(decision, action) === happens) continue;
    const change = { path: pathText(path), before, after: after ?? null, unit: "" };
    return { changes: [change], context: changed, after: decision };
  }
  return null;
}

interface ShapeChange {
  readonly path: ContextPath;
  readonly before: JsonValue;
  /** Undefined for what is taken away. */
  readonly after: JsonValue | undefined;
}

function* otherShapes(
  program: Program,
  readings: readonly Reading[],
  context: JsonRecord,
): Generator<ShapeChange> {
  for (const { path, value } of readings) {
    if (value !== null) yield { path, before: valueAt(context, path), after: undefined };
  }
  const samples = [...drawContexts([program], 200)];
  for (const { name, type } of program.attributes) {
    if (type.kind !== "list") continue;
    const given = context[name];
    const list: readonly JsonValue[] = Array.isArray(given) ? given : [];
    if (!Array.isArray(given)) yield { path: [name], before: null, after: [] };
    for (const index of list.keys()) {
      const rest = list.filter((_, other) => other !== index);
      yield { path: [name], before: given ?? null, after: rest };
    }
    for (const sample of samples) {
      const drawn = sample[name];
      for (const element of Array.isArray(drawn) ? drawn.slice(0, 1) : []) {
        yield { path: [name], before: given ?? null, after: [...list, element] };
      }
    }
  }
}

function without(context: JsonRecord, path: ContextPath): JsonValue {
  const last = path.at(-1);
  const outer = valueAt(context, path.slice(0, -1));
  if (typeof last !== "string" || !isRecord(outer)) return replaceAt(context, path, null);
  const rest = Object.fromEntries(Object.entries(outer).filter(([name]) => name !== last));
  return replaceAt(context, path.slice(0, -1), rest);
}

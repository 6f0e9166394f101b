// Makes a context easier to read: with everything in it, as little else going on as can be, and round numbers.
import type { JsonValue, Program } from "@omega/core";
import { type BoundaryValues, boundaryValues, readingOf } from "../boundary-values.ts";
import { isRecord, replaceAt, valueAt } from "../context-path.ts";
import { numbersIn, rounderThan, shorterLists } from "../plainer-values.ts";
import type { JsonRecord } from "../witness.ts";

export interface ContextSimplifier {
  /** What is read, and what values it might have. */
  readonly programs: readonly Program[];
  /** When: the instant of fresh readings. */
  readonly now: string;
  /** How much goes on in the context besides, as a number; null where it does not show what it is to show. */
  readonly loudness: (context: JsonRecord) => number | null;
}

/** So many contexts are tried for one that is easy to read. */
const MOST_TRIALS = 600;

/** So many values are tried of one attribute. */
const VALUES_OF_EACH = 6;

/** The context, which shows something, with values that show it more quietly, and rounder ones where they do as well. */
export function simplifyContext(
  context: JsonRecord,
  { programs, now, loudness }: ContextSimplifier,
): JsonRecord {
  let simplest = context;
  let least = loudness(context);
  let trials = MOST_TRIALS;
  if (least === null) return context;
  const tryOne = (
    candidate: JsonValue,
    isWanted: (loud: number, than: number) => boolean,
  ): boolean => {
    trials--;
    if (!isRecord(candidate) || trials < 0) return false;
    const loud = loudness(candidate);
    if (loud === null || least === null || !isWanted(loud, least)) return false;
    simplest = candidate;
    least = loud;
    return true;
  };
  const values = boundaryValues(programs);
  for (const attribute of attributesOf(programs)) {
    const { name } = attribute;
    // What changes nothing where it is missing need not be there.
    const notLouder = (loud: number, than: number): boolean => loud <= than;
    if (
      !shorterLists(simplest[name]).some((list) => tryOne({ ...simplest, [name]: list }, notLouder))
    ) {
      if (Object.hasOwn(simplest, name) && tryOne(without(simplest, name), notLouder)) continue;
    }
    // Beside its unit a number means the same to all.
    if (isStated(simplest[name])) continue;
    for (const value of quietValues(attribute, values, now)) {
      tryOne({ ...simplest, [name]: value }, (loud, than) => loud < than);
    }
  }
  for (const path of numbersIn(simplest, [])) {
    const number = valueAt(simplest, path);
    if (typeof number !== "number") continue;
    for (const rounder of rounderThan(number)) {
      if (tryOne(replaceAt(simplest, path, rounder), (loud, than) => loud <= than)) break;
    }
  }
  return simplest;
}

type Attribute = Program["attributes"][number];

/** Of an attribute that both read, as the last reads it. */
function attributesOf(programs: readonly Program[]): Iterable<Attribute> {
  const all = programs.flatMap(({ attributes }) => attributes);
  return new Map(all.map((attribute) => [attribute.name, attribute])).values();
}

function quietValues(
  attribute: Attribute,
  values: BoundaryValues,
  now: string,
): readonly JsonValue[] {
  const { type } = attribute;
  if (type.kind === "list") return [[]];
  const all = values.of(type);
  const every = Math.max(1, Math.ceil(all.length / VALUES_OF_EACH));
  return all
    .filter((_, index) => index % every === 0)
    .map((value) => readingOf(value, attribute, now));
}

function isStated(json: JsonValue | undefined): boolean {
  return json !== undefined && isRecord(json) && "unit" in json;
}

function without(context: JsonRecord, name: string): JsonRecord {
  return Object.fromEntries(Object.entries(context).filter(([other]) => other !== name));
}

// Makes a candidate readable: what need not differ from a context that people know does not, and numbers have few digits.
import { canonicalJson, type JsonValue } from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import type { Candidate } from "./candidate.ts";
import { plainness, rounded } from "./plain-numbers.ts";
import { isRecord } from "./readings.ts";

/** The candidate with readings of `base` and plainer numbers wherever `stillShows` is content. */
export function simplifyCandidate(
  start: Candidate,
  base: JsonRecord,
  stillShows: (candidate: Candidate) => boolean,
): Candidate {
  let { context } = start;
  const { now } = start;
  const settle = (changed: JsonRecord): boolean => {
    if (!stillShows({ context: changed, now })) return false;
    context = changed;
    return true;
  };
  const names = [...new Set([...Object.keys(base), ...Object.keys(context)])];
  for (const name of names) {
    if (isSame(context[name], base[name])) continue;
    const { [name]: _, ...others } = context;
    const usual = base[name];
    settle(usual === undefined ? others : { ...others, [name]: usual });
  }
  for (const name of names) {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const value = context[name];
      if (value === undefined || isSame(value, base[name])) break;
      if (
        !settleFirst(plainerValues(value), (plainer) => settle({ ...context, [name]: plainer }))
      ) {
        break;
      }
    }
  }
  return { context, now };
}

function isSame(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);
}

/** Every turn makes a reading plainer in one place. */
const MOST_TURNS = 24;

function settleFirst(values: Iterable<JsonValue>, settle: (value: JsonValue) => boolean): boolean {
  for (const value of values) if (settle(value)) return true;
  return false;
}

/** The reading with one thing in it plainer; plainest first, nothing where it is plain already. */
function* plainerValues(json: JsonValue): Generator<JsonValue> {
  if (typeof json === "number") {
    for (const value of rounded(json)) if (plainness(value) < plainness(json)) yield value;
    return;
  }
  if (Array.isArray(json)) {
    const list: readonly JsonValue[] = json;
    if (list.length > 1) yield list.slice(0, -1);
    for (const [index, element] of list.entries()) {
      for (const plainer of plainerValues(element)) {
        yield list.map((kept, at) => (at === index ? plainer : kept));
      }
    }
    return;
  }
  if (!isRecord(json)) return;
  for (const [name, member] of Object.entries(json)) {
    for (const plainer of plainerValues(member)) yield { ...json, [name]: plainer };
  }
}

/** How much there is to read in what differs from `base`. */
export function readingCost({ context }: Candidate, base: JsonRecord): number {
  let cost = 0;
  for (const name of new Set([...Object.keys(base), ...Object.keys(context)])) {
    const value = context[name];
    if (isSame(value, base[name])) continue;
    cost += 10 + (value === undefined ? 1 : canonicalJson(value).length);
  }
  return cost;
}

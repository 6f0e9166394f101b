// What emitted code calls: readings in other forms than they mostly have, and the parts of the language it does not write
// out itself.
import { modulo } from "../evaluate/arithmetic.ts";
import { isPrototypeOfRecords } from "../evaluate/canonical-json.ts";
import { readAttribute } from "../evaluate/read-context.ts";
import { copyJson, copyOthers, hasRoom } from "../evaluate/snapshot-context.ts";
import { isInstant, isUnknown, type Value } from "../evaluate/value.ts";
import { hasLoneSurrogate } from "../source/unicode.ts";
import { formatInstant } from "../std/instant.ts";
import { compilePattern } from "../std/regular-expression.ts";
import type { Frame } from "./frame.ts";
import { bound, interpret, scalar } from "./hand-over.ts";
import { call, instantAt, instantOf, lambda, standardFunction } from "./native-calls.ts";

/** An attribute's value where it is known; undefined where it is not, or where a sample may have to stand in. */
function reading(frame: Frame, index: number): Value | undefined {
  const known = frame.readings?.[index];
  if (known !== undefined) return known;
  const { native, json, options } = frame;
  const attribute = native.program.attributes[index];
  if (attribute === undefined) return undefined;
  const given = Object.hasOwn(json, attribute.name) && json[attribute.name] !== null;
  const terms = { now: options.instant, offsetMinutes: native.program.offsetMinutes };
  const value = given ? readAttribute(attribute, json, terms) : attribute.default;
  if (value === null || isUnknown(value)) return undefined;
  frame.readings ??= [];
  frame.readings[index] = value;
  return value;
}

/** A truth value or a text; null for a text that may be longer than the host allows. */
function odd(frame: Frame, index: number): Value | null | undefined {
  const value = reading(frame, index);
  if (typeof value === "string" && value.length > frame.textLength) return null;
  return scalar(value);
}

function oddNumber(frame: Frame, index: number): number {
  const value = reading(frame, index);
  return typeof value === "number" ? value : Number.NaN;
}

function oddTime(frame: Frame, index: number): number {
  const value = reading(frame, index);
  return value !== undefined && isInstant(value) ? value.milliseconds : Number.NaN;
}

/** Freezes a literal through and through, and gives it back. */
function freeze<Literal>(literal: Literal): Literal {
  if (typeof literal === "object" && literal !== null) {
    for (const part of Object.values(literal)) freeze(part);
    Object.freeze(literal);
  }
  return literal;
}

/** For how many elements of a list events are kept. */
const mostRemembered = 256;

/** What `make` makes for each index, frozen, and made once for the first of them. */
function remembered<Made>(make: (index: number) => Made): (index: number) => Made {
  const made: (Made | undefined)[] = [];
  return (index) => {
    const known = made[index];
    if (known !== undefined) return known;
    const fresh = freeze(make(index));
    if (index < mostRemembered) made[index] = fresh;
    return fresh;
  };
}

/** What emitted code calls, by name. */
export const nativeSupport = {
  bound,
  call,
  compilePattern,
  copyJson,
  copyOthers,
  formatInstant,
  freeze,
  getPrototypeOf: Object.getPrototypeOf,
  hasLoneSurrogate,
  hasRoom,
  instantAt,
  instantOf,
  interpret,
  isPrototypeOfRecords,
  lambda,
  modulo,
  odd,
  oddNumber,
  oddTime,
  remembered,
  standardFunction,
};

// From a condition to formulas: when it is true, and when it is false. Where neither holds it is unknown (Kleene).
import { parseInstant } from "../../std/instant.ts";
import { printPattern } from "../../syntax/print-expression.ts";
import type {
  BetweenExpression,
  BinaryExpression,
  Expression,
  NumberLiteral,
  Pattern,
  PatternAlternative,
} from "../../syntax/tree.ts";
import { shown } from "../checking.ts";
import { literalIn } from "../literals.ts";
import { isPlain } from "../number-type.ts";
import type { NumberType, Type } from "../types.ts";
import { sameUnit } from "../units/unit.ts";
import { type Written, writtenBeside } from "./bound-names.ts";
import { all, certain, type Formula, impossible, negate, type Subject, some } from "./formula.ts";
import { numbersThatAre, theseNumbers } from "./number-set.ts";
import {
  anyKnown,
  knownNames,
  knownNumbers,
  onlyUnknown,
  otherKnownValues,
  type PossibleValues,
} from "./possible-values.ts";
import {
  keyOf,
  type Readings,
  resolveNames,
  subjectOf,
  textName,
  truthDomain,
  typeOf,
} from "./subject.ts";

/** When a condition is true and when it is false. */
export interface Reading {
  readonly holds: Formula;
  readonly fails: Formula;
  /** How many parts were taken apart for it. */
  readonly parts: number;
}

/** What reads conditions: each is read once, and the value of a LET name is shared by all that read it. */
export interface Reader extends Readings {
  readonly read: (condition: Written) => Reading;
}

/** When it is neither. */
export function isUnknownIn({ holds, fails }: Reading): Formula {
  return all([negate(holds), negate(fails)]);
}

/** Parts of one condition, those that LET names stand for included; what is beyond is not taken apart. */
const mostParts = 100;
/** LET names whose values read LET names are followed this far. */
const deepest = 32;

/** Makes a reader. What it cannot take apart is a subject of its own: true, false or unknown. */
export function createReader(readings: Readings): Reader {
  const known = new Map<Expression, { readonly moment: number; readonly reading: Reading }>();
  let depth = 0;
  const reader: Reader = {
    ...readings,
    read(written) {
      const before = known.get(written.expression);
      if (before?.moment === written.moment) return before.reading;
      depth++;
      const reading =
        depth > deepest ? opaque(written, reader) : readParts(written, reader, { left: mostParts });
      depth--;
      known.set(written.expression, { moment: written.moment, reading });
      return reading;
    },
  };
  return reader;
}

function readParts(written: Written, reader: Reader, room: { left: number }): Reading {
  const { expression } = written;
  if (--room.left < 0) return opaque(written, reader);
  const within = (part: Expression): Written => writtenBeside(written, part);
  switch (expression.kind) {
    case "boolean":
      return expression.value ? always : never;
    case "reference":
      return readName(written, reader, room);
    case "unary":
      return expression.operator === "NOT"
        ? opposite(readParts(within(expression.operand), reader, room))
        : opaque(written, reader);
    case "binary":
      if (expression.operator === "AND" || expression.operator === "OR") {
        const left = readParts(within(expression.left), reader, room);
        const right = readParts(within(expression.right), reader, room);
        return expression.operator === "AND" ? both(left, right) : either(left, right);
      }
      return readBinary(written, expression, reader) ?? opaque(written, reader);
    case "between":
      return readBetween(written, expression, reader) ?? opaque(written, reader);
    case "is": {
      const subject = subjectOf(within(expression.subject), reader);
      const known = (expression.state === "KNOWN") !== expression.negated;
      const member: Formula = { kind: "member", subject, values: known ? anyKnown : onlyUnknown };
      return { holds: member, fails: negate(member), parts: 1 };
    }
    default:
      return opaque(written, reader);
  }
}

/** An attribute, or a LET name: then what it stands for, where there is room for it. */
function readName(written: Written, reader: Reader, room: { left: number }): Reading {
  const value = resolveNames(written, reader);
  if (value.expression === written.expression) return opaque(written, reader);
  const reading = reader.read(value);
  room.left -= reading.parts;
  return room.left < 0 ? opaque(written, reader) : reading;
}

const always: Reading = { holds: certain, fails: impossible, parts: 1 };
const never: Reading = { holds: impossible, fails: certain, parts: 1 };

function opposite({ holds, fails, parts }: Reading): Reading {
  return { holds: fails, fails: holds, parts };
}

function both(left: Reading, right: Reading): Reading {
  return {
    holds: all([left.holds, right.holds]),
    fails: some([left.fails, right.fails]),
    parts: left.parts + right.parts,
  };
}

function either(left: Reading, right: Reading): Reading {
  return opposite(both(opposite(left), opposite(right)));
}

/** A subject that is known and among the values, or known and not. */
function isAmong(subject: Subject, values: PossibleValues): Reading {
  return {
    holds: { kind: "member", subject, values },
    fails: { kind: "member", subject, values: otherKnownValues(values) },
    parts: 1,
  };
}

/** A condition that is its own subject. */
function opaque(written: Written, readings: Readings): Reading {
  const subject = subjectOf(written, readings);
  return isAmong({ ...subject, domain: truthDomain }, isTrue);
}

const isTrue = knownNames(["true"]);

// ---- comparisons -------------------------------------------------------------------------------------------------

const mirrored = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;
type Comparison = keyof typeof mirrored;

function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(mirrored, operator);
}

function readBinary(
  written: Written,
  { operator, left, right }: BinaryExpression,
  readings: Readings,
): Reading | null {
  const first = writtenBeside(written, left);
  const second = writtenBeside(written, right);
  if (isComparison(operator)) return readComparison(first, operator, second, readings);
  if (operator !== "IN" && operator !== "NOT IN") return null;
  const reading = readMembership(first, second, readings);
  return reading === null || operator === "IN" ? reading : opposite(reading);
}

function readComparison(
  left: Written,
  operator: Comparison,
  right: Written,
  readings: Readings,
): Reading | null {
  return (
    readAgainstLiteral(left, operator, right, readings) ??
    readAgainstLiteral(right, mirrored[operator], left, readings) ??
    readRelation(left, operator, right, readings)
  );
}

/** `subject operator literal`; null where the other side is no literal that the subject compares with. */
function readAgainstLiteral(
  subject: Written,
  operator: Comparison,
  literal: Written,
  readings: Readings,
): Reading | null {
  const value = literalValue(literal, typeOf(subject, readings), readings);
  if (value === null) return null;
  const constant = literalValue(subject, typeOf(subject, readings), readings);
  if (constant !== null) return compareLiterals(constant, operator, value);
  const values = valuesThatAre(operator, value);
  return values === null ? null : isAmong(subjectOf(subject, readings), values);
}

/**
 * A literal, or a LET name that stands for one, as the domains of subjects hold it: numbers in the unit of `type`,
 * instants in milliseconds. Null for everything else, and for a literal of another kind.
 */
function literalValue(written: Written, type: Type | null, readings: Readings): Literal | null {
  const { expression } = resolveNames(written, readings);
  switch (expression.kind) {
    case "boolean":
      return type?.kind === "boolean" ? String(expression.value) : null;
    case "number":
      return type?.kind === "number" ? numberIn(expression, type) : null;
    case "text":
      if (type?.kind === "time") {
        return parseInstant(expression.value, readings.analysis.offsetMinutes ?? undefined);
      }
      if (type?.kind !== "text") return null;
      // A text that the enumeration lacks is an error of its own, so nothing follows from it here.
      return type.values === null || type.values.includes(expression.value)
        ? textName(expression.value)
        : null;
    default:
      return null;
  }
}

type Literal = number | string;

/** A bare number beside a quantity is read in its unit. */
function numberIn(literal: NumberLiteral, { unit }: NumberType): number | null {
  const bare = literal.unit === "" && !isPlain(unit);
  const value = bare ? Number(literal.digits) : literalIn(literal, unit);
  return value !== null && Number.isFinite(value) ? value : null;
}

function valuesThatAre(operator: Comparison, value: Literal): PossibleValues | null {
  if (typeof value === "number") return knownNumbers(numbersThatAre(operator, value));
  if (operator === "==") return knownNames([value]);
  return operator === "!=" ? otherKnownValues(knownNames([value])) : null;
}

function compareLiterals(left: Literal, operator: Comparison, right: Literal): Reading | null {
  if (typeof left !== typeof right) return null;
  switch (operator) {
    case "==":
      return left === right ? always : never;
    case "!=":
      return left === right ? never : always;
    case "<":
      return left < right ? always : never;
    case "<=":
      return left <= right ? always : never;
    case ">":
      return left > right ? always : never;
    case ">=":
      return left >= right ? always : never;
  }
}

const outcomes: Readonly<Record<Comparison, readonly string[]>> = {
  "==": ["="],
  "!=": ["<", ">"],
  "<": ["<"],
  "<=": ["<", "="],
  ">": [">"],
  ">=": [">", "="],
};

/** Two values that are not literals: the subject is how they compare, less, equal or greater. */
function readRelation(
  left: Written,
  operator: Comparison,
  right: Written,
  readings: Readings,
): Reading | null {
  const one = typeOf(left, readings);
  const other = typeOf(right, readings);
  if (one === null || other === null || one.kind !== other.kind) return null;
  const ordered = one.kind === "number" || one.kind === "time";
  if (!ordered && operator !== "==" && operator !== "!=") return null;
  const first = keyOf(resolveNames(left, readings), readings);
  const second = keyOf(resolveNames(right, readings), readings);
  if (first === second) return null; // `x == x` is reported as such
  // The right side converts to the left one's unit, so in two units only one direction is the same comparison.
  const turned = first > second && (one.kind !== "number" || hasSameUnit(one, other));
  const subject: Subject = {
    key: turned ? `${second} ? ${first}` : `${first} ? ${second}`,
    texts: [shown(left.expression), shown(right.expression)],
    domain: { kind: "names", names: new Set(["<", "=", ">"]) },
    whole: false,
    declared: null,
  };
  return isAmong(subject, knownNames(outcomes[turned ? mirrored[operator] : operator]));
}

function hasSameUnit(one: Type, other: Type): boolean {
  return one.kind === "number" && other.kind === "number" && sameUnit(one.unit, other.unit);
}

function readBetween(
  written: Written,
  { value, low, high }: BetweenExpression,
  readings: Readings,
): Reading | null {
  const within = (expression: Expression): Written => writtenBeside(written, expression);
  if (hasReversedEnds(within(value), low, high, readings)) return null;
  const above = readComparison(within(value), ">=", within(low), readings);
  const below = readComparison(within(value), "<=", within(high), readings);
  return above === null || below === null ? null : both(above, below);
}

/** True of `BETWEEN 10 AND 5` and of the range `10..5`, which are reported as such. */
export function hasReversedEnds(
  subject: Written,
  low: Expression,
  high: Expression,
  readings: Readings,
): boolean {
  const type = typeOf(subject, readings);
  const from = literalValue(writtenBeside(subject, low), type, readings);
  const to = literalValue(writtenBeside(subject, high), type, readings);
  return typeof from === "number" && typeof to === "number" && from > to;
}

/** `subject IN [literals]`; null where the list holds anything else. */
function readMembership(subject: Written, list: Written, readings: Readings): Reading | null {
  const members = resolveNames(list, readings);
  if (members.expression.kind !== "list") return null;
  const type = typeOf(subject, readings);
  const numbers: number[] = [];
  const names: string[] = [];
  for (const expression of members.expression.elements) {
    const value = literalValue(writtenBeside(members, expression), type, readings);
    if (value === null) return null;
    if (typeof value === "number") numbers.push(value);
    else names.push(value);
  }
  // An empty list is spoken of as such; a list of two kinds is an error.
  if (numbers.length > 0 === names.length > 0) return null;
  const values = numbers.length > 0 ? knownNumbers(theseNumbers(numbers)) : knownNames(names);
  return isAmong(subjectOf(subject, readings), values);
}

// ---- patterns ----------------------------------------------------------------------------------------------------

/** When a subject matches a pattern, and when it is known not to. */
export function readPattern(subject: Written, pattern: Pattern, reader: Reader): Reading {
  if (pattern.alternatives.length > mostAlternatives) return unlike(subject, pattern, reader);
  const alternatives = pattern.alternatives.map((alternative) =>
    readAlternative(subject, alternative, reader),
  );
  return {
    holds: some(alternatives.map(({ holds }) => holds)),
    fails: all(alternatives.map(({ fails }) => fails)),
    parts: alternatives.length,
  };
}

/** Patterns of more alternatives are not taken apart. */
export const mostAlternatives = 64;

function readAlternative(
  subject: Written,
  alternative: PatternAlternative,
  reader: Reader,
): Reading {
  const within = (expression: Expression): Written => writtenBeside(subject, expression);
  const alone: Pattern = { alternatives: [alternative], span: alternative.span };
  switch (alternative.kind) {
    case "wildcard":
      return isAmong(subjectOf(subject, reader), anyKnown);
    case "literal-pattern": {
      const { literal } = alternative;
      if (literal.kind === "boolean") {
        const truth = reader.read(subject);
        return literal.value ? truth : opposite(truth);
      }
      const equal = readAgainstLiteral(subject, "==", within(literal), reader);
      return equal ?? unlike(subject, alone, reader);
    }
    case "range-pattern": {
      const { low, high } = endsOf(alternative);
      const reversed = hasReversedEnds(subject, low, high, reader);
      const above = readAgainstLiteral(subject, ">=", within(low), reader);
      const below = readAgainstLiteral(subject, "<=", within(high), reader);
      return above === null || below === null || reversed
        ? unlike(subject, alone, reader)
        : both(above, below);
    }
  }
}

/** The ends of a range pattern: a unit behind the upper one covers both, `0..10bar`. */
export function endsOf({ low, high }: Extract<PatternAlternative, { kind: "range-pattern" }>): {
  readonly low: NumberLiteral;
  readonly high: NumberLiteral;
} {
  return { low: low.unit === "" ? { ...low, unit: high.unit } : low, high };
}

/** A pattern that nothing is known of: true or false by itself. */
function unlike(subject: Written, pattern: Pattern, reader: Reader): Reading {
  const { texts, key } = subjectOf(subject, reader);
  const own: Subject = {
    key: `${key} => ${printPattern(pattern)}`,
    texts,
    domain: truthDomain,
    whole: false,
    declared: null,
  };
  return isAmong(own, isTrue);
}

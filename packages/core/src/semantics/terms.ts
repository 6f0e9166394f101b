// What inference computes with: types with holes, filled by unification. Only infer.ts and settling see them.
//
// Declared attributes give fixed terms; an undeclared one starts as a variable and takes what its uses say. Compound
// terms are linked before their parts are, so unification ends even where a record comes to contain itself.

import type { Span } from "../source/span.ts";
import { booleanType, numberOf, textType, timeType, undeterminedType } from "./number-type.ts";
import type { RecordTypeField, Type } from "./types.ts";
import { sameDimension } from "./units/dimension.ts";
import { differenceOf, one, sameUnit, type Unit } from "./units/unit.ts";

export type Term =
  | VariableTerm
  | { readonly kind: "boolean" | "time" }
  | { readonly kind: "text"; readonly values: readonly string[] | null }
  | NumberTerm
  | ListTerm
  | RecordTerm;

export interface VariableTerm {
  readonly kind: "variable";
  link: Term | null;
  /** Reached from an undeclared attribute: using it in two units is then an ambiguity of the input. */
  owned: boolean;
}

export interface NumberTerm {
  readonly kind: "number";
  readonly unit: UnitTerm;
  readonly integer: boolean;
}

export interface ListTerm {
  readonly kind: "list";
  readonly element: Term;
  link: ListTerm | null;
}

export interface RecordTerm {
  readonly kind: "record";
  readonly fields: Map<string, Term>;
  /** Declared records are closed: reading another field is an error that the checker reports. */
  readonly open: boolean;
  readonly owned: boolean;
  readonly optional: ReadonlySet<string>;
  link: RecordTerm | null;
}

/** Where a unit came from, for related places. */
export interface Evidence {
  readonly file: string;
  readonly span: Span;
}

export interface UnitTerm {
  link: UnitTerm | null;
  unit: Unit | null;
  /** Declared, or a literal's: never changes. */
  readonly fixed: boolean;
  /** A literal's: of temperatures it does not say whether they are absolute. */
  literal: boolean;
  owned: boolean;
  evidence: Evidence | null;
  /** Set once a second unit was met, so that it is reported once. */
  conflicted: boolean;
}

/** An undeclared unit that is used in a second unit of its dimension. */
export interface UnitConflict {
  readonly term: UnitTerm;
  readonly first: Unit;
  readonly second: Unit;
}

export const booleanTerm: Term = { kind: "boolean" };
export const timeTerm: Term = { kind: "time" };
export const textTerm: Term = { kind: "text", values: null };

export function variableTerm(owned = false): VariableTerm {
  return { kind: "variable", link: null, owned };
}

export function listTerm(element: Term): ListTerm {
  return { kind: "list", element, link: null };
}

export function recordTerm(fields: Map<string, Term>, open: boolean, owned = false): RecordTerm {
  return { kind: "record", fields, open, owned, optional: new Set(), link: null };
}

export function openUnit(owned = false): UnitTerm {
  return {
    link: null,
    unit: null,
    fixed: false,
    literal: false,
    owned,
    evidence: null,
    conflicted: false,
  };
}

export function fixedUnit(unit: Unit, literal = false): UnitTerm {
  return { ...openUnit(), unit, fixed: true, literal };
}

export function numberTerm(unit: UnitTerm, integer = false): NumberTerm {
  return { kind: "number", unit, integer };
}

/** The term of a declared type: nothing in it changes any more, except where the type is undetermined. */
export function termOf(type: Type): Term {
  switch (type.kind) {
    case "boolean":
      return booleanTerm;
    case "time":
      return timeTerm;
    case "text":
      return type.values === null ? textTerm : { kind: "text", values: type.values };
    case "number":
      return numberTerm(fixedUnit(type.unit), type.integer);
    case "list":
      return listTerm(termOf(type.element));
    case "record":
      return {
        ...recordTerm(
          new Map(type.fields.map((field) => [field.name, termOf(field.type)])),
          type.open,
        ),
        optional: new Set(type.fields.filter((field) => field.optional).map((field) => field.name)),
      };
    case "undetermined":
      return variableTerm();
  }
}

/** Follows links to what the term stands for now, shortening the way. */
export function resolve(term: Term): Term {
  let root = term;
  while ("link" in root && root.link !== null) root = root.link;
  let current = term;
  while (current.kind === "variable" && current.link !== null && current.link !== root) {
    const next: Term = current.link;
    current.link = root;
    current = next;
  }
  return root;
}

/** Follows links to the unit's representative, shortening the way. */
export function findUnit(term: UnitTerm): UnitTerm {
  let root = term;
  while (root.link !== null) root = root.link;
  let current = term;
  while (current.link !== null) {
    const next: UnitTerm = current.link;
    current.link = root;
    current = next;
  }
  return root;
}

/** Makes two terms agree as far as they can; where they cannot, the check that follows reports it. */
export function unify(
  a: Term,
  b: Term,
  evidence: Evidence | null,
  conflicts: (conflict: UnitConflict) => void,
): void {
  const left = resolve(a);
  const right = resolve(b);
  if (left === right) return;
  if (left.kind === "variable") {
    if (right.kind === "variable") right.owned ||= left.owned;
    left.link = right.kind === "number" ? ownNumber(left, right, evidence, conflicts) : right;
    return;
  }
  if (right.kind === "variable") {
    unify(right, left, evidence, conflicts);
    return;
  }
  if (left.kind === "number" && right.kind === "number") {
    unifyUnits(left.unit, right.unit, evidence, conflicts);
  } else if (left.kind === "list" && right.kind === "list") {
    left.link = right;
    unify(left.element, right.element, evidence, conflicts);
  } else if (left.kind === "record" && right.kind === "record") {
    unifyRecords(left, right, evidence, conflicts);
  }
}

/** A variable that turns out a number has a unit of its own, so that a second unit can be told from a conversion. */
function ownNumber(
  variable: VariableTerm,
  number: NumberTerm,
  evidence: Evidence | null,
  conflicts: (conflict: UnitConflict) => void,
): NumberTerm {
  const unit = openUnit(variable.owned);
  unifyUnits(unit, number.unit, evidence, conflicts);
  return numberTerm(unit, variable.owned ? false : number.integer);
}

function unifyRecords(
  left: RecordTerm,
  right: RecordTerm,
  evidence: Evidence | null,
  conflicts: (conflict: UnitConflict) => void,
): void {
  const [from, into] = left.open ? [left, right] : [right, left];
  if (from.open) from.link = into;
  for (const [name, field] of from.fields) {
    const other = into.fields.get(name);
    if (other !== undefined) unify(field, other, evidence, conflicts);
    else if (into.open) into.fields.set(name, field);
  }
}

/** Makes two units one where either is still open; reports an owned unit that is used in two. */
export function unifyUnits(
  a: UnitTerm,
  b: UnitTerm,
  evidence: Evidence | null,
  conflicts: (conflict: UnitConflict) => void,
): void {
  const left = findUnit(a);
  const right = findUnit(b);
  if (left === right || (left.fixed && right.fixed)) return;
  if (left.fixed) {
    unifyUnits(right, left, evidence, conflicts);
    return;
  }
  // Left is open to change from here on.
  if (left.unit === null) {
    if (right.fixed) settleUnit(left, right, evidence);
    else {
      right.owned ||= left.owned;
      left.link = right;
    }
    return;
  }
  if (right.unit === null) {
    left.owned ||= right.owned;
    right.link = left;
    return;
  }
  if (sameUnit(differenceOf(left.unit), differenceOf(right.unit))) {
    if (left.literal && !right.literal) settleUnit(left, right, evidence);
    return;
  }
  reportConflict(left, right, conflicts);
}

function settleUnit(open: UnitTerm, from: UnitTerm, evidence: Evidence | null): void {
  open.unit = from.unit;
  open.literal = from.literal;
  open.evidence = evidence;
}

function reportConflict(
  left: UnitTerm,
  right: UnitTerm,
  conflicts: (conflict: UnitConflict) => void,
): void {
  const owner = left.owned && !left.fixed ? left : right.owned && !right.fixed ? right : null;
  const other = owner === left ? right : left;
  if (owner === null || owner.conflicted || owner.unit === null || other.unit === null) return;
  if (!sameDimension(owner.unit.dimension, other.unit.dimension)) return;
  owner.conflicted = true;
  conflicts({ term: owner, first: owner.unit, second: other.unit });
}

/** The element of a list, making one of an open term; a fresh variable where the term is no list. */
export function elementOf(term: Term): Term {
  const resolved = resolve(term);
  if (resolved.kind === "list") return resolved.element;
  const element = variableTerm(resolved.kind === "variable" && resolved.owned);
  if (resolved.kind === "variable") resolved.link = listTerm(element);
  return element;
}

/** A record's field, making one of an open term; a fresh variable where there can be none. */
export function fieldOf(term: Term, name: string): Term {
  const resolved = resolve(term);
  if (resolved.kind === "record") {
    const known = resolved.fields.get(name);
    if (known !== undefined) return known;
    const field = variableTerm(resolved.owned);
    if (resolved.open) resolved.fields.set(name, field);
    return field;
  }
  const field = variableTerm(resolved.kind === "variable" && resolved.owned);
  if (resolved.kind === "variable") {
    resolved.link = recordTerm(new Map([[name, field]]), true, resolved.owned);
  }
  return field;
}

/** How many parts of inferred types may still be written out. */
export interface SettlingEffort {
  left: number;
}

/** Records that share parts would grow without end when written out; what is beyond this stays undetermined. */
export const mostSettledParts = 50_000;

/** What is known of a term when all uses have been seen. A number whose unit nothing says is plain. */
export function settle(term: Term, effort: SettlingEffort, within: Set<Term> = new Set()): Type {
  const resolved = resolve(term);
  // A record that came to contain itself is of no settled kind inside.
  if (within.has(resolved) || effort.left-- <= 0) return undeterminedType;
  switch (resolved.kind) {
    case "variable":
      return undeterminedType;
    case "boolean":
      return booleanType;
    case "time":
      return timeType;
    case "text":
      return resolved.values === null ? textType : { kind: "text", values: resolved.values };
    case "number":
      return { ...numberOf(findUnit(resolved.unit).unit ?? one), integer: resolved.integer };
    case "list": {
      within.add(resolved);
      const element = settle(resolved.element, effort, within);
      within.delete(resolved);
      return { kind: "list", element };
    }
    case "record": {
      within.add(resolved);
      const fields: RecordTypeField[] = [];
      for (const [name, field] of resolved.fields) {
        const optional = resolved.optional.has(name);
        fields.push({ name, type: settle(field, effort, within), optional });
      }
      within.delete(resolved);
      return { kind: "record", fields, open: resolved.open };
    }
  }
}

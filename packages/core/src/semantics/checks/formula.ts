// Formulas over what values are possible, and the question the logic checks ask of them: can this be?
import type { Type } from "../types.ts";
import {
  commonValues,
  complementOf,
  isImpossible,
  type KnownValues,
  type PossibleValues,
} from "./possible-values.ts";

/** Something that conditions speak of: an attribute, or any expression whose value they test. */
export interface Subject {
  /** Equal exactly for expressions that have the same value wherever both are read. */
  readonly key: string;
  /** What the author wrote, for messages; two texts where two readings are compared. */
  readonly texts: readonly string[];
  /** The values it can have when it is known. */
  readonly domain: KnownValues;
  /** Whether only whole numbers are among them. */
  readonly whole: boolean;
  /** The type that CONTEXT holds it to; null where nothing does. */
  readonly declared: Type | null;
}

/** Two-valued: unknown is one of the values a subject can have. */
export type Formula =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "member"; readonly subject: Subject; readonly values: PossibleValues }
  | { readonly kind: "all"; readonly parts: readonly Formula[] }
  | { readonly kind: "some"; readonly parts: readonly Formula[] };

export const certain: Formula = { kind: "constant", value: true };
export const impossible: Formula = { kind: "constant", value: false };

export function all(parts: readonly Formula[]): Formula {
  return { kind: "all", parts };
}

export function some(parts: readonly Formula[]): Formula {
  return { kind: "some", parts };
}

/** What holds exactly where the formula does not. */
export function negate(formula: Formula): Formula {
  switch (formula.kind) {
    case "constant":
      return { kind: "constant", value: !formula.value };
    case "member":
      return { ...formula, values: complementOf(formula.values) };
    case "all":
      return { kind: "some", parts: formula.parts.map(negate) };
    case "some":
      return { kind: "all", parts: formula.parts.map(negate) };
  }
}

/** The subjects a formula speaks of, by key. */
export function subjectsOf(
  formula: Formula,
  into: Map<string, Subject> = new Map(),
): ReadonlyMap<string, Subject> {
  if (formula.kind === "member") into.set(formula.subject.key, formula.subject);
  if (formula.kind === "all" || formula.kind === "some") {
    for (const part of formula.parts) subjectsOf(part, into);
  }
  return into;
}

/** How many steps questions may still take. */
export interface Effort {
  left: number;
}

/** Steps of one question, ten times what people's conditions take; past them the answer is "perhaps". */
const mostSteps = 300;

/**
 * Whether some input makes all of the formulas hold at once. True also where finding out takes too long, so only
 * false is a claim.
 */
export function canBe(formulas: readonly Formula[], effort: Effort): boolean {
  if (effort.left <= 0) return true;
  const [only] = formulas;
  if (formulas.length === 1 && only?.kind === "member") {
    // Most questions are about one comparison, and need no search.
    effort.left--;
    return !isImpossible(narrowed(only), only.subject.whole);
  }
  const steps: Effort = { left: Math.min(mostSteps, effort.left) };
  const allowed = steps.left;
  const answer = search(formulas, [], nothingNarrowed, steps);
  effort.left -= allowed - Math.max(0, steps.left);
  return answer;
}

const nothingNarrowed: ReadonlyMap<string, PossibleValues> = new Map();

type Member = Extract<Formula, { readonly kind: "member" }>;

/** What a subject can be among the values, and among those left of it before. */
function narrowed(
  { subject, values }: Member,
  before: PossibleValues = { known: subject.domain, unknown: true },
): PossibleValues {
  return commonValues(before, values);
}

/**
 * `choices` are the alternatives put off until every plain part has narrowed what is possible. Neither they nor
 * `possible` are changed: they are copied where something is added.
 */
function search(
  formulas: readonly Formula[],
  choices: readonly (readonly Formula[])[],
  possible: ReadonlyMap<string, PossibleValues>,
  steps: Effort,
): boolean {
  const pending = formulas.slice();
  let later: (readonly Formula[])[] | null = null;
  let left: Map<string, PossibleValues> | null = null;
  for (let formula = pending.pop(); formula !== undefined; formula = pending.pop()) {
    steps.left--;
    if (steps.left < 0) return true;
    if (formula.kind === "constant") {
      if (!formula.value) return false;
    } else if (formula.kind === "all") {
      for (const part of formula.parts) pending.push(part);
    } else if (formula.kind === "some") {
      const [only] = formula.parts;
      if (formula.parts.length === 1 && only !== undefined) pending.push(only);
      else {
        later ??= [...choices];
        later.push(formula.parts);
      }
    } else {
      const { key, whole } = formula.subject;
      const values = narrowed(formula, (left ?? possible).get(key));
      if (isImpossible(values, whole)) return false;
      left ??= new Map(possible);
      left.set(key, values);
    }
  }
  const [parts, ...others] = later ?? choices;
  const known = left ?? possible;
  return parts === undefined || parts.some((part) => search([part], others, known, steps));
}

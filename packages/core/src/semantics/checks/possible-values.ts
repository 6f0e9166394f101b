// What an expression's value may be, as far as a condition says: a set of known values, and whether it may be unknown.
import { commonNumbers, holdsNoNumber, type NumberSet, otherNumbers } from "./number-set.ts";

/** A set of values of one kind. Texts, truth values and the outcomes of a comparison are `names`. */
export type KnownValues =
  | { readonly kind: "any" }
  | { readonly kind: "none" }
  | { readonly kind: "numbers"; readonly numbers: NumberSet }
  | { readonly kind: "names"; readonly names: ReadonlySet<string> }
  | { readonly kind: "other names"; readonly names: ReadonlySet<string> };

/** The values that are left, and whether unknown is among them. */
export interface PossibleValues {
  readonly known: KnownValues;
  readonly unknown: boolean;
}

export const anyKnown: PossibleValues = { known: { kind: "any" }, unknown: false };
export const onlyUnknown: PossibleValues = { known: { kind: "none" }, unknown: true };

export function knownNumbers(numbers: NumberSet): PossibleValues {
  return { known: { kind: "numbers", numbers }, unknown: false };
}

export function knownNames(names: Iterable<string>): PossibleValues {
  return { known: { kind: "names", names: new Set(names) }, unknown: false };
}

/** What is in both. */
export function commonValues(first: PossibleValues, second: PossibleValues): PossibleValues {
  return {
    known: commonKnown(first.known, second.known),
    unknown: first.unknown && second.unknown,
  };
}

function commonKnown(first: KnownValues, second: KnownValues): KnownValues {
  if (first.kind === "any" || second.kind === "none") return second;
  if (second.kind === "any" || first.kind === "none") return first;
  if (first.kind === "numbers" || second.kind === "numbers") {
    return first.kind === "numbers" && second.kind === "numbers"
      ? { kind: "numbers", numbers: commonNumbers(first.numbers, second.numbers) }
      : { kind: "any" }; // kinds that do not compare: an error elsewhere, nothing is claimed here
  }
  if (first.kind === "other names" && second.kind === "other names") {
    return { kind: "other names", names: new Set([...first.names, ...second.names]) };
  }
  if (first.kind === "names" && second.kind === "names") {
    return first.names.size <= second.names.size
      ? namesThatAre(true, first, second.names)
      : namesThatAre(true, second, first.names);
  }
  return first.kind === "names"
    ? namesThatAre(false, first, second.names)
    : namesThatAre(false, second, first.names);
}

/** Those of the listed names that are among others, or are not; the list itself where all are. */
function namesThatAre(
  among: boolean,
  listed: KnownValues & { readonly names: ReadonlySet<string> },
  others: ReadonlySet<string>,
): KnownValues {
  const names: string[] = [];
  for (const name of listed.names) if (others.has(name) === among) names.push(name);
  return names.length === listed.names.size ? listed : { kind: "names", names: new Set(names) };
}

/** The known values that are not among these; unknown is in neither. */
export function otherKnownValues({ known }: PossibleValues): PossibleValues {
  return { known: otherKnown(known), unknown: false };
}

/** Everything else, unknown included where it is not among these. */
export function complementOf(values: PossibleValues): PossibleValues {
  return { known: otherKnown(values.known), unknown: !values.unknown };
}

function otherKnown(known: KnownValues): KnownValues {
  switch (known.kind) {
    case "any":
      return { kind: "none" };
    case "none":
      return { kind: "any" };
    case "numbers":
      return { kind: "numbers", numbers: otherNumbers(known.numbers) };
    case "names":
      return { kind: "other names", names: known.names };
    case "other names":
      return { kind: "names", names: known.names };
  }
}

/** True where nothing is left; `whole` counts whole numbers only. */
export function isImpossible({ known, unknown }: PossibleValues, whole: boolean): boolean {
  if (unknown) return false;
  switch (known.kind) {
    case "any":
    case "other names":
      return false;
    case "none":
      return true;
    case "numbers":
      return holdsNoNumber(known.numbers, whole);
    case "names":
      return known.names.size === 0;
  }
}

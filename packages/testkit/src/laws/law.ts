// A law: something that holds of every document, context or decision, and the cases it is tried on. The test suite tries a
// few of each, `npm run fuzz` as many as there is time for.
import * as fc from "fast-check";

export interface Law {
  /** Kebab case: `npm run fuzz -- --law NAME`. */
  readonly name: string;
  /** What holds, in a sentence. */
  readonly statement: string;
  /** How many cases the test suite tries. */
  readonly cases: number;
  /** The property on cases of a size, from 1. */
  readonly property: (size: number) => fc.IProperty<[unknown]>;
}

/** What `holds` is given a case of `size`; it throws when the law is broken, saying how. */
export function law<Case>(
  description: Pick<Law, "name" | "statement" | "cases">,
  cases: (size: number) => fc.Arbitrary<Case>,
  holds: (example: Case) => void,
): Law {
  return {
    ...description,
    // fast-check's types tell properties of different cases apart; who runs a law need not.
    property: (size) =>
      fc.property(cases(size), shrinkingFor(mostShrinks, holds)) as fc.IProperty<[unknown]>,
  };
}

/** How many smaller cases are tried once one fails: large documents have more than anybody would wait for. */
const mostShrinks = 2_000;

/** The law, which lets every case pass once `attempts` have been tried since the first that broke it. */
function shrinkingFor<Case>(
  attempts: number,
  holds: (example: Case) => void,
): (example: Case) => void {
  let left: number | null = null;
  return (example) => {
    if (left !== null && left-- <= 0) return;
    try {
      holds(example);
    } catch (error) {
      left ??= attempts;
      throw error;
    }
  };
}

export interface LawRun {
  readonly cases: number;
  readonly size: number;
  readonly seed: number;
  /** Where to begin, as a failure's report says it. */
  readonly path?: string;
}

/** How a run of a law came out. */
export interface LawResult {
  readonly cases: number;
  /** Null when the law held; else what is wrong with which case, shrunk, and how to try it again. */
  readonly failure: string | null;
}

/** Tries a law on cases of a size. */
export function tryLaw({ name, statement, property }: Law, run: LawRun): LawResult {
  const { size, seed, path } = run;
  const details = fc.check(property(size), {
    seed,
    numRuns: run.cases,
    ...(path === undefined ? {} : { path }),
  });
  const { numRuns, failed, counterexample, counterexamplePath, errorInstance } = details;
  if (!failed) return { cases: numRuns, failure: null };
  const wrong = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const again = `npm run fuzz -- --law ${name} --seed ${seed} --size ${size} --path ${counterexamplePath}`;
  const example = counterexample === null ? "no case" : fc.stringify(counterexample[0]);
  return {
    cases: numRuns,
    failure: `${statement}: not so\n${wrong}\n\n${example}\n\nagain: ${again}`,
  };
}

/** A number that stands for a text: the seed that a law has in the test suite. */
export function seedOf(text: string): number {
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return hash;
}

// --- saying what is wrong -----------------------------------------------------------------------------------------

/** Throws unless the two are the same, saying where they first differ. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const difference = firstDifference(actual, expected, "");
  if (difference !== null) throw new Error(`${what}: ${difference}`);
}

/** Throws unless it is so. */
export function expectThat(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

function firstDifference(actual: unknown, expected: unknown, path: string): string | null {
  if (Object.is(actual, expected)) return null;
  if (
    !isObject(actual) ||
    !isObject(expected) ||
    Array.isArray(actual) !== Array.isArray(expected)
  ) {
    return `at ${path === "" ? "the top" : path}, ${show(actual)} instead of ${show(expected)}`;
  }
  for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
    const difference = firstDifference(actual[key], expected[key], `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

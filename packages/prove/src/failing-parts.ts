// Parts of expressions that can fail by themselves: division by zero, an index out of range, the least of an empty list. For
// each, the condition under which evaluating the whole comes to it, it fails, and the whole is unknown by that.
import { type Ir, partsOf, type Type, visitExpression } from "@omega/core";
import { allOf, anyOf, comparison, isKnown, numberOf, opposite, truth } from "./condition-of.ts";

type Expression = Ir.ProgramExpression;

type Failure = "division by zero" | "index out of range" | "empty list";

export interface FailingPart {
  readonly part: Expression;
  /** As the reason of the unknown that it makes. */
  readonly failure: Failure;
  readonly text: string;
  /** Holds where the part fails and the whole is unknown by that; a text says why nobody can tell. */
  readonly fails: Expression | string;
  /** Of a list that is empty, all that is asked can fail: those with the same cause are worth one finding. Null for others. */
  readonly cause: string | null;
}

/** What a local stands for where LET binds it once; reading it, the reader evaluates that. */
export type Bindings = ReadonlyMap<number, Expression>;

/** Those of an expression, of what it reads by LET included. */
export function failingParts(whole: Expression, bindings: Bindings): readonly FailingPart[] {
  const found = new Map<Expression, FailingPart>();
  const seen = new Set<number>();
  const look = (root: Expression): void =>
    visitExpression(root, (part) => {
      if (part.kind === "local") {
        const bound = bindings.get(part.slot);
        if (bound === undefined || seen.has(part.slot)) return;
        seen.add(part.slot);
        look(bound);
        return;
      }
      const failing = failureOf(part);
      if (failing === null || found.has(part)) return;
      const { failure, text, when, list } = failing;
      const cause = list === null ? null : JSON.stringify(list, withWhole);
      const search: Search = { left: MOST_PARTS, obstacle: null };
      const reached = reachAndFail(whole, { part, when }, bindings, search) ?? truth(false);
      // What another part decides in spite of it, nobody needs to know.
      const fails = search.obstacle ?? allOf(reached, opposite(isKnown(whole)));
      found.set(part, { part, failure, text, fails, cause });
    });
  look(whole);
  return [...found.values()];
}

/** The factors of units are whole numbers of any size. */
function withWhole(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** LETs that read LETs multiply. */
const MOST_PARTS = 2_000;

interface Failing {
  readonly failure: Failure;
  readonly text: string;
  /** Where it fails once its operands are known. */
  readonly when: Expression;
  /** The list that it fails of, where it is empty. */
  readonly list: Expression | null;
}

const needsElements: ReadonlySet<string> = new Set([
  ...["min", "max", "avg", "median", "stddev", "percentile"].map((name) => `std::math::${name}`),
  "std::list::first",
  "std::list::last",
]);

function failureOf(part: Expression): Failing | null {
  if (part.kind === "arithmetic" && (part.operator === "/" || part.operator === "MOD")) {
    const { left, right, text } = part;
    if (right.kind === "constant" && right.value !== 0) return null;
    const when = allOf(isKnown(left), comparison(right, "==", numberOf(0)));
    return { failure: "division by zero", text, when, list: null };
  }
  if (part.kind === "index" && part.object.type.kind === "list") {
    const { object, index, text } = part;
    const rest = { ...fraction, left: index, right: numberOf(1) };
    const outside = anyOf(
      comparison(index, "<", numberOf(0)),
      comparison(index, ">=", lengthOf(object)),
      comparison(rest, "!=", numberOf(0)),
    );
    return {
      failure: "index out of range",
      text,
      when: allOf(isKnown(object), outside),
      list: null,
    };
  }
  if (part.kind === "call" && needsElements.has(part.function)) {
    const [list] = part.arguments;
    if (list === undefined || list.kind === "lambda" || list.type.kind !== "list") return null;
    const when = comparison(lengthOf(list), "==", numberOf(0));
    return { failure: "empty list", text: part.text, when, list };
  }
  return null;
}

// No encoding asks for the type of what questions put in.
const anything: Type = { kind: "undetermined" };

const fraction = { kind: "arithmetic", type: anything, operator: "MOD", text: "" } as const;

function lengthOf(list: Expression): Expression {
  const call = { kind: "call", type: anything, function: "std::list::length", text: "" } as const;
  return { ...call, arguments: [list] };
}

// --- coming to a part ---------------------------------------------------------------------------------------------

/** What is looked for: a part, and where that fails. */
interface Wanted {
  readonly part: Expression;
  readonly when: Expression;
}

interface Search {
  left: number;
  obstacle: string | null;
}

/** Holds where evaluating the whole comes to the part and the part fails; null where it is not in the whole. */
function reachAndFail(
  whole: Expression,
  wanted: Wanted,
  bindings: Bindings,
  search: Search,
): Expression | null {
  if (search.left-- <= 0) search.obstacle = "a LET that reads too many others";
  if (search.obstacle !== null) return null;
  if (whole === wanted.part) return wanted.when;
  const within = (part: Expression): Expression | null =>
    reachAndFail(part, wanted, bindings, search);
  switch (whole.kind) {
    case "local": {
      const bound = bindings.get(whole.slot);
      return bound === undefined ? null : within(bound);
    }
    case "logical": {
      // The right side is not looked at where the left decides.
      const { left, operator } = whole;
      const open = operator === "AND" ? left : opposite(left);
      const right = within(whole.right);
      const looked = right === null ? null : allOf(anyOf(opposite(isKnown(left)), open), right);
      return anyOfThose(within(left), looked);
    }
    case "quantifier": {
      const inner = within(whole.condition);
      const some =
        inner === null ? null : ({ ...whole, quantifier: "ANY", condition: inner } as const);
      return anyOfThose(within(whole.collection), some);
    }
    case "conditional": {
      const { branches, otherwise } = whole;
      return branches.reduceRight<Expression | null>((rest, { condition, value }) => {
        const taken = within(value);
        return anyOfThose(
          within(condition),
          taken === null ? null : allOf(condition, taken),
          rest === null ? null : allOf(opposite(condition), rest),
        );
      }, within(otherwise));
    }
    case "match-value": {
      const arms = whole.arms.flatMap(({ pattern, guard, value }) => {
        const guarded = guard === null ? null : within(guard);
        const taken = within(value);
        const never = truth(false);
        return [
          ...(guarded === null ? [] : [{ pattern, guard: guarded, value: truth(true) }]),
          { pattern, guard, value: taken ?? never },
        ];
      });
      const isInside = arms.some(({ value }) => !isNever(value));
      return anyOfThose(within(whole.subject), isInside ? { ...whole, arms } : null);
    }
    case "call": {
      const reached = whole.arguments.map((argument) => {
        const inside = within(argument.kind === "lambda" ? argument.body : argument);
        if (argument.kind === "lambda" && inside !== null) search.obstacle = "a lambda";
        return inside;
      });
      return anyOfThose(...reached);
    }
    default:
      return anyOfThose(...partsOf(whole).map(within));
  }
}

function isNever(value: Expression): boolean {
  return value.kind === "constant" && value.value === false;
}

function anyOfThose(...conditions: readonly (Expression | null)[]): Expression | null {
  const [first, ...others] = conditions.filter((condition) => condition !== null);
  return first === undefined ? null : anyOf(first, ...others);
}

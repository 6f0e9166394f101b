// Counts what generated documents and decisions reach, so that a generator cannot silently stop reaching something.
import type { Decision, Tree } from "@omega/core";

/** How often each thing was met. */
export type Coverage = Map<string, number>;

function count(coverage: Coverage, thing: string): void {
  coverage.set(thing, (coverage.get(thing) ?? 0) + 1);
}

/** Counts the nodes of a tree by kind, and by what else tells them apart: operators, clauses, states. */
export function coverTree(node: unknown, coverage: Coverage): void {
  if (typeof node !== "object" || node === null) return;
  for (const part of Object.values(node)) coverTree(part, coverage);
  if (Array.isArray(node)) return;
  const { kind, ...rest } = node as { readonly kind?: unknown }; // reading only
  if (typeof kind !== "string") return;
  count(coverage, kind);
  for (const [key, value] of Object.entries(rest)) {
    if (distinctions.has(key) && isShort(value)) count(coverage, `${kind} ${key} ${String(value)}`);
  }
}

const distinctions: ReadonlySet<string> = new Set([
  "operator",
  "function",
  "quantifier",
  "state",
  "negated",
  "phrase",
  "keyword",
  "change",
  "difference",
  "optional",
]);

function isShort(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean";
}

/** Counts a decision's status, and the kinds of what it holds. */
export function coverDecision(decision: Decision, coverage: Coverage): void {
  count(coverage, `status ${decision.status}`);
  for (const { reason, handled } of decision.unknowns) {
    count(coverage, `unknown ${reason}`);
    if (handled === true) count(coverage, "handled");
  }
  for (const { limit } of decision.limits) count(coverage, `limit ${limit}`);
  const lists = ["actions", "pending", "withheld", "violations", "defaulted", "logs"] as const;
  for (const list of lists) if (decision[list].length > 0) count(coverage, list);
  for (const { bindings, args, actors } of decision.actions) {
    if (Object.keys(bindings).length > 0) count(coverage, "bindings");
    if (Object.keys(args).length > 0) count(coverage, "args");
    if (actors.length > 0) count(coverage, "actors");
  }
}

/** Those of the things that were met less often than `least`. */
export function uncovered(
  coverage: Coverage,
  things: readonly string[],
  least: number,
): readonly string[] {
  return things.filter((thing) => (coverage.get(thing) ?? 0) < least);
}

type TreeKind =
  | Tree.Expression["kind"]
  | Tree.PatternAlternative["kind"]
  | Tree.Rule["kind"]
  | Tree.ItemBody["kind"]
  | Tree.AttributeValue["kind"]
  | Tree.TypeBase["kind"]
  | Tree.Clause["kind"]
  | Tree.Expectation["kind"];

/** Every kind of node; a kind that the tree gains is missing here until it is said whether generators reach it. */
const reachedByTrees: Readonly<Record<TreeKind, boolean>> = {
  boolean: true,
  number: true,
  text: true,
  null: true,
  list: true,
  record: true,
  reference: true,
  member: true,
  index: true,
  unary: true,
  binary: true,
  between: true,
  is: true,
  quantifier: true,
  conditional: true,
  "match-value": true,
  call: true,
  lambda: true,
  // Only errors make these two.
  missing: false,
  error: false,
  wildcard: true,
  "literal-pattern": true,
  "range-pattern": true,
  if: true,
  for: true,
  while: true,
  match: true,
  let: true,
  set: true,
  failsafe: true,
  prose: true,
  labelled: true,
  import: true,
  actor: true,
  attribute: true,
  "formal-constraint": true,
  effect: true,
  given: true,
  "given-file": true,
  at: true,
  expect: true,
  sample: true,
  typed: true,
  "prose-value": true,
  "scalar-type": true,
  "unit-type": true,
  "range-type": true,
  "enumeration-type": true,
  "list-type": true,
  "record-type": true,
  never: true,
  always: true,
  "at-most": true,
  "exactly-one": true,
  requires: true,
  before: true,
  "max-loop": true,
  occur: true,
  only: true,
  not: true,
  pending: true,
  nothing: true,
  unknown: true,
  violation: true,
  status: true,
};

/** The kinds of nodes that arbitrary trees have. */
export const treeKinds: readonly string[] = Object.entries(reachedByTrees)
  .filter(([, isReached]) => isReached)
  .map(([kind]) => kind);

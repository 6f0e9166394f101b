// In what two decisions on the same context differ.
import { type AsJson, canonicalJson, type JsonValue } from "../evaluate/canonical-json.ts";
import type { ActionEvent, Decision } from "../evaluate/decision.ts";

/** Ways in which a decision can change, the gravest first. */
export const changeKinds = [
  "status",
  "action added",
  "action removed",
  "arguments",
  "order",
  "pending",
  "withheld",
  "violations",
  "unknowns",
  "limits",
  "problems",
] as const;
/**
 * - `status`: another status.
 * - `action added`, `action removed`: an action is taken, or taken more often, or no longer.
 * - `arguments`: an action is taken as often, with other arguments. `order`: in another order.
 * - `pending`, `withheld`: other actions, arguments, approvers or constraints.
 * - `violations`: other constraints. `limits`: other limits. `problems`: rejected for other reasons.
 * - `unknowns`: other data were missing, for other reasons, answered otherwise; or other samples stood in.
 */
export type ChangeKind = (typeof changeKinds)[number];

/** What is compared: a decision as it was made, or as it was recorded. */
export type ComparedDecision = Omit<Decision, "id" | "trace">;

export interface DecisionComparison {
  /** Empty when the decision is the same. */
  readonly changes: readonly ChangeKind[];
  /** Whether the same decision is said to have other reasons: rules, bindings, actors, log entries, messages. */
  readonly otherReasons: boolean;
}

/** Compares two decisions. Line numbers, steps and hashes, which move with every edit, are not looked at. */
export function compareDecisions(
  before: ComparedDecision,
  after: ComparedDecision,
): DecisionComparison {
  const changes = changeKinds.filter((kind) => isChanged[kind](before, after));
  return { changes, otherReasons: !same(reasonsOf(before), reasonsOf(after)) };
}

type Difference = (before: ComparedDecision, after: ComparedDecision) => boolean;

const isChanged: { readonly [Kind in ChangeKind]: Difference } = {
  status: (before, after) => before.status !== after.status,
  "action added": (before, after) => hasMore(countNames(after), countNames(before)),
  "action removed": (before, after) => hasMore(countNames(before), countNames(after)),
  arguments: (before, after) => argumentsDiffer(before, after),
  order: (before, after) => orderDiffers(before, after),
  pending: differing(({ pending }) =>
    pending.map(({ name, args, approvers }) => ({ name, args, approvers })),
  ),
  withheld: differing(({ withheld }) =>
    withheld.map(({ name, args, constraint }) => ({ name, args, constraint })),
  ),
  violations: differing(({ violations }) => violations.map(({ constraint }) => constraint)),
  unknowns: differing(({ unknowns, defaulted }) => ({
    unknowns: sorted(unknowns.map(({ path, reason, handled = false }) => [path, reason, handled])),
    defaulted: defaulted.map(({ path, value }) => [path, value]),
  })),
  limits: differing(({ limits }) => limits.map(({ limit, maximum }) => [limit, maximum])),
  problems: differing(({ problems }) => problems.map(({ code, path }) => [code, path])),
};

function differing(part: (decision: ComparedDecision) => JsonValue): Difference {
  return (before, after) => !same(part(before), part(after));
}

function same<T>(a: AsJson<T> & T, b: AsJson<T> & T): boolean {
  return canonicalJson<T>(a) === canonicalJson<T>(b);
}

/** Which rule met an unknown is a reason, so their order, which follows the rules, says nothing; each once. */
function sorted(entries: readonly JsonValue[]): readonly JsonValue[] {
  const texts = new Map(entries.map((entry) => [canonicalJson(entry), entry]));
  return [...texts.keys()].sort().map((text) => texts.get(text) ?? null);
}

function reasonsOf(decision: ComparedDecision): JsonValue {
  const why = ({ name, rule, bindings, actors }: ActionEvent): JsonValue => ({
    name,
    rule,
    bindings,
    actors,
  });
  return {
    actions: decision.actions.map(why),
    pending: decision.pending.map(why),
    withheld: decision.withheld.map(why),
    unknowns: decision.unknowns.map(({ path, rule, reason }) => [path, rule, reason]),
    violations: decision.violations.map(({ message }) => message),
    limits: decision.limits.map(({ rule }) => rule),
    problems: decision.problems.map(({ message }) => message),
    logs: decision.logs.map(({ rule, value }) => [rule, value]),
  };
}

// --- actions ------------------------------------------------------------------------------------------------------

type Counts = ReadonlyMap<string, number>;

function countNames({ actions }: ComparedDecision): Counts {
  const counts = new Map<string, number>();
  for (const { name } of actions) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function hasMore(counts: Counts, others: Counts): boolean {
  return [...counts].some(([name, count]) => count > (others.get(name) ?? 0));
}

/** Of actions taken as often before and after. */
function argumentsDiffer(before: ComparedDecision, after: ComparedDecision): boolean {
  const counts = countNames(before);
  const others = countNames(after);
  const argumentsOf = ({ actions }: ComparedDecision, name: string): string =>
    actions
      .flatMap((event) => (event.name === name ? [canonicalJson(event.args)] : []))
      .sort()
      .join();
  return [...counts].some(
    ([name, count]) =>
      others.get(name) === count && argumentsOf(before, name) !== argumentsOf(after, name),
  );
}

/** Of actions that are taken before and after, by the first time each is. */
function orderDiffers(before: ComparedDecision, after: ComparedDecision): boolean {
  const counts = countNames(before);
  const others = countNames(after);
  const kept = ({ actions }: ComparedDecision): readonly string[] =>
    actions.flatMap(({ name }) => (counts.get(name) === others.get(name) ? [name] : []));
  return kept(before).join("\n") !== kept(after).join("\n");
}

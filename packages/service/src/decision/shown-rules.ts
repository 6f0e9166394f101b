// Every rule of a policy with how it came out, over all turns of the loops around it, and why.
import {
  attemptsOf,
  describeReason,
  type ExplainedAttempt,
  type ExplainedClause,
  type ExplainedOutcome,
  type ExplainedRule,
  type Explanation,
  type RuleInformation,
  type SourceText,
  type TraceAtom,
  type UnreachedReason,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import { toRange } from "../text-range.ts";
import { printLiteral } from "./print-literal.ts";

export interface ShownRule {
  readonly id: string;
  /** How it begins: `IF Distance < 1m`. */
  readonly text: string;
  /** How many rules it stands in. */
  readonly depth: number;
  readonly outcome: ExplainedOutcome;
  /** What decided it: `Distance = 0.4m`; what is missing; why it was not come to. Marks names by backticks; may be "". */
  readonly because: string;
  /** In the file of the view. */
  readonly range: Range;
}

/** The rules in the document's order, FAILSAFE included; LET and SET are none. */
export function shownRules(
  rules: readonly RuleInformation[],
  explanation: Explanation,
  source: SourceText,
): readonly ShownRule[] {
  const tried = triedRules(explanation);
  return rules.flatMap((information): ShownRule[] => {
    const { id, rule, span } = information;
    const place = { id, depth: depthOf(information), range: toRange(source, span) };
    switch (rule.kind) {
      case "let":
      case "set":
        return [];
      case "failsafe": {
        const { failsafe } = explanation;
        const outcome = failsafe?.outcome ?? "not reached";
        const because = describeUnreached(failsafe?.unreached ?? null);
        return [{ ...place, text: "FAILSAFE", outcome, because }];
      }
      case "if":
      case "for":
      case "while":
      case "match": {
        const times = tried.get(id) ?? [];
        return [{ ...place, text: times[0]?.text ?? "", ...conclude(times) }];
      }
    }
  });
}

/** Says what an action was taken for: the clause that held, with the values that decided it. */
export function reasonsOf(
  explanation: Explanation,
): (action: Explanation["actions"][number]) => string {
  const rules = triedRules(explanation);
  const attempts = new Map<string, ExplainedAttempt[]>();
  for (const attempt of attemptsOf(explanation)) {
    const key = turnKey(attempt.rule, attempt.bindings);
    const known = attempts.get(key);
    if (known === undefined) attempts.set(key, [attempt]);
    else known.push(attempt);
  }
  return ({ rule, name, bindings }) => {
    if (rule === "failsafe") return "the rules leave the decision open";
    const tried = attempts.get(turnKey(rule, bindings)) ?? [];
    const clause = tried.find(({ outcome, takes }) => outcome === "fired" && takes.includes(name));
    if (clause === undefined) return "";
    if (clause.clause === "UNKNOWN") return `UNKNOWN answers: ${missingOf(tried)}`;
    const [of] = rules.get(rule) ?? [];
    return of === undefined ? "" : describeClause(clause, of, true);
  };
}

function turnKey(rule: string, bindings: ExplainedRule["bindings"]): string {
  return JSON.stringify([rule, Object.entries(bindings).sort()]);
}

/** Each rule by its id as it came out, once for each time that evaluation came to it, in order. */
export function triedRules(
  explanation: Explanation,
): ReadonlyMap<string, readonly ExplainedRule[]> {
  const tried = new Map<string, ExplainedRule[]>();
  gather(explanation.rules, tried);
  return tried;
}

function gather(rules: readonly ExplainedRule[], into: Map<string, ExplainedRule[]>): void {
  for (const rule of rules) {
    const known = into.get(rule.rule);
    if (known === undefined) into.set(rule.rule, [rule]);
    else known.push(rule);
    for (const turn of rule.turns) gather(turn.rules, into);
    gather(rule.unreachedRules, into);
  }
}

function depthOf({ parent }: RuleInformation): number {
  return parent === null ? 0 : depthOf(parent) + 1;
}

/** One outcome of a rule that was tried several times: it fired if it did once, and is undecided if it was once. */
function conclude(times: readonly ExplainedRule[]): Pick<ShownRule, "outcome" | "because"> {
  const reached = times.filter(({ outcome }) => outcome !== "not reached");
  const order = ["fired", "unknown", "not fired"] as const;
  for (const outcome of order) {
    const same = reached.filter((time) => time.outcome === outcome);
    const [first] = same;
    if (first === undefined) continue;
    const count = reached.length > 1 ? `${same.length} of ${reached.length} times` : "";
    return { outcome, because: [count, describeOutcome(first)].filter(Boolean).join(": ") };
  }
  return { outcome: "not reached", because: describeUnreached(times[0]?.unreached ?? null) };
}

function describeOutcome(rule: ExplainedRule): string {
  const { kind, outcome, clauses, turns } = rule;
  const decisive = clauses.filter((clause) => clause.outcome === outcome);
  const [first] = decisive;
  if (outcome === "unknown") {
    const listed = missingOf([...clauses, ...turns.flatMap((turn) => turn.clauses)]);
    const answered = clauses.some(
      (clause) => clause.clause === "UNKNOWN" && clause.outcome === "fired",
    );
    return answered ? `UNKNOWN answers: ${listed}` : listed;
  }
  if (kind === "for")
    return outcome === "fired" ? countOf(turns.length, "element") : "the list is empty";
  if (kind === "while") {
    const held = turns.filter(({ clauses: [condition] }) => condition?.outcome === "fired").length;
    const [condition] = turns[0]?.clauses ?? [];
    if (outcome === "fired") return countOf(held, "turn");
    return condition === undefined ? "" : valuesOf([condition]);
  }
  if (outcome === "fired") return first === undefined ? "" : describeClause(first, rule, false);
  return valuesOf(clauses.filter((clause) => clause.outcome === "not fired"));
}

/** The data that left clauses open, each once. */
function missingOf(clauses: readonly ExplainedClause[]): string {
  const missing = clauses.flatMap((clause) => clause.missing);
  return [...new Set(missing.map(({ path, reason }) => describeReason(path, reason)))].join(", ");
}

/** `Distance = 0.4m`; of another branch than the first, and wherever `whole` asks for it, what the clause says, too. */
function describeClause(clause: ExplainedClause, rule: ExplainedRule, whole: boolean): string {
  const isFirst = rule.kind === "if" && rule.clauses[0] === clause;
  const text = clause.clause.replace(/ =>$/, "");
  const shown = rule.kind === "match" ? `${rule.text}: ${text}` : text;
  const values = valuesOf([clause]);
  return [isFirst && !whole ? "" : shown, values].filter(Boolean).join(", ");
}

/** The values that decided clauses, each once: `Distance = 0.4m, Mode = "auto"`. */
function valuesOf(clauses: readonly ExplainedClause[]): string {
  return [...new Set(clauses.flatMap(({ deciding }) => deciding.flatMap(atomValues)))].join(", ");
}

/** What an atom read: `Distance = 0.4m`; of one that compares nothing, its truth: `Armed = true`. */
function atomValues({ text, value, operands }: TraceAtom): readonly string[] {
  if (value === "not evaluated") return [];
  const shown = operands.flatMap((operand) => {
    const literal = operand.value === null ? "unknown" : printLiteral(operand.value);
    return literal === operand.text ? [] : [`${operand.text} = ${literal}`];
  });
  return operands.length === 0 ? [`${text} = ${value}`] : shown;
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function describeUnreached(reason: UnreachedReason | null): string {
  switch (reason) {
    case "empty list":
      return "the list is empty";
    case "unknown list":
      return "the list is unknown";
    case "no element selected":
      return "WHERE lets no element in";
    case "condition false":
      return "the condition does not hold";
    case "condition unknown":
      return "the condition is unknown";
    case "outer rule":
      return "the rule around it was not reached";
    case "decided without it":
      return "decided without it";
    case "evaluation ended":
      return "evaluation had ended";
    case "earlier clause":
    case "undecided before":
    case "nothing unknown":
    case null:
      return "";
  }
}

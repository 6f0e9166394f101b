// An explanation as a tree of lines, the same for terminals and Markdown: what was asked, how it came out, and why.
import type {
  ExplainedClause,
  ExplainedConstraint,
  ExplainedOutcome,
  ExplainedRule,
  ExplainedTurn,
  Explanation,
  TraceAtom,
  UnreachedReason,
} from "@omega/core";
import { whereClause } from "./print-trace.ts";
import { describeUnknown } from "./print-value.ts";
import { countOf } from "./wrap-text.ts";

/** A piece of a line: prose, or something that stands in the document. */
export type Piece = string | { readonly code: string };

export interface ExplanationNode {
  readonly outcome: ExplainedOutcome | "violated" | null;
  /** What Markdown calls the outcome, where that is not its name. */
  readonly word?: string;
  readonly head: readonly Piece[];
  /** Lines under the head that say why. */
  readonly notes: readonly (readonly Piece[])[];
  readonly children: readonly ExplanationNode[];
}

export interface ExplanationSection {
  readonly title: string;
  readonly nodes: readonly ExplanationNode[];
}

/** So many turns of one loop in which nothing happened are shown; the rest is counted. */
const MOST_IDLE_TURNS = 3;
/** So many turns of one loop are shown in any case. */
const MOST_TURNS = 50;

/** The rules and constraints as sections; where the explanation is about one action, those that are about it. */
export function explanationSections(explanation: Explanation): readonly ExplanationSection[] {
  const { rules, failsafe, action } = explanation;
  const constraints = action?.constraints ?? explanation.constraints;
  const wanted = action?.name ?? null;
  const nodes = rules.flatMap((rule) => ruleNode(rule, wanted) ?? []);
  const last = failsafe === null || !isWanted(failsafe, wanted) ? [] : [clauseNode(failsafe)];
  return [
    { title: "rules", nodes: [...nodes, ...last] },
    { title: "constraints", nodes: constraints.map(constraintNode) },
    { title: "left open", nodes: openNodes(explanation) },
  ].filter((section) => section.nodes.length > 0);
}

/** The rules that take an action, and the constraints about it that withhold it or are broken. */
export function actionNodes(explanation: Explanation, action: string): readonly ExplanationNode[] {
  const { rules, failsafe, constraints } = explanation;
  const last = failsafe === null || !isWanted(failsafe, action) ? [] : [clauseNode(failsafe)];
  return [
    ...rules.flatMap((rule) => ruleNode(rule, action) ?? []),
    ...last,
    ...constraints.filter((constraint) => decidesOn(constraint, action)).map(constraintNode),
  ];
}

function decidesOn({ about, withholds, outcome }: ExplainedConstraint, action: string): boolean {
  return withholds.includes(action) || (outcome === "violated" && about.includes(action));
}

/** Something as it stands in the document. */
export function code(text: string): Piece {
  return { code: text };
}

// --- rules --------------------------------------------------------------------------------------------------------

function isWanted({ takes }: Pick<ExplainedClause, "takes">, action: string | null): boolean {
  return action === null || takes.includes(action);
}

/** Whether a rule, or one inside it, takes the action. */
function concerns(rule: ExplainedRule, action: string | null): boolean {
  return (
    rule.clauses.some((clause) => isWanted(clause, action)) ||
    rule.unreachedRules.some((inner) => concerns(inner, action)) ||
    rule.turns.some(
      ({ clauses, rules }) =>
        clauses.some((clause) => isWanted(clause, action)) ||
        rules.some((inner) => concerns(inner, action)),
    )
  );
}

function ruleNode(rule: ExplainedRule, action: string | null): ExplanationNode | null {
  if (!concerns(rule, action)) return null;
  switch (rule.kind) {
    case "if":
      return branchesNode(rule, []);
    case "match":
      return branchesNode(rule, [code(rule.text)]);
    case "for":
    case "while":
      return loopNode(rule, action);
  }
}

/** A rule of one clause is one line. */
function branchesNode(rule: ExplainedRule, head: readonly Piece[]): ExplanationNode {
  const [only, another] = rule.clauses;
  const place = placeOf(rule);
  if (only !== undefined && another === undefined && head.length === 0) {
    const node = clauseNode(only);
    return { ...node, head: [...place, ": ", ...node.head] };
  }
  return {
    outcome: rule.outcome,
    head: head.length === 0 ? place : [...place, ": ", ...head],
    notes: rule.unreached === null ? [] : [[describeUnreached(rule.unreached)]],
    children: rule.clauses
      // What the rule says of itself need not be said again of each clause.
      .map((clause) => (rule.unreached === null ? clause : { ...clause, unreached: null }))
      .map(clauseNode),
  };
}

function placeOf({ rule, line }: ExplainedRule): readonly Piece[] {
  return [code(rule), `, line ${line}`];
}

function clauseNode(clause: ExplainedClause): ExplanationNode {
  const { outcome, takes, unreached, deciding, missing } = clause;
  const taken = takes.flatMap((name, index): Piece[] => [index === 0 ? " → " : ", ", code(name)]);
  const arm = /^(.*) =>$/s.exec(clause.clause)?.[1];
  const why = unreached === null ? "" : `: ${describeUnreached(unreached)}`;
  return {
    outcome,
    head: [code(arm ?? clause.clause), ...taken, why].filter((piece) => piece !== ""),
    notes: [...atomNotes(clause.clause, deciding), ...missingNotes(missing)],
    children: [],
  };
}

/** Where an atom is all that a clause asks, only what it saw is news. */
function atomNotes(clause: string, deciding: readonly TraceAtom[]): readonly (readonly Piece[])[] {
  const atoms = deciding.map(withoutUnknownOperands);
  const [only] = atoms;
  const asked = clause.replace(/^(?:(?:ELSE )?IF|WHERE|WHILE|.* (?:WHEN|UNLESS)) | =>$/gs, "");
  if (only !== undefined && only.text === asked) {
    const saw = whereClause([only]).replace(/^, where /, "");
    return saw === "" ? [] : [[`where ${saw}`]];
  }
  return atoms.map((atom) => [`${atom.value}: `, code(atom.text), whereClause([atom])]);
}

/** What is unknown is said by name, with the reason. */
function withoutUnknownOperands(atom: TraceAtom): TraceAtom {
  return { ...atom, operands: atom.operands.filter(({ value }) => value !== null) };
}

function missingNotes(missing: ExplainedClause["missing"]): readonly (readonly Piece[])[] {
  return missing.map(({ path, reason }) => [code(path), ` is ${describeUnknown(reason)}`]);
}

// --- loops --------------------------------------------------------------------------------------------------------

function loopNode(rule: ExplainedRule, action: string | null): ExplanationNode {
  // Of a WHILE the head says all; its condition is asked in each turn.
  const head = rule.kind === "for" ? rule.clauses[0] : undefined;
  const answers = rule.clauses.filter(({ clause }) => clause === "UNKNOWN");
  const turns = shownTurns(rule.turns, action);
  const hidden = rule.turns.filter((turn) => !turns.includes(turn));
  const unreached = rule.unreachedRules.flatMap((inner) => ruleNode(inner, action) ?? []);
  const why = rule.unreached === null ? "" : `: ${describeUnreached(rule.unreached)}`;
  return {
    outcome: rule.outcome,
    head: [...placeOf(rule), ": ", code(rule.text), why].filter((piece) => piece !== ""),
    notes: head === undefined ? [] : missingNotes(head.missing),
    children: [
      ...turns.map((turn) => turnNode(rule, turn, action)),
      ...(hidden.length === 0 ? [] : [plainNode([describeHidden(hidden, action)])]),
      ...unreached,
      ...answers.map(clauseNode),
    ],
  };
}

function turnNode(
  rule: ExplainedRule,
  { of, clauses, rules }: ExplainedTurn,
  action: string | null,
): ExplanationNode {
  const [condition, ...answers] = clauses;
  const place: readonly Piece[] = typeof of === "number" ? [`turn ${of}`] : [code(of)];
  const inner = rules.flatMap((each) => ruleNode(each, action) ?? []);
  const asked = condition === undefined ? null : clauseNode(condition);
  // The condition of a WHILE stands in the head of the loop already.
  const text = asked === null || rule.kind === "while" ? [] : [": ", ...asked.head];
  return {
    outcome: asked?.outcome ?? null,
    head: [...place, ...text],
    notes: asked?.notes ?? [],
    children: [...inner, ...answers.map(clauseNode)],
  };
}

/** All turns in which something was taken or left open, and the first of the others, in their order. */
function shownTurns(
  turns: readonly ExplainedTurn[],
  action: string | null,
): readonly ExplainedTurn[] {
  let idle = 0;
  return turns
    .filter((turn) => isEventful(turn, action) || idle++ < MOST_IDLE_TURNS)
    .slice(0, MOST_TURNS);
}

function describeHidden(turns: readonly ExplainedTurn[], action: string | null): string {
  const are = turns.some((turn) => isEventful(turn, action)) ? "" : ", in which nothing is taken";
  return `… and ${countOf(turns.length, "more turn")}${are}`;
}

function isEventful({ clauses, rules }: ExplainedTurn, action: string | null): boolean {
  return (
    clauses.some(({ outcome }) => outcome === "unknown") ||
    rules.some((rule) => concerns(rule, action) && isRuleEventful(rule, action))
  );
}

function isRuleEventful(
  { clauses, turns, outcome }: ExplainedRule,
  action: string | null,
): boolean {
  return (
    outcome === "unknown" ||
    clauses.some((clause) => clause.outcome === "fired" && clause.takes.length > 0) ||
    turns.some((turn) => isEventful(turn, action))
  );
}

// --- constraints and what is left open ----------------------------------------------------------------------------

function constraintNode(constraint: ExplainedConstraint): ExplanationNode {
  const { constraint: id, line, text, outcome, withholds, violation } = constraint;
  const effect: readonly (readonly Piece[])[] = [
    ...withholds.map((name): readonly Piece[] => ["withholds ", code(name)]),
    ...(violation === null ? [] : [[violation]]),
    ...(outcome === "not in force" ? [["not in force"]] : []),
  ];
  const isKept = outcome === "in force" && withholds.length === 0;
  return {
    outcome: markOf(constraint),
    word: isKept ? "kept" : withholds.length > 0 ? "enforced" : outcome,
    head: [code(id), `, line ${line}: `, code(text)],
    notes: [
      ...effect,
      ...atomNotes(text, constraint.deciding),
      ...missingNotes(constraint.missing),
    ],
    children: [],
  };
}

function markOf({ outcome, withholds }: ExplainedConstraint): ExplanationNode["outcome"] {
  if (outcome === "violated" || outcome === "unknown") return outcome;
  return withholds.length > 0 ? "fired" : "not fired";
}

/** What kept the decision open; where it is about one action, in what is about that. */
function openNodes(explanation: Explanation): readonly ExplanationNode[] {
  const { unknowns, defaulted, limits, action } = explanation;
  const about = (id: string): boolean =>
    action === null ||
    action.sources.some(({ rule }) => rule === id) ||
    action.constraints.some(({ constraint }) => constraint === id);
  const open = unknowns.filter(({ handled, rule }) => handled !== true && about(rule));
  return [
    ...open.map(({ path, rule, reason }) =>
      unknownNode([code(path), ` is ${describeUnknown(reason)}, in `, code(rule)]),
    ),
    ...defaulted.map(({ path }) =>
      unknownNode([code(path), " was missing; its sample stood in for it"]),
    ),
    ...limits.map(({ limit, rule, maximum }) =>
      unknownNode([code(rule), " reached the limit ", code(limit), `, which is ${maximum}`]),
    ),
  ];
}

function unknownNode(head: readonly Piece[]): ExplanationNode {
  return { outcome: "unknown", head, notes: [], children: [] };
}

function plainNode(head: readonly Piece[]): ExplanationNode {
  return { outcome: null, head, notes: [], children: [] };
}

/** A reason to go behind a colon. */
function describeUnreached(reason: UnreachedReason): string {
  switch (reason) {
    case "earlier clause":
      return "an earlier clause was taken";
    case "undecided before":
      return "an earlier clause is undecided";
    case "nothing unknown":
      return "nothing was unknown";
    case "empty list":
      return "the list is empty";
    case "unknown list":
      return "the list is unknown";
    case "no element selected":
      return "WHERE let no element in";
    case "condition false":
      return "the loop's condition does not hold";
    case "condition unknown":
      return "the loop's condition is unknown";
    case "outer rule":
      return "the rule around it was not come to";
    case "decided without it":
      return "the rules left nothing open";
    case "evaluation ended":
      return "a limit ended the evaluation before";
  }
}

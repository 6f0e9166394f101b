// The tree of rules with how each came out. Evaluation goes through rules in order and traces what it tries, so that
// going through the program and the trace together tells what was tried, what was not, and why.
import type { TraceAtom, TraceEntry } from "../evaluate/decision.ts";
import type {
  Condition,
  ProgramFor,
  ProgramIf,
  ProgramMatch,
  ProgramRule,
  ProgramWhile,
} from "../semantics/program.ts";
import {
  answerOf,
  armsOf,
  branchesOf,
  type Clause,
  collectionOf,
  subjectOf,
  whereOf,
  whileOf,
} from "./clauses.ts";
import { decidingAtoms } from "./deciding-atoms.ts";
import type {
  ExplainedClause,
  ExplainedOutcome,
  ExplainedRule,
  ExplainedTurn,
  UnreachedReason,
} from "./explanation.ts";

/** LET and SET leave no trace. */
type TracedRule = ProgramIf | ProgramMatch | ProgramFor | ProgramWhile;

/** A trace being gone through: `at` is the entry that comes next. */
export interface TraceCursor {
  readonly trace: readonly TraceEntry[];
  at: number;
}

/** The rules as the trace has them, from where the cursor stands, which is moved behind them. */
export function explainRules(
  rules: readonly ProgramRule[],
  cursor: TraceCursor,
): readonly ExplainedRule[] {
  return rules.flatMap((rule) => explainRule(rule, cursor));
}

/** The attempt at a clause, if that is what comes next. */
export function takeAttempt(
  rule: string,
  clause: Clause,
  cursor: TraceCursor,
): ExplainedClause | null {
  const entry = cursor.trace[cursor.at];
  if (entry === undefined || entry.rule !== rule || entry.branch !== clause.branch) return null;
  cursor.at++;
  const { text, line, condition, takes } = clause;
  const { outcome, atoms, causes = [] } = entry;
  const deciding = explainAtoms(condition, atoms);
  return { clause: text, line, outcome, unreached: null, deciding, missing: causes, takes };
}

/** A clause that evaluation never came to. */
export function unreachedClause(clause: Clause, unreached: UnreachedReason): ExplainedClause {
  const { text, line, takes } = clause;
  const outcome = "not reached";
  return { clause: text, line, outcome, unreached, deciding: [], missing: [], takes };
}

/** For an arm of MATCH the pattern comes before the atoms of its guard, and decides by itself when it does not fit. */
function explainAtoms(
  condition: Condition | null,
  atoms: readonly TraceAtom[],
): readonly TraceAtom[] {
  if (condition === null) return atoms;
  const before = atoms.slice(0, Math.max(0, atoms.length - condition.atoms.length));
  return [...before, ...decidingAtoms(condition, atoms.slice(before.length))];
}

function explainRule(rule: ProgramRule, cursor: TraceCursor): readonly ExplainedRule[] {
  switch (rule.kind) {
    case "let":
    case "set":
      return [];
    case "if":
      return [explainBranches(rule, branchesOf(rule), null, cursor)];
    case "match": {
      const bindings = bindingsAt(cursor);
      const subject = takeAttempt(rule.id, subjectOf(rule), cursor);
      return [{ ...explainBranches(rule, armsOf(rule), subject, cursor), bindings }];
    }
    case "for":
      return [explainFor(rule, cursor)];
    case "while":
      return [explainWhile(rule, cursor)];
  }
}

function bindingsAt({ trace, at }: TraceCursor): ExplainedRule["bindings"] {
  return trace[at]?.bindings ?? {};
}

/** What has been tried of a rule so far decides what becomes of the rest. */
interface Progress {
  outcome: ExplainedOutcome;
  /** Why a further clause would not be come to; null while the next one is. */
  settled: UnreachedReason | null;
}

function explainBranches(
  rule: ProgramIf | ProgramMatch,
  branches: readonly Clause[],
  subject: ExplainedClause | null,
  cursor: TraceCursor,
): ExplainedRule {
  const bindings = bindingsAt(cursor);
  const progress: Progress = { outcome: "not reached", settled: null };
  if (subject !== null) note(subject, progress);
  const clauses = branches.map((clause) => {
    const attempt = progress.settled === null ? takeAttempt(rule.id, clause, cursor) : null;
    if (attempt === null) return unreachedClause(clause, progress.settled ?? "evaluation ended");
    note(attempt, progress);
    return attempt;
  });
  const answer = explainAnswer(rule, progress.outcome, cursor);
  const { outcome } = progress;
  return {
    rule: rule.id,
    line: rule.line,
    kind: rule.kind,
    text: textOf(rule),
    variable: variableOf(rule),
    outcome,
    unreached: outcome === "not reached" ? "evaluation ended" : null,
    bindings: outcome === "not reached" ? {} : bindings,
    clauses: [...(subject === null ? [] : [subject]), ...clauses, ...answer],
    turns: [],
    unreachedRules: [],
  };
}

function note({ outcome }: ExplainedClause, progress: Progress): void {
  progress.outcome = outcome;
  if (outcome === "fired") progress.settled = "earlier clause";
  if (outcome === "unknown") progress.settled = "undecided before";
}

/** UNKNOWN, if the rule has one: come to when the rule came out `unknown`. */
function explainAnswer(
  rule: Parameters<typeof answerOf>[0] & { readonly id: string },
  outcome: ExplainedOutcome,
  cursor: TraceCursor,
): readonly ExplainedClause[] {
  const answer = answerOf(rule);
  if (answer === null) return [];
  const attempt = outcome === "unknown" ? takeAttempt(rule.id, answer, cursor) : null;
  const isSettled = outcome === "fired" || outcome === "not fired";
  return [attempt ?? unreachedClause(answer, isSettled ? "nothing unknown" : "evaluation ended")];
}

// --- loops --------------------------------------------------------------------------------------------------------

function explainFor(rule: ProgramFor, cursor: TraceCursor): ExplainedRule {
  const collection = collectionOf(rule);
  const bindings = bindingsAt(cursor);
  const head = takeAttempt(rule.id, collection, cursor);
  if (head === null) return unreachedRule(rule, "evaluation ended");
  const turns: ExplainedTurn[] = [];
  while (head.outcome === "fired" && isTurnNext(rule, cursor)) {
    turns.push(explainElement(rule, turns.length, cursor));
  }
  const isAnswered = turns.some(({ clauses }) =>
    clauses.some(({ clause }) => clause === "UNKNOWN"),
  );
  const wasReached = turns.some(({ rules }) => rules.length > 0);
  return {
    rule: rule.id,
    line: rule.line,
    kind: "for",
    text: textOf(rule),
    variable: variableOf(rule),
    outcome: head.outcome,
    unreached: null,
    bindings,
    clauses: [head, ...(isAnswered ? [] : explainAnswer(rule, head.outcome, cursor))],
    turns,
    unreachedRules: wasReached ? [] : unreachedRules(rule.body, whyBodyOfFor(head, turns)),
  };
}

function whyBodyOfFor(
  { outcome }: ExplainedClause,
  turns: readonly ExplainedTurn[],
): UnreachedReason {
  if (outcome === "unknown") return "unknown list";
  if (outcome === "not fired") return "empty list";
  return turns.length > 0 ? "no element selected" : "evaluation ended";
}

/** Whether an element comes next: its WHERE, else the body. */
function isTurnNext(rule: ProgramFor, cursor: TraceCursor): boolean {
  const entry = cursor.trace[cursor.at];
  if (rule.where === null) return isBodyNext(rule.body, cursor);
  return entry !== undefined && entry.rule === rule.id && entry.branch === 0;
}

/** Whether the body of a loop comes next: the first of its rules that leaves a trace. */
function isBodyNext(body: readonly ProgramRule[], { trace, at }: TraceCursor): boolean {
  const first = body.find(({ kind }) => kind !== "let" && kind !== "set");
  return first !== undefined && trace[at]?.rule === first.id;
}

/** The rules of a loop's body in one turn; none where a limit kept the turn from being run. */
function explainBody(body: readonly ProgramRule[], cursor: TraceCursor): readonly ExplainedRule[] {
  return isBodyNext(body, cursor) ? explainRules(body, cursor) : [];
}

function explainElement(rule: ProgramFor, index: number, cursor: TraceCursor): ExplainedTurn {
  const of = bindingsAt(cursor)[rule.variable] ?? `${rule.collectionText}[${index}]`;
  const where = whereOf(rule);
  const attempt = where === null ? null : takeAttempt(rule.id, where, cursor);
  if (attempt === null) return { of, clauses: [], rules: explainBody(rule.body, cursor) };
  const answer = attempt.outcome === "unknown" ? explainAnswer(rule, attempt.outcome, cursor) : [];
  const rules = attempt.outcome === "fired" ? explainBody(rule.body, cursor) : [];
  return { of, clauses: [attempt, ...answer], rules };
}

function explainWhile(rule: ProgramWhile, cursor: TraceCursor): ExplainedRule {
  const condition = whileOf(rule);
  const bindings = bindingsAt(cursor);
  const turns: ExplainedTurn[] = [];
  for (;;) {
    const attempt = takeAttempt(rule.id, condition, cursor);
    if (attempt === null) break;
    const { outcome } = attempt;
    const answer = outcome === "unknown" ? explainAnswer(rule, outcome, cursor) : [];
    const rules = outcome === "fired" ? explainBody(rule.body, cursor) : [];
    turns.push({ of: turns.length + 1, clauses: [attempt, ...answer], rules });
    if (outcome !== "fired" || !rule.repeats) break;
  }
  const first = turns[0]?.clauses[0];
  if (first === undefined) return unreachedRule(rule, "evaluation ended");
  const last = turns.at(-1)?.clauses ?? [];
  const isAnswered = last.length > 1;
  const wasReached = turns.some(({ rules }) => rules.length > 0);
  return {
    rule: rule.id,
    line: rule.line,
    kind: "while",
    text: textOf(rule),
    variable: variableOf(rule),
    outcome: first.outcome,
    unreached: null,
    bindings,
    clauses: isAnswered ? [] : explainAnswer(rule, last[0]?.outcome ?? first.outcome, cursor),
    turns,
    unreachedRules: wasReached ? [] : unreachedRules(rule.body, whyBodyOfWhile(first)),
  };
}

function whyBodyOfWhile({ outcome }: ExplainedClause): UnreachedReason {
  if (outcome === "unknown") return "condition unknown";
  return outcome === "not fired" ? "condition false" : "evaluation ended";
}

// --- what was not reached -----------------------------------------------------------------------------------------

function unreachedRules(
  rules: readonly ProgramRule[],
  unreached: UnreachedReason,
): readonly ExplainedRule[] {
  return rules.flatMap((rule) =>
    rule.kind === "let" || rule.kind === "set" ? [] : [unreachedRule(rule, unreached)],
  );
}

function unreachedRule(rule: TracedRule, unreached: UnreachedReason): ExplainedRule {
  const isLoop = rule.kind === "for" || rule.kind === "while";
  const answer = answerOf(rule);
  return {
    rule: rule.id,
    line: rule.line,
    kind: rule.kind,
    text: textOf(rule),
    variable: variableOf(rule),
    outcome: "not reached",
    unreached,
    bindings: {},
    clauses: [...headsOf(rule), ...(answer === null ? [] : [answer])].map((clause) =>
      unreachedClause(clause, unreached),
    ),
    turns: [],
    unreachedRules: isLoop ? unreachedRules(rule.body, "outer rule") : [],
  };
}

function variableOf(rule: TracedRule): string | null {
  return rule.kind === "for" ? rule.variable : null;
}

function textOf(rule: TracedRule): string {
  return rule.kind === "match" ? subjectOf(rule).text : (headsOf(rule)[0]?.text ?? "");
}

function headsOf(rule: TracedRule): readonly Clause[] {
  switch (rule.kind) {
    case "if":
      return branchesOf(rule);
    case "match":
      return armsOf(rule);
    case "for":
      return [collectionOf(rule)];
    case "while":
      return [whileOf(rule)];
  }
}

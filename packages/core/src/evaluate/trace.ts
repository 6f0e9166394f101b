// The trace: what every rule tried and came to, and the atoms of each condition with the values they compared. An
// observer is told the same while it happens. Both only watch: nothing here takes steps or changes what is decided.
import type {
  Condition,
  ProgramConstraint,
  ProgramExpression,
  ProgramFailsafe,
  ProgramRule,
} from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import type { JsonValue } from "./canonical-json.ts";
import type { TraceAtom, TraceEntry, TraceOperand } from "./decision.ts";
import { describeExpression } from "./describe-expression.ts";
import type { Truth } from "./logic.ts";
import type { State } from "./state.ts";
import { isList, isRecord, isUnknown, type Value } from "./value.ts";
import { valueToJson } from "./value-json.ts";

/** What an atom came to; `not evaluated` where what stands before it decides. */
export type AtomValue = TraceAtom["value"];

/** What takes one of several ways: a rule, FAILSAFE, a choice among values. */
export type Chooser = ProgramRule | ProgramFailsafe | ProgramConstraint | ProgramExpression;

/** Watches evaluations, for coverage. */
export interface EvaluationObserver {
  /** A condition, inner ones included, came to `outcome`, its atoms to `values`; the list is the observer's to keep. */
  readonly decided: (
    condition: Condition,
    outcome: Exclude<AtomValue, "not evaluated">,
    values: readonly AtomValue[],
  ) => void;
  /** What the trace notes as `branch`; for a choice among values its branches or arms, `else` where none holds. */
  readonly tried: (
    chooser: Chooser,
    branch: TraceEntry["branch"],
    outcome: Exclude<AtomValue, "not evaluated">,
  ) => void;
}

/** The atoms of the condition under evaluation, and what the comparison last evaluated compared. */
export interface AtomNotes {
  readonly values: AtomValue[];
  /** Null where only an observer looks on. */
  readonly traced: TraceAtom[] | null;
  operands: readonly TraceOperand[];
}

/** What was tried, apart from where: `outcome` false for what did not hold. */
export interface Attempt {
  readonly of: Chooser;
  readonly line: number;
  readonly branch: TraceEntry["branch"];
  readonly text: string;
  readonly outcome: Truth;
  readonly atoms?: readonly TraceAtom[];
}

/** Appends an attempt of the current rule to the trace, if there is one, and tells the observer. */
export function traceAttempt(attempt: Attempt, state: State): void {
  if (state.stopped) return;
  const { of, line, branch, text, outcome, atoms = [] } = attempt;
  state.observer?.tried(of, branch, truthWord(outcome));
  state.findings.trace?.push({
    rule: state.rule,
    line,
    bindings: Object.fromEntries(state.bindings),
    branch,
    text,
    outcome: isUnknown(outcome) ? "unknown" : outcome ? "fired" : "not fired",
    atoms,
    ...(isUnknown(outcome) ? { causes: outcome.causes } : {}),
  });
}

/** Evaluates a condition while noting its atoms; none are noted where neither trace nor observer asks for them. */
export function withAtoms(
  condition: Condition,
  state: State,
  evaluate: () => Truth,
): { readonly outcome: Truth; readonly atoms: readonly TraceAtom[] } {
  const { observer, atoms: outer } = state;
  const { trace } = state.findings;
  if (trace === null && observer === null) return { outcome: evaluate(), atoms: [] };
  const values = condition.atoms.map((): AtomValue => "not evaluated");
  const traced =
    trace === null
      ? null
      : condition.atoms.map(
          ({ text }): TraceAtom => ({ text, value: "not evaluated", operands: [] }),
        );
  state.atoms = { values, traced, operands: [] };
  const outcome = evaluate();
  state.atoms = outer;
  if (!state.stopped) observer?.decided(condition, truthWord(outcome), values);
  return { outcome, atoms: traced ?? [] };
}

/** Tells the observer which way a choice among values went. */
export function noteChoice(
  choice: ProgramExpression,
  branch: number | "else",
  outcome: Truth,
  state: State,
): void {
  if (!state.stopped) state.observer?.tried(choice, branch, truthWord(outcome));
}

const comparisons: ReadonlySet<ProgramExpression["kind"]> = new Set([
  "compare",
  "between",
  "in",
  "text-test",
]);

/** Notes what an atom came to, with the operands of the comparison it is. */
export function noteAtom(
  index: number,
  operand: ProgramExpression,
  value: Truth,
  state: State,
): void {
  const notes = state.atoms;
  if (notes === null) return;
  const word = truthWord(value);
  notes.values[index] = word;
  const atom = notes.traced?.[index];
  if (notes.traced === null || atom === undefined) return;
  const operands = comparisons.has(operand.kind) ? notes.operands : [];
  notes.traced[index] = { text: atom.text, value: word, operands };
}

/** Notes the operands of a comparison, for the atom it belongs to. */
export function noteOperands(
  operands: readonly (readonly [ProgramExpression, Value])[],
  state: State,
): void {
  if (state.atoms === null || state.atoms.traced === null) return;
  state.atoms.operands = operands.map(([expression, value]) => ({
    text: describeExpression(expression),
    value: glance(value, expression.type),
  }));
}

/** The pattern of a MATCH arm as an atom. */
export function patternAtom(
  text: string,
  outcome: Truth,
  subjectText: string,
  subject: Value,
  type: Type,
): TraceAtom {
  const operands = [{ text: subjectText, value: glance(subject, type) }];
  return { text, value: truthWord(outcome), operands };
}

function truthWord(value: Truth): "true" | "false" | "unknown" {
  return isUnknown(value) ? "unknown" : value ? "true" : "false";
}

/** A value as a person wants to see it: long lists and deep records are cut, unknowns are null. */
function glance(value: Value, type: Type): JsonValue {
  return valueToJson(cut(value, 3), type, { visit: () => {}, unknown: () => {} });
}

const mostShown = 10;

function cut(value: Value, depth: number): Value {
  if (typeof value === "string") return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  if (isList(value)) {
    if (depth === 0) return "…";
    const shown = value.slice(0, mostShown).map((element) => cut(element, depth - 1));
    return value.length > mostShown ? [...shown, "…"] : shown;
  }
  if (isRecord(value)) {
    if (depth === 0) return "…";
    const shown = [...value.fields].slice(0, mostShown);
    return {
      kind: "record",
      fields: new Map(shown.map(([name, of]) => [name, cut(of, depth - 1)])),
    };
  }
  return value;
}

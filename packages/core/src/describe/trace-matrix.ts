// The trace matrix: which rule comes from which regulation, standard or piece of evidence.
import type { Analysis } from "../semantics/analysis.ts";

export interface TraceMatrix {
  readonly entries: readonly TraceSource[];
  /** The rules that take actions, and what else an entry names. */
  readonly rows: readonly TraceRow[];
  /** Ids of rules that no entry reaches, not by their own name, that of a loop around them or of a rule inside. */
  readonly untraced: readonly string[];
}

interface TraceSource {
  /** From 1. */
  readonly number: number;
  readonly label: string;
  readonly text: string;
  /** Empty: the policy as a whole. */
  readonly subjects: readonly TraceSubject[];
}

/** What an entry names; `unknown` where nothing is called so. */
interface TraceSubject {
  readonly kind: "rule" | "constraint" | "unknown";
  readonly id: string;
}

interface TraceRow extends TraceSubject {
  /** Numbers of entries. */
  readonly sources: readonly number[];
}

/** Ties TRACE entries to rules and constraints by label or position. */
export function traceMatrixOf(analysis: Analysis): TraceMatrix {
  const subjectOf = subjectsByName(analysis);
  const entries = analysis.document.sections
    .filter(({ keyword }) => keyword === "TRACE")
    .flatMap(({ items }) => items)
    .flatMap(({ body }) => (body.kind === "labelled" ? [body] : []))
    .map(
      ({ label, text, references }, index): TraceSource => ({
        number: index + 1,
        label: label.text,
        text,
        subjects: references.map((name) => subjectOf(name.text)),
      }),
    );
  const sources = new Map<string, number[]>();
  const named = new Map<string, TraceSubject>();
  for (const { number, subjects } of entries) {
    for (const subject of subjects) {
      named.set(subject.id, subject);
      const known = sources.get(subject.id);
      if (known === undefined) sources.set(subject.id, [number]);
      else known.push(number);
    }
  }
  const rows = new Map<string, TraceSubject>();
  for (const { rule, id } of analysis.rules) {
    const decides = rule.kind === "if" || rule.kind === "match";
    if (decides || (rule.kind !== "let" && sources.has(id))) rows.set(id, { kind: "rule", id });
  }
  for (const [id, subject] of named) if (!rows.has(id)) rows.set(id, subject);
  return {
    entries,
    rows: [...rows.values()].map((row) => ({ ...row, sources: sources.get(row.id) ?? [] })),
    untraced: untracedRules(analysis, new Set(sources.keys())),
  };
}

/** Rules by label and by position, constraints by label or number. */
function subjectsByName({ rules, constraints }: Analysis): (name: string) => TraceSubject {
  const subjects = new Map<string, TraceSubject>();
  for (const { id } of constraints) subjects.set(id, { kind: "constraint", id });
  for (const { id, position } of rules) subjects.set(position, { kind: "rule", id });
  for (const { id } of rules) subjects.set(id, { kind: "rule", id });
  return (name) => subjects.get(name) ?? { kind: "unknown", id: name };
}

/** As the checker has it: a rule is traced by its own name, by a loop around it, or by a rule inside it. */
function untracedRules(analysis: Analysis, traced: ReadonlySet<string>): readonly string[] {
  const reached = new Set<string>();
  for (const rule of analysis.rules) {
    const around: string[] = [];
    for (let at = rule.parent; at !== null; at = at.parent) around.push(at.id);
    if (!traced.has(rule.id) && !around.some((id) => traced.has(id))) continue;
    reached.add(rule.id);
    for (const id of around) reached.add(id);
  }
  return analysis.rules
    .filter(({ rule, id }) => (rule.kind === "if" || rule.kind === "match") && !reached.has(id))
    .map(({ id }) => id);
}

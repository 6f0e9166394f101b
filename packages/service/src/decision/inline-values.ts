// What stands behind the conditions of a policy while it is decided: the values that each of their atoms read, in every
// turn of the loops around them.
import {
  type Decision,
  type Explanation,
  type Ir,
  moveSpan,
  type Program,
  type RuleInformation,
  type SourceText,
  type Span,
  type TraceAtom,
  type TraceEntry,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import { toRange } from "../text-range.ts";
import { printLiteral } from "./print-literal.ts";
import { triedRules } from "./shown-rules.ts";

/** What a part of a condition came to. */
export interface InlineValue {
  /** In the file of the view; the value belongs behind it. */
  readonly range: Range;
  /** Once for each time it was tried, in order. */
  readonly turns: readonly InlineTurn[];
}

export interface InlineTurn {
  /** `read` is a value that is neither true nor false: a list that a FOR runs over, the subject of a MATCH. */
  readonly outcome: TraceAtom["value"] | "read";
  /** `0.4m`; where several things are compared `Distance = 0.4m, Reach = 1m`; why it is unknown; "" where nothing is to add. */
  readonly text: string;
  /** The loop variables in force: `worker = Workers[3]`; "" outside loops. */
  readonly bindings: string;
}

/** The values in the order of their places; conditions that were never tried have none. */
export function inlineValues(
  program: Program,
  rules: readonly RuleInformation[],
  { trace = [] }: Decision,
  explanation: Explanation,
  source: SourceText,
): readonly InlineValue[] {
  const lengths = listLengths(explanation);
  const places = placesOf(program, rules);
  const found = new Map<number, { readonly span: Span; readonly turns: InlineTurn[] }>();
  const note = (span: Span | undefined, turn: InlineTurn): void => {
    if (span === undefined) return;
    const known = found.get(span.end);
    if (known === undefined) found.set(span.end, { span, turns: [turn] });
    else known.turns.push(turn);
  };
  for (const entry of trace) {
    const place = places.get(placeKey(entry.rule, entry.branch));
    if (place === undefined) continue;
    const bindings = Object.entries(entry.bindings)
      .map(([name, path]) => `${name} = ${path}`)
      .join(", ");
    const [first] = entry.atoms;
    if (place.subject !== null && entry.branch === null) {
      const length = entry.outcome === "unknown" ? undefined : lengths.get(entry.rule)?.shift();
      note(place.subject, { ...subjectValue(entry, length ?? 0), bindings });
    }
    if (place.subject !== null && entry.branch === 0 && first !== undefined) {
      const [operand] = first.operands;
      const text = operand === undefined ? "" : printLiteral(operand.value);
      if (operand?.text !== text) note(place.subject, { outcome: "read", text, bindings });
    }
    const before = Math.max(0, entry.atoms.length - place.atoms.length);
    if (place.pattern !== null && first !== undefined) {
      note(place.pattern, { outcome: first.value, text: "", bindings });
    }
    for (const [index, atom] of entry.atoms.slice(before).entries()) {
      note(place.atoms[index], { outcome: atom.value, text: textOf(atom, entry), bindings });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.span.end - b.span.end)
    .map(({ span, turns }) => ({ range: toRange(source, span), turns }));
}

/** Where what an entry of the trace is about stands. */
interface Place {
  readonly atoms: readonly Span[];
  /** The pattern of an arm. */
  readonly pattern: Span | null;
  /** The subject of a MATCH, the list of a FOR. */
  readonly subject: Span | null;
}

function placeKey(rule: string, branch: TraceEntry["branch"]): string {
  return `${branch} ${rule}`;
}

function placesOf(program: Program, rules: readonly RuleInformation[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const trees = new Map(rules.map((information) => [information.id, information]));
  const add = (
    id: string,
    branch: TraceEntry["branch"],
    condition: Ir.Condition | null,
    { pattern = null, subject = null }: Partial<Place> = {},
  ): void => {
    const atoms = condition?.atoms.map(({ span }) => span) ?? [];
    places.set(placeKey(id, branch), { atoms, pattern, subject });
  };
  const visit = (rule: Ir.ProgramRule): void => {
    const information = trees.get(rule.id);
    const tree = information?.rule;
    const moved = (span: Span | undefined): Span | null =>
      span === undefined || information === undefined
        ? null
        : moveSpan(span, information.item.start);
    switch (rule.kind) {
      case "let":
      case "set":
        break;
      case "if":
        for (const [index, { condition }] of rule.branches.entries())
          add(rule.id, index, condition);
        break;
      case "while":
        add(rule.id, 0, rule.condition);
        rule.body.forEach(visit);
        break;
      case "for": {
        const subject = tree?.kind === "for" ? moved(tree.collection.span) : null;
        add(rule.id, null, null, { subject });
        add(rule.id, 0, rule.where);
        rule.body.forEach(visit);
        break;
      }
      case "match": {
        const subject = tree?.kind === "match" ? moved(tree.subject.span) : null;
        add(rule.id, null, null, { subject });
        for (const [index, { guard }] of rule.arms.entries()) {
          const arm = tree?.kind === "match" ? tree.arms[index] : undefined;
          add(rule.id, index, guard, { pattern: moved(arm?.pattern.span), subject });
        }
      }
    }
  };
  program.rules.forEach(visit);
  for (const { id, file, clause } of program.constraints) {
    if (file !== program.file) continue;
    if (clause.kind === "always") add(id, 0, clause.condition);
    if (clause.kind === "never" && clause.guard !== null) add(id, 0, clause.guard.condition);
  }
  return places;
}

/** How many elements each FOR ran over, by its id, each time it did, in order. */
function listLengths(explanation: Explanation): Map<string, number[]> {
  const lengths = [...triedRules(explanation)].map(([id, times]) => {
    const ran = times.filter(({ outcome }) => outcome === "fired" || outcome === "not fired");
    return [id, ran.map(({ turns }) => turns.length)] as const;
  });
  return new Map(lengths);
}

/** How long a list is; of what is unknown, why. */
function subjectValue(
  { outcome, causes = [] }: TraceEntry,
  length: number,
): Pick<InlineTurn, "outcome" | "text"> {
  switch (outcome) {
    case "fired":
      return { outcome: "read", text: length === 1 ? "1 element" : `${length} elements` };
    case "not fired":
      return { outcome: "read", text: "empty" };
    case "unknown": {
      const reasons = new Set(causes.map(({ reason }) => reason));
      return { outcome: "unknown", text: [...reasons].join(", ") };
    }
  }
}

function textOf({ text, value, operands }: TraceAtom, { causes = [] }: TraceEntry): string {
  if (value === "not evaluated") return "";
  const why = (path: string): string =>
    causes.find((cause) => cause.path === path)?.reason ?? "unknown";
  if (operands.length === 0) return value === "unknown" ? why(text) : "";
  const read = operands.flatMap((operand) => {
    const literal = operand.value === null ? why(operand.text) : printLiteral(operand.value);
    return literal === operand.text ? [] : [{ name: operand.text, literal }];
  });
  const [only, another] = read;
  if (only !== undefined && another === undefined) return only.literal;
  return read.map(({ name, literal }) => `${name} = ${literal}`).join(", ");
}

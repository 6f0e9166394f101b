// The decision view: what a document decides on one context, shown beside the rules as one types.
import {
  type Decision,
  type DecisionStatus,
  type JsonValue,
  parseJson,
  printName,
  recordCoverage,
  type TraceEntry,
  typeSource,
  withGivens,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";

export type DecisionView =
  | {
      readonly kind: "decided";
      readonly status: DecisionStatus;
      readonly actions: readonly ShownAction[];
      readonly pending: readonly ShownAction[];
      readonly withheld: readonly ShownAction[];
      readonly violations: readonly string[];
      readonly unknowns: readonly string[];
      readonly inputs: readonly ShownInput[];
      readonly rules: readonly ShownRule[];
      readonly atoms: readonly ShownAtom[];
    }
  /** Nothing can be decided: the document has errors, or the context is no JSON. */
  | {
      readonly kind: "undecidable";
      readonly message: string;
      readonly inputs: readonly ShownInput[];
    };

export interface ShownAction {
  /** `Notify(channel: "sms")`. */
  readonly text: string;
  readonly rule: string;
  /** Of the rule, from 1. */
  readonly line: number;
  /** What took it away or who must approve; "" otherwise. */
  readonly because: string;
}

/** An attribute of the document with what the context gives for it. */
export interface ShownInput {
  readonly name: string;
  /** As CONTEXT would declare it; "" where nothing is known. */
  readonly type: string;
  /** JSON text; "" where the context has nothing. */
  readonly value: string;
  /** The values it may have, where that is a few. */
  readonly choices: readonly string[];
}

/** How a rule came out the last time it was tried. */
export interface ShownRule {
  readonly id: string;
  readonly range: Range;
  readonly outcome: TraceEntry["outcome"] | "not reached";
}

/** An atom of a condition: what to show behind it. */
export interface ShownAtom {
  readonly range: Range;
  /** `Distance = 0.4 m`; the truth value where there is nothing to compare. */
  readonly text: string;
  readonly value: TraceEntry["atoms"][number]["value"];
}

/**
 * Decides a document on a context, given as JSON text, at `now`. In loops an atom shows its last turn. Never throws: what
 * cannot be decided says why.
 */
export function viewDecision(
  document: ServiceDocument,
  contextText: string,
  now: string | null,
): DecisionView {
  const parsed = parseJson(contextText);
  const context = parsed.ok && isRecord(parsed.value) ? parsed.value : {};
  const inputs = shownInputs(document, context);
  const { policy } = document;
  if (policy.program === null) {
    return { kind: "undecidable", message: "the document has errors", inputs };
  }
  if (!parsed.ok) {
    const message = `the context is not JSON: line ${parsed.line}, ${parsed.message}`;
    return { kind: "undecidable", message, inputs };
  }
  const decision = policy.evaluate(parsed.value, { trace: true, ...(now !== null && { now }) });
  return {
    kind: "decided",
    status: decision.status,
    actions: decision.actions.map((action) => shownAction(action, "")),
    pending: decision.pending.map((action) => shownAction(action, action.approvers.join(", "))),
    withheld: decision.withheld.map((action) => shownAction(action, action.constraint)),
    violations: decision.violations.map(({ constraint, message }) => `${constraint}: ${message}`),
    unknowns: decision.unknowns
      .filter(({ handled }) => handled !== true)
      .map(({ path, reason }) => `${path} is ${reason}`),
    inputs,
    rules: shownRules(document, decision),
    atoms: shownAtoms(document, decision),
  };
}

/** The context that an example gives, as JSON text to edit; null where the document has errors or there is none. */
export function contextOfExample(
  document: ServiceDocument,
  index: number,
): { readonly context: string; readonly now: string | null } | null {
  const { program, examples } = document.policy;
  const example = examples[index];
  if (program === null || example === undefined) return null;
  const context = withGivens(program, {}, example.givens, example.now);
  if (typeof context === "string") return null;
  return { context: JSON.stringify(context, null, 2), now: example.now };
}

/** An EXAMPLE section that gives a context and expects what the document decides on it now. */
export function exampleOf(
  document: ServiceDocument,
  contextText: string,
  now: string | null,
  title: string,
): string | null {
  const parsed = parseJson(contextText);
  if (!parsed.ok || !isRecord(parsed.value)) return null;
  const view = viewDecision(document, contextText, now);
  if (view.kind === "undecidable") return null;
  const { attributes } = document.policy.analysis;
  const givens = Object.entries(parsed.value).flatMap(([name, value]) => {
    const type = attributes.get(name)?.type;
    // What the document does not read cannot be given, and what is absent is left out.
    if (type === undefined || value === null) return [];
    const isQuantity = type.kind === "number" && typeof value === "string" && quantity.test(value);
    return [`${printName(name)} = ${isQuantity ? value : printLiteral(value)}`];
  });
  const lines = [`EXAMPLE ${title}:`];
  if (givens.length > 0) lines.push(`- GIVEN ${givens.join(", ")}`);
  if (now !== null) lines.push(`- AT ${JSON.stringify(now)}`);
  const names = view.actions.map(({ text }) => text.replace(/\(.*$/s, ""));
  lines.push(names.length === 0 ? "- EXPECT NOTHING" : `- EXPECT ONLY ${names.join(", ")}`);
  const waiting = view.pending.map(({ text }) => text.replace(/\(.*$/s, ""));
  if (waiting.length > 0) lines.push(`- EXPECT PENDING ${waiting.join(", ")}`);
  if (view.status !== "decided") lines.push(`- EXPECT STATUS ${view.status}`);
  return `${lines.join("\n")}\n`;
}

/** A context may give quantities as text, `"1.5m"`; a document writes them without quotes. */
const quantity = /^-?\d+(?:\.\d+)?[^\s",]*$/;

function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shownAction(
  { name, args, rule, line }: Decision["actions"][number],
  because: string,
): ShownAction {
  const given = Object.entries(args).map(([key, value]) =>
    /^_\d+$/.test(key) ? printLiteral(value) : `${key}: ${printLiteral(value)}`,
  );
  const text = given.length === 0 ? name : `${name}(${given.join(", ")})`;
  return { text, rule, line, because };
}

function shownInputs(
  { policy }: ServiceDocument,
  context: { readonly [key: string]: JsonValue },
): readonly ShownInput[] {
  return [...policy.analysis.attributes.values()]
    .filter(({ declaration }) => declaration?.prose == null)
    .map(({ name, type }) => ({
      name,
      type: typeSource(type) ?? "",
      value: Object.hasOwn(context, name) ? JSON.stringify(context[name]) : "",
      choices: choicesOf(type),
    }));
}

function choicesOf(type: Parameters<typeof typeSource>[0]): readonly string[] {
  if (type.kind === "boolean") return ["true", "false"];
  if (type.kind !== "text" || type.values === null) return [];
  return type.values.map((value) => JSON.stringify(value));
}

function shownRules(
  { policy, source, file }: ServiceDocument,
  { trace = [] }: Decision,
): readonly ShownRule[] {
  const outcomes = new Map<string, ShownRule["outcome"]>();
  for (const { rule, outcome } of trace) {
    // A rule that fired in one branch, or for one element, has fired.
    if (outcomes.get(rule) !== "fired") outcomes.set(rule, outcome);
  }
  if (policy.analysis.document.suiteFor !== null || policy.analysis.file !== file) return [];
  return policy.analysis.rules
    .filter(({ rule }) => rule.kind !== "let" && rule.kind !== "set")
    .map(({ id, span }) => ({
      id,
      range: toRange(source, span),
      outcome: outcomes.get(id) ?? "not reached",
    }));
}

function shownAtoms(
  { policy, source, file }: ServiceDocument,
  { trace = [] }: Decision,
): readonly ShownAtom[] {
  if (policy.program === null) return [];
  // Coverage knows where every atom stands; of no examples it is just that.
  const { items } = recordCoverage(policy.program).measure();
  const byRule = new Map(items.filter((item) => item.file === file).map((item) => [item.id, item]));
  const shown = new Map<number, ShownAtom>();
  for (const entry of trace) {
    const condition = byRule
      .get(entry.rule)
      ?.conditions.find(
        ({ text, atoms }) => text === entry.text && atoms.length === entry.atoms.length,
      );
    for (const [position, { span }] of (condition?.atoms ?? []).entries()) {
      const atom = entry.atoms[position];
      if (atom === undefined) continue;
      const operands = atom.operands
        .filter(({ text, value }) => printLiteral(value) !== text)
        .map(({ text, value }) => `${text} = ${value === null ? "unknown" : printLiteral(value)}`);
      const text = operands.length === 0 ? atom.value : operands.join(", ");
      shown.set(span.start, { range: toRange(source, span), text, value: atom.value });
    }
  }
  return [...shown.values()];
}

/** A JSON value as a literal of the language: quantities `0.4m`, records with bare keys. */
function printLiteral(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const { value: amount, unit } = Object.fromEntries(Object.entries(value));
  if (Object.keys(value).length === 2 && typeof amount === "number" && typeof unit === "string") {
    return `${amount}${unit}`;
  }
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${printLiteral(field)}`);
  return `{ ${fields.join(", ")} }`;
}

// The decision view: what a document decides on one context, shown beside the rules as one types.
import {
  configuredOptions,
  createEvaluator,
  type Decision,
  type DecisionStatus,
  describeReason,
  type EvaluationOptions,
  explainDecision,
  localizeDiagnostic,
  type Program,
} from "@omega/core";
import {
  type ContextRequest,
  type GivenContext,
  readContextRequest,
} from "../decision/given-context.ts";
import { type InlineValue, inlineValues } from "../decision/inline-values.ts";
import { printLiteral } from "../decision/print-literal.ts";
import {
  type ShownInput,
  type ShownPlace,
  shownInputs,
  type UnreadInput,
  unreadInputs,
} from "../decision/shown-inputs.ts";
import { reasonsOf, type ShownRule, shownRules } from "../decision/shown-rules.ts";
import { sourceOf } from "../decision/source-of.ts";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import type { ReadText } from "./run-examples.ts";

/** What is decided, or why nothing is, with the context as fields to edit. */
export type DecisionView = ViewedContext & (DecidedView | UndecidableView);

export interface ViewedContext {
  /** Of the document that was decided. */
  readonly version: number;
  /** The context with what was edited, as JSON text. */
  readonly context: string;
  readonly now: string | null;
  readonly inputs: readonly ShownInput[];
  /** What the context holds and the document does not read. */
  readonly unread: readonly UnreadInput[];
}

export interface DecidedView {
  readonly kind: "decided";
  /** Where the rules are: the document, or the policy that a suite is about. Lines and ranges are in it. */
  readonly file: string;
  readonly status: DecisionStatus;
  /** Why the status is none of `decided`, in a line each; what is missing is in `unknowns`. */
  readonly remarks: readonly string[];
  readonly actions: readonly ShownAction[];
  readonly pending: readonly ShownAction[];
  readonly withheld: readonly ShownAction[];
  readonly violations: readonly ShownFinding[];
  /** Those that no UNKNOWN clause answered come first. */
  readonly unknowns: readonly ShownUnknown[];
  readonly logs: readonly ShownFinding[];
  readonly rules: readonly ShownRule[];
  readonly values: readonly InlineValue[];
}

/** The document has errors, or the context cannot be read. */
export interface UndecidableView {
  readonly kind: "undecidable";
  readonly message: string;
  /** Of the first error; null where the document is not to blame. */
  readonly place: ShownPlace | null;
}

export interface ShownAction {
  /** `Notify(channel: "sms")`. */
  readonly text: string;
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  /** What held, with the values that decided it. */
  readonly because: string;
  /** Under which turn of loops: `worker = Workers[3]`; "" outside. */
  readonly bindings: string;
  /** What took it away, or who must agree first; "" otherwise. */
  readonly by: string;
}

/** Something that a rule or constraint came upon. Messages mark names by backticks. */
export interface ShownFinding {
  /** Its rule or constraint. */
  readonly of: string;
  readonly message: string;
  /** From 1. */
  readonly line: number;
}

export interface ShownUnknown extends ShownFinding {
  readonly path: string;
  /** Whether an UNKNOWN clause answered it. */
  readonly handled: boolean;
}

/**
 * Decides a document on a context. An EXAMPLE's context is decided on as the example is run: samples do not stand in,
 * and `strict` rejects nothing. Never throws: what cannot be decided says why.
 */
export function viewDecision(
  document: ServiceDocument,
  request: ContextRequest,
  loadText: ReadText = () => null,
): DecisionView {
  const given = readContextRequest(document, request, loadText);
  const { policy, version } = document;
  const { program } = policy;
  const options = optionsFor(document, request, given);
  const decision = program === null ? null : createEvaluator(program)(given.context, options);
  // Strict validation says of every input what is wrong with it, whether or not a rule reads it this time.
  const misfits =
    program === null
      ? []
      : createEvaluator(program)(given.context, { ...options, strict: true, trace: false })
          .problems;
  const viewed: ViewedContext = {
    version,
    context: JSON.stringify(given.context, null, 2),
    now: given.now,
    inputs: shownInputs(document, given, { misfits, decision }, options.sampleDefaults),
    unread: unreadInputs(document, given),
  };
  if (program === null || decision === null) return { ...viewed, ...firstError(document) };
  return given.problem === null
    ? { ...viewed, ...decidedView(document, program, decision) }
    : { ...viewed, kind: "undecidable", message: given.problem, place: null };
}

function optionsFor(
  { policy: { settings } }: ServiceDocument,
  { context }: ContextRequest,
  { now }: GivenContext,
): EvaluationOptions {
  const configured = { ...configuredOptions(settings), now, trace: true };
  const isExample = typeof context !== "string" && "example" in context;
  return isExample ? { ...configured, sampleDefaults: false, strict: false } : configured;
}

function firstError({ diagnostics, source, file, locale }: ServiceDocument): UndecidableView {
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (error === undefined) {
    return { kind: "undecidable", message: "the policy has errors", place: null };
  }
  const isOwn = error.file === file;
  const place = isOwn ? { file, range: toRange(source, error.span) } : null;
  return { kind: "undecidable", message: localizeDiagnostic(error, locale).message, place };
}

function decidedView(document: ServiceDocument, program: Program, decision: Decision): DecidedView {
  const { file } = program;
  const { rules, constraints } = document.policy.analysis;
  const source = sourceOf(document, file) ?? document.source;
  const explanation = explainDecision(program, decision);
  const { status, actions, pending, withheld, violations, logs } = decision;
  const reasonOf = reasonsOf(explanation);
  const show = (action: Decision["actions"][number], by: string): ShownAction =>
    shownAction(action, reasonOf(action), by);
  const lines = new Map([
    ...rules.map(({ id, line }) => [id, line] as const),
    ...constraints.map(({ id, line }) => [id, line] as const),
  ]);
  const lineOf = (id: string): number => lines.get(id) ?? 1;
  return {
    kind: "decided",
    file,
    status,
    remarks: remarksOf(decision),
    actions: actions.map((action) => show(action, "")),
    pending: pending.map((action) => show(action, action.approvers.join(" or "))),
    withheld: withheld.map((action) => show(action, action.constraint)),
    violations: violations.map(({ constraint, message, line }) => ({
      of: constraint,
      message,
      line,
    })),
    unknowns: shownUnknowns(decision, lineOf),
    logs: logs.map(({ rule, value }) => ({
      of: rule,
      message: printLiteral(value),
      line: lineOf(rule),
    })),
    rules: shownRules(rules, explanation, source),
    values: inlineValues(program, rules, decision, explanation, source),
  };
}

function remarksOf({ problems, limits, defaulted }: Decision): readonly string[] {
  return [
    ...problems.map(({ message }) => message),
    ...limits.map(
      ({ limit, rule, maximum }) => `\`${rule}\` reached the limit \`${limit}\` of ${maximum}`,
    ),
    ...defaulted.map(
      ({ path, value }) => `\`${path}\` counts as its sample ${printLiteral(value)}`,
    ),
  ];
}

function shownAction(
  action: Decision["actions"][number],
  because: string,
  by: string,
): ShownAction {
  const { name, args, rule, line, bindings } = action;
  const given = Object.entries(args).map(([key, value]) =>
    /^_\d+$/.test(key) ? printLiteral(value) : `${key}: ${printLiteral(value)}`,
  );
  return {
    text: given.length === 0 ? name : `${name}(${given.join(", ")})`,
    rule,
    line,
    because,
    bindings: Object.entries(bindings)
      .map(([variable, path]) => `${variable} = ${path}`)
      .join(", "),
    by,
  };
}

function shownUnknowns(
  { unknowns }: Decision,
  lineOf: (id: string) => number,
): readonly ShownUnknown[] {
  const shown = unknowns.map(({ path, rule, reason, handled }) => ({
    of: rule,
    path,
    message: describeReason(path, reason),
    line: lineOf(rule),
    handled: handled === true,
  }));
  return [...shown.filter(({ handled }) => !handled), ...shown.filter(({ handled }) => handled)];
}

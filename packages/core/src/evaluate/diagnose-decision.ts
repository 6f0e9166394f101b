// What people should know about a decision, as diagnostics at the rules and clauses concerned: for the command line,
// editors and the runner.
import { createReporter, type Diagnostic, type Reporter } from "../diagnostics/diagnostic.ts";
import { evaluationDiagnostics } from "../diagnostics/om6-evaluation.ts";
import type { Program, ProgramRule } from "../semantics/program.ts";
import { nearestNames } from "../source/edit-distance.ts";
import type { SourceText } from "../source/source-text.ts";
import { type Span, span } from "../source/span.ts";
import { isRecordOfJson } from "./build-decision.ts";
import { canonicalJson, type JsonValue } from "./canonical-json.ts";
import type { Decision } from "./decision.ts";

/**
 * Why a decision is less than `decided`, what was withheld or waits, and which names of the context look like slips.
 * `program` is null for a document with errors, `context` null for what is no JSON. Worst first, then in the decision's
 * order; what concerns no place in the document is reported at its start.
 */
export function diagnoseDecision(
  source: SourceText,
  program: Program | null,
  decision: Decision,
  context: JsonValue | null,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const reporter = createReporter(source.file, found);
  const problems = decision.problems.map((problem): Diagnostic => {
    const { code, message } = problem;
    const at = { file: source.file, span: start, related: [], fixes: [], tags: [] };
    return { code, severity: "error", message, ...at };
  });
  if (program !== null && decision.status !== "rejected") {
    reportOutcome(program, decision, reporter);
    reportSamples(source, program, decision, reporter);
  }
  if (program !== null && context !== null) reportUnreadNames(program, context, reporter);
  return [...problems, ...found];
}

const start = span(0, 0);

function reportOutcome(program: Program, decision: Decision, reporter: Reporter): void {
  const { loopLimit, hostLimit, violatedClause, withheldAction, pendingAction, unknownDatum } =
    evaluationDiagnostics;
  const places = placesOf(program);
  const at = (id: string): Span => places.get(id) ?? start;
  for (const { limit, rule, maximum } of decision.limits) {
    if (limit === "whileIterations") reporter.report(loopLimit, at(rule), { rule, maximum });
    else reporter.report(hostLimit, at(rule), { limit, rule, maximum });
  }
  for (const violation of decision.violations) {
    reporter.report(violatedClause, at(violation.constraint), violation);
  }
  for (const unknown of decision.unknowns) {
    if (unknown.handled !== true) reporter.report(unknownDatum, at(unknown.rule), unknown);
  }
  for (const { name: action, rule, constraint } of decision.withheld) {
    reporter.report(withheldAction, at(rule), { action, rule, constraint });
  }
  for (const { name: action, rule, approvers } of decision.pending) {
    reporter.report(pendingAction, at(rule), { action, approvers });
  }
}

/** Where each rule and constraint stands, by id. */
function placesOf(program: Program): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  const add = (rules: readonly ProgramRule[]): void => {
    for (const rule of rules) {
      places.set(rule.id, rule.span);
      if (rule.kind === "for" || rule.kind === "while") add(rule.body);
    }
  };
  add(program.rules);
  for (const { id, span: place } of program.constraints) places.set(id, place);
  return places;
}

function reportSamples(
  source: SourceText,
  program: Program,
  decision: Decision,
  reporter: Reporter,
): void {
  for (const { path, value } of decision.defaulted) {
    const attribute = program.attributes.find(({ name }) => name === path);
    const at =
      attribute === undefined ? start : declarationOf(attribute.name, attribute.line, source);
    const parameters = { path, value: writeSample(value) };
    reporter.report(evaluationDiagnostics.sampleStoodIn, at, parameters);
  }
}

/** The name on its line; the document's start for a declaration that an import brought in. */
function declarationOf(name: string, line: number, source: SourceText): Span {
  const from = source.lineStarts[line - 1] ?? 0;
  const to = source.lineStarts[line] ?? source.text.length;
  const at = source.text.slice(from, to).indexOf(name);
  return at === -1 ? start : span(from + at, from + at + name.length);
}

function writeSample(value: JsonValue): string {
  return isRecordOfJson(value) && typeof value.value === "number" && typeof value.unit === "string"
    ? `${value.value}${value.unit}`
    : canonicalJson(value);
}

const mostNamesCompared = 1000;

/** Names close to one that the policy reads and the context lacks: most likely slips. */
function reportUnreadNames(program: Program, context: JsonValue, reporter: Reporter): void {
  if (!isRecordOfJson(context)) return;
  const read = new Set(program.attributes.map(({ name }) => name));
  const lacking = [...read].filter((name) => !Object.hasOwn(context, name));
  for (const name of Object.keys(context).slice(0, mostNamesCompared)) {
    const suggestions = read.has(name) ? [] : nearestNames(name, lacking);
    if (suggestions.length > 0) {
      reporter.report(evaluationDiagnostics.unreadName, start, { name, suggestions });
    }
  }
}

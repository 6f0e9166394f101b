// EXAMPLE sections, checked against the policy's names and types and resolved for the runner. Examples say nothing about
// the types of attributes; they are tests.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { literalOnly, valueDoesNotFit } from "../diagnostics/om3-declarations.ts";
import * as diagnostics from "../diagnostics/om3-examples.ts";
import type { JsonValue } from "../evaluate/canonical-json.ts";
import { decisionStatuses } from "../evaluate/decision.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { resolveProjectPath } from "../source/project-path.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { formatInstant, parseInstant } from "../std/instant.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type {
  Action,
  Document,
  ExampleStep,
  Expectation,
  Expression,
  Name,
  Section,
} from "../syntax/tree.ts";
import type { Analysis } from "./analysis.ts";
import { type ActionTable, actionsTaken, isTaken, mention } from "./authority.ts";
import type { Example, ExampleExpectation, ExampleGiven, ExpectedAction } from "./examples.ts";
import { isLiteral, readLiteral } from "./literals.ts";
import { textType, timeType, undeterminedType } from "./number-type.ts";
import { createSuggest, type Suggest } from "./suggestions.ts";
import type { Type } from "./types.ts";

/** What a document's examples are checked against. */
export interface KnownToExamples {
  readonly analysis: Pick<Analysis, "actions" | "offsetMinutes"> & {
    readonly attributes: Pick<Analysis["attributes"], "get" | "keys">;
  };
  readonly taken: readonly string[];
  readonly constraintIds: ReadonlySet<string>;
  readonly localNames: Pick<ReadonlySet<string>, "has">;
  readonly suggest: Suggest;
}

interface Resolving extends KnownToExamples {
  readonly source: SourceText;
  /** Reports relative to the item. */
  readonly report: Reporter;
  readonly base: number;
}

/** The document's examples. What does not fit is reported and left out. */
export function resolveExamples(
  document: Document,
  source: SourceText,
  analysis: Analysis,
  report: Reporter,
): readonly Example[] {
  const sections = document.sections.filter(({ keyword }) => keyword === "EXAMPLE");
  const known: KnownToExamples = {
    analysis,
    taken: actionsTaken(analysis.actions),
    constraintIds: new Set(analysis.constraints.map(({ id }) => id)),
    localNames: new Set(analysis.locals.map(({ name }) => name)),
    suggest: createSuggest(),
  };
  return sections.map((section) => resolveExample(section, source, known, report));
}

function resolveExample(
  section: Section,
  source: SourceText,
  known: KnownToExamples,
  report: Reporter,
): Example {
  const steps = section.items.flatMap((item) => resolveStep(item, source, known, report) ?? []);
  return {
    kind: "example",
    title: section.title ?? "",
    file: source.file,
    line: positionAt(source, section.headerSpan.start).line,
    span: section.span,
    contextFile: steps.flatMap((step) => (step.kind === "file" ? [step.path] : [])).at(-1) ?? null,
    givens: steps.flatMap((step) => (step.kind === "givens" ? step.givens : [])),
    now: steps.flatMap((step) => (step.kind === "clock" ? [step.instant] : [])).at(-1) ?? null,
    expectations: steps.flatMap((step) => (step.kind === "expect" ? [step.expectation] : [])),
  };
}

type Step =
  | { readonly kind: "givens"; readonly givens: readonly ExampleGiven[] }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "clock"; readonly instant: string }
  | { readonly kind: "expect"; readonly expectation: ExampleExpectation };

/** One step of an example; null where it is none, or does not fit, which is reported. */
export function resolveStep(
  { body, start }: Section["items"][number],
  source: SourceText,
  known: KnownToExamples,
  report: Reporter,
): Step | null {
  if (!isStep(body)) return null;
  const { offsetMinutes } = known.analysis;
  const resolving: Resolving = { ...known, source, report: report.within(start), base: start };
  switch (body.kind) {
    case "given": {
      const givens = body.assignments.flatMap(
        ({ target, value }) => resolveGiven(target, value, resolving) ?? [],
      );
      return { kind: "givens", givens };
    }
    case "given-file":
      if (resolveProjectPath(source.file, body.path) === null) {
        resolving.report.report(diagnostics.contextFileOutside, body.span, { path: body.path });
      }
      return { kind: "file", path: body.path };
    case "at":
      if (parseInstant(body.instant, offsetMinutes ?? undefined) === null) {
        resolving.report.report(diagnostics.clockProblem, body.span, { text: body.instant });
      }
      return { kind: "clock", instant: body.instant };
    case "expect": {
      const { line } = positionAt(source, body.span.start + start);
      const expectation = resolveExpectation(body.expectation, resolving);
      return expectation === null
        ? null
        : { kind: "expect", expectation: { line, ...expectation } };
    }
  }
}

function isStep(body: Section["items"][number]["body"]): body is ExampleStep {
  return (
    body.kind === "given" ||
    body.kind === "given-file" ||
    body.kind === "at" ||
    body.kind === "expect"
  );
}

// ---- GIVEN -------------------------------------------------------------------------------------------------------

function resolveGiven(
  target: Expression,
  value: Expression,
  resolving: Resolving,
): ExampleGiven | null {
  const { report, analysis } = resolving;
  const path = pathOf(target);
  const [root] = path ?? [];
  if (path === null || typeof root !== "string") {
    report.report(diagnostics.givenPath, target.span, { text: printExpression(target) });
    return null;
  }
  const own = typeAt(path, target, resolving);
  if (own === null) return null;
  analysis.attributes.get(root)?.references.push({
    file: resolving.source.file,
    span: moveSpan(rootSpan(target), resolving.base),
    use: "write",
  });
  const fresh = analysis.attributes.get(root)?.declaration?.freshMilliseconds != null;
  const type = fresh && path.length === 1 && value.kind === "record" ? withTime(own) : own;
  if (!isLiteral(value)) {
    report.report(literalOnly, value.span, { what: "a given value" });
    return null;
  }
  if (value.kind !== "null") {
    const reader = { offsetMinutes: analysis.offsetMinutes, bareNumbers: true };
    // Out of range is what an example may well be about: the reading is then unknown.
    const reading = readLiteral(value, withoutRanges(type), reader);
    if (reading.kind === "misfit") {
      report.report(valueDoesNotFit, reading.part.span, {
        what: `the value given for \`${printExpression(target)}\``,
        value: printExpression(reading.part),
        why: reading.why,
      });
      return null;
    }
  }
  return { path, value: jsonOf(value, type, analysis.offsetMinutes) };
}

/** `Workers[0].distance` as steps; null where it is no place. */
function pathOf(target: Expression): readonly (string | number)[] | null {
  switch (target.kind) {
    case "reference":
      return [target.name];
    case "member": {
      const object = pathOf(target.object);
      return object === null ? null : [...object, target.name.text];
    }
    case "index": {
      const object = pathOf(target.object);
      const { index } = target;
      if (object === null) return null;
      if (index.kind === "text") return [...object, index.value];
      const at = index.kind === "number" && index.unit === "" ? Number(index.digits) : Number.NaN;
      return Number.isInteger(at) && at >= 0 ? [...object, at] : null;
    }
    default:
      return null;
  }
}

function rootSpan(target: Expression): Expression["span"] {
  let current = target;
  while (current.kind === "member" || current.kind === "index") current = current.object;
  return current.span;
}

/** The type at a place of the context; null, and reported, where nothing has that name. */
function typeAt(
  path: readonly (string | number)[],
  target: Expression,
  { analysis, report, suggest }: Resolving,
): Type | null {
  const [root, ...rest] = path;
  const attribute = typeof root === "string" ? analysis.attributes.get(root) : undefined;
  if (attribute === undefined) {
    report.report(diagnostics.givenNothingReads, rootSpan(target), {
      name: String(root),
      suggestions: suggest(String(root), analysis.attributes.keys()),
    });
    return null;
  }
  let type: Type = attribute.type;
  for (const step of rest) {
    if (type.kind === "list" && typeof step === "number") type = type.element;
    else if (type.kind === "record") {
      const field = type.fields.find(({ name }) => name === step);
      if (field === undefined && !type.open) {
        report.report(diagnostics.givenNothingReads, target.span, {
          name: printExpression(target),
          suggestions: [],
        });
        return null;
      }
      type = field?.type ?? undeterminedType;
    } else type = undeterminedType;
  }
  return type;
}

/** A FRESH attribute's input: the value beside the time it was read. */
function withTime(type: Type): Type {
  return {
    kind: "record",
    open: false,
    fields: [
      { name: "value", type, optional: false },
      { name: "unit", type: textType, optional: true },
      { name: "at", type: timeType, optional: false },
    ],
  };
}

function withoutRanges(type: Type): Type {
  switch (type.kind) {
    case "number":
      return { ...type, minimum: null, maximum: null, integer: false };
    case "text":
      return { kind: "text", values: null };
    case "list":
      return { kind: "list", element: withoutRanges(type.element) };
    case "record":
      return {
        ...type,
        open: true,
        fields: type.fields.map((field) => ({ ...field, type: withoutRanges(field.type) })),
      };
    default:
      return type;
  }
}

/** A literal as JSON: quantities `{"value", "unit"}`, times as ISO 8601 text. */
function jsonOf(literal: Expression, type: Type, offsetMinutes: number | null): JsonValue {
  switch (literal.kind) {
    case "boolean":
      return literal.value;
    case "number": {
      const value = Number(literal.digits);
      return literal.unit === "" ? value : { value, unit: literal.unit };
    }
    case "text": {
      const at =
        type.kind === "time" ? parseInstant(literal.value, offsetMinutes ?? undefined) : null;
      return at === null ? literal.value : formatInstant(at);
    }
    case "list":
      return literal.elements.map((element) =>
        jsonOf(element, type.kind === "list" ? type.element : undeterminedType, offsetMinutes),
      );
    case "record": {
      const fields: [string, JsonValue][] = literal.fields.map(({ name, value }) => {
        const field =
          type.kind === "record" ? type.fields.find((each) => each.name === name.text) : undefined;
        return [name.text, jsonOf(value, field?.type ?? undeterminedType, offsetMinutes)];
      });
      return Object.fromEntries(fields);
    }
    default:
      return null;
  }
}

// ---- EXPECT ------------------------------------------------------------------------------------------------------

type Resolved<T> = T extends unknown ? Omit<T, "line"> : never;

function resolveExpectation(
  expectation: Expectation,
  resolving: Resolving,
): Resolved<ExampleExpectation> | null {
  const { analysis, report } = resolving;
  switch (expectation.kind) {
    case "occur":
    case "only":
    case "not":
    case "pending":
      return {
        kind: expectation.kind,
        actions: expectation.actions.map((action) => resolveAction(action, resolving)),
      };
    case "nothing":
      return { kind: "nothing" };
    case "unknown":
      return {
        kind: "unknown",
        paths: expectation.paths.flatMap((path) => unknownPath(path, resolving)),
      };
    case "violation":
      return {
        kind: "violation",
        labels: expectation.labels.map((label) => constraintId(label, resolving)),
      };
    case "status": {
      const { status } = expectation;
      const known = decisionStatuses.find((each) => each === status.text.toLowerCase());
      if (known === undefined) {
        report.report(diagnostics.expectedNoStatus, status.span, {
          name: status.text,
          statuses: decisionStatuses,
          suggestions: nearestNames(status.text, decisionStatuses, 1),
        });
        return null;
      }
      return { kind: "status", status: known };
    }
  }

  function unknownPath(path: Expression, { base }: Resolving): readonly string[] {
    const steps = pathOf(path);
    const [root] = steps ?? [];
    if (steps === null || typeof root !== "string") {
      // What failed by itself, `a / b`, is named by its text.
      return [printExpression(path)];
    }
    const known = analysis.attributes.get(root);
    if (known === undefined && !resolving.localNames.has(root)) {
      report.report(diagnostics.givenNothingReads, rootSpan(path), {
        name: root,
        suggestions: resolving.suggest(root, analysis.attributes.keys()),
      });
    }
    known?.references.push({
      file: resolving.source.file,
      span: moveSpan(rootSpan(path), base),
      use: "read",
    });
    return [printExpression(path)];
  }
}

/** Mentions of actions in EXPECT steps, for references and rename. */
export function mentionExpected(document: Document, source: SourceText, table: ActionTable): void {
  for (const section of document.sections) {
    for (const { body, start } of section.items) {
      if (body.kind !== "expect" || !("actions" in body.expectation)) continue;
      for (const { name } of body.expectation.actions) {
        const span = moveSpan(name.span, start);
        mention(table, name.text, { file: source.file, span, role: "expected", by: "" });
      }
    }
  }
}

function resolveAction(action: Action, resolving: Resolving): ExpectedAction {
  const { report, analysis, taken, suggest } = resolving;
  const name = action.name.text;
  if (!isTaken(analysis.actions.get(name))) {
    report.report(diagnostics.expectedNothingTakes, action.name.span, {
      name,
      suggestions: suggest(name, taken),
    });
  }
  if (action.arguments.length === 0) return { name, arguments: null };
  let position = 0;
  const fields: [string, JsonValue][] = [];
  for (const argument of action.arguments) {
    const key = argument.name?.text ?? `_${position++}`;
    if (!isLiteral(argument.value)) {
      report.report(literalOnly, argument.value.span, { what: "an expected argument" });
      continue;
    }
    fields.push([key, jsonOf(argument.value, undeterminedType, analysis.offsetMinutes)]);
  }
  return { name, arguments: Object.fromEntries(fields) };
}

function constraintId(label: Name, { constraintIds, report, suggest }: Resolving): string {
  if (!constraintIds.has(label.text)) {
    report.report(diagnostics.expectedNoConstraint, label.span, {
      name: label.text,
      suggestions: suggest(label.text, constraintIds),
    });
  }
  return label.text;
}

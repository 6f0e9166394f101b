// Names as slots and paths by type: an attribute or local, a record's field, a list's member.
import * as names from "../diagnostics/om3-names.ts";
import { noSuchPart } from "../diagnostics/om3-types.ts";
import type { Span } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Expression, IndexAccess, MemberAccess, Reference } from "../syntax/tree.ts";
import type { Attribute, SymbolReference } from "./analysis.ts";
import {
  type Checking,
  fail,
  failed,
  type NameSlip,
  type PolicyFacts,
  placeOf,
  shown,
} from "./checking.ts";
import { describeType, isPlain, textType, typeSource, undeterminedType } from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import { lookUp, namesInScope } from "./scope.ts";
import type { Type } from "./types.ts";

/** A bare name. An undeclared attribute is spoken of here, once. */
export function lowerReference(reference: Reference, checking: Checking): ProgramExpression {
  const local = lookUp(checking.scope, reference.name);
  if (local !== null) {
    local.references.push(readingAt(checking, reference.span));
    for (const [name, why] of local.uncertain) checking.reads.uncertain.set(name, why);
    return { kind: "local", type: local.type, slot: local.slot, name: local.name };
  }
  const attribute = checking.facts.attributes.get(reference.name);
  const index = checking.facts.attributeIndex.get(reference.name);
  if (attribute === undefined || index === undefined) return failed;
  attribute.references.push(readingAt(checking, reference.span));
  checking.uses.push({ name: reference.name, span: reference.span });
  if (attribute.declaration === null && !reportUndeclared(attribute, reference, checking))
    return failed;
  const why = whyUncertain(attribute);
  if (why !== null) checking.reads.uncertain.set(attribute.name, why);
  return { kind: "attribute", type: attribute.type, index, name: attribute.name };
}

function readingAt(checking: Checking, at: Span): SymbolReference {
  const { file, span } = placeOf(checking, at);
  return { file, span, use: "read" };
}

/** Why a reading of it may be unknown although the host sends what the document asks for; null where it may not. */
function whyUncertain(attribute: Attribute): string | null {
  const { declaration, type } = attribute;
  if (declaration === null) return "not declared";
  if (declaration.optional) return "optional";
  if (declaration.freshMilliseconds !== null) return "fresh only for a while";
  const ranged = type.kind === "number" && (type.minimum !== null || type.maximum !== null);
  return ranged ? "declared with a range" : null;
}

/** Speaks of an undeclared name once. False where it cannot have been meant as an attribute. */
function reportUndeclared(attribute: Attribute, reference: Reference, checking: Checking): boolean {
  const { facts, report } = checking;
  const { name } = attribute;
  const binding = facts.bound.bindings.get(name);
  if (binding !== undefined) {
    if (facts.reported.has(name)) return false;
    facts.reported.add(name);
    const here = placeOf(checking, reference.span);
    const later = here.file === binding.file && here.span.start < binding.span.start;
    report.report(
      names.nameOutOfScope,
      reference.span,
      { name, kind: binding.kind, later: later && binding.kind === "let" },
      [{ file: binding.file, span: binding.span, message: "bound here" }],
    );
    return false;
  }
  if (facts.reported.has(name)) return true;
  facts.reported.add(name);
  const suggestions = nearDeclared(attribute, checking);
  if (suggestions.length > 0) {
    facts.slips.push({ attribute, span: reference.span, suggestions, report });
  } else if (facts.settings.strict) {
    const declaration = typeSource(attribute.type);
    report.report(names.undeclaredAttribute, reference.span, {
      name,
      declaration,
      insertAt: facts.declareAt,
    });
  }
  return true;
}

/** Reports the undeclared names that look like slips. Their fix is of use only where it reaches all uses. */
export function reportSlips({ slips }: PolicyFacts): void {
  for (const slip of slips) {
    const { name, references } = slip.attribute;
    const uses = references.filter(({ file }) => file === slip.report.file);
    reportSlip(
      { ...slip, name },
      uses.map(({ span }) => span),
    );
  }
}

/** Reports one, which is used in all these places. */
export function reportSlip(
  { name, span: at, suggestions, report }: Omit<NameSlip, "attribute"> & { readonly name: string },
  uses: readonly Span[],
): void {
  report.report(names.nearlyDeclaredAttribute, at, { name, suggestions, uses });
}

function nearDeclared({ name, type }: Attribute, checking: Checking): readonly string[] {
  // `Sensor1` and `Sensor2` are two things, not one and a slip; so are `Reactor: Unit 4` and `reactor.status`.
  const bare = withoutDigits(name);
  const { suggest, attributes } = checking.facts;
  return suggest(name, knownNames(checking)).filter(
    (near) => withoutDigits(near) !== bare && mayBeOne(type, attributes.get(near)?.type),
  );
}

function mayBeOne(one: Type, other: Type | undefined): boolean {
  if (other === undefined || one.kind === other.kind) return true;
  return one.kind === "undetermined" || other.kind === "undetermined";
}

function* knownNames({ scope, facts }: Checking): Iterable<string> {
  yield* namesInScope(scope);
  yield* facts.declaredNames;
}

const withoutDigits = (name: string): string => name.replace(/\d+/g, "#");

/** `worker.distance`. */
export function lowerMember(expression: MemberAccess, checking: Checking): ProgramExpression {
  const object = checking.lower(expression.object, checking);
  return lowerField(
    expression,
    expression.object,
    object,
    expression.name.text,
    expression.name.span,
    checking,
  );
}

function lowerField(
  whole: Expression,
  objectExpression: Expression,
  object: ProgramExpression,
  name: string,
  at: Expression["span"],
  checking: Checking,
): ProgramExpression {
  const { type } = object;
  if (type.kind === "undetermined") return { kind: "member", type: undeterminedType, object, name };
  if (type.kind !== "record") {
    return fail(checking, noSuchPart, at, {
      text: shown(objectExpression),
      found: describeType(type),
      asked: "field",
      member: type.kind === "list" ? `${shown(objectExpression)}[0].${name}` : null,
    });
  }
  const field = type.fields.find((candidate) => candidate.name === name);
  if (field === undefined) {
    if (type.open) return { kind: "member", type: undeterminedType, object, name };
    const fields = type.fields.map((candidate) => candidate.name);
    return fail(checking, names.unknownField, at, {
      name,
      of: shown(objectExpression),
      fields,
      suggestions: checking.facts.suggest(name, fields),
    });
  }
  if (field.optional) checking.reads.uncertain.set(printExpression(whole), "optional");
  else if (
    field.type.kind === "number" &&
    (field.type.minimum !== null || field.type.maximum !== null)
  ) {
    checking.reads.uncertain.set(printExpression(whole), "declared with a range");
  }
  return { kind: "member", type: field.type, object, name };
}

/** `Workers[0]`, `record["key with spaces"]`. */
export function lowerIndex(expression: IndexAccess, checking: Checking): ProgramExpression {
  const object = checking.lower(expression.object, checking);
  if (expression.index.kind === "text") {
    checking.types.set(expression.index, textType);
    return lowerField(
      expression,
      expression.object,
      object,
      expression.index.value,
      expression.index.span,
      checking,
    );
  }
  const index = checking.lower(expression.index, checking);
  const text = printExpression(expression);
  if (object.type.kind !== "undetermined" && object.type.kind !== "list") {
    return fail(checking, noSuchPart, expression.index.span, {
      text: shown(expression.object),
      found: describeType(object.type),
      asked: "index",
      member: null,
    });
  }
  const { type } = index;
  const isNumber = type.kind === "undetermined" || (type.kind === "number" && isPlain(type.unit));
  const { kind } = expression.index;
  const isFraction = kind === "number" && !/^\d+$/.test(expression.index.digits);
  if (!isNumber || isFraction) {
    return fail(checking, noSuchPart, expression.index.span, {
      text: shown(expression.index),
      found: isFraction ? "none" : describeType(type),
      asked: "key",
      member: null,
    });
  }
  const element = object.type.kind === "list" ? object.type.element : undeterminedType;
  return { kind: "index", type: element, object, index, text };
}

// Collects what CONTEXT declares: the attributes with their types, samples, defaults and freshness, and the TimeZone.

import type { Reporter } from "../diagnostics/diagnostic.ts";
import { invalidTimeZone } from "../diagnostics/om3-declarations.ts";
import { attributeDeclaredTwice } from "../diagnostics/om3-names.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import { parseOffset } from "../std/instant.ts";
import type { AttributeItem, AttributeValue, Document, Expression, Item } from "../syntax/tree.ts";
import type { Attribute, AttributeDeclaration } from "./analysis.ts";
import { declaredType, freshMilliseconds } from "./declared-type.ts";
import { unitOfLiteral } from "./literals.ts";
import { textType, undeterminedType } from "./number-type.ts";
import {
  booleanTerm,
  fixedUnit,
  listTerm,
  numberTerm,
  openUnit,
  recordTerm,
  type Term,
  termOf,
  textTerm,
  unify,
  variableTerm,
} from "./terms.ts";

/** The attribute whose value is the document's offset. */
export const timeZoneName = "TimeZone";

export interface DeclaredContext {
  readonly attributes: Map<string, Attribute>;
  readonly offsetMinutes: number | null;
}

/** The declarations of one document, in order. Mistakes in them are reported; a second declaration is left out. */
export function collectDeclarations(
  document: Document,
  source: SourceText,
  imported: boolean,
  report: Reporter,
): DeclaredContext {
  const attributes = new Map<string, Attribute>();
  let offsetMinutes: number | null = null;
  for (const section of document.sections) {
    if (section.keyword !== "CONTEXT") continue;
    for (const item of section.items) {
      const { body } = item;
      if (body.kind !== "attribute") continue;
      const inItem = report.within(item.start);
      const known = attributes.get(body.name.text);
      if (known?.declaration != null) {
        inItem.report(attributeDeclaredTwice, body.name.span, { name: body.name.text }, [
          { file: source.file, span: known.declaration.nameSpan, message: "declared here" },
        ]);
        continue;
      }
      attributes.set(body.name.text, declareAttribute(item, body, source, imported, inItem));
      offsetMinutes = offsetOf(body, inItem) ?? offsetMinutes;
    }
  }
  return { attributes, offsetMinutes };
}

/** The offset that a declaration of the TimeZone gives; null for others, and for one that cannot be read. */
export function offsetOf(body: AttributeItem, report: Reporter): number | null {
  return body.name.text === timeZoneName ? readTimeZone(body, report) : null;
}

/** The attribute that an item declares, its type still to be settled where the value is a sample. */
export function declareAttribute(
  item: Item,
  body: AttributeItem,
  source: SourceText,
  imported: boolean,
  report: Reporter,
): Attribute {
  const { value } = body;
  const nameSpan = moveSpan(body.name.span, item.start);
  const declaration: AttributeDeclaration = {
    file: source.file,
    item,
    body,
    nameSpan,
    valueSpan: moveSpan(value.span, item.start),
    line: positionAt(source, nameSpan.start).line,
    imported,
    optional: value.kind === "typed" && value.type.optional,
    freshMilliseconds: value.kind === "typed" ? freshMilliseconds(value.type, report) : null,
    prose: value.kind === "prose-value" ? value.text : null,
    malformed: value.kind === "prose-value" && LOOKS_EXACT.test(value.text),
  };
  return {
    name: body.name.text,
    declaration,
    ...typeOfValue(value, report),
    sample: null,
    default: null,
    evidence: null,
    firstUse: null,
    references: [{ file: source.file, span: nameSpan, use: "declare" }],
  };
}

function typeOfValue(value: AttributeValue, report: Reporter): Pick<Attribute, "term" | "type"> {
  switch (value.kind) {
    case "typed": {
      const type = declaredType(value.type, report);
      return { term: termOf(type), type };
    }
    case "prose-value":
      return { term: textTerm, type: textType };
    case "sample":
      return { term: termOfSample(value.literal), type: undeterminedType };
  }
}

/** A sample's kind and unit are declared; a bare number leaves the unit to the rules. */
function termOfSample(literal: Expression): Term {
  switch (literal.kind) {
    case "boolean":
      return booleanTerm;
    case "text":
      return textTerm;
    case "number":
      return numberTerm(literal.unit === "" ? openUnit(true) : fixedUnit(unitOfLiteral(literal)));
    case "list": {
      const element = variableTerm(true);
      const [first] = literal.elements;
      if (first !== undefined) element.link = termOfSample(first);
      for (const member of literal.elements.slice(1))
        unify(element, termOfSample(member), null, () => {});
      return listTerm(element);
    }
    case "record":
      return recordTerm(
        new Map(literal.fields.map((field) => [field.name.text, termOfSample(field.value)])),
        true,
        true,
      );
    default:
      return variableTerm(true);
  }
}

/** Prose that begins as a type or a number does, such as `30 km/h` or `10,000 USD`. */
const LOOKS_EXACT = /^(?:<|[-+]?\.?\d)/;

function readTimeZone(body: AttributeItem, report: Reporter): number | null {
  const { value } = body;
  const written =
    value.kind === "prose-value"
      ? value.text
      : value.kind === "sample" && value.literal.kind === "text"
        ? value.literal.value
        : null;
  const offset = written === null ? null : parseOffset(written.trim());
  if (offset === null) {
    report.report(invalidTimeZone, value.span, { text: written ?? "this" });
  }
  return offset;
}

// The policy's attributes: declared ones of the document and its imports, undeclared ones as they are met; and, when
// inference is done, their settled types, samples and defaults.

import type { Reporter } from "../diagnostics/diagnostic.ts";
import * as diagnostics from "../diagnostics/om3-declarations.ts";
import { sampleTakesUnit } from "../diagnostics/om3-units.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Expression } from "../syntax/tree.ts";
import type { Attribute, AttributeDeclaration, ImportedDocument } from "./analysis.ts";
import { collectDeclarations, type DeclaredContext, timeZoneName } from "./declarations.ts";
import { isLiteral, readLiteral } from "./literals.ts";
import { isPlain, typeSource } from "./number-type.ts";
import type { Settings } from "./settings.ts";
import {
  type Evidence,
  findUnit,
  mostSettledParts,
  resolve,
  type SettlingEffort,
  settle,
  variableTerm,
} from "./terms.ts";

/** Adds what the imports declare to the document's own declarations; clashes are reported at the IMPORT item. */
export function mergeImported(
  own: DeclaredContext,
  imports: readonly ImportedDocument[],
  reporterOf: (file: string) => Reporter,
  report: Reporter,
): DeclaredContext {
  let { offsetMinutes } = own;
  for (const imported of imports) {
    const theirs = collectDeclarations(
      imported.document,
      imported.source,
      true,
      reporterOf(imported.path),
    );
    offsetMinutes ??= theirs.offsetMinutes;
    for (const [name, attribute] of theirs.attributes) {
      const known = own.attributes.get(name)?.declaration;
      if (known == null) own.attributes.set(name, attribute);
      else if (attribute.declaration !== null) {
        reportClash(name, known, attribute.declaration, imported, report);
      }
    }
  }
  return { attributes: own.attributes, offsetMinutes };
}

/** Reports that an import declares what is declared already. */
export function reportClash(
  name: string,
  known: Pick<AttributeDeclaration, "file" | "nameSpan" | "prose">,
  theirs: Pick<AttributeDeclaration, "prose">,
  { path, importSpan }: ImportedDocument,
  report: Reporter,
): void {
  // Each document has its Domain and Location; the importing one's hold.
  if (known.prose !== null && theirs.prose !== null) return;
  report.report(
    diagnostics.importClash,
    importSpan,
    { name, what: "attribute", path, other: known.file },
    [{ file: known.file, span: known.nameSpan, message: "declared here" }],
  );
}

/** An attribute that nothing declares, at its first use. */
export function undeclaredAttribute(name: string, at: Evidence): Attribute {
  return {
    name,
    declaration: null,
    term: variableTerm(true),
    type: { kind: "undetermined" },
    sample: null,
    default: null,
    evidence: null,
    firstUse: at,
    references: [],
  };
}

/** Settles types after inference, and reads samples and defaults in them. */
export function settleAttributes(
  context: DeclaredContext,
  settings: Settings,
  reporterOf: (file: string) => Reporter,
): void {
  const effort: SettlingEffort = { left: mostSettledParts };
  for (const attribute of context.attributes.values()) {
    settleAttribute(attribute, context.offsetMinutes, effort, settings, reporterOf);
  }
}

/** Settles the type of one attribute, and reads its sample or default in it. */
export function settleAttribute(
  attribute: Attribute,
  offsetMinutes: number | null,
  effort: SettlingEffort,
  settings: Settings,
  reporterOf: (file: string) => Reporter,
): void {
  const { declaration } = attribute;
  if (declaration === null) {
    attribute.type = settle(attribute.term, effort);
    const term = resolve(attribute.term);
    attribute.evidence = term.kind === "number" ? findUnit(term.unit).evidence : null;
  } else {
    const report = reporterOf(declaration.file).within(declaration.item.start);
    settleDeclared(attribute, declaration, offsetMinutes, effort, settings, report);
  }
}

function settleDeclared(
  attribute: Attribute,
  declaration: AttributeDeclaration,
  offsetMinutes: number | null,
  effort: SettlingEffort,
  settings: Settings,
  report: Reporter,
): void {
  const { value } = declaration.body;
  const reader = { offsetMinutes, bareNumbers: true };
  switch (value.kind) {
    case "prose-value":
      attribute.default = value.text;
      return;
    case "typed": {
      if (value.default === null) return;
      if (!isLiteral(value.default)) {
        report.report(diagnostics.literalOnly, value.default.span, { what: "a default" });
        return;
      }
      // A bare default would say neither percent nor ratio.
      const reading = readLiteral(value.default, attribute.type, { ...reader, bareNumbers: false });
      if (reading.kind === "value") attribute.default = reading.value;
      else {
        report.report(diagnostics.valueDoesNotFit, reading.part.span, {
          what: "the default",
          value: printExpression(reading.part),
          why: reading.why,
        });
      }
      return;
    }
    case "sample": {
      attribute.type = settle(attribute.term, effort);
      const reading = readLiteral(value.literal, attribute.type, reader);
      if (reading.kind === "misfit") {
        report.report(diagnostics.valueDoesNotFit, reading.part.span, {
          what: "the sample",
          value: printExpression(reading.part),
          why: reading.why,
        });
        return;
      }
      attribute.sample = reading.value;
      if (declaration.imported || attribute.name === timeZoneName) return;
      if (takesUnit(attribute, value.literal, report)) return;
      reportSample(attribute, value.literal, offsetMinutes, settings, report);
    }
  }
}

/** Reports a bare sample whose unit the rules say. */
function takesUnit({ name, type }: Attribute, literal: Expression, report: Reporter): boolean {
  if (literal.kind !== "number" || literal.unit !== "" || type.kind !== "number") return false;
  if (isPlain(type.unit)) return false;
  const { digits } = literal;
  report.report(sampleTakesUnit, literal.span, { name, unit: type.unit.symbol, digits });
  return true;
}

function reportSample(
  { name, type }: Attribute,
  literal: Expression,
  offsetMinutes: number | null,
  settings: Settings,
  report: Reporter,
): void {
  const strictly = { offsetMinutes, bareNumbers: false };
  report.report(diagnostics.sampleStandsIn, literal.span, {
    name,
    sample: printExpression(literal),
    type: typeSource(type),
    fits: readLiteral(literal, type, strictly).kind === "value",
    used: settings.sampleDefaults,
  });
}

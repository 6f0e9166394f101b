// What the second walk carries: where it stands, what is in scope, and what it has seen. Types are settled by now; each
// part of a document is checked and resolved for evaluation in one go.
import type { DiagnosticRule, RelatedPlace, Reporter } from "../diagnostics/diagnostic.ts";
import { featureOff } from "../diagnostics/om3-names.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan, type Span } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Expression, Item } from "../syntax/tree.ts";
import type { Attribute, BoundNames, Local, Place } from "./analysis.ts";
import { numberOf, undeterminedType } from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import type { Scope } from "./scope.ts";
import type { FeatureName, Settings } from "./settings.ts";
import type { Suggest } from "./suggestions.ts";
import type { ListType, NumberType, Type } from "./types.ts";
import { conversionBetween, identityConversion } from "./units/conversion.ts";
import type { Unit } from "./units/unit.ts";

/** What holds for the whole policy while its parts are checked. */
export interface PolicyFacts {
  readonly settings: Settings;
  readonly attributes: Pick<ReadonlyMap<string, Attribute>, "get" | "keys">;
  readonly attributeIndex: Pick<ReadonlyMap<string, number>, "get">;
  readonly offsetMinutes: number | null;
  readonly bound: BoundNames;
  /** LET names, loop variables and parameters, in order of the walk. */
  readonly locals: Local[];
  /** A slot that no other name has, for one that the item binds. */
  readonly nextSlot: (item: Item) => number;
  readonly types: Map<Item, Map<Expression, Type>>;
  /** Undeclared names already spoken of. */
  readonly reported: SpokenNames;
  /** Undeclared names that look like slips, at their first use: reported when all their uses are known. */
  readonly slips: NameSlip[];
  /** Where a missing declaration would be added: the end of CONTEXT; null without one. */
  readonly declareAt: number | null;
  readonly declaredNames: readonly string[];
  readonly suggest: Suggest;
}

/** Names that were spoken of: the first who asks in vain speaks of them. */
interface SpokenNames {
  readonly has: (name: string) => boolean;
  readonly add: (name: string) => unknown;
}

export interface NameSlip {
  readonly attribute: Attribute;
  readonly span: Span;
  readonly suggestions: readonly string[];
  /** Reports relative to the item of that use. */
  readonly report: Reporter;
}

/** The type that the surroundings lend a literal, and whose it is, for messages. */
export interface Expected {
  readonly type: Type;
  readonly of: Expression;
}

/** Attributes read so far that may be unknown, with the reason, and those asked about with IS. */
export interface Reads {
  readonly uncertain: Map<string, string>;
  readonly asked: Set<string>;
}

export interface Checking {
  readonly facts: PolicyFacts;
  readonly source: SourceText;
  readonly item: Item;
  /** Reports relative to the item. */
  readonly report: Reporter;
  readonly types: Map<Expression, Type>;
  scope: Scope<Local>;
  reads: Reads;
  /** Attribute reads in order, for what is asked about a loop's body. */
  readonly uses: { readonly name: string; readonly span: Span }[];
  readonly lower: (
    expression: Expression,
    checking: Checking,
    expected?: Expected,
  ) => ProgramExpression;
}

/** What stands for an expression that was reported: of no kind, so that nothing more is said about it. */
export const failed: ProgramExpression = { kind: "constant", type: undeterminedType, value: false };

/** Reports at an expression and gives `failed`. */
export function fail<Parameters>(
  checking: Checking,
  rule: DiagnosticRule<Parameters>,
  at: Span,
  parameters: Parameters,
  related: readonly RelatedPlace[] = [],
): ProgramExpression {
  checking.report.report(rule, at, parameters, related);
  return failed;
}

export function emptyReads(): Reads {
  return { uncertain: new Map(), asked: new Set() };
}

/** A part's place in its file. */
export function placeOf(checking: Checking, at: Span): Place {
  return { file: checking.source.file, span: moveSpan(at, checking.item.start) };
}

/** Source text for a message, cut to what a line can hold. */
export function shown(expression: Expression): string {
  return shortened(printExpression(expression));
}

/** The same of an expression that is printed already. */
export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** The operand in `unit`: itself where it is in that scale already, elementwise for a list of numbers. */
export function converted(operand: ProgramExpression, unit: Unit): ProgramExpression {
  const { type } = operand;
  if (type.kind === "number") return convertedTo(operand, type, type, numberOf(unit));
  if (type.kind === "list" && type.element.kind === "number") {
    const target: ListType = { kind: "list", element: numberOf(unit) };
    return convertedTo(operand, type.element, type, target);
  }
  return operand;
}

function convertedTo(
  operand: ProgramExpression,
  from: NumberType,
  own: Type,
  target: NumberType | ListType,
): ProgramExpression {
  const unit =
    target.kind === "number"
      ? target.unit
      : target.element.kind === "number"
        ? target.element.unit
        : from.unit;
  const conversion = conversionBetween(from.unit, unit);
  if (conversion === null || conversion === identityConversion) {
    return { ...operand, type: own };
  }
  return { kind: "convert", type: target, operand, conversion };
}

/** Reports the use of a feature that the project switches off. */
export function requireFeature(
  checking: Checking,
  feature: FeatureName,
  what: string,
  at: Span,
): void {
  if (checking.facts.settings.disabled.has(feature)) {
    checking.report.report(featureOff, at, { what, feature });
  }
}

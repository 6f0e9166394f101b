// Whether a context fits a policy's declarations: what strict validation rejects before any rule is tried.

import { evaluationDiagnostics } from "../diagnostics/om6-evaluation.ts";
import { describeType } from "../semantics/number-type.ts";
import type { Program, ProgramAttribute } from "../semantics/program.ts";
import type { NumberType, TextType, Type } from "../semantics/types.ts";
import type { JsonRecord } from "./canonical-json.ts";
import type { ContextProblem } from "./decision.ts";
import { elementPath, memberPath } from "./paths.ts";
import { type ReadingTerms, readAttribute } from "./read-context.ts";
import { isList, isRecord, isUnknown, type UnknownReason, type Value } from "./value.ts";

/**
 * Everything in the context that does not fit, in order of declaration: readings of the wrong kind, outside their range
 * or enumeration, and absent ones for which nothing may stand in. Freshness is no matter of fit, and names that nothing
 * reads are let be.
 */
export function checkContext(
  program: Program,
  context: JsonRecord,
  terms: ReadingTerms,
  sampleDefaults: boolean,
): readonly ContextProblem[] {
  return program.attributes.flatMap((attribute) => {
    const value = readAttribute(attribute, context, terms);
    const dispensable = mayBeAbsent(attribute, sampleDefaults);
    return misfits(value, attribute.type, attribute.name, dispensable);
  });
}

function mayBeAbsent(attribute: ProgramAttribute, sampleDefaults: boolean): boolean {
  return (
    attribute.optional ||
    attribute.default !== null ||
    (attribute.sample !== null && sampleDefaults)
  );
}

function misfits(
  value: Value,
  type: Type,
  path: string,
  dispensable: boolean,
): readonly ContextProblem[] {
  if (isUnknown(value)) {
    return value.causes.flatMap(({ reason }) => {
      const problem = describeMisfit(reason, type, path, dispensable);
      if (problem === null) return [];
      const { code, message } = evaluationDiagnostics.contextMisfit;
      return [{ code, path, message: message({ problem }) }];
    });
  }
  if (isList(value) && type.kind === "list") {
    return value.flatMap((element, index) =>
      misfits(element, type.element, elementPath(path, index), false),
    );
  }
  if (isRecord(value) && type.kind === "record") {
    return type.fields.flatMap((field) => {
      const member = value.fields.get(field.name);
      return member === undefined
        ? []
        : misfits(member, field.type, memberPath(path, field.name), field.optional || type.open);
    });
  }
  return [];
}

function describeMisfit(
  reason: UnknownReason,
  type: Type,
  path: string,
  dispensable: boolean,
): string | null {
  switch (reason) {
    case "missing":
      return dispensable ? null : `\`${path}\` is missing; it is to be ${describeExpected(type)}`;
    case "wrong kind":
      return `\`${path}\` is not ${describeExpected(type)}`;
    case "out of range":
      return type.kind === "number" ? `\`${path}\` is outside ${describeRange(type)}` : null;
    case "not a member":
      return type.kind === "text" ? `\`${path}\` is not one of ${describeMembers(type)}` : null;
    case "ambiguous percent":
      return `\`${path}\` may be a fraction of one or a small percentage; write it as text, "25%"`;
    case "overflow":
      return `\`${path}\` is too large a number`;
    default:
      return null;
  }
}

function describeExpected(type: Type): string {
  return type.kind === "number" && type.integer ? "a whole number" : describeType(type);
}

function describeRange({ minimum, maximum, unit }: NumberType): string {
  const range = `${minimum ?? ""}..${maximum ?? ""}`;
  return `\`${unit.symbol === "" ? range : `${range} ${unit.symbol}`}\``;
}

function describeMembers({ values }: TextType): string {
  return (values ?? []).map((value) => `\`${JSON.stringify(value)}\``).join(", ");
}

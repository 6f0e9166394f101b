// The attributes of a document as fields to edit, each with what the context gives for it and what is wrong with that.
import {
  type Attribute,
  type ContextProblem,
  type Decision,
  describeReason,
  type JsonValue,
  nearestNames,
  typeSource,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import { type GivenContext, standIn } from "./given-context.ts";
import { isRecord, printLiteral } from "./print-literal.ts";
import { type FieldKind, fieldKindOf, fieldText } from "./read-field.ts";
import { sourceOf } from "./source-of.ts";

/** An attribute of the document with what the context gives for it. */
export interface ShownInput {
  readonly name: string;
  readonly field: FieldKind;
  /** As CONTEXT declares it, without brackets: `0..100 m`, `"auto" | "manual"`; "" where nothing is known. */
  readonly type: string;
  /** The unit that a bare number is read in; "" without one. */
  readonly unit: string;
  /** The value as its field shows it; "" where the context has none. */
  readonly text: string;
  /** The texts it may have, where that is a few. */
  readonly choices: readonly string[];
  /** What counts while the context has nothing: `85.5C`; "" where nothing does. */
  readonly standIn: string;
  readonly standInKind: "default" | "sample" | null;
  /** May be absent. */
  readonly optional: boolean;
  /** When the reading was taken, of attributes that must be fresh. */
  readonly at: string | null;
  /** Nothing is there, and nothing stands in: what reads it is unknown. */
  readonly missing: boolean;
  /** Why the value cannot be used; null when it can, or when there is none. */
  readonly problem: string | null;
  /** Of the name in its declaration, else where it is first read; null in a file that is not at hand. */
  readonly place: ShownPlace | null;
}

/** A place in a file of the project. */
export interface ShownPlace {
  readonly file: string;
  readonly range: Range;
}

/** A name of the context that the document does not read. */
export interface UnreadInput {
  readonly name: string;
  /** What may have been meant; null where nothing is near. */
  readonly suggestion: string | null;
}

/** What is found wrong with a context before and while it is decided on. */
export interface ContextFindings {
  readonly misfits: readonly ContextProblem[];
  readonly decision: Decision | null;
}

/** The inputs in the document's order, undeclared ones last. Prose is no input. */
export function shownInputs(
  document: ServiceDocument,
  given: GivenContext,
  findings: ContextFindings,
  sampleDefaults: boolean,
): readonly ShownInput[] {
  return inputsOf(document).map((attribute): ShownInput => {
    const { name, type, declaration } = attribute;
    const json = Object.hasOwn(given.context, name) ? (given.context[name] ?? null) : null;
    const isFresh = (declaration?.freshMilliseconds ?? null) !== null;
    const { value, at } = isFresh ? readingOf(json) : { value: json, at: null };
    const stands = standInOf(attribute, sampleDefaults);
    return {
      name,
      field: fieldKindOf(type),
      type: declaredType(attribute, document),
      unit: type.kind === "number" ? type.unit.symbol : "",
      text: fieldText(type, value),
      choices: choicesOf(attribute),
      standIn: stands.text,
      standInKind: stands.kind,
      optional: declaration?.optional === true,
      at,
      missing: json === null && stands.kind === null,
      problem: given.complaints.get(name) ?? (json === null ? null : problemOf(name, findings)),
      place: placeOf(attribute, document),
    };
  });
}

/** The names of the context that the document does not read, with what may have been meant. */
export function unreadInputs(
  document: ServiceDocument,
  { context }: GivenContext,
): readonly UnreadInput[] {
  const { attributes } = document.policy.analysis;
  const absent = inputsOf(document)
    .map(({ name }) => name)
    .filter((name) => !Object.hasOwn(context, name));
  return Object.keys(context)
    .filter((name) => !attributes.has(name))
    .map((name) => ({ name, suggestion: nearestNames(name, absent, 1)[0] ?? null }));
}

function inputsOf({ policy }: ServiceDocument): readonly Attribute[] {
  return [...policy.analysis.attributes.values()].filter(
    ({ declaration }) => declaration?.prose == null,
  );
}

/** `{"value", "unit"?, "at"}` taken apart; anything else is shown as it is. */
function readingOf(json: JsonValue): { readonly value: JsonValue; readonly at: string | null } {
  if (!isRecord(json)) return { value: json, at: null };
  const { value, unit, at } = json;
  if (value === undefined || typeof at !== "string") return { value: json, at: null };
  return { value: typeof unit === "string" ? { value, unit } : value, at };
}

function standInOf(
  attribute: Attribute,
  sampleDefaults: boolean,
): { readonly text: string; readonly kind: ShownInput["standInKind"] } {
  const { sample, default: standard } = attribute;
  if (standard !== null) {
    return { text: printLiteral(standIn(attribute, standard)), kind: "default" };
  }
  if (sample === null || !sampleDefaults) return { text: "", kind: null };
  return { text: printLiteral(standIn(attribute, sample)), kind: "sample" };
}

function problemOf(name: string, { misfits, decision }: ContextFindings): string | null {
  const isWithin = (path: string): boolean =>
    path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`);
  const misfit = misfits.find(({ path }) => isWithin(path));
  if (misfit !== undefined) return misfit.message;
  const unknown = decision?.unknowns.find(({ path }) => path === name);
  return unknown === undefined ? null : describeReason(unknown.path, unknown.reason);
}

function choicesOf({ type }: Attribute): readonly string[] {
  return type.kind === "text" ? (type.values ?? []) : [];
}

/** The type in the author's words where there is a declaration, else as inferred. */
function declaredType({ type, declaration }: Attribute, document: ServiceDocument): string {
  if (declaration?.body.value.kind === "typed") {
    const source = sourceOf(document, declaration.file);
    const { span } = declaration.body.value.type;
    const { start } = declaration.item;
    const text = source?.text.slice(span.start + start, span.end + start) ?? "";
    const written = text.replace(/^<\s*|\s*>$/g, "").replace(/\s+/g, " ");
    if (written !== "") return written;
  }
  return typeSource(type) ?? "";
}

function placeOf(
  { declaration, firstUse }: Attribute,
  document: ServiceDocument,
): ShownPlace | null {
  const { file, span } =
    declaration === null
      ? (firstUse ?? { file: "", span: null })
      : { file: declaration.file, span: declaration.nameSpan };
  const source = sourceOf(document, file);
  return source === null || span === null ? null : { file, range: toRange(source, span) };
}

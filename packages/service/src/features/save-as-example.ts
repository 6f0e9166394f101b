// Saving a decision: an EXAMPLE section that gives the context and expects what the document decides on it now.
import {
  compile,
  configuredOptions,
  createEvaluator,
  type JsonValue,
  type NumberType,
  parseJson,
  printName,
  runExample,
  type Type,
} from "@omega/core";
import type { Position } from "vscode-languageserver-types";
import { isRecord, printLiteral } from "../decision/print-literal.ts";
import type { ServiceDocument } from "../service-document.ts";
import { toPosition } from "../text-range.ts";
import type { ReadText } from "./run-examples.ts";

export type SavedExample =
  | {
      readonly kind: "example";
      /** Of the document that it is to be added to. */
      readonly version: number;
      /** Where it comes: the document's end. */
      readonly position: Position;
      /** The section, with what separates it from the text before. */
      readonly text: string;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** What an EXAMPLE is to say. */
export interface ExampleRequest {
  /** JSON text. */
  readonly context: string;
  readonly now: string | null;
  readonly title: string;
}

/**
 * An EXAMPLE that passes: it is run before it is handed out. Values that the document does not read are left out; samples
 * that would stand in are given, because in examples they do not. Never throws: what cannot be said as an example is refused.
 */
export function saveAsExample(
  document: ServiceDocument,
  { context: contextText, now, title }: ExampleRequest,
  loadText: ReadText = () => null,
): SavedExample {
  const { policy, source, version } = document;
  const { program, settings, analysis } = policy;
  if (program === null) return refuse("the document has errors: mend them first");
  const badTitle = problemOfTitle(title);
  if (badTitle !== null) return refuse(badTitle);
  const parsed = parseJson(contextText);
  if (!parsed.ok || !isRecord(parsed.value)) return refuse("the context is no JSON object");
  const evaluate = createEvaluator(program);
  const options = { ...configuredOptions(settings), now, strict: false };
  const { defaulted } = evaluate(parsed.value, options);
  const given = {
    ...parsed.value,
    ...Object.fromEntries(defaulted.map(({ path, value }) => [path, value])),
  };
  const decision = evaluate(given, { ...options, sampleDefaults: false });
  const givens = Object.entries(given).flatMap(([name, value]) => {
    const type = analysis.attributes.get(name)?.type;
    return type === undefined || value === null
      ? []
      : [`${printName(name)} = ${printGiven(value, type)}`];
  });
  const actions = decision.actions.map(({ name }) => printName(name));
  const pending = decision.pending.map(({ name }) => printName(name));
  const violated = new Set(decision.violations.map(({ constraint }) => printName(constraint)));
  const lines = [
    `EXAMPLE ${title.trim()}:`,
    ...(givens.length > 0 ? [`- GIVEN ${givens.join(", ")}`] : []),
    ...(now === null ? [] : [`- AT ${JSON.stringify(now)}`]),
    actions.length === 0 ? "- EXPECT NOTHING" : `- EXPECT ONLY ${actions.join(", ")}`,
    ...(pending.length > 0 ? [`- EXPECT PENDING ${pending.join(", ")}`] : []),
    ...[...violated].map((constraint) => `- EXPECT VIOLATION ${constraint}`),
    ...(decision.status === "decided" ? [] : [`- EXPECT STATUS ${decision.status}`]),
  ];
  const text = `${separatorAfter(source.text)}${lines.join("\n")}\n`;
  const failure = failureOf(document, text, title.trim(), loadText);
  if (failure !== null) return refuse(failure);
  return { kind: "example", version, position: toPosition(source, source.text.length), text };
}

/** Why a text is no title of a section; null when it is one. */
export function problemOfTitle(title: string): string | null {
  if (title.trim() === "") return "an example needs a title";
  if (/[\r\n]/.test(title)) return "a title is one line";
  if (/:(?:\s|$)/.test(title)) return "a title ends at its first `:`, so it can hold none";
  return null;
}

function refuse(reason: string): SavedExample {
  return { kind: "refused", reason };
}

/** A value as GIVEN has it: what is absent is left out of records, and quantities that are text, `"1.5m"`, lose their quotes. */
function printGiven(value: JsonValue, type: Type): string {
  if (type.kind === "number" && typeof value === "string" && quantity.test(value)) {
    return value.replace(" ", "");
  }
  if (type.kind === "number" && typeof value === "number") return printNumber(value, type);
  if (type.kind === "list" && Array.isArray(value)) {
    return `[${value.map((element) => printGiven(element, type.element)).join(", ")}]`;
  }
  if (type.kind === "record" && isRecord(value)) {
    const types = new Map(type.fields.map((field) => [field.name, field.type]));
    const fields = Object.entries(value).flatMap(([name, field]) =>
      field === null
        ? []
        : [`${printName(name)}: ${printGiven(field, types.get(name) ?? undetermined)}`],
    );
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  return printLiteral(value);
}

/** With the unit that it is read in. A bare percentage may be ambiguous, and is then given as it came. */
function printNumber(value: number, { unit: { symbol } }: NumberType): string {
  const digits = String(value);
  return symbol === "%" || !/^-?\d+(?:\.\d+)?$/.test(digits) ? digits : `${digits}${symbol}`;
}

const undetermined: Type = { kind: "undetermined" };

const quantity = /^-?\d+(?:\.\d+)? ?[^\s\d",][^",]*$/;

function separatorAfter(text: string): string {
  if (text.trim() === "") return "";
  return /\r\n\s*$|\n\s*$/.test(text) ? "\n" : "\n\n";
}

/** Why the document with the section would not say what was decided; null when it does. */
function failureOf(
  { source, options, policy: { settings } }: ServiceDocument,
  section: string,
  title: string,
  loadText: ReadText,
): string | null {
  const whole = compile(source.text + section, options);
  const error = whole.diagnostics.find(
    ({ severity, span, file }) =>
      severity === "error" && file === whole.source.file && span.start >= source.text.length,
  );
  if (error !== undefined) return error.message;
  const example = whole.examples.at(-1);
  if (whole.program === null || example === undefined || example.title !== title) {
    return "the document would not have it as an example";
  }
  const { status, message } = runExample(whole.program, example, settings, { loadText });
  return status === "passed" ? null : message;
}

// The context that a decision is viewed on: a file's text, what an example gives or the document's samples, and laid over
// it what a person typed into single fields.
import {
  type Attribute,
  exampleContext,
  type JsonValue,
  type Program,
  parseInstant,
  parseJson,
  valueToJson,
} from "@omega/core";
import { exampleAt, listExamples, type ReadText } from "../features/run-examples.ts";
import type { ServiceDocument } from "../service-document.ts";
import { isRecord } from "./print-literal.ts";
import { readField } from "./read-field.ts";

/** JSON text; or what the EXAMPLE with an id of `listExamples` gives; or what CONTEXT gives as samples. */
export type ContextSource = string | { readonly example: string } | { readonly samples: true };

export interface ContextRequest {
  readonly context: ContextSource;
  /** What was typed, by attribute; "" takes a value away. */
  readonly edits?: Readonly<Record<string, string>>;
  /** ISO 8601; null takes an example's AT, and where there is none gives no clock. */
  readonly now: string | null;
}

export interface GivenContext {
  /** With the edits. */
  readonly context: JsonRecord;
  readonly now: string | null;
  /** Why the context is not all that was asked for; null when it is. */
  readonly problem: string | null;
  /** Edits that could not be read, by attribute. */
  readonly complaints: ReadonlyMap<string, string>;
}

type JsonRecord = { readonly [name: string]: JsonValue };

/** Reads what a request gives. Never throws: what cannot be read is empty, and `problem` says why. */
export function readContextRequest(
  document: ServiceDocument,
  { context: source, edits = {}, now }: ContextRequest,
  loadText: ReadText,
): GivenContext {
  const base = readSource(document, source, now, loadText);
  const complaints = new Map<string, string>();
  const changed = new Map(Object.entries(base.context));
  for (const [name, text] of Object.entries(edits)) {
    const attribute = document.policy.analysis.attributes.get(name);
    if (attribute === undefined) continue;
    const { value, complaint } = readEdit(attribute, text, base.now);
    if (complaint !== null) complaints.set(name, complaint);
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return { ...base, context: Object.fromEntries(changed), complaints };
}

type Base = Omit<GivenContext, "complaints">;

function readSource(
  document: ServiceDocument,
  source: ContextSource,
  now: string | null,
  loadText: ReadText,
): Base {
  if (typeof source === "string") return { now, ...readText(source) };
  if ("samples" in source) return { now, context: samplesOf(document), problem: null };
  const { program } = document.policy;
  const listed = listExamples(document).find(({ id }) => id === source.example);
  const example = listed === undefined ? null : exampleAt(document, listed.index);
  // Without a program the document's own errors are the problem.
  if (program === null) return { now, context: {}, problem: null };
  if (example === null) return { now, context: {}, problem: "the example is no longer there" };
  const clock = now ?? instantOf(example.now, program);
  const context = exampleContext(program, example, clock, { loadText });
  return typeof context === "string"
    ? { now: clock, context: {}, problem: context }
    : { now: clock, context, problem: null };
}

function readText(text: string): Pick<Base, "context" | "problem"> {
  const parsed = parseJson(text.trim() === "" ? "{}" : text);
  if (!parsed.ok) {
    const problem = `the context is not JSON: line ${parsed.line}, ${parsed.message}`;
    return { context: {}, problem };
  }
  return isRecord(parsed.value)
    ? { context: parsed.value, problem: null }
    : { context: {}, problem: "the context is no object with a key for each attribute" };
}

function samplesOf({ policy }: ServiceDocument): JsonRecord {
  const given = [...policy.analysis.attributes.values()].flatMap((attribute) => {
    const sample = standIn(attribute, attribute.sample);
    return sample === null || attribute.declaration?.prose != null
      ? []
      : [[attribute.name, sample] as const];
  });
  return Object.fromEntries(given);
}

/** A sample or default as JSON. */
export function standIn({ type }: Attribute, value: Attribute["sample"]): JsonValue {
  return value === null ? null : valueToJson(value, type, { visit() {}, unknown() {} });
}

/** AT, in the document's time zone where it names none; as it is where it is no instant. */
function instantOf(at: string | null, { offsetMinutes }: Program): string | null {
  const milliseconds = at === null ? null : parseInstant(at, offsetMinutes ?? undefined);
  return milliseconds === null ? at : new Date(milliseconds).toISOString();
}

/** What was typed; of an attribute that must be fresh, a reading taken now. */
function readEdit(
  { type, declaration }: Attribute,
  text: string,
  now: string | null,
): ReturnType<typeof readField> {
  const read = readField(type, text);
  if (read.value === null || (declaration?.freshMilliseconds ?? null) === null) return read;
  return now === null
    ? { value: null, complaint: "a reading has its age: it needs a clock" }
    : { ...read, value: { value: read.value, at: now } };
}

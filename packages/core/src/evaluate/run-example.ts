// Runs EXAMPLE sections: lays their givens over an empty or loaded context, decides, and holds the decision to what
// they expect.
import type { Example, ExampleGiven } from "../semantics/examples.ts";
import type { Program } from "../semantics/program.ts";
import type { Settings } from "../semantics/settings.ts";
import { resolveProjectPath } from "../source/project-path.ts";
import { formatInstant, parseInstant } from "../std/instant.ts";
import { isRecordOfJson } from "./build-decision.ts";
import { type JsonRecord, type JsonValue, parseJson } from "./canonical-json.ts";
import type { Decision } from "./decision.ts";
import { evaluateProgram } from "./evaluate.ts";
import { type ExampleFailure, isQuantity, judgeExample } from "./judge-example.ts";
import type { EvaluationObserver } from "./trace.ts";

export interface ExampleResult {
  readonly example: Example;
  /** `error` when the example could not be run at all. */
  readonly status: "passed" | "failed" | "error";
  /** Why it did not pass, the first reason if there are several; "" when it did. */
  readonly message: string;
  /** Every expectation that does not hold; empty unless the status is `failed`. */
  readonly failures: readonly ExampleFailure[];
  /** Null when it could not be run. */
  readonly decision: Decision | null;
}

/** What running examples needs besides the policy. */
export interface ExampleOptions {
  /** Gives the text of a GIVEN FILE by its path below the project's root, or null. */
  readonly loadText?: (path: string) => string | null;
  /** Adds `trace` to the decisions. */
  readonly trace?: boolean;
  /** Is told what the examples try, for coverage. */
  readonly observer?: EvaluationObserver;
}

/** What of a compiled policy running its examples takes. */
export interface ExamplePolicy {
  /** Null when the document has errors: then no example can be run. */
  readonly program: Program | null;
  readonly examples: readonly Example[];
  readonly settings: Settings;
}

/** Runs all of a policy's examples, in order. */
export function runExamples(
  policy: ExamplePolicy,
  options: ExampleOptions = {},
): readonly ExampleResult[] {
  const { program, examples, settings } = policy;
  return examples.map((example) =>
    program === null
      ? notRun(example, "the document has errors")
      : runExample(program, example, settings, options),
  );
}

/**
 * Runs one example. Samples do not stand in, and `strict` rejects nothing, so that an example can leave out what it is
 * not about. It passes when every expectation holds and the decision's status is `decided` or is what it says it expects.
 */
export function runExample(
  program: Program,
  example: Example,
  settings: Pick<Settings, "limits" | "disabled">,
  options: ExampleOptions = {},
): ExampleResult {
  const instant = instantOf(example, program);
  if (example.now !== null && instant === null) {
    return notRun(example, `AT ${JSON.stringify(example.now)} is no instant`);
  }
  const now = instant === null ? null : formatInstant(instant);
  const context = exampleContext(program, example, now, options);
  if (typeof context === "string") return notRun(example, context);
  const evaluation = {
    now,
    limits: settings.limits,
    sampleDefaults: false,
    strict: false,
    trace: options.trace ?? false,
    disabled: settings.disabled,
  };
  const decision = evaluateProgram(program, context, evaluation, options.observer);
  const failures = judgeExample(example.expectations, decision);
  const [first] = failures;
  return {
    example,
    status: first === undefined ? "passed" : "failed",
    message: first?.message ?? "",
    failures,
    decision,
  };
}

/** AT, in the document's time zone where it names none. */
function instantOf({ now }: Example, { offsetMinutes }: Program): number | null {
  return now === null ? null : parseInstant(now, offsetMinutes ?? undefined);
}

function notRun(example: Example, message: string): ExampleResult {
  return { example, status: "error", message, failures: [], decision: null };
}

// --- the context --------------------------------------------------------------------------------------------------

/** The context an example gives, with readings taken at `now`; or why it gives none. */
export function exampleContext(
  program: Program,
  example: Example,
  now: string | null,
  { loadText }: Pick<ExampleOptions, "loadText">,
): JsonRecord | string {
  const context =
    example.contextFile === null ? {} : loadContext(example, example.contextFile, loadText);
  return typeof context === "string" ? context : withGivens(program, context, example.givens, now);
}

/** The context with `givens` laid over it, in order, as readings taken at `now`; or why that cannot be. */
export function withGivens(
  program: Program,
  context: JsonRecord,
  givens: readonly ExampleGiven[],
  now: string | null,
): JsonRecord | string {
  let result = context;
  for (const given of givens) {
    const changed = place(result, given.path, 0, readingOf(given, program, now));
    if (!isRecordOfJson(changed)) return "a GIVEN index is beyond what a list may hold";
    result = changed;
  }
  return result;
}

function loadContext(
  example: Example,
  file: string,
  loadText: ExampleOptions["loadText"],
): JsonRecord | string {
  const path = resolveProjectPath(example.file, file);
  const text = path === null ? null : (loadText?.(path) ?? null);
  if (text === null) return `GIVEN FILE ${JSON.stringify(file)} cannot be read`;
  const parsed = parseJson(text);
  if (!parsed.ok) {
    return `GIVEN FILE ${JSON.stringify(file)} is no JSON: line ${parsed.line}, ${parsed.message}`;
  }
  return isRecordOfJson(parsed.value)
    ? parsed.value
    : `GIVEN FILE ${JSON.stringify(file)} does not hold an object`;
}

/** A bare value of a FRESH attribute is a reading taken at `now`. */
function readingOf({ path, value }: ExampleGiven, program: Program, now: string | null): JsonValue {
  const [name] = path;
  const attribute = program.attributes.find((candidate) => candidate.name === name);
  const isFresh = path.length === 1 && (attribute?.freshMilliseconds ?? null) !== null;
  if (!isFresh || now === null || value === null) return value;
  if (!isRecordOfJson(value)) return { value, at: now };
  if (Object.hasOwn(value, "at")) return value;
  return isQuantity(value) ? { ...value, at: now } : { value, at: now };
}

const highestIndex = 10_000;

/** A copy of `into` in which `value` stands at `path[from…]`; null when an index is too high to make a list for. */
function place(
  into: JsonValue,
  path: readonly (string | number)[],
  from: number,
  value: JsonValue,
): JsonValue {
  const step = path[from];
  if (step === undefined) return value;
  if (typeof step === "string") {
    const record = isRecordOfJson(into) ? into : {};
    const member = Object.hasOwn(record, step) ? (record[step] ?? null) : null;
    const changed = place(member, path, from + 1, value);
    return Object.fromEntries([...Object.entries(record), [step, changed]]);
  }
  if (step >= highestIndex) return null;
  const list = Array.isArray(into) ? [...into] : [];
  while (list.length <= step) list.push(null);
  list[step] = place(list[step] ?? null, path, from + 1, value);
  return list;
}

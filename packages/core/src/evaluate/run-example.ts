// Runs EXAMPLE sections: lays their givens over an empty or loaded context, decides, and holds the decision to what
// they expect.
import type {
  Example,
  ExampleExpectation,
  ExampleGiven,
  ExpectedAction,
} from "../semantics/examples.ts";
import type { Program } from "../semantics/program.ts";
import type { Settings } from "../semantics/settings.ts";
import { convertNumber } from "../semantics/units/conversion.ts";
import { parseUnit } from "../semantics/units/unit.ts";
import { resolveProjectPath } from "../source/project-path.ts";
import { formatInstant, parseInstant } from "../std/instant.ts";
import { isRecordOfJson } from "./build-decision.ts";
import { canonicalJson, type JsonRecord, type JsonValue, parseJson } from "./canonical-json.ts";
import type { ActionEvent, Decision, ReportedUnknown } from "./decision.ts";
import { describeReason } from "./describe-reason.ts";
import { evaluateProgram } from "./evaluate.ts";
import type { EvaluationObserver } from "./trace.ts";

export interface ExampleResult {
  readonly example: Example;
  /** `error` when the example could not be run at all. */
  readonly status: "passed" | "failed" | "error";
  /** Why it did not pass; "" when it did. */
  readonly message: string;
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
  const message =
    firstMessage(example.expectations, (expectation) => judge(expectation, decision)) ??
    judgeStatus(example.expectations, decision);
  return {
    example,
    status: message === null ? "passed" : "failed",
    message: message ?? "",
    decision,
  };
}

/** AT, in the document's time zone where it names none. */
function instantOf({ now }: Example, { offsetMinutes }: Program): number | null {
  return now === null ? null : parseInstant(now, offsetMinutes ?? undefined);
}

function notRun(example: Example, message: string): ExampleResult {
  return { example, status: "error", message, decision: null };
}

function firstMessage<Item>(
  items: readonly Item[],
  judgement: (item: Item) => string | null,
): string | null {
  for (const item of items) {
    const message = judgement(item);
    if (message !== null) return message;
  }
  return null;
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

// --- expectations -------------------------------------------------------------------------------------------------

/** Why the decision is not what is expected, or null. */
function judge(expectation: ExampleExpectation, decision: Decision): string | null {
  const { actions, pending, unknowns, violations, status } = decision;
  switch (expectation.kind) {
    case "occur":
      return inOrder(expectation.actions, actions)
        ? null
        : `expected ${listExpected(expectation.actions)} in this order, but the actions are ${listTaken(expectation.actions, actions)}`;
    case "only": {
      const same = expectation.actions.length === actions.length;
      return same && inOrder(expectation.actions, actions)
        ? null
        : `expected ${listExpected(expectation.actions)} and nothing else, but the actions are ${listTaken(expectation.actions, actions)}`;
    }
    case "nothing":
      return actions.length === 0
        ? null
        : `expected no action, but the actions are ${nameAll(actions)}`;
    case "not":
      return firstMessage(expectation.actions, (unwanted) => {
        const event = actions.find((action) => isExpected(unwanted, action));
        return event === undefined
          ? null
          : `expected no \`${unwanted.name}\`, but \`${event.rule}\` takes it in line ${event.line}`;
      });
    case "pending":
      return inOrder(expectation.actions, pending)
        ? null
        : `expected ${listExpected(expectation.actions)} to wait for approval, but pending are ${listTaken(expectation.actions, pending)}`;
    case "unknown":
      return firstMessage(expectation.paths, (path) =>
        unknowns.some((unknown) => leadsTo(unknown.path, path))
          ? null
          : `expected \`${path}\` to be unknown, but ${describeUnknowns(unknowns)}`,
      );
    case "violation":
      return firstMessage(expectation.labels, (label) =>
        violations.some(({ constraint }) => constraint === label)
          ? null
          : `expected \`${label}\` to be violated, but it holds`,
      );
    case "status":
      return status === expectation.status
        ? null
        : `expected status ${expectation.status}, but it is ${describeStatus(decision)}`;
  }
}

/** A status other than `decided` has to be expected. */
function judgeStatus(
  expectations: readonly ExampleExpectation[],
  decision: Decision,
): string | null {
  const { status } = decision;
  const says = (kind: ExampleExpectation["kind"]): boolean =>
    expectations.some((expectation) => expectation.kind === kind);
  const expected =
    status === "decided" ||
    says("status") ||
    (status === "incomplete" && says("unknown")) ||
    (status === "violated" && says("violation"));
  return expected ? null : `no EXPECT says so, but the decision is ${describeStatus(decision)}`;
}

/** Whether reading `path` came upon the unknown at `unknown`: there, or at something on the way. */
function leadsTo(unknown: string, path: string): boolean {
  if (!path.startsWith(unknown)) return false;
  const rest = path.slice(unknown.length);
  return rest === "" || rest.startsWith(".") || rest.startsWith("[");
}

/** Whether the expected actions occur in this order, others between them allowed. */
function inOrder(expected: readonly ExpectedAction[], events: readonly ActionEvent[]): boolean {
  let next = 0;
  for (const event of events) {
    const wanted = expected[next];
    if (wanted !== undefined && isExpected(wanted, event)) next++;
  }
  return next === expected.length;
}

function isExpected({ name, arguments: wanted }: ExpectedAction, event: ActionEvent): boolean {
  if (name !== event.name) return false;
  if (wanted === null) return true;
  const names = Object.keys(wanted);
  return (
    names.length === Object.keys(event.args).length &&
    names.every((argument) => {
      const expected = wanted[argument];
      const actual = Object.hasOwn(event.args, argument) ? event.args[argument] : undefined;
      return expected !== undefined && actual !== undefined && sameArgument(expected, actual);
    })
  );
}

/** Equal as JSON, or the same quantity in another unit: `after: 300s` for 5 min. */
function sameArgument(expected: JsonValue, actual: JsonValue): boolean {
  if (canonicalJson(expected) === canonicalJson(actual)) return true;
  if (!isQuantity(expected) || !isQuantity(actual)) return false;
  const from = parseUnit(expected.unit);
  const to = parseUnit(actual.unit);
  return from !== null && to !== null && convertNumber(expected.value, from, to) === actual.value;
}

function isQuantity(
  json: JsonValue,
): json is { readonly value: number; readonly unit: string } & JsonRecord {
  return (
    isRecordOfJson(json) &&
    Object.keys(json).length === 2 &&
    typeof json.value === "number" &&
    typeof json.unit === "string"
  );
}

// --- messages -----------------------------------------------------------------------------------------------------

function listExpected(expected: readonly ExpectedAction[]): string {
  return listAll(
    expected.map(({ name, arguments: values }) =>
      values === null ? name : printCall(name, values),
    ),
  );
}

/** The actions taken, with their arguments where the expectation is about some. */
function listTaken(expected: readonly ExpectedAction[], events: readonly ActionEvent[]): string {
  const compared = new Set(
    expected.flatMap((each) => (each.arguments === null ? [] : [each.name])),
  );
  return listAll(
    events.map(({ name, args }) => (compared.has(name) ? printCall(name, args) : name)),
  );
}

function listAll(calls: readonly string[]): string {
  return calls.length === 0 ? "none" : calls.map((call) => `\`${call}\``).join(", ");
}

/** `SlowDown(to: 30km/h)`, as the author writes it. */
function printCall(name: string, values: Readonly<Record<string, JsonValue>>): string {
  const printed = Object.entries(values).map(([key, value]) => {
    const text = isQuantity(value) ? `${value.value}${value.unit}` : canonicalJson(value);
    return /^_[0-9]+$/.test(key) ? text : `${key}: ${text}`;
  });
  return `${name}(${printed.join(", ")})`;
}

function nameAll(actions: readonly { readonly name: string }[]): string {
  return actions.length === 0 ? "none" : actions.map(({ name }) => `\`${name}\``).join(", ");
}

function describeUnknowns(unknowns: readonly ReportedUnknown[]): string {
  return unknowns.length === 0
    ? "nothing is"
    : `unknown are ${unknowns.map(({ path }) => `\`${path}\``).join(", ")}`;
}

/** The status with what made it so. */
function describeStatus({ status, problems, limits, violations, unknowns }: Decision): string {
  const open = unknowns.filter(({ handled }) => handled !== true);
  const reasons = {
    rejected: problems.map(({ message }) => message),
    limited: limits.map(({ limit, rule }) => `\`${rule}\` reached the limit \`${limit}\``),
    violated: violations.map(({ message }) => message),
    incomplete: open.map(
      ({ path, rule, reason }) => `${describeReason(path, reason)}, in \`${rule}\``,
    ),
    decided: [],
  }[status];
  return reasons.length === 0 ? status : `${status}: ${reasons.join("; ")}`;
}

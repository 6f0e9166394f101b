// Holds a decision to what an EXAMPLE expects of it, and says of each expectation that does not hold what differs.
import type { ExampleExpectation, ExpectedAction } from "../semantics/examples.ts";
import { convertNumber } from "../semantics/units/conversion.ts";
import { parseUnit } from "../semantics/units/unit.ts";
import { isRecordOfJson } from "./build-decision.ts";
import { canonicalJson, type JsonRecord, type JsonValue } from "./canonical-json.ts";
import { compareActions } from "./compare-actions.ts";
import type { ActionEvent, Decision, ReportedUnknown } from "./decision.ts";
import { describeReason } from "./describe-reason.ts";

/** An expectation that a decision does not meet. */
export interface ExampleFailure {
  /** Null where it is the status, which no expectation speaks of. */
  readonly expectation: ExampleExpectation | null;
  readonly message: string;
  /** What it asks for and what there is, line for line, alike wherever both agree: for showing a difference. */
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** What of a decision is not as the expectations have it, in their order; a status that none speaks of comes last. */
export function judgeExample(
  expectations: readonly ExampleExpectation[],
  decision: Decision,
): readonly ExampleFailure[] {
  const failures = expectations.flatMap((expectation): readonly ExampleFailure[] => {
    const message = judge(expectation, decision);
    return message === null
      ? []
      : [{ expectation, message, ...differenceTo(expectation, decision) }];
  });
  const message = failures.length > 0 ? null : judgeStatus(expectations, decision);
  if (message === null) return failures;
  return [
    { expectation: null, message, expected: ["decided"], actual: [describeStatus(decision)] },
  ];
}

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

/** What an expectation that does not hold asks for, and what there is instead. */
function differenceTo(
  expectation: ExampleExpectation,
  decision: Decision,
): Pick<ExampleFailure, "expected" | "actual"> {
  const { actions, pending, unknowns, violations } = decision;
  switch (expectation.kind) {
    case "occur":
    case "pending":
      return compareActions({
        expected: expectation.actions,
        events: expectation.kind === "pending" ? pending : actions,
        othersAllowed: true,
        fits: isExpected,
        print: printLine,
      });
    case "only":
    case "nothing":
      return compareActions({
        expected: expectation.kind === "only" ? expectation.actions : [],
        events: actions,
        othersAllowed: false,
        fits: isExpected,
        print: printLine,
      });
    case "not": {
      const wanted = actions.filter(
        (event) => !expectation.actions.some((unwanted) => isExpected(unwanted, event)),
      );
      const print = ({ name, args }: ActionEvent): string => printLine(name, args);
      return { expected: wanted.map(print), actual: actions.map(print) };
    }
    case "unknown": {
      const actual = [...new Set(unknowns.map(({ path }) => path))];
      const missing = expectation.paths.filter(
        (path) => !unknowns.some((unknown) => leadsTo(unknown.path, path)),
      );
      return { expected: [...actual, ...missing], actual };
    }
    case "violation": {
      const actual = violations.map(({ constraint }) => constraint);
      const missing = expectation.labels.filter((label) => !actual.includes(label));
      return { expected: [...actual, ...missing], actual };
    }
    case "status":
      return { expected: [expectation.status], actual: [describeStatus(decision)] };
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

/** Whether JSON is a quantity, `{"value", "unit"}`. */
export function isQuantity(
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

/** The same without brackets where there is nothing in them. */
function printLine(name: string, values: Readonly<Record<string, JsonValue>>): string {
  return Object.keys(values).length === 0 ? name : printCall(name, values);
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

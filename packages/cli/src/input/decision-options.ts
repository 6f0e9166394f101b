// The options of commands that decide: which context, what is set over it, and when.
import {
  adjustOptions,
  configuredOptions,
  type Decision,
  type EvaluationOptions,
  type Example,
  type JsonValue,
  type Policy,
  parseInstant,
  withGivens,
} from "@omega/core";
import type { OptionValues } from "../command-line/option.ts";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";
import type { OpenDocument } from "./open-document.ts";
import { readAssignments } from "./read-assignments.ts";

export const decisionOptions = {
  context: {
    kind: "text",
    placeholder: "FILE",
    short: "c",
    summary: "the context, as JSON; `-` reads stdin",
  },
  set: {
    kind: "texts",
    placeholder: "NAME=VALUE",
    short: "s",
    summary: "set an attribute over the context, as GIVEN does: Distance=0.4m",
  },
  now: {
    kind: "text",
    placeholder: "INSTANT",
    summary: "the decision's clock, such as 2026-05-01T08:00:00Z (now unless given)",
  },
  "sample-defaults": {
    kind: "choice",
    choices: ["on", "off"],
    default: null,
    summary: "whether samples stand in for missing readings (as configured unless given)",
  },
} as const;

type DecisionOptions = Omit<OptionValues<typeof decisionOptions>, "context">;

/** Decides in one context; the trace comes with it where asked for. */
export type Decider = (context: JsonValue, trace: boolean) => Decision;

/** A decision with what it was made on: the context as assignments leave it, and the options. */
export interface DecidedContext {
  readonly decision: Decision;
  readonly context: JsonValue;
  readonly options: EvaluationOptions;
}

/** How to decide by `policy` under these options. Throws a `Failure` for an assignment or instant that is none. */
export function createDecider(
  session: Session,
  document: OpenDocument,
  policy: Policy,
  options: DecisionOptions,
): Decider {
  const decide = createContextDecider(session, document, policy, options);
  return (context, trace) => decide(context, trace).decision;
}

/** The same, for who needs to know what was decided on. */
export function createContextDecider(
  session: Session,
  document: OpenDocument,
  policy: Policy,
  options: DecisionOptions,
): (context: JsonValue, trace: boolean) => DecidedContext {
  requireInstant(options.now);
  const givens = policy.program === null ? [] : readAssignments(session, document, options.set);
  const samples = options["sample-defaults"];
  const configured = configuredOptions(policy.settings);
  return (context, trace) => {
    const now = options.now ?? new Date(session.host.now()).toISOString();
    const evaluation = {
      now,
      trace,
      ...(samples === null ? {} : { sampleDefaults: samples === "on" }),
    };
    const whole = layOver(context, givens, policy, now);
    return {
      decision: policy.evaluate(whole, evaluation),
      context: whole,
      options: adjustOptions(configured, evaluation),
    };
  };
}

/** Throws a `Failure` for a `--now` that is no instant. */
export function requireInstant(now: string | null): void {
  if (now === null || parseInstant(now) !== null) return;
  throw new Failure(`\`--now ${now}\` is no instant`, "write it like 2026-05-01T08:00:00Z");
}

/** The context with the assignments laid over it; what is no record is left for the evaluation to reject. */
export function layOver(
  context: JsonValue,
  givens: Example["givens"],
  { program }: Policy,
  now: string,
): JsonValue {
  if (program === null || givens.length === 0 || !isRecord(context)) return context;
  const result = withGivens(program, context, givens, now);
  if (typeof result === "string") throw new Failure(result);
  return result;
}

function isRecord(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

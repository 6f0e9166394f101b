// What an evaluation may be told besides the context. All of it but the trace shows in the decision.
import type { Settings } from "../semantics/settings.ts";
import { formatInstant, parseInstant } from "../std/instant.ts";
import { type Decision, defaultLimits, type Limits } from "./decision.ts";
import { identityOfOptions } from "./decision-identity.ts";
import type { Instant } from "./value.ts";

export interface EvaluationOptions {
  /** The instant of the decision, ISO 8601 with an offset; null gives no clock. */
  readonly now: string | null;
  readonly limits: Limits;
  /** Whether a sample (`- Temperature: 85.5C`) stands in for a missing reading. */
  readonly sampleDefaults: boolean;
  /** Rejects a context that does not fit the declarations. */
  readonly strict: boolean;
  /** Whether the decision carries a trace. It is the same decision with and without. */
  readonly trace: boolean;
  /** The features switched off. They matter to checking only, but are part of what a decision was made under. */
  readonly disabled?: ReadonlySet<string>;
}

/** What one evaluation may be told; the rest comes from the policy's settings. */
export interface EvaluateOptions {
  /** The instant of the decision, ISO 8601 with an offset; without it the clock functions are unknown. */
  readonly now?: string;
  /** Adds `trace` to the decision. */
  readonly trace?: boolean;
  readonly limits?: Partial<Limits>;
  readonly sampleDefaults?: boolean;
}

/** What the project's configuration says about evaluation; no clock and no trace. */
export function configuredOptions(
  settings: Pick<Settings, "limits" | "sampleDefaults" | "strict" | "disabled">,
): EvaluationOptions {
  const { limits, sampleDefaults, strict, disabled } = settings;
  return { now: null, trace: false, limits: { ...limits }, sampleDefaults, strict, disabled };
}

/** The configured options with what one evaluation is told. */
export function adjustOptions(
  options: EvaluationOptions,
  evaluation: EvaluateOptions | undefined,
): EvaluationOptions {
  if (evaluation === undefined) return options;
  const { now = null, trace = false, limits, sampleDefaults } = evaluation;
  // Field by field: engines take ten times as long to spread a record into another.
  return {
    now,
    trace,
    limits: limits === undefined ? options.limits : { ...options.limits, ...limits },
    sampleDefaults: sampleDefaults ?? options.sampleDefaults,
    strict: options.strict,
    disabled: options.disabled ?? nothingDisabled,
  };
}

const nothingDisabled: ReadonlySet<string> = new Set();

/** Options with usable limits, and what decisions made under them carry as `options` and `now`. */
export interface SettledOptions extends EvaluationOptions {
  readonly identity: Decision["options"];
  /** Null without a clock, and where `now` is no instant. */
  readonly instant: Instant | null;
  /** The instant as decisions state it. */
  readonly written: string | null;
}

/** The last options settled for each record of limits: a host that evaluates much does so under few. */
const settledLast = new WeakMap<Limits, SettledOptions>();

/** The very last, and the limits they were made of: found without a search. */
let latest: { readonly limits: Limits; readonly settled: SettledOptions } | null = null;

/** The options ready for use. They and their limits must not change afterwards. */
export function settleOptions(options: EvaluationOptions): SettledOptions {
  const { limits, now, trace } = options;
  const last = latest?.limits === limits ? latest.settled : settledLast.get(limits);
  const known = last !== undefined && isAlike(last, options) ? last : settle(options);
  const isAtSameTime = known.now === now && known.trace === trace;
  const settled = isAtSameTime ? known : atTime(known, now, trace);
  if (settled !== latest?.settled) latest = { limits, settled };
  return settled;
}

/** Whether they differ in `now` and `trace` at most; limits apart. */
function isAlike(settled: SettledOptions, options: EvaluationOptions): boolean {
  return (
    settled.sampleDefaults === options.sampleDefaults &&
    settled.strict === options.strict &&
    settled.disabled === (options.disabled ?? nothingDisabled)
  );
}

function settle({ limits, ...options }: EvaluationOptions): SettledOptions {
  const usable = { ...options, limits: usableLimits(limits) };
  const { sampleDefaults, strict, disabled = nothingDisabled } = usable;
  const identity = identityOfOptions(usable);
  const timeless = { limits: usable.limits, sampleDefaults, strict, disabled, identity };
  const settled = atTime(timeless, options.now, options.trace);
  settledLast.set(limits, settled);
  return settled;
}

type Timeless = Omit<SettledOptions, "now" | "trace" | "instant" | "written">;

function atTime(options: Timeless, now: string | null, trace: boolean): SettledOptions {
  const { limits, sampleDefaults, strict, disabled = nothingDisabled, identity } = options;
  const milliseconds = now === null ? null : parseInstant(now);
  const instant: Instant | null = milliseconds === null ? null : { kind: "time", milliseconds };
  const written = milliseconds === null || now === null ? null : writtenAs(now, milliseconds);
  return {
    now,
    trace,
    limits,
    sampleDefaults,
    strict,
    disabled,
    identity,
    instant,
    written,
  };
}

function writtenAs(now: string, milliseconds: number): string {
  return asWritten.test(now) ? now : formatInstant(milliseconds);
}

/** An instant in the form that `formatInstant` gives. */
const asWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The limits with the default in place of every one that is no whole number from 0. */
function usableLimits(limits: Limits): Limits {
  const usable = (name: keyof Limits): number => {
    const limit = limits[name];
    return Number.isSafeInteger(limit) && limit >= 0 ? limit : defaultLimits[name];
  };
  return {
    steps: usable("steps"),
    iterations: usable("iterations"),
    whileIterations: usable("whileIterations"),
    actions: usable("actions"),
    listLength: usable("listLength"),
    textLength: usable("textLength"),
    depth: usable("depth"),
  };
}

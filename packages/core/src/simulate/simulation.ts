// What a simulation is: the policy decided tick by tick, its declared Effects applied between ticks, and where that leads.
// docs/simulation.md describes it as the JSON that `omegac simulate --format json` prints.
import type { JsonValue } from "../evaluate/canonical-json.ts";
import type { DecisionStatus } from "../evaluate/decision.ts";
import type { EvaluationOptions } from "../evaluate/evaluation-options.ts";
import type { ExampleGiven } from "../semantics/examples.ts";

export interface SimulationOptions {
  /** How many ticks to decide, from 1 to `mostTicks`. */
  readonly ticks: number;
  /** How far the clock moves on between two ticks. */
  readonly tickMilliseconds: number;
  /** `now` is the instant of the first tick; null gives no clock. */
  readonly evaluation: EvaluationOptions;
  /** Readings that come from elsewhere: a row for each tick from the first. Behind the last its values stay. */
  readonly series?: readonly SeriesRow[];
  /** Keeps numbers within their declared range, as a valve that cannot open further does. */
  readonly saturate?: boolean;
}

/** What a tick begins with. */
export interface SeriesRow {
  /** Laid over the context before the tick is decided. */
  readonly givens: readonly ExampleGiven[];
  /** The instant of the tick; null lets the clock move on by a tick. */
  readonly now: string | null;
}

export const mostTicks = 100_000;

export interface Simulation {
  readonly schemaVersion: 1;
  readonly policy: { readonly intent: string; readonly sha256: string };
  readonly engine: string;
  readonly tickMilliseconds: number;
  /** The document's attributes that are single values, in its order. */
  readonly attributes: readonly SimulatedAttribute[];
  /** The actions that came up, in the document's order. */
  readonly actions: readonly string[];
  readonly ticks: readonly SimulatedTick[];
  /** Effects of actions taken that could not be applied, each once. */
  readonly unapplied: readonly UnappliedEffect[];
  readonly verdict: SimulationVerdict;
}

export interface SimulatedAttribute {
  readonly name: string;
  /** "" for plain numbers and for what is no number. */
  readonly unit: string;
  readonly kind: "number" | "boolean" | "text" | "time";
  /** The declared range, in the unit; null where open. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly changes: boolean;
}

export interface SimulatedTick {
  /** From 0. */
  readonly tick: number;
  readonly now: string | null;
  /** By attribute, numbers in its unit; null where unknown. A number beyond its range is given, though rules cannot use it. */
  readonly values: { readonly [attribute: string]: JsonValue };
  readonly status: DecisionStatus;
  /** Names in the order of the decision, one for each event. */
  readonly actions: readonly string[];
  readonly pending: readonly string[];
  readonly withheld: readonly string[];
}

export interface UnappliedEffect {
  readonly action: string;
  readonly attribute: string;
  readonly reason: "attribute unknown" | "amount unknown";
  /** Of the first time. */
  readonly tick: number;
}

export type SimulationVerdict =
  /** From this tick on nothing changes any more. */
  | { readonly kind: "settles"; readonly from: number; readonly certainty: Certainty }
  /** From this tick on the same ticks come again and again. */
  | {
      readonly kind: "oscillates";
      readonly from: number;
      readonly period: number;
      readonly certainty: Certainty;
    }
  | {
      readonly kind: "runs away";
      readonly attribute: string;
      readonly how: "leaves its range" | "overflows" | "rises without end" | "falls without end";
      readonly from: number;
      readonly certainty: Certainty;
    }
  | {
      readonly kind: "undecided";
      readonly reason: /** The series drives the policy to the end. */
        | "series"
        /** No state has come twice, and nothing moves steadily. */
        | "no pattern"
        /** The policy reads the clock, and no pattern has lasted to the end. */
        | "clock"
        /** Something moves steadily, and further on the policy decides otherwise: at about `until`. */
        | "changes later";
      readonly until: number | null;
    };

/**
 * `certain`: the same state leads to the same decision and the same next state, so what came once comes again.
 * `observed`: so far; the policy reads the clock, or was tried at some points of a way without end.
 */
type Certainty = "certain" | "observed";

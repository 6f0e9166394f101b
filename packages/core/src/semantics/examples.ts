// Executable examples as the checker resolves them: what they give, as JSON, and what they expect of the decision.
// The checker makes them from EXAMPLE sections; `evaluate/run-example.ts` runs them.

import type { JsonValue } from "../evaluate/canonical-json.ts";
import type { DecisionStatus } from "../evaluate/decision.ts";
import type { Span } from "../source/span.ts";

export interface Example {
  readonly kind: "example";
  /** The text behind EXAMPLE in the header; "" when there is none. */
  readonly title: string;
  readonly file: string;
  /** Of the header. */
  readonly line: number;
  readonly span: Span;
  /** `GIVEN FILE "ctx.json"`: the context that the givens are laid over, by its path as written; else null. */
  readonly contextFile: string | null;
  /** In the order written; later ones win. */
  readonly givens: readonly ExampleGiven[];
  /** `AT "2026-05-01T08:00:00Z"`, as written; null without a clock. */
  readonly now: string | null;
  readonly expectations: readonly ExampleExpectation[];
}

/**
 * `GIVEN Workers[0].distance = 1.5m`: a place in the context and the JSON that comes there. Quantities are
 * `{"value", "unit"}`, times ISO 8601 text. The runner makes a bare value of a FRESH attribute a reading of the example's AT.
 */
export interface ExampleGiven {
  /** Never empty; begins with the attribute's name. Numbers are indexes. */
  readonly path: readonly (string | number)[];
  readonly value: JsonValue;
}

export type ExampleExpectation = { readonly line: number } & (
  | {
      /** `EXPECT`, `EXPECT ONLY`, `EXPECT NOT` and `EXPECT PENDING`. */
      readonly kind: "occur" | "only" | "not" | "pending";
      readonly actions: readonly ExpectedAction[];
    }
  | { readonly kind: "nothing" }
  /** Paths as decisions write them: `Workers[2].distance`. */
  | { readonly kind: "unknown"; readonly paths: readonly string[] }
  /** Ids of constraints. */
  | { readonly kind: "violation"; readonly labels: readonly string[] }
  | { readonly kind: "status"; readonly status: DecisionStatus }
);

export interface ExpectedAction {
  readonly name: string;
  /** As decisions write them, positional ones `_0`, `_1`; null when the example gives none: any will do. */
  readonly arguments: { readonly [name: string]: JsonValue } | null;
}

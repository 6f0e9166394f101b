// What is written into the text of a document while it is decided: a sign before every rule, values behind conditions.
import type { InlineTurn, InlineValue, ShownRule } from "@omega/service";
import { markOfRule } from "../decision-webview/status.ts";

export type DecorationTone = "fired" | "not fired" | "unknown" | "value";

export interface EditorDecoration {
  /** Lines and characters from 0. */
  readonly range: ShownRule["range"];
  readonly side: "before" | "after";
  readonly tone: DecorationTone;
  readonly text: string;
  /** Lines for the hover; empty for none. */
  readonly hover: readonly string[];
}

/** Loops are tried many times: so many turns are written out, in the text and in hovers. */
const mostTurns = 3;
const mostHovered = 20;

/** A sign before the rule: `✓`, `✗`, `?`, or `–` where evaluation never came to it. */
export function ruleDecoration({ range, outcome, because }: ShownRule): EditorDecoration {
  const { sign, word } = markOfRule(outcome);
  const tone = outcome === "fired" || outcome === "unknown" ? outcome : "not fired";
  const { start } = range;
  const hover = [because === "" ? word : `${word}: ${because}`];
  return { range: { start, end: start }, side: "before", tone, text: sign, hover };
}

/** What a part of a condition came to: `✓ 0.4m`; of one in a loop `✓ 0.4m ✗ 3m`. Null where there is nothing to say. */
export function valueDecoration({ range, turns }: InlineValue): EditorDecoration | null {
  const shown = [...new Set(turns.map(textOfTurn).filter((text) => text !== ""))];
  if (shown.length === 0) return null;
  const more = shown.length - mostTurns;
  const text = [...shown.slice(0, mostTurns), ...(more > 0 ? [`… ${more} more`] : [])].join("  ");
  const isLoop = turns.some(({ bindings }) => bindings !== "");
  const hover = isLoop
    ? turns.slice(0, mostHovered).map((turn) => `${turn.bindings}: ${textOfTurn(turn)}`)
    : [];
  return { range, side: "after", tone: toneOf(turns), text, hover };
}

function textOfTurn({ outcome, text }: InlineTurn): string {
  switch (outcome) {
    case "true":
      return `✓ ${text}`.trim();
    case "false":
      return `✗ ${text}`.trim();
    case "unknown":
      return `? ${text}`.trim();
    case "read":
      return text;
    case "not evaluated":
      return "";
  }
}

function toneOf(turns: readonly InlineTurn[]): DecorationTone {
  const outcomes = new Set(turns.map(({ outcome }) => outcome));
  if (outcomes.has("unknown")) return "unknown";
  if (outcomes.has("true")) return "fired";
  return outcomes.has("read") ? "value" : "not fired";
}

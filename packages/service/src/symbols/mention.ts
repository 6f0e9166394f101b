// Noting mentions while an item is walked: which file a symbol is at home in, and where the mention stands.
import type { Span, Tree } from "@omega/core";
import type { Homes } from "./homes.ts";
import type { Asked } from "./scope.ts";
import { type Occurrence, type PolicySymbol, symbolOf } from "./symbol.ts";

/** What a walk over one item knows, and where it leaves what it finds. All spans are relative to the item's start. */
export interface Walk {
  readonly file: string;
  readonly homes: Homes;
  /** The item's number, which no other of the document has had, and its text. */
  readonly item: number;
  readonly text: string;
  readonly occurrences: Occurrence[];
  /** What was asked of names that rules above the item bind. */
  readonly asked: Asked;
  /** The loops of the item, in order. */
  readonly loops: PolicySymbol[];
  /** The loop of the document's rules with a variable of that name; null where there is none or several share it. */
  readonly loopOf: (variable: string) => PolicySymbol | null;
}

type Use = Occurrence["use"];

export function mention(walk: Walk, symbol: PolicySymbol, span: Span, use: Use): void {
  walk.occurrences.push({ symbol, span, use });
}

export function mentionAttribute(walk: Walk, name: string, at: Span, use: Use): void {
  mention(walk, symbolOf("attribute", walk.homes.of("attribute", name), name), at, use);
}

/** A member by the way to it from its attribute, `Workers[].distance`. */
export function mentionField(walk: Walk, path: string, at: Span, use: Use): void {
  mention(walk, symbolAtPath(walk, path), at, use);
}

/** The attribute or member that a way leads to, `Workers[].distance`; its elements belong to it. */
export function symbolAtPath({ homes }: Walk, path: string): PolicySymbol {
  const whole = path.replace(/(?:\[\])+$/, "");
  const root = /^[^.[]*/.exec(whole)?.[0] ?? whole;
  return symbolOf(whole === root ? "attribute" : "field", homes.of("attribute", root), whole);
}

export function mentionAction(walk: Walk, { text, span }: Tree.Name, use: Use): void {
  mention(walk, symbolOf("action", walk.homes.of("action", text), text), span, use);
}

export function mentionConstraint(walk: Walk, { text, span }: Tree.Name, use: Use): void {
  mention(walk, symbolOf("constraint", walk.homes.of("constraint", text), text), span, use);
}

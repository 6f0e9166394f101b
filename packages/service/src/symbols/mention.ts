// Noting mentions while a document is walked: which file a symbol is at home in, and where the mention stands.
import { type Analysis, moveSpan, type Span, type Tree } from "@omega/core";
import { type Occurrence, type PolicySymbol, symbolOf } from "./symbol.ts";

/** What a walk knows where it stands, and where it leaves what it finds. */
export interface Walk {
  readonly analysis: Analysis;
  /** The file of the policy: the document's own, or for a suite the one it names. */
  readonly policy: string;
  readonly occurrences: Occurrence[];
  /** Start of the item that is walked: spans inside are relative to it. */
  readonly base: number;
  /** Loops by the name of their variable, null where several share it: what PER speaks of. */
  readonly loops: Map<string, PolicySymbol | null>;
}

type Use = Occurrence["use"];

export function mention(walk: Walk, symbol: PolicySymbol, at: Span, use: Use): void {
  walk.occurrences.push({ symbol, span: moveSpan(at, walk.base), use });
}

export function mentionAttribute(walk: Walk, name: string, at: Span, use: Use): void {
  mention(walk, symbolOf("attribute", homeOfAttribute(walk, name), name), at, use);
}

/** A member by the way to it from its attribute, `Workers[].distance`. */
export function mentionField(walk: Walk, path: string, at: Span, use: Use): void {
  mention(walk, symbolAtPath(walk, path), at, use);
}

/** The attribute or member that a way leads to, `Workers[].distance`; its elements belong to it. */
export function symbolAtPath(walk: Walk, path: string): PolicySymbol {
  const whole = path.replace(/(?:\[\])+$/, "");
  const root = /^[^.[]*/.exec(whole)?.[0] ?? whole;
  return symbolOf(whole === root ? "attribute" : "field", homeOfAttribute(walk, root), whole);
}

export function mentionAction(walk: Walk, { text, span }: Tree.Name, use: Use): void {
  mention(walk, symbolOf("action", homeOfAction(walk, text), text), span, use);
}

export function mentionConstraint(walk: Walk, { text, span }: Tree.Name, use: Use): void {
  const known = walk.analysis.constraints.find(({ id }) => id === text);
  const home = known?.imported === true ? known.source.file : walk.policy;
  mention(walk, symbolOf("constraint", home, text), span, use);
}

function homeOfAttribute({ analysis, policy }: Walk, name: string): string {
  return analysis.attributes.get(name)?.declaration?.file ?? policy;
}

/** An action is at home where an imported document speaks of it, else in the policy that takes it. */
function homeOfAction({ analysis, policy }: Walk, name: string): string {
  const mentions = analysis.actions.get(name)?.mentions ?? [];
  const own = new Set([policy, analysis.file]);
  return mentions.find(({ file }) => !own.has(file))?.file ?? policy;
}

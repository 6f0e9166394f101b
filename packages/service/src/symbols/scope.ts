// What names that blocks bind stand for, while rules are walked: the innermost meaning of each.
import type { PolicySymbol } from "./symbol.ts";

/** A name that a block binds, and the way to what it stands for, `Workers[]`; null where it is computed. */
export interface BoundName {
  readonly symbol: PolicySymbol;
  readonly path: string | null;
}

/** The names that a block has bound so far, over those of the blocks around it. */
export interface Scope {
  readonly names: Map<string, BoundName>;
  readonly outer: Scope | null;
}

/** The outermost answers that a walk was given, by name; null where nothing binds it. */
export type Asked = Map<string, BoundName | null>;

export function openScope(outer: Scope | null): Scope {
  return { names: new Map(), outer };
}

/** What a name stands for; notes in `asked` what the outermost scope says, where that is asked. */
export function lookUp(name: string, scope: Scope, asked: Asked): BoundName | null {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const found = at.names.get(name) ?? null;
    if (at.outer === null) asked.set(name, found);
    if (found !== null) return found;
  }
  return null;
}

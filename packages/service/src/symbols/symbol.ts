// What a name in a document stands for. Two mentions are of one symbol when their keys are equal, across files too.
import type { Span } from "@omega/core";

export type SymbolKind =
  | "attribute"
  /** A member of a record: its name is the way to it, `Workers[].distance`. */
  | "field"
  /** A LET name, loop variable, index, or parameter. */
  | "local"
  | "rule"
  | "action"
  | "actor"
  | "constraint"
  | "function"
  | "unit"
  | "import";

export interface PolicySymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** Kind, home and name: what mentions are compared by. The home is the file that declares it, or the policy's own. */
  readonly key: string;
  /** For a bound name: the attribute or member whose value, or whose elements, it stands for; absent where computed. */
  readonly standsFor?: PolicySymbol;
}

/** A mention of a symbol, by its absolute span in the document. */
export interface Occurrence {
  readonly symbol: PolicySymbol;
  readonly span: Span;
  readonly use: "declare" | "read" | "write";
}

/** A symbol of `home`; functions and units are nobody's own. */
export function symbolOf(kind: SymbolKind, home: string, name: string): PolicySymbol {
  return { kind, name, key: JSON.stringify([kind, home, name]) };
}

// What is known of a document once its names and types are settled: the one thing that later checks, completion, hover,
// rename and the example runner read. Spans are absolute in their `file`.

import type { Value } from "../evaluate/value.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import type {
  AttributeItem,
  Document,
  Effect,
  Expression,
  FormalConstraint,
  Item,
  Rule,
} from "../syntax/tree.ts";
import type { Settings } from "./settings.ts";
import type { Evidence, Term } from "./terms.ts";
import type { Type } from "./types.ts";

/** A place in one of the policy's files. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

/** A mention of a symbol. */
export interface SymbolReference extends Place {
  readonly use: "declare" | "read" | "write";
}

/** How CONTEXT declares an attribute. */
export interface AttributeDeclaration {
  readonly file: string;
  readonly item: Item;
  readonly body: AttributeItem;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  readonly line: number;
  /** True for a declaration that an IMPORT brought in. */
  readonly imported: boolean;
  readonly optional: boolean;
  readonly freshMilliseconds: number | null;
  /** The text of a prose value, which stands in as it is. */
  readonly prose: string | null;
  /** A prose value that begins like a number or a type: not what the author can have meant beside a quantity. */
  readonly malformed: boolean;
}

/** A top-level name of the input, declared or met in use. Filled in while the document is analysed. */
export interface Attribute {
  readonly name: string;
  readonly declaration: AttributeDeclaration | null;
  readonly term: Term;
  type: Type;
  sample: Value | null;
  default: Value | null;
  /** Where the unit of an undeclared attribute comes from. */
  evidence: Evidence | null;
  /** The first use of an attribute that nothing declares. */
  readonly firstUse: Place | null;
  readonly references: SymbolReference[];
}

/** What the walk learns of names that blocks bind. */
export interface BoundNames {
  /** Where blocks and quantifiers bind names, by name: the first place each. */
  readonly bindings: ReadonlyMap<string, Place & { readonly kind: Local["kind"] }>;
  /** The names that some SET changes. */
  readonly changed: ReadonlySet<string>;
}

/** A LET name, loop variable, lambda or quantifier parameter. */
export interface Local {
  readonly name: string;
  readonly kind: "let" | "loop" | "index" | "parameter" | "quantifier";
  readonly slot: number;
  readonly type: Type;
  readonly declaration: Place;
  /** Attributes that may be unknown and that its value was made from. */
  readonly uncertain: Map<string, string>;
  /** Where it may be read: the rest of its block. */
  scope: Span;
  readonly references: SymbolReference[];
}

/** A rule with its id, at any depth, in document order. */
export interface RuleInformation {
  /** The label, else the position: `R1`, `R3.2`; `failsafe` for FAILSAFE. */
  readonly id: string;
  /** The position id, whatever the label. */
  readonly position: string;
  readonly rule: Rule;
  readonly item: Item;
  readonly parent: RuleInformation | null;
  readonly span: Span;
  readonly line: number;
  /** A number that no other rule has: what SET changes is the same wherever it is read in one rule. */
  readonly moment: number;
}

/** A mention of an action. Rules take actions; actors, constraints, effects and examples name them. */
export interface ActionMention extends Place {
  readonly role: "taken" | "may" | "approves" | "constraint" | "effect" | "expected";
  /** The rule that takes it; the constraint's id or the actor's role; else "". */
  readonly by: string;
}

export interface ActionInformation {
  readonly name: string;
  readonly mentions: readonly ActionMention[];
}

export interface ActorInformation {
  readonly role: string;
  readonly rank: string;
  readonly may: readonly string[] | null;
  readonly approves: readonly string[];
  readonly place: Place;
}

export interface ConstraintInformation {
  /** Its label, else `C1`, `C2`; an imported one without label is `site.omni#C1`. */
  readonly id: string;
  readonly constraint: FormalConstraint;
  readonly item: Item;
  readonly source: SourceText;
  /** Where violations are reported in the main document: the clause, or the IMPORT that brings it in. */
  readonly place: Place;
  readonly line: number;
  readonly imported: boolean;
}

export interface EffectInformation {
  readonly effect: Effect;
  readonly item: Item;
  readonly source: SourceText;
  readonly place: Place;
  readonly line: number;
  readonly imported: boolean;
}

/** A document that an IMPORT item brings in, directly or through another import. */
export interface ImportedDocument {
  /** As `load` knows it, relative to the project's root. */
  readonly path: string;
  readonly document: Document;
  readonly source: SourceText;
  /** The main document's IMPORT item that leads to it. */
  readonly importSpan: Span;
}

export interface Analysis {
  readonly file: string;
  readonly document: Document;
  readonly source: SourceText;
  readonly settings: Settings;
  readonly imports: readonly ImportedDocument[];
  /** Declared ones first, in document order; then undeclared ones by first use. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly locals: readonly Local[];
  readonly rules: readonly RuleInformation[];
  readonly actions: ReadonlyMap<string, ActionInformation>;
  readonly actors: readonly ActorInformation[];
  readonly constraints: readonly ConstraintInformation[];
  readonly effects: readonly EffectInformation[];
  readonly offsetMinutes: number | null;
  /** The type of an expression inside `item`; null where it was not checked (prose, suites). */
  readonly typeOf: (item: Item, expression: Expression) => Type | null;
}

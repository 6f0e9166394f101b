// What is known of one item of an open document: by its tree alone, and what checks found in it when last they ran.
import type { ActionMention, Local, RuleInformation } from "../semantics/analysis.ts";
import type { Firing } from "../semantics/checks/firings.ts";
import type { Reading } from "../semantics/checks/read-condition.ts";
import type { Type } from "../semantics/types.ts";
import type { Span } from "../source/span.ts";
import type { Finding } from "./finding.ts";
import type { LiveItem } from "./live-document.ts";
import type { MentionedNames } from "./mentioned-names.ts";
import type { OpenImport } from "./open-imports.ts";

export interface ItemRecord {
  readonly item: LiveItem;
  /** The path of the document it stands in, and that document where it is an imported one. */
  readonly file: string;
  readonly origin: OpenImport | null;
  readonly names: MentionedNames;
  checked: Checked;
  /** What declaring its attribute found, and what settling the attribute's type did. */
  declared: readonly Finding[];
  settled: readonly Finding[];
  /** The items with findings that point into this one. */
  readonly quotedBy: Set<ItemRecord>;
}

/** What a check of the item came to. */
export interface Checked {
  /** Of names, types and units. */
  readonly semantic: readonly Finding[];
  /** Of logic. */
  readonly logic: readonly Finding[];
  readonly rules: readonly RuleInformation[];
  readonly firings: readonly Firing[];
  readonly taken: readonly { readonly name: string; readonly mention: ActionMention }[];
  /** The names it binds. */
  readonly locals: readonly {
    readonly name: string;
    readonly kind: Local["kind"];
    readonly type: Type;
    readonly span: Span;
    /** Where it may be read; the end is null where that is the text's. */
    readonly scope: { readonly start: number; readonly end: number | null };
  }[];
  /** Undeclared names that look like slips. */
  readonly slips: readonly {
    readonly name: string;
    readonly span: Span;
    readonly suggestions: readonly string[];
  }[];
  /** Where undeclared names are used, in order. */
  readonly references: ReadonlyMap<string, readonly Span[]>;
  /** Reads of names that LET items bind. */
  readonly letReads: readonly { readonly item: ItemRecord; readonly span: Span }[];
  /** Where names stand that SET changes. */
  readonly changing: readonly number[];
  /** The names it asked about, whether somebody had spoken of them, and those it then spoke of. */
  readonly asked: ReadonlySet<string>;
  readonly spoken: ReadonlySet<string>;
  /** The names that near ones were looked for among all there are, and how often that was. */
  readonly searchedFor: ReadonlySet<string>;
  readonly searches: number;
  /** When a constraint's condition holds. */
  readonly reading: Reading | null;
  /** What a clause was checked against, in one text. */
  readonly basis: string;
  /** Comparisons with names that come as a list. */
  readonly comparisons: number;
  readonly steps: number;
}

/** Of an item that was not checked, or in which there is nothing to check. */
export const unchecked: Checked = {
  semantic: [],
  logic: [],
  rules: [],
  firings: [],
  taken: [],
  locals: [],
  slips: [],
  references: new Map(),
  letReads: [],
  changing: [],
  asked: new Set(),
  spoken: new Set(),
  searchedFor: new Set(),
  searches: 0,
  reading: null,
  basis: "",
  comparisons: 0,
  steps: 0,
};

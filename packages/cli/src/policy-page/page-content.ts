// The page of a policy between what it says and how it looks: sections of blocks, for HTML and for Markdown alike.
import type { Description, FlowGraph, Piece } from "@omega/core";
import type { Tone } from "../page/page-shell.ts";

export interface PageContent {
  readonly language: string;
  readonly title: string;
  readonly kicker: string;
  readonly purpose: string;
  readonly figures: readonly Figure[];
  readonly sections: readonly ContentSection[];
  readonly footer: readonly string[];
}

/** A number worth seeing first. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly tone: Tone;
}

export interface ContentSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A piece of text: a part of a phrase, a mark, or a place to go to. */
export type Inline =
  | Piece
  | { readonly kind: "badge"; readonly text: string; readonly tone: Tone }
  | { readonly kind: "line"; readonly text: string; readonly line: number }
  | { readonly kind: "source"; readonly text: string; readonly number: number }
  | { readonly kind: "break" };

export type Text = readonly Inline[];

export type Block =
  | { readonly kind: "paragraph"; readonly text: Text; readonly quiet: boolean }
  | { readonly kind: "note"; readonly text: Text; readonly tone: Tone }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Text[] }
  | { readonly kind: "facts"; readonly entries: readonly Fact[] }
  | TableBlock
  | DecisionTableBlock
  | { readonly kind: "rules"; readonly rules: readonly Description.DescribedRule[] }
  | { readonly kind: "flow"; readonly graph: FlowGraph }
  | { readonly kind: "source"; readonly lines: readonly string[] };

interface Fact {
  readonly term: string;
  readonly text: Text;
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  /** Its cells but the first hold marks. */
  readonly isMatrix: boolean;
}

export interface TableRow {
  readonly cells: readonly Text[];
  /** A part of the row above: indented. */
  readonly depth: number;
  /** The address of the row on the page, for what leads to it. */
  readonly anchor: string | null;
}

export interface DecisionTableBlock {
  readonly kind: "decision-table";
  readonly caption: string;
  readonly table: Description.DescribedSection["table"] & object;
  /** Whether its rows belong to several rules, named in a column of their own. */
  readonly ofSection: boolean;
}

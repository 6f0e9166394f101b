// A document as an editor has it open: the text as it is now, and what features read of it, made when first asked for.
import {
  type CompileOptions,
  type Diagnostic,
  defaultFormatOptions,
  english,
  type FormatOptions,
  type Locale,
  type Meanings,
  openDocument,
  type ParsedSource,
  type Policy,
  rangeOf,
  type SourceText,
  type Tree,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import { createOccurrenceMemory } from "./symbols/find-occurrences.ts";
import { homesIn, ownHomes } from "./symbols/homes.ts";
import { createSymbolIndex, type SymbolIndex } from "./symbols/symbol-index.ts";
import { toSpan } from "./text-range.ts";

/** What an editor says of a document when it opens it. */
export interface DocumentOpening {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** `file` is the path below the project's root: imports are relative to it, and diagnostics name it. */
  readonly options: CompileOptions & { readonly file: string };
  /** The project's way to format; the default one without it. */
  readonly format?: FormatOptions;
  /** The language of what is said about it; English without it. */
  readonly locale?: Locale;
}

/** A replaced range, or the whole text where there is none, as `textDocument/didChange` has it. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** Everything here is of the text after the last `update`. */
export interface ServiceDocument {
  readonly uri: string;
  readonly file: string;
  readonly version: number;
  readonly options: CompileOptions & { readonly file: string };
  readonly format: FormatOptions;
  readonly locale: Locale;
  readonly source: SourceText;
  readonly tree: Tree.Document;
  /** The tree with what parsing alone finds wrong. */
  readonly parsed: ParsedSource;
  readonly diagnostics: readonly Diagnostic[];
  /** What names mean: known after each edit, while `policy` compiles the whole. */
  readonly meanings: Meanings;
  readonly policy: Policy;
  readonly symbols: SymbolIndex;
  /** Takes an editor's changes, each against the text that the one before it left. */
  readonly update: (changes: readonly TextChange[], version: number) => void;
}

/** Opens a document. Nothing is looked at before it is asked for; never throws. */
export function openServiceDocument(opening: DocumentOpening): ServiceDocument {
  const { uri, options, format = defaultFormatOptions, locale = english } = opening;
  const handle = openDocument(opening.text, options);
  let version = opening.version;
  let symbols: SymbolIndex | null = null;
  const memory = createOccurrenceMemory();
  const symbolsNow = (): SymbolIndex => {
    const tree = handle.document();
    const source = handle.source();
    const homes = buildsOnOthers(tree) ? homesIn(handle.meanings()) : ownHomes(source.file);
    return createSymbolIndex(tree, source, homes, memory);
  };
  return {
    uri,
    file: options.file,
    options,
    format,
    locale,
    get version() {
      return version;
    },
    get source() {
      return handle.source();
    },
    get tree() {
      return handle.document();
    },
    get parsed() {
      return handle.parsed();
    },
    get diagnostics() {
      return handle.diagnostics();
    },
    get meanings() {
      return handle.meanings();
    },
    get policy() {
      return handle.policy();
    },
    get symbols() {
      symbols ??= symbolsNow();
      return symbols;
    },
    update(changes, next) {
      for (const { range, text } of changes) {
        const source = handle.source();
        const { start, end } =
          range === undefined ? { start: 0, end: source.text.length } : toSpan(source, range);
        handle.update(rangeOf(source, { start, end }), text);
      }
      version = next;
      symbols = null;
    },
  };
}

/** Whether other documents have a say in what names stand for. */
function buildsOnOthers({ suiteFor, sections }: Tree.Document): boolean {
  return suiteFor !== null || sections.some(({ keyword }) => keyword === "IMPORT");
}

// A document that is being edited: takes edits and answers diagnostics, with as little work as the edit leaves to do.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type CompileOptions, compileParsed, type ParsedSource, type Policy } from "../policy.ts";
import { createSourceText, offsetAt, type Range, type SourceText } from "../source/source-text.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { type ParsedItem, parseItem } from "../syntax/parse-item.ts";
import type { Document } from "../syntax/tree.ts";
import { editSource } from "./edit-source.ts";

/** A document in an editor. What it answers is always what the whole text would give. */
export interface DocumentHandle {
  /** Replaces a range of the text, `start` up to `end`; places outside the text are taken to its nearest end. */
  readonly update: (range: Range, text: string) => void;
  readonly source: () => SourceText;
  readonly document: () => Document;
  /** What `check` says of the text as it is now. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** What `compile` makes of the text as it is now; compiled when first asked for. */
  readonly policy: () => Policy;
}

/** Opens a document for editing. Nothing is looked at before it is asked for; never throws. */
export function openDocument(text: string, options: CompileOptions = {}): DocumentHandle {
  let source = createSourceText(text, options.file);
  let parsed: ParsedSource | null = null;
  let policy: Policy | null = null;
  const parse = rememberItems();
  const parsedNow = (): ParsedSource => {
    parsed ??= { source, ...parse(source) };
    return parsed;
  };
  const policyNow = (): Policy => {
    policy ??= compileParsed(parsedNow(), options);
    return policy;
  };
  return {
    update(range, newText) {
      const start = offsetAt(source, range.start);
      const end = Math.max(start, offsetAt(source, range.end));
      source = editSource(source, { span: { start, end }, newText });
      parsed = null;
      policy = null;
    },
    source: () => source,
    document: () => parsedNow().document,
    diagnostics: () => policyNow().diagnostics,
    policy: policyNow,
  };
}

/** Parses version after version, each item once as long as its text stays. No two items share a tree. */
function rememberItems(): (source: SourceText) => Omit<ParsedSource, "source"> {
  let known = new Map<string, ParsedItem[]>();
  return (source) => {
    const kept = new Map<string, ParsedItem[]>();
    const parsed = parseDocument(source, (keyword, text) => {
      const key = `${keyword} ${text}`;
      const item = known.get(key)?.shift() ?? parseItem(keyword, text);
      const others = kept.get(key);
      if (others === undefined) kept.set(key, [item]);
      else others.push(item);
      return item;
    });
    known = kept;
    return parsed;
  };
}

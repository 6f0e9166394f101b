// A document that is being edited: takes edits and answers diagnostics, with as little work as the edit leaves to do.
import { type Diagnostic, moveDiagnostic } from "../diagnostics/diagnostic.ts";
import {
  type CompileOptions,
  compileParsed,
  concludeDiagnostics,
  loadText,
  type ParsedSource,
  type Policy,
} from "../policy.ts";
import type { PolicyMemory } from "../semantics/analyse.ts";
import { defaultSettings } from "../semantics/settings.ts";
import { createSourceText, offsetAt, type Range, type SourceText } from "../source/source-text.ts";
import type { Document } from "../syntax/tree.ts";
import { createOpenCheck } from "./check-open-document.ts";
import type { Meanings } from "./known-meanings.ts";
import {
  editLiveDocument,
  type LiveDocument,
  openLiveDocument,
  snapshotOf,
} from "./live-document.ts";

/** A document in an editor. What it answers is always what the whole text would give. */
export interface DocumentHandle {
  /** Replaces a range of the text, `start` up to `end`; places outside the text are taken to its nearest end. */
  readonly update: (range: Range, text: string) => void;
  /** How many edits there were. */
  readonly version: () => number;
  readonly source: () => SourceText;
  readonly document: () => Document;
  /** What parsing alone says: the tree, and what is wrong with structure and syntax. */
  readonly parsed: () => ParsedSource;
  /** What `check` says of the text as it is now. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** What names mean in the text as it is now: what `policy().analysis` says, where the check of edits knows it without. */
  readonly meanings: () => Meanings;
  /** What `compile` makes of the text as it is now; compiled when first asked for. */
  readonly policy: () => Policy;
}

/**
 * Opens a document for editing. It is parsed at once and after each edit, checked when it is asked about; never throws.
 */
export function openDocument(text: string, options: CompileOptions = {}): DocumentHandle {
  const live = openLiveDocument(createSourceText(text, options.file));
  let parsed: ParsedSource | null = null;
  let policy: Policy | null = null;
  const parsedNow = (): ParsedSource => {
    parsed ??= parsedOf(live);
    return parsed;
  };
  const memory: PolicyMemory = { known: null };
  const policyNow = (): Policy => {
    policy ??= compileParsed(parsedNow(), options, memory);
    return policy;
  };
  const settings = { ...defaultSettings, ...options.settings };
  const load = (path: string): string | null => loadText(path, options.load);
  const check = createOpenCheck(live, settings, options.today ?? null, load);
  let diagnostics: readonly Diagnostic[] | null = null;
  let meanings: Meanings | null = null;
  let version = 0;
  const diagnosticsNow = (): readonly Diagnostic[] => {
    const findings = check.findings();
    if (findings === null) return policyNow().diagnostics;
    const syntax = syntaxOf(live);
    return concludeDiagnostics(syntax, findings, live, live.source, options).diagnostics;
  };
  const checkedNow = (): readonly Diagnostic[] => {
    diagnostics ??= diagnosticsNow();
    return diagnostics;
  };
  return {
    update(range, newText) {
      const start = offsetAt(live.source, range.start);
      const end = Math.max(start, offsetAt(live.source, range.end));
      check.replaced(editLiveDocument(live, { span: { start, end }, newText }));
      parsed = null;
      policy = null;
      diagnostics = null;
      meanings = null;
      version++;
    },
    version: () => version,
    source: () => live.source,
    document: () => parsedNow().document,
    parsed: parsedNow,
    diagnostics: checkedNow,
    meanings() {
      checkedNow();
      meanings ??= check.meanings() ?? policyNow().analysis;
      return meanings;
    },
    policy: policyNow,
  };
}

function parsedOf(live: LiveDocument): ParsedSource {
  return { source: live.source, document: snapshotOf(live), diagnostics: syntaxOf(live) };
}

/** What parsing has found, by place. */
function syntaxOf(live: LiveDocument): readonly Diagnostic[] {
  const { source } = live;
  const diagnostics = [...live.structure];
  for (const { parsed, start } of live.faulty) {
    for (const each of parsed.diagnostics)
      diagnostics.push(moveDiagnostic(each, source.file, start));
  }
  return diagnostics.sort((a, b) => a.span.start - b.span.start);
}

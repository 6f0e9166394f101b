// What an open document imports: items of other documents that stand beside its own. They are loaded again when an IMPORT
// item or an imported text is another one, and stay the same objects until then.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImportedDocument } from "../semantics/analysis.ts";
import { mayConfuse } from "../semantics/confusable-names.ts";
import { collectDeclarations } from "../semantics/declarations.ts";
import {
  type Answers,
  areStillGiven,
  type Load,
  type LoadedImport,
  loadImports,
  notingAnswers,
} from "../semantics/imports.ts";
import type { Settings } from "../semantics/settings.ts";
import { settledReporter } from "../semantics/settled-reporter.ts";
import { moveSpan } from "../source/span.ts";
import type { Item, SectionKeyword } from "../syntax/tree.ts";
import type { Finding } from "./finding.ts";
import { type LiveDocument, type LiveItem, openLiveDocument } from "./live-document.ts";

/** An imported document; its importing item may move, and `importSpan` with it. */
export interface OpenImport extends ImportedDocument {
  /** What others build on: the declarations that count in it, its formal constraints and effects, in order. */
  readonly items: readonly LiveItem[];
  /** What it is told by itself: errors of its syntax, and of its declarations. */
  readonly found: readonly Diagnostic[];
  /** Whether an actor in it has a name that a reader may confuse, or a right to such an action. */
  readonly isForeign: boolean;
}

export interface OpenImports {
  /** The IMPORT items that led to it, and what the host answered on the way. */
  readonly from: readonly Item[];
  readonly answers: Answers;
  readonly documents: readonly OpenImport[];
  readonly byPath: ReadonlyMap<string, OpenImport>;
  readonly origins: ReadonlyMap<Item, OpenImport>;
  /** What loading them found, and the same once the IMPORT items are known. */
  readonly diagnostics: readonly Diagnostic[];
  findings: readonly Finding[];
}

/** The imports of a document without IMPORT. */
export const noImports: OpenImports = {
  from: [],
  answers: new Map(),
  documents: [],
  byPath: new Map(),
  origins: new Map(),
  diagnostics: [],
  findings: [],
};

/** Imported items are numbered behind all that a document of its greatest size may hold. */
const firstImportedOrder = 2 ** 24;

/** Sections that bring in something besides declarations. */
const sectionsBroughtIn: readonly SectionKeyword[] = ["ACTOR", "CONSTRAINT", "IMPACT"];

/** The imports of the document as it stands: the same object as `before` where they are the same. */
export function importsOf(
  live: LiveDocument,
  before: OpenImports,
  load: Load,
  settings: Settings,
): OpenImports {
  const from = live.sections.flatMap(({ keyword, items }) => (keyword === "IMPORT" ? items : []));
  if (isSame(before, from, load)) return before;
  const answers = new Map<string, string | null>();
  const diagnostics: Diagnostic[] = [];
  const report = settledReporter(live.source.file, diagnostics, settings);
  const loaded = loadImports(
    live,
    live.source,
    { load: notingAnswers(load, answers), settings },
    report,
  );
  let order = firstImportedOrder;
  const documents = loaded.map((each) => {
    const made = openImport(each, from, order, live, settings);
    order += made.items.length;
    return made;
  });
  return {
    from,
    answers,
    documents,
    byPath: new Map(documents.map((document) => [document.path, document])),
    origins: new Map(
      documents.flatMap((document) => document.items.map((item) => [item, document] as const)),
    ),
    diagnostics,
    findings: [],
  };
}

function isSame(before: OpenImports, from: readonly Item[], load: Load): boolean {
  if (from.length !== before.from.length) return false;
  if (from.some((item, index) => item !== before.from[index])) return false;
  return areStillGiven(before.answers, load);
}

function openImport(
  { path, source, importSpan, syntaxErrors }: LoadedImport,
  from: readonly Item[],
  firstOrder: number,
  live: LiveDocument,
  settings: Settings,
): OpenImport {
  const document = openLiveDocument(source, live.made);
  live.made = document.made;
  const found = [...syntaxErrors];
  const report = settledReporter(path, found, settings);
  const { attributes } = collectDeclarations(document, source, true, report);
  const declaring = new Set<Item>();
  for (const { declaration } of attributes.values()) {
    if (declaration !== null) declaring.add(declaration.item);
  }
  const items = document.items.filter(
    (item) =>
      declaring.has(item) || item.body.kind === "formal-constraint" || item.body.kind === "effect",
  );
  for (const [index, item] of items.entries()) item.order = firstOrder + index;
  const sections = document.sections.filter(({ keyword }) => sectionsBroughtIn.includes(keyword));
  const at = from.filter(({ start }) => start <= importSpan.start).at(-1);
  const within = moveSpan(importSpan, -(at?.start ?? 0));
  return {
    path,
    source,
    document: { kind: "document", suiteFor: null, sections, trailingComments: [] },
    get importSpan() {
      return moveSpan(within, at?.start ?? 0);
    },
    items,
    found,
    isForeign: sections.some(
      ({ keyword, items: all }) =>
        keyword === "ACTOR" && all.some(({ text }) => mayConfuse([text])),
    ),
  };
}

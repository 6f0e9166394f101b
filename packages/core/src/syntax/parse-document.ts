// Parses a document: split into sections and items, items parsed one by one, the whole checked for its structure.
import {
  createReporter,
  type Diagnostic,
  moveDiagnostic,
  type Reporter,
} from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { nearestNames } from "../source/edit-distance.ts";
import type { SourceText } from "../source/source-text.ts";
import { span } from "../source/span.ts";
import { checkCharacters } from "./check-characters.ts";
import { type ItemText, splitItems } from "./item-splitter.ts";
import { exceedsDocumentLimit } from "./limits.ts";
import { type ParsedItem, parseItem } from "./parse-item.ts";
import { checkSections, type PlacedSection } from "./section-order.ts";
import { type SectionText, type SplitDocument, splitDocument } from "./splitter.ts";
import {
  type Document,
  type Item,
  type Section,
  type SectionKeyword,
  type SuiteHeader,
  sectionKeywords,
} from "./tree.ts";

/** A tree, always, and everything that is wrong with the text, by place. */
export interface ParsedDocument {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses a whole document. `parse` may be a memoised `parseItem`. Whatever the text, a tree comes back; text over the
 * size limit yields an empty one and a single diagnostic.
 */
export function parseDocument(
  source: SourceText,
  parse: typeof parseItem = parseItem,
): ParsedDocument {
  const { file, text } = source;
  const diagnostics: Diagnostic[] = [];
  const reporter = createReporter(file, diagnostics);
  if (exceedsDocumentLimit(text)) {
    reporter.report(documentStructureDiagnostics.documentTooLarge, span(0, 0), {});
    return { document: emptyDocument, diagnostics };
  }
  checkCharacters(text, reporter);
  const split = splitDocument(text);
  const sections = split.sections.flatMap((sectionText): readonly ReadSection[] => {
    const keyword = keywordOf(sectionText, reporter);
    if (keyword === null) return [];
    const section = readSection(source, keyword, sectionText, parse, diagnostics);
    return [{ text: sectionText, section }];
  });
  const document: Document = {
    kind: "document",
    suiteFor: checkStructure(text, split, sections, reporter),
    sections: sections.map(({ section }) => section),
    trailingComments: split.trailingComments,
  };
  diagnostics.sort((a, b) => a.span.start - b.span.start);
  return { document, diagnostics };
}

/** A section that counts as one, and where it was read. */
export interface ReadSection {
  readonly text: SectionText;
  readonly section: Section;
}

/** Reports what is wrong with the sections as such, apart from unknown headers; gives the header of a suite. */
export function checkStructure(
  text: string,
  split: SplitDocument,
  sections: readonly ReadSection[],
  reporter: Reporter,
): SuiteHeader | null {
  if (split.strayText !== null) {
    reporter.report(documentStructureDiagnostics.textBeforeSections, split.strayText, {});
  }
  const suite = readSuite(text, split.sections, reporter);
  const placed = sections.map(
    ({ text: at, section: { keyword, items } }): PlacedSection => ({
      keyword,
      text: at,
      isEmpty: items.length === 0,
      isExact: at.header.kind === "section",
    }),
  );
  if (suite.isSuite) checkSuite(placed, reporter);
  else {
    checkSections(text, placed, reporter);
    checkActors(
      sections.map(({ section }) => section),
      reporter,
    );
  }
  return suite.header;
}

const emptyDocument: Document = {
  kind: "document",
  suiteFor: null,
  sections: [],
  trailingComments: [],
};

// ---- sections ----------------------------------------------------------------------------------------------------

/** The keyword a section counts as; null for suite headers and for unknown ones that resemble none. */
export function keywordOf({ header }: SectionText, reporter: Reporter): SectionKeyword | null {
  switch (header.kind) {
    case "section":
      return header.keyword;
    case "suite":
      return null;
    case "unknown": {
      const near = nearestNames(header.word, sectionKeywords);
      const word = header.word;
      reporter.report(documentStructureDiagnostics.unknownSection, header.span, { word, near });
      return sectionKeywords.find((keyword) => keyword === near[0]) ?? null;
    }
  }
}

function readSection(
  { file, text }: SourceText,
  keyword: SectionKeyword,
  sectionText: SectionText,
  parse: typeof parseItem,
  diagnostics: Diagnostic[],
): Section {
  const { header, leadingComments, trailingComment } = sectionText;
  const items: Item[] = [];
  for (const itemText of splitItems(text, keyword, sectionText)) {
    const parsed = parse(keyword, text.slice(itemText.start, itemText.end));
    items.push(placeItem(itemText, parsed));
    for (const diagnostic of parsed.diagnostics) {
      diagnostics.push(moveDiagnostic(diagnostic, file, itemText.start));
    }
  }
  const end = items[items.length - 1]?.end ?? header.span.end;
  return {
    kind: "section",
    keyword,
    title: header.kind === "section" ? header.title : null,
    leadingComments,
    trailingComment,
    items,
    headerSpan: header.span,
    span: span(header.span.start, end),
  };
}

export function placeItem(
  { start, end, leadingComments, blankLineBefore }: ItemText,
  parsed: ParsedItem,
): Item {
  return {
    kind: "item",
    start,
    end,
    blankLineBefore,
    leadingComments:
      parsed.leadingComments.length === 0
        ? leadingComments
        : [...leadingComments, ...parsed.leadingComments],
    trailingComment: parsed.trailingComment,
    body: parsed.body,
  };
}

function checkActors(sections: readonly Section[], reporter: Reporter): void {
  const actors = sections.find((section) => section.keyword === "ACTOR");
  if (actors === undefined || actors.items.length === 0) return;
  const hasPrimary = actors.items.some(
    ({ body }) =>
      body.kind === "error" ||
      (body.kind === "actor" && body.rank.text.toUpperCase() === "PRIMARY"),
  );
  if (!hasPrimary)
    reporter.report(documentStructureDiagnostics.noPrimaryActor, actors.headerSpan, {});
}

// ---- suites ------------------------------------------------------------------------------------------------------

interface Suite {
  readonly isSuite: boolean;
  readonly header: SuiteHeader | null;
}

/** The suite header, which stands before everything else; one elsewhere, or a malformed one, is reported. */
function readSuite(text: string, sections: readonly SectionText[], reporter: Reporter): Suite {
  let suite: Suite = { isSuite: false, header: null };
  sections.forEach(({ header, leadingComments: above, trailingComment, content }, index) => {
    if (header.kind !== "suite") return;
    if (index > 0) {
      reporter.report(documentStructureDiagnostics.misplacedSuiteHeader, header.span, {});
      return;
    }
    if (header.policy === null || text.slice(content.start, content.end).trim() !== "") {
      reporter.report(documentStructureDiagnostics.malformedSuiteHeader, header.span, {});
    }
    const { span: at } = header;
    const policy = header.policy ?? "";
    const leadingComments = trailingComment === null ? above : [...above, trailingComment];
    suite = { isSuite: true, header: { kind: "suite-header", policy, leadingComments, span: at } };
  });
  return suite;
}

/** A suite holds examples and nothing else. */
function checkSuite(sections: readonly PlacedSection[], reporter: Reporter): void {
  for (const { keyword, text } of sections) {
    if (keyword === "EXAMPLE") continue;
    reporter.report(documentStructureDiagnostics.sectionInSuite, text.header.span, { keyword });
  }
}

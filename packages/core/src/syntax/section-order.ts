// Which sections are missing, repeated or out of place, and the edits that put them right.
import type { Reporter, TextEdit } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { type Span, span } from "../source/span.ts";
import type { SectionText } from "./splitter.ts";
import { type SectionKeyword, sectionKeywords } from "./tree.ts";

/** A section of the document with the keyword it counts as. */
export interface PlacedSection {
  readonly keyword: SectionKeyword;
  readonly text: SectionText;
  /** Whether something stands in it. */
  readonly isEmpty: boolean;
  /** False for a misspelt header, which has been reported and counts only as present. */
  readonly isExact: boolean;
}

const required: readonly SectionKeyword[] = ["INTENT", "RULE"];
const expected: readonly SectionKeyword[] = ["ACTOR", "CONTEXT", "CONSTRAINT", "IMPACT", "TRACE"];
const repeatable: readonly SectionKeyword[] = ["RULE", "EXAMPLE"];

/** Reports what the sections of a policy lack, repeat or have in the wrong order. */
export function checkSections(
  text: string,
  sections: readonly PlacedSection[],
  reporter: Reporter,
): void {
  const [first] = sections;
  const at = first === undefined ? span(0, 0) : first.text.header.span;
  for (const keyword of [...required, ...expected]) {
    checkPresence(text, sections, keyword, at, reporter);
  }
  const once = reportDuplicates(text, sections, reporter);
  reportMisplaced(text, once, reporter);
}

function checkPresence(
  text: string,
  sections: readonly PlacedSection[],
  keyword: SectionKeyword,
  at: Span,
  reporter: Reporter,
): void {
  const present = sections.filter((section) => section.keyword === keyword);
  const [first] = present;
  const bare = first === undefined ? headerWithoutColon(text, keyword) : null;
  if (required.includes(keyword)) {
    if (present.some((section) => !section.isEmpty)) return;
    const place = bare ?? (first === undefined ? at : first.text.header.span);
    const parameters = { keyword, isEmpty: first !== undefined, colonAt: bare?.end ?? null };
    reporter.report(documentStructureDiagnostics.missingRequiredSection, place, parameters);
  } else if (first === undefined) {
    const next = sections.find((section) => rankOf(section) > sectionKeywords.indexOf(keyword));
    const insertAt = next?.text.extent.start ?? text.trimEnd().length;
    const parameters = { keyword, insertAt, atEnd: next === undefined, colonAt: bare?.end ?? null };
    reporter.report(documentStructureDiagnostics.missingSection, bare ?? at, parameters);
  } else if (present.every((section) => section.isEmpty)) {
    reporter.report(documentStructureDiagnostics.emptySection, first.text.header.span, { keyword });
  }
}

/** The first line that is the section's keyword and nothing else, which a colon would make its header; or null. */
function headerWithoutColon(text: string, keyword: SectionKeyword): Span | null {
  if (!text.includes(keyword)) return null;
  const line = new RegExp(`^[ \\t]*${keyword}(?=[ \\t]*$)`, "m").exec(text);
  if (line === null) return null;
  const end = line.index + line[0].length;
  return span(end - keyword.length, end);
}

// ---- duplicates --------------------------------------------------------------------------------------------------

/** Reports sections that repeat one, and returns the others. */
function reportDuplicates(
  text: string,
  sections: readonly PlacedSection[],
  reporter: Reporter,
): readonly PlacedSection[] {
  const firsts = new Map<SectionKeyword, PlacedSection>();
  const once: PlacedSection[] = [];
  for (const section of sections) {
    const { keyword } = section;
    const earlier = firsts.get(keyword);
    if (!section.isExact) continue;
    if (earlier === undefined || repeatable.includes(keyword)) {
      firsts.set(keyword, earlier ?? section);
      once.push(section);
      continue;
    }
    const { header } = section.text;
    reporter.report(
      documentStructureDiagnostics.duplicateSection,
      header.span,
      { keyword, edits: mergeInto(text, keyword, earlier.text, section.text) },
      [
        {
          file: reporter.file,
          span: earlier.text.header.span,
          message: `the first ${keyword} section`,
        },
      ],
    );
  }
  return once;
}

/** Moves what the later section holds to the end of the earlier one. */
function mergeInto(
  text: string,
  keyword: SectionKeyword,
  earlier: SectionText,
  later: SectionText,
): readonly TextEdit[] {
  const content = text.slice(later.content.start, later.content.end).trimEnd();
  // What stands on the header's line may lack its dash, which it needs elsewhere.
  const needsDash = keyword !== "INTENT" && /^[ \t]*[^-\s]/.test(content);
  const items = needsDash ? `- ${content.trimStart()}` : content.replace(/^[\r\n]+/, "");
  const moved = [...later.leadingComments, items].filter((line) => line !== "").join("\n");
  const held = text.slice(earlier.content.start, earlier.content.end).trimEnd();
  const end = earlier.content.start + held.length;
  return [
    { span: span(end, end), newText: moved === "" ? "" : `\n${moved}` },
    { span: later.extent, newText: "" },
  ];
}

// ---- order -------------------------------------------------------------------------------------------------------

const rankOf = (section: PlacedSection): number => sectionKeywords.indexOf(section.keyword);

/** Reports the fewest sections whose move brings all into the canonical order. */
function reportMisplaced(
  text: string,
  sections: readonly PlacedSection[],
  reporter: Reporter,
): void {
  const kept = longestOrderedRun(sections);
  sections.forEach((section, index) => {
    if (kept.has(section)) return;
    const rank = rankOf(section);
    const target = sections.find(
      (other, otherIndex) =>
        kept.has(other) && (rankOf(other) > rank || (rankOf(other) === rank && otherIndex > index)),
    );
    const { keyword } = section;
    reporter.report(documentStructureDiagnostics.misplacedSection, section.text.header.span, {
      keyword,
      before: target?.keyword ?? null,
      edits: moveBefore(text, section.text, target?.text ?? null),
    });
  });
}

function moveBefore(
  text: string,
  moved: SectionText,
  target: SectionText | null,
): readonly TextEdit[] {
  const body = text.slice(moved.extent.start, moved.extent.end).trimEnd();
  const at = target === null ? text.length : target.extent.start;
  const newText =
    target === null ? `${endsWithLineBreak(text) ? "" : "\n"}\n${body}\n` : `${body}\n\n`;
  return [
    { span: span(at, at), newText },
    { span: moved.extent, newText: "" },
  ];
}

function endsWithLineBreak(text: string): boolean {
  return text.endsWith("\n") || text.endsWith("\r");
}

interface Run {
  readonly length: number;
  readonly last: PlacedSection | null;
  readonly before: Run | null;
}

/** The largest set of sections that already stand in order, the earliest where there are several. */
function longestOrderedRun(sections: readonly PlacedSection[]): ReadonlySet<PlacedSection> {
  /** The longest run that ends with a section of the rank. */
  const runs: (Run | undefined)[] = sectionKeywords.map(() => undefined);
  let longest: Run = { length: 0, last: null, before: null };
  for (const section of sections) {
    const rank = rankOf(section);
    let before: Run | null = null;
    for (let lower = 0; lower <= rank; lower++) {
      const run = runs[lower];
      if (run !== undefined && run.length > (before?.length ?? 0)) before = run;
    }
    const run: Run = { length: (before?.length ?? 0) + 1, last: section, before };
    runs[rank] = run;
    if (run.length > longest.length) longest = run;
  }
  const kept = new Set<PlacedSection>();
  for (let run: Run | null = longest; run !== null; run = run.before) {
    if (run.last !== null) kept.add(run.last);
  }
  return kept;
}

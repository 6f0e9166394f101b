// The reference parser's reading of lines: which are headers and which begin items. Written for clarity, not for speed,
// and sharing nothing with the splitter that it is compared with.
import type { Node } from "ohm-js";
import { textOf } from "./reference-expressions.ts";
import { omegaGrammar } from "./reference-grammar.ts";
import { semantics } from "./reference-items.ts";
import { type Line, layOutRules, type ReferenceItem } from "./reference-layout.ts";
import { bracketPattern } from "./reference-limits.ts";
import { type SectionKeyword, sectionKeywords } from "./tree.ts";

interface ReferenceSection {
  readonly keyword: SectionKeyword;
  readonly title: string | null;
  readonly headerStart: number;
  readonly headerEnd: number;
  readonly items: readonly ReferenceItem[];
}

/** Something that cannot stand where it does, and what could. */
interface LineFailure {
  readonly offset: number;
  readonly expected: string;
}

export interface ReferenceSuite {
  readonly policy: string;
  readonly start: number;
  readonly end: number;
}

export interface ReferenceLines {
  readonly suite: ReferenceSuite | null;
  readonly sections: readonly ReferenceSection[];
  readonly failures: readonly LineFailure[];
}

interface OpenSection extends Omit<ReferenceSection, "items"> {
  readonly lines: Line[];
}

/** Reads a document's lines. `failures` is not empty where something is wrong with them. */
export function readLines(text: string): ReferenceLines {
  const failures: LineFailure[] = [];
  const sections: OpenSection[] = [];
  let suite: ReferenceLines["suite"] = null;
  for (const line of linesOf(text)) {
    const section = sections[sections.length - 1];
    const written = text.slice(line.start, line.end);
    const policy = policyOf(written);
    const header = headerOf(written);
    if (policy !== null) {
      if (suite === null && section === undefined) {
        suite = { policy, start: line.first, end: line.end };
      } else failures.push({ offset: line.first, expected: "a section" });
    } else if (header !== null) {
      const headerEnd = line.start + header.length;
      const rest = lineAt(text, headerEnd, line.end);
      const lines = header.hasText && rest.first < rest.end ? [rest] : [];
      const { keyword, title } = header;
      sections.push({ keyword, title, headerStart: line.first, headerEnd, lines });
    } else if (section === undefined || omegaGrammar.match(written, "brokenLine").succeeded()) {
      failures.push({ offset: line.first, expected: "a section's header" });
    } else {
      section.lines.push(line);
    }
  }
  const isSuite = suite !== null;
  return {
    suite,
    sections: sections.map(({ lines, ...section }) => {
      return { ...section, items: itemsOf(text, section.keyword, lines) };
    }),
    failures: [...failures, ...(isSuite ? checkSuite(sections) : checkPolicy(sections))],
  };
}

/** The lines that say something: neither blank ones nor comments. */
function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .map(({ index, 0: line }) => {
      // A byte order mark is no part of the first line.
      return lineAt(
        text,
        index === 0 && line.startsWith("\ufeff") ? 1 : index,
        index + line.length,
      );
    })
    .filter(({ first, end }) => first < end && !/^(#|\/\/)/.test(text.slice(first, end)));
}

function lineAt(text: string, start: number, end: number): Line {
  let first = start;
  while (first < end && text.charCodeAt(first) <= 0x20) first++;
  return { start, first, end };
}

// ---- headers -----------------------------------------------------------------------------------------------------

interface Header {
  readonly keyword: SectionKeyword;
  readonly title: string | null;
  /** Of the header within its line. */
  readonly length: number;
  /** Whether what follows on the line is the section's text, not a comment. */
  readonly hasText: boolean;
}

semantics.addOperation<Header | null>("toHeader", {
  headerLine_comment: (header, _blanks, _comment) => headerIn(header, false),
  headerLine_text: (header, _text) => headerIn(header, true),
});

semantics.addOperation<string>("toKeyword", {
  header_capitals: (_blanks, keyword, _title, _colon) => keyword.sourceString,
  header_anyCase: (keyword, _colon) => keyword.sourceString,
});

semantics.addOperation<string>("toTitle", {
  header_capitals: (_blanks, _keyword, title, _colon) => title.sourceString.trim(),
  header_anyCase: (_keyword, _colon) => "",
});

semantics.addOperation<string>("toPolicy", {
  suiteLine: (_start, _before, policy, _behind, _colon, _blanks, _comment) => textOf(policy),
});

function headerIn(header: Node, hasText: boolean): Header | null {
  const written: string = header.toKeyword();
  const title: string = header.toTitle();
  const keyword = sectionKeywords.find((word) => word === written.toUpperCase());
  if (keyword === undefined) return null;
  return {
    keyword,
    title: title === "" ? null : title,
    length: header.sourceString.length,
    hasText,
  };
}

function headerOf(line: string): Header | null {
  const match = omegaGrammar.match(line, "headerLine");
  return match.succeeded() ? semantics(match).toHeader() : null;
}

function policyOf(line: string): string | null {
  const match = omegaGrammar.match(line, "suiteLine");
  return match.succeeded() ? semantics(match).toPolicy() : null;
}

// ---- sections ----------------------------------------------------------------------------------------------------

/** A policy says what it is for and has rules; its sections stand in order, all but RULE and EXAMPLE once. */
function checkPolicy(sections: readonly OpenSection[]): readonly LineFailure[] {
  const failures: LineFailure[] = [];
  for (const keyword of ["INTENT", "RULE"] as const) {
    if (!sections.some((section) => section.keyword === keyword && section.lines.length > 0)) {
      failures.push({ offset: 0, expected: keyword });
    }
  }
  let reached = 0;
  for (const { keyword, headerStart } of sections) {
    const place = sectionKeywords.indexOf(keyword);
    const mayRepeat = keyword === "RULE" || keyword === "EXAMPLE";
    if (place < reached)
      failures.push({ offset: headerStart, expected: "a section that comes later" });
    reached = Math.max(reached, mayRepeat ? place : place + 1);
  }
  return failures;
}

/** A suite holds examples and nothing else. */
function checkSuite(sections: readonly OpenSection[]): readonly LineFailure[] {
  return sections
    .filter(({ keyword }) => keyword !== "EXAMPLE")
    .map(({ headerStart }) => ({ offset: headerStart, expected: "EXAMPLE" }));
}

// ---- items -------------------------------------------------------------------------------------------------------

function itemsOf(
  text: string,
  keyword: SectionKeyword,
  lines: readonly Line[],
): readonly ReferenceItem[] {
  if (keyword === "RULE") return layOutRules(text, lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    if (group !== undefined && (keyword === "INTENT" || !beginsItem(text, line, group)))
      group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => itemIn(text, keyword, group));
}

/** A `-` begins an item, but for the sign of a number in parentheses. */
function beginsItem(text: string, { first }: Line, [opening]: readonly Line[]): boolean {
  if (text.charAt(first) !== "-") return false;
  const before = text.slice(opening?.first ?? first, first);
  const open = [...before.matchAll(bracketPattern)].reduce((depth, [written]) => {
    if (/^[([]$/.test(written)) return depth + 1;
    return /^[)\]]$/.test(written) ? Math.max(depth - 1, 0) : depth;
  }, 0);
  return !(open > 0 && /[0-9]/.test(text.charAt(first + 1)));
}

function itemIn(text: string, keyword: SectionKeyword, lines: readonly Line[]): ReferenceItem {
  const start = lines[0]?.first ?? 0;
  const end =
    start + text.slice(start, lines[lines.length - 1]?.end).replace(/[\0-\x20]+$/, "").length;
  const written = text.slice(start, end);
  if (keyword === "INTENT") {
    // Bullets within it are lines like the others.
    return {
      start,
      end,
      text: written.replace(/(^|[\r\n])([ \t]*)-(?=[ \t])/g, "$1$2 "),
      textStart: start,
      signs: [],
    };
  }
  const dash = /^-?\s*/.exec(written)?.[0].length ?? 0;
  return { start, end, text: written.slice(dash), textStart: start + dash, signs: [] };
}

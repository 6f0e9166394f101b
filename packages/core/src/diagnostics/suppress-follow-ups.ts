// One root cause, one diagnostic: what a later stage says about a rule that could not be read is left out, and so are
// what it misses that may stand in one, and what it thinks of a rule that means nothing.
import type { SourceText } from "../source/source-text.ts";
import { moveSpan, type Span, span } from "../source/span.ts";
import { identifiersIn } from "../syntax/names.ts";
import type {
  BlockItem,
  Document,
  ErrorItem,
  Item,
  Rule,
  SectionKeyword,
  SuiteHeader,
} from "../syntax/tree.ts";
import type { Diagnostic, DiagnosticCode, RelatedPlace } from "./diagnostic.ts";

/** Codes that miss the name they point at, with the sections it may stand in. */
const missingNames: Readonly<Record<string, readonly SectionKeyword[]>> = {
  OM3001: ["IMPORT", "CONTEXT"],
  OM3002: ["IMPORT", "CONTEXT"],
  OM3006: ["RULE"],
  OM3016: ["RULE", "CONSTRAINT"],
  OM3091: ["RULE"],
  OM3093: ["RULE"],
  OM3095: ["RULE"],
  OM3096: ["IMPORT", "CONTEXT", "RULE"],
  OM3097: ["RULE"],
  OM3100: ["IMPORT", "CONTEXT", "RULE", "CONSTRAINT"],
  OM3101: ["RULE"],
  OM3102: ["IMPORT", "CONSTRAINT"],
  OM4050: ["RULE"],
  OM4051: ["RULE"],
  OM4052: ["RULE"],
  OM5003: ["TRACE"],
  OM5009: ["RULE"],
};

/** Codes that miss something else, which any item of these sections may hold. */
const missingItems: Readonly<Record<string, readonly SectionKeyword[]>> = {
  OM3040: ["IMPORT", "CONTEXT"],
  OM3056: ["IMPORT", "CONTEXT"],
  OM3090: ["IMPORT", "ACTOR"],
  OM3092: ["RULE"],
  OM4053: ["RULE"],
  OM5002: ["IMPACT"],
  OM5012: ["IMPORT", "CONSTRAINT"],
};

/** Names that a rule or clause has by its place: one that could not be read may have any of them. */
const namedByPlace = /^[CR][0-9]/;

/** Imports that brought in nothing, or not all. */
const failedImports: readonly string[] = ["OM3020", "OM3021", "OM3023"];

/** Codes that say nothing new where another is drawn: an unreadable TimeZone, and functions that lack one. */
const consequences: readonly (readonly [DiagnosticCode, DiagnosticCode])[] = [["OM3075", "OM3040"]];

/** What judges a rule that means something: its logic, what it owes its readers, whether it answers unknowns. */
const judgement = /^OM(?:4|5|3080)/;

/** What may be said of one name in one place; the first of those drawn says it best. */
const rivals: readonly string[] = ["OM2029", "OM2028", "OM3002"];

/**
 * A document's diagnostics: the parser's (`syntax`) and the findings of later stages, without those that lie in a rule
 * (the innermost one), another item or a header that a syntax error lies in, without those that miss something where
 * there is one, and without judgement on a rule that has an error.
 */
export function suppressFollowUps(
  syntax: readonly Diagnostic[],
  findings: readonly Diagnostic[],
  document: Document,
  { file, text }: SourceText,
): readonly Diagnostic[] {
  if (findings.length === 0) return withoutRivals(syntax);
  const places: Places = { document, known: new Map() };
  const unread = faultyParts(places, syntax);
  const read = findings.filter((finding) => !liesIn(unread, places, finding, file));
  const gaps = gapsOf(unread, text);
  if (read.some(({ code }) => failedImports.includes(code))) gaps.set("IMPORT", "anything");
  const drawn = new Set(read.map(({ code }) => code));
  const found = read.filter(
    (finding) =>
      !mayStandInGap(finding, gaps, file, text) &&
      !consequences.some(([cause, code]) => code === finding.code && drawn.has(cause)),
  );
  const isJudgement = ({ code }: Diagnostic): boolean => judgement.test(code);
  const faulty = faultyParts(
    places,
    found.filter((finding) => !isJudgement(finding)),
  );
  const restsOnFault = (finding: Diagnostic): boolean =>
    [finding, ...finding.related].some((place) => liesIn(faulty, places, place, file)) ||
    finding.related.some((place) => liesIn(unread, places, place, file));
  const judged = found.filter((finding) => !isJudgement(finding) || !restsOnFault(finding));
  return withoutRivals([...syntax, ...judged]);
}

// ---- places ------------------------------------------------------------------------------------------------------

/** What is read, or not, by itself: an item, or the header of a suite. */
interface Place extends Span {
  readonly keyword: SectionKeyword | null;
  readonly item: Item | null;
}

/** The places of a document, which do not overlap; each is made when it is first looked up. */
interface Places {
  readonly document: Document;
  readonly known: Map<Item | SuiteHeader, Place>;
}

/** The place that holds an absolute offset, by bisection. */
function placeAt({ document, known }: Places, offset: number): Place | null {
  const { suiteFor, sections } = document;
  const section = lastFrom(sections, offset, ({ headerSpan }) => headerSpan.start);
  const item = section === null ? null : lastFrom(section.items, offset, ({ start }) => start);
  const found = section === null ? suiteFor : item;
  if (found === null || !holds("body" in found ? found : found.span, offset)) return null;
  const place: Place =
    known.get(found) ??
    ("body" in found
      ? { start: found.start, end: found.end, keyword: section?.keyword ?? null, item: found }
      : { ...found.span, keyword: null, item: null });
  known.set(found, place);
  return place;
}

/** The last of the parts, which stand in order, that begins at the offset or before; null for none. */
function lastFrom<Part>(
  parts: readonly Part[],
  offset: number,
  startOf: (part: Part) => number,
): Part | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && startOf(part) <= offset) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1] ?? null;
}

/** By place, the parts of it that an error lies in. */
type FaultyParts = ReadonlyMap<Place, readonly Span[]>;

function faultyParts(places: Places, diagnostics: readonly Diagnostic[]): FaultyParts {
  const parts = new Map<Place, Span[]>();
  for (const { severity, span: at } of diagnostics) {
    const place = severity === "error" ? placeAt(places, at.start) : null;
    if (place === null) continue;
    const known = parts.get(place) ?? [];
    known.push(partAt(place, at.start));
    parts.set(place, known);
  }
  return parts;
}

function liesIn(
  faulty: FaultyParts,
  places: Places,
  { file: foundIn, span: at }: Diagnostic | RelatedPlace,
  file: string,
): boolean {
  if (faulty.size === 0 || foundIn !== file) return false;
  const place = placeAt(places, at.start);
  const parts = place === null ? undefined : faulty.get(place);
  return parts?.some((part) => holds(part, at.start)) === true;
}

function partAt({ start, end, item }: Place, offset: number): Span {
  const innermost = item === null ? null : innermostRule(item.body, offset - start);
  return innermost === null ? span(start, end) : moveSpan(innermost, start);
}

/** The span of the innermost rule inside a loop that holds the offset; null when no loop's body does. */
function innermostRule(body: Item["body"] | Rule | ErrorItem, offset: number): Span | null {
  if (body.kind !== "for" && body.kind !== "while") return null;
  const inner = body.body.find(({ rule }: BlockItem) => holds(rule.span, offset));
  if (inner === undefined) return null;
  return innermostRule(inner.rule, offset) ?? inner.rule.span;
}

function holds(part: Span, offset: number): boolean {
  return offset >= part.start && offset <= part.end;
}

// ---- gaps --------------------------------------------------------------------------------------------------------

/** By section, the words of what could not be read there. */
type Gaps = Map<SectionKeyword | null, Set<string> | "anything">;

function gapsOf(unread: FaultyParts, text: string): Gaps {
  const gaps: Gaps = new Map();
  for (const [{ keyword }, parts] of unread) {
    const words = gaps.get(keyword) ?? new Set();
    gaps.set(keyword, words);
    if (words === "anything") continue;
    for (const { start, end } of mergedSpans(parts)) {
      for (const word of identifiersIn(text.slice(start, end))) words.add(word);
    }
  }
  return gaps;
}

/** The spans without repetitions, so that many mistakes of one item cost no more than one. */
function mergedSpans(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((one) => [`${one.start} ${one.end}`, one])).values()];
}

/** Whether what a finding misses may stand in what could not be read. */
function mayStandInGap(
  { code, span: at, file: foundIn }: Diagnostic,
  gaps: Gaps,
  file: string,
  text: string,
): boolean {
  const opened = (keyword: SectionKeyword): boolean => gaps.has(keyword);
  if (missingItems[code]?.some(opened) === true) return true;
  const sections = missingNames[code]?.filter(opened);
  if (sections === undefined || sections.length === 0) return false;
  const name = foundIn === file ? identifiersIn(text.slice(at.start, at.end))[0] : undefined;
  return sections.some((keyword) => {
    const words = gaps.get(keyword);
    if (name === undefined || namedByPlace.test(name) || words === "anything") return true;
    return words?.has(name) === true;
  });
}

// ---- names -------------------------------------------------------------------------------------------------------

function withoutRivals(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!diagnostics.some(({ code }) => rivals.includes(code))) return diagnostics;
  const best = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const rank = rivals.indexOf(diagnostic.code);
    const place = placeKey(diagnostic);
    if (rank !== -1) best.set(place, Math.min(rank, best.get(place) ?? rank));
  }
  return diagnostics.filter((diagnostic) => {
    const rank = rivals.indexOf(diagnostic.code);
    return rank === -1 || best.get(placeKey(diagnostic)) === rank;
  });
}

function placeKey({ file, span: { start, end } }: Diagnostic): string {
  return `${file} ${start} ${end}`;
}

// One root cause, one diagnostic: what a later stage says about a rule that could not be read is left out, and so is
// what it misses that may stand in one.
import { moveSpan, type Span, span } from "../source/span.ts";
import type { BlockItem, Document, ErrorItem, Item, Rule, SectionKeyword } from "../syntax/tree.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Codes that say that something is nowhere, with the sections it may stand in. */
const absences: Readonly<Record<string, readonly SectionKeyword[]>> = {
  OM3001: ["IMPORT", "CONTEXT"],
  OM3002: ["IMPORT", "CONTEXT"],
  OM3006: ["RULE"],
  OM3016: ["RULE", "CONSTRAINT"],
  OM3040: ["IMPORT", "CONTEXT"],
  OM3056: ["IMPORT", "CONTEXT"],
  OM3090: ["IMPORT", "ACTOR"],
  OM3091: ["RULE"],
  OM3092: ["RULE"],
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
  OM4053: ["RULE"],
  OM5002: ["IMPACT"],
  OM5003: ["TRACE"],
  OM5009: ["RULE"],
  OM5012: ["IMPORT", "CONSTRAINT"],
};

/** Imports that brought in nothing, or not all. */
const failedImports: readonly string[] = ["OM3020", "OM3021", "OM3023"];

/**
 * The findings of later stages without those that lie in a rule (the innermost one), another item or a header that a
 * syntax error lies in, and without those that miss something where there is one. `syntax` are the parser's diagnostics
 * of the same document.
 */
export function suppressFollowUps(
  findings: readonly Diagnostic[],
  syntax: readonly Diagnostic[],
  document: Document,
  file: string,
): readonly Diagnostic[] {
  const places = placesOf(document);
  const unread = new Map<Place, Span[]>();
  const gaps = new Set<SectionKeyword>();
  for (const { severity, span: at } of syntax) {
    const place = severity === "error" ? placeAt(places, at.start) : null;
    if (place === null) continue;
    unread.set(place, [...(unread.get(place) ?? []), unreadPart(place, at.start)]);
    if (place.keyword !== null) gaps.add(place.keyword);
  }
  const apart = findings.filter((finding) => {
    const place = finding.file === file ? placeAt(places, finding.span.start) : null;
    const parts = place === null ? undefined : unread.get(place);
    return parts?.some((part) => holds(part, finding.span.start)) !== true;
  });
  if (apart.some(({ code }) => failedImports.includes(code))) gaps.add("IMPORT");
  return apart.filter(({ code }) => absences[code]?.some((keyword) => gaps.has(keyword)) !== true);
}

/** What is read, or not, by itself: an item, or the header of a suite. */
interface Place extends Span {
  readonly keyword: SectionKeyword | null;
  readonly item: Item | null;
}

/** The places of a document, in order; they do not overlap. */
function placesOf({ suiteFor, sections }: Document): readonly Place[] {
  const items = sections.flatMap(({ keyword, items: own }) =>
    own.map((item): Place => ({ ...span(item.start, item.end), keyword, item })),
  );
  return suiteFor === null ? items : [{ ...suiteFor.span, keyword: null, item: null }, ...items];
}

/** The place that holds an absolute offset, by bisection. */
function placeAt(places: readonly Place[], offset: number): Place | null {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return place !== undefined && holds(place, offset) ? place : null;
}

function unreadPart({ start, end, item }: Place, offset: number): Span {
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

// What REVIEW says, read once for the check of overdue reviews and for whoever lists them.
import { moveSpan, type Span } from "../source/span.ts";
import { lowerCase } from "../source/unicode.ts";
import type { Document } from "../syntax/tree.ts";
import {
  nextReview,
  type ReviewInterval,
  readDate,
  readReviewInterval,
} from "./review-interval.ts";

/** An entry as written, with the absolute place of its text. */
interface ReviewEntry {
  readonly text: string;
  readonly span: Span;
}

export interface Review {
  readonly headerSpan: Span;
  readonly interval: ReviewEntry | null;
  readonly lastReviewed: ReviewEntry | null;
  readonly owner: ReviewEntry | null;
  /** What a review looks at, or what calls for one before its time. */
  readonly criteria: readonly ReviewEntry[];
  /** The interval as a length; null where there is none or it cannot be read. */
  readonly every: ReviewInterval | null;
  /** The date of the last review, `2026-05-01`; null where there is none or it cannot be read. */
  readonly last: string | null;
  /** The date the next review is due; null where that cannot be told. */
  readonly due: string | null;
}

/** What the document says of its reviews; null without a REVIEW section. Labels are read in any case. */
export function reviewOf(document: Document): Review | null {
  const section = document.sections.find(({ keyword }) => keyword === "REVIEW");
  if (section === undefined) return null;
  const entries = new Map<string, ReviewEntry>();
  const criteria: ReviewEntry[] = [];
  for (const { body, start } of section.items) {
    if (body.kind !== "labelled") continue;
    const label = lowerCase(body.label.text).replace(/[\s_-]/gu, "");
    const { text } = body;
    const at = text === "" ? body.span : body.textSpan;
    const entry = { text, span: moveSpan(at, start) };
    if (label === "criteria") criteria.push(entry);
    else if (!entries.has(label)) entries.set(label, entry);
  }
  const interval = entries.get("interval") ?? null;
  const lastReviewed = entries.get("lastreviewed") ?? null;
  const every = interval === null ? null : readReviewInterval(interval.text);
  const last = lastReviewed === null ? null : readDate(lastReviewed.text);
  return {
    headerSpan: section.headerSpan,
    interval,
    lastReviewed,
    owner: entries.get("owner") ?? null,
    criteria,
    every,
    last,
    due: every === null || last === null ? null : nextReview(last, every),
  };
}

// The next review of a document, as its REVIEW section plans it.
import {
  createSourceText,
  intentOf,
  parse,
  positionAt,
  type Review,
  type ReviewInterval,
  reviewOf,
} from "@omega/core";
import type { OpenDocument } from "./open-document.ts";

export interface PlannedReview {
  /** The document, as messages name it, and from its project's root. */
  readonly path: string;
  readonly projectPath: string;
  /** Where REVIEW stands, from 1; 1 without such a section. */
  readonly line: number;
  readonly intent: string;
  /** `2026-05-31`; null where it cannot be told, for the reason in `problem`. */
  readonly due: string | null;
  /** Days from today until then; negative when the review is overdue, null without a date. */
  readonly daysLeft: number | null;
  readonly every: ReviewInterval | null;
  /** The interval in the author's words. */
  readonly interval: string | null;
  readonly lastReviewed: string | null;
  readonly owner: string | null;
  readonly criteria: readonly string[];
  readonly problem: string | null;
}

/**
 * The next review of a document, counted from `today` (`2026-05-01`). Null for what is no policy: a suite, and a module
 * without rules or a REVIEW section. The document may have mistakes elsewhere.
 */
export function planReview(
  { file, text, options }: OpenDocument,
  today: string,
): PlannedReview | null {
  const { document } = parse(text, options.file);
  const review = reviewOf(document);
  const hasRules = document.sections.some(({ keyword }) => keyword === "RULE");
  if (document.suiteFor !== null || (review === null && !hasRules)) return null;
  const due = review?.due ?? null;
  return {
    path: file.path,
    projectPath: options.file,
    line:
      review === null
        ? 1
        : positionAt(createSourceText(text, options.file), review.headerSpan.start).line,
    intent: intentOf(document),
    due,
    daysLeft: due === null ? null : daysBetween(today, due),
    every: review?.every ?? null,
    interval: review?.interval?.text ?? null,
    lastReviewed: review?.last ?? null,
    owner: review?.owner?.text ?? null,
    criteria: review?.criteria.map((entry) => entry.text) ?? [],
    problem: due === null ? problemOf(review) : null,
  };
}

function problemOf(review: Review | null): string {
  if (review === null) return "has no REVIEW section";
  const { interval, every, lastReviewed, last } = review;
  if (interval === null) return "says no Interval";
  if (every === null) return `says \`Interval: ${interval.text}\`, which names no length of time`;
  if (lastReviewed === null) return "says no LastReviewed";
  if (last === null) return `says \`LastReviewed: ${lastReviewed.text}\`, which is no date`;
  return "is due on a day that no calendar has";
}

const MILLISECONDS_PER_DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY);
}

/** By date, what has none at the end; then by path. */
export function byDueDate(first: PlannedReview, second: PlannedReview): number {
  const [a, b] = [first, second].map(({ due, path }) => `${due ?? "9999-99-99"} ${path}`);
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}

// Planned reviews: as a table for people, a line each, and for programs.
import type { PlannedReview } from "../input/planned-review.ts";
import { displayWidth, visible } from "./display-text.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** How a review stands, seen from today. */
type Standing = "overdue" | "due" | "later" | "unplanned";

/** What is due within so many days is shown as such. */
const SOON_DAYS = 30;

function standingOf({ daysLeft }: Pick<PlannedReview, "daysLeft">): Standing {
  if (daysLeft === null) return "unplanned";
  if (daysLeft < 0) return "overdue";
  return daysLeft <= SOON_DAYS ? "due" : "later";
}

/** A row for each review and its criteria under it, then the documents that plan none. */
export function printReviews(
  reviews: readonly PlannedReview[],
  style: Style,
  width: number,
): string {
  const planned = reviews.filter(({ due }) => due !== null);
  const unplanned = reviews.filter(({ due }) => due === null);
  const table = planned.map((review) => ({
    review,
    cells: [review.due ?? "", style.phrase(untilOf(review)), visible(review.path)],
  }));
  const titles = ["DUE", "IN", "DOCUMENT"].map(style.phrase);
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...table.map(({ cells }) => displayWidth(cells[column] ?? ""))),
  );
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell)))
      .join("  ")
      .trimEnd();
  const indent = 12;
  const lines = [
    ...(planned.length === 0 ? [] : [style.dim(row(titles))]),
    ...table.flatMap(({ review, cells }) => [
      paintOf(review, style)(row(cells)),
      ...notesOf(review, style).map((note) =>
        style.dim(
          `${" ".repeat(indent)}${wrapIndented(visible(note), width, note.startsWith("- ") ? indent + 2 : indent, indent)}`,
        ),
      ),
    ]),
    ...(planned.length === 0 || unplanned.length === 0 ? [] : [""]),
    ...unplanned.map(
      ({ path, problem }) =>
        `${wrapIndented(visible(`${path} ${style.phrase(problem ?? "")}`), width, 2, 0)}`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function notesOf(review: PlannedReview, { phrase }: Style): readonly string[] {
  const { interval, criteria, lastReviewed } = review;
  return [
    `${review.owner ?? phrase(ownerOf(review))}; ${interval ?? ""}, ${phrase(`last reviewed ${lastReviewed ?? ""}`)}`,
    ...criteria.map((text) => `- ${text}`),
  ];
}

function ownerOf({ owner }: PlannedReview): string {
  return owner ?? "nobody named";
}

function untilOf({ daysLeft }: PlannedReview): string {
  if (daysLeft === null) return "";
  if (daysLeft === 0) return "today";
  return daysLeft < 0 ? `${countOf(-daysLeft, "day")} ago` : countOf(daysLeft, "day");
}

function paintOf(review: PlannedReview, style: Style): (text: string) => string {
  switch (standingOf(review)) {
    case "overdue":
      return style.red;
    case "due":
      return style.yellow;
    case "later":
    case "unplanned":
      return (text) => text;
  }
}

/** One line for each document. */
export function printCompactReviews(reviews: readonly PlannedReview[], style: Style): string {
  return reviews
    .map((review) => {
      const { path, line, due, problem } = review;
      const said =
        due === null
          ? `unplanned: ${problem ?? ""}`
          : `${standingOf(review)} ${due}: ${untilOf(review)}, ${ownerOf(review)}`;
      return `${visible(path)}:${line}:1: ${paintOf(review, style)(visible(said))}\n`;
    })
    .join("");
}

/** `review --format json`. The shape is public; version it when it changes. */
export function reviewsJson(reviews: readonly PlannedReview[], today: string): string {
  const listed = reviews.map(({ projectPath: _, ...review }) => ({
    ...review,
    status: standingOf(review),
  }));
  return `${JSON.stringify({ schemaVersion: 1, today, reviews: listed, summary: countStandings(reviews) })}\n`;
}

/** `1 overdue, 2 due within 30 days, 4 later, 1 unplanned`; of reviews up to `horizon`, if any are left out. */
export function describeReviews(
  reviews: readonly PlannedReview[],
  horizon: string | null,
  style: Style,
): string {
  if (reviews.length === 0) {
    return horizon === null ? "no reviews\n" : `no review is due by ${horizon}\n`;
  }
  const { overdue, due, later, unplanned } = countStandings(reviews);
  const parts = [
    overdue === 0 ? "" : style.red(`${overdue} overdue`),
    due === 0 ? "" : style.yellow(`${due} due within ${SOON_DAYS} days`),
    later === 0 ? "" : style.green(`${later} later`),
    unplanned === 0 ? "" : `${unplanned} not planned`,
  ];
  return `${style.bold(parts.filter((part) => part !== "").join(", "))}\n`;
}

function countStandings(
  reviews: readonly Pick<PlannedReview, "daysLeft">[],
): Readonly<Record<Standing, number>> {
  const counts = { overdue: 0, due: 0, later: 0, unplanned: 0 };
  for (const review of reviews) counts[standingOf(review)]++;
  return counts;
}

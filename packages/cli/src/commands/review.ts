// `omegac review`: when policies are to be looked at again, and by whom.
import { nextReview, readReviewInterval } from "@omega/core";
import { breathe } from "../breathe.ts";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { findFiles } from "../input/find-files.ts";
import { createDocumentOpener } from "../input/open-document.ts";
import { byDueDate, type PlannedReview, planReview } from "../input/planned-review.ts";
import { readToday, todayOption } from "../input/read-today.ts";
import {
  describeReviews,
  printCompactReviews,
  printReviews,
  reviewsJson,
} from "../output/print-reviews.ts";
import { reviewsCalendar } from "../output/reviews-calendar.ts";

export const reviewCommand = defineCommand(
  {
    name: "review",
    summary: "list the reviews that policies are due for, or put them in a calendar",
    operands: { usage: "[PATH…]", minimum: 0, maximum: Number.POSITIVE_INFINITY },
    options: {
      within: {
        kind: "text",
        placeholder: "TIME",
        summary: "only what is overdue or due within this time: 30d, 6 weeks, 3 months",
      },
      ...todayOption,
      format: {
        kind: "choice",
        choices: ["pretty", "compact", "json", "ics"],
        default: "pretty",
        summary: "how to print; ics is an iCalendar file",
      },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Reads Interval and LastReviewed in the REVIEW section of documents, folders and patterns; without any, of the working folder. What is overdue comes first, and makes the exit status 1.",
      "The calendar has an event for each review, repeated at its interval where every month has the day; taken in again, it replaces the one before.",
    ],
    examples: [
      { line: "omegac review --within 30d policies/", meaning: "what is to be done this month" },
      { line: "omegac review --format ics > reviews.ics", meaning: "for a calendar" },
    ],
  },
  async (session, operands, options) => {
    const today = readToday(session, options.today);
    const horizon = options.within === null ? null : readHorizon(options.within, today);
    const found = await findFiles(
      operands.length === 0 ? ["."] : operands,
      session.host.folder,
      options["stdin-filename"],
    );
    const problems = [...found.problems];
    const open = createDocumentOpener(session);
    const all: PlannedReview[] = [];
    for (const file of found.files) {
      const document = await open(file);
      if (typeof document === "string") problems.push(document);
      else {
        const review = planReview(document, today);
        if (review !== null) all.push(review);
      }
      await breathe();
    }
    const reviews = all
      .filter(({ due }) => horizon === null || (due !== null && due <= horizon))
      .sort(byDueDate);
    switch (options.format) {
      case "pretty":
        await session.print(printReviews(reviews, session.style, session.width));
        break;
      case "compact":
        await session.print(printCompactReviews(reviews, session.style));
        break;
      case "json":
        await session.print(reviewsJson(reviews, today));
        break;
      case "ics": {
        const stamp = options.today === null ? session.host.now() : Date.parse(today);
        await session.print(reviewsCalendar(reviews, stamp));
      }
    }
    if (options.format !== "json") {
      const cut = reviews.length < all.length ? horizon : null;
      await session.note(describeReviews(reviews, cut, session.errorStyle));
    }
    for (const problem of problems) await session.complain(`error: ${problem}\n`);
    if (problems.length > 0) return exitCode.usage;
    const isOverdue = reviews.some(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
    return isOverdue ? exitCode.findings : exitCode.clean;
  },
);

/** The last date within a time from today. */
function readHorizon(within: string, today: string): string {
  const length = readReviewInterval(within);
  const horizon = length === null ? null : nextReview(today, length);
  if (horizon !== null) return horizon;
  throw new Failure(`\`--within ${within}\` is no length of time`, "write it like 30d or 3 months");
}

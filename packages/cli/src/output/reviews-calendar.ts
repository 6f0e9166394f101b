// Planned reviews as iCalendar (RFC 5545), for any calendar that can subscribe to a file or take one in.
import { createHash } from "node:crypto";
import type { ReviewInterval } from "@omega/core";
import type { PlannedReview } from "../input/planned-review.ts";

/**
 * The calendar: an all-day event for each review that has a date, repeated where its interval is regular. `stamp` is when it was
 * made, in milliseconds since 1970.
 */
export function reviewsCalendar(reviews: readonly PlannedReview[], stamp: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//OMEGA//omegac review//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Policy reviews",
    ...reviews.flatMap((review) => event(review, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function event(review: PlannedReview, stamp: number): readonly string[] {
  const { path, due, every, intent, owner, interval, lastReviewed, criteria } = review;
  if (due === null || every === null || lastReviewed === null) return [];
  const description = [
    intent,
    `Owner: ${owner ?? "nobody named"}`,
    `Interval: ${interval ?? ""}`,
    `Last reviewed: ${lastReviewed}`,
    ...criteria.map((text) => `Criteria: ${text}`),
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${identify(review)}`,
    `DTSTAMP:${utc(stamp)}`,
    // A later review counts as a later version of the event, so that calendars take it for the same.
    `SEQUENCE:${daysSince1970(lastReviewed)}`,
    `DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`,
    ...recurrence(every, due),
    `SUMMARY:${escapeText(`Review ${path}`)}`,
    `DESCRIPTION:${escapeText(description.filter((text) => text !== "").join("\n"))}`,
    "CATEGORIES:OMEGA",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The same for a document however often it is reviewed; two projects have no document of one name and one purpose. */
function identify({ projectPath, intent }: PlannedReview): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([projectPath, intent]))
    .digest("hex");
  return `${hash.slice(0, 32)}@review.omega`;
}

/**
 * As core counts, where hours are whole days. None for a day that some months lack: core takes their last, and rules that
 * say so are read differently by different calendars.
 */
function recurrence({ unit, count }: ReviewInterval, due: string): readonly string[] {
  switch (unit) {
    case "hours":
      return [`RRULE:FREQ=DAILY;INTERVAL=${Math.ceil(count / 24)}`];
    case "days":
      return [`RRULE:FREQ=DAILY;INTERVAL=${count}`];
    case "months":
      return Number(due.slice(-2)) > 28 ? [] : [`RRULE:FREQ=MONTHLY;INTERVAL=${count}`];
  }
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, "");
}

function daysSince1970(date: string): number {
  return Math.max(0, Math.floor(Date.parse(date) / 86_400_000));
}

/** Section 3.3.11: TEXT. Control characters have no place in it. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** Section 3.1: lines of at most 75 octets, each further one behind a space; no character is cut. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}

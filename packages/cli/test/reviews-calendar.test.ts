// The calendar of reviews as other programs read it: ical.js parses it, whatever a document says.
import { nextReview } from "@omega/core";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { PlannedReview } from "../src/input/planned-review.ts";
import { reviewsCalendar } from "../src/output/reviews-calendar.ts";

const stamp = Date.parse("2026-11-21T08:30:00Z");

const review: PlannedReview = {
  path: "cell.omni",
  projectPath: "policies/cell.omni",
  line: 30,
  intent: "Keep people unhurt.",
  due: "2026-11-30",
  daysLeft: 9,
  every: { unit: "months", count: 3 },
  interval: "3 Months",
  lastReviewed: "2026-08-31",
  owner: "Plant safety",
  criteria: ["near misses"],
  problem: null,
};

function eventOf(one: PlannedReview): InstanceType<typeof ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(reviewsCalendar([one], stamp)));
  const event = calendar.getFirstSubcomponent("vevent");
  if (event === null) throw new Error("the calendar holds no event");
  return new ICAL.Event(event);
}

/** The dates of the first occurrences. */
function datesOf(one: PlannedReview, count: number): readonly string[] {
  const occurrences = eventOf(one).iterator();
  return Array.from({ length: count }, () => occurrences.next().toString());
}

describe("a calendar", () => {
  test("says what is reviewed, when and by whom", () => {
    const event = eventOf(review);
    expect(event.summary).toBe("Review cell.omni");
    expect(event.startDate.toString()).toBe("2026-11-30");
    expect(event.startDate.isDate).toBe(true);
    expect(event.description).toBe(
      "Keep people unhurt.\nOwner: Plant safety\nInterval: 3 Months\nLast reviewed: 2026-08-31\nCriteria: near misses",
    );
    expect(event.component.getFirstPropertyValue("dtstamp")?.toString()).toBe(
      "2026-11-21T08:30:00Z",
    );
  });

  test("leaves out what has no date", () => {
    const calendar = reviewsCalendar([{ ...review, due: null, every: null }], stamp);
    expect(calendar).not.toContain("VEVENT");
    expect(ICAL.parse(calendar)[0]).toBe("vcalendar");
  });

  test("knows an event again after the review, as a later version", () => {
    const before = eventOf(review);
    const after = eventOf({ ...review, due: "2027-02-28", lastReviewed: "2026-11-30" });
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(eventOf({ ...review, projectPath: "other.omni" }).uid).not.toBe(before.uid);
  });
});

test("reviews recur on the days that core counts", () => {
  expect(eventOf(review).isRecurring()).toBe(false);
  expect(datesOf({ ...review, every: { unit: "hours", count: 36 } }, 2)).toEqual([
    "2026-11-30",
    "2026-12-02",
  ]);
  const intervals = fc.record({
    unit: fc.constantFrom("days" as const, "months" as const),
    count: fc.integer({ min: 1, max: 36 }),
  });
  const dates = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const isInEveryMonth = (date: string): boolean => Number(date.slice(-2)) <= 28;
  fc.assert(
    fc.property(intervals, dates, (every, due) => {
      fc.pre(every.unit === "days" || isInEveryMonth(due));
      const counted = [0, 1, 2].map((turns) =>
        turns === 0 ? due : nextReview(due, { ...every, count: every.count * turns }),
      );
      expect(datesOf({ ...review, every, due }, 3)).toEqual(counted);
    }),
  );
});

test("no text breaks the calendar, and no line is longer than 75 octets", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (path, intent) => {
      const one = { ...review, path, intent: `${intent};,\\n\n\r\n${path}` };
      const calendar = reviewsCalendar([one], stamp);
      for (const line of calendar.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const event = eventOf(one);
      const said = Buffer.from(intent).toString().replace(/\r\n?/g, "\n");
      expect(event.description).toContain(said.replace(/(?!\n)\p{Cc}/gu, " "));
      expect(event.startDate.toString()).toBe("2026-11-30");
    }),
  );
});

// Review intervals in the words that policies use, and the dates that follow from them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextReview, readDate, readReviewInterval } from "./review-interval.ts";

describe("readReviewInterval", () => {
  test.each([
    ["Daily", "1 days"],
    ["Harian", "1 days"],
    ["Mingguan", "7 days"],
    ["Bulanan", "1 months"],
    ["Triwulanan", "3 months"],
    ["Tahunan", "12 months"],
    ["30 Days", "30 days"],
    ["3 Months", "3 months"],
    ["Setiap 24 Jam", "24 hours"],
    ["Setiap 6 Bulan", "6 months"],
    ["setiap bulan", "1 months"],
    ["tiap dua minggu", "14 days"],
    ["setahun sekali", "12 months"],
    ["enam bulan sekali", "6 months"],
    ["every three months", "3 months"],
    ["once a year", "12 months"],
    ["Annually", "12 months"],
    ["quarterly", "3 months"],
    ["30d", "30 days"],
    ["24h", "24 hours"],
    ["2wk", "14 days"],
    ["twelve-month", "12 months"],
    ["3 Months, and after every incident", "3 months"],
    ["3 months or after any incident", "3 months"],
    ["30 Days (at the latest)", "30 days"],
    ["6 Months.", "6 months"],
  ])("%s", (text, expected) => {
    const interval = readReviewInterval(text);
    expect(interval === null ? null : `${interval.count} ${interval.unit}`).toBe(expected);
  });

  test.each([
    "",
    "now and then",
    "0 Days",
    "30",
    "Days of rest",
    "1.5 years",
    "-3 Months",
    "every",
    "99999 years",
    "constructor",
  ])("%s is none", (text) => {
    expect(readReviewInterval(text)).toBeNull();
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const interval = readReviewInterval(text);
        expect(interval === null || interval.count > 0).toBe(true);
      }),
    );
  });
});

describe("nextReview", () => {
  test.each([
    ["2026-01-31", "Monthly", "2026-02-28"],
    ["2028-01-31", "Monthly", "2028-02-29"],
    ["2026-11-30", "3 Months", "2027-02-28"],
    ["2026-12-15", "Yearly", "2027-12-15"],
    ["2026-12-25", "Weekly", "2027-01-01"],
    ["2026-05-01", "Setiap 24 Jam", "2026-05-02"],
    ["2026-05-01", "30 hours", "2026-05-03"],
  ])("%s, %s: %s", (last, words, due) => {
    const interval = readReviewInterval(words);
    expect(interval === null ? null : nextReview(last, interval)).toBe(due);
  });

  test("past the last year there is none", () => {
    expect(nextReview("9999-12-31", { unit: "months", count: 1 })).toBeNull();
    expect(nextReview("9999-12-31", { unit: "days", count: 1 })).toBeNull();
    expect(nextReview("some day", { unit: "days", count: 1 })).toBeNull();
  });

  test("a review is due after the last one, and later the longer the interval", () => {
    const day = fc.date({
      min: new Date("1970-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("hours", "days", "months"),
        fc.integer({ min: 1, max: 500 }),
        (at, unit, count) => {
          const last = at.toISOString().slice(0, 10);
          const due = nextReview(last, { unit, count }) ?? "";
          expect(due > last).toBe(true);
          expect((nextReview(last, { unit, count: count + 1 }) ?? "") >= due).toBe(true);
        },
      ),
    );
  });
});

test("readDate", () => {
  expect(readDate("2026-05-01")).toBe("2026-05-01");
  expect(readDate(" 2026-05-01T08:00:00Z")).toBe("2026-05-01");
  expect(readDate("2026-05-01 by the safety board")).toBe("2026-05-01");
  expect(readDate("2026-02-30")).toBeNull();
  expect(readDate("2026-05-011")).toBeNull();
  expect(readDate("1 May 2026")).toBeNull();
});

// How often a policy is to be reviewed, as REVIEW says it in English or Indonesian, and the date that makes due.
import { lowerCase } from "../source/unicode.ts";
import { civilDate, formatInstant, isInstant, parseInstant } from "../std/instant.ts";

/** A length of time between reviews. Weeks are days; quarters and years are months. */
export interface ReviewInterval {
  readonly unit: "hours" | "days" | "months";
  /** Whole, from 1. */
  readonly count: number;
}

type Length = readonly [unit: ReviewInterval["unit"], count: number];

const units: Readonly<Record<string, Length>> = {
  ...named(["hours", 1], "hour hours hr hrs h jam"),
  ...named(["days", 1], "day days d hari"),
  ...named(["days", 7], "week weeks wk wks w minggu pekan"),
  ...named(["months", 1], "month months mo bulan"),
  ...named(["months", 3], "quarter quarters triwulan kuartal"),
  ...named(["months", 6], "semester semesters"),
  ...named(["months", 12], "year years yr yrs y tahun"),
};

const periods: Readonly<Record<string, Length>> = {
  ...named(["hours", 1], "hourly sejam"),
  ...named(["days", 1], "daily harian sehari"),
  ...named(["days", 7], "weekly mingguan pekanan seminggu sepekan"),
  ...named(["days", 14], "fortnight fortnightly"),
  ...named(["months", 1], "monthly bulanan sebulan"),
  ...named(["months", 3], "quarterly triwulanan kuartalan"),
  ...named(["months", 6], "semiannual semiannually semesteran"),
  ...named(["months", 12], "yearly annual annually tahunan setahun"),
  ...named(["months", 24], "biennial biennially"),
};

const numbers: ReadonlyMap<string, number> = new Map(
  [
    "one satu",
    "two dua",
    "three tiga",
    "four empat",
    "five lima",
    "six enam",
    "seven tujuh",
    "eight delapan",
    "nine sembilan",
    "ten sepuluh",
    "eleven sebelas",
    "twelve duabelas",
  ].flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
);

/** Words that may stand before the length: `every 30 days`, `once a year`, `setiap 6 bulan`. */
const openers = new Set("every each once per a an at least setiap tiap sekali".split(" "));
/** Words that may follow it: `3 months or after any incident`, `enam bulan sekali`. */
const followers = new Set(
  "sekali or and after from since atau dan setelah sesudah sejak".split(" "),
);

function named(length: Length, words: string): Readonly<Record<string, Length>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, length]));
}

const most = 10_000;

/**
 * The interval that a text such as `30 Days`, `Monthly`, `every 3 months` or `Setiap 24 Jam` names; null where it names
 * none that is known.
 */
export function readReviewInterval(text: string): ReviewInterval | null {
  const [phrase = ""] = lowerCase(text.trim()).split(/[,;(]|\.(?:\s|$)/u);
  const words = phrase
    .replace(/(\d)(\p{L})/gu, "$1 $2")
    .replace(/([\p{L}\d])-(?=\p{L})/gu, "$1 ")
    .split(/[\s_]+/u)
    .filter((word) => word !== "");
  const start = words.findIndex((word) => !openers.has(word));
  if (start < 0) return null;
  const [first = "", second = ""] = words.slice(start);
  const count = numbers.get(first) ?? (/^\d{1,5}$/u.test(first) ? Number(first) : null);
  const length =
    count === null ? (lengthOf(periods, first) ?? lengthOf(units, first)) : lengthOf(units, second);
  const rest = words[start + (count === null ? 1 : 2)];
  if (length === null || (rest !== undefined && !followers.has(rest))) return null;
  const total = (count ?? 1) * length[1];
  return total < 1 || total > most ? null : { unit: length[0], count: total };
}

function lengthOf(table: Readonly<Record<string, Length>>, word: string): Length | null {
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}

/** The date that a text begins with, as `2026-05-01`; null where it begins with none. */
export function readDate(text: string): string | null {
  const [, date] = /^(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(text.trim()) ?? [];
  return date === undefined || instantOf(date) === null ? null : date;
}

/** The date on which the next review is due. Null where that is no date, or `last` is none. */
export function nextReview(last: string, interval: ReviewInterval): string | null {
  const at = instantOf(last);
  if (at === null) return null;
  switch (interval.unit) {
    case "hours":
      return dateOf(at + Math.ceil(interval.count / 24) * millisecondsPerDay);
    case "days":
      return dateOf(at + interval.count * millisecondsPerDay);
    case "months":
      return addMonths(at, interval.count);
  }
}

const millisecondsPerDay = 86_400_000;

function instantOf(date: string): number | null {
  return parseInstant(`${date}T00:00:00Z`);
}

function dateOf(milliseconds: number): string | null {
  if (!isInstant(milliseconds)) return null;
  return formatInstant(milliseconds).slice(0, "2026-05-01".length);
}

/** The same day of a later month, or that month's last. */
function addMonths(milliseconds: number, count: number): string | null {
  const { year, month, day } = civilDate(milliseconds, 0);
  const months = month - 1 + count;
  const target = `${digits(year + Math.floor(months / 12), 4)}-${digits((months % 12) + 1, 2)}`;
  for (let last = day; last >= 28; last--) {
    if (instantOf(`${target}-${digits(last, 2)}`) !== null) return `${target}-${digits(last, 2)}`;
  }
  return instantOf(`${target}-${digits(day, 2)}`) === null ? null : `${target}-${digits(day, 2)}`;
}

const digits = (number: number, width: number): string => String(number).padStart(width, "0");

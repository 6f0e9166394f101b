// Instants, offsets and civil dates as plain arithmetic on integer epoch milliseconds: the ground under std::time
// and under time values read from documents and contexts. No Date, no clock, no time-zone database.

/** A moment as a calendar and a clock at some offset show it. Months 1–12, weekdays from 1, Monday, to 7, Sunday. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
}

/** What an instant can be cut down to. Weeks begin on Monday. */
export const truncationUnits = [
  "year",
  "month",
  "week",
  "day",
  "hour",
  "minute",
  "second",
] as const;
export type TruncationUnit = (typeof truncationUnits)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 0001-01-01T00:00:00.000Z. */
export const earliestInstant = -62_135_596_800_000;
/** 9999-12-31T23:59:59.999Z. */
export const latestInstant = 253_402_300_799_999;

/** Whether the number is an instant: integer milliseconds, in the years 0001 to 9999 of UTC. */
export function isInstant(milliseconds: number): boolean {
  return (
    Number.isInteger(milliseconds) &&
    milliseconds >= earliestInstant &&
    milliseconds <= latestInstant
  );
}

// --- calendar -----------------------------------------------------------------------------------------------------

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. Years are counted from March, so that a leap day is the last. */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function civilFromDays(days: number): CalendarDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// --- reading and writing ------------------------------------------------------------------------------------------

const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/u;

/**
 * The instant that an ISO 8601 text names, as epoch milliseconds, or null if it names none.
 *
 * Read are `2026-05-01`, `2026-05-01T08:00`, `2026-05-01T08:00:30` and `2026-05-01T08:00:30.125`, the last three also
 * with `Z`, `+07:00`, `+0700` or `+07` after them; `t`, `z` and a comma for the dot, as RFC 3339 and ISO 8601 allow.
 * Digits beyond the millisecond are cut off. Without an offset in the text `offsetMinutes` holds; where that is
 * missing too, a date is midnight UTC and a date with a time is null, for nothing says which instant is meant.
 * Null too are dates that do not exist, hour 24, second 60, and instants outside the years 0001 to 9999 of UTC.
 */
export function parseInstant(text: string, offsetMinutes?: number): number | null {
  return parseWritten(text) ?? parseAnyForm(text, offsetMinutes);
}

/** The instant of a text in the form that `formatInstant` gives, as most clocks do; null for any other text. */
function parseWritten(text: string): number | null {
  if (text.length !== 24 || text[10] !== "T" || text[23] !== "Z") return null;
  if (text[4] !== "-" || text[7] !== "-") return null;
  if (text[13] !== ":" || text[16] !== ":" || text[19] !== ".") return null;
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  const hour = numberAt(text, 11, 13);
  const minute = numberAt(text, 14, 16);
  const second = numberAt(text, 17, 19);
  const millisecond = numberAt(text, 20, 23);
  const isTime = hour <= 23 && minute <= 59 && second <= 59 && millisecond <= 999;
  // A place that holds no digit makes its number NaN, and every comparison with that is false.
  if (!(isTime && isDate(year, month, day))) return null;
  return (
    daysFromCivil(year, month, day) * DAY +
    hour * HOUR +
    minute * MINUTE +
    second * SECOND +
    millisecond
  );
}

/** The number that the digits from `start` to `end` make; NaN where one is no digit. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function isDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function parseAnyForm(text: string, offsetMinutes: number | undefined): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [
    ,
    yearText,
    monthText,
    dayText,
    hourText,
    minuteText,
    secondText = "00",
    fraction = "",
    offsetText,
  ] = match;
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  if (!isDate(year, month, day)) return null;
  let milliseconds = daysFromCivil(year, month, day) * DAY;
  let offset: number | null = offsetMinutes ?? 0;
  if (hourText !== undefined && minuteText !== undefined) {
    const time = clockTime(hourText, minuteText, secondText);
    if (time === null) return null;
    milliseconds += time + Number(fraction.slice(0, 3).padEnd(3, "0"));
    offset =
      offsetText === undefined ? (offsetMinutes ?? null) : parseOffset(offsetText.toUpperCase());
  }
  if (offset === null) return null;
  milliseconds -= offset * MINUTE;
  return isInstant(milliseconds) ? milliseconds : null;
}

function clockTime(hourText: string, minuteText: string, secondText: string): number | null {
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return hour * HOUR + minute * MINUTE + second * SECOND;
}

/**
 * The instant as `YYYY-MM-DDTHH:MM:SS.sssZ`, the one form OMEGA writes: always UTC, always with milliseconds, so that
 * texts sort as instants do and equal what `Date.prototype.toISOString` gives. The argument is to be an instant.
 */
export function formatInstant(milliseconds: number): string {
  const date = civilDate(milliseconds, 0);
  const clock = `${digits(date.hour, 2)}:${digits(date.minute, 2)}:${digits(date.second, 2)}`;
  return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}T${clock}.${digits(date.millisecond, 3)}Z`;
}

const digits = (number: number, width: number): string => String(number).padStart(width, "0");

const OFFSET = /^([+-])(\d\d)(?::?(\d\d))?$/u;

/**
 * Minutes east of UTC of an offset: `+07:00`, `-0330`, `+07`, `Z` or `UTC`. Null for anything else and beyond
 * `±23:59`.
 */
export function parseOffset(text: string): number | null {
  if (text === "Z" || text === "UTC") return 0;
  const match = OFFSET.exec(text);
  if (match === null) return null;
  const [, sign, hourText, minuteText = "00"] = match;
  const hours = Number(hourText);
  const minutes = Number(minuteText);
  if (hours > 23 || minutes > 59) return null;
  const total = hours * 60 + minutes;
  return sign === "-" && total > 0 ? -total : total;
}

const TIME_OF_DAY = /^(\d\d):(\d\d)(?::(\d\d))?$/u;

/**
 * Milliseconds after midnight of `22:00` or `22:00:30`, or null. There is no `24:00`: the end of a window that lasts
 * until midnight is `00:00`.
 */
export function parseTimeOfDay(text: string): number | null {
  const match = TIME_OF_DAY.exec(text);
  if (match === null) return null;
  const [, hourText = "", minuteText = "", secondText = "00"] = match;
  return clockTime(hourText, minuteText, secondText);
}

// --- arithmetic ---------------------------------------------------------------------------------------------------

/** What calendar and clock show at an instant, `offsetMinutes` east of UTC. */
export function civilDate(milliseconds: number, offsetMinutes: number): CivilDate {
  const local = milliseconds + offsetMinutes * MINUTE;
  const days = Math.floor(local / DAY);
  const time = local - days * DAY;
  return {
    ...civilFromDays(days),
    hour: Math.floor(time / HOUR),
    minute: Math.floor(time / MINUTE) % 60,
    second: Math.floor(time / SECOND) % 60,
    millisecond: time % SECOND,
    weekday: weekdayOf(days),
  };
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** Milliseconds after midnight at an instant, `offsetMinutes` east of UTC. */
export function timeOfDay(milliseconds: number, offsetMinutes: number): number {
  const local = milliseconds + offsetMinutes * MINUTE;
  return local - Math.floor(local / DAY) * DAY;
}

/**
 * Whether an instant lies in the daily window that runs from `start` to the next `end` after it (both as
 * `parseTimeOfDay` gives them), `offsetMinutes` east of UTC. The start is in the window and the end is not; a window
 * may pass midnight; one that ends when it starts lasts the whole day.
 */
export function inWindow(
  milliseconds: number,
  start: number,
  end: number,
  offsetMinutes: number,
): boolean {
  const time = timeOfDay(milliseconds, offsetMinutes);
  return start < end ? time >= start && time < end : time >= start || time < end;
}

/**
 * The beginning of the year, month, week, day, hour, minute or second that an instant lies in, `offsetMinutes` east
 * of UTC. Null where that begins before the year 0001.
 */
export function truncateInstant(
  milliseconds: number,
  unit: TruncationUnit,
  offsetMinutes: number,
): number | null {
  const shift = offsetMinutes * MINUTE;
  const local = milliseconds + shift;
  const truncated = truncateLocal(local, unit) - shift;
  return isInstant(truncated) ? truncated : null;
}

function truncateLocal(local: number, unit: TruncationUnit): number {
  const days = Math.floor(local / DAY);
  switch (unit) {
    case "year":
      return daysFromCivil(civilFromDays(days).year, 1, 1) * DAY;
    case "month": {
      const { year, month } = civilFromDays(days);
      return daysFromCivil(year, month, 1) * DAY;
    }
    case "week":
      return (days - weekdayOf(days) + 1) * DAY;
    case "day":
      return days * DAY;
    case "hour":
      return Math.floor(local / HOUR) * HOUR;
    case "minute":
      return Math.floor(local / MINUTE) * MINUTE;
    case "second":
      return Math.floor(local / SECOND) * SECOND;
  }
}

/**
 * The instant that many milliseconds later, or earlier if negative; a fraction of a millisecond is rounded, halves
 * towards the future. Null where that is no instant.
 */
export function addToInstant(milliseconds: number, duration: number): number | null {
  const sum = Math.round(milliseconds + duration) + 0; // never -0
  return isInstant(sum) ? sum : null;
}

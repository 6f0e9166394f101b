// Instants against Date, which the code itself may not use.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addToInstant,
  civilDate,
  earliestInstant,
  formatInstant,
  inWindow,
  isInstant,
  latestInstant,
  parseInstant,
  parseOffset,
  parseTimeOfDay,
  timeOfDay,
  truncateInstant,
  truncationUnits,
} from "./instant.ts";

const instant = fc.integer({ min: earliestInstant, max: latestInstant });
const offset = fc.integer({ min: -1439, max: 1439 });

test("texts that are instants", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["2026-05-01", "2026-05-01T00:00:00.000Z"],
    ["2026-05-01T08:00Z", "2026-05-01T08:00:00.000Z"],
    ["2026-05-01t08:00:30z", "2026-05-01T08:00:30.000Z"],
    ["2026-05-01T08:00:30.5Z", "2026-05-01T08:00:30.500Z"],
    ["2026-05-01T08:00:30,1239Z", "2026-05-01T08:00:30.123Z"],
    ["1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"],
    ["2026-05-01T08:00:00+07:00", "2026-05-01T01:00:00.000Z"],
    ["2026-05-01T08:00:00-0330", "2026-05-01T11:30:00.000Z"],
    ["2026-05-01T08:00+07", "2026-05-01T01:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ];
  for (const [text, canonical] of cases) {
    const milliseconds = parseInstant(text);
    expect(milliseconds, text).toBe(Date.parse(canonical));
    expect(formatInstant(milliseconds ?? Number.NaN)).toBe(canonical);
  }
});

test("texts that are not", () => {
  const cases = [
    "",
    "2026",
    "2026-05",
    "2026-5-1",
    "2026-13-01",
    "2026-00-01",
    "2026-04-31",
    "2026-02-29",
    "1900-02-29",
    "2026-05-00",
    "0000-01-01",
    "+012026-05-01",
    "2026-05-01T",
    "2026-05-01T08",
    "2026-05-01T24:00Z",
    "2026-05-01T08:60Z",
    "2026-05-01T08:00:60Z",
    "2026-06-30T23:59:60Z",
    "2026-05-01T08:00:00.Z",
    "2026-05-01T08:00:00+24:00",
    "2026-05-01T08:00:00+07:60",
    "2026-05-01T08:00:00+7",
    "2026-05-01 08:00Z",
    "2026-05-01Z",
    " 2026-05-01",
    "2026-05-01\n",
    "2026-05-01T08:00:00",
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "２０２６-05-01",
    "20260501",
    "now",
  ];
  for (const text of cases) expect(parseInstant(text), text).toBeNull();
});

test("an offset from elsewhere holds where the text has none", () => {
  expect(parseInstant("2026-05-01T08:00:00", 420)).toBe(Date.parse("2026-05-01T01:00:00Z"));
  expect(parseInstant("2026-05-01T08:00:00Z", 420)).toBe(Date.parse("2026-05-01T08:00:00Z"));
  expect(parseInstant("2026-05-01", 420)).toBe(Date.parse("2026-04-30T17:00:00Z"));
  expect(parseInstant("2026-05-01", 0)).toBe(Date.parse("2026-05-01T00:00:00Z"));
});

test("format and parse agree with Date and with each other", () => {
  fc.assert(
    fc.property(instant, (milliseconds) => {
      const text = formatInstant(milliseconds);
      expect(text).toBe(new Date(milliseconds).toISOString());
      expect(parseInstant(text)).toBe(milliseconds);
    }),
  );
});

test("a text in the form that is written is read as any other form of it", () => {
  const broken = fc.constantFrom("0", "9", "3", "6", "-", ":", ".", "T", "Z", " ", "x", "\u0663");
  fc.assert(
    fc.property(instant, fc.nat(23), broken, (milliseconds, at, character) => {
      const text = formatInstant(milliseconds);
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      for (const written of [text, changed]) {
        expect(parseInstant(written)).toBe(parseInstant(written.replace(".", ",")));
      }
    }),
    { numRuns: 2_000 },
  );
});

test("texts sort as instants do", () => {
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      expect(formatInstant(a) < formatInstant(b)).toBe(a < b);
    }),
  );
});

test("parsing never throws and gives instants only", () => {
  const piece = fc.constantFrom(
    "2026",
    "-",
    "05",
    "01",
    "T",
    "08",
    ":",
    "00",
    ".",
    "5",
    "Z",
    "+",
    "07",
    "99",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const parsed = parseInstant(pieces.join(""));
      expect(parsed === null || isInstant(parsed)).toBe(true);
    }),
  );
});

test("offsets", () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ["+07:00", 420],
    ["-03:30", -210],
    ["+0545", 345],
    ["+07", 420],
    ["Z", 0],
    ["UTC", 0],
    ["-00:00", 0],
    ["+23:59", 1439],
    ["+24:00", null],
    ["+07:60", null],
    ["07:00", null],
    ["+7:00", null],
    ["z", null],
    ["Asia/Jakarta", null],
    ["", null],
  ];
  for (const [text, minutes] of cases) expect(parseOffset(text), text).toBe(minutes);
});

test("civil dates", () => {
  expect(civilDate(Date.parse("2026-05-01T20:30:15.250Z"), 420)).toEqual({
    year: 2026,
    month: 5,
    day: 2,
    hour: 3,
    minute: 30,
    second: 15,
    millisecond: 250,
    weekday: 6,
  });
  fc.assert(
    fc.property(instant, offset, (milliseconds, minutes) => {
      const date = new Date(milliseconds + minutes * 60_000);
      expect(civilDate(milliseconds, minutes)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        millisecond: date.getUTCMilliseconds(),
        weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
      });
    }),
  );
});

test("times of day", () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ["22:00", 79_200_000],
    ["00:00", 0],
    ["06:30:15", 23_415_000],
    ["24:00", null],
    ["6:00", null],
    ["12:60", null],
    ["12:00:60", null],
    ["12:00:00.5", null],
    ["", null],
  ];
  for (const [text, milliseconds] of cases) expect(parseTimeOfDay(text), text).toBe(milliseconds);
});

test("windows", () => {
  const inside = (clock: string, start: string, end: string, minutes = 0): boolean =>
    inWindow(
      Date.parse(`2026-05-01T${clock}Z`),
      parseTimeOfDay(start) ?? Number.NaN,
      parseTimeOfDay(end) ?? Number.NaN,
      minutes,
    );
  expect(inside("08:00", "08:00", "17:00")).toBe(true);
  expect(inside("07:59:59.999", "08:00", "17:00")).toBe(false);
  expect(inside("16:59:59.999", "08:00", "17:00")).toBe(true);
  expect(inside("17:00", "08:00", "17:00")).toBe(false);
  expect(inside("22:00", "22:00", "06:00")).toBe(true);
  expect(inside("00:00", "22:00", "06:00")).toBe(true);
  expect(inside("05:59", "22:00", "06:00")).toBe(true);
  expect(inside("06:00", "22:00", "06:00")).toBe(false);
  expect(inside("21:59", "22:00", "06:00")).toBe(false);
  expect(inside("23:59", "18:00", "00:00")).toBe(true);
  expect(inside("00:00", "18:00", "00:00")).toBe(false);
  expect(inside("12:00", "08:00", "08:00")).toBe(true);
  expect(inside("15:00", "22:00", "06:00", 420)).toBe(true);
  expect(inside("14:59", "22:00", "06:00", 420)).toBe(false);
});

test("a window and the one from its end to its start share the day between them", () => {
  const clock = fc.integer({ min: 0, max: 86_399_999 });
  fc.assert(
    fc.property(instant, clock, clock, offset, (milliseconds, start, end, minutes) => {
      fc.pre(start !== end);
      expect(inWindow(milliseconds, start, end, minutes)).not.toBe(
        inWindow(milliseconds, end, start, minutes),
      );
    }),
  );
});

test("truncation", () => {
  const at = Date.parse("2026-05-01T20:30:15.250Z");
  const iso = (unit: (typeof truncationUnits)[number], minutes: number): string =>
    formatInstant(truncateInstant(at, unit, minutes) ?? Number.NaN);
  expect(iso("year", 0)).toBe("2026-01-01T00:00:00.000Z");
  expect(iso("month", 0)).toBe("2026-05-01T00:00:00.000Z");
  expect(iso("week", 0)).toBe("2026-04-27T00:00:00.000Z");
  expect(iso("day", 0)).toBe("2026-05-01T00:00:00.000Z");
  expect(iso("day", 420)).toBe("2026-05-01T17:00:00.000Z");
  expect(iso("hour", 330)).toBe("2026-05-01T20:30:00.000Z");
  expect(iso("minute", 0)).toBe("2026-05-01T20:30:00.000Z");
  expect(iso("second", 0)).toBe("2026-05-01T20:30:15.000Z");
  expect(truncateInstant(earliestInstant, "day", 60)).toBeNull();
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom(...truncationUnits),
      offset,
      (milliseconds, unit, minutes) => {
        const once = truncateInstant(milliseconds, unit, minutes);
        fc.pre(once !== null);
        expect(once).toBeLessThanOrEqual(milliseconds);
        expect(truncateInstant(once ?? 0, unit, minutes)).toBe(once);
        if (unit !== "hour" && unit !== "minute" && unit !== "second")
          expect(timeOfDay(once ?? 0, minutes)).toBe(0);
      },
    ),
  );
});

test("addition", () => {
  expect(addToInstant(1000, 0.5)).toBe(1001);
  expect(addToInstant(1000, -0.5)).toBe(1000);
  expect(addToInstant(0, -0.25)).toBe(0);
  expect(addToInstant(latestInstant, 1)).toBeNull();
  expect(addToInstant(earliestInstant, -1)).toBeNull();
  expect(addToInstant(0, Number.POSITIVE_INFINITY)).toBeNull();
  expect(addToInstant(0, Number.NaN)).toBeNull();
});

import { expect, test } from "vitest";
import { formatDuration, formatNumber } from "./format.ts";

test.each([
  [0, "0.00"],
  [0.00612, "0.0061"],
  [0.834, "0.83"],
  [0.996, "1.0"],
  [2.14, "2.1"],
  [9.96, "10"],
  [37.4, "37"],
  [1_483, "1 480"],
  [36_049, "36 000"],
  [1_234_567, "1 230 000"],
])("%d reads %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [74, "74 ns"],
  [3_120, "3.1 µs"],
  [5_900_000, "5.9 ms"],
  [2_300_000_000, "2.3 s"],
])("%d nanoseconds read %s", (nanoseconds, text) => {
  expect(formatDuration(nanoseconds)).toBe(text);
});

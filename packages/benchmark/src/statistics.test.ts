import { expect, test } from "vitest";
import { quantile, ratiosOf, spreadOf } from "./statistics.ts";

test("a spread is the median and the quartiles, whatever the order", () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4, count: 5 });
});

test("a quantile between two values lies between them", () => {
  expect(quantile([10, 20], 0.5)).toBe(15);
  expect(quantile([10, 20], 0.25)).toBe(12.5);
});

test("what disturbs a round disturbs both, and leaves their ratio alone", () => {
  expect(ratiosOf([20, 2_000, 20], [10, 1_000, 10]).median).toBe(2);
});

test("nothing measured has no median", () => {
  expect(() => spreadOf([])).toThrow("nothing was measured");
});

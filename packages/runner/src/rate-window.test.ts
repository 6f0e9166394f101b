import fc from "fast-check";
import { expect, test } from "vitest";
import { createRateWindow, type RateWindowOptions } from "./rate-window.ts";

function windowAt(options: Omit<RateWindowOptions, "now">) {
  let time = 0;
  const window = createRateWindow({ ...options, now: () => time });
  return { ...window, at: (milliseconds: number) => (time = milliseconds) };
}

test("a fixed window lets its limit through, then nobody until it ends", () => {
  const { take, at } = windowAt({ kind: "fixed", limit: 2, length: 1000 });
  at(300);
  expect(take("a")).toEqual({ allowed: true, limit: 2, remaining: 1, reset: 700, retry: 0 });
  expect(take("b")).toEqual({ allowed: true, limit: 2, remaining: 0, reset: 700, retry: 0 });
  at(999);
  expect(take("c")).toEqual({ allowed: false, limit: 2, remaining: 0, reset: 1, retry: 1 });
  at(1000);
  expect(take("c")).toEqual({ allowed: true, limit: 2, remaining: 1, reset: 1000, retry: 0 });
  at(5500);
  expect(take("c")).toMatchObject({ remaining: 1, reset: 500 });
});

test("a sliding window counts each client's own last requests", () => {
  const { take, at } = windowAt({ kind: "sliding", limit: 2, length: 1000 });
  take("a");
  at(600);
  expect(take("a")).toEqual({ allowed: true, limit: 2, remaining: 0, reset: 1000, retry: 0 });
  expect(take("a")).toEqual({ allowed: false, limit: 2, remaining: 0, reset: 1000, retry: 400 });
  expect(take("b").allowed).toBe(true);
  at(999);
  expect(take("a").allowed).toBe(false);
  at(1000);
  expect(take("a")).toMatchObject({ allowed: true, remaining: 0 });
});

test("looking counts nothing, and no limit is none", () => {
  const { look, take } = windowAt({ kind: "sliding", limit: 1, length: 10 });
  expect(look("a").allowed && look("a").allowed).toBe(true);
  take("a");
  expect(look("a").allowed).toBe(false);
  const free = windowAt({ kind: "fixed", limit: 0, length: 10 });
  expect(free.take("a").allowed).toBe(true);
});

test("no window of its length ever lets more than the limit through", () => {
  const steps = fc.array(fc.nat(400), { maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (waits, limit) => {
      const { take, at } = windowAt({ kind: "sliding", limit, length: 1000 });
      let time = 0;
      const through: number[] = [];
      for (const wait of waits) {
        time += wait;
        at(time);
        if (take("a").allowed) through.push(time);
      }
      for (const start of through) {
        const within = through.filter((other) => other >= start && other < start + 1000);
        expect(within.length).toBeLessThanOrEqual(limit);
      }
    }),
  );
});

// Arbitrary JSON, with the keys and texts that trip programs, and values that are no JSON at all.
import type { JsonValue } from "@omega/core";
import * as fc from "fast-check";
import type { Draw } from "./draw.ts";

const keys = [
  "Distance",
  "Mode",
  "a",
  "",
  "__proto__",
  "constructor",
  "toString",
  "value",
  "unit",
  "at",
  "0",
];
const texts = [
  "",
  "auto",
  "0.8m",
  "2026-05-01T08:00:00Z",
  "\ud800",
  "\u0000",
  "安全",
  "true",
  "1e999m",
];
const numbers = [0, 1, -1, 0.5, 1e308, -1e-320, 2 ** 53, 20];

/** Any JSON, nested at most `depth` deep. */
export function drawJson(draw: Draw, depth: number): JsonValue {
  return draw.part("json", () =>
    draw.weighted<JsonValue>([
      [2, () => null],
      [2, () => draw.pick(numbers)],
      [2, () => draw.pick(texts)],
      [1, () => draw.chance(1, 2)],
      [depth > 0 ? 2 : 0, () => draw.list(0, 4, () => drawJson(draw, depth - 1))],
      [depth > 0 ? 3 : 0, () => drawJsonRecord(draw, depth - 1, keys)],
    ]),
  );
}

/** A record with some of these keys, and arbitrary JSON in them; `__proto__` is a key like any other. */
export function drawJsonRecord(
  draw: Draw,
  depth: number,
  among: readonly string[],
): { readonly [key: string]: JsonValue } {
  return Object.fromEntries(
    draw.list(0, 6, () => [draw.pick(among), drawJson(draw, depth)] as const),
  );
}

/** Anything a careless host may pass for a context: functions, cycles, proxies' targets, dates, NaN. */
export const anythingAtAll: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    () => 1,
    Symbol("context"),
    { Distance: Number.NaN },
    { Distance: undefined },
    withCycle(),
    withThrowingGetter(),
  ),
);

function withCycle(): unknown {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  return cycle;
}

function withThrowingGetter(): unknown {
  return Object.defineProperty({}, "Distance", {
    enumerable: true,
    get() {
      throw new Error("a context may do this");
    },
  });
}

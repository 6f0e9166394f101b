// Dimensions form a group, are canonical, and read well.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BaseDimension,
  currencyDimension,
  describeDimension,
  dimensionless,
  dimensionOf,
  divideDimensions,
  type Exponents,
  multiplyDimensions,
  namedDimensions,
  powerDimension,
  rootDimension,
  sameDimension,
} from "./dimension.ts";

const bases: readonly BaseDimension[] = [
  "length",
  "mass",
  "time",
  "current",
  "temperature",
  "amount",
  "luminosity",
  "angle",
  "data",
  "currency:USD",
  "currency:IDR",
];
const dimensions = fc
  .dictionary(fc.constantFrom(...bases), fc.integer({ min: -4, max: 4 }), { noNullPrototype: true })
  .map((exponents) => dimensionOf(exponents as Exponents));

test("dimensions form a commutative group", () => {
  fc.assert(
    fc.property(dimensions, dimensions, dimensions, (a, b, c) => {
      expect(multiplyDimensions(a, b)).toEqual(multiplyDimensions(b, a));
      expect(multiplyDimensions(multiplyDimensions(a, b), c)).toEqual(
        multiplyDimensions(a, multiplyDimensions(b, c)),
      );
      expect(multiplyDimensions(a, dimensionless)).toEqual(a);
      expect(divideDimensions(a, a)).toEqual(dimensionless);
      expect(divideDimensions(multiplyDimensions(a, b), b)).toEqual(a);
    }),
  );
});

test("powers and roots undo each other", () => {
  fc.assert(
    fc.property(dimensions, fc.integer({ min: 1, max: 4 }), (a, degree) => {
      expect(rootDimension(powerDimension(a, degree), degree)).toEqual(a);
      expect(powerDimension(a, 2)).toEqual(multiplyDimensions(a, a));
      expect(powerDimension(a, -1)).toEqual(divideDimensions(dimensionless, a));
      expect(powerDimension(a, 0)).toEqual(dimensionless);
    }),
  );
  expect(rootDimension(dimensionOf({ length: 1 }), 2)).toBeNull();
  expect(rootDimension(dimensionOf({ length: 2, time: -1 }), 2)).toBeNull();
});

test("the key tells dimensions apart, whatever order they were written in", () => {
  expect(dimensionOf({ time: -1, length: 1, mass: 0 })).toEqual(
    dimensionOf({ length: 1, time: -1 }),
  );
  expect(sameDimension(currencyDimension("USD"), currencyDimension("EUR"))).toBe(false);
  const usdAndEur = multiplyDimensions(currencyDimension("USD"), currencyDimension("EUR"));
  expect(usdAndEur.key).toBe(
    multiplyDimensions(currencyDimension("EUR"), currencyDimension("USD")).key,
  );
  const names = Object.values(namedDimensions).map((exponents) => dimensionOf(exponents).key);
  expect(new Set(names).size).toBe(names.length);
});

test.each<[string, Exponents]>([
  ["ratio", {}],
  ["length", { length: 1 }],
  ["speed", { length: 1, time: -1 }],
  ["pressure", { mass: 1, length: -1, time: -2 }],
  ["energy", { mass: 1, length: 2, time: -2 }],
  ["money in USD", { "currency:USD": 1 }],
  ["money in USD / energy", { "currency:USD": 1, mass: -1, length: -2, time: 2 }],
  ["length⁴ · money in USD / time", { "currency:USD": 1, length: 4, time: -1 }],
  ["money in EUR / money in USD", { "currency:USD": -1, "currency:EUR": 1 }],
  ["money in USD²", { "currency:USD": 2 }],
  ["length² / time", { length: 2, time: -1 }],
  ["mass / (time · temperature)", { mass: 1, time: -1, temperature: -1 }],
  ["1 / temperature", { temperature: -1 }],
  ["amount of substance · luminous intensity¹²", { luminosity: 12, amount: 1 }],
])("%s", (text, exponents) => {
  expect(describeDimension(dimensionOf(exponents))).toBe(text);
});

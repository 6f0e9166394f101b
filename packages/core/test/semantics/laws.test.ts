// Laws of the semantic stage, on generated documents.
import fc from "fast-check";
import { expect, test } from "vitest";
import { convertExactly } from "../../src/semantics/units/conversion.ts";
import {
  formatRational,
  multiplyRationals,
  rationalFromDecimal,
} from "../../src/semantics/units/rational.ts";
import { parseUnit, type Unit } from "../../src/semantics/units/unit.ts";
import { check, checkText, conditionOf, documentOf, programOf } from "./check-lines.ts";

const lengths = ["mm", "cm", "m", "km", "in", "ft", "mi"];
const temperatures = ["C", "F", "K"];

/** A decimal in one unit, written in another where that has a finite decimal; else null. */
function reexpressed(digits: string, from: Unit, to: Unit): string | null {
  const value = rationalFromDecimal(digits);
  const converted = value === null ? null : convertExactly(value, from, to);
  if (converted === null) return null;
  const scale = rationalFromDecimal("1e12");
  const scaled = scale === null ? null : multiplyRationals(converted, scale);
  if (scaled === null || scaled.denominator !== 1n) return null;
  const text = formatRational(converted);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : null;
}

const unit = (symbol: string): Unit => {
  const parsed = parseUnit(symbol);
  if (parsed === null) throw new Error(`no unit ${symbol}`);
  return parsed;
};

test.each([
  ["lengths", lengths],
  ["temperatures", temperatures],
])("re-expressing a literal of %s in another unit leaves the constant equal", (_name, symbols) => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(...symbols),
      fc.constantFrom(...symbols),
      fc.constantFrom(...symbols),
      (whole, places, own, first, second) => {
        const digits = (whole / 10 ** places).toFixed(places);
        const again = reexpressed(digits, unit(first), unit(second));
        fc.pre(again !== null);
        const context = [`- Reading: <${own}>`];
        const constant = (literal: string) =>
          conditionOf({ context, rule: [`- IF Reading > ${literal} THEN Stop`] });
        expect(constant(`${again}${second}`)).toBe(constant(`${digits}${first}`));
      },
    ),
  );
});

const words = [
  "Distance",
  "Speed",
  "w.a",
  "Xs[0]",
  "5m",
  "3s",
  "20%",
  '"a"',
  "true",
  "null",
  "[1m, 2m]",
  "x",
];
const operators = ["<", "==", "+", "-", "*", "/", "IN", "AND", "OR", "CONTAINS", "MOD", "MATCHES"];
const expression = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...words),
    fc
      .tuple(tie("tree"), fc.constantFrom(...operators), tie("tree"))
      .map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie("tree").map((inner) => `(NOT ${inner})`),
    tie("tree").map((inner) => `(${inner} IS KNOWN)`),
    tie("tree").map((inner) => `avg([${inner}])`),
    tie("tree").map((inner) => `any([${inner}], |x| x > 3)`),
    tie("tree").map((inner) => `round(${inner}, m)`),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(ANY x IN ${a} SATISFIES (${b}))`),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(IF ${a} THEN ${b} ELSE ${a})`),
  ),
})).tree;
const rule = fc.oneof(
  expression.map((e) => `- IF ${e} THEN Stop(${e})`),
  expression.map((e) => `- LET x = ${e}`),
  expression.map((e) => `- SET x = ${e}`),
  fc
    .tuple(expression, expression)
    .map(([a, b]) => `- FOR w IN ${a} WHERE ${b} { - IF ${b} THEN Go }`),
  fc.tuple(expression, expression).map(([a, b]) => `- WHILE ${a} { - SET x = ${b} }`),
);
const rules = fc.array(rule, { minLength: 1, maxLength: 6 });
const context = ["- Distance: <0..5 m>", "- Speed: 3km/h"];

test("whatever the rules, analysis ends, and a program exists exactly when there is no error", () => {
  fc.assert(
    fc.property(rules, (generated) => {
      const { lines, program } = check({ context, rule: generated });
      expect(program === null).toBe(lines.some((line) => line.startsWith("error")));
    }),
  );
});

test("analysis is a function of the document", () => {
  fc.assert(
    fc.property(rules, (generated) => {
      const once = check({ context, rule: generated });
      const again = check({ context, rule: generated });
      expect(again.lines).toEqual(once.lines);
    }),
    { numRuns: 30 },
  );
});

test("a rule's error says nothing of the rules around it", () => {
  fc.assert(
    fc.property(rules, fc.nat(), (generated, at) => {
      const declared = [...context, "- Xs: <[m]>", "- w: <{ a: m }>", "- x: <m>"];
      const own = generated.filter((line) => line.startsWith("- IF"));
      const before = check({ context: declared, rule: [...own, "- IF Distance < 1m THEN Stop"] });
      const index = own.length === 0 ? 0 : at % own.length;
      const broken = [...own.slice(0, index), "- IF Distance < 3s THEN Stop", ...own.slice(index)];
      const after = check({ context: declared, rule: [...broken, "- IF Distance < 1m THEN Stop"] });
      expect(after.lines.length - before.lines.length).toBe(2);
    }),
  );
});

test("cut anywhere, a document is still analysed", () => {
  const text = documentOf({
    context,
    rule: [
      "- LET gap = Distance - 1m",
      "- FOR w, i IN Workers WHERE w.near { - IF w.distance < gap THEN Stop(w.name, after: 5min) }",
      '- MATCH Mode { "a" | "b" WHEN gap > 1m => Stop, _ => Go } UNKNOWN Go',
      "- WHILE gap > 0m MAX 3 { - SET gap = gap - 1m }",
      "- FAILSAFE THEN Stop",
    ],
    constraint: ["- Safety [A]: NEVER Stop AND Go UNLESS Distance > 3m"],
    impact: ["- Benefit: a", "- Risk: b", "- Effect: Stop SETS Speed TO 0km/h"],
    examples: ["EXAMPLE a:", "- GIVEN Distance = 1m", "- EXPECT Stop"],
  });
  for (let end = 0; end <= text.length; end++) checkText(text.slice(0, end));
});

test("slots are dense and each binding has its own", () => {
  const program = programOf({
    rule: [
      "- LET a = 1",
      "- FOR x, i IN Xs { - LET b = x - IF b > a AND ANY y IN Ys SATISFIES y > i THEN Stop }",
      "- IF any(Xs, |z| z > a) THEN Stop",
    ],
  });
  expect(program.localCount).toBe(6);
});

test("shared and self-containing records are bounded", () => {
  const shared = Array.from(
    { length: 80 },
    (_, i) => `- IF X${i}.a == X${i + 1} AND X${i}.b == X${i + 1} THEN Stop`,
  );
  expect(check({ rule: shared }).program).not.toBeNull();
  expect(
    check({ rule: ["- IF X IN X AND [X] == X AND Y.a == Y THEN Stop"] }).program,
  ).not.toBeNull();
});

test("a SET value that may be unknown leaves its name so", () => {
  const { lines } = check({
    context: ["- Ranged: <0..5 m>"],
    rule: ["- LET gap = 1m", "- SET gap = Ranged", "- IF gap < 1m THEN Stop"],
  });
  expect(lines).toEqual(["warning OM3080 gap < 1m"]);
});

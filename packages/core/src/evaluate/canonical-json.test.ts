// JSON in and out: RFC 8785's own examples, hostile values, and JSON.parse as the reference for texts.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalJson,
  type JsonLimits,
  type JsonValue,
  parseJson,
  readJson,
} from "./canonical-json.ts";
import type { Decision } from "./decision.ts";

const limits: JsonLimits = { depth: 64, textLength: 65_536, listLength: 10_000 };

const value = (given: unknown): JsonValue => {
  const reading = readJson(given, limits);
  if (!reading.ok) throw new Error(`${reading.path}: ${reading.reason}`);
  return reading.value;
};
const parsed = (text: string): JsonValue => {
  const parse = parseJson(text);
  if (!parse.ok) throw new Error(`${parse.line}:${parse.column}: ${parse.message}`);
  return parse.value;
};
const refusal = (given: unknown, own: Partial<JsonLimits> = {}): string => {
  const reading = readJson(given, { ...limits, ...own });
  return reading.ok ? "taken" : `${reading.path}: ${reading.reason}`;
};
const mistake = (text: string, depth?: number): string => {
  const parse = depth === undefined ? parseJson(text) : parseJson(text, depth);
  return parse.ok ? "parsed" : `${parse.line}:${parse.column} ${parse.message}`;
};

describe("canonicalJson", () => {
  test("the example of RFC 8785, section 3.2", () => {
    const text = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const canonical = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalJson(parsed(text))).toBe(canonical);
  });

  test("keys go by UTF-16 code unit, as in RFC 8785, section 3.2.3", () => {
    const given = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\u{1f600}": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const order = [...canonicalJson(given).matchAll(/:"([^"]*)"/gu)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("numbers of RFC 8785, appendix B", () => {
    const cases: readonly (readonly [number, string])[] = [
      [0, "0"],
      [-0, "0"],
      [5e-324, "5e-324"],
      [1.7976931348623157e308, "1.7976931348623157e+308"],
      [9007199254740992, "9007199254740992"],
      [295147905179352830000, "295147905179352830000"],
      [1e21, "1e+21"],
      [9.999999999999997e22, "9.999999999999997e+22"],
      [0.000001, "0.000001"],
      [1e-7, "1e-7"],
      [333333333.33333325, "333333333.33333325"],
    ];
    for (const [number, text] of cases) expect(canonicalJson(number)).toBe(text);
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  test("undefined members, special keys and lone surrogates", () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(canonicalJson(parsed('{"constructor":1,"__proto__":{"x":2}}'))).toBe(
      '{"__proto__":{"x":2},"constructor":1}',
    );
    expect(canonicalJson("\ud800")).toBe('"\\ud800"');
  });

  test("is the same for any order of keys, and what it writes reads back", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (given) => {
        const text = canonicalJson(value(given));
        expect(canonicalJson(parsed(text))).toBe(text);
        expect(canonicalJson(value(reversed(given)))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  test("takes decisions and nothing that JSON cannot hold, by type", () => {
    const write = (decision: Decision): string => canonicalJson(decision);
    expect(write).toBeTypeOf("function");
    // @ts-expect-error a Map would be written as {}
    canonicalJson(new Map([["a", 1]]));
    // @ts-expect-error a Date would be written as {}
    canonicalJson({ at: new Date(0) });
  });
});

/** The same value with every record's keys the other way round. */
function reversed(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(reversed);
  if (typeof given !== "object" || given === null) return given;
  const entries = Object.entries(given).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

describe("readJson", () => {
  test("copies what is JSON", () => {
    const given = { a: [1, "x", null, { b: true }], c: -0, d: undefined };
    const copy = value(given);
    expect(copy).toEqual({ a: [1, "x", null, { b: true }], c: 0 });
    expect(Object.keys(copy ?? {})).toEqual(["a", "c"]);
  });

  test("says where the first thing is that is not JSON", () => {
    expect(refusal(undefined)).toBe(": undefined is not a value");
    expect(refusal({ Workers: [{}, { distance: Number.NaN }] })).toBe(
      "Workers[1].distance: NaN is not a finite number",
    );
    expect(refusal({ "a b": { c: 1n } })).toBe('["a b"].c: a bigint is not a value');
    expect(refusal({ a: { "b.c": [() => 1] } })).toBe('a["b.c"][0]: a function is not a value');
    expect(refusal({ a: Symbol("s") })).toBe("a: a symbol is not a value");
    expect(refusal(Array(2))).toBe("[0]: undefined is not a value");
    expect(refusal({ at: new Date(0) })).toBe("at: an object that is not a plain record");
    expect(refusal({ a: new Map() })).toBe("a: an object that is not a plain record");
    expect(refusal({ a: new Uint8Array(2) })).toBe("a: an object that is not a plain record");
    expect(refusal({ a: Object(1) })).toBe("a: an object that is not a plain record");
    expect(refusal({ a: "x\ud800" })).toBe("a: text with half of a surrogate pair");
    expect(refusal({ a: { "\udc00": 1 } })).toBe("a: key: text with half of a surrogate pair");
  });

  test("limits", () => {
    expect(refusal([[[1]]], { depth: 2 })).toBe("[0][0]: nested deeper than 2 levels");
    expect(refusal([[1]], { depth: 2 })).toBe("taken");
    expect(refusal({ a: "abc" }, { textLength: 2 })).toBe("a: text longer than 2 characters");
    expect(refusal({ abc: 1 }, { textLength: 2 })).toBe(": key: text longer than 2 characters");
    expect(refusal({ a: [1, 2, 3] }, { listLength: 2 })).toBe("a: more than 2 items");
    expect(refusal([1, 2, 3], { values: 3 })).toBe("[2]: more than 3 values");
  });

  test("cycles, and lists that hold one another so often that a copy would fill the memory", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(refusal(cycle)).toContain("nested deeper than 64 levels");
    let doubled: unknown = [];
    for (let level = 0; level < 60; level++) doubled = [doubled, doubled];
    expect(refusal(doubled)).toContain("more than 1000000 values");
    expect(refusal(cycle, { depth: Number.POSITIVE_INFINITY })).toContain(
      "nested deeper than 1000 levels",
    );
  });

  test("hostile objects", () => {
    const getter = Object.defineProperty({}, "a", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    expect(refusal({ b: getter })).toBe("b: cannot be read");
    const proxy = new Proxy({}, { ownKeys: () => [1 as unknown as string] });
    expect(refusal({ b: proxy })).toBe("b: cannot be read");
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(refusal([revoked])).toBe("[0]: cannot be read");
    let reads = 0;
    const changing = {
      get a() {
        reads++;
        return reads === 1 ? 1 : "other";
      },
    };
    expect(value(changing)).toEqual({ a: 1 });
  });

  test("only own enumerable text keys, and no key is special", () => {
    class Reading {
      readonly distance = 1;
      get derived(): number {
        return 2;
      }
    }
    expect(value(new Reading())).toEqual({ distance: 1 });
    const hidden = Object.defineProperty({ a: 1, [Symbol("s")]: 2 }, "b", {
      value: 3,
      enumerable: false,
    });
    expect(value(hidden)).toEqual({ a: 1 });
    for (const special of [
      value(JSON.parse('{"__proto__":{"admin":true},"constructor":1}')),
      parsed('{"__proto__":{"admin":true},"constructor":1}'),
    ]) {
      expect(Object.keys(special ?? {})).toEqual(["__proto__", "constructor"]);
      expect(Reflect.get(Object(special), "admin")).toBeUndefined();
    }
    for (const empty of [value({}), parsed("{}")]) {
      for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
        expect(Reflect.get(Object(empty), key)).toBeUndefined();
      }
    }
  });

  test("never throws", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
          withObjectString: true,
        }),
        (given) => {
          const reading = readJson(given, limits);
          if (reading.ok) expect(parsed(canonicalJson(reading.value))).toEqual(reading.value);
        },
      ),
    );
  });
});

describe("parseJson", () => {
  test("mistakes with their place", () => {
    expect(mistake("")).toBe("1:1 expected a value, but the text ends");
    expect(mistake('{\n  "a": 1,\n}')).toBe("3:1 expected a key in double quotes");
    expect(mistake('{"a": 1 "b": 2}')).toBe("1:9 expected `,` or `}`");
    expect(mistake('{"a" 1}')).toBe("1:6 expected `:` after the key");
    expect(mistake("[1, 2")).toBe("1:6 expected `,` or `]`, but the text ends");
    expect(mistake("[1,\r\n2,\r\n]")).toBe("3:1 expected a value");
    expect(mistake("{'a': 1}")).toBe(
      "1:2 expected a key in double quotes; texts take double quotes",
    );
    expect(mistake("[1] // why")).toBe("1:5 expected nothing after the value");
    expect(mistake("[ // why\n1]")).toBe("1:3 expected a value; JSON has no comments");
    expect(mistake('"abc')).toBe("1:1 a text that does not end");
    expect(mistake('"a\nb"')).toBe(
      "1:3 a text that does not end on its line, or holds a control character",
    );
    expect(mistake('"a\\x"')).toBe("1:3 no escape that JSON knows");
    expect(mistake('"a\\u12g4"')).toBe("1:3 no escape that JSON knows");
    expect(mistake("01")).toBe("1:1 a number does not begin with 0");
    expect(mistake("1.")).toBe("1:3 expected a digit after the dot");
    expect(mistake(".5")).toBe("1:1 expected a value");
    expect(mistake("-")).toBe("1:2 expected a digit");
    expect(mistake("1e+")).toBe("1:4 expected a digit in the exponent");
    expect(mistake("NaN")).toBe("1:1 expected a value");
    expect(mistake("tru")).toBe("1:1 expected a value");
    expect(mistake("\u00a01")).toBe("1:1 expected a value");
  });

  test("what JSON.parse lets pass", () => {
    expect(mistake('{"a": 1,\n "\\u0061": 2}')).toBe('2:2 the key "a" occurs twice');
    expect(mistake('{"__proto__": 1, "__proto__": 2}')).toBe(
      '1:18 the key "__proto__" occurs twice',
    );
    expect(mistake("[1e999]")).toBe("1:2 a number too large");
    expect(mistake('["\\ud800"]')).toBe("1:2 a text with half of a surrogate pair");
    expect(mistake('{"\ud800": 1}')).toBe("1:2 a text with half of a surrogate pair");
    expect(parsed('"\\ud83d\\ude00"')).toBe("😀");
    expect(Object.is(parsed("-0"), 0)).toBe(true);
    expect(parsed("\ufeff1")).toBe(1);
  });

  test("deep nesting is a mistake, not a stack overflow", () => {
    expect(mistake("[".repeat(100_000))).toBe("1:513 nested deeper than 512 levels");
    expect(mistake('{"a":'.repeat(100_000), 1_000_000)).toBe(
      "1:5001 nested deeper than 1000 levels",
    );
    expect(mistake("[[1]]", 2)).toBe("parsed");
    expect(mistake("[[1]]", 1)).toBe("1:2 nested deeper than 1 levels");
  });

  test("agrees with JSON.parse on what it accepts, and refuses what that refuses", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "a",
      "\\",
      "u0041",
      "1",
      "0",
      "-",
      ".",
      "e",
      " ",
      "null",
      "true",
      '"b"',
      "\n",
    );
    const broken = fc.array(piece).map((pieces) => pieces.join(""));
    const sound = fc.json({ noUnicodeString: false });
    const damaged = fc
      .tuple(sound, fc.nat(), piece)
      .map(
        ([text, at, insert]) =>
          text.slice(0, at % (text.length + 1)) + insert + text.slice(at % (text.length + 1)),
      );
    fc.assert(
      fc.property(fc.oneof(sound, broken, damaged), (text) => {
        const parse = parseJson(text);
        let reference: unknown;
        try {
          reference = JSON.parse(text);
        } catch {
          expect(parse.ok).toBe(false);
          return;
        }
        if (parse.ok) expect(canonicalJson(parse.value)).toBe(canonicalJson(value(reference)));
        else expect(parse.message).toMatch(/occurs twice|too large|surrogate/u);
      }),
      { numRuns: 2000 },
    );
  });
});

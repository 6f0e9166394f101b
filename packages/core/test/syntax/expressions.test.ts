// Language, section 5, expressions: what binds how, what is an operand, and what is said about what cannot be read.
import { describe, expect, test } from "vitest";
import { parseExpressionText } from "../../src/syntax/parse-item.ts";
import { expressionOf, fixAll } from "./sketch.ts";

/** Text, and its tree without diagnostics. */
function expectTrees(cases: readonly (readonly [string, string])[]): void {
  for (const [text, tree] of cases) expect(expressionOf(text), text).toEqual([tree]);
}

/** Text, its only diagnostic, and the text after its fix (left out where there is none). */
function expectMistakes(cases: readonly (readonly [string, string, string?])[]): void {
  for (const [text, message, fixed = text] of cases) {
    expect(expressionOf(text).slice(1), text).toEqual([message]);
    expect(
      fixAll(text, (each) => parseExpressionText(each).diagnostics),
      text,
    ).toBe(fixed);
  }
}

describe("operators, loosest first", () => {
  test("OR, AND, NOT, comparison, sum, product, sign", () => {
    expectTrees([
      ["a OR b AND c", "(a OR (b AND c))"],
      ["a AND b OR c", "((a AND b) OR c)"],
      ["NOT a AND b", "((NOT a) AND b)"],
      ["NOT a == b", "(NOT (a == b))"],
      ["NOT NOT a", "(NOT (NOT a))"],
      ["a < b + c", "(a < (b + c))"],
      ["a + b * c - d", "((a + (b * c)) - d)"],
      ["a / b / c", "((a / b) / c)"],
      ["a - b - c", "((a - b) - c)"],
      ["-a * b", "((- a) * b)"],
      ["a * -b", "(a * (- b))"],
      ["a MOD 2 == 0", "((a MOD 2) == 0)"],
      ["(a OR b) AND c", "((a OR b) AND c)"],
      ["a AND NOT b", "(a AND (NOT b))"],
    ]);
  });

  test("comparisons", () => {
    expectTrees([
      ["a = b", "(a == b)"],
      ["a == b", "(a == b)"],
      ["a != b", "(a != b)"],
      ["a <= 1m", "(a <= 1m)"],
      ["x IN [1, 2]", "(x IN [1, 2])"],
      ["x NOT IN xs", "(x NOT IN xs)"],
      ["x BETWEEN 1 AND 2 AND y", "((x BETWEEN 1 AND 2) AND y)"],
      ["x IS MISSING", "(x IS MISSING)"],
      ["x IS NOT MISSING", "(x IS NOT MISSING)"],
      ["x.y IS KNOWN", "(x.y IS KNOWN)"],
      ["x IS NOT KNOWN OR y", "((x IS NOT KNOWN) OR y)"],
      ['name CONTAINS "a"', '(name CONTAINS "a")'],
      ['name STARTS WITH "a"', '(name STARTS WITH "a")'],
      ['name ENDS WITH "a"', '(name ENDS WITH "a")'],
      ['name MATCHES "^a+$"', '(name MATCHES "^a+$")'],
    ]);
  });

  test("keywords stand in any case, and contextual ones are names where a name can stand", () => {
    expectTrees([
      ["a and not b or c", "((a AND (NOT b)) OR c)"],
      ["x is not missing", "(x IS NOT MISSING)"],
      ["any w in Workers satisfies w.near", "(ANY w IN Workers SATISFIES w.near)"],
      ["Max > Count", "(Max > Count)"],
      ["Any == All", "(Any == All)"],
      ["ANY IN xs", "(ANY IN xs)"],
      ["Known IS KNOWN", "(Known IS KNOWN)"],
      ["Missing.when + Where", "(Missing.when + Where)"],
      ["Contains CONTAINS Contains", "(Contains CONTAINS Contains)"],
      ["Unknown == unknown", "(Unknown == unknown)"],
      ["Starts == Ends", "(Starts == Ends)"],
      ["true AND False OR TRUE", "((true AND false) OR true)"],
      ["x == null", "(x == null)"],
    ]);
  });
});

describe("operands", () => {
  test("paths, indexes and quoted names", () => {
    expectTrees([
      ["a.b[0].c", "a.b[0].c"],
      ['a["key with spaces"]', 'a["key with spaces"]'],
      ["a[i + 1].b", "a[(i + 1)].b"],
      ["`Max Speed` > 3km/h", "(Max Speed > 3km/h)"],
      ["`if`.`then`", "if.then"],
      ["Temperatur_außen2", "Temperatur_außen2"],
      ["温度 > 5C", "(温度 > 5C)"],
    ]);
  });

  test("numbers and quantities", () => {
    expectTrees([
      ["1", "1"],
      ["0.5m", "0.5m"],
      ["30km/h", "30km/h"],
      ["9.8m/s^2", "9.8m/s^2"],
      ["20%", "20%"],
      ["5°C", "5°C"],
      ["10000USD", "10000USD"],
      ["-5C", "-5C"],
      ["a - 5C", "(a - 5C)"],
      ["a -5C", "(a - 5C)"],
      ["a - -5C", "(a - -5C)"],
      ["- 5C", "(- 5C)"],
      ["2 * -5", "(2 * -5)"],
      ["10m/x", "(10m / x)"],
      ["10m / 2s", "(10m / 2s)"],
      ["1e3", "1e3"],
      ["1.5E-3m", "1.5E-3m"],
    ]);
  });

  test("texts with the escapes of JSON", () => {
    expectTrees([
      ['"a"', '"a"'],
      ['""', '""'],
      [String.raw`"a\"b\\c\/d\n\t\u0041"`, JSON.stringify('a"b\\c/d\n\tA')],
      ['"a # b // c"', '"a # b // c"'],
      ['"“typeset” ≥ 3"', '"“typeset” ≥ 3"'],
    ]);
  });

  test("lists and records, with or without a last comma", () => {
    expectTrees([
      ["[]", "[]"],
      ["[1, a + 2, [3]]", "[1, (a + 2), [3]]"],
      ["[1, 2,]", "[1, 2]"],
      ["{}", "{}"],
      ['{ name: "Ana", distance: 1.5m }', '{name: "Ana", distance: 1.5m}'],
      ['{ "key with spaces": 1, `if`: 2, }', "{key with spaces: 1, if: 2}"],
      ["x == { a: 1 }", "(x == {a: 1})"],
    ]);
  });

  test("calls and lambdas", () => {
    expectTrees([
      ["now()", "now()"],
      ["std::math::avg(xs)", "std::math::avg(xs)"],
      ["max(1, 2,)", "max(1, 2)"],
      ["map(xs, |x| x * 2)", "map(xs, |x| (x * 2))"],
      ["reduce(xs, |acc, x| acc + x, 0)", "reduce(xs, |acc, x| (acc + x), 0)"],
      ["length(filter(xs, |x| x.a OR x.b)) > 1", "(length(filter(xs, |x| (x.a OR x.b))) > 1)"],
      ["f(x).y[0]", "f(x).y[0]"],
    ]);
  });

  test("quantifiers hold one comparison or a condition in parentheses", () => {
    expectTrees([
      ["ANY x IN xs SATISFIES x > 1 AND y", "((ANY x IN xs SATISFIES (x > 1)) AND y)"],
      ["ALL x IN xs SATISFIES (x > 1 AND y)", "(ALL x IN xs SATISFIES ((x > 1) AND y))"],
      ["NONE x IN a.b SATISFIES x.c", "(NONE x IN a.b SATISFIES x.c)"],
      ["NOT ANY x IN xs SATISFIES x", "(NOT (ANY x IN xs SATISFIES x))"],
      ["a OR ALL x IN xs SATISFIES x", "(a OR (ALL x IN xs SATISFIES x))"],
    ]);
  });

  test("values chosen by IF and MATCH", () => {
    expectTrees([
      ["(IF a THEN 1 ELSE 2)", "(IF a THEN 1 ELSE 2)"],
      ["(IF a THEN 1 ELSE IF b THEN 2 ELSE 3) * 2", "((IF a THEN 1 ELSE IF b THEN 2 ELSE 3) * 2)"],
      [
        'MATCH m { "a" => 1, "b" | "c" => 2, _ => 3 }',
        '(MATCH m {"a" => 1, "b" | "c" => 2, _ => 3})',
      ],
      [
        "MATCH n { 0..10 WHEN ok => -1, -5 => 2, [1, 2] => 3, }",
        "(MATCH n {0..10 WHEN ok => -1, -5 => 2, [1, 2] => 3})",
      ],
      ['MATCH m { - "a" => 1 - "b" => 2 - _ => 3 }', '(MATCH m {"a" => 1, "b" => 2, _ => 3})'],
      ['MATCH m {\n  - "a" => 1\n  - _ => 3\n}', '(MATCH m {"a" => 1, _ => 3})'],
      ['MATCH m {\n  "a" => 1\n  _ => 3\n}', '(MATCH m {"a" => 1, _ => 3})'],
    ]);
  });
});

describe("mistakes, each with one diagnostic", () => {
  test("something is missing", () => {
    expectMistakes([
      ["a AND", 'OM2001 at "": expected a value'],
      ["a AND OR b", 'OM2001 at "OR": expected a value, found `OR`'],
      ["a < > b", 'OM2001 at ">": expected a value, found `>`'],
      [
        "x IS BIG",
        'OM2001 at "BIG": expected MISSING or KNOWN after IS (to compare, write `==`), found `BIG`',
      ],
      [
        "x BETWEEN 1 OR 2",
        'OM2001 at "OR": expected AND between the two ends of BETWEEN, found `OR`',
      ],
      [
        "(IF a THEN b)",
        'OM2001 at ")": expected ELSE: a value needs one for every case, found `)`',
      ],
      ["a b", 'OM2001 at "b": expected the end of the expression, found `b`'],
      ["f(a b)", 'OM2001 at "b": expected `,` or `)` after the argument, found `b`'],
      ["", 'OM2001 at "": expected a value'],
    ]);
  });

  test("brackets", () => {
    expectMistakes([
      ["(a + b", 'OM2004 at "(": nothing closes this `(`; expected `)`'],
      ["[1, 2", 'OM2004 at "[": nothing closes this `[`; expected `]`'],
      ["{ a: 1", 'OM2004 at "{": nothing closes this `{`; expected `}`'],
      ["f((a)", 'OM2004 at "(": nothing closes this `(`; expected `)`'],
    ]);
  });

  test("comparisons do not chain", () => {
    expectMistakes([
      [
        "0 <= x <= 9",
        'OM2012 at "0 <= x <= 9": comparisons do not chain; write `x BETWEEN 0 AND 9`',
        "x BETWEEN 0 AND 9",
      ],
      [
        "9 >= x >= 0",
        'OM2012 at "9 >= x >= 0": comparisons do not chain; write `x BETWEEN 0 AND 9`',
        "x BETWEEN 0 AND 9",
      ],
      [
        "0 < x < 9",
        'OM2012 at "0 < x < 9": comparisons do not chain; write `x BETWEEN 0 AND 9` (both ends included)',
      ],
      ["a == b == c", 'OM2012 at "a == b == c": comparisons do not chain; join two with AND'],
      [
        "a < b < c < d < e",
        'OM2012 at "a < b < c": comparisons do not chain; write `b BETWEEN a AND c` (both ends included)',
      ],
    ]);
  });

  test("signs of other languages and of word processors", () => {
    expectMistakes([
      ["a && b", 'OM2010 at "&&": `&&` is not OMEGA; write `AND`', "a AND b"],
      ["a || b", 'OM2010 at "||": `||` is not OMEGA; write `OR`', "a OR b"],
      ["!a", 'OM2010 at "!": `!` is not OMEGA; write `NOT`', "NOT a"],
      ["a <> b", 'OM2010 at "<>": `<>` is not OMEGA; write `!=`', "a != b"],
      ["a === b", 'OM2010 at "===": `===` is not OMEGA; write `==`', "a == b"],
      ["a !== b", 'OM2010 at "!==": `!==` is not OMEGA; write `!=`', "a != b"],
      ["a ≥ 5m", 'OM2010 at "≥": `≥` is not OMEGA; write `>=`', "a >= 5m"],
      ["a ≤ 5m", 'OM2010 at "≤": `≤` is not OMEGA; write `<=`', "a <= 5m"],
      ["a ≠ b", 'OM2010 at "≠": `≠` is not OMEGA; write `!=`', "a != b"],
      ["a => b", 'OM2010 at "=>": `=>` is not OMEGA; write `>=`', "a >= b"],
      ["a == 'x'", "OM2010 at \"'x'\": `'x'` is not OMEGA; write `\"x\"`", 'a == "x"'],
      ["a == “x”", 'OM2010 at "“x”": `“x”` is not OMEGA; write `"x"`', 'a == "x"'],
      ["a;", 'OM2010 at ";": `;` has no place here; a line\'s end is enough', "a"],
      ["a − b", 'OM2010 at "−": `−` is not OMEGA; write `-`', "a - b"],
    ]);
  });

  test("units", () => {
    expectMistakes([
      ["x < 5 km", 'OM2009 at "5 km": a unit stands directly behind its number: `5km`', "x < 5km"],
      ["x < 5meter", 'OM2008 at "5meter": `meter` is no unit; did you mean `m`?', "x < 5m"],
      ["x < 5blorbs", 'OM2008 at "5blorbs": `blorbs` is no unit'],
    ]);
  });

  test("names and words", () => {
    expectMistakes([
      [
        "a.in > 3",
        'OM2014 at "in": `in` is a reserved word; as a name it stands in backticks',
        "a.`in` > 3",
      ],
      [
        "Set > 3",
        'OM2014 at "Set": `Set` is a reserved word; as a name it stands in backticks',
        "`Set` > 3",
      ],
      [
        "{ for: 1 }",
        'OM2014 at "for": `for` is a reserved word; as a name it stands in backticks',
        "{ `for`: 1 }",
      ],
      [
        "x == UNKNOWN",
        'OM2020 at "UNKNOWN": UNKNOWN is no value; ask with `IS KNOWN` or `IS MISSING`',
      ],
      ["`` > 1", 'OM2015 at "``": there is no name between these backticks'],
    ]);
  });

  test("what binds too loosely stands in parentheses", () => {
    expectMistakes([
      ["a == NOT b", 'OM2019 at "NOT b": NOT stands in parentheses here', "a == (NOT b)"],
      [
        "1 + IF a THEN 1 ELSE 2",
        'OM2019 at "IF a THEN 1 ELSE 2": IF stands in parentheses here',
        "1 + (IF a THEN 1 ELSE 2)",
      ],
      [
        "a == ANY x IN xs SATISFIES x",
        'OM2019 at "ANY x IN xs SATISFIES x": ANY stands in parentheses here',
        "a == (ANY x IN xs SATISFIES x)",
      ],
      [
        "ALL x IN xs SATISFIES NOT x",
        'OM2019 at "NOT x": NOT stands in parentheses here',
        "ALL x IN xs SATISFIES (NOT x)",
      ],
    ]);
  });

  test("quotes and characters", () => {
    expectMistakes([
      ['a == "x', 'OM2002 at "\\"": nothing closes this quote on its line'],
      ["`a == 1", 'OM2002 at "`": nothing closes this backtick on its line'],
      [
        String.raw`"C:\data"`,
        String.raw`OM2003 at "\\d": ${"`\\d`"} is no escape; a backslash itself is written ${"`\\\\`"}`,
        String.raw`"C:\\data"`,
      ],
      [
        "a % 2",
        'OM2011 at "%": `%` has no meaning here; the remainder is `MOD`, a percentage `20%` has no space',
      ],
      ["a @ b", 'OM2011 at "@": `@` has no meaning here'],
    ]);
  });

  test("nesting and length are limited", () => {
    const deep = `${"(".repeat(10_000)}a${")".repeat(10_000)}`;
    expect(expressionOf(deep).slice(1)).toEqual([
      'OM2006 at "(": nested more than 64 levels deep; name a part with LET, or divide the rule',
    ]);
    expect(expressionOf(`${"NOT ".repeat(10_000)}a`)).toHaveLength(2);
    expect(expressionOf(`${"- ".repeat(10_000)}a`)).toHaveLength(2);
    expect(expressionOf(Array.from({ length: 255 }, () => "a").join(" OR "))).toHaveLength(1);
    expect(expressionOf(Array.from({ length: 10_000 }, () => "a").join(" OR "))).toHaveLength(2);
    expect(expressionOf(`a${".b".repeat(10_000)}`)).toHaveLength(2);
    expect(expressionOf(Array.from({ length: 10_000 }, () => "a").join(" < "))).toHaveLength(2);
    expect(expressionOf(`[${"a, ".repeat(10_000)}]`)).toHaveLength(1);
  });
});

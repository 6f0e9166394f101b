// Language, section 5, rules: clauses, blocks, what an unbraced FOR governs, and errors that stay in their item.
import { describe, expect, test } from "vitest";
import { parseRuleText } from "../../src/syntax/parse-item.ts";
import { rulesOf, sketchRule } from "./sketch.ts";

/** A RULE section's lines, and its items without diagnostics. */
function expectRules(cases: readonly (readonly [string, ...string[]])[]): void {
  for (const [text, ...rules] of cases) expect(rulesOf(text), text).toEqual(rules);
}

describe("each kind of rule", () => {
  test("on one line", () => {
    expectRules([
      ["- IF a THEN B", "IF a THEN B"],
      ["- IF a THEN B, C ELSE D UNKNOWN E", "IF a THEN B, C ELSE D UNKNOWN E"],
      ["- IF a THEN B ELSE IF c THEN D ELSE E", "IF a THEN B ELSE IF c THEN D ELSE E"],
      ["- TooClose: IF a THEN B", "TooClose: IF a THEN B"],
      ["- `too close`: IF a THEN B", "too close: IF a THEN B"],
      ["- FOR x IN xs { IF x THEN B }", "FOR x IN xs { IF x THEN B }"],
      [
        "- FOR x, i IN xs WHERE x.a > i { IF x THEN B } UNKNOWN C",
        "FOR x, i IN xs WHERE (x.a > i) { IF x THEN B } UNKNOWN C",
      ],
      [
        "- WHILE a > 1 MAX 5 { SET a = a - 1 } UNKNOWN B",
        "WHILE (a > 1) MAX 5 { SET a = (a - 1) } UNKNOWN B",
      ],
      [
        '- MATCH m { "a" => B, C, 0..10 | 20 WHEN c => D, _ => E }',
        'MATCH m { "a" => B, C; 0..10 | 20 WHEN c => D; _ => E }',
      ],
      ["- LET a = b + 1", "LET a = (b + 1)"],
      ["- SET a = -5C", "SET a = -5C"],
      ["- FAILSAFE THEN B", "FAILSAFE THEN B"],
      ["- Loop: WHILE a { IF b THEN C }", "Loop: WHILE a { IF b THEN C }"],
    ]);
  });

  test("keywords in any case", () => {
    expectRules([
      ["- if a then B else C UNKNOWN D", "IF a THEN B ELSE C UNKNOWN D"],
      ["- for x in xs where x { if x then B }", "FOR x IN xs WHERE x { IF x THEN B }"],
      ["- while a max 3 { let b = 1 }", "WHILE a MAX 3 { LET b = 1 }"],
      ["- failsafe then B", "FAILSAFE THEN B"],
    ]);
  });

  test("actions: names, texts, arguments, phrases", () => {
    expectRules([
      ['- IF a THEN Display "too close"', 'IF a THEN Display("too close")'],
      [
        '- IF a THEN Notify(channel: "sms", after: 5min)',
        'IF a THEN Notify(channel: "sms", after: 5min)',
      ],
      ["- IF a THEN Turn(100m, x.b + 1)", "IF a THEN Turn(100m, (x.b + 1))"],
      ["- IF a THEN Stop()", "IF a THEN Stop"],
      ["- IF a THEN `stop now`, B", "IF a THEN stop now, B"],
      ['- IF a THEN "Stop, now" ELSE C', "IF a THEN Stop, now ELSE C"],
      ["- IF a THEN Sound the alarm, B", "IF a THEN «Sound the alarm», B"],
      [
        "- IF a THEN Notify all staff at once UNKNOWN B",
        "IF a THEN «Notify all staff at once» UNKNOWN B",
      ],
      ['- IF a THEN Tell staff "go"', 'IF a THEN «Tell staff»("go")'],
    ]);
  });
});

describe("lines and bullets", () => {
  test("clauses over several lines, as bullets or lines of their own", () => {
    expectRules([
      ["- IF a\n  THEN B\n  ELSE C\n  UNKNOWN D", "IF a THEN B ELSE C UNKNOWN D"],
      ["- IF a\n- THEN B\n- ELSE C\n- UNKNOWN D", "IF a THEN B ELSE C UNKNOWN D"],
      [
        "- IF a\n  - THEN B\n  - ELSE IF c THEN D\n  - ELSE E\n- IF f THEN G",
        "IF a THEN B ELSE IF c THEN D ELSE E",
        "IF f THEN G",
      ],
      ["- IF a\nTHEN B", "IF a THEN B"],
      ["- IF a AND\n    b\n  THEN B,\n    C", "IF (a AND b) THEN B, C"],
      ["- FAILSAFE\n- THEN B", "FAILSAFE THEN B"],
    ]);
  });

  test("a first item without a dash, and text behind the header", () => {
    expect(rulesOf("IF a THEN B", "- IF c THEN D")).toEqual(["IF a THEN B", "IF c THEN D"]);
  });

  test("a dash before a digit inside brackets is a sign", () => {
    expectRules([
      ["- IF x IN [\n  1,\n  -5,\n  3] THEN B", "IF (x IN [1, -5, 3]) THEN B"],
      ["- IF x > (\n-5) THEN B\n- IF a THEN C", "IF (x > -5) THEN B", "IF a THEN C"],
    ]);
  });

  test("items in braces, with or without dashes, at any indentation", () => {
    expectRules([
      ["- FOR x IN xs {\n- IF x THEN B\n- LET y = 1\n}", "FOR x IN xs { IF x THEN B; LET y = 1 }"],
      [
        "- FOR x IN xs {\n    IF x THEN B\n    Second: IF y THEN C\n    FAILSAFE THEN D\n  }",
        "FOR x IN xs { IF x THEN B; Second: IF y THEN C; FAILSAFE THEN D }",
      ],
      [
        "- FOR x IN xs { - IF x THEN B - LET y = 1 - Third: IF y THEN C }",
        "FOR x IN xs { IF x THEN B; LET y = 1; Third: IF y THEN C }",
      ],
      ["- FOR x IN xs { IF a - b > 1 THEN B }", "FOR x IN xs { IF ((a - b) > 1) THEN B }"],
      [
        "- FOR x IN xs {\n    - IF a\n    - THEN B\n    - ELSE C\n  }",
        "FOR x IN xs { IF a THEN B ELSE C }",
      ],
      ["- FOR x IN xs { - IF a - THEN B - ELSE C }", "FOR x IN xs { IF a THEN B ELSE C }"],
      [
        "- FOR x IN xs {\n  - FOR y IN x.ys {\n    - IF y THEN B }\n}\nUNKNOWN C",
        "FOR x IN xs { FOR y IN x.ys { IF y THEN B } } UNKNOWN C",
      ],
      [
        "- FOR x IN xs\n  {\n  - IF x THEN B\n  }\n- IF c THEN D",
        "FOR x IN xs { IF x THEN B }",
        "IF c THEN D",
      ],
      ["- FOR x IN xs {}", "FOR x IN xs {  }"],
    ]);
  });

  test("arms of MATCH, however they are separated", () => {
    const rules = 'MATCH s.status { "Critical" => Stop, Alert; _ => Watch }';
    expectRules([
      ['- match s.status { - "Critical" => Stop, Alert - _ => Watch }', rules],
      ['- match s.status {\n  - "Critical" => Stop, Alert\n  - _ => Watch\n}', rules],
      ['- match s.status {\n"Critical" => Stop, Alert\n_ => Watch\n}', rules],
      ['- match s.status { "Critical" => Stop, Alert, _ => Watch }', rules],
      ['- MATCH s { "a" => Say "b", "c" => D, }', 'MATCH s { "a" => Say("b"); "c" => D }'],
      ["- MATCH n { - -5 => A - 0..10 => B - _ => C }", "MATCH n { -5 => A; 0..10 => B; _ => C }"],
      ["- MATCH s { true => A, [1, 2] | null => B }", "MATCH s { true => A; [1, 2] | null => B }"],
      ["- MATCH s { _ => A } UNKNOWN B", "MATCH s { _ => A } UNKNOWN B"],
    ]);
  });

  test("braces of records and of MATCH as a value are no blocks", () => {
    expectRules([
      ["- FOR x IN [{ a: 1 }] { IF x.a THEN B }", "FOR x IN [{a: 1}] { IF x.a THEN B }"],
      ["- WHILE r == { a: 1 } { LET y = 1 }", "WHILE (r == {a: 1}) { LET y = 1 }"],
      [
        '- FOR x IN MATCH m { "a" => xs, _ => ys }\n  - IF x THEN B\n- IF c THEN D',
        'FOR x IN (MATCH m {"a" => xs, _ => ys}) { IF x THEN B }',
        "IF c THEN D",
      ],
    ]);
  });
});

describe("an unbraced FOR", () => {
  test("governs the items indented deeper than itself", () => {
    expectRules([
      [
        "- FOR x IN xs\n  - IF x THEN B\n  - LET y = 1\n- IF c THEN D",
        "FOR x IN xs { IF x THEN B; LET y = 1 }",
        "IF c THEN D",
      ],
      [
        "- FOR x IN xs\n  - FOR y IN ys\n    - IF y THEN B\n  - IF x THEN C\n- IF c THEN D",
        "FOR x IN xs { FOR y IN ys { IF y THEN B }; IF x THEN C }",
        "IF c THEN D",
      ],
      [
        "- FOR x IN xs\n\t- IF x THEN B\n- IF c THEN D",
        "FOR x IN xs { IF x THEN B }",
        "IF c THEN D",
      ],
    ]);
  });

  test("else the next one", () => {
    expectRules([
      ["- FOR x IN xs\n- IF x THEN B\n- IF c THEN D", "FOR x IN xs { IF x THEN B }", "IF c THEN D"],
      [
        "- FOR x IN xs\n- FOR y IN ys\n- IF y THEN B\n- IF c THEN D",
        "FOR x IN xs { FOR y IN ys { IF y THEN B } }",
        "IF c THEN D",
      ],
      [
        "- FOR x IN xs\n- FOR y IN ys\n  - IF y THEN B\n  - IF y THEN C\n- IF c THEN D",
        "FOR x IN xs { FOR y IN ys { IF y THEN B; IF y THEN C } }",
        "IF c THEN D",
      ],
      [
        "- FOR x IN xs\n- IF x\n- THEN B\n- ELSE C\n- IF c THEN D",
        "FOR x IN xs { IF x THEN B ELSE C }",
        "IF c THEN D",
      ],
      [
        "- FOR x IN xs\n- FOR y IN ys { IF y THEN B }\n- IF c THEN D",
        "FOR x IN xs { FOR y IN ys { IF y THEN B } }",
        "IF c THEN D",
      ],
    ]);
  });

  test("or a rule on its own line after the header", () => {
    expectRules([
      ["- FOR x IN xs\n  IF x THEN B\n- IF c THEN D", "FOR x IN xs { IF x THEN B }", "IF c THEN D"],
      [
        "- FOR x IN xs WHERE x.a\n  Near: IF x THEN B",
        "FOR x IN xs WHERE x.a { Near: IF x THEN B }",
      ],
    ]);
  });

  test("leaves clauses to the rule at their level", () => {
    expectRules([
      [
        "- FOR x IN xs\n  - IF x THEN B\n  - UNKNOWN C\n- UNKNOWN D",
        "FOR x IN xs { IF x THEN B UNKNOWN C } UNKNOWN D",
      ],
      ["- FOR x IN xs\n    IF x THEN B\n  UNKNOWN D", "FOR x IN xs { IF x THEN B } UNKNOWN D"],
      ["- FOR x IN xs\n  - IF x THEN B\n    UNKNOWN C", "FOR x IN xs { IF x THEN B UNKNOWN C }"],
    ]);
    expect(rulesOf("- FOR x IN xs", "    - IF x THEN B", "- ELSE C").slice(1)).toEqual([
      'OM2016 at "ELSE": this `ELSE` continues no rule: the one before it has no place for it',
    ]);
  });
});

describe("an error stays in its item", () => {
  test("items after it are read", () => {
    expect(rulesOf("- IF a B", "- IF c THEN D", "- IF e THEN", "- LET f = 1")).toEqual([
      "IF a THEN ",
      "IF c THEN D",
      "IF e THEN ",
      "LET f = 1",
      'OM2001 at "B": expected THEN after the condition, found `B`',
      'OM2001 at "": expected an action',
    ]);
  });

  test("and so are items of the same block", () => {
    expect(
      rulesOf("- FOR x IN xs {", "    - IF a B", "    - IF c THEN D", "  }", "- IF e THEN F"),
    ).toEqual([
      "FOR x IN xs { IF a THEN ; IF c THEN D }",
      "IF e THEN F",
      'OM2001 at "B": expected THEN after the condition, found `B`',
    ]);
    expect(rulesOf("- FOR x IN xs { - IF f({ a: ? }) THEN B - IF c THEN D }")).toEqual([
      "FOR x IN xs { IF f({a: <missing>}) THEN ; IF c THEN D }",
      'OM2001 at "?": expected a value, found `?`',
    ]);
    expect(rulesOf("- FOR x IN xs {", "  - IF f({ a: 1) THEN B", "  - IF c THEN D", "  }")).toEqual(
      [
        "FOR x IN xs { IF f({a: 1}) THEN ; IF c THEN D }",
        'OM2001 at ")": expected `,` or `}` after the field, found `)`',
      ],
    );
    expect(rulesOf('- MATCH m { "a" => , "b" => C }')).toEqual([
      'MATCH m { "a" => ; "b" => C }',
      'OM2001 at ",": expected an action, found `,`',
    ]);
  });

  test("an unclosed brace ends at the next item at its level", () => {
    expect(
      rulesOf(
        "- FOR x IN xs {",
        "    - IF a THEN B",
        "- IF c THEN D",
        "- FOR y IN ys { IF y THEN E }",
      ),
    ).toEqual([
      "FOR x IN xs { IF a THEN B }",
      "IF c THEN D",
      "FOR y IN ys { IF y THEN E }",
      'OM2004 at "{": nothing closes this `{`; expected `}`',
    ]);
    expect(rulesOf("- IF f(a THEN B", "- IF (c) THEN D")).toEqual([
      "IF f(a) THEN ",
      "IF c THEN D",
      'OM2004 at "(": nothing closes this `(`; expected `)`',
    ]);
    expect(rulesOf("- IF a THEN B }", "- IF c THEN D")).toEqual([
      "IF a THEN B",
      "IF c THEN D",
      'OM2005 at "}": `}` closes nothing',
    ]);
  });

  test("an unclosed text ends at its line's end, and what follows from it is not reported", () => {
    expect(rulesOf('- IF a == "x THEN B', "- IF c THEN D")).toEqual([
      'IF (a == "x THEN B") THEN ',
      "IF c THEN D",
      'OM2002 at "\\"": nothing closes this quote on its line',
    ]);
  });

  test("independent mistakes of one item are all reported", () => {
    expect(rulesOf("- IF a && b ≥ 2 THEN B AND C")).toEqual([
      "IF (a AND (b >= 2)) THEN B, C",
      'OM2010 at "&&": `&&` is not OMEGA; write `AND`',
      'OM2010 at "≥": `≥` is not OMEGA; write `>=`',
      'OM2013 at " AND": actions are joined by commas; AND joins conditions',
    ]);
  });

  test("what a rule cannot be", () => {
    const cases: readonly (readonly [string, string])[] = [
      [
        "- THEN B",
        'OM2016 at "THEN": this `THEN` continues no rule: the one before it has no place for it',
      ],
      [
        "- LET a = 1\n- ELSE B",
        'OM2016 at "ELSE": this `ELSE` continues no rule: the one before it has no place for it',
      ],
      [
        "- IF a THEN B ELSE C ELSE D",
        'OM2016 at "ELSE": this `ELSE` continues no rule: the one before it has no place for it',
      ],
      [
        "- IF a THEN B\n  IF c THEN D",
        'OM2017 at "IF": a rule begins with `-`; without it, this line continues the rule before',
      ],
      ["- Near: LET a = 1", 'OM2018 at "Near: ": LET takes no label'],
      [
        "- IF a THEN B ELSEIF c THEN D",
        'OM2010 at "ELSEIF": `ELSEIF` is not OMEGA; write `ELSE IF`',
      ],
      [
        "- Stop",
        'OM2001 at "Stop": expected a rule: IF, FOR, WHILE, MATCH, LET, SET or FAILSAFE, found `Stop`',
      ],
      ["- Near: Stop", 'OM2001 at "Stop": expected a rule after the label `Near:`, found `Stop`'],
      ["- WHILE a", 'OM2001 at "": expected `{` and the rules of WHILE'],
      ["- FOR x IN xs", 'OM2001 at "": expected `{`, or the rule that FOR governs'],
      ["- FOR x xs { IF x THEN B }", 'OM2001 at "xs": expected IN and a list, found `xs`'],
      ["- MATCH m", 'OM2001 at "": expected `{` and the arms of MATCH'],
      ['- MATCH m { "a" Stop }', 'OM2001 at "Stop": expected `=>` after the pattern, found `Stop`'],
      [
        "- MATCH m { => Stop }",
        'OM2001 at "=>": expected a pattern: a number, a text, a range or `_`, found `=>`',
      ],
      ["- IF a THEN B & C", 'OM2010 at "&": `&` is not OMEGA; write `AND`'],
      ["- LET in = 1", 'OM2014 at "in": `in` is a reserved word; as a name it stands in backticks'],
      ["- LET a + 1", 'OM2001 at "+": expected `=` after the name, found `+`'],
      ["- IF a THEN B, ", 'OM2001 at "": expected an action'],
      [
        "- IF a THEN x = 1",
        'OM2030 at "=": an action assigns nothing; give it the value as an argument, `SetFanStatus(1)`',
      ],
    ];
    for (const [text, message] of cases) {
      const found = rulesOf(text).filter((line) => /^OM\d/.test(line));
      expect(found, text).toEqual([message]);
    }
  });

  test("nesting is limited, and the items after it are read", () => {
    const blocks = `- ${"FOR x IN xs { ".repeat(1_000)}${"}".repeat(1_000)}`;
    const chain = Array.from({ length: 1_000 }, () => "- FOR x IN xs").join("\n");
    for (const text of [blocks, chain]) {
      const found = rulesOf(text, "- IF y THEN B", "- IF a THEN C");
      expect(found.filter((line) => line.startsWith("OM"))).toHaveLength(1);
      expect(found).toContain("IF a THEN C");
    }
  });
});

test("a rule by itself, with or without its dash", () => {
  for (const text of ["- A: IF b THEN C", "A: IF b THEN C"]) {
    const { rule, diagnostics } = parseRuleText(text);
    expect(sketchRule(rule)).toBe("A: IF b THEN C");
    expect(diagnostics).toEqual([]);
  }
  expect(parseRuleText("nothing").rule).toMatchObject({ kind: "error", text: "nothing" });
});

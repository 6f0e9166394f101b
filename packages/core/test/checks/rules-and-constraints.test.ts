// Rules beside rules, rules against constraints, constraints against each other.
import { describe, expect, test } from "vitest";
import { documentOf } from "../semantics/check-lines.ts";
import { context, findings, fixed, inRules } from "./findings.ts";

describe("rules that repeat each other", () => {
  test("word for word, at the top and inside a loop", () => {
    expect(
      inRules(
        "- Hot: IF Temperature > 60C THEN A UNKNOWN B",
        "- TooHot: IF Temperature > 60C THEN A UNKNOWN B",
      ),
    ).toEqual([
      "OM4020 TooHot: IF Temperature > 60C THEN A UNKNOWN B: this rule repeats `Hot`, so its actions are taken twice",
    ]);
    expect(
      inRules(
        "- FOR w IN Workers {",
        "    - IF w.trained THEN A(w.name)",
        "    - IF w.trained THEN A(w.name)",
        "  }",
      ),
    ).toEqual([expect.stringMatching(/^OM4020 .*repeats `R1\.1`/)]);
  });

  test("a whole loop, once", () => {
    const loop = "- FOR w IN Workers { - IF w.trained THEN A(w.name) }";
    expect(inRules(loop, loop)).toEqual([expect.stringMatching(/^OM4020 FOR w IN Workers/)]);
  });

  test("on a stronger condition", () => {
    expect(
      inRules(
        "- Warm: IF Temperature > 40C THEN A, B UNKNOWN C",
        "- Hot: IF Temperature > 60C AND Door THEN B",
      ),
    ).toEqual([
      "OM4021 Hot: IF Temperature > 60C AND Door THEN B: this rule adds nothing: whenever it fires, `Warm` takes the same actions",
    ]);
    expect(
      inRules(
        '- Any: MATCH Mode { "off" => Rest, _ => A } UNKNOWN B',
        '- One: IF Mode == "auto" THEN A',
      ),
    ).toEqual([expect.stringMatching(/^OM4021 One: .*`Any` takes the same actions$/)]);
  });

  test.each([
    ["another action", ["- IF Temperature > 40C THEN A", "- IF Temperature > 60C THEN A, B"]],
    ["other arguments", ["- IF Temperature > 40C THEN A(1)", "- IF Temperature > 60C THEN A(2)"]],
    [
      "an answer of its own",
      ["- IF Temperature > 40C THEN A", "- IF Temperature > 60C THEN A UNKNOWN B"],
    ],
    [
      "an ELSE of its own",
      ["- IF Temperature > 40C THEN A", "- IF Temperature > 60C THEN A ELSE B"],
    ],
    ["other data", ["- IF Temperature > 40C THEN A", "- IF Humidity > 60% THEN A"]],
    [
      "a branch that is not reached then",
      ["- IF Door THEN B ELSE IF Temperature > 40C THEN A", "- IF Temperature > 60C THEN A"],
    ],
    [
      "each turn of a loop",
      ["- IF Door THEN A", "- FOR w IN Workers { - IF Door AND w.trained THEN A }"],
    ],
    [
      "what SET has changed between them",
      [
        "- LET n = 1m",
        "- IF Distance < n THEN A(n)",
        "- SET n = 2m",
        "- IF Distance < n THEN A(n)",
      ],
    ],
  ])("not with %s", (_what, rules) => {
    expect(inRules(...rules)).toEqual([]);
  });
});

describe("choices and lists that repeat themselves", () => {
  test.each([
    [
      "- IF Door THEN A ELSE A UNKNOWN B",
      "OM4022 A: IF and ELSE take the same actions, so the choice between them makes no difference",
    ],
    [
      "- IF Door THEN A ELSE IF Alarm THEN B ELSE B UNKNOWN C",
      "OM4022 B: the last ELSE IF and ELSE take the same actions, so the choice between them makes no difference",
    ],
    [
      "- IF Door THEN A ELSE IF Alarm THEN A ELSE A UNKNOWN C",
      "OM4022 A: all branches take the same actions, so the choice between them makes no difference",
    ],
    [
      '- MATCH Mode { "auto" => A, _ => A } UNKNOWN B',
      "OM4022 Mode: all arms take the same actions, so the choice between them makes no difference",
    ],
    ["- IF Door THEN A, B, A", "OM4023 A: `A` stands in this list already, so it is taken twice"],
    [
      "- IF Door THEN A(1, to: Zone), A(1, to: Zone)",
      "OM4023 A(1, to: Zone): `A(1, to: Zone)` stands in this list already, so it is taken twice",
    ],
  ])("%s", (rule, found) => {
    expect(inRules(rule)).toEqual([found]);
  });

  test.each([
    "- IF Door THEN A ELSE B UNKNOWN A",
    "- IF Door THEN A ELSE IF Alarm THEN B ELSE A UNKNOWN C",
    '- IF Door THEN A "one" ELSE A "two" UNKNOWN C',
    "- IF Door THEN A(1), A(2)",
    '- MATCH Mode { "auto" => A, "off" => A, "manual" => A } UNKNOWN B',
  ])("%s is fine", (rule) => {
    expect(inRules(rule)).toEqual([]);
  });

  test("the second of two equal actions is removed", () => {
    const text = documentOf({ context, rule: ["- IF Door THEN A, B,\n    A"] });
    expect(fixed(text, "OM4023")).toContain("THEN A, B\n");
  });
});

const over = (rule: readonly string[], ...constraint: readonly string[]) =>
  findings({ context, rule, constraint });

describe("rules against constraints", () => {
  test("two rules of which one implies the other, and the pair forbidden", () => {
    expect(
      over(
        [
          "- Warm: IF Temperature > 40C THEN Open UNKNOWN Open",
          "- Hot: IF Temperature > 60C THEN Close",
        ],
        "- Safety [One]: NEVER Open AND Close",
      ),
    ).toEqual([
      "OM4030 Close: `Close` is taken here together with `Open` of `Warm`, and `One` forbids that, so one of them is withheld",
    ]);
  });

  test("one branch that takes both", () => {
    expect(over(["- R: IF Door THEN Open, Close"], "- Safety: NEVER Open AND Close")).toEqual([
      expect.stringMatching(/^OM4030 .*`C1` forbids that/),
    ]);
  });

  test("inside a loop, against a rule outside it", () => {
    expect(
      over(
        [
          "- IF Door THEN Open",
          "- FOR w IN Workers { - IF Door AND w.trained THEN Close(w.name) }",
        ],
        "- Safety: NEVER Open AND Close",
      ),
    ).toEqual([expect.stringMatching(/^OM4030 Close/)]);
  });

  test.each([
    [
      "conditions that only overlap",
      ["- IF Door THEN Open", "- IF Alarm THEN Close"],
      "NEVER Open AND Close",
    ],
    [
      "conditions that exclude each other",
      ["- IF Temperature > 60C THEN Close ELSE IF Temperature > 40C THEN Open UNKNOWN Open"],
      "NEVER Open AND Close",
    ],
    [
      "a clause that does not apply there",
      ["- IF Temperature > 40C THEN Open", "- IF Temperature > 60C THEN Close"],
      "NEVER Open AND Close WHEN Temperature < 0C",
    ],
    [
      "an exception that holds there",
      ["- IF Temperature > 40C THEN Open", "- IF Temperature > 60C THEN Close"],
      "NEVER Open AND Close UNLESS Temperature > 30C",
    ],
    [
      "loops of their own",
      [
        "- FOR w IN Workers { - IF Door AND w.trained THEN Open(w.name) }",
        "- FOR v IN Workers { - IF Door AND v.trained THEN Close(v.name) }",
      ],
      "NEVER Open AND Close",
    ],
  ])("not with %s", (_what, rules, clause) => {
    expect(over(rules, `- Safety: ${clause}`)).toEqual([]);
  });

  test("an action that is withheld wherever it is taken", () => {
    const found =
      "OM4031 Open: `Open` is always withheld here: `C1` forbids it wherever this rule takes it";
    expect(
      over(["- IF Temperature > 60C THEN Open"], "- Safety: NEVER Open WHEN Temperature > 50C"),
    ).toEqual([found]);
    expect(over(["- IF Door THEN Open"], "- Safety: NEVER Open UNLESS NOT Door")).toEqual([found]);
    expect(over(["- IF Door THEN Open ELSE Close"], "- Safety: NEVER Open")).toEqual([found]);
    // A prohibition applies unless it is known not to: what is missing does not lift it.
    expect(
      over(["- IF Distance IS MISSING THEN Open"], "- Safety: NEVER Open WHEN Distance < 1m"),
    ).toEqual([found]);
  });

  test.each([
    [["- IF Temperature > 40C THEN Open"], "NEVER Open WHEN Temperature > 50C"],
    [["- IF Door THEN Open"], "NEVER Open UNLESS Door"],
    [["- IF Temperature < 40C THEN Open"], "NEVER Open WHEN Temperature > 50C"],
    [["- IF Temperature > 60C THEN Open"], "NEVER Open WHEN Temperature > 50C AND Door"],
  ])("%s against %s is fine", (rules, clause) => {
    expect(over(rules, `- Safety: ${clause}`)).toEqual([]);
  });
});

describe("constraints against each other", () => {
  const rule = ["- IF Door THEN Open ELSE Close UNKNOWN Close"];
  test.each([
    [
      "ALWAYS Open WHEN Temperature > 60C",
      "NEVER Open WHEN Temperature > 40C",
      "wherever this demands `Open`, `C2` forbids it; the decision is then violated whatever the rules do",
    ],
    [
      "ALWAYS Open WHEN Temperature > 40C",
      "NEVER Open WHEN Temperature > 60C",
      "this demands `Open` also where `C2` forbids it; the decision is then violated whatever the rules do",
    ],
    [
      // One subject, overlapping from both sides.
      "ALWAYS Open WHEN Temperature > 40C",
      "NEVER Open WHEN Temperature < 60C",
      "this demands `Open` also where `C2` forbids it; the decision is then violated whatever the rules do",
    ],
    [
      "ALWAYS Open WHEN Alarm",
      "NEVER Open",
      "wherever this demands `Open`, `C2` forbids it; the decision is then violated whatever the rules do",
    ],
    [
      "ALWAYS Open WHEN NOT Alarm",
      "NEVER Open UNLESS Alarm",
      "wherever this demands `Open`, `C2` forbids it; the decision is then violated whatever the rules do",
    ],
  ])("%s, %s", (demand, prohibition, message) => {
    const all = over(rule, `- Safety: ${demand}`, `- Safety: ${prohibition}`);
    expect(all.filter((line) => line.startsWith("OM4032"))).toEqual([
      `OM4032 Safety: ${demand}: ${message}`,
    ]);
  });

  test.each([
    ["ALWAYS Open WHEN Temperature > 60C", "NEVER Open WHEN Temperature < 40C"],
    // Data of their own may meet, which the author has most likely seen.
    ["ALWAYS Open WHEN Temperature > 40C", "NEVER Open WHEN Door"],
    ["ALWAYS Open WHEN Door AND Alarm", "NEVER Open UNLESS Door"],
    ["ALWAYS Open WHEN Door", "NEVER Close WHEN Door"],
  ])("%s, %s is fine", (demand, prohibition) => {
    const all = over(rule, `- Safety: ${demand}`, `- Safety: ${prohibition}`);
    expect(all.filter((line) => line.startsWith("OM4032"))).toEqual([]);
  });

  test.each([
    [
      "NEVER Open AND Open",
      "OM4033 Open: `Open` stands in this clause already; name another action",
    ],
    [
      "Open REQUIRES Open",
      "OM4033 Open: `Open` stands in this clause already; name another action",
    ],
    ["Open BEFORE Open", "OM4033 Open: `Open` stands in this clause already; name another action"],
    [
      "AT MOST 1 OF Open, Close, Open",
      "OM4033 Open: `Open` stands in this clause already; name another action",
    ],
    [
      "AT MOST 0 OF Open, Close",
      "OM4034 Safety: AT MOST 0 OF Open, Close: with `AT MOST 0` none of the actions is ever taken; NEVER says so plainly",
    ],
    ["MAX LOOP 0", "OM4034 Safety: MAX LOOP 0: with `MAX LOOP 0` no WHILE ever runs its body"],
  ])("%s", (clause, found) => {
    expect(over(rule, `- Safety: ${clause}`)).toEqual([found]);
  });
});

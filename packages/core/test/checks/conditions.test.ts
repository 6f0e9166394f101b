// Conditions that decide nothing: which are found, what is said of them, and which must not be.
import { describe, expect, test } from "vitest";
import { documentOf } from "../semantics/check-lines.ts";
import { context, findings, fixed, inCondition, inRules } from "./findings.ts";

describe("never true", () => {
  test.each([
    [
      "Temperature < 0C AND Temperature > 10C",
      "OM4002 Temperature < 0C AND Temperature > 10C: `Temperature < 0C AND Temperature > 10C` is never true: no `Temperature` fits both `Temperature < 0C` and `Temperature > 10C`; so its actions are never taken",
    ],
    [
      "Humidity > 120%",
      "OM4002 Humidity > 120%: `Humidity > 120%` is never true: `Humidity` is declared as 0..100 %; so its actions are never taken",
    ],
    [
      // Units are one: 0.5 m is not above 80 cm.
      "Distance < 50cm AND Distance > 0.8m",
      "OM4002 Distance < 50cm AND Distance > 0.8m: `Distance < 50cm AND Distance > 0.8m` is never true: no `Distance` fits both `Distance < 50cm` and `Distance > 0.8m`; so its actions are never taken",
    ],
    [
      'Mode == "auto" AND Mode == "manual"',
      'OM4002 Mode == "auto" AND Mode == "manual": `Mode == "auto" AND Mode == "manual"` is never true: no `Mode` fits both `Mode == "auto"` and `Mode == "manual"`; so its actions are never taken',
    ],
    [
      "Door AND NOT Door",
      "OM4002 Door AND NOT Door: `Door AND NOT Door` is never true: no `Door` fits both `Door` and `NOT Door`; so its actions are never taken",
    ],
    [
      "Distance IS MISSING AND Distance < 1m",
      "OM4002 Distance IS MISSING AND Distance < 1m: `Distance IS MISSING AND Distance < 1m` is never true: no `Distance` fits both `Distance IS MISSING` and `Distance < 1m`; so its actions are never taken",
    ],
    [
      // Whole numbers only.
      "Count > 2 AND Count < 3",
      "OM4002 Count > 2 AND Count < 3: `Count > 2 AND Count < 3` is never true: no `Count` fits both `Count > 2` and `Count < 3`; so its actions are never taken",
    ],
    [
      // Two readings compared.
      "Temperature > Limit AND Temperature <= Limit",
      "OM4002 Temperature > Limit AND Temperature <= Limit: `Temperature > Limit AND Temperature <= Limit` is never true: `Temperature > Limit` and `Temperature <= Limit` exclude each other; so its actions are never taken",
    ],
    [
      "length(Workers) < 0",
      "OM4002 length(Workers) < 0: `length(Workers) < 0` is never true, so its actions are never taken",
    ],
    ["false", "OM4002 false: `false` is never true, so its actions are never taken"],
    ["2 > 3", "OM4002 2 > 3: `2 > 3` is never true, so its actions are never taken"],
    [
      // The part that is to blame, and it alone.
      "Door AND (Temperature < 0C AND Temperature > 10C)",
      "OM4002 Temperature < 0C AND Temperature > 10C: `Temperature < 0C AND Temperature > 10C` is never true: no `Temperature` fits both `Temperature < 0C` and `Temperature > 10C`; so its actions are never taken",
    ],
    [
      "Door OR Humidity < 0%",
      "OM4002 Humidity < 0%: `Humidity < 0%` is never true: `Humidity` is declared as 0..100 %; so this alternative is idle",
    ],
  ])("%s", (condition, found) => {
    expect(inCondition(condition)).toEqual([found]);
  });

  test("in a loop's WHERE, a quantifier, a lambda, an arm's guard and a value", () => {
    expect(
      inRules(
        "- FOR w IN Workers WHERE w.distance < 1m AND w.distance > 2m { - IF w.trained THEN Act }",
      ),
    ).toEqual([
      expect.stringMatching(
        /^OM4002 w\.distance < 1m AND w\.distance > 2m: .* so the loop never does anything$/,
      ),
    ]);
    expect(inCondition("ANY w IN Workers SATISFIES (w.distance < 1m AND w.distance > 2m)")).toEqual(
      [expect.stringMatching(/^OM4002 w\.distance .* no member ever satisfies it$/)],
    );
    expect(inCondition("any(Workers, |w| w.trained AND NOT w.trained)")).toEqual([
      expect.stringMatching(/^OM4002 w\.trained AND NOT w\.trained: .* no member ever fits$/),
    ]);
    expect(
      inRules('- MATCH Mode { "auto" WHEN Humidity > 120% => Act, _ => Wait } UNKNOWN Wait'),
    ).toEqual([expect.stringMatching(/^OM4002 Humidity > 120%: .* so this arm is never taken$/)]);
    expect(inCondition("Distance < (IF Humidity > 120% THEN 1m ELSE 2m)")).toEqual([
      expect.stringMatching(/^OM4002 Humidity > 120%: .* so this value is never chosen$/),
    ]);
  });

  test("under a condition that the loop around it rules out", () => {
    expect(
      inRules("- FOR w IN Workers WHERE w.distance < 1m { - IF w.distance > 2m THEN Act(w.name) }"),
    ).toEqual([
      "OM4002 w.distance > 2m: `w.distance > 2m` is never true: the loop around it says otherwise; so its actions are never taken",
    ]);
  });

  test("through LET names that nothing changes", () => {
    expect(
      inRules(
        "- LET low = 0C",
        "- LET cold = Temperature < low",
        "- IF cold AND Temperature > 10C THEN Act",
      ),
    ).toEqual([expect.stringMatching(/^OM4002 cold AND Temperature > 10C/)]);
  });

  test("is said of a LET's value once, not wherever the name is read", () => {
    expect(
      inRules(
        "- LET cold = Temperature < 0C AND Temperature > 10C",
        "- IF cold AND Door THEN Act",
        "- IF cold THEN Wait",
      ),
    ).toEqual([expect.stringMatching(/^OM4002 Temperature < 0C AND .* so `cold` is never true$/)]);
  });

  test("in constraints: the clause never applies", () => {
    const constraint = ["- Safety: NEVER Act WHEN Humidity > 120%"];
    expect(findings({ context, rule: ["- IF Door THEN Act"], constraint })).toEqual([
      expect.stringMatching(/^OM4002 Humidity > 120%: .* so the clause never applies$/),
    ]);
  });
});

describe("always true", () => {
  test.each([
    [
      "Temperature < 50C OR Temperature > 40C",
      "OM4001 Temperature < 50C OR Temperature > 40C: `Temperature < 50C OR Temperature > 40C` is true whenever `Temperature` is known, so it decides nothing",
    ],
    [
      "Humidity >= 0%",
      "OM4001 Humidity >= 0%: `Humidity >= 0%` is true whenever `Humidity` is known: `Humidity` is declared as 0..100 %, so it decides nothing",
    ],
    [
      'Mode != "auto" OR Mode != "off"',
      'OM4001 Mode != "auto" OR Mode != "off": `Mode != "auto" OR Mode != "off"` is true whenever `Mode` is known: `Mode` is declared as "auto" | "manual" | "off", so it decides nothing',
    ],
    [
      'Mode IN ["auto", "manual", "off"]',
      'OM4001 Mode IN ["auto", "manual", "off"]: `Mode IN ["auto", "manual", "off"]` is true whenever `Mode` is known: `Mode` is declared as "auto" | "manual" | "off", so it decides nothing',
    ],
    ["true", "OM4001 true: `true` is always true, so it decides nothing"],
    [
      "Distance IS KNOWN OR Distance IS MISSING",
      "OM4001 Distance IS KNOWN OR Distance IS MISSING: `Distance IS KNOWN OR Distance IS MISSING` is always true, so it decides nothing",
    ],
    [
      "Humidity <= 100% AND Door",
      "OM4001 Humidity <= 100%: `Humidity <= 100%` is true whenever `Humidity` is known: `Humidity` is declared as 0..100 %, so it decides nothing",
    ],
  ])("%s", (condition, found) => {
    expect(inCondition(condition)).toEqual([found]);
  });

  test("what the loop's WHERE says already", () => {
    expect(
      inRules("- FOR w IN Workers WHERE w.distance < 1m { - IF w.distance < 2m THEN Act(w.name) }"),
    ).toEqual([
      "OM4001 w.distance < 2m: `w.distance < 2m` is always true: the loop around it says so already, so it decides nothing",
    ]);
  });

  test("`ALWAYS A WHEN true` is how a clause without a condition is written", () => {
    const constraint = ["- Safety: ALWAYS Act WHEN true"];
    expect(findings({ context, rule: ["- IF Door THEN Act ELSE Act2"], constraint })).toEqual([]);
  });
});

describe("redundant parts", () => {
  test.each([
    [
      "Temperature > 50C AND Temperature > 40C",
      "OM4004 Temperature > 40C: `Temperature > 40C` adds nothing: it holds wherever `Temperature > 50C` does",
      "IF Temperature > 50C THEN",
    ],
    [
      "Temperature > 40C AND Temperature > 50C",
      "OM4004 Temperature > 40C: `Temperature > 40C` adds nothing: it holds wherever `Temperature > 50C` does",
      "IF Temperature > 50C THEN",
    ],
    [
      "Temperature > 50C OR Temperature > 40C",
      "OM4004 Temperature > 50C: `Temperature > 50C` adds nothing: `Temperature > 40C` holds wherever it does",
      "IF Temperature > 40C THEN",
    ],
    [
      "Door OR (Door AND Alarm)",
      "OM4004 Door AND Alarm: `Door AND Alarm` adds nothing: `Door` holds wherever it does",
      "IF Door THEN",
    ],
    [
      "(Door OR Alarm) AND Distance < 1m AND (Door OR Alarm)",
      "OM4004 Door OR Alarm: `Door OR Alarm` adds nothing: it stands in the condition twice",
      "IF (Door OR Alarm) AND Distance < 1m THEN",
    ],
    [
      "Distance IS KNOWN AND Door AND Distance IS NOT MISSING",
      "OM4004 Distance IS NOT MISSING: `Distance IS NOT MISSING` adds nothing: it holds wherever `Distance IS KNOWN` does",
      "IF Distance IS KNOWN AND Door THEN",
    ],
    [
      'Mode == "auto" OR Mode IN ["auto", "off"]',
      'OM4004 Mode == "auto": `Mode == "auto"` adds nothing: `Mode IN ["auto", "off"]` holds wherever it does',
      'IF Mode IN ["auto", "off"] THEN',
    ],
    [
      "Count >= 3 AND Count > 2",
      "OM4004 Count > 2: `Count > 2` adds nothing: it holds wherever `Count >= 3` does",
      "IF Count >= 3 THEN",
    ],
    [
      // Twice, for one subject alone: Temperature and Limit, seen from both sides.
      "Temperature > Limit AND Limit < Temperature",
      "OM4004 Limit < Temperature: `Limit < Temperature` adds nothing: it holds wherever `Temperature > Limit` does",
      "IF Temperature > Limit THEN",
    ],
  ])("%s", (condition, found, after) => {
    expect(inCondition(condition)).toEqual([found]);
    const text = documentOf({ context, rule: [`- IF ${condition} THEN Act UNKNOWN Wait`] });
    expect(fixed(text, "OM4004")).toContain(after);
  });
});

describe("conditions that decide something stay silent", () => {
  test.each([
    "Temperature < 0C OR Temperature > 10C",
    "Temperature > 0C AND Temperature < 10C",
    "Temperature >= 10C AND Temperature <= 10C",
    "Count > 2 AND Count < 4",
    "Ratio > 2 AND Ratio < 3",
    // IS KNOWN makes the unknown false: it is not redundant.
    "Distance IS KNOWN AND Distance < 1m",
    "Distance IS MISSING OR Distance < 1m",
    "Distance IS KNOWN AND Distance >= 1m AND Distance < 5m",
    // Different subjects that look alike.
    "Workers[0].distance < 1m AND Workers[1].distance > 2m",
    'Workers[0].name == "Ana" AND Workers[1].name == "Ben"',
    "(ANY w IN Workers SATISFIES w.distance < 1m) AND (ANY w IN Workers SATISFIES w.distance > 2m)",
    "(ALL w IN Workers SATISFIES w.trained) OR (NONE w IN Workers SATISFIES w.trained)",
    // Two of an open set of texts.
    'Zone == "a" OR Zone == "b"',
    'Zone != "a" AND Zone != "b"',
    'Zone STARTS WITH "a" AND Zone ENDS WITH "b"',
    "Temperature > Limit AND Temperature < 80C",
    "Door AND Alarm OR NOT Door AND NOT Alarm"
      .replace(" OR ", ") OR (")
      .replace(/^/, "(")
      .concat(")"),
    "Started < std::time::now()",
  ])("%s", (condition) => {
    expect(inRules(`- IF ${condition} THEN Act`)).toEqual([]);
  });

  test("a LET name that SET changes is another value each time", () => {
    expect(
      inRules(
        "- LET margin = 1m",
        "- IF Distance < margin THEN Act UNKNOWN Wait",
        "- SET margin = 2m",
        "- IF Distance > margin THEN Act UNKNOWN Wait",
        "- IF Distance > margin AND margin > 1m THEN Wait",
      ),
    ).toEqual([]);
  });

  test("the same name in two loops is two things", () => {
    expect(
      inRules(
        "- FOR w IN Workers WHERE w.distance < 1m {",
        "    - FOR v IN Workers WHERE v.distance > 2m { - IF v.trained AND NOT w.trained THEN Act(v.name, w.name) }",
        "  }",
      ),
    ).toEqual([]);
  });

  test("a range is not lent to what is computed from it", () => {
    expect(
      inRules(
        "- LET doubled = Humidity + Humidity",
        "- LET level = Humidity",
        "- SET level = level + 50%",
        "- IF doubled > 120% OR level > 120% OR sum([Humidity, Humidity]) > 120% THEN Act UNKNOWN Wait",
      ),
    ).toEqual([]);
  });

  test("a document that does not type is left alone", () => {
    expect(
      inCondition("Distance < 1s AND Distance > 2s").filter((line) => line.startsWith("OM4")),
    ).toEqual([]);
  });
});

// Single expressions: what is found in them, how it is put right, and what must stay silent.
import { describe, expect, test } from "vitest";
import { documentOf } from "../semantics/check-lines.ts";
import { context, fixed, inCondition, inRules } from "./findings.ts";

const putRight = (condition: string, code: string): string | null => {
  const text = documentOf({ context, rule: [`- IF ${condition} THEN Act UNKNOWN Wait`] });
  return /IF (.*) THEN Act/s.exec(fixed(text, code) ?? "")?.[1] ?? null;
};

describe("computed numbers compared with ==", () => {
  test.each([
    "Distance / Speed == 2s",
    "Ratio + 0.1 == 0.3",
    "2s != Distance / Speed",
    "avg([Ratio, 2]) == 1",
    "std::math::sqrt(Ratio) == 2",
    "Ratio * 2 == 3",
    "Distance + 1m == 3m",
  ])("%s", (condition) => {
    expect(inCondition(condition)).toEqual([
      expect.stringMatching(/^OM4060 .* left to chance; use/),
    ]);
  });

  test("through a LET name", () => {
    expect(inRules("- LET t = Distance / Speed", "- IF t == 2s THEN A UNKNOWN B")).toEqual([
      "OM4060 t == 2s: `t` is computed and may be off in its last digit, so == is left to chance; use `<` or `>`, or `abs(t - 2s)` with how near is enough",
    ]);
  });

  test.each([
    "Distance == 2.5m",
    "Ratio == 0.3",
    "Count + 1 == 3",
    "Count MOD 2 == 0",
    "length(Workers) * 2 - 1 == 3",
    "Distance - 2 * Distance == 0m",
    "max([Ratio, 2]) == 2",
    "Distance / Speed >= 2s",
    '1 == (MATCH Mode { "auto" => 1, _ => 2 })',
  ])("%s is fine", (condition) => {
    expect(inCondition(condition)).toEqual([]);
  });

  test("a LET name that counts is whole", () => {
    expect(
      inRules(
        "- LET n = 0",
        "- FOR w IN Workers { - SET n = n + 1 - IF w.trained THEN A }",
        "- IF n + 1 == 3 THEN A",
      ),
    ).toEqual([]);
  });
});

describe("comparisons with themselves", () => {
  test.each([
    [
      "Distance < Distance",
      "`Distance < Distance` compares a value with itself: it is false whenever the value is known",
    ],
    [
      "Workers[0].distance >= Workers[0].distance",
      "`Workers[0].distance >= Workers[0].distance` compares a value with itself: it is true whenever the value is known",
    ],
  ])("%s", (condition, message) => {
    expect(inCondition(condition)).toEqual([`OM4061 ${condition}: ${message}`]);
  });

  test("not two loop variables of one name", () => {
    expect(
      inCondition(
        "(ANY w IN Workers SATISFIES w.distance < 1m) == (ANY w IN Workers SATISFIES w.distance < 2m)",
      ),
    ).toEqual([]);
    expect(inCondition("Workers[0].distance < Workers[1].distance")).toEqual([]);
  });
});

describe("NOT before a comparison", () => {
  test.each([
    ["NOT Distance == 1m", "Distance != 1m"],
    ["NOT Distance < 1m", "Distance >= 1m"],
    ["NOT (Distance >= 1m)", "Distance < 1m"],
    ["NOT NOT Door", "Door"],
    ['NOT Zone IN ["a", "b"]', 'Zone NOT IN ["a", "b"]'],
    ["NOT Distance IS MISSING", "Distance IS NOT MISSING"],
    ["NOT Distance IS NOT KNOWN", "Distance IS KNOWN"],
    ["Door AND NOT Distance > 1m", "Door AND Distance <= 1m"],
  ])("%s", (condition, plain) => {
    expect(inRules(`- IF ${condition} THEN A`)).toEqual([expect.stringMatching(/^OM4062 /)]);
    expect(putRight(condition, "OM4062")).toBe(plain);
  });

  test.each([
    "NOT Door",
    "NOT Distance BETWEEN 1m AND 2m",
    'NOT Zone MATCHES "^a"',
    "NOT (Door AND Alarm)",
    'NOT Zone CONTAINS "a"',
    "NONE w IN Workers SATISFIES w.trained",
  ])("%s is fine", (condition) => {
    expect(inRules(`- IF ${condition} THEN A`)).toEqual([]);
  });
});

describe("bounds, divisions and lists", () => {
  test.each([
    [
      "Distance BETWEEN 5m AND 1m",
      "OM4063 5m AND 1m: no `Distance` lies between `5m` and `1m`; the lower end comes first",
      "Distance BETWEEN 1m AND 5m",
    ],
    [
      "Distance BETWEEN 1m AND 50cm",
      "OM4063 1m AND 50cm: no `Distance` lies between `1m` and `50cm`; the lower end comes first",
      "Distance BETWEEN 50cm AND 1m",
    ],
    [
      "Distance BETWEEN(5m)AND-1m",
      "OM4063 5m)AND-1m: no `Distance` lies between `5m` and `-1m`; the lower end comes first",
      "Distance BETWEEN(-1m)AND 5m",
    ],
    [
      "Distance / 0 > 1m",
      "OM4064 Distance / 0: `Distance / 0` divides by zero, so it is always unknown",
      null,
    ],
    [
      "Count MOD 0 > 1",
      "OM4064 Count MOD 0: `Count MOD 0` divides by zero, so it is always unknown",
      null,
    ],
    ["Zone IN []", "OM4065 []: IN over an empty list: it is never true", null],
    ["Zone NOT IN []", "OM4065 []: NOT IN over an empty list: it is always true", null],
    [
      "ANY z IN [] SATISFIES z == Zone",
      "OM4065 []: ANY over an empty list: it is never true",
      null,
    ],
    [
      'Zone IN ["a", "b", "a"]',
      'OM4066 "a": `"a"` stands in this list already',
      'Zone IN ["a", "b"]',
    ],
    [
      "Door OR Alarm AND Distance < 1m",
      "OM4067 Alarm AND Distance < 1m: AND binds tighter than OR; put `Alarm AND Distance < 1m` in parentheses so that nobody has to know",
      "Door OR (Alarm AND Distance < 1m)",
    ],
    [
      "Alarm AND Distance < 1m OR Door",
      "OM4067 Alarm AND Distance < 1m: AND binds tighter than OR; put `Alarm AND Distance < 1m` in parentheses so that nobody has to know",
      "(Alarm AND Distance < 1m) OR Door",
    ],
  ])("%s", (condition, found, plain) => {
    expect(inCondition(condition)).toEqual([found]);
    if (plain !== null) {
      expect(
        ["OM4063", "OM4066", "OM4067"].map((code) => putRight(condition, code)).find(Boolean),
      ).toBe(plain);
    }
  });

  test("FOR over an empty list", () => {
    expect(inRules("- FOR z IN [] { - IF z == Zone THEN A }")).toEqual([
      "OM4065 []: FOR over an empty list: the loop never turns",
    ]);
  });

  test.each([
    "Distance BETWEEN 1m AND 1m",
    "Distance BETWEEN 50cm AND 1m",
    "Distance BETWEEN 2 * Speed * 1s AND 1m",
    "Ratio / 2 > 1",
    "Ratio / Ratio > 1",
    'Zone IN ["a", "b"]',
    'ANY z IN ["a", "b"] SATISFIES Zone STARTS WITH z',
    "(Door AND Alarm) OR Distance < 1m",
    "Door AND (Alarm OR Distance < 1m)",
    "( Door AND Alarm ) OR (Distance < 1m AND Alarm)",
    "(Door) AND (Alarm)",
  ])("%s is fine", (condition) => {
    expect(inCondition(condition)).toEqual([]);
  });
});

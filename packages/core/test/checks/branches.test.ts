// Branches, arms and clauses that are never reached; values that no arm answers.
import { describe, expect, test } from "vitest";
import { documentOf } from "../semantics/check-lines.ts";
import { context, fixed, inRules } from "./findings.ts";

describe("branches", () => {
  test("an earlier branch takes them", () => {
    expect(
      inRules("- IF Temperature > 40C THEN A ELSE IF Temperature > 60C THEN B ELSE C UNKNOWN D"),
    ).toEqual([
      "OM4010 Temperature > 60C: this branch is never reached: wherever `Temperature > 60C` holds, `Temperature > 40C` is taken before it",
    ]);
  });

  test("several earlier branches take them together", () => {
    expect(
      inRules(
        '- IF Mode == "auto" THEN A ELSE IF Mode == "manual" THEN B ELSE IF Mode != "off" THEN C ELSE D UNKNOWN E',
      ),
    ).toEqual([
      'OM4010 Mode != "off": this branch is never reached: wherever `Mode != "off"` holds, an earlier branch is taken before it',
    ]);
  });

  test("ELSE after every case, which is often meant for missing data", () => {
    expect(
      inRules("- IF Temperature > 40C THEN A ELSE IF Temperature <= 40C THEN B ELSE C"),
    ).toEqual([
      "OM4011 C: ELSE is never reached, what stands before it answers every value; for missing data write UNKNOWN",
    ]);
    expect(inRules("- IF Door THEN A ELSE IF NOT Door THEN B ELSE C, D")).toEqual([
      "OM4011 C, D: ELSE is never reached, what stands before it answers every value; for missing data write UNKNOWN",
    ]);
  });

  test("in the values of a choice too", () => {
    expect(
      inRules(
        "- LET level = (IF Humidity > 40% THEN 1 ELSE IF Humidity > 60% THEN 2 ELSE 3)",
        "- IF level > 1 THEN A UNKNOWN A",
      ),
    ).toEqual([expect.stringMatching(/^OM4010 Humidity > 60%/)]);
  });

  test("UNKNOWN of a condition that is never unknown", () => {
    const found =
      "OM4012 Call: this UNKNOWN never runs: with IS KNOWN or IS MISSING the condition is true or false, whatever is missing";
    expect(inRules("- IF Distance IS MISSING THEN A UNKNOWN Call")).toEqual([found]);
    expect(inRules("- IF Distance IS KNOWN AND Distance < 1m THEN A UNKNOWN Call")).toEqual([
      found,
    ]);
  });

  test.each([
    "- IF Temperature > 60C THEN A ELSE IF Temperature > 40C THEN B ELSE C UNKNOWN D",
    "- IF Temperature > 40C AND Door THEN A ELSE IF Temperature > 60C THEN B ELSE C UNKNOWN D",
    "- IF Temperature < 0C THEN A ELSE IF Temperature > 0C THEN B ELSE C UNKNOWN D",
    '- IF Mode == "auto" THEN A ELSE IF Mode == "manual" THEN B ELSE C UNKNOWN D',
    "- IF Distance IS KNOWN AND Distance < Speed * 2s THEN A UNKNOWN B",
    "- IF Workers[0].distance IS KNOWN AND Workers[1].distance < 1m THEN A UNKNOWN B",
    // A condition that is always true is spoken of as such, once.
  ])("%s is fine", (rule) => {
    expect(inRules(rule)).toEqual([]);
  });

  test("one root cause, one diagnostic", () => {
    expect(inRules("- IF Humidity >= 0% THEN A ELSE IF Humidity > 50% THEN B ELSE C")).toEqual([
      expect.stringMatching(/^OM4001 Humidity >= 0%/),
      expect.stringMatching(/^OM4010 Humidity > 50%/),
    ]);
    expect(inRules("- IF Humidity > 120% THEN A ELSE B")).toEqual([
      expect.stringMatching(/^OM4002 Humidity > 120%/),
    ]);
  });
});

describe("arms", () => {
  test.each([
    [
      'Mode { "auto" => A, "auto" => B, _ => C }',
      'OM4013 "auto": the arm `"auto"` is never reached: `"auto"` takes whatever fits it',
    ],
    [
      "Count { 0 => A, 1 | 2 | 1 => B, _ => C }",
      "OM4013 1: the alternative `1` is never reached: no value is left for it",
    ],
    [
      "Count { 0..10 => A, 3..5 => B, _ => C }",
      "OM4013 3..5: the arm `3..5` is never reached: `0..10` takes whatever fits it",
    ],
    [
      "Count { 0..2 => A, 3..5 => B, 1..4 => C, _ => D }",
      "OM4013 1..4: the arm `1..4` is never reached: no value is left for it",
    ],
    [
      "Count { _ => A, 3 => B }",
      "OM4013 3: the arm `3` is never reached: `_` takes whatever fits it",
    ],
    [
      "Humidity { 0%..50% => A, 120%..130% => B, _ => C }",
      "OM4013 120%..130%: the arm `120%..130%` is never reached: no value is left for it",
    ],
    [
      'Mode { "auto" => A, "manual" | "off" => B, _ => C }',
      "OM4011 _: `_` is never reached, what stands before it answers every value; for missing data write UNKNOWN",
    ],
    [
      "Door { true => A, false => B, _ => C }",
      "OM4011 _: `_` is never reached, what stands before it answers every value; for missing data write UNKNOWN",
    ],
    [
      "Count { 10..3 => A, _ => B }",
      "OM4015 10..3: no value lies in `10..3`; the lower end comes first",
    ],
    [
      'Mode { "auto" => A, "manual" => B }',
      'OM4014 Mode: no arm answers when `Mode` is `"off"`: nothing is then done; name it or add `_`',
    ],
    [
      "Temperature > 40C { true => A }",
      "OM4014 Temperature > 40C: no arm answers when `Temperature > 40C` is `false`: nothing is then done; name it or add `_`",
    ],
  ])("MATCH %s", (match, found) => {
    expect(inRules(`- MATCH ${match} UNKNOWN U`)).toEqual([found]);
  });

  test.each([
    'Mode { "auto" => A, "manual" => B, _ => C }',
    'Mode { "auto" WHEN Door => A, "auto" => B, _ => C }',
    'Mode { "auto" WHEN Door => A, "manual" => B, "off" => C }',
    "Count { 0..6 => A, 6..8 => B, _ => C }",
    "Humidity { 95%..100% => A, 80%..95% => B, _ => C }",
    "Count { 1 => A, 2 => B }",
    // The unit behind the upper end covers both.
    "Distance { 5..50cm => A, 1..4m => B, 90cm => C, _ => D }",
    'Zone { "a" => A, "b" => B }',
    'std::string::lower(Zone) { "a" => A, "b" => B }',
    "[Count, 1] { [1, 1] => A, [2, 1] => B, _ => C }",
  ])("MATCH %s is fine", (match) => {
    expect(inRules(`- MATCH ${match} UNKNOWN U`)).toEqual([]);
  });

  test("a MATCH that gives a value is unknown where no arm answers", () => {
    expect(inRules('- IF Count > MATCH Mode { "auto" => 1, "off" => 2 } THEN A UNKNOWN B')).toEqual(
      [
        'OM4014 Mode: no arm answers when `Mode` is `"manual"`: the value is then unknown; name it or add `_`',
      ],
    );
  });

  test("a reversed range is put right", () => {
    const text = documentOf({ context, rule: ["- MATCH Count { 10..3 => A, _ => B }"] });
    expect(fixed(text, "OM4015")).toContain("MATCH Count { 3..10 => A");
  });
});

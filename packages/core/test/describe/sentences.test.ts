// Rules in sentences: what a safety engineer who reads no code is told.
import { describe, expect, test } from "vitest";
import { standardFunctions } from "../../src/std/standard-library.ts";
import { told } from "./told.ts";

/** Without a rule around it, a condition and what it is said as. */
const conditions: readonly (readonly [written: string, said: string])[] = [
  ["Distance < 1m", "Distance is below 1 m"],
  ["Distance >= 1.50m", "Distance is at least 1.50 m"],
  ["NOT Distance > 2m", "Distance is not above 2 m"],
  ["Temperature <= -5C", "Temperature is at most −5 °C"],
  ["Battery == 20%", "Battery is 20%"],
  ['Mode != "auto"', "Mode is not “auto”"],
  ['Mode IN ["a", "b", "c"]', "Mode is one of “a”, “b” or “c”"],
  ['Mode NOT IN ["a"]', "Mode is none of “a”"],
  ["Mode IN Modes", "Mode is in Modes"],
  ["NOT Mode IN Modes", "Mode is not in Modes"],
  ["Level BETWEEN 1 AND 3", "Level is between 1 and 3 (both included)"],
  ["Level IS MISSING", "Level is not known"],
  ["NOT Level IS MISSING", "Level is known"],
  ['Name STARTS WITH "x"', "Name starts with “x”"],
  ["Stopped", "Stopped is true"],
  ["NOT Stopped", "Stopped is false"],
  ["Stopped AND NOT Moving", "Stopped is true and Moving is false"],
  ["Stopped OR Moving AND Armed", "Stopped is true or (Moving is true and Armed is true)"],
  ["NOT (Stopped AND Armed)", "not (Stopped is true and Armed is true)"],
  [
    "ANY w IN Workers SATISFIES w.distance < 1m",
    "there is at least one w in Workers for which w.distance is below 1 m",
  ],
  ["ALL w IN Workers SATISFIES w.ready", "for every w in Workers, w.ready is true"],
  ["NONE w IN Workers SATISFIES w.ready", "there is no w in Workers for which w.ready is true"],
  ["2 * Load / Area > 3", "2 × Load / Area is above 3"],
  ["Load * (Wind + Gust) > 3", "Load × (Wind + Gust) is above 3"],
  ["Load > (IF Stopped THEN 1 ELSE 2)", "Load is above (1 if Stopped is true, otherwise 2)"],
  ["sum(map(Loads, |l| l.mass)) > 3kg", "the sum of l.mass for each l in Loads is above 3 kg"],
  ["Acceleration > 9.8m/s^2", "Acceleration is above 9.8 m/s²"],
  [
    "length(filter(Loads, |l| l.mass > 3kg)) > 2",
    "the number of l in Loads where l.mass is above 3 kg is above 2",
  ],
];

describe("a condition", () => {
  test.each(conditions)("%s", (written, said) => {
    expect(told(`- IF ${written} THEN Stop`)).toEqual([`When ${said}: Stop`]);
  });
});

describe("a rule", () => {
  test("says its branches in the order they are tried, and what is not known last", () => {
    expect(
      told(`- TooClose: IF Distance < 1m THEN Stop, Sound("horn", times: 3)
  ELSE IF Distance < 2m THEN SlowDown
  ELSE Run
  UNKNOWN Call "operator"`),
    ).toEqual([
      "When Distance is below 1 m: Stop, Sound (“horn”, times: 3)",
      "Otherwise, when Distance is below 2 m: SlowDown",
      "Otherwise: Run",
      "If Distance is not known: Call “operator”",
    ]);
  });

  test("names what it cannot be decided from, as long as that is not too much", () => {
    expect(told("- IF A > 1 AND B.c > 2 THEN Stop UNKNOWN Call").at(-1)).toBe(
      "If this cannot be decided from A and B.c: Call",
    );
    expect(told("- IF A + B + C + D + E > 1 THEN Stop UNKNOWN Call").at(-1)).toBe(
      "If this cannot be decided from what is known: Call",
    );
  });

  test("of patterns", () => {
    expect(
      told(
        `- MATCH Level { 0..3 => Log, 4 | 5 WHEN Armed OR Tested => Call, _ => Stop } UNKNOWN Call`,
      ),
    ).toEqual([
      "When Level is 0 to 3: Log",
      "When Level is 4 or 5 and (Armed is true or Tested is true): Call",
      "Otherwise: Stop",
      "If Level is not known: Call",
    ]);
  });

  test("of loops, with the rules in them", () => {
    expect(
      told(`- LET n = 0
- FOR worker, i IN Workers WHERE worker.distance < 3m {
    - IF NOT worker.trained THEN Sound(worker.name)
  } UNKNOWN Stop
- WHILE n < 3 MAX 10 { - SET n = n + 1 }
- WHILE Moving { - IF Armed THEN Stop }
- FAILSAFE THEN Stop`),
    ).toEqual([
      "n stands for 0",
      "For each worker in Workers where worker.distance is below 3 m (i counts them from 0)",
      "  When worker.trained is false: Sound (worker.name)",
      "If Workers is not known: Stop",
      "As long as n is below 3, over and over (at most 10 times)",
      "  n becomes n + 1",
      "When Moving is true",
      "  When Armed is true: Stop",
      "If the decision would be incomplete or cut short by a limit: Stop",
    ]);
  });

  test("of which not everything could be read", () => {
    expect(told("- IF Distance < THEN Stop\n- nonsense here")).toEqual([
      "When Distance is below …: nothing",
      "This item could not be read",
    ]);
  });
});

describe("the standard library", () => {
  test.each([...standardFunctions.values()].map(({ name, examples }) => [name, examples]))(
    "%s has words",
    (name, examples) => {
      for (const { call } of examples) {
        const [sentence = ""] = told(`- LET x = ${call}`);
        // A function without words is shown by its name and a bracket.
        expect(sentence).not.toContain(`${name.slice(name.lastIndexOf(":") + 1)}(`);
        expect(sentence).not.toMatch(/\{\w+\}/);
      }
    },
  );
});

// What undeclared attributes become: settled by their uses, whatever the order, and never guessed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeType } from "../../src/semantics/number-type.ts";
import { type Checked, check, conditionOf, remarks } from "./check-lines.ts";

const rules = (...conditions: readonly string[]) =>
  conditions.map((each) => `- IF ${each} THEN Stop`);
const typesOf = ({ analysis }: Checked): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...analysis.attributes.values()]
      .filter(({ declaration }) => declaration === null)
      .map(({ name, type }) => [name, describeType(type)]),
  );
const inferred = (...conditions: readonly string[]) =>
  typesOf(check({ context: ["- Reach: <m>"], rule: rules(...conditions) }));

describe("kinds and units come from use", () => {
  test.each([
    [["X < 5m"], { X: "length (m)" }],
    [["X < 5", "X > 3m"], { X: "length (m)" }],
    [["X < Y", "Y < 5km"], { X: "length (km)", Y: "length (km)" }],
    [["X < Reach"], { X: "length (m)" }],
    [["Battery < 20%"], { Battery: "ratio (%)" }],
    [['X == "a"'], { X: "text" }],
    [['X < "2026-05-01T00:00:00Z"'], { X: "a point in time" }],
    [['X == "2026-05-01"', 'std::time::hour(X, "Z") > 3'], { X: "a point in time" }],
    [["X - Y > 5min"], { X: "time (min)", Y: "time (min)" }],
    [['X - "2026-05-01T00:00:00Z" > 5min'], { X: "a point in time" }],
    [["X * 2 > 5m"], { X: "length (m)" }],
    [["X - Y > 5C"], { X: "temperature (C)", Y: "temperature (C)" }],
    [["X"], { X: "true or false" }],
    [["X AND Y == X"], { X: "true or false", Y: "true or false" }],
    [["ANY x IN Xs SATISFIES x < 5m"], { Xs: "a list of length (m)" }],
    [["avg(Xs) < 5km"], { Xs: "a list of length (km)" }],
    [["Xs[0] < 5m"], { Xs: "a list of length (m)" }],
    [["max(X, 5m) < Reach"], { X: "length (m)" }],
    [["(IF F THEN X ELSE 5m) < Reach"], { X: "length (m)", F: "true or false" }],
    [["X == Y"], { X: "of no settled kind", Y: "of no settled kind" }],
    [["X.y == X"], { X: "a record" }],
  ])("%j", (conditions, types) => {
    expect(inferred(...conditions)).toEqual(types);
  });

  test("nested records, lists and lambdas", () => {
    const { analysis } = check({
      rule: rules('Cell.arm.reach < 5m AND Cell.name == "A"', "sum(map(Crew, |w| w.load)) > 5kg"),
    });
    const record = analysis.attributes.get("Cell")?.type;
    expect(record).toMatchObject({
      kind: "record",
      open: true,
      fields: [
        { name: "arm", type: { fields: [{ name: "reach", type: { unit: { symbol: "m" } } }] } },
        { name: "name", type: { kind: "text" } },
      ],
    });
    expect(analysis.attributes.get("Crew")?.type).toMatchObject({
      element: { fields: [{ name: "load", type: { unit: { symbol: "kg" } } }] },
    });
  });

  test("LET, SET, loops and MATCH pass types on", () => {
    const checked = check({
      context: ["- Reach: <m>"],
      rule: [
        "- LET gap = X - Y",
        "- IF gap < 5m THEN Stop",
        "- FOR w IN Ws WHERE w.near { - IF w.load > 5kg THEN Stop }",
        '- MATCH Mode { "a" | "b" => Stop, _ => Go }',
      ],
    });
    expect(typesOf(checked)).toMatchObject({ X: "length (m)", Y: "length (m)", Mode: "text" });
    expect(checked.analysis.attributes.get("Ws")?.type).toMatchObject({
      element: { fields: [{ name: "near" }, { name: "load" }] },
    });
  });

  test("constraints take part, examples do not", () => {
    const checked = check({
      rule: ["- IF X == Y THEN Stop"],
      constraint: ["- Safety: NEVER Stop WHEN X > 5m"],
      examples: ["EXAMPLE a:", "- GIVEN Y = 3m", "- EXPECT NOTHING"],
    });
    expect(typesOf(checked)).toEqual({ X: "length (m)", Y: "length (m)" });
    expect(
      typesOf(
        check({ rule: ["- IF X == Y THEN Stop"], examples: ["EXAMPLE a:", "- GIVEN Y = 3m"] }),
      ),
    ).toEqual({ X: "of no settled kind", Y: "of no settled kind" });
  });
});

describe("two units for one bare reading are an error", () => {
  test.each([
    [["X < 1m", "X > 3ft"], "3ft"],
    [["X < Reach", "X > 5km"], "5km"],
    [["X + 5cm > 2m"], "2m"],
    [["w.d < 1m", "w.d > 3ft"], "3ft"],
  ])("%j", (conditions, at) => {
    expect(remarks({ context: ["- Reach: <m>"], rule: rules(...conditions) })).toEqual([
      `error OM3056 ${at}`,
    ]);
  });
  test("once for an attribute, and not where a declared one makes the unit plain to see", () => {
    expect(remarks({ rule: rules("X < 1m", "X > 3ft", "X > 4ft", "X > 5km") })).toHaveLength(1);
    expect(remarks({ context: ["- Reach: <m>"], rule: rules("X + Reach > 5km") })).toEqual([]);
  });
});

test("a reading literal takes the inferred unit", () => {
  expect(conditionOf({ rule: rules("X < 50", "X > 3cm") })).toBe("#0(< X 50)");
});

test("inference does not depend on the order of rules", () => {
  const uses = ["X < Y", "Y < 5km", "X > Z", "Z == W.a", 'M == "x"', "F AND G == F", "avg(L) > X"];
  const whole = inferred(...uses);
  fc.assert(
    fc.property(fc.shuffledSubarray(uses, { minLength: uses.length }), (shuffled) => {
      expect(inferred(...shuffled)).toEqual(whole);
    }),
  );
});

// Section 2 of the language: missing data is never silently false.
import { describe, expect, test } from "vitest";
import { actionsOf, decide, short } from "./decide.ts";

const context = "- Distance: <m>\n- Speed: <km/h>\n- Moving: <boolean>";

describe("a rule fires only on true", () => {
  const rule = "- IF Distance < 1m THEN StopMachine";

  test("true fires, false does not, and both are decided", () => {
    expect(short(decide({ context, rule }, { Distance: 0.8 }))).toEqual({
      status: "decided",
      actions: "StopMachine (R1)",
    });
    expect(short(decide({ context, rule }, { Distance: 1.2 }))).toEqual({ status: "decided" });
  });

  test.each([
    ["a path that is absent", {}, "missing"],
    ["a path that is null", { Distance: null }, "missing"],
    ["a value of the wrong kind", { Distance: "near" }, "wrong kind"],
    ["a value of another dimension", { Distance: "3s" }, "wrong kind"],
  ])("%s is unknown: nothing fires and the decision says why", (_case, given, reason) => {
    expect(short(decide({ context, rule }, given))).toEqual({
      status: "incomplete",
      unknowns: `Distance ${reason} (R1)`,
    });
  });

  test("a value outside its declared range is unknown", () => {
    const ranged = { context: "- Distance: <0..50 m>", rule };
    expect(short(decide(ranged, { Distance: 51 })).unknowns).toBe("Distance out of range (R1)");
  });

  test("an UNKNOWN clause answers, and the unknown is listed as handled", () => {
    const answered = { context, rule: `${rule} UNKNOWN SlowDown` };
    expect(short(decide(answered, {}))).toEqual({
      status: "decided",
      actions: "SlowDown (R1)",
      unknowns: "Distance missing (R1, handled)",
    });
  });
});

describe("unknown propagates through operators, calls, LET and SET", () => {
  test.each([
    ["- IF Distance * 2 + 1m > 3m THEN A"],
    ["- IF abs(Distance) > 3m THEN A"],
    ["- IF NOT (Distance > 3m) THEN A"],
    ["- LET d = Distance * 2\n- LET e = d + 1m\n- IF e > 3m THEN A"],
    ["- LET d = 1m\n- SET d = Distance\n- IF d > 3m THEN A"],
    ["- IF (IF Distance > 3m THEN 1 ELSE 2) == 2 THEN A"],
  ])("%s", (rule) => {
    const { unknowns, status, actions } = decide({ context, rule }, {});
    expect(status).toBe("incomplete");
    expect(actions).toEqual([]);
    expect(unknowns.map(({ path }) => path)).toEqual(["Distance"]);
  });

  test("an unknown LET is no finding until it keeps an item from being decided", () => {
    const rule = "- LET d = Distance * 2\n- IF Moving THEN A ELSE IF d > 1m THEN B";
    expect(short(decide({ context, rule }, { Moving: true }))).toEqual({
      status: "decided",
      actions: "A (R2)",
    });
    expect(short(decide({ context, rule }, { Moving: false })).unknowns).toBe(
      "Distance missing (R2)",
    );
  });
});

describe("AND, OR and NOT follow Kleene's tables", () => {
  const decided = (rule: string, given: object): object => short(decide({ context, rule }, given));

  test("`false AND` and `true OR` do not look at their right side", () => {
    expect(decided("- IF Moving AND Distance < 1m THEN A", { Moving: false })).toEqual({
      status: "decided",
    });
    expect(decided("- IF Moving OR Distance < 1m THEN A", { Moving: true })).toEqual({
      status: "decided",
      actions: "A (R1)",
    });
  });

  test("otherwise both sides are evaluated, left to right, and their unknowns listed", () => {
    expect(decided("- IF Speed > 1km/h AND Distance < 1m THEN A", {})).toEqual({
      status: "incomplete",
      unknowns: "Speed missing (R1), Distance missing (R1)",
    });
  });

  test("a right side that decides makes the left's unknown matter no more", () => {
    expect(decided("- IF Distance < 1m AND Moving THEN A", { Moving: false })).toEqual({
      status: "decided",
    });
    expect(decided("- IF Distance < 1m OR Moving THEN A", { Moving: true })).toEqual({
      status: "decided",
      actions: "A (R1)",
    });
  });
});

describe("IS KNOWN and IS MISSING", () => {
  test.each([
    [{}, "A"],
    [{ Distance: null }, "A"],
    [{ Distance: "near" }, "A"],
    [{ Distance: 2 }, "B"],
  ])("are never unknown: %j", (given, actions) => {
    const rule = "- IF Distance IS MISSING THEN A\n- IF Distance IS KNOWN THEN B";
    const decision = decide({ context, rule }, given);
    expect([actionsOf(decision), decision.status]).toEqual([actions, "decided"]);
  });

  test("IS NOT turns them round", () => {
    const rule = "- IF Distance IS NOT MISSING THEN A\n- IF Distance IS NOT KNOWN THEN B";
    expect(actionsOf(decide({ context, rule }, { Distance: 2 }))).toBe("A");
    expect(actionsOf(decide({ context, rule }, {}))).toBe("B");
  });
});

describe("lists", () => {
  const lists = "- Distances: <[m]>\n- Near: <m>";
  const on = (condition: string, given: object): string => {
    const decision = decide({ context: lists, rule: `- IF ${condition} THEN A ELSE B` }, given);
    return decision.unknowns.length > 0
      ? decision.unknowns.map(({ path, reason }) => `${path} ${reason}`).join(", ")
      : actionsOf(decision);
  };

  test.each([
    ["ANY d IN Distances SATISFIES d < 1m", [], "B"],
    ["ALL d IN Distances SATISFIES d < 1m", [], "A"],
    ["NONE d IN Distances SATISFIES d < 1m", [], "A"],
    ["ANY d IN Distances SATISFIES d < 1m", [null, 0.5], "A"],
    ["ANY d IN Distances SATISFIES d < 1m", [null, 2], "Distances[0] missing"],
    ["ALL d IN Distances SATISFIES d < 1m", [null, 2], "B"],
    ["ALL d IN Distances SATISFIES d < 1m", [0.5, null], "Distances[1] missing"],
    ["NONE d IN Distances SATISFIES d < 1m", [null, 0.5], "B"],
    ["NONE d IN Distances SATISFIES d < 1m", [2, null], "Distances[1] missing"],
  ])("ANY is a Kleene OR, ALL and NONE an AND: %s over %j", (condition, Distances, expected) => {
    expect(on(condition, { Distances })).toBe(expected);
  });

  test.each([
    [2, [1, 2], "A"],
    [2, [null, 2], "A"],
    [2, [null, 3], "Distances[0] missing"],
    [2, [1, 3], "B"],
    [2, [], "B"],
    [null, [], "B"],
    [null, [1], "Near missing"],
  ])(
    "IN is true on a known equal member, else unknown if any member is: %j IN %j",
    (Near, Distances, expected) => {
      expect(on("Near IN Distances", { Near, Distances })).toBe(expected);
    },
  );

  test("BETWEEN is `>= AND <=`", () => {
    for (const [Near, expected] of [
      [0.9, "B"],
      [1, "A"],
      [2, "A"],
      [2.1, "B"],
    ] as const) {
      expect(on("Near BETWEEN 1m AND 2m", { Near })).toBe(expected);
    }
    expect(on("1m BETWEEN 2m AND Near", {})).toBe("B");
    expect(on("3m BETWEEN 2m AND Near", {})).toBe("Near missing");
  });

  test.each([
    "sum(Distances) > 1m",
    "avg(Distances) > 1m",
    "count(Distances, |d| d > 1m) > 0",
    "length(filter(Distances, |d| d > 1m)) > 0",
    "length(std::list::sort(Distances)) > 0",
  ])("an aggregate, filter, sort or count that meets an unknown is unknown: %s", (condition) => {
    expect(on(condition, { Distances: [2, null] })).toBe("Distances[1] missing");
  });

  test("`sum([])` is 0; avg, min and max of an empty list are unknown", () => {
    expect(on("sum(Distances) == 0m", { Distances: [] })).toBe("A");
    for (const name of ["avg", "min", "max"]) {
      expect(on(`${name}(Distances) > 1m`, { Distances: [] })).toBe(
        `${name}(Distances) empty list`,
      );
    }
  });
});

describe("arithmetic that leaves the finite numbers is unknown with its reason", () => {
  const numbers = "- X: <number>\n- Y: <number>";
  test.each([
    ["X / Y > 1", { X: 1, Y: 0 }, "X / Y division by zero (R1)"],
    ["X MOD Y > 1", { X: 1, Y: 0 }, "X MOD Y division by zero (R1)"],
    ["X * Y > 1", { X: 1e300, Y: 1e300 }, "X * Y overflow (R1)"],
    ["X + Y > 1", { X: 1e308, Y: 1e308 }, "X + Y overflow (R1)"],
  ])("%s in %j", (condition, given, unknowns) => {
    expect(
      short(decide({ context: numbers, rule: `- IF ${condition} THEN A` }, given)).unknowns,
    ).toBe(unknowns);
  });

  test.each([
    [7, 3, 1],
    [-7, 3, 2],
    [7, -3, -2],
    [-6, 3, 0],
  ])("MOD has the divisor's sign: %d MOD %d is %d", (X, Y, Z) => {
    const rule = "- IF X MOD Y == Z THEN A";
    expect(actionsOf(decide({ context: `${numbers}\n- Z: <number>`, rule }, { X, Y, Z }))).toBe(
      "A",
    );
  });
});

test("equality of records and lists is deep and three-valued", () => {
  const records =
    "- Here: <{ zone: text, level: integer }>\n- There: <{ zone: text, level: integer }>";
  const rule = "- IF Here == There THEN A ELSE B";
  const on = (Here: object, There: object): object =>
    short(decide({ context: records, rule }, { Here, There }));
  expect(on({ zone: "a", level: 1 }, { level: 1, zone: "a" })).toMatchObject({ actions: "A (R1)" });
  expect(on({ zone: "a" }, { zone: "b", level: 1 })).toMatchObject({ actions: "B (R1)" });
  expect(on({ zone: "a" }, { zone: "a", level: 1 })).toMatchObject({
    unknowns: "Here.level missing (R1)",
  });
});

describe("branches are tried in order", () => {
  const rule = "- IF Distance < 1m THEN A ELSE IF Moving THEN B ELSE C";

  test("the first unknown leaves the whole item undecided, ELSE included", () => {
    expect(short(decide({ context, rule }, { Moving: true }))).toEqual({
      status: "incomplete",
      unknowns: "Distance missing (R1)",
    });
    expect(short(decide({ context, rule }, { Distance: 2 }))).toEqual({
      status: "incomplete",
      unknowns: "Moving missing (R1)",
    });
  });

  test("`ELSE` means known and otherwise", () => {
    expect(actionsOf(decide({ context, rule }, { Distance: 2, Moving: false }))).toBe("C");
  });

  test("a branch that is taken keeps later ones from being looked at", () => {
    expect(short(decide({ context, rule }, { Distance: 0.5 }))).toEqual({
      status: "decided",
      actions: "A (R1)",
    });
  });
});

describe("MATCH", () => {
  const machine = "- Status: <text>\n- Load: <%>\n- Manual: <boolean>";
  const rule = `
    - MATCH Status {
        "critical" | "failed" => Stop
        "warm" WHEN Load > 80% => SlowDown
        _ => Watch
      } UNKNOWN Alert
  `;
  test.each([
    [{ Status: "failed" }, "Stop", "decided"],
    [{ Status: "warm", Load: 90 }, "SlowDown", "decided"],
    [{ Status: "warm", Load: 10 }, "Watch", "decided"],
    [{ Status: "cold" }, "Watch", "decided"],
    [{ Status: "warm" }, "Alert", "decided"],
    [{}, "Alert", "decided"],
    [{ Status: 5 }, "Alert", "decided"],
  ])("%j takes %s", (given, actions, status) => {
    const decision = decide({ context: machine, rule }, given);
    expect([actionsOf(decision), decision.status]).toEqual([actions, status]);
  });

  test("`_` means known and otherwise, even as the only arm", () => {
    const only = { context: machine, rule: "- MATCH Status { _ => Watch }" };
    expect(short(decide(only, {}))).toEqual({
      status: "incomplete",
      unknowns: "Status missing (R1)",
    });
  });

  test("ranges include both ends; no arm may take the subject", () => {
    const levels = { context: machine, rule: "- MATCH Load { 0%..50% => Low, 80%..100% => High }" };
    const taken = [0, 50, 60, 80, 100].map((Load) => actionsOf(decide(levels, { Load })));
    expect(taken).toEqual(["Low", "Low", "", "High", "High"]);
  });
});

describe("actions", () => {
  test("an action with an unknown argument still fires, the argument null and the unknown listed", () => {
    const rule = "- IF Moving THEN Report(distance: Distance, speed: Speed)";
    const decision = decide({ context, rule }, { Moving: true, Speed: 3 });
    expect(decision.actions[0]?.args).toEqual({
      distance: null,
      speed: { value: 3, unit: "km/h" },
    });
    expect(short(decision)).toMatchObject({
      status: "incomplete",
      unknowns: "Distance missing (R1)",
    });
  });

  test("in an UNKNOWN clause it is part of the answer", () => {
    const rule = "- IF Distance < 1m THEN Stop UNKNOWN Report(distance: Distance)";
    expect(short(decide({ context, rule }, {}))).toEqual({
      status: "decided",
      actions: "Report (R1)",
      unknowns: "Distance missing (R1, handled)",
    });
  });

  test("an unknown inside a list argument is null there", () => {
    const rule = "- IF Moving THEN Report(Distances)";
    const lists = `${context}\n- Distances: <[m]>`;
    const decision = decide({ context: lists, rule }, { Moving: true, Distances: [1, null] });
    expect(decision.actions[0]?.args).toEqual({ _0: [{ value: 1, unit: "m" }, null] });
    expect(short(decision).unknowns).toBe("Distances[1] missing (R1)");
  });
});

test("each unknown is listed once for a rule and reason, in the order met", () => {
  const rule = `
    - IF Distance < 1m AND Distance < 2m THEN A
    - IF Distance < 1m THEN B
  `;
  expect(short(decide({ context, rule }, {})).unknowns).toBe(
    "Distance missing (R1), Distance missing (R2)",
  );
});

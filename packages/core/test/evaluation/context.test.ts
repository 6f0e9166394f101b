// Section 3 of the language: what may stand in for a reading, what a reading may be, and freshness.
import { describe, expect, test } from "vitest";
import { actionsOf, decide, short } from "./decide.ts";

describe("a sample is never taken for a reading", () => {
  const sections = {
    context: "- Temperature: 85.5C",
    rule: "- IF Temperature > 80C THEN CoolDown",
  };

  test("under sampleDefaults it stands in, is listed, and makes the status at best incomplete", () => {
    const decision = decide(sections, {});
    expect(short(decision)).toEqual({
      status: "incomplete",
      actions: "CoolDown (R1)",
      defaulted: "Temperature",
    });
    expect(decision.defaulted).toEqual([
      { path: "Temperature", value: { value: 85.5, unit: "C" } },
    ]);
  });

  test("without sampleDefaults it does not", () => {
    expect(short(decide(sections, {}, { sampleDefaults: false }))).toEqual({
      status: "incomplete",
      unknowns: "Temperature missing (R1)",
    });
  });

  test("a reading is a reading, and one that cannot be used is not replaced", () => {
    expect(short(decide(sections, { Temperature: 20 }))).toEqual({ status: "decided" });
    expect(short(decide(sections, { Temperature: "warm" }))).toEqual({
      status: "incomplete",
      unknowns: "Temperature wrong kind (R1)",
    });
  });

  test("a sample that nothing read is not listed", () => {
    const unread = {
      context: "- Distance: <m>\n- Temperature: 85.5C",
      rule: "- IF Distance < 1m THEN Stop",
    };
    expect(short(decide(unread, { Distance: 2 }))).toEqual({ status: "decided" });
  });
});

test("a default stands in silently, for what is absent or null", () => {
  const sections = {
    context: "- Limit: <C> = 80C\n- T: <C>",
    rule: "- IF T > Limit THEN CoolDown",
  };
  expect(short(decide(sections, { T: 85 }))).toEqual({
    status: "decided",
    actions: "CoolDown (R1)",
  });
  expect(short(decide(sections, { T: 85, Limit: null }))).toMatchObject({
    actions: "CoolDown (R1)",
  });
  expect(short(decide(sections, { T: 85, Limit: 90 }))).toEqual({ status: "decided" });
});

test("prose in CONTEXT is text and usable as such in rules", () => {
  const sections = {
    context: "- Domain: drone_fleet",
    rule: '- IF Domain == "drone_fleet" THEN A',
  };
  expect(short(decide(sections, {}))).toEqual({ status: "decided", actions: "A (R1)" });
  expect(short(decide(sections, { Domain: "warehouse" }))).toEqual({ status: "decided" });
});

test("an optional reading that is absent is unknown like any other", () => {
  const sections = { context: "- Distance: <m?>", rule: "- IF Distance < 1m THEN A UNKNOWN B" };
  expect(actionsOf(decide(sections, {}))).toBe("B");
});

describe("FRESH", () => {
  const sections = { context: "- T: <C FRESH 5s>", rule: "- IF T > 80C THEN CoolDown" };
  const now = "2026-05-01T08:00:00Z";

  test.each([
    ["2026-05-01T08:00:00Z", { status: "decided", actions: "CoolDown (R1)" }],
    ["2026-05-01T07:59:55Z", { status: "decided", actions: "CoolDown (R1)" }],
    ["2026-05-01T14:59:55+07:00", { status: "decided", actions: "CoolDown (R1)" }],
    ["2026-05-01T07:59:54Z", { status: "incomplete", unknowns: "T stale (R1)" }],
    ["2026-05-01T08:00:01Z", { status: "incomplete", unknowns: "T stale (R1)" }],
  ])("a reading older than that before now, or from the future, is unknown: %s", (at, expected) => {
    expect(short(decide(sections, { T: { value: 85, at } }, { now }))).toEqual(expected);
  });
});

describe("how a bare JSON number is read", () => {
  test("in the attribute's declared unit", () => {
    const sections = { context: "- Speed: <km/h>", rule: "- IF Speed > 10m/s THEN A" };
    expect(actionsOf(decide(sections, { Speed: 37 }))).toBe("A");
    expect(actionsOf(decide(sections, { Speed: 36 }))).toBe("");
  });

  test("undeclared, in the unit it is compared with", () => {
    const rule = "- IF Battery < 20% THEN A\n- IF AccessDuration > 8h THEN B";
    expect(actionsOf(decide({ rule }, { Battery: 15, AccessDuration: 9 }))).toBe("A B");
  });

  test("for an undeclared percent attribute, one in (0, 1] is ambiguous", () => {
    const rule = "- IF Battery < 20% THEN A";
    expect(short(decide({ rule }, { Battery: 0.15 })).unknowns).toBe(
      "Battery ambiguous percent (R1)",
    );
    expect(actionsOf(decide({ rule }, { Battery: 0 }))).toBe("A");
    expect(actionsOf(decide({ rule }, { Battery: "0.15%" }))).toBe("A");
    expect(actionsOf(decide({ context: "- Battery: <%>", rule }, { Battery: 0.15 }))).toBe("A");
  });

  test("the context may give a unit, converted exactly", () => {
    const sections = { context: "- D: <m>", rule: "- IF D == 2.5m THEN A" };
    for (const D of [2.5, "2.5m", "250cm", { value: 2500, unit: "mm" }]) {
      expect(actionsOf(decide(sections, { D }))).toBe("A");
    }
  });
});

test("names never resolve into loop elements by themselves", () => {
  const sections = {
    context: "- Workers: <[{ distance: m }]>\n- WorkerDistance: <m>",
    rule: "- FOR worker IN Workers { - IF WorkerDistance < 1m THEN A }",
  };
  const given = { Workers: [{ distance: 0.5 }, { distance: 0.5 }], WorkerDistance: 3 };
  expect(short(decide(sections, given))).toEqual({ status: "decided" });
});

describe("strict validation", () => {
  const sections = {
    context:
      '- Distance: <0..50 m>\n- Mode: <"auto" | "manual">\n- Badge: <text?>\n- Workers: <[{ name: text, age?: integer }]>',
    rule: "- IF Distance < 1m THEN Stop UNKNOWN Stop",
  };
  // Sections that a scenario leaves out would be errors.
  const settings = { strict: true, sampleDefaults: false, severities: { OM1002: "off" } } as const;
  const problems = (given: object): readonly string[] => {
    const decision = decide(sections, given, { settings });
    expect(decision.actions).toEqual([]);
    return decision.status === "rejected" ? decision.problems.map(({ message }) => message) : [];
  };
  const fitting = { Distance: 3, Mode: "auto", Workers: [{ name: "Ana" }] };

  test("a context that fits is decided, whatever else it holds", () => {
    expect(problems({ ...fitting, Humidity: 40 })).toEqual([]);
  });

  test("one that does not is rejected, with all that does not fit", () => {
    expect(problems({ Distance: 80, Mode: "Auto", Badge: 3, Workers: [{ age: 2.5 }] })).toEqual([
      "`Distance` is outside `0..50 m`",
      '`Mode` is not one of `"auto"`, `"manual"`',
      "`Badge` is not text",
      "`Workers[0].name` is missing; it is to be text",
      "`Workers[0].age` is not a whole number",
    ]);
  });
});

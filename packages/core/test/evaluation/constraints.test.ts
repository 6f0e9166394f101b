// Section 7 of the language, end to end; enforcement by itself is tested beside its source.
import { describe, expect, test } from "vitest";
import { decide, short } from "./decide.ts";

const context = "- Hot: <boolean>\n- Near: <boolean>";

describe("conditions read the context as given", () => {
  const rule = "- IF Near THEN Restart, Log";

  test.each([
    [true, { actions: "Log (R1)", withheld: "Restart (NoRestart)", status: "decided" }],
    [false, { actions: "Restart (R1), Log (R1)", status: "decided" }],
    [
      null,
      {
        actions: "Log (R1)",
        withheld: "Restart (NoRestart)",
        unknowns: "Hot missing (NoRestart)",
        status: "incomplete",
      },
    ],
  ])("WHEN Hot = %j", (Hot, expected) => {
    const constraint = "- Safety [NoRestart]: NEVER Restart WHEN Hot";
    expect(short(decide({ context, rule, constraint }, { Near: true, Hot }))).toEqual(expected);
  });

  test("UNLESS unknown does not lift a prohibition", () => {
    const constraint = "- Safety: NEVER Restart UNLESS Hot";
    expect(short(decide({ context, rule, constraint }, { Near: true }))).toEqual({
      actions: "Log (R1)",
      withheld: "Restart (C1)",
      unknowns: "Hot missing (C1)",
      status: "incomplete",
    });
  });

  test("an unknown condition of a prohibition that withheld nothing does not matter", () => {
    const constraint = "- Safety: NEVER Restart WHEN Hot";
    expect(short(decide({ context, rule, constraint }, { Near: false }))).toEqual({
      status: "decided",
    });
  });
});

describe("ALWAYS", () => {
  const sections = {
    context,
    rule: "- IF Near THEN Stop",
    constraint: "- Safety [StopHot]: ALWAYS Stop WHEN Hot",
  };

  test("a decision in such a context includes the action, else it is violated", () => {
    expect(short(decide(sections, { Near: true, Hot: true })).status).toBe("decided");
    expect(short(decide(sections, { Near: false, Hot: true }))).toEqual({
      status: "violated",
      violations: "StopHot",
    });
  });

  test("an unknown condition and an absent action make the status incomplete", () => {
    expect(short(decide(sections, { Near: false }))).toEqual({
      status: "incomplete",
      unknowns: "Hot missing (StopHot)",
    });
    expect(short(decide(sections, { Near: true })).status).toBe("decided");
  });
});

describe("FAILSAFE and constraints", () => {
  test("what FAILSAFE demands is never withheld in a pair: its partner is", () => {
    const sections = {
      context,
      rule: "- IF Near THEN Accelerate\n- IF Hot THEN CoolDown\n- FAILSAFE THEN Stop",
      constraint: "- Safety: NEVER Accelerate AND Stop",
    };
    expect(short(decide(sections, { Near: true }))).toEqual({
      status: "incomplete",
      actions: "Stop (failsafe)",
      withheld: "Accelerate (C1)",
      unknowns: "Hot missing (R2)",
    });
  });

  test("an unknown condition of a constraint calls for FAILSAFE too", () => {
    const sections = {
      context,
      rule: "- IF Near THEN Restart\n- FAILSAFE THEN Stop",
      constraint: "- Safety: NEVER Restart WHEN Hot",
    };
    expect(short(decide(sections, { Near: true }))).toMatchObject({
      status: "incomplete",
      actions: "Stop (failsafe)",
    });
  });

  test("the status stays incomplete though FAILSAFE takes what an ALWAYS may have demanded", () => {
    const sections = {
      context,
      rule: "- IF Near THEN Stop\n- FAILSAFE THEN Stop",
      constraint: "- Safety: ALWAYS Stop WHEN Hot",
    };
    expect(short(decide(sections, { Near: false }))).toEqual({
      status: "incomplete",
      actions: "Stop (failsafe)",
      unknowns: "Hot missing (C1)",
    });
  });
});

test("enforcement runs after a host limit, too, with fuel of its own for every condition", () => {
  const sections = {
    context: `${context}\n- Ns: <[number]>`,
    rule: "- IF Near THEN Restart\n- FOR n IN Ns { - IF n > 0 THEN Count }\n- FAILSAFE THEN Stop",
    constraint: "- Safety: NEVER Restart WHEN ANY n IN Ns SATISFIES n == 3",
  };
  const given = { Near: true, Ns: [1, 2, 3] };
  expect(short(decide(sections, given, { limits: { steps: 5 } }))).toEqual({
    status: "limited",
    actions: "Stop (failsafe)",
    withheld: "Restart (C1)",
    limits: "steps 5 (R2.1)",
  });
});

test("AT MOST n PER counts for each binding of that loop variable", () => {
  const sections = {
    context: "- Workers: <[{ near: boolean, moving: boolean }]>",
    rule: "- FOR worker IN Workers { - IF worker.near THEN Alert - IF worker.moving THEN Alert }",
    constraint: "- Ethical: AT MOST 1 OF Alert PER worker",
  };
  const decision = decide(sections, {
    Workers: [
      { near: true, moving: true },
      { near: false, moving: true },
    ],
  });
  expect(decision.actions.map(({ rule, bindings }) => [rule, bindings])).toEqual([
    ["R1.1", { worker: "Workers[0]" }],
    ["R1.2", { worker: "Workers[1]" }],
  ]);
  expect(short(decision).withheld).toBe("Alert (C1)");
});

test("EXACTLY ONE OF PER holds for every element the loop let in", () => {
  const sections = {
    context: "- Visitors: <[{ known: boolean, here: boolean }]>",
    rule: "- FOR v IN Visitors WHERE v.here { - IF v.known THEN Admit }",
    constraint: "- Legal: EXACTLY ONE OF Admit, Refuse PER v",
  };
  // Refuse is mentioned by a rule that never fires, so that the clause names actions that can be taken.
  const withRefuse = {
    ...sections,
    rule: `${sections.rule}\n- FOR v IN Visitors WHERE NOT v.here { - IF v.known AND NOT v.known THEN Refuse }`,
  };
  const status = (Visitors: readonly object[]): string => decide(withRefuse, { Visitors }).status;
  expect(status([{ known: true, here: true }])).toBe("decided");
  expect(
    status([
      { known: true, here: true },
      { known: false, here: true },
    ]),
  ).toBe("violated");
  expect(status([])).toBe("decided");
});

describe("approvals", () => {
  const sections = {
    actor: "- Primary: Monitor\n- Secondary: ComplianceOfficer APPROVES FreezeFunds",
    context,
    rule: "- IF Near THEN FreezeFunds, Notify",
  };

  test("such actions are listed in `pending`, not in `actions`", () => {
    const decision = decide(sections, { Near: true });
    expect(short(decision)).toEqual({
      status: "decided",
      actions: "Notify (R1)",
      pending: "FreezeFunds (R1)",
    });
    expect(decision.pending[0]?.approvers).toEqual(["ComplianceOfficer"]);
  });

  test("they count as taken for NEVER, not for REQUIRES", () => {
    const never = { ...sections, constraint: "- Legal: NEVER FreezeFunds AND Notify" };
    expect(short(decide(never, { Near: true }))).toMatchObject({ withheld: "Notify (C1)" });
    const requires = { ...sections, constraint: "- Legal: Notify REQUIRES FreezeFunds" };
    expect(short(decide(requires, { Near: true }))).toMatchObject({ withheld: "Notify (C1)" });
  });
});

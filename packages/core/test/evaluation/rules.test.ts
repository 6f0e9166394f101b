// Section 5 of the language: items, loops, names and actions.
import { describe, expect, test } from "vitest";
import { actionsOf, decide, short } from "./decide.ts";

describe("the decision lists every action event in order, duplicates kept", () => {
  const context = "- Distance: <m>\n- Workers: <[{ name: text, distance: m }]>";
  const rule = `
    - TooClose: IF Distance < 1m THEN StopMachine, Display "keep away"
    - FOR worker IN Workers {
        - IF worker.distance < 1m THEN StopMachine, Notify(channel: "sms", after: 5min)
      }
  `;

  test("each with rule id, source line, arguments and the bindings under which it fired", () => {
    const given = {
      Distance: 0.5,
      Workers: [
        { name: "Ana", distance: 2 },
        { name: "Budi", distance: 0.5 },
      ],
    };
    const { actions } = decide({ context, rule }, given);
    expect(actions).toEqual([
      { name: "StopMachine", args: {}, rule: "TooClose", line: 8, bindings: {}, actors: [] },
      {
        name: "Display",
        args: { _0: "keep away" },
        rule: "TooClose",
        line: 8,
        bindings: {},
        actors: [],
      },
      {
        name: "StopMachine",
        args: {},
        rule: "R2.1",
        line: 10,
        bindings: { worker: "Workers[1]" },
        actors: [],
      },
      {
        name: "Notify",
        args: { channel: "sms", after: { value: 5, unit: "min" } },
        rule: "R2.1",
        line: 10,
        bindings: { worker: "Workers[1]" },
        actors: [],
      },
    ]);
  });

  test("and the actors who may take it", () => {
    const actor = "- Primary: SafetySystem MAY StopMachine\n- Secondary: Operator MAY StopMachine";
    const only = { actor, context, rule: "- IF Distance < 1m THEN StopMachine" };
    expect(decide(only, { Distance: 0.5 }).actions[0]?.actors).toEqual([
      "SafetySystem",
      "Operator",
    ]);
  });
});

describe("FOR", () => {
  const context = "- Workers: <[{ distance: m, moving: boolean }]>";

  test("over an unknown collection runs nothing and reports the unknown", () => {
    const rule = "- FOR worker IN Workers { - IF worker.distance < 1m THEN A }";
    expect(short(decide({ context, rule }, {}))).toEqual({
      status: "incomplete",
      unknowns: "Workers missing (R1)",
    });
    expect(short(decide({ context, rule: `${rule} UNKNOWN B` }, {}))).toEqual({
      status: "decided",
      actions: "B (R1)",
      unknowns: "Workers missing (R1, handled)",
    });
  });

  test("over the empty list runs nothing", () => {
    const rule = "- FOR worker IN Workers { - IF worker.distance < 1m THEN A } UNKNOWN B";
    expect(short(decide({ context, rule }, { Workers: [] }))).toEqual({ status: "decided" });
  });

  test("unknowns in a loop have the path of the element", () => {
    const rule = "- FOR worker IN Workers { - IF worker.distance < 1m THEN A }";
    const Workers = [{ distance: 2 }, {}, null, { distance: 0.5 }];
    expect(short(decide({ context, rule }, { Workers }))).toEqual({
      status: "incomplete",
      actions: "A (R1.1)",
      unknowns: "Workers[1].distance missing (R1.1), Workers[2] missing (R1.1)",
    });
  });

  test("WHERE lets in the elements for which it holds", () => {
    const rule = "- FOR worker IN Workers WHERE worker.moving { - IF worker.distance < 1m THEN A }";
    const Workers = [
      { distance: 0.5, moving: false },
      { distance: 0.5, moving: true },
    ];
    expect(decide({ context, rule }, { Workers }).actions.map(({ bindings }) => bindings)).toEqual([
      { worker: "Workers[1]" },
    ]);
  });

  test("an element whose WHERE is unknown is skipped and reported, and UNKNOWN answers for it", () => {
    const rule = "- FOR worker IN Workers WHERE worker.moving { - IF worker.distance < 1m THEN A }";
    const Workers = [{ distance: 0.5 }, { distance: 0.5, moving: true }];
    expect(short(decide({ context, rule }, { Workers }))).toEqual({
      status: "incomplete",
      actions: "A (R1.1)",
      unknowns: "Workers[0].moving missing (R1)",
    });
    const answered = decide({ context, rule: `${rule} UNKNOWN Watch` }, { Workers });
    expect(answered.actions.map(({ name, bindings }) => [name, bindings])).toEqual([
      ["Watch", { worker: "Workers[0]" }],
      ["A", { worker: "Workers[1]" }],
    ]);
    expect(answered.status).toBe("decided");
  });

  test("the second name is the zero-based index", () => {
    const rule = "- FOR worker, i IN Workers { - IF i == 1 THEN Report(i) }";
    const decision = decide({ context, rule }, { Workers: [{}, {}, {}] });
    expect(decision.actions.map(({ args }) => args)).toEqual([{ _0: 1 }]);
  });

  test("nested loops bind the elements' whole places", () => {
    const sites = "- Sites: <[{ name: text, workers: [{ distance: m }] }]>";
    const rule = `
      - FOR site IN Sites {
          - FOR worker IN site.workers {
              - IF worker.distance < 1m THEN Stop
            }
        }
    `;
    const Sites = [{ workers: [{ distance: 3 }] }, { workers: [{}, { distance: 0.2 }] }];
    const decision = decide({ context: sites, rule }, { Sites });
    expect(decision.actions.map(({ bindings }) => bindings)).toEqual([
      { site: "Sites[1]", worker: "Sites[1].workers[1]" },
    ]);
    expect(short(decision).unknowns).toBe("Sites[1].workers[0].distance missing (R1.1.1)");
  });

  test("over what is computed, the binding reads as the list is written", () => {
    const rule =
      "- FOR worker IN filter(Workers, |w| w.moving) { - IF worker.distance < 1m THEN A }";
    const Workers = [{ moving: false }, { moving: true, distance: 0.5 }, { moving: true }];
    const decision = decide({ context, rule }, { Workers });
    expect(decision.actions[0]?.bindings).toEqual({ worker: "filter(Workers, |w| w.moving)[0]" });
    expect(short(decision).unknowns).toBe("Workers[2].distance missing (R1.1)");
  });

  test("over something that is not a list is unknown, where only the context can tell", () => {
    const rule = "- FOR worker IN Workers { - IF worker.distance < 1m THEN A }";
    expect(short(decide({ context, rule }, { Workers: { distance: 2 } }))).toEqual({
      status: "incomplete",
      unknowns: "Workers wrong kind (R1)",
    });
  });
});

describe("paths", () => {
  test("an index beyond the list is unknown, its expression evaluated in the path", () => {
    const sections = {
      context: "- Ds: <[m]>\n- N: <integer>",
      rule: "- IF Ds[N + 1] < 1m THEN A",
    };
    expect(actionsOf(decide(sections, { Ds: [3, 0.5], N: 0 }))).toBe("A");
    expect(short(decide(sections, { Ds: [3, 0.5], N: 6 })).unknowns).toBe(
      "Ds[7] index out of range (R1)",
    );
    expect(short(decide(sections, { Ds: [3, 0.5], N: -2 })).unknowns).toBe(
      "Ds[-1] index out of range (R1)",
    );
    expect(short(decide(sections, { Ds: [3, null], N: 0 })).unknowns).toBe("Ds[1] missing (R1)");
  });

  test("what is missing is named where the path first fails", () => {
    const sections = {
      context: "- Site: <{ zone: { name: text } }>",
      rule: '- IF Site.zone.name == "A" THEN A',
    };
    expect(short(decide(sections, {})).unknowns).toBe("Site missing (R1)");
    expect(short(decide(sections, { Site: {} })).unknowns).toBe("Site.zone missing (R1)");
    expect(short(decide(sections, { Site: { zone: {} } })).unknowns).toBe(
      "Site.zone.name missing (R1)",
    );
  });

  test("keys with spaces are written in brackets", () => {
    const sections = { rule: '- IF Site["loading bay"] > 1m THEN A' };
    expect(actionsOf(decide(sections, { Site: { "loading bay": 2 } }))).toBe("A");
    expect(short(decide(sections, { Site: {} })).unknowns).toBe('Site["loading bay"] missing (R1)');
  });
});

describe("LET and SET", () => {
  test("rules always read what was measured; SET changes a LET name only from there on", () => {
    const sections = {
      context: "- Distance: <m>",
      rule: `
        - LET limit = 1m
        - IF Distance < limit THEN A
        - SET limit = 3m
        - IF Distance < limit THEN B
      `,
    };
    expect(actionsOf(decide(sections, { Distance: 2 }))).toBe("B");
  });

  test("LET in a loop binds anew for each element", () => {
    const sections = {
      context: "- Ns: <[number]>",
      rule: "- FOR n IN Ns { - LET double = n * 2 - IF double > 5 THEN Report(double) }",
    };
    const decision = decide(sections, { Ns: [1, 3, 4] });
    expect(decision.actions.map(({ args }) => args._0)).toEqual([6, 8]);
  });
});

describe("WHILE", () => {
  const counting = (max: string): string => `
    - LET n = 0
    - WHILE n < 5 ${max} {
        - SET n = n + 1
        - IF n > 3 THEN Report(n)
      }
    - IF n >= 0 THEN Done
  `;

  test("repeats while its condition holds and its body SETs what the condition reads", () => {
    const decision = decide({ rule: counting("") }, {});
    expect(short(decision)).toEqual({
      status: "decided",
      actions: "Report (R2.2), Report (R2.2), Done (R3)",
    });
    expect(decision.actions.map(({ args }) => args._0)).toEqual([4, 5, undefined]);
  });

  test("MAX ends that loop, evaluation goes on, and the status becomes `limited`", () => {
    expect(short(decide({ rule: counting("MAX 4") }, {}))).toEqual({
      status: "limited",
      actions: "Report (R2.2), Done (R3)",
      limits: "whileIterations 4 (R2)",
    });
  });

  test("a loop that is done after MAX turns has not been ended by it", () => {
    expect(decide({ rule: counting("MAX 5") }, {}).status).toBe("decided");
  });

  test("without MAX it is ended after 50 turns, or what the host sets", () => {
    const endless = { rule: "- LET n = 0\n- WHILE n >= 0 { - SET n = n + 1 }" };
    expect(short(decide(endless, {})).limits).toBe("whileIterations 50 (R2)");
    expect(short(decide(endless, {}, { limits: { whileIterations: 7 } })).limits).toBe(
      "whileIterations 7 (R2)",
    );
  });

  test("MAX may ask for more than the default, up to the host's iterations, which stop the evaluation", () => {
    const rule = "- LET n = 0\n- WHILE n >= 0 MAX 200 { - SET n = n + 1 }\n- IF n > 0 THEN Done";
    expect(short(decide({ rule }, {}))).toEqual({
      status: "limited",
      actions: "Done (R3)",
      limits: "whileIterations 200 (R2)",
    });
    expect(short(decide({ rule }, {}, { limits: { iterations: 100 } }))).toEqual({
      status: "limited",
      limits: "iterations 100 (R2)",
    });
  });

  test("MAX LOOP n caps every WHILE of the document", () => {
    const sections = { rule: counting(""), constraint: "- Technical: MAX LOOP 2" };
    expect(short(decide(sections, {})).limits).toBe("whileIterations 2 (R2)");
  });

  test("a WHILE whose body changes nothing it reads is a guard: its body runs once", () => {
    const sections = {
      context: "- Hot: <boolean>",
      rule: "- WHILE Hot { - IF Hot THEN CoolDown }",
    };
    expect(short(decide(sections, { Hot: true }))).toEqual({
      status: "decided",
      actions: "CoolDown (R1.1)",
    });
    expect(short(decide(sections, { Hot: false }))).toEqual({ status: "decided" });
  });

  test("an unknown condition leaves it undecided and runs its UNKNOWN clause", () => {
    const sections = {
      context: "- Hot: <boolean>",
      rule: "- WHILE Hot { - IF Hot THEN CoolDown } UNKNOWN Alert",
    };
    expect(short(decide(sections, {}))).toEqual({
      status: "decided",
      actions: "Alert (R1)",
      unknowns: "Hot missing (R1, handled)",
    });
  });
});

describe("FAILSAFE", () => {
  const context = "- Distance: <m>\n- Temperature: 20C";
  const failsafe = "- FAILSAFE THEN StopMachine, Alert";

  test("is added, as rule `failsafe`, whenever the status would be incomplete", () => {
    const rule = `- IF Distance < 1m THEN SlowDown\n${failsafe}`;
    expect(short(decide({ context, rule }, {}))).toEqual({
      status: "incomplete",
      actions: "StopMachine (failsafe), Alert (failsafe)",
      unknowns: "Distance missing (R1)",
    });
    expect(short(decide({ context, rule }, { Distance: 0.5 }))).toEqual({
      status: "decided",
      actions: "SlowDown (R1)",
    });
  });

  test("an unknown that an UNKNOWN clause answered does not call for it", () => {
    const rule = `- IF Distance < 1m THEN SlowDown UNKNOWN SlowDown\n${failsafe}`;
    expect(short(decide({ context, rule }, {}))).toMatchObject({
      status: "decided",
      actions: "SlowDown (R1)",
    });
  });

  test("a sample that stood in calls for it, and so does a loop that reached its MAX", () => {
    const sample = `- IF Temperature > 80C THEN CoolDown\n${failsafe}`;
    expect(short(decide({ context, rule: sample }, {}))).toMatchObject({
      status: "incomplete",
      actions: "StopMachine (failsafe), Alert (failsafe)",
    });
    const endless = `- LET n = 0\n- WHILE n >= 0 { - SET n = n + 1 }\n${failsafe}`;
    expect(short(decide({ context, rule: endless }, {}))).toMatchObject({
      status: "limited",
      actions: "StopMachine (failsafe), Alert (failsafe)",
    });
  });
});

describe("expressions", () => {
  const context = "- T: <text>\n- Ts: <[text]>\n- At: <time>\n- Since: <time>";
  const holds = (condition: string, given: object): string =>
    actionsOf(decide({ context, rule: `- IF ${condition} THEN yes ELSE no` }, given));

  test.each([
    ['T CONTAINS "ool"', { T: "coolant" }, "yes"],
    ['T STARTS WITH "cool"', { T: "coolant" }, "yes"],
    ['T ENDS WITH "cool"', { T: "coolant" }, "no"],
    ['T MATCHES "^[A-Z][0-9]+$"', { T: "B12" }, "yes"],
    ['Ts CONTAINS "b"', { Ts: ["a", "b"] }, "yes"],
    ['T NOT IN ["a", "b"]', { T: "c" }, "yes"],
    ["At - Since > 5min", { At: "2026-05-01T08:06:00Z", Since: "2026-05-01T08:00:00Z" }, "yes"],
    ["At == Since + 6min", { At: "2026-05-01T08:06:00Z", Since: "2026-05-01T08:00:00Z" }, "yes"],
    ["At > Since", { At: "2026-05-01T08:06:00Z", Since: "2026-05-01T08:00:00Z" }, "yes"],
  ])("%s", (condition, given, expected) => {
    expect(holds(condition, given)).toBe(expected);
  });

  test("MATCH as a value takes the first arm; where none takes it, it is unknown", () => {
    const rule = '- IF MATCH T { "a" => 1, "b" | "c" => 2 } == 2 THEN yes ELSE no';
    expect(actionsOf(decide({ context, rule }, { T: "c" }))).toBe("yes");
    const { unknowns } = decide({ context, rule }, { T: "z" });
    expect(unknowns.map(({ reason }) => reason)).toEqual(["not a member"]);
  });

  test("a condition that is not boolean is unknown", () => {
    const { unknowns } = decide({ rule: "- IF Flag THEN A" }, { Flag: 3 });
    expect(unknowns.map(({ path, reason }) => `${path} ${reason}`)).toEqual(["Flag wrong kind"]);
  });
});

describe("std::io and std::time", () => {
  test("log records a value in the decision; quantities with their unit", () => {
    const sections = {
      context: "- Distance: <m>",
      rule: "- IF std::io::log(Distance) < 1m THEN A",
    };
    expect(decide(sections, { Distance: 0.5 }).logs).toEqual([
      { rule: "R1", value: { value: 0.5, unit: "m" } },
    ]);
  });

  test("`now` is an input of the evaluation, stamped by the host and recorded", () => {
    const sections = { context: "- TimeZone: +07:00", rule: "- IF std::time::hour() == 15 THEN A" };
    const decision = decide(sections, {}, { now: "2026-05-01T08:00:00Z" });
    expect([actionsOf(decision), decision.now]).toEqual(["A", "2026-05-01T08:00:00.000Z"]);
    const { unknowns } = decide(sections, {});
    expect(unknowns.map(({ reason }) => reason)).toEqual(["no clock"]);
  });
});

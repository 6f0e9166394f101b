// What is told of a policy besides its sentences: tables, inputs, authority, constraints, traces, flow, review.
import { describe, expect, test } from "vitest";
import { describePolicy } from "../../src/index.ts";
import { compile } from "../../src/policy.ts";
import { describeRules, shown, tableLines } from "./told.ts";

describe("a decision table", () => {
  const tableOf = (rules: string): readonly string[] =>
    tableLines(describeRules(rules).sections[0]?.rules[0]?.table ?? null);

  test("has a column for each subject and a row for each way to come to an outcome", () => {
    expect(
      tableOf(`- IF Score IS MISSING OR Objection THEN Review
  ELSE IF Score >= 70 AND Score < 90 THEN Advance
  ELSE IF 5m > Distance AND NOT Objection THEN Call
  ELSE Reject
  UNKNOWN Review`),
    ).toEqual([
      "Score | Objection | Distance",
      "not known | · | · → Review",
      "· | true | · → Review",
      "≥ 70 and < 90 | · | · → Advance",
      "· | false | < 5 m → Call",
      "otherwise → Reject",
      "unknown → Review",
    ]);
  });

  test("is left out where the conditions have another shape, or there is but one", () => {
    expect(tableOf("- IF A > 1 THEN Stop")).toEqual([]);
    expect(tableOf("- IF A AND (B OR C) THEN Stop ELSE IF D THEN Go")).toEqual([]);
    expect(tableOf("- IF ANY x IN xs SATISFIES x > 1 THEN Stop ELSE IF D THEN Go")).toEqual([]);
  });

  test("of a section puts rules of alike conditions side by side", () => {
    const rules = [1, 2, 3].map((n) => `- R${n}x: IF A > ${n} AND B < ${n}m THEN Act${n}`);
    expect(tableLines(describeRules(rules.join("\n")).sections[0]?.table ?? null)).toEqual([
      "A | B",
      "> 1 | < 1 m → Act1",
      "> 2 | < 2 m → Act2",
      "> 3 | < 3 m → Act3",
    ]);
  });
});

const cell = describePolicy(
  compile(`INTENT: Keep people unhurt.

ACTOR:
- Primary: Controller MAY Stop, Log
- Secondary: Operator MAY Restart
- Secondary: Supervisor APPROVES Restart

CONTEXT:
- Domain: assembly
- Distance: <0..20 m>
- Temperature: 85.5C
- Limit: <C FRESH 5s> = 60C
- Workers: <[{ name: text, badge?: text, distance: m }]>

RULE Stops:
- TooClose: IF Distance < 1m THEN Stop UNKNOWN Log
- LET near = filter(Workers, |w| w.distance < Distance)
- Crowd: IF length(near) > 2 THEN Stop
- IF Ready THEN Restart
- FAILSAFE THEN Stop

CONSTRAINT:
- Safety [NoRestart]: NEVER Stop AND Restart
- Safety: NEVER Restart UNLESS Distance > 2m
- Legal: Nobody is blamed

IMPACT:
- Benefit: No contact
- Risk: Nuisance stops
- Effect: Stop LOWERS Temperature BY 2C

TRACE:
- Standards [TooClose, NoRestart]: ISO 1
- Regulation [R3]: Directive 2
- Evidence: measured

REVIEW:
- Interval: 30 Days
- LastReviewed: 2026-05-01
- Owner: Safety
`),
  { today: "2026-06-15" },
);

test("inputs have their kind, unit, range and what happens when they are absent", () => {
  const rows = cell.inputs.map(({ name, depth, type, unit, range, standIn, ...rest }) =>
    [
      `${"  ".repeat(depth)}${name}`,
      type,
      unit,
      range,
      standIn === null ? "" : `${standIn.kind} ${standIn.text}`,
      rest.freshness ?? "",
      rest.optional ? "optional" : "",
      rest.rules.join(" "),
    ].join(" | "),
  );
  expect(rows.map((row) => row.replaceAll("\u00a0", " "))).toEqual([
    "Distance | length | m | 0 to 20 m |  |  |  | TooClose Crowd",
    "Temperature | temperature | °C |  | sample 85.5 °C |  |  | ",
    "Limit | temperature | °C |  | default 60 °C | 5 s |  | ",
    "Workers | list |  |  |  |  |  | Crowd",
    "  name | text |  |  |  |  |  | ",
    "  badge | text |  |  |  |  | optional | ",
    "  distance | length | m |  |  |  |  | ",
    "Ready | true or false |  |  |  |  |  | R4",
  ]);
  expect(cell.facts).toEqual([{ label: "Domain", text: "assembly" }]);
});

test("actions have those who carry them out, agree to them, and decide on them", () => {
  expect(cell.actions).toEqual([
    {
      name: "Stop",
      actors: ["Controller"],
      approvers: [],
      rules: ["TooClose", "Crowd", "failsafe"],
    },
    { name: "Log", actors: ["Controller"], approvers: [], rules: ["TooClose"] },
    { name: "Restart", actors: ["Operator"], approvers: ["Supervisor"], rules: ["R4"] },
  ]);
});

test("constraints say what they do, and what holds when something is not known", () => {
  expect(cell.constraints.map(({ id, meaning }) => `${id}: ${shown(meaning)}`)).toEqual([
    "NoRestart: Stop and Restart are never taken together.",
    "C2: Restart is taken only when it is known that Distance is above 2 m.",
    "null: Nobody is blamed",
  ]);
  expect(cell.effects.map(shown)).toEqual(["Stop lowers Temperature by 2 °C."]);
});

test("the trace ties rules and constraints to sources, by label and by position", () => {
  expect(cell.trace.entries.map(({ subjects }) => subjects)).toEqual([
    [
      { kind: "rule", id: "TooClose" },
      { kind: "constraint", id: "NoRestart" },
    ],
    [{ kind: "rule", id: "Crowd" }],
    [],
  ]);
  expect(cell.trace.rows.map(({ id, sources }) => [id, sources])).toEqual([
    ["TooClose", [1]],
    ["Crowd", [2]],
    ["R4", []],
    ["NoRestart", [1]],
  ]);
  expect(cell.trace.untraced).toEqual(["R4"]);
});

test("the flow leads from readings, through names, to actions", () => {
  const names = new Map(
    [...cell.flow.inputs, ...cell.flow.rules, ...cell.flow.actions].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  expect(
    cell.flow.edges.map(
      ({ from, to, whenUnknown }) =>
        `${names.get(from)} ${whenUnknown ? "⇢" : "→"} ${names.get(to)}`,
    ),
  ).toEqual([
    "Distance → TooClose",
    "TooClose → Stop",
    "TooClose ⇢ Log",
    "Workers → Crowd",
    "Distance → Crowd",
    "Crowd → Stop",
    "Ready → R4",
    "R4 → Restart",
    "failsafe → Stop",
  ]);
});

test("the flow of many rules is drawn by section, and stays a picture", () => {
  const sections = Array.from({ length: 20 }, (_, section) => {
    const rules = Array.from(
      { length: 25 },
      (_, rule) =>
        `- IF Sensor${(section * 25 + rule) % 90} > ${rule} THEN Act${section}x${rule % 7}`,
    );
    return `RULE Part ${section}:\n${rules.join("\n")}`;
  });
  const { flow, ...policy } = describePolicy(
    compile(`INTENT: Much.\n\n${sections.join("\n\n")}\n`),
  );
  expect(flow.scale).toBe("section");
  expect(flow.ruleCount).toBe(500);
  expect(flow.rules.length).toBe(20);
  expect(flow.inputs.length + flow.actions.length).toBeLessThanOrEqual(60);
  expect(flow.leftOut).toBe(90 + 140 - flow.inputs.length - flow.actions.length);
  expect(policy.sections.map((section) => section.flow?.rules.length)).toEqual(
    Array.from({ length: 20 }, () => 25),
  );
});

test("the review is due or overdue by the date that is given", () => {
  expect(cell.review?.status).toBe("overdue");
  expect(cell.review?.due).toBe("2026-05-31");
  const statusOf = (review: string, today: string): string | undefined =>
    describePolicy(compile(`INTENT: x.\n\nRULE:\n- IF A THEN B\n\nREVIEW:\n${review}\n`), { today })
      .review?.status;
  expect(statusOf("- Interval: 30 Days\n- LastReviewed: 2026-05-01", "2026-05-31")).toBe("current");
  expect(statusOf("- Interval: now and then", "2026-05-31")).toBe("unreadable");
  expect(statusOf("- Owner: Safety", "2026-05-31")).toBe("unscheduled");
});

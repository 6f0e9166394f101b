// Records of decisions: written, masked, read back, and held against what would be decided now.
import {
  compareDecisions,
  compile,
  configuredOptions,
  createReplayer,
  type Decision,
  type DecisionRecord,
  decisionRecord,
  decisionRecordLine,
  type JsonValue,
  type Policy,
  type Program,
  parseJson,
  readDecisionRecord,
} from "@omega/core";
import { describe, expect, test } from "vitest";

const text = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>
- Worker: <{ name: text, badge: text }>

RULE:
- TooClose: IF Distance < 1m THEN StopMachine, Notify(who: Worker.name)
- TooFar: IF Distance > 9m THEN Rest

CONSTRAINT:
- Safety [Quiet]: NEVER Rest AND StopMachine
`;
const policy = compile(text);
const context = { Distance: 0.4, Worker: { name: "Ana", badge: "Q-17" }, Note: "x" };

function programOf({ program }: Policy): Program {
  if (program === null) throw new Error("the document has errors");
  return program;
}

function recordOf(given: JsonValue, masks: readonly string[] = []): DecisionRecord {
  const decision = policy.evaluate(given, { now: "2026-05-01T08:00:00Z" });
  const options = configuredOptions(policy.settings);
  const time = "2026-05-01T08:00:01.000Z";
  return decisionRecord(decision, { time, policyName: "cell", options, context: given, masks });
}

function parsed(record: DecisionRecord): JsonValue {
  const json = parseJson(decisionRecordLine(record));
  if (!json.ok) throw new Error(json.message);
  return json.value;
}

/** The record with the text of its line changed. */
function altered(record: DecisionRecord, from: string, to: string): JsonValue {
  const line = decisionRecordLine(record);
  if (!line.includes(from)) throw new Error(`the record does not hold ${from}`);
  const json = parseJson(line.replace(from, to));
  if (!json.ok) throw new Error(json.message);
  return json.value;
}

const edited = (from: string, to: string): Program => programOf(compile(text.replace(from, to)));

describe("a record", () => {
  test("is read as it was written", () => {
    const record = recordOf(context);
    expect(readDecisionRecord(parsed(record))).toEqual({ ok: true, record: parsed(record) });
  });

  test.each([
    ['"schemaVersion":1', '"schemaVersion":2', "`schemaVersion` is none of 1"],
    ['"time":"2026-05-01T08:00:01.000Z"', '"time":7', "`time` is no text"],
    [
      '"Distance":0.4',
      '"Distance":0.5',
      "`context` was changed after it was written: it does not fit `decision.context`",
    ],
    [
      '"status":"decided"',
      '"status":"violated"',
      "`decision` was changed after it was written: it does not fit its id",
    ],
    [
      '"status":"decided"',
      '"status":"fine"',
      '`decision.status` is none of "rejected", "limited", "violated", "incomplete", "decided"',
    ],
    [
      '"strict":false',
      '"strict":true',
      "`options` was changed after it was written: it does not fit `decision.options`",
    ],
    ['"depth":64', '"depth":65', "`options.limits.depth` is beyond 64"],
    ['"actors":[]', '"actors":[1]', "`decision.actions[0].actors[0]` is no text"],
  ])("in which %s becomes %s is none", (from, to, reason) => {
    expect(readDecisionRecord(altered(recordOf(context), from, to))).toEqual({ ok: false, reason });
  });

  test("is no list, and no part is left out", () => {
    expect(readDecisionRecord([])).toEqual({ ok: false, reason: "the record is no object" });
    expect(readDecisionRecord({ schemaVersion: 1 })).toEqual({
      ok: false,
      reason: "`time` is missing",
    });
  });
});

describe("a mask", () => {
  test("takes values out, and what would betray them", () => {
    const record = recordOf(context, ["context.Worker.*", "decision.actions[*].args.who"]);
    expect(record.context).toEqual({
      Distance: 0.4,
      Note: "x",
      Worker: { badge: null, name: null },
    });
    expect(record.masked).toEqual([
      "context.Worker.name",
      "context.Worker.badge",
      "decision.actions[1].args.who",
      "decision.context.sha256",
      "decision.id",
    ]);
    expect(record.decision.actions.map(({ args }) => args)).toEqual([{}, { who: null }]);
    expect([record.decision.id, record.decision.context.sha256]).toEqual([null, null]);
    expect(decisionRecordLine(record)).not.toMatch(/Ana|Q-17/);
    expect(readDecisionRecord(parsed(record)).ok).toBe(true);
  });

  test("that meets nothing changes nothing", () => {
    expect(
      recordOf(context, ["context.Absent", "context.Distance.x", "context.Worker[0]"]),
    ).toEqual(recordOf(context));
  });

  test.each(['context["Note"]', "context.Note"])("may be written %s", (mask) => {
    expect(recordOf(context, [mask]).masked).toContain("context.Note");
  });
});

describe("a replay", () => {
  test.each([
    ["by the same policy is the same", "", "", { kind: "same" }],
    [
      "of a rule under another name has other reasons",
      "TooClose:",
      "Near:",
      { kind: "other reasons" },
    ],
    ["is the same under another line", "RULE:", "RULE:\n", { kind: "same" }],
    ["shows an action gone", "< 1m", "< 0.1m", { kind: "changed", changes: ["action removed"] }],
    ["shows an action more", "> 9m", "> 0m", { kind: "changed", changes: ["withheld"] }],
    [
      "shows other arguments",
      "Worker.name)",
      "Worker.badge)",
      { kind: "changed", changes: ["arguments"] },
    ],
    [
      "shows another order",
      "StopMachine, Notify(who: Worker.name)",
      "Notify(who: Worker.name), StopMachine",
      { kind: "changed", changes: ["order"] },
    ],
    [
      "shows what is newly missing",
      "Distance < 1m",
      "Distance < Reach",
      { kind: "changed", changes: ["status", "action removed", "unknowns"] },
    ],
  ])("%s", (_, from, to, expected) => {
    expect(createReplayer(edited(from, to))(recordOf(context))).toMatchObject(expected);
  });

  test("does not guess what is masked and read", () => {
    const replay = createReplayer(programOf(policy));
    const path = "context.Worker.name";
    expect(replay(recordOf(context, [path]))).toEqual({ kind: "masked", path });
    expect(replay(recordOf(context, ["decision.actions[*].args"]))).toMatchObject({
      kind: "masked",
    });
    // No rule can read it.
    expect(replay(recordOf(context, ["context.Note"]))).toEqual({ kind: "same" });
  });

  test("does not guess what another engine meant, unless told to", () => {
    const record = { ...recordOf(context), engine: "0.9.0" };
    const program = programOf(policy);
    expect(createReplayer(program)(record)).toEqual({ kind: "other engine", engine: "0.9.0" });
    expect(createReplayer(program, { anyEngine: true })(record)).toEqual({ kind: "same" });
  });

  test("takes the clock and the options of the record", () => {
    const clock = compile(
      'INTENT: Sleep.\n\nRULE:\n- IF std::time::hour("+00:00") >= 8 THEN Wake\n- IF A THEN Sing\n',
      { settings: { limits: { ...policy.settings.limits, steps: 2 } } },
    );
    const decision = clock.evaluate({ A: true }, { now: "2026-05-01T08:00:00Z" });
    const options = { ...configuredOptions(clock.settings), now: "2026-05-01T08:00:00Z" };
    const record = decisionRecord(decision, { time: "", options, context: { A: true } });
    expect(decision.status).toBe("limited");
    expect(createReplayer(programOf(clock))(record)).toEqual({ kind: "same" });
  });
});

test("an action taken more often is added, one that needs approval now is removed", () => {
  const decide = (rule: string, more = ""): Decision =>
    compile(`INTENT: x.\n\n${more}RULE:\n- IF TRUE THEN ${rule}\n`).evaluate({});
  const changes = (before: Decision, after: Decision) => compareDecisions(before, after).changes;
  expect(changes(decide("A"), decide("A, A"))).toEqual(["action added"]);
  expect(changes(decide("A(1), B"), decide("B, A(2)"))).toEqual(["arguments", "order"]);
  const actor = "ACTOR:\n- Primary: X\n- Secondary: Boss APPROVES A\n\n";
  expect(changes(decide("A"), decide("A", actor))).toEqual(["action removed", "pending"]);
});

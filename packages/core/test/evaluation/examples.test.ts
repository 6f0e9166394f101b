// Section 8 of the language: what makes an EXAMPLE pass, and what it says when it does not.
import { compile, runExamples } from "@omega/core";
import { describe, expect, test } from "vitest";
import { documentOf, type Sections } from "./decide.ts";

const machine: Sections = {
  actor: "- Primary: SafetySystem\n- Secondary: ShiftLead APPROVES Restart",
  context:
    "- Distance: <m>\n- Temperature: 85.5C\n- Reading: <C FRESH 5s>\n- Workers: <[{ name: text, distance: m }]>",
  rule: `
    - IF Distance < 1m THEN StopMachine, SlowDown(to: 30km/h)
    - IF Temperature > 80C THEN CoolDown
    - IF Reading > 80C THEN Alert UNKNOWN Alert
    - FOR worker IN Workers { - IF worker.distance < 1m THEN Notify(worker.name) }
    - IF Distance > 100m THEN Restart
  `,
  constraint: "- Safety [Cool]: ALWAYS CoolDown WHEN Distance > 50m",
};

const all = "Temperature = 20C, Reading = 20C, Workers = []";

/** The message of the example made of these steps; "" when it passes. */
function outcome(steps: string, loadText?: (path: string) => string | null): string {
  const example = ["EXAMPLE one:", ...steps.split("\n").map((step) => `- ${step.trim()}`)].join(
    "\n",
  );
  const policy = compile(documentOf({ ...machine, example }), { file: "plant/machine.omni" });
  expect(policy.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [result] = runExamples(policy, loadText === undefined ? {} : { loadText });
  return `${result?.status ?? "none"}${result?.message ? `: ${result.message}` : ""}`;
}

const at = 'AT "2026-05-01T08:00:00Z"';
/** A context in which everything is known and Distance is given. */
const given = (distance: string): string => `GIVEN Distance = ${distance}, ${all}\n${at}`;

describe("EXPECT", () => {
  test.each([
    ["EXPECT StopMachine", "passed"],
    ["EXPECT StopMachine, SlowDown", "passed"],
    ["EXPECT SlowDown(to: 30km/h)", "passed"],
    [
      "EXPECT SlowDown, StopMachine",
      "failed: expected `SlowDown`, `StopMachine` in this order, but the actions are `StopMachine`, `SlowDown`",
    ],
    [
      "EXPECT SlowDown(to: 20km/h)",
      "failed: expected `SlowDown(to: 20km/h)` in this order, but the actions are `StopMachine`, `SlowDown(to: 30km/h)`",
    ],
    ["EXPECT ONLY StopMachine, SlowDown", "passed"],
    [
      "EXPECT ONLY StopMachine",
      "failed: expected `StopMachine` and nothing else, but the actions are `StopMachine`, `SlowDown`",
    ],
    ["EXPECT NOTHING", "failed: expected no action, but the actions are `StopMachine`, `SlowDown`"],
    ["EXPECT NOT CoolDown", "passed"],
    ["EXPECT NOT SlowDown", "failed: expected no `SlowDown`, but `R1` takes it in line 14"],
    ["EXPECT STATUS decided", "passed"],
    ["EXPECT STATUS violated", "failed: expected status violated, but it is decided"],
    ["EXPECT UNKNOWN Distance", "failed: expected `Distance` to be unknown, but nothing is"],
    ["EXPECT VIOLATION Cool", "failed: expected `Cool` to be violated, but it holds"],
  ])("%s", (step, expected) => {
    expect(outcome(`${given("0.4m")}\n${step}`)).toBe(expected);
  });

  test("an argument may be expected in another unit", () => {
    expect(outcome(`${given("0.4m")}\nEXPECT SlowDown(to: 30000m/h)`)).toBe("passed");
  });

  test("NOTHING passes where nothing is taken", () => {
    expect(outcome(`${given("5m")}\nEXPECT NOTHING`)).toBe("passed");
  });

  test("PENDING", () => {
    const hot = `GIVEN Distance = 200m, Temperature = 90C, Reading = 20C, Workers = []\n${at}`;
    expect(outcome(`${hot}\nEXPECT PENDING Restart\nEXPECT NOT Restart`)).toBe("passed");
    expect(outcome(`${given("5m")}\nEXPECT PENDING Restart`)).toBe(
      "failed: expected `Restart` to wait for approval, but pending are none",
    );
  });
});

describe("an example fails unless its status is `decided` or it states what it expects", () => {
  test("an unknown", () => {
    const steps = `GIVEN ${all}\n${at}`;
    expect(outcome(`${steps}\nEXPECT NOT StopMachine`)).toBe(
      "failed: no EXPECT says so, but the decision is incomplete: `Distance` is missing, in `R1`; `Distance` is missing, in `R5`; `Distance` is missing, in `Cool`",
    );
    expect(outcome(`${steps}\nEXPECT UNKNOWN Distance`)).toBe("passed");
    expect(outcome(`${steps}\nEXPECT STATUS incomplete`)).toBe("passed");
  });

  test("an unknown on the way to the path, or within a loop", () => {
    const steps = `GIVEN Distance = 5m, Temperature = 20C, Reading = 20C, Workers = [{ name: "Ana" }]\n${at}`;
    expect(outcome(`${steps}\nEXPECT UNKNOWN Workers[0].distance`)).toBe("passed");
    expect(outcome(`${steps}\nEXPECT UNKNOWN Workers[1].distance`)).toBe(
      "failed: expected `Workers[1].distance` to be unknown, but unknown are `Workers[0].distance`",
    );
    const none = `GIVEN Distance = 5m, Temperature = 20C, Reading = 20C\n${at}`;
    expect(outcome(`${none}\nEXPECT UNKNOWN Workers[0].distance`)).toBe("passed");
  });

  test("a violation", () => {
    expect(outcome(`${given("60m")}\nEXPECT NOTHING`)).toContain(
      "but the decision is violated: `CoolDown` is demanded",
    );
    expect(outcome(`${given("60m")}\nEXPECT VIOLATION Cool`)).toBe("passed");
  });
});

test("samples do not stand in", () => {
  const steps = `GIVEN Distance = 5m, Reading = 20C, Workers = []\n${at}`;
  expect(outcome(`${steps}\nEXPECT UNKNOWN Temperature\nEXPECT NOT CoolDown`)).toBe("passed");
});

test("a bare value of a FRESH attribute is a reading taken at AT; one with a time is as old as it says", () => {
  const rest = `Distance = 5m, Temperature = 20C, Workers = []`;
  expect(outcome(`GIVEN Reading = 90C, ${rest}\n${at}\nEXPECT ONLY Alert`)).toBe("passed");
  expect(outcome(`GIVEN Reading = 20C, ${rest}\n${at}\nEXPECT NOTHING`)).toBe("passed");
  const old = '{ value: 20, unit: "C", at: "2026-05-01T07:00:00Z" }';
  expect(outcome(`GIVEN Reading = ${old}, ${rest}\n${at}\nEXPECT UNKNOWN Reading`)).toBe("passed");
});

describe("GIVEN FILE", () => {
  const files: Record<string, string> = {
    "plant/near.json":
      '{ "Distance": 0.4, "Temperature": 20, "Reading": { "value": 20, "at": "2026-05-01T08:00:00Z" }, "Workers": [{ "name": "Ana", "distance": 3 }, { "name": "Budi", "distance": 3 }] }',
    "plant/list.json": "[]",
    "plant/broken.json": '{\n  "Distance": }',
  };
  const load = (path: string): string | null => files[path] ?? null;

  test("loads a context, beside the document, that givens are laid over", () => {
    expect(outcome(`GIVEN FILE "near.json"\n${at}\nEXPECT ONLY StopMachine, SlowDown`, load)).toBe(
      "passed",
    );
    const changed = `GIVEN FILE "near.json"\nGIVEN Distance = 5m, Workers[1].distance = 0.5m\n${at}`;
    expect(outcome(`${changed}\nEXPECT ONLY Notify("Budi")`, load)).toBe("passed");
  });

  test.each([
    ["gone.json", 'error: GIVEN FILE "gone.json" cannot be read'],
    ["list.json", 'error: GIVEN FILE "list.json" does not hold an object'],
    ["broken.json", 'error: GIVEN FILE "broken.json" is no JSON: line 2, expected a value'],
  ])("%s is an error of the example", (file, expected) => {
    expect(outcome(`GIVEN FILE "${file}"\nEXPECT NOTHING`, load)).toBe(expected);
  });
});

test("a document with errors runs none of its examples", () => {
  const policy = compile("INTENT: x\nRULE:\n- IF THEN A\nEXAMPLE one:\n- EXPECT NOTHING");
  expect(runExamples(policy).map(({ status, message }) => [status, message])).toEqual([
    ["error", "the document has errors"],
  ]);
});

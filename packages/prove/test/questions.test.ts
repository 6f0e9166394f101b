// What is found about rules, Effects and clauses among each other: a document each, and all that is not as it should be.
import { compile } from "@omega/core";
import { afterAll, describe, expect, test } from "vitest";
import {
  createProofThread,
  defaultProveOptions,
  type ProveOptions,
  proveInThread,
} from "../src/index.ts";

const thread = createProofThread();
afterAll(() => thread.close());

/** Findings and what is not proven, as a person would read them. */
async function remarksOn(
  text: string,
  options: ProveOptions = defaultProveOptions,
): Promise<readonly string[]> {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const answers = await proveInThread(program, options, thread);
  return answers
    .filter(({ outcome }) => outcome !== "fine")
    .map(({ outcome, message, context, listBound }) => {
      const bound = listBound === null ? "" : ` (lists up to ${listBound})`;
      const shown = context === null ? "" : ` ${JSON.stringify(context)}`;
      return `${outcome}: ${message}${bound}${shown}`;
    });
}

describe("rules that add nothing", () => {
  test("one whose condition implies that of an earlier one, with the same actions", async () => {
    const policy = `CONTEXT:
- Distance: <0..20 m>

RULE:
- Near: IF Distance < 3m THEN StopMachine
- Nearer: IF Distance < 100cm THEN StopMachine
- Louder: IF Distance < 1m THEN StopMachine, Alarm
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: `Nearer` adds nothing: whatever it takes, `Near` takes too",
    ]);
  });

  test("of two equal rules the later one, and neither of rules that only overlap", async () => {
    const policy = `CONTEXT:
- Level: <0..100 %>
- Heat: <C>

RULE:
- First: IF Level > 50% THEN Warn
- Second: IF NOT Level <= 50% THEN Warn
- Other: IF Heat > 50C THEN Warn
- Above: IF Level > 50% AND Heat > 20C THEN Note
- Below: IF Level < 60% AND Heat > 20C THEN Note
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: `Second` adds nothing: whatever it takes, `First` takes too",
    ]);
  });

  test("one that several others make superfluous together", async () => {
    const policy = `CONTEXT:
- Level: <0..100 %>

RULE:
- Low: IF Level < 50% THEN Warn
- High: IF Level >= 40% THEN Warn
- Middle: IF Level BETWEEN 30% AND 70% THEN Warn
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: `Middle` adds nothing: whatever it takes, other rules take too",
    ]);
  });

  test("arguments make another action of it", async () => {
    const policy = `CONTEXT:
- Level: <0..100 %>

RULE:
- Low: IF Level < 50% THEN Show "low", Turn(1)
- Lower: IF Level < 20% THEN Show "very low", Turn(1)
- Lowest: IF Level < 10% THEN Show "very low", Turn(1)
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: `Lowest` adds nothing: whatever it takes, `Lower` takes too",
    ]);
  });
});

describe("actions that contradict each other", () => {
  test("every combination of rules that takes what is forbidden together", async () => {
    const policy = `CONTEXT:
- Distance: <0..20 m>
- Hot: <boolean>

RULE:
- Near: IF Distance < 1m THEN StopMachine
- Far: IF Distance >= 1m THEN SpeedUp
- Cooling: IF Hot THEN SpeedUp
- Alarm: IF Hot AND Distance < 2m THEN StopMachine

CONSTRAINT:
- Safety [NotBoth]: NEVER StopMachine AND SpeedUp
`;
    const remarks = await remarksOn(policy);
    expect(remarks.map((remark) => remark.replace(/ \{.*/, "")).sort()).toEqual(
      [
        "finding: `NotBoth` can break where `Near` takes `StopMachine` and `Cooling` takes `SpeedUp`: enforcement keeps it by withholding an action",
        "finding: `NotBoth` can break where `Alarm` takes `StopMachine` and `Far` takes `SpeedUp`: enforcement keeps it by withholding an action",
      ].sort(),
    );
  });

  test("Effects against each other, unless enforcement keeps them apart", async () => {
    const rules = `CONTEXT:
- Temperature: <C>
- Fan: <boolean>

RULE:
- Hot: IF Temperature > 30C THEN Cool
- Cold: IF Temperature < 35C THEN Heat
- Draught: IF Fan THEN Blow
- Still: IF NOT Fan THEN Rest
`;
    const effects = `
IMPACT:
- Effect: Cool LOWERS Temperature BY 1C
- Effect: Heat RAISES Temperature BY 2C
- Effect: Blow SETS Fan TO true
- Effect: Rest SETS Fan TO false
`;
    expect(await remarksOn(rules + effects)).toEqual([
      'finding: `Hot` takes `Cool` and `Cold` takes `Heat`, and their Effects on `Temperature` work against each other {"Temperature":31}',
    ]);
    const apart = "\nCONSTRAINT:\n- Safety [Apart]: NEVER Cool AND Heat\n";
    expect(await remarksOn(rules + apart + effects)).toEqual([
      'finding: `Apart` can break where `Hot` takes `Cool` and `Cold` takes `Heat`: enforcement keeps it by withholding an action {"Temperature":31}',
    ]);
  });

  test("an Effect against what a constraint demands", async () => {
    const policy = `CONTEXT:
- Temperature: <C>
- Manual: <boolean>

RULE:
- Hand: IF Manual THEN Heat
- Hot: IF Temperature > 30C AND NOT Manual THEN Cool

CONSTRAINT:
- Safety [Cooled]: ALWAYS Cool WHEN Temperature > 60C

IMPACT:
- Effect: Cool LOWERS Temperature BY 1C
- Effect: Heat RAISES Temperature BY 2C
`;
    const remarks = await remarksOn(policy);
    expect(remarks.map((remark) => remark.replace(/ \{.*/, ""))).toEqual([
      "finding: `Hand` takes `Heat` where `Cooled` demands `Cool`, and their Effects on `Temperature` work against each other",
      "finding: `Cooled` can break: nothing keeps it, and the decision is `violated`",
    ]);
  });
});

describe("clauses by themselves", () => {
  test("those that are never in force, and those that cannot be kept together", async () => {
    const policy = `CONTEXT:
- Temperature: <0..100 C>
- Open: <boolean>

RULE:
- Hot: IF Temperature > 30C THEN Cool, Vent
- Cold: IF Temperature < 10C THEN Heat

CONSTRAINT:
- Safety [Vented]: ALWAYS Vent WHEN Temperature > 50C
- Safety [Sealed]: NEVER Vent UNLESS Open
- Safety [Beyond]: NEVER Heat WHEN Temperature > 120C
- Safety [Kept]: NEVER Heat AND Cool
- Safety [Warm]: ALWAYS Heat WHEN Temperature < 0C
`;
    const remarks = await remarksOn(policy);
    expect(remarks.map((remark) => remark.replace(/ \{.*/, ""))).toEqual([
      "finding: `Vented` can break: nothing keeps it, and the decision is `violated`",
      "finding: `Sealed` can break where `Hot` takes `Vent`: enforcement keeps it by withholding an action",
      "finding: `Sealed` forbids what `Vented` demands: whatever the rules take, the decision is `violated`",
      "finding: WHEN of `Beyond` never holds",
      "finding: WHEN of `Warm` never holds",
    ]);
  });
});

describe("arithmetic that can fail", () => {
  test("a divisor of zero, unless something before it or an UNKNOWN clause sees to that", async () => {
    const policy = `CONTEXT:
- Distance: <0..20 m>
- Speed: <0..9 m/s>
- Pieces: <1..9>
- Count: <0..50>

RULE:
- Soon: IF Distance / Speed < 2s THEN Brake
- Guarded: IF Speed > 0m/s AND Distance / Speed < 3s THEN Warn
- Either: IF Speed > 5m/s OR Distance / Speed < 3s THEN Look
- Answered: IF Distance / Speed < 4s THEN Note UNKNOWN Ask
- Shared: IF Distance / Pieces < 1m THEN Sort
- LET Part = Count MOD (Pieces - 5)
- Odd: IF Pieces < 5 AND Part < 1 THEN Sort
- Even: IF Part < 2 THEN Tell
`;
    expect(await remarksOn(policy)).toEqual([
      'finding: `Distance / Speed` of `Soon` can divide by zero {"Distance":0,"Speed":0}',
      'finding: `Distance / Speed` of `Either` can divide by zero {"Distance":0,"Speed":0}',
      'finding: `Count MOD (Pieces - 5)` of `Even` can divide by zero {"Pieces":5,"Count":0}',
    ]);
  });

  test("an index that may be out of range, and what is asked of a list that may be empty", async () => {
    const policy = `CONTEXT:
- Loads: <[0..10 kg]>
- Position: <0..20>

RULE:
- First: IF Loads[0] > 5kg THEN Warn
- Some: IF length(Loads) > 0 AND Loads[0] > 6kg THEN Look
- Third: IF length(Loads) > 2 AND Loads[Position] > 7kg THEN Note
- Most: IF max(Loads) > 8kg THEN Tell
- FOR load IN Loads { - Mean: IF load > avg(Loads) THEN Count }
`;
    const remarks = await remarksOn(policy);
    expect(remarks.map((remark) => remark.replace(/ \{.*/, ""))).toEqual([
      "finding: `Loads[0]` of `First` can be out of range",
      "finding: `Loads[Position]` of `Third` can be out of range",
      "finding: `max(Loads)` of `Most` can be asked of an empty list",
    ]);
  });
});

describe("loops", () => {
  test("one that ends within a number of rounds, and one that only MAX ends", async () => {
    const policy = `CONTEXT:
- Level: <0..100>
- Step: <0..5>

RULE:
- LET charge = Level
- Fill: WHILE charge < 40 {
  - SET charge = charge + 7
  - Full: IF charge >= 47 THEN Overflow
}
- LET rest = Level
- Drain: WHILE rest > 0 MAX 30 {
  - SET rest = rest - Step
  - Low: IF rest < 1 THEN Warn
}
`;
    const { program } = compile(`INTENT: Keep people unhurt.\n\n${policy}`);
    if (program === null) throw new Error("it has errors");
    const answers = await proveInThread(program, defaultProveOptions, thread);
    const [fill, drain] = answers.filter(({ question }) => question === "loop");
    expect(fill?.message).toBe("`Fill` always ends by itself, within 6 rounds");
    expect(Number(fill?.context?.Level)).toBeLessThan(5);
    expect(drain?.message).toBe(
      "`Drain` does not always end by itself: its MAX of 30 rounds ends it, and the decision is `limited`",
    );
    expect(drain?.outcome).toBe("finding");
    expect(answers.find(({ subject }) => subject === "Full")).toMatchObject({
      question: "reachable",
      outcome: "finding",
    });
  });
});

test("gaps, on request: the ranges in which no rule takes an action", async () => {
  const policy = `CONTEXT:
- Distance: <0..20 m>
- Mode: <"auto" | "manual" | "off">
- Lit: <boolean>

RULE:
- Near: IF Distance < 1m THEN StopMachine
- Middle: IF Distance >= 3m AND Mode == "auto" THEN SlowDown
- Dark: IF NOT Lit AND Mode != "off" THEN Lamp
`;
  const { program } = compile(`INTENT: Keep people unhurt.\n\n${policy}`);
  if (program === null) throw new Error("it has errors");
  const options = { ...defaultProveOptions, gaps: true };
  const answers = await proveInThread(program, options, thread);
  const gaps = answers.filter(({ question }) => question === "gap");
  expect(new Set(gaps.map(({ message }) => message))).toEqual(
    new Set(["no rule takes an action where this holds"]),
  );
  const covered = gaps.map(({ text }) => text).join("\n");
  // Every box is as wide as it can be; together they hold what no rule answers.
  expect(covered).toContain("Distance >= 1m AND Distance < 3m AND Lit");
  expect(covered).toMatch(/Mode (== "off"|IN )/);
  expect(await remarksOn(policy)).toEqual([]);
  const whole = policy.replace("Distance < 1m", "Distance <= 20m");
  const remarks = await remarksOn(whole, options);
  expect(remarks).toEqual([
    "finding: `Near` always fires: whenever it is known, its condition holds",
  ]);
});

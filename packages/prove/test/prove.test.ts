// What `prove` says of small policies, and that nothing it says of generated ones is refuted by evaluation.
import { compile, type Decision, type Program } from "@omega/core";
import { decide, situations } from "@omega/testkit/laws";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawContexts } from "../src/boundary-values.ts";
import { defaultProveOptions, type ProofAnswer, prove } from "../src/index.ts";

function programOf(text: string): Program {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

async function answersTo(text: string): Promise<readonly ProofAnswer[]> {
  // More time than any of these takes, also where others keep the machine busy.
  return prove(programOf(text), { ...defaultProveOptions, timeout: 20_000 });
}

/** Findings and what is not proven, as a person would read them. */
async function remarksOn(text: string): Promise<readonly string[]> {
  return (await answersTo(text))
    .filter(({ outcome }) => outcome !== "fine")
    .map(({ outcome, message, context, listBound }) => {
      const bound = listBound === null ? "" : ` (lists up to ${listBound})`;
      const shown = context === null ? "" : ` ${JSON.stringify(context)}`;
      return `${outcome}: ${message}${bound}${shown}`;
    });
}

describe("rules, branches and arms", () => {
  test("a rule that asks for more than the declared range can never fire", async () => {
    const policy = `CONTEXT:
- Distance: <0..20 m>

RULE:
- Far: IF Distance > 2100cm THEN Warn
- Near: IF Distance < 1m THEN StopMachine
`;
    expect(await remarksOn(policy)).toEqual(["finding: `Far` can never fire"]);
  });

  test("a rule that every reading makes true always fires; being unknown is no objection", async () => {
    const policy = `CONTEXT:
- Level: <0..100 %?>

RULE:
- Any: IF Level <= 100% OR Level > 100% THEN Note UNKNOWN Ask
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: `Any` always fires: whenever it is known, its condition holds",
    ]);
  });

  test("branches that earlier ones leave nothing for", async () => {
    const policy = `CONTEXT:
- Temperature: <C>
- Mode: <"auto" | "manual">

RULE:
- Heat: IF Temperature > 30C THEN Cool ELSE IF Temperature > 40C THEN Alarm ELSE Rest
- Choice: MATCH Mode { "auto" => Run, "manual" => Wait, _ => Alarm }
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: ELSE IF `Temperature > 40C` of `Heat` can never fire",
      "finding: arm `_` of `Choice` can never fire",
    ]);
  });

  test("in a loop, for lists up to a bound that is said", async () => {
    const policy = `CONTEXT:
- Workers: <[{ distance: m }]>

RULE:
- FOR worker IN Workers WHERE worker.distance < 3m {
  - Beyond: IF worker.distance > 5m THEN Warn
  - Close: IF worker.distance < 1m THEN StopMachine
}
`;
    expect(await remarksOn(policy)).toEqual(["finding: `Beyond` can never fire (lists up to 8)"]);
  });

  test("aggregates of lists are calculated", async () => {
    const policy = `CONTEXT:
- Loads: <[0..10 kg]>

RULE:
- Heavy: IF sum(Loads) > 81kg THEN Warn
- Many: IF sum(Loads) > 31kg THEN Warn
- Uneven: IF max(Loads) - min(Loads) > 8kg AND length(Loads) == 2 THEN Warn
- Even: IF avg(Loads) > max(Loads) THEN Warn
`;
    expect(await remarksOn(policy)).toEqual([
      "finding: `Heavy` can never fire (lists up to 8)",
      "finding: `Even` can never fire (lists up to 8)",
      'finding: `avg(Loads)` of `Even` can be asked of an empty list {"Loads":[]}',
    ]);
  });

  test("what is outside the encoding is said, never passed over", async () => {
    const policy = `CONTEXT:
- Name: <text>

RULE:
- Zone: IF std::string::replace(Name, "a", "b") == "b" THEN Warn
`;
    expect(await remarksOn(policy)).toEqual([
      "not proven: not proven whether `Zone` can fire: the function `std::string::replace`",
    ]);
  });
});

describe("formal constraints", () => {
  test("one that holds, and one that a context breaks", async () => {
    const policy = `CONTEXT:
- Distance: <m>
- Hot: <boolean>

RULE:
- IF Distance < 1m THEN StopMachine
- IF Distance >= 1m THEN SlowDown
- IF Hot THEN Cool

CONSTRAINT:
- Safety [Apart]: NEVER StopMachine AND SlowDown
- Safety [Calm]: NEVER Cool AND SlowDown
- Safety [Cooled]: ALWAYS Cool WHEN Hot
`;
    const remarks = await remarksOn(policy);
    // What `Calm` withholds is not what `Cooled` demands: that is never withheld.
    expect(remarks).toEqual([
      'finding: `Calm` can break where `R3` takes `Cool` and `R2` takes `SlowDown`: enforcement keeps it by withholding an action {"Distance":1,"Hot":true}',
    ]);
  });

  test("a breach that another clause hides by withholding first", async () => {
    const policy = `CONTEXT:
- Hot: <boolean>

RULE:
- IF Hot THEN Cool, Heat

CONSTRAINT:
- Safety [Never]: NEVER Heat
- Safety [Apart]: NEVER Cool AND Heat WHEN Hot
`;
    expect(await remarksOn(policy)).toEqual([
      'finding: `Never` can break where `R1` takes `Heat`: enforcement keeps it by withholding an action {"Hot":true}',
      'finding: `Apart` can break where `R1` takes `Cool` and `R1` takes `Heat`: enforcement keeps it by withholding an action {"Hot":true}',
    ]);
  });

  test("an ALWAYS that no rule sees to", async () => {
    const policy = `CONTEXT:
- Temperature: <C>

RULE:
- IF Temperature > 50C THEN Alarm

CONSTRAINT:
- Safety [Warned]: ALWAYS Alarm WHEN Temperature >= 50C
`;
    expect(await remarksOn(policy)).toEqual([
      'finding: `Warned` can break: nothing keeps it, and the decision is `violated` {"Temperature":50}',
    ]);
  });
});

test("a question that takes too long is not proven, and says so", async () => {
  const program = programOf(`CONTEXT:
- A: <integer>
- B: <integer>
- C: <integer>

RULE:
- Cubes: IF A * A * A + B * B * B + C * C * C == 114 AND A > 1000 AND B > A THEN Warn
`);
  const [answer] = await prove(program, { ...defaultProveOptions, timeout: 4_000 });
  expect(answer?.outcome).toBe("not proven");
  expect(answer?.message).toMatch(/time for a question|gives up/);
});

test("aborting ends the proof, with what is left not proven", async () => {
  const program = programOf("CONTEXT:\n- A: <number>\n\nRULE:\n- IF A > 1 THEN Warn\n");
  const answers = await prove(program, { ...defaultProveOptions, signal: AbortSignal.abort() });
  expect(answers.map(({ message }) => message)).toEqual([
    "not proven whether `R1` can fire: cancelled",
  ]);
});

test("no generated context refutes what is proved of a generated policy", async () => {
  const cases = fc.sample(situations(2), { numRuns: 3, seed: 20_261_121 });
  const proved = new Map<string, number>();
  for (const situation of cases) {
    if (situation === null) continue;
    const answers = await prove(situation.program, { ...defaultProveOptions, timeout: 500 });
    const contexts = [situation.context, ...drawContexts([situation.program], 40)];
    for (const context of contexts) {
      const decision = decide(situation, context, { trace: true, sampleDefaults: false });
      for (const answer of answers) {
        if (answer.context !== null || answer.outcome === "not proven") continue;
        proved.set(answer.question, (proved.get(answer.question) ?? 0) + 1);
        const where = `${answer.message}\n${situation.text}\n${JSON.stringify(context)}`;
        expect(refutes(decision, answer), where).toBe(false);
      }
    }
  }
  for (const question of ["reachable", "redundant", "constraint", "arithmetic"]) {
    expect(proved.get(question) ?? 0, question).toBeGreaterThan(0);
  }
}, 180_000);

/** Whether the decision shows what the answer says is impossible. */
function refutes(decision: Decision, { question, subject, text }: ProofAnswer): boolean {
  const { trace = [], violations, limits, unknowns } = decision;
  const comesOut = (outcome: string): boolean =>
    trace.some((entry) => entry.rule === subject && entry.outcome === outcome);
  switch (question) {
    case "reachable":
      return trace.some(
        (entry) => entry.rule === subject && entry.text === text && entry.outcome === "fired",
      );
    case "always":
      return trace.some(
        (entry) => entry.rule === subject && entry.text === text && entry.outcome === "not fired",
      );
    case "redundant": {
      const events = [...decision.actions, ...decision.pending, ...decision.withheld];
      const content = ({ name, args }: (typeof events)[number]): string =>
        JSON.stringify([name, args]);
      const others = new Set(events.filter(({ rule }) => rule !== subject).map(content));
      return events.some((event) => event.rule === subject && !others.has(content(event)));
    }
    case "arithmetic":
      return unknowns.some(
        ({ rule, reason, path }) =>
          rule === subject && path === text && reason === "division by zero",
      );
    case "loop":
      return limits.some(({ rule, limit }) => rule === subject && limit === "whileIterations");
    case "constraint":
      return violations.some(({ constraint }) => constraint === subject);
    case "vacuous":
      return comesOut(text.includes("UNLESS") ? "not fired" : "fired");
    default:
      return false;
  }
}

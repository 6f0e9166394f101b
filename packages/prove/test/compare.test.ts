// What comparing small policies says, and that evaluating generated ones never refutes it.
import { compile, createEvaluator, type Decision, defaultLimits, type Program } from "@omega/core";
import { situations } from "@omega/testkit/laws";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawContexts } from "../src/boundary-values.ts";
import { comparePolicies, defaultCompareOptions, type PolicyComparison } from "../src/index.ts";

function programOf(text: string): Program {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

function compared(old: string, changed: string): Promise<PolicyComparison> {
  return comparePolicies(programOf(old), programOf(changed), defaultCompareOptions);
}

/** The outcome, then each difference and each thing not proven, as a person would read them. */
async function comparison(old: string, changed: string): Promise<readonly string[]> {
  const { outcome, differences, notProven, listBound } = await compared(old, changed);
  const bound = listBound === null ? "" : ` (lists up to ${listBound})`;
  return [
    `${outcome}${bound}`,
    ...differences.map(({ kind, action, only, context, needsBareNumber, ...sides }) => {
      const said = [kind, ...(action === null ? [] : [action]), ...(only === null ? [] : [only])];
      const [before, after] = [sides.old, sides.new].map((decision) =>
        [decision.status, ...decision.actions.map(({ name }) => name)].join(" "),
      );
      const bare = needsBareNumber ? " bare" : "";
      return `${said.join(" ")}${bare} ${JSON.stringify(context)}: ${before} | ${after}`;
    }),
    ...notProven.map(({ kind, action, reason }) => `${kind} ${action ?? ""} not proven: ${reason}`),
  ];
}

const cell = `CONTEXT:
- Distance: <0..20 m>
- Mode: <"auto" | "manual">

RULE:
- TooClose: IF Distance < 1m AND Mode == "auto" THEN StopMachine
- Slow: IF Distance < 3m THEN SlowDown
`;

describe("policies that decide alike", () => {
  test.each([
    ["written otherwise", cell.replace("Distance < 1m AND", "(Distance<1m)\n  AND")],
    ["in other units", cell.replace("1m", "100cm").replace("3m", "3000mm")],
    ["with other labels", cell.replaceAll("TooClose", "Near")],
    ["turned round", cell.replace("Distance < 1m", "NOT (Distance >= 1m)")],
    ["calculated otherwise", cell.replace("Distance < 3m", "Distance * 2 < 6m")],
    [
      "by a name",
      cell.replace("- Slow: IF Distance < 3m", "- LET near = Distance < 3m\n- Slow: IF near"),
    ],
  ])("%s", async (_, changed) => {
    expect(await comparison(cell, changed)).toEqual(["equivalent"]);
  });

  test("what nobody can calculate with is the same where it is written the same", async () => {
    const guarded = `CONTEXT:
- Badge: <text>
- Level: <number>

RULE:
- Guest: IF Badge MATCHES "g(uest)+" AND std::math::sqrt(Level) > 3 THEN Escort(Badge)
- High: IF Level > 3 THEN Warn
`;
    const changed = guarded.replace("IF Level > 3 THEN", "IF NOT (Level <= 3) THEN");
    expect(await comparison(guarded, changed)).toEqual(["equivalent"]);
  });

  test("loops, for lists up to a bound that is said", async () => {
    const loop = `CONTEXT:
- Workers: <[{ distance: m }]>

RULE:
- FOR worker IN Workers { - IF worker.distance < 1m THEN StopMachine }
`;
    const changed = loop.replace("worker.distance < 1m", "NOT (worker.distance >= 100cm)");
    expect(await comparison(loop, changed)).toEqual(["equivalent (lists up to 8)"]);
  });
});

describe("policies that decide otherwise", () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      "a bound moves",
      cell,
      cell.replace("< 1m", "<= 1.5m"),
      [
        'taken StopMachine new {"Distance":1,"Mode":"auto"}: decided SlowDown | decided StopMachine SlowDown',
        'status {"Distance":1}: decided SlowDown | incomplete SlowDown',
      ],
    ],
    [
      "a rule is gone",
      cell,
      cell.replace(/- Slow.*\n/, ""),
      [
        'taken SlowDown old {"Distance":2}: decided SlowDown | decided',
        'status {"Mode":"manual"}: incomplete | decided',
      ],
    ],
    [
      "an action is renamed",
      cell,
      cell.replace("SlowDown", "Crawl"),
      [
        'taken Crawl new {"Distance":2}: decided SlowDown | decided Crawl',
        'taken SlowDown old {"Distance":2}: decided SlowDown | decided Crawl',
      ],
    ],
    [
      "a unit changes: the number means something else",
      cell,
      cell.replace("20 m", "2000 cm"),
      [
        'taken StopMachine new bare {"Distance":1,"Mode":"auto"}: decided SlowDown | decided StopMachine SlowDown',
        'taken SlowDown new bare {"Distance":3,"Mode":"manual"}: decided | decided SlowDown',
        'status bare {"Mode":"manual","Distance":300}: incomplete | decided',
      ],
    ],
    [
      "a range grows",
      cell,
      cell.replace("0..20", "-5..20"),
      [
        'taken StopMachine new {"Mode":"auto","Distance":-1}: incomplete | decided StopMachine SlowDown',
        'taken SlowDown new {"Mode":"auto","Distance":-1}: incomplete | decided StopMachine SlowDown',
      ],
    ],
    [
      "an attribute gets a default",
      cell,
      cell.replace("<0..20 m>", "<0..20 m> = 2m"),
      ['taken SlowDown new {"Mode":"manual"}: incomplete | decided SlowDown'],
    ],
    [
      "another argument",
      "CONTEXT:\n- A: <number>\n\nRULE:\n- IF A > 1 THEN Adjust(1)\n",
      "RULE:\n- IF A > 1 THEN Adjust(2)\n",
      ['arguments Adjust {"A":2}: decided Adjust | decided Adjust'],
    ],
    [
      "a calculated argument",
      "RULE:\n- IF A > 1 THEN Adjust(A)\n",
      "RULE:\n- IF A > 1 THEN Adjust(A + 1)\n",
      ['arguments Adjust {"A":2}: decided Adjust | decided Adjust'],
    ],
    [
      "twice",
      "RULE:\n- IF A > 1 THEN Ring\n",
      "RULE:\n- IF A > 1 THEN Ring\n- IF A > 2 THEN Ring\n",
      ['arguments Ring {"A":3}: decided Ring | decided Ring Ring'],
    ],
    [
      "in another order",
      "RULE:\n- IF A > 1 THEN Ring, Call\n",
      "RULE:\n- IF A > 1 THEN Call, Ring\n",
      ['order {"A":2}: decided Ring Call | decided Call Ring'],
    ],
    [
      "another answer to what is unknown",
      "RULE:\n- IF A > 1 THEN Ring\n",
      "RULE:\n- IF A > 1 THEN Ring UNKNOWN Ring\n",
      ["taken Ring new {}: incomplete | decided Ring"],
    ],
    [
      "another attribute",
      "RULE:\n- IF A > 1 THEN Ring\n",
      "RULE:\n- IF A > 1 THEN Ring\n- IF B > 1 THEN Ring\n",
      [
        'taken Ring new {"A":1,"B":2}: decided | decided Ring',
        'arguments Ring {"A":2,"B":2}: decided Ring | decided Ring Ring',
        'status {"A":1}: decided | incomplete',
      ],
    ],
  ])("%s", async (_, old, changed, differences) => {
    expect(await comparison(old, changed)).toEqual(["different", ...differences]);
  });
});

describe("constraints, approvals and FAILSAFE", () => {
  const guarded = `ACTOR:
- Primary: Controller

CONTEXT:
- Hot: <boolean>
- Close: <boolean>

RULE:
- IF Hot THEN Cool
- IF Close THEN Stop
`;
  test.each<[string, string, readonly string[]]>([
    [
      "a new prohibition withholds",
      `${guarded}\nCONSTRAINT:\n- Safety: NEVER Cool AND Stop\n`,
      ['taken Stop old {"Hot":true,"Close":true}: decided Cool Stop | decided Cool'],
    ],
    [
      "a demand that nobody meets",
      `${guarded}\nCONSTRAINT:\n- Safety: ALWAYS Stop WHEN Hot\n`,
      ['status {"Hot":true,"Close":false}: decided Cool | violated Cool'],
    ],
    [
      "an approval is asked for",
      guarded.replace("Controller\n", "Controller\n- Secondary: Boss APPROVES Cool\n"),
      ['taken Cool old {"Hot":true,"Close":false}: decided Cool | decided'],
    ],
    [
      "FAILSAFE",
      guarded.replace("THEN Stop\n", "THEN Stop\n- FAILSAFE THEN Stop\n"),
      [
        'taken Stop new {"Hot":false}: incomplete | incomplete Stop',
        'arguments Stop {"Close":true}: incomplete Stop | incomplete Stop Stop',
      ],
    ],
    [
      "nothing, where the rules never break it",
      `${guarded}\nCONSTRAINT:\n- Safety: NEVER Stop WHEN Close == false\n`,
      [],
    ],
  ])("%s", async (_, changed, differences) => {
    const outcome = differences.length === 0 ? "equivalent" : "different";
    expect(await comparison(guarded, changed)).toEqual([outcome, ...differences]);
  });
});

describe("what cannot be proved", () => {
  const guest = `CONTEXT:
- Badge: <text>
- Level: <0..9 m>

RULE:
- Guest: IF std::string::length(Badge) > 3 AND std::math::sqrt(std::math::pow(Level / 1m, 2)) > 5 THEN Escort
`;

  test("is tried out, and a difference that shows is shown", async () => {
    const [outcome, first] = await comparison(guest, guest.replace("> 5", "> 6"));
    expect(outcome).toBe("different");
    expect(first).toMatch(/^taken Escort old .*"Level":6/);
  });

  test("and where none shows it is said, with the reason", async () => {
    const condition = 'std::string::replace(Badge, "a", "b") == "bob"';
    const [left, right] = condition.split(" == ");
    const old = guest.replace(/IF .* THEN/, `IF ${condition} THEN`);
    const remarks = await comparison(old, old.replace(condition, `${right} == ${left}`));
    expect(remarks[0]).toBe("not proven");
    expect(remarks.slice(1).every((remark) => remark.includes("not proven: "))).toBe(true);
  });

  test("when there is no time left", async () => {
    const { outcome, notProven } = await comparePolicies(
      programOf(cell),
      programOf(cell.replace("< 3m", "<= 3m")),
      { ...defaultCompareOptions, signal: AbortSignal.abort() },
    );
    expect(outcome).toBe("not proven");
    expect(notProven[0]?.reason).toBe("cancelled");
  });
});

test("evaluation never refutes what is said of generated policies", async () => {
  const cases = fc.sample(situations(2), { numRuns: 9, seed: 20_261_121 });
  const counts = { equivalent: 0, different: 0, "not proven": 0 };
  for (const [turn, situation] of cases.entries()) {
    if (situation === null || situation.text.includes("IMPORT")) continue;
    const changed = compile(slip(situation.text, turn)).program;
    if (changed === null) continue;
    const old = situation.program;
    const { outcome, differences } = await comparePolicies(old, changed, {
      ...defaultCompareOptions,
      timeout: 100,
      listBound: 2,
      trials: 100,
    });
    counts[outcome]++;
    const evaluators = [old, changed].map((program) => createEvaluator(program));
    const decide = (context: unknown): readonly Decision[] =>
      evaluators.map((evaluate) => evaluate(context, evaluation));
    const about = `${situation.text}\n${slip(situation.text, turn)}`;
    for (const difference of differences) {
      const [before, after] = decide(difference.context).map(essence);
      expect(before, about).not.toEqual(after);
    }
    if (outcome !== "equivalent") continue;
    for (const context of [situation.context, ...drawContexts([old, changed], 60)]) {
      const [before, after] = decide(context).map(essence);
      expect(before, about).toEqual(after);
    }
  }
  expect(Math.min(counts.equivalent, counts.different)).toBeGreaterThan(0);
}, 120_000);

const evaluation = {
  limits: defaultLimits,
  sampleDefaults: false,
  strict: false,
  trace: false,
  now: "2026-01-01T00:00:00.000Z",
};

/** What a decision says to do, and nothing of its reasons. */
function essence({ status, actions, pending, withheld }: Decision): unknown {
  const events = (all: Decision["actions"]): unknown => all.map(({ name, args }) => [name, args]);
  const sorted = withheld.map(({ name }) => name).sort();
  return { status, actions: events(actions), pending: events(pending), withheld: sorted };
}

/** The policy with one comparison, connective or number changed; every third time with nothing changed at all. */
function slip(text: string, turn: number): string {
  if (turn % 3 === 0) return text;
  const swaps = new Map([
    ["<", "<="],
    [">", ">="],
    ["AND", "OR"],
    ["OR", "AND"],
    ["ANY", "ALL"],
  ]);
  const words = text.split(/(\s+)/);
  const places = words.flatMap((word, place) => (swaps.has(word) ? [place] : []));
  const chosen = places[turn % Math.max(1, places.length)];
  return words.map((word, place) => (place === chosen ? (swaps.get(word) ?? word) : word)).join("");
}

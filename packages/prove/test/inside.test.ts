// What documents say that proofs hold: texts, lambdas, lists, clocks, places. The solver's texts are read back as they are.
import { compile } from "@omega/core";
import { describe, expect, test } from "vitest";
import { defaultProveOptions, type ProofAnswer, prove } from "../src/index.ts";
import { printText, readText } from "../src/print-text.ts";

async function answersTo(text: string): Promise<readonly ProofAnswer[]> {
  const { program, diagnostics } = compile(`INTENT: Keep people unhurt.\n\n${text}`);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const answers = await prove(program, { ...defaultProveOptions, timeout: 20_000 });
  return answers.filter(({ question }) => question === "reachable" || question === "constraint");
}

/** Whether each rule can fire: `Far: never`, `Near: {"Distance":0}`. */
async function firing(text: string): Promise<readonly string[]> {
  return (await answersTo(text)).map(({ subject, outcome, message, context, listBound }) => {
    if (outcome === "not proven") return `${subject}: ${message}`;
    if (context !== null) return `${subject}: ${JSON.stringify(context)}`;
    return `${subject}: never${listBound === null ? "" : `, lists up to ${listBound}`}`;
  });
}

describe("texts", { timeout: 180_000 }, () => {
  test("are looked into, with literals, patterns and each other", async () => {
    const outcomes = await firing(`CONTEXT:
- Badge: <text>
- Prefix: <text>

RULE:
- Guest: IF Badge STARTS WITH "guest-😀" AND std::string::length(Badge) == 8 THEN Warn
- Two: IF Badge STARTS WITH "guest-" AND Badge STARTS WITH "staff-" THEN Warn
- Number: IF Badge MATCHES "^[A-Z][0-9]{3}$" AND std::string::length(Badge) == 5 THEN Warn
- Loose: IF Badge MATCHES "^a+$" AND Badge CONTAINS "b" THEN Warn
- Own: IF Badge STARTS WITH Prefix AND Prefix == "x" AND NOT Badge CONTAINS "x" THEN Warn
`);
    expect(outcomes[0]).toMatch(/^Guest: \{"Badge":"guest-😀.*"\}$/);
    expect(outcomes.slice(1)).toEqual([
      "Two: never",
      "Number: never",
      "Loose: never",
      "Own: never",
    ]);
  });

  test("in lower case, upper case and trimmed are asked about as they come", async () => {
    const outcomes = await firing(`CONTEXT:
- Mode: <text>

RULE:
- Both: IF std::string::lower(Mode) == "heat" AND Mode == "HEAT" THEN Warn
- Never: IF std::string::lower(Mode) CONTAINS "A" THEN Warn
- Wide: IF std::string::upper(Mode) == "SS" AND std::string::length(Mode) == 1 THEN Warn
- Spaced: IF std::string::trim(Mode) == "x" AND Mode STARTS WITH " " AND Mode MATCHES "x $" THEN Warn
- Edge: IF std::string::trim(Mode) ENDS WITH " " THEN Warn
`);
    expect(outcomes).toEqual([
      'Both: {"Mode":"HEAT"}',
      "Never: never",
      'Wide: {"Mode":"ß"}',
      'Spaced: {"Mode":" x "}',
      "Edge: never",
    ]);
  });

  test.each(["", 'say "no"', "back\\slash", "größer\n\u0000", "😀 安全", "\\u{41}"])(
    "%j comes back from the solver's language as it was",
    (text) => {
      expect(readText(printText(text))).toBe(text);
    },
  );
});

describe("lists", { timeout: 180_000 }, () => {
  test("are filtered, counted, summed, folded and put in order", async () => {
    const outcomes = await firing(`CONTEXT:
- Loads: <[0..10 kg]>
- Docks: <0..3>

RULE:
- Heavy: IF count(Loads, |load| load > 5kg) > length(Loads) THEN Warn
- Sum: IF sum(filter(Loads, |load| load > 5kg)) > 0kg AND length(Loads) == 1 THEN Warn
- Fold: IF reduce(Loads, |most, load| max(most, load), 0kg) > 10kg THEN Warn
- Order: IF std::list::first(std::list::sort(Loads)) > std::list::last(std::list::sort(Loads)) THEN Warn
- Alike: IF length(std::list::unique(Loads)) == 1 AND length(Loads) == 2 THEN Warn
- Middle: IF std::math::median(Loads) == 3kg AND length(Loads) == 1 THEN Warn
`);
    expect(outcomes[0]).toBe("Heavy: never, lists up to 8");
    expect(outcomes[1]).toMatch(/^Sum: \{"Loads":\[\d/);
    expect(outcomes[2]).toBe("Fold: never, lists up to 8");
    expect(outcomes[3]).toMatch(/^Order: never, lists up to \d$/);
    expect(outcomes[4]).toMatch(/^Alike: \{"Loads":\[([\d.]+),\1\]\}$/);
    expect(outcomes[5]).toBe('Middle: {"Loads":[3]}');
  });

  test("and records are compared whole, three-valued", async () => {
    expect(
      await firing(`CONTEXT:
- Order: <[text]>
- Site: <{ name: text, open: boolean }>

RULE:
- Same: IF Order == ["a", "b"] AND length(Order) == 3 THEN Warn
- Open: IF Site == { name: "x", open: true } AND NOT Site.open THEN Warn
- Two: IF Order != ["a"] AND Order[0] == "a" AND length(Order) == 1 THEN Warn
`),
    ).toEqual(["Same: never, lists up to 8", "Open: never", "Two: never, lists up to 8"]);
  });
});

test("the clock is any instant, and the answer says which", async () => {
  const answers = await answersTo(`CONTEXT:
- TimeZone: +07:00
- Due: <time>

RULE:
- Night: IF std::time::in_window("22:00", "06:00") AND std::time::hour() == 23 THEN Warn
- Noon: IF std::time::in_window("22:00", "06:00") AND std::time::hour() == 12 THEN Warn
- Late: IF std::time::diff(std::time::now(), Due) > 2h AND Due > std::time::now() THEN Warn
- Weekday: IF std::time::is_weekend() AND std::time::weekday() < 6 THEN Warn
`);
  expect(answers.map(({ context }) => context)).toEqual([{}, null, null, null]);
  const [{ now = null } = {}] = answers;
  expect(now === null ? null : new Date(Date.parse(now) + 7 * 3_600_000).getUTCHours()).toBe(23);
});

test("clauses count PER element of a loop, also in a filtered list", async () => {
  const outcomes = await answersTo(`CONTEXT:
- Workers: <[{ distance: m, hot: boolean }]>

RULE:
- FOR worker IN Workers {
  - IF worker.distance < 1m THEN Stop ELSE Slow
}
- FOR guest IN filter(Workers, |each| each.hot) {
  - IF guest.distance < 1m THEN Cool
  - IF guest.distance < 2m THEN Warn
}

CONSTRAINT:
- Safety [One]: EXACTLY ONE OF Stop, Slow PER worker
- Safety [Few]: AT MOST 1 OF Stop, Slow PER worker
- Safety [Guests]: AT MOST 1 OF Cool, Warn PER guest
`);
  const constraints = outcomes.filter(({ question }) => question === "constraint");
  // A worker whose distance is missing is stopped and slowed by no rule.
  expect(constraints.map(({ subject, outcome }) => `${subject} ${outcome}`)).toEqual([
    "One finding",
    "Few fine",
    "Guests finding",
  ]);
});

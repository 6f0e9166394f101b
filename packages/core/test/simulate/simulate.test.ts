// Policies over time: effects applied between ticks, and where that leads.
import {
  compile,
  configuredOptions,
  type Program,
  type SeriesRow,
  type Simulation,
  type SimulationOptions,
  seriesColumn,
  seriesValue,
  simulate,
} from "@omega/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

interface Scenario extends Partial<Omit<SimulationOptions, "evaluation">> {
  readonly now?: string;
}

function programOf(context: string, rule: string, impact: string): Program {
  const text = `INTENT: Keep it so.\n\nCONTEXT:\n${context}\n\nRULE:\n${rule}\n\nIMPACT:\n- Benefit: x\n- Risk: y\n${impact}\n`;
  const { program, diagnostics } = compile(text);
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

function run(program: Program, context: unknown, { now, ...options }: Scenario = {}): Simulation {
  const evaluation = { ...configuredOptions(compile("").settings), now: now ?? null };
  const simulation = simulate(program, context, {
    ticks: 20,
    tickMilliseconds: 1000,
    evaluation,
    ...options,
  });
  if (typeof simulation === "string") throw new Error(simulation);
  return simulation;
}

const values = ({ ticks }: Simulation, name: string) => ticks.map((tick) => tick.values[name]);

describe("effects", () => {
  const heater = programOf(
    "- Heat: <C>\n- Level: <number>",
    "- IF Level < 3 THEN Warm, Warm\n- IF Level >= 3 THEN Stop",
    "- Effect: Warm RAISES Heat BY 0.1C\n- Effect: Warm RAISES Level BY 1\n- Effect: Stop SETS Level TO 7",
  );

  test("are applied once for each time an action is taken, after the tick", () => {
    const simulation = run(heater, { Heat: 20, Level: 0 }, { ticks: 4 });
    expect(values(simulation, "Heat")).toEqual([20, 20.2, 20.4, 20.4]);
    expect(values(simulation, "Level")).toEqual([0, 2, 4, 7]);
    expect(simulation.ticks[0]?.actions).toEqual(["Warm", "Warm"]);
  });

  test("add decimals exactly", () => {
    const counter = programOf(
      "- Sum: <number>",
      "- IF Sum < 1 THEN Add",
      "- Effect: Add RAISES Sum BY 0.1",
    );
    expect(values(run(counter, { Sum: 0 }, { ticks: 12 }), "Sum")).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1,
    ]);
  });

  test("convert their amounts, and read a quantity however it is given", () => {
    const ruler = programOf(
      "- Way: <m>",
      "- IF Way < 2m THEN Go",
      "- Effect: Go RAISES Way BY 25cm",
    );
    expect(values(run(ruler, { Way: "150cm" }, { ticks: 4 }), "Way")).toEqual([1.5, 1.75, 2, 2]);
  });

  test("begin at a default, and at a sample that stands in", () => {
    const effect = "- Effect: Up RAISES A BY 1";
    const rule = "- IF A < 9 THEN Up";
    expect(
      values(run(programOf("- A: <number> = 5", rule, effect), {}, { ticks: 2 }), "A"),
    ).toEqual([5, 6]);
    expect(values(run(programOf("- A: 5", rule, effect), {}, { ticks: 2 }), "A")).toEqual([5, 6]);
  });

  test("of actions that wait for approval or are withheld are not applied", () => {
    const { program } = compile(`INTENT: x.

ACTOR:
- Primary: Cell
- Secondary: Boss APPROVES Ask

CONTEXT:
- A: <number>
- B: <number>

RULE:
- IF A < 9 THEN Ask, Held

CONSTRAINT:
- Safety: NEVER Held

IMPACT:
- Effect: Ask RAISES A BY 1
- Effect: Held RAISES B BY 1
`);
    if (program === null) throw new Error("the document has errors");
    const simulation = run(program, { A: 0, B: 0 }, { ticks: 3 });
    expect(simulation.ticks[2]).toMatchObject({
      values: { A: 0, B: 0 },
      actions: [],
      pending: ["Ask"],
      withheld: ["Held"],
    });
    expect(simulation.verdict).toEqual({ kind: "settles", from: 0, certainty: "certain" });
  });

  test("on what is unknown are told, not guessed", () => {
    const program = programOf(
      "- A: <number>\n- B: <number>",
      "- IF B > 0 THEN Up",
      "- Effect: Up RAISES A BY 1",
    );
    expect(run(program, { B: 1 }).unapplied).toEqual([
      { action: "Up", attribute: "A", reason: "attribute unknown", tick: 0 },
    ]);
  });

  test("keep a fresh reading as fresh as it was", () => {
    const program = programOf(
      "- A: <number FRESH 5s>",
      "- IF A < 9 THEN Up",
      "- Effect: Up RAISES A BY 1",
    );
    const reading = { A: { value: 0, at: "2026-05-01T07:59:58Z" } };
    const simulation = run(program, reading, { ticks: 8, now: "2026-05-01T08:00:00Z" });
    expect(values(simulation, "A")).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const stale = run(
      program,
      { A: { value: 0, at: "2026-05-01T07:59:50Z" } },
      { now: "2026-05-01T08:00:00Z" },
    );
    expect(stale.ticks.map(({ status }) => status)).not.toContain("decided");
  });
});

describe("where it leads", () => {
  const mover = (rule: string, declaration = "- A: <number>") =>
    programOf(
      `${declaration}\n- Never: <boolean> = false`,
      // Effects are of actions that some rule takes.
      `${rule}\n- IF Never THEN Up, Down`,
      "- Effect: Up RAISES A BY 1\n- Effect: Down LOWERS A BY 1",
    );

  test.each([
    ["settles", "- IF A < 5 THEN Up", { kind: "settles", from: 5, certainty: "certain" }],
    [
      "oscillates",
      "- IF A < 5 THEN Up ELSE Down",
      { kind: "oscillates", from: 4, period: 2, certainty: "certain" },
    ],
    [
      "runs away",
      "- IF A >= 0 THEN Up",
      {
        kind: "runs away",
        attribute: "A",
        how: "rises without end",
        from: 0,
        certainty: "observed",
      },
    ],
    [
      "moves to a turn far off",
      "- IF A < 500 THEN Up ELSE Down",
      { kind: "undecided", reason: "changes later" },
    ],
  ])("%s", (_, rule, verdict) => {
    expect(run(mover(rule), { A: 0 }).verdict).toMatchObject(verdict);
  });

  test("it leaves a declared range, unless it is kept there", () => {
    const program = mover("- IF TRUE THEN Up", "- A: <0..3>");
    expect(run(program, { A: 0 }).verdict).toEqual({
      kind: "runs away",
      attribute: "A",
      how: "leaves its range",
      from: 4,
      certainty: "certain",
    });
    expect(run(program, { A: 0 }, { saturate: true }).verdict).toEqual({
      kind: "settles",
      from: 3,
      certainty: "certain",
    });
  });

  test("it is told ahead that it leaves its range, but not of what is kept there", () => {
    const program = mover("- IF A > 0 THEN Up", "- A: <0..500>");
    expect(run(program, { A: 1 }).verdict).toMatchObject({
      kind: "runs away",
      attribute: "A",
      how: "leaves its range",
      certainty: "observed",
    });
    expect(run(program, { A: 1 }, { saturate: true }).verdict).toMatchObject({
      kind: "undecided",
      reason: "changes later",
    });
  });

  test("it overflows", () => {
    const program = programOf("- A: <number>", "- IF TRUE THEN Up", "- Effect: Up RAISES A BY A");
    expect(run(program, { A: 1e300 }, { ticks: 100 }).verdict).toMatchObject({
      kind: "runs away",
      how: "overflows",
    });
  });

  test("is said with reserve where the clock is read", () => {
    const program = mover('- IF A < 2 AND std::time::hour("+00:00") == 8 THEN Up');
    const now = "2026-05-01T08:00:00Z";
    expect(run(program, { A: 0 }, { now }).verdict).toEqual({
      kind: "settles",
      from: 2,
      certainty: "observed",
    });
    const night = mover('- IF std::time::in_window("08:00", "08:01", "+00:00") THEN Log ELSE Rest');
    expect(run(night, { A: 0 }, { now, ticks: 60 }).verdict).toEqual({
      kind: "undecided",
      reason: "clock",
      until: null,
    });
  });

  test("is not said of what a series drives", () => {
    const row = (value: number): SeriesRow => ({ givens: [{ path: ["A"], value }], now: null });
    const series = [row(1), row(2), row(1), row(2)];
    const program = mover("- IF A > 1 THEN Log");
    expect(run(program, {}, { series, ticks: 4 }).verdict).toMatchObject({
      kind: "settles",
      from: 3,
    });
    const drifting = mover("- IF A > 0 THEN Up");
    expect(run(drifting, {}, { series, ticks: 4 }).verdict).toEqual({
      kind: "undecided",
      reason: "series",
      until: null,
    });
    expect(values(run(drifting, {}, { series, ticks: 6 }), "A")).toEqual([1, 2, 1, 2, 3, 4]);
  });

  test("holds for as long as one likes to watch", () => {
    const amount = fc.integer({ min: 1, max: 7 }).map((tenths) => tenths / 10);
    const threshold = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(amount, amount, threshold, threshold, (up, down, low, high) => {
        const program = programOf(
          "- A: <number>",
          `- IF A < ${low} THEN Up ELSE IF A > ${high} THEN Down`,
          `- Effect: Up RAISES A BY ${up}\n- Effect: Down LOWERS A BY ${down}`,
        );
        const { verdict } = run(program, { A: 0.5 }, { ticks: 60 });
        const long = run(program, { A: 0.5 }, { ticks: 300 });
        expect(["settles", "oscillates"]).toContain(verdict.kind);
        if (verdict.kind !== "settles" && verdict.kind !== "oscillates") return;
        const period = verdict.kind === "settles" ? 1 : verdict.period;
        const seen = values(long, "A");
        for (let tick = verdict.from; tick + period < seen.length; tick++) {
          expect(seen[tick + period]).toBe(seen[tick]);
        }
        expect(long.verdict).toEqual(verdict);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a column", () => {
  const program = programOf(
    '- Heat: <C>\n- Mode: <"a" | "b">\n- Motor: <{ speed: rpm }>\n- Levels: <[number]>\n- `Spindle Load`: <%>',
    "- IF Heat > 1C THEN Stop",
    '- Effect: Stop SETS Mode TO "a"',
  );

  test.each([
    ["Heat", ["Heat"], null],
    ["Heat (F)", ["Heat"], "F"],
    ["Heat[F]", ["Heat"], "F"],
    ["Motor.speed [rpm]", ["Motor", "speed"], "rpm"],
    ["Levels[2]", ["Levels", 2], null],
    ["Spindle Load (%)", ["Spindle Load"], "%"],
    ["`Spindle Load`", ["Spindle Load"], null],
  ])("%s is an attribute", (heading, path, unit) => {
    expect(seriesColumn(program, heading)).toMatchObject({ kind: "attribute", path, unit });
  });

  test.each([
    ["now", { kind: "clock" }],
    ["Heating", { kind: "other" }],
    ["Heat (m)", "the column `Heat (m)`: `m` does not convert to `C`"],
    ["Heat (warm)", "the column `Heat (warm)`: `warm` is no unit"],
    ["Mode (m)", "the column `Mode (m)`: the attribute is no quantity, but the column is in `m`"],
  ])("%s is %j", (heading, expected) => {
    expect(seriesColumn(program, heading)).toEqual(expected);
  });

  test.each([
    ["Heat", "1.5", 1.5],
    ["Heat (F)", "-4e1", { value: -40, unit: "F" }],
    ["Heat", "85F", "85F"],
    ["Heat", "", undefined],
    ["Heat", "NaN", null],
    ["Mode", "1", "1"],
    ["Levels[0]", "TRUE", true],
  ])("%s holds %j as %j", (heading, cell, expected) => {
    const column = seriesColumn(program, heading);
    if (typeof column === "string" || column.kind !== "attribute") throw new Error("no attribute");
    expect(seriesValue(column, cell)).toEqual(expected);
  });
});

test("what is no context is said", () => {
  const program = programOf("- A: <number>", "- IF A > 1 THEN Stop", "- Effect: Stop SETS A TO 1");
  const evaluation = configuredOptions(compile("").settings);
  const options = { ticks: 1, tickMilliseconds: 1, evaluation };
  expect(simulate(program, [], options)).toBe("the context is no object of JSON");
});

// Names: near misses, scopes, loop elements, labels, and whether the unknown is answered.
import { describe, expect, test } from "vitest";
import { strictSettings } from "../../src/semantics/settings.ts";
import { applyEdits } from "../syntax/sketch.ts";
import { check, checkText, documentOf, remarks } from "./check-lines.ts";

const context = ["- Distance: <m>", "- Workers: <[{ distance: m, name: text, badge?: text }]>"];
const slipsIn = (text: string) =>
  checkText(text).diagnostics.filter(({ code }) => code === "OM3002");
const says = (...rule: readonly string[]) => remarks({ context, rule });

describe("undeclared names", () => {
  test("close to a declared one", () => {
    expect(says("- IF Distanse < 1m THEN Stop", "- IF distance < 1m THEN Stop")).toEqual([
      "warning OM3002 Distanse",
      "warning OM3002 distance",
    ]);
  });
  test("the fix reaches every use, and writes the name as a name is written", () => {
    const text = documentOf({
      context: ["- `Max load`: <kg>"],
      rule: [
        "- IF `Max loads` > 1kg THEN Stop UNKNOWN Stop",
        "- IF `Max loads` > 2kg THEN Go UNKNOWN Stop",
      ],
      constraint: ["- Safety: NEVER Go WHEN `Max loads` > 3kg"],
    });
    const [fix] = slipsIn(text).flatMap(({ fixes }) => fixes);
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(mended).toBe(text.replaceAll("Max loads", "Max load"));
    expect(slipsIn(mended)).toEqual([]);
  });
  test("a name of another kind is another name", () => {
    const reactor = { context: ["- Reactor: Unit 4"], rule: ["- IF reactor.hot THEN Stop"] };
    expect(remarks(reactor)).toEqual([]);
  });
  test("numbered siblings are not slips", () => {
    expect(remarks({ context: ["- Sensor1: <m>"], rule: ["- IF Sensor2 < 1m THEN Stop"] })).toEqual(
      [],
    );
  });
  test("are allowed, and an error under strict", () => {
    expect(says("- IF Temperature > 50C THEN Stop")).toEqual([]);
    expect(
      remarks({
        context,
        rule: [
          "- IF Temperature > 50C THEN Stop UNKNOWN Stop",
          "- IF Distanse < 1m THEN Stop UNKNOWN Stop",
        ],
        settings: strictSettings,
      }),
    ).toEqual(["error OM3001 Temperature", "error OM3002 Distanse"]);
  });
  test("fields of a declared record", () => {
    expect(
      says("- IF Workers[0].distnce < 1m THEN Stop", "- IF Workers[0].load > 1kg THEN Stop"),
    ).toEqual(["error OM3009 distnce", "error OM3009 load"]);
  });
});

describe("scopes", () => {
  test("LET reaches to the end of its block", () => {
    expect(
      says(
        "- IF z < 5m THEN Stop",
        "- LET z = 5m",
        "- FOR w IN Workers {",
        "    - LET near = w.distance",
        "    - IF near < z THEN Stop",
        "  }",
        "- IF near > 5m THEN Stop",
        "- IF w.distance > 5m THEN Stop",
      ),
    ).toEqual(["error OM3007 z", "error OM3007 near", "error OM3007 w"]);
  });
  test("SATISFIES reaches over one comparison", () => {
    expect(
      says('- IF ANY w IN Workers SATISFIES w.distance < 1m AND w.name == "x" THEN Stop'),
    ).toEqual(["error OM3007 w"]);
  });
  test("SET changes LET names only", () => {
    expect(
      says(
        "- LET limit = 1m",
        "- SET limit = 50cm",
        "- SET limit = 2s",
        '- SET limit = "far"',
        "- SET lmit = 2m",
        "- SET Distance = 2m",
        "- FOR w IN Workers { - SET w = 3 }",
        "- LET limit = 3m",
      ),
    ).toEqual([
      "error OM3050 2s",
      'error OM3041 "far"',
      "error OM3006 lmit",
      "error OM3006 Distance",
      "error OM3006 w",
      "error OM3005 LET",
    ]);
  });
  test("hiding is diagnosed", () => {
    expect(
      says(
        "- LET x = 1m",
        "- FOR x IN Workers { - IF x.distance < 1m THEN Stop }",
        "- FOR Distance IN Workers { - IF Distance.distance < 1m THEN Stop }",
        "- IF any(Workers, |x| x.distance < 1m) THEN Stop",
      ),
    ).toEqual(["warning OM3004 x", "warning OM3004 Distance", "warning OM3004 x"]);
  });
});

describe("loop elements", () => {
  test("a name never resolves into one, and the element is offered where the variable goes unused", () => {
    expect(says("- FOR worker IN Workers { - IF WorkerDistance < 1m THEN Stop }")).toEqual([
      "warning OM3008 WorkerDistance",
    ]);
  });
  test("nothing is offered where the variable is used or the element has no such field", () => {
    expect(
      says(
        "- FOR worker IN Workers { - IF WorkerDistance < 1m AND worker.distance < 1m THEN Stop }",
      ),
    ).toEqual([]);
    expect(says("- FOR worker IN Workers { - IF WorkerHelmet THEN Stop }")).toEqual([]);
    expect(says("- FOR w IN Gates { - IF Workless THEN Stop }")).not.toContain(
      "warning OM3008 Workless",
    );
  });
});

describe("labels", () => {
  test("are unique, also against positions", () => {
    expect(
      says(
        "- IF Distance < 1m THEN Stop",
        "- A: IF Distance < 2m THEN Stop",
        "- A: IF Distance < 3m THEN Stop",
        "- R1: IF Distance < 4m THEN Stop",
      ),
    ).toEqual(["error OM3015 A", "error OM3015 R1"]);
  });
  test("count across RULE sections and nest by position", () => {
    const { analysis } = check({
      context,
      rule: [
        "- IF Distance < 1m THEN Stop",
        "- LET x = 1m",
        "- Crew: FOR w IN Workers {",
        "    - IF w.distance < x THEN Stop",
        "    - Far: IF w.distance > x THEN Go",
        "  }",
        "",
        "RULE More:",
        "- IF Distance > 5m THEN Go",
        "- FAILSAFE THEN Stop",
      ],
    });
    expect(analysis.rules.map(({ id, position, line }) => [id, position, line])).toEqual([
      ["R1", "R1", 11],
      ["R2", "R2", 12],
      ["Crew", "R3", 13],
      ["R3.1", "R3.1", 14],
      ["Far", "R3.2", 15],
      ["R4", "R4", 19],
      ["failsafe", "R5", 20],
    ]);
  });
  test("TRACE names rules and constraints that exist", () => {
    expect(
      remarks({
        context,
        rule: ["- Near: IF Distance < 1m THEN Stop"],
        constraint: ["- Safety [Held]: NEVER Stop WHEN Distance > 5m"],
        trace: ["- Regulation [Near, R1, Held]: fine", "- Regulation [Neat]: not"],
      }),
    ).toEqual(["error OM3016 Neat"]);
  });
});

describe("the unknown is answered", () => {
  const open = (...rule: readonly string[]) =>
    check({
      context: [
        "- Ranged: <0..5 m>",
        "- Maybe: <m?>",
        "- Fresh: <m FRESH 5s>",
        "- Plain: <m>",
        ...context,
      ],
      rule,
    }).lines;
  const line = (at: string) => `warning OM3080 ${at}`;

  test("by UNKNOWN in the rule, IS, or FAILSAFE", () => {
    expect(
      open(
        "- IF Ranged < 1m THEN Stop",
        "- IF Ranged < 1m THEN Stop UNKNOWN Stop",
        "- IF Maybe IS KNOWN AND Maybe < 1m THEN Stop",
        "- IF Maybe < 1m THEN Stop",
        "- IF Fresh < 1m THEN Stop",
        "- IF Other < 1m THEN Stop",
        "- IF Plain < 1m THEN Stop",
      ),
    ).toEqual([line("Ranged < 1m"), line("Maybe < 1m"), line("Fresh < 1m"), line("Other < 1m")]);
    expect(open("- IF Ranged < 1m THEN Stop", "- FAILSAFE THEN Stop")).toEqual([]);
  });
  test("through LET names, loops, WHERE and fields", () => {
    expect(
      open(
        "- LET gap = Ranged - 1m",
        "- IF gap < 1m THEN Stop",
        "- FOR w IN Others { - IF w.load > 5kg THEN Stop }",
        "- FOR w IN Workers WHERE Maybe > 1m { - IF w.distance < 1m THEN Stop }",
        '- FOR w IN Workers { - IF w.badge == "x" THEN Stop }',
        "- WHILE Ranged > 1m { - IF Plain > 1m THEN Stop }",
        "- MATCH Maybe { 0m..1m => Stop, _ => Go }",
      ),
    ).toEqual([
      line("gap < 1m"),
      line("Others"),
      line("Workers"),
      line('w.badge == "x"'),
      line("Ranged > 1m"),
      line("Maybe"),
    ]);
  });
  test("strict makes it an error", () => {
    const { program, lines } = check({
      context: ["- Ranged: <0..5 m>"],
      rule: ["- IF Ranged < 1m THEN Stop"],
      settings: strictSettings,
    });
    expect(program).toBeNull();
    expect(lines).toEqual([expect.stringContaining("error OM3080 ")]);
  });
});

test("names that look alike", () => {
  const co = "\u0421\u041e";
  expect(remarks({ context: ["- CO: <ppm>"], rule: [`- IF ${co} > 30ppm THEN Stop`] })).toEqual([
    `warning OM2029 ${co}`,
  ]);
});

test("symbols carry declarations and references, with their files and places", () => {
  const { analysis, text } = check({
    context: ["- Distance: <m>"],
    rule: ["- LET near = Distance - 1m", "- IF near < 2m AND Distance > 1m THEN Stop"],
    constraint: ["- Safety: NEVER Stop WHEN Distance > 5m"],
    examples: ["EXAMPLE a:", "- GIVEN Distance = 3m", "- EXPECT NOT Stop"],
  });
  const shown = (references: readonly { use: string; span: { start: number; end: number } }[]) =>
    references.map(({ use, span }) => `${use} ${text.slice(span.start, span.end)}`);
  expect(shown(analysis.attributes.get("Distance")?.references ?? [])).toEqual([
    "declare Distance",
    "read Distance",
    "read Distance",
    "read Distance",
    "write Distance",
  ]);
  expect(shown(analysis.locals[0]?.references ?? [])).toEqual(["declare near", "read near"]);
  expect(
    analysis.actions
      .get("Stop")
      ?.mentions.map(({ role, by, span }) => [role, by, text.slice(span.start, span.end)]),
  ).toEqual([
    ["taken", "R2", "Stop"],
    ["constraint", "C1", "Stop"],
    ["expected", "", "Stop"],
  ]);
});

// Actors, constraints, effects and imports: who may act, what binds actions, and what another document brings in.
import { describe, expect, test } from "vitest";
import { compile } from "../../src/policy.ts";
import { check, checkText, programOf, remarks } from "./check-lines.ts";

const context = ["- Distance: <m>", "- Indoor: <C>", "- Workers: <[{ distance: m }]>"];
const rule = [
  "- IF Distance < 1m THEN Stop, Alert ELSE Go",
  "- FOR worker IN Workers { - IF worker.distance < 1m THEN Stop }",
];

describe("authority", () => {
  test("with a MAY list, every action is some actor's", () => {
    expect(
      remarks({
        context,
        rule,
        actor: ["- Primary: Cell MAY Stop, Alrt", "- Secondary: Operator MAY Go"],
      }),
    ).toEqual(["error OM3090 Alert"]);
  });
  test("actions know their actors and approvers", () => {
    const { actions } = programOf({
      context,
      rule,
      actor: [
        "- Primary: Cell MAY Stop, Alert",
        "- Secondary: Operator MAY Stop, Go",
        "- Secondary: Supervisor APPROVES Go",
      ],
    });
    expect(actions).toEqual([
      { name: "Stop", actors: ["Cell", "Operator"], approvers: [] },
      { name: "Alert", actors: ["Cell"], approvers: [] },
      { name: "Go", actors: ["Operator"], approvers: ["Supervisor"] },
    ]);
  });
  test("without a MAY list everyone may, but for who only approves", () => {
    const { actions } = programOf({
      context,
      rule: ["- IF Distance < 1m THEN Stop"],
      actor: ["- Primary: Cell", "- Secondary: Supervisor APPROVES Stop"],
    });
    expect(actions).toEqual([{ name: "Stop", actors: ["Cell"], approvers: ["Supervisor"] }]);
  });
  test("an approval of nothing", () => {
    expect(
      remarks({ context, rule, actor: ["- Primary: Cell", "- Secondary: Boss APPROVES Stpo"] }),
    ).toEqual(["warning OM3097 Stpo"]);
  });
});

describe("constraints", () => {
  test("resolve with ids, texts and conditions", () => {
    const { constraints, maximumLoop } = programOf({
      context,
      rule,
      constraint: [
        "- Legal: prose",
        "- Safety [Held]: NEVER Stop AND Go WHEN Distance > 500cm",
        "- Safety: ALWAYS Stop WHEN Distance < 1m",
        "- Technical: AT MOST 1 OF Stop, Go PER worker",
        "- Technical: MAX LOOP 7",
        "- Technical: MAX LOOP 5",
      ],
    });
    expect(constraints.map(({ id, category, text }) => [id, category, text])).toEqual([
      ["Held", "Safety", "NEVER Stop AND Go WHEN Distance > 500cm"],
      ["C2", "Safety", "ALWAYS Stop WHEN Distance < 1m"],
      ["C3", "Technical", "AT MOST 1 OF Stop, Go PER worker"],
      ["C4", "Technical", "MAX LOOP 7"],
      ["C5", "Technical", "MAX LOOP 5"],
    ]);
    expect(constraints[0]?.clause).toMatchObject({
      kind: "never",
      guard: { condition: { expression: { operand: { right: { value: 5 } } } } },
    });
    expect(maximumLoop).toBe(5);
  });
  test("what is wrong with them", () => {
    expect(
      remarks({
        context,
        rule,
        actor: ["- Primary: Cell", "- Secondary: Boss APPROVES Go"],
        constraint: [
          "- Safety [A]: NEVER Stpo",
          "- Safety [A]: ALWAYS Go WHEN Distance < 5s",
          "- Safety: AT MOST 1 OF Stop PER wrker",
          "- Safety: NEVER Stop WHEN Indoor",
        ],
      }),
    ).toEqual([
      "error OM3091 Stpo",
      "error OM3015 A",
      "error OM3094 Go",
      "error OM3050 5s",
      "error OM3093 wrker",
      "error OM3030 Indoor",
    ]);
  });
});

describe("effects", () => {
  const impact = (...effects: readonly string[]) => [
    "- Benefit: order",
    "- Risk: none",
    ...effects.map((effect) => `- Effect: ${effect}`),
  ];
  test("in the attribute's unit; a temperature rises by a difference", () => {
    const { effects } = programOf({
      context,
      rule,
      impact: impact(
        "Stop LOWERS Indoor BY 9F",
        "Go SETS Indoor TO 41F",
        "Go RAISES Distance BY 50cm",
      ),
    });
    expect(
      effects.map(({ action, change, attribute, amount }) => [action, change, attribute, amount]),
    ).toEqual([
      ["Stop", "LOWERS", "Indoor", expect.objectContaining({ value: 5 })],
      ["Go", "SETS", "Indoor", expect.objectContaining({ value: 5 })],
      ["Go", "RAISES", "Distance", expect.objectContaining({ value: 0.5 })],
    ]);
  });
  test("what is wrong with them", () => {
    expect(
      remarks({
        context,
        rule,
        impact: impact(
          "Stpo LOWERS Indoor BY 1C",
          "Stop RAISES Distanse BY 1m",
          "Stop RAISES Distance BY 1s",
          "Stop RAISES Workers BY 1",
        ),
      }),
    ).toEqual([
      "error OM3095 Stpo",
      "error OM3096 Distanse",
      "error OM3050 1s",
      "error OM3096 Workers",
    ]);
  });
});

describe("imports", () => {
  const site = [
    "ACTOR:",
    "- Primary: Hub MAY Hold",
    "",
    "CONTEXT:",
    "- Wind: <m/s>",
    "- Domain: the site",
    "- TimeZone: +07:00",
    "",
    "CONSTRAINT:",
    "- Safety [Storm]: NEVER Go WHEN Wind > 36km/h",
    "- Safety: NEVER Land",
    "",
    "IMPACT:",
    "- Effect: Hold LOWERS Wind BY 1m/s",
    "",
  ].join("\n");
  const parts = {
    context: ["- Domain: a drone", "- Distance: <m>"],
    rule: ["- IF Distance < 1m THEN Hold ELSE Go", "- IF std::time::hour() > 5 THEN Hold"],
    actor: ["- Primary: Drone MAY Go"],
    imports: ['- "site.omni"'],
    files: { "site.omni": site },
  };
  test("bring in declarations, authorities, effects and formal constraints", () => {
    const program = programOf(parts);
    expect(program.attributes.map(({ name, default: value }) => [name, value])).toEqual([
      ["Domain", "a drone"],
      ["Distance", null],
      ["Wind", null],
      ["TimeZone", "+07:00"],
    ]);
    expect(program.offsetMinutes).toBe(420);
    expect(program.actions).toEqual([
      { name: "Hold", actors: ["Hub"], approvers: [] },
      { name: "Go", actors: ["Drone"], approvers: [] },
    ]);
    expect(program.constraints.map(({ id, line }) => [id, line])).toEqual([
      ["Storm", 4],
      ["site.omni#C2", 4],
    ]);
    expect(program.effects).toHaveLength(1);
    expect(remarks(parts)).toEqual(['info OM3092 "site.omni"']);
  });
  test("definitions and references keep their file", () => {
    const { analysis } = check(parts);
    expect(analysis.attributes.get("Wind")?.references.map(({ file, use }) => [file, use])).toEqual(
      [
        ["site.omni", "declare"],
        ["site.omni", "read"],
        ["site.omni", "write"],
      ],
    );
  });
  test.each([
    ["absent", { imports: ['- "nowhere.omni"'] }, '"nowhere.omni"', "OM3020"],
    ["outside the project", { imports: ['- "../up.omni"'] }, '"../up.omni"', "OM3020"],
    ["absolute", { imports: ['- "/etc/site.omni"'] }, '"/etc/site.omni"', "OM3020"],
    [
      "a cycle, with the chain",
      {
        imports: ['- "a.omni"'],
        files: { "a.omni": 'IMPORT:\n- "b.omni"\n', "b.omni": 'IMPORT:\n- "a.omni"\n' },
      },
      '"a.omni"',
      "OM3021",
    ],
    [
      "a clash",
      { imports: ['- "a.omni"'], files: { "a.omni": "CONTEXT:\n- Distance: <cm>\n" } },
      '"a.omni"',
      "OM3022",
    ],
    [
      "with errors",
      {
        imports: ['- "a.omni"'],
        files: { "a.omni": "CONTEXT:\n- Z: <m>\n\nCONSTRAINT:\n- Safety: NEVER Go WHEN Z > 5s\n" },
      },
      '"a.omni"',
      "OM3023",
    ],
  ])("%s", (_name, more, at, code) => {
    const lines = remarks({
      context: ["- Distance: <m>"],
      rule: ["- IF Distance < 1m THEN Go"],
      ...more,
    });
    expect(lines).toEqual([`error ${code} ${at}`]);
  });
  test("a host's loader that throws, or gives no text, has none to give", () => {
    const text = 'INTENT: Stop.\n\nIMPORT:\n- "gone.omni"\n\nRULE:\n- IF true THEN Go\n';
    const throwing = (): never => {
      throw new Error("ENOENT");
    };
    for (const load of [throwing, () => null]) {
      const errors = compile(text, { load }).diagnostics.filter((one) => one.severity === "error");
      expect(errors.map(({ code }) => code)).toEqual(["OM3020"]);
    }
  });
  test("paths are relative to the importing document, and each is loaded once", () => {
    const asked: string[] = [];
    const files: Readonly<Record<string, string>> = {
      "sites/a.omni": 'IMPORT:\n- "../common.omni"\n',
      "sites/b.omni": 'IMPORT:\n- "./../common.omni"\n',
      "common.omni": "CONTEXT:\n- Wind: <m/s>\n",
    };
    const watched = new Proxy(files, {
      get: (target, path) => {
        asked.push(String(path));
        return target[String(path)];
      },
    });
    const { lines, analysis } = check({
      imports: ['- "sites/a.omni"', '- "sites/b.omni"'],
      rule: ["- IF Wind > 5m/s THEN Go"],
      files: watched,
    });
    expect(lines).toEqual([]);
    expect(asked).toEqual(["sites/a.omni", "common.omni", "sites/b.omni"]);
    expect(analysis.imports.map(({ path }) => path)).toEqual([
      "common.omni",
      "sites/a.omni",
      "sites/b.omni",
    ]);
  });
});

describe("suites", () => {
  const policy = "INTENT: a.\n\nCONTEXT:\n- Distance: <m>\n\nRULE:\n- IF Distance < 1m THEN Stop\n";
  const suite = (...steps: readonly string[]) =>
    ['EXAMPLES FOR "../factory.omni":', "", "EXAMPLE close:", ...steps, ""].join("\n");
  const run = (text: string, factory: string | null = policy) =>
    checkText(
      text,
      { files: factory === null ? {} : { "factory.omni": factory } },
      "tests/factory.test.omni",
    );
  test("are checked against their policy, and run on its program", () => {
    const { lines, program, examples } = run(suite("- GIVEN Distance = 50cm", "- EXPECT Stop"));
    expect(lines).toEqual([]);
    expect(program?.file).toBe("factory.omni");
    expect(examples).toMatchObject([{ title: "close", file: "tests/factory.test.omni", line: 3 }]);
  });
  test("misspelled names", () => {
    expect(run(suite("- GIVEN Distanse = 50cm", "- EXPECT Stpo")).lines).toEqual([
      "error OM3100 Distanse",
      "error OM3101 Stpo",
    ]);
  });
  test("without their policy, or with a wrong one", () => {
    const text = suite("- GIVEN Distance = 50cm", "- EXPECT Stop");
    expect(run(text, null).lines).toEqual(['error OM3106 EXAMPLES FOR "../factory.omni":']);
    expect(run(text, policy.replace("1m", "1s")).lines).toEqual([
      'error OM3106 EXAMPLES FOR "../factory.omni":',
    ]);
  });
});

// Language, sections 1, 3, 6, 7 and 8: the items of every section but RULE.
import { describe, expect, test } from "vitest";
import { parseItem } from "../../src/syntax/parse-item.ts";
import type { SectionKeyword } from "../../src/syntax/tree.ts";
import { itemOf } from "./sketch.ts";

/** Items of a section, each with its sketch and then its diagnostics. */
function expectItems(
  keyword: SectionKeyword,
  cases: readonly (readonly [string, ...string[]])[],
): void {
  for (const [text, ...expected] of cases) expect(itemOf(keyword, text), text).toEqual(expected);
}

describe("plain words", () => {
  test("prose joins its lines and keeps # and // within them", () => {
    expectItems("ASSUMPTION", [
      ["- Doors are closed.", 'prose "Doors are closed."'],
      ["- Doors are\n  closed,\n\n  all of them", 'prose "Doors are closed, all of them"'],
      ["- see https://example.org # 4 // 5", 'prose "see https://example.org # 4 // 5"'],
      ["- a\r\n  b\r  c", 'prose "a b c"'],
    ]);
    expectItems("INTENT", [
      ["Keep people safe.\nNothing else.", 'prose "Keep people safe. Nothing else."'],
      ["- Keep people safe.\n- Nothing else.", 'prose "Keep people safe. Nothing else."'],
      ["Keep people safe - always.", 'prose "Keep people safe - always."'],
    ]);
  });

  test("labels, and the rules they refer to", () => {
    expectItems("TRACE", [
      ["- Regulation: ISO 13850", 'Regulation: "ISO 13850"'],
      ["- Regulation [TooClose]: ISO 13850: stops", 'Regulation [TooClose]: "ISO 13850: stops"'],
      ["- Regulation [TooClose, R3.2]: x", 'Regulation [TooClose, R3.2]: "x"'],
      ["- Regulation:GDPR", 'Regulation: "GDPR"'],
      ["- Regulation [TooClose]:GDPR: x", 'Regulation [TooClose]: "GDPR: x"'],
      ["- Evidence: https://example.org/a#b", 'Evidence: "https://example.org/a#b"'],
      ["- Evidence:", 'Evidence: ""'],
      [
        "- https://example.org",
        'prose "https://example.org"',
        'OM1013 at "https://example.org": begin the item with a label such as `Regulation:`',
      ],
      [
        "- open from 22:00 to 6",
        'prose "open from 22:00 to 6"',
        'OM1013 at "open from 22:00 to 6": begin the item with a label such as `Regulation:`',
      ],
    ]);
    expectItems("REVIEW", [
      ["- Interval: 30 Days", 'Interval: "30 Days"'],
      ["- every other week", 'prose "every other week"'],
    ]);
    expectItems("IMPACT", [
      ["- Trade-off: slower", 'Trade-off: "slower"'],
      ["- Downtime: 2%", 'Downtime: "2%"'],
    ]);
  });

  test("comments on lines of their own within an item", () => {
    const item = parseItem("ASSUMPTION", "- Doors are\n  # all of them?\n  closed");
    expect(item.body).toMatchObject({ kind: "prose", text: "Doors are closed" });
    expect(item.leadingComments).toEqual(["# all of them?"]);
  });
});

describe("IMPORT", () => {
  test("a path in quotes", () => {
    expectItems("IMPORT", [
      ['- "site.omni"', "import site.omni"],
      ['- "a/b.omni" # shared', "import a/b.omni"],
      [
        "- site.omni",
        "import site.omni",
        'OM2021 at "site.omni": `site.omni` is text and stands in quotes',
      ],
      [
        "- 'site.omni'",
        "import site.omni",
        "OM2010 at \"'site.omni'\": `'site.omni'` is not OMEGA; write `\"site.omni\"`",
      ],
    ]);
  });
});

describe("ACTOR", () => {
  test("rank, role and authority", () => {
    expectItems("ACTOR", [
      ["- Primary: SafetySystem", "Primary: SafetySystem"],
      [
        "- Primary: SafetySystem MAY Stop, Alert APPROVES Freeze",
        "Primary: SafetySystem may Stop, Alert approves Freeze",
      ],
      [
        "- Secondary: Officer APPROVES Freeze, Pay out",
        "Secondary: Officer approves Freeze, Pay out",
      ],
      ["- Primary: Robot may Stop", "Primary: Robot may Stop"],
      ["- Secondary: Operators who may be trained", "Secondary: Operators who may be trained"],
      ["- Secondary: Shift lead (night) MAY Stop", "Secondary: Shift lead (night) may Stop"],
      ["- Primary: `Shift lead` MAY Stop,\n    Alert", "Primary: Shift lead may Stop, Alert"],
      ["- Primary: Robot # the big one", "Primary: Robot"],
      [
        "- Observer: Union",
        "Observer: Union",
        'OM1017 at "Observer": an actor is `Primary` or `Secondary`, not `Observer`',
      ],
      ["- Primary:", "Primary: ", 'OM2001 at "": expected a role'],
      ["- Primary: Robot MAY", "Primary: Robot may ", 'OM2001 at "": expected an action'],
      [
        "- Robot",
        "<error: - Robot>",
        'OM1014 at "Robot": begin the actor with `Primary:` or `Secondary:`',
      ],
    ]);
  });
});

describe("CONTEXT", () => {
  test("literals are samples", () => {
    expectItems("CONTEXT", [
      ["- Temperature: 85.5C", "Temperature: sample 85.5C"],
      ["- Offset: -5C", "Offset: sample -5C"],
      ['- Mode: "auto"', 'Mode: sample "auto"'],
      ["- NoFlyZone: false", "NoFlyZone: sample false"],
      ["- NoFlyZone: True", "NoFlyZone: sample true"],
      ['- Modes: ["auto", "manual"]', 'Modes: sample ["auto", "manual"]'],
      ['- Site: { name: "a",\n    size: -5m }', 'Site: sample {name: "a", size: -5m}'],
      ["- Limits: [\n  -5,\n  -6 ]", "Limits: sample [-5, -6]"],
      ["- Temperature: 85.5C # probe A", "Temperature: sample 85.5C"],
      ["- Badge: null", "Badge: sample null"],
    ]);
  });

  test("types", () => {
    const cases: readonly (readonly [string, string?])[] = [
      ["<number>"],
      ["<integer>"],
      ["<boolean>"],
      ["<text>"],
      ["<time>"],
      ["<Number>", "<number>"],
      ["<m>"],
      ["<km/h>"],
      ["<%>"],
      ["<USD>"],
      ["<m/s^2>"],
      ["<°C>"],
      ["<EUR/kWh>"],
      ["<delta C>"],
      ["< m >", "<m>"],
      ["<0..100 %>"],
      ["<-40..125 C>"],
      ["<0.5..1.5>"],
      ["<-500..-5 m>"],
      ["<0..100%>", "<0..100 %>"],
      ['<"auto" | "manual">'],
      ['<"auto"|"manual">', '<"auto" | "manual">'],
      ['<"only">'],
      ["<[m]>"],
      ["<[text?]>"],
      ["<[[m]]>"],
      ["<{}>"],
      ["<{ distance: m, name: text, badge?: text }>"],
      ['<{ state: "on" | "off", name: text }>'],
      ["<{ badge: text? }>", "<{ badge?: text }>"],
      ["<{ `key with spaces`: m, limit: 0..5 m }>"],
      ['<[{ a: [{ b: m }], c: "x" | "y" }]>'],
      ["<m?>"],
      ["<C FRESH 5s>"],
      ["<0..100 % FRESH 5min>"],
      ["<m? FRESH 5s>"],
      ["<C fresh 5s>", "<C FRESH 5s>"],
      ["<C> = 85.5C"],
      ['<text> = "x"'],
      ['<[text]> = ["a"]'],
      ["<boolean> = false # safe"],
    ];
    for (const [written, printed = written] of cases) {
      const expected = printed.replace(/ #.*/, "");
      expect(itemOf("CONTEXT", `- A: ${written}`), written).toEqual([`A: ${expected}`]);
    }
    expectItems("CONTEXT", [
      [
        "- Workers: <[{\n    name: text,\n    distance: m\n  }]>",
        "Workers: <[{ name: text, distance: m }]>",
      ],
    ]);
  });

  test("anything else is prose", () => {
    expectItems("CONTEXT", [
      ["- Domain: drone_fleet", 'Domain: prose "drone_fleet"'],
      ["- Domain: drone fleet,\n  north", 'Domain: prose "drone fleet, north"'],
      ["- Domain: drones # ours", 'Domain: prose "drones"'],
      ["- Source: https://example.org", 'Source: prose "https://example.org"'],
      ["- TimeZone: +07:00", 'TimeZone: prose "+07:00"'],
      ["- Since: 2026-05-01", 'Since: prose "2026-05-01"'],
      ["- At: 2026-05-01T08:00:00Z", 'At: prose "2026-05-01T08:00:00Z"'],
      ["- Standard: 2nd edition", 'Standard: prose "2nd edition"'],
      ["- Time of day: night", 'Time of day: prose "night"'],
      ["- Note: true enough", 'Note: prose "true enough"'],
      ["- Sum: 1 + 2", 'Sum: prose "1 + 2"'],
      ["- Where: a < b", 'Where: prose "a < b"'],
      ["- Address: 10.0.0.1", 'Address: prose "10.0.0.1"'],
    ]);
  });

  test("what looks like a quantity or a type, and is none, draws a warning", () => {
    expectItems("CONTEXT", [
      [
        "- Limit: 5metres",
        'Limit: prose "5metres"',
        'OM2023 at "5metres": this is prose: `metres` is no unit; did you mean `m`?',
      ],
      [
        "- Limit: 5 m",
        'Limit: prose "5 m"',
        'OM2023 at "5 m": this is prose; a unit stands directly behind its number',
      ],
      [
        "- Limit: <m",
        'Limit: prose "<m"',
        'OM2024 at "": this is prose, not a type: expected `>` after the unit',
      ],
      [
        "- Limit: <kmph>",
        'Limit: prose "<kmph>"',
        'OM2024 at "kmph": this is prose, not a type: expected a type: number, integer, boolean, text, time or a unit; did you mean `km/h`?',
      ],
      [
        "- Limit: <0..5 blorb>",
        'Limit: prose "<0..5 blorb>"',
        'OM2024 at "blorb": this is prose, not a type: expected a unit after the range',
      ],
      [
        "- Limit: <[m>",
        'Limit: prose "<[m>"',
        'OM2024 at ">": this is prose, not a type: expected `]` after the element\'s type',
      ],
      [
        "- Limit: <m> = far",
        'Limit: prose "<m> = far"',
        'OM2024 at " = far": this is prose, not a type: expected `=` and a literal, or nothing, after the type',
      ],
      [
        "- Name: <string>",
        'Name: prose "<string>"',
        'OM2024 at "string": this is prose, not a type: expected a type: number, integer, boolean, text, time or a unit; did you mean `text`?',
      ],
      [
        "- Limit:",
        'Limit: prose ""',
        'OM1015 at "": nothing stands behind the colon; write a type such as `<m>`, a value or a sentence',
      ],
    ]);
  });

  test("labels", () => {
    expectItems("CONTEXT", [
      ["- `Set`: 5", "Set: sample 5"],
      [
        "- Set: 5",
        "Set: sample 5",
        'OM2014 at "Set": `Set` is a reserved word; as a name it stands in backticks',
      ],
      [
        "- Distance <m>",
        "<error: - Distance <m>>",
        'OM2022 at "Distance <m>": expected a label, a colon and a value, as in `Distance: <m>`',
      ],
    ]);
  });
});

describe("CONSTRAINT", () => {
  test("formal clauses, in capitals", () => {
    expectItems("CONSTRAINT", [
      ["- Safety: NEVER A", "Safety: never A"],
      [
        "- Safety [NoRestart]: NEVER A AND B WHEN x > 1",
        "Safety [NoRestart]: never A, B when (x > 1)",
      ],
      ["- Safety: NEVER A UNLESS x AND y", "Safety: never A unless (x AND y)"],
      ["- Safety: ALWAYS A WHEN x", "Safety: always A when x"],
      ["- Safety: AT MOST 2 OF A, B, C PER worker", "Safety: at most 2 of A, B, C per worker"],
      ["- Safety: EXACTLY ONE OF A, B", "Safety: exactly one of A, B"],
      ["- Safety: A REQUIRES B", "Safety: A requires B"],
      ["- Safety: A BEFORE `b c`", "Safety: A before b c"],
      ["- Technical: MAX LOOP 10", "Technical: max loop 10"],
      [
        "- Technical: NEVER Sound the alarm WHEN night # neighbours",
        "Technical: never Sound the alarm when night",
      ],
      ['- NEVER A WHEN x == "b: c"', 'Safety: never A when (x == "b: c")'],
      ["- Safety:\n    NEVER A\n    WHEN x", "Safety: never A when x"],
    ]);
  });

  test("are errors when they do not parse", () => {
    expectItems("CONSTRAINT", [
      [
        "- Safety: ALWAYS A",
        "Safety: always A when <missing>",
        'OM2001 at "": expected WHEN and a condition',
      ],
      [
        "- Safety: AT MOST x OF A",
        "Safety: at most 0 of ",
        'OM2001 at "x": expected a whole number, found `x`',
      ],
      [
        "- Safety: NEVER A, B",
        "Safety: never A",
        'OM2001 at ",": expected the end of the clause, found `,`',
      ],
      ["- Safety: A REQUIRES", "Safety: A requires ", 'OM2001 at "": expected an action'],
    ]);
  });

  test("anything else is prose, with a warning where it begins like a clause", () => {
    expectItems("CONSTRAINT", [
      ["- Legal: follow the machinery directive", 'Legal: "follow the machinery directive"'],
      ["- Legal [Directive]: follow it // now", 'Legal [Directive]: "follow it // now"'],
      [
        "- Ethical: Never sell data",
        'Ethical: "Never sell data"',
        'OM1016 at "Never": prose, not enforced: a formal clause writes `NEVER` in capitals',
      ],
      [
        "- Ethical: Payment requires consent",
        'Ethical: "Payment requires consent"',
        'OM1016 at "requires": prose, not enforced: a formal clause writes `REQUIRES` in capitals',
      ],
      [
        "- Ethical: exactly one of A, B",
        'Ethical: "exactly one of A, B"',
        'OM1016 at "exactly one of": prose, not enforced: a formal clause writes `EXACTLY ONE OF` in capitals',
      ],
      ["- Ethical: NEVERTHELESS we try", 'Ethical: "NEVERTHELESS we try"'],
      [
        "- be kind",
        'prose "be kind"',
        'OM1013 at "be kind": begin the item with a kind such as `Safety:`',
      ],
    ]);
  });
});

describe("effects", () => {
  test("raise, lower and set", () => {
    expectItems("IMPACT", [
      ["- Effect: CoolDown LOWERS Temperature BY 1C", "effect CoolDown LOWERS Temperature 1C"],
      [
        "- effect: Heat up raises Temperature by 2 * 1C",
        "effect Heat up RAISES Temperature (2 * 1C)",
      ],
      ["- Effect: Fan SETS FanStatus TO 1 # on", "effect Fan SETS FanStatus 1"],
      [
        "- Effect: Fan SETS FanStatus BY 1",
        "effect Fan SETS FanStatus <missing>",
        'OM2001 at "BY": expected TO and a value, found `BY`',
      ],
      [
        "- Effect: fewer injuries",
        "effect fewer injuries SETS  <missing>",
        'OM2001 at "": expected RAISES, LOWERS or SETS after the action',
      ],
    ]);
  });
});

describe("EXAMPLE", () => {
  test("steps", () => {
    expectItems("EXAMPLE", [
      ["- GIVEN Distance = 0.4m, Temperature = -20C", "given Distance = 0.4m, Temperature = -20C"],
      ['- GIVEN Workers[0].name = "Ana"', 'given Workers[0].name = "Ana"'],
      [
        '- GIVEN Workers = [{ name: "Ana", distance: 1.5m }]',
        'given Workers = [{name: "Ana", distance: 1.5m}]',
      ],
      ["- GIVEN File = 1", "given File = 1"],
      ['- GIVEN FILE "ctx.json"', "given file ctx.json"],
      ['- AT "2026-05-01T08:00:00Z"', "at 2026-05-01T08:00:00Z"],
      ["- EXPECT StopMachine, SlowDown(5m/s)", "expect occur StopMachine, SlowDown(5m/s)"],
      ["- EXPECT ONLY A, B", "expect only A, B"],
      ["- EXPECT NOTHING", "expect nothing"],
      ["- EXPECT NOT A", "expect not A"],
      ["- EXPECT UNKNOWN Workers[0].distance, Mode", "expect unknown Workers[0].distance, Mode"],
      ["- EXPECT VIOLATION NoRestart, C1", "expect violation NoRestart, C1"],
      ["- EXPECT STATUS incomplete", "expect status incomplete"],
      ["- EXPECT PENDING Freeze", "expect pending Freeze"],
      ["- expect only A", "expect only A"],
      ["- EXPECT Status, Only", "expect occur Status, Only"],
      ["- given A = 1 # first", "given A = 1"],
    ]);
  });

  test("mistakes", () => {
    expectItems("EXAMPLE", [
      ["- GIVEN A == 1", "given A = 1", 'OM2010 at "==": `==` is not OMEGA; write `=`'],
      ["- GIVEN A: 1", "given A = 1", 'OM2010 at ":": `:` is not OMEGA; write `=`'],
      [
        "- GIVEN Mode = auto",
        'given Mode = "auto"',
        'OM2021 at "auto": `auto` is text and stands in quotes',
      ],
      [
        "- GIVEN A = B + 1",
        'given A = "B"',
        'OM2021 at "B": `B` is text and stands in quotes',
        'OM2001 at "+": expected the end of the step, found `+`',
      ],
      [
        "- GIVEN 5 = 1",
        "given <missing> = <missing>",
        'OM2001 at "5": expected an attribute, found `5`',
      ],
      [
        "- WHEN A = 1",
        "<error: - WHEN A = 1>",
        'OM2001 at "WHEN": expected GIVEN, EXPECT or AT, found `WHEN`',
      ],
      ["- EXPECT", "expect occur ", 'OM2001 at "": expected an action'],
      ["- AT noon", "at ", 'OM2001 at "noon": expected a time in quotes after AT, found `noon`'],
    ]);
  });
});

// Every construct of the language in small documents, accepted and rejected: what omega.ohm says, and that the production
// parser agrees, accept for accept and tree for tree. Read it as a companion to the grammar.
import { describe, expect, test } from "vitest";
import { parse } from "../policy.ts";
import { parseReference } from "./reference.ts";
import { withoutPlaces } from "./same-tree.ts";

interface Group {
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
}

const rule = "RULE:\n- IF a THEN b\n";

/** What a section's items need around them to be a document. */
const documents: Readonly<Record<string, (items: string) => string>> = {
  document: (text) => text,
  INTENT: (prose) => `INTENT: ${prose}\n\n${rule}`,
  IMPORT: (items) => `INTENT: x\nIMPORT:\n${items}\n${rule}`,
  ACTOR: (items) => `INTENT: x\nACTOR:\n${items}\n${rule}`,
  CONTEXT: (items) => `INTENT: x\nCONTEXT:\n${items}\n${rule}`,
  RULE: (items) => `INTENT: x\nRULE:\n${items}\n`,
  CONSTRAINT: (items) => `INTENT: x\n${rule}CONSTRAINT:\n${items}\n`,
  IMPACT: (items) => `INTENT: x\n${rule}IMPACT:\n${items}\n`,
  TRACE: (items) => `INTENT: x\n${rule}TRACE:\n${items}\n`,
  EXAMPLE: (items) => `INTENT: x\n${rule}EXAMPLE y:\n${items}\n`,
  condition: (expression) => `INTENT: x\nRULE:\n- IF ${expression} THEN b\n`,
  value: (expression) => `INTENT: x\nRULE:\n- LET x = ${expression}\n`,
  action: (action) => `INTENT: x\nRULE:\n- IF a THEN ${action}\n`,
  type: (type) => `INTENT: x\nCONTEXT:\n- Label: ${type}\n${rule}`,
};

function check(kind: keyof typeof documents, about: string, { accepted, rejected }: Group): void {
  const write = documents[kind] ?? ((text: string) => text);
  describe(`${kind}: ${about}`, () => {
    test.each(accepted)("accepts %s", (snippet) => {
      const text = write(snippet);
      const reference = parseReference(text);
      expect(reference).toMatchObject({ accepted: true });
      const { document, diagnostics } = parse(text);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const tree = reference.accepted ? reference.document : null;
      expect(withoutPlaces(document)).toEqual(withoutPlaces(tree));
    });
    test.each(rejected)("rejects %s", (snippet) => {
      const text = write(snippet);
      expect(parseReference(text)).toMatchObject({ accepted: false });
      expect(parse(text).diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    });
  });
}

// ---- 1. documents ------------------------------------------------------------------------------------------------

const all = [
  "INTENT: x",
  'IMPORT:\n- "site.omni"',
  "ACTOR:\n- Primary: Robot",
  "CONTEXT:\n- Distance: <m>",
  "ASSUMPTION:\n- doors are closed",
  "RULE Too close:\n- IF Distance < 1m THEN Stop",
  "RULE:\n- IF Distance > 5m THEN Go",
  "CONSTRAINT:\n- Safety: NEVER Stop AND Go",
  "IMPACT:\n- Benefit: nobody is hurt",
  "TRACE:\n- Standards: ISO 13855",
  "REVIEW:\n- Interval: 30 Days",
  "EXAMPLE near:\n- EXPECT Stop",
  "EXAMPLE far:\n- EXPECT Go",
];

check("document", "sections and their order", {
  accepted: [
    all.join("\n\n"),
    all.join("\n"),
    `\ufeff${all.join("\r\n\r\n")}`,
    all.join("\r"),
    `# a comment\nINTENT: x # not a comment\n  // a comment\n${rule}# the end`,
    `intent:x\nRule:\n- if a then b`,
    `  INTENT: x\n  RULE A:\n  - IF a THEN b`,
    `INTENT:\nx\nRULE: - IF a THEN b`,
    `INTENT: x\nRULE: # a comment\n- IF a THEN b`,
    `INTENT: x\nRULE 10:30 at night: - IF a THEN b`,
    `INTENT: rule of thumb: none\n- RULE of the road\n${rule}`,
    `INTENT: x\nNote: this is prose\n${rule}`,
    `INTENT: x\nRULE:\nIF a THEN b`,
    `EXAMPLES FOR "factory.omni":\n\nEXAMPLE one:\n- EXPECT A`,
    `EXAMPLES FOR "factory.omni": # every limit\nEXAMPLE:\n- EXPECT A\nEXAMPLE:\n- EXPECT B`,
  ],
  rejected: [
    "",
    "INTENT: x",
    rule,
    `INTENT: x\nRULE:\n`,
    `INTENT:\n${rule}`,
    `stray text\nINTENT: x\n${rule}`,
    `${rule}INTENT: x`,
    `INTENT: x\nINTENT: y\n${rule}`,
    `INTENT: x\n${rule}ACTOR:\n- Primary: Robot`,
    `INTENT: x\nRULS:\n- IF a THEN b\n${rule}`,
    `INTENT: x\nRULE Rule\n- IF a THEN b`,
    `INTENT: x\n rule:\n- IF a THEN b`,
    `EXAMPLES FOR "factory.omni":\nRULE:\n- IF a THEN b`,
    `EXAMPLES FOR factory.omni:\nEXAMPLE:\n- EXPECT A`,
    `EXAMPLES FOR "factory.omni": now\nEXAMPLE:\n- EXPECT A`,
    `EXAMPLE:\n- EXPECT A\nEXAMPLES FOR "factory.omni":`,
    `INTENT: x\u0007\n${rule}`,
    `INTENT: x\u202e\n${rule}`,
    `INTENT: x\ud800\n${rule}`,
  ],
});

check("INTENT", "prose", {
  accepted: [
    "one # two // three https://x.y",
    "one\n  two\n\n  three",
    "one\n# a comment\ntwo",
    "\n- one\n- two",
    "-5 degrees",
  ],
  rejected: ["", "# only a comment"],
});

check("IMPORT", "paths", {
  accepted: ['- "site.omni"', '- "a.omni" # the first\n- "b/c.omni"'],
  rejected: ["- site.omni", "- 'site.omni'", '- "a.omni" "b.omni"', "-"],
});

check("ACTOR", "roles and authorities", {
  accepted: [
    "- Primary: Robot\n- Secondary: Operator",
    "- Primary: Robot MAY Stop, Go slowly, `Go back` APPROVES Restart",
    "- Primary: robot may Stop",
    "- Primary: Whoever on duty may open it MAY Open",
    '- Primary: "The robot" may Stop',
    "- Primary: Robot APPROVES Restart # with care",
  ],
  rejected: [
    "- Robot",
    "- Primary:",
    "- Primary: Robot MAY",
    "- Primary: Robot MAY Stop,",
    "- Primary: Robot MAY If",
    "- Primary: Robot APPROVES Restart MAY Stop",
  ],
});

check("TRACE", "labels", {
  accepted: [
    "- Regulation: ISO 13855: speed and separation",
    "- Regulation [TooClose, R3.2]: ISO 13855",
    "- Regulation [TooClose]:ISO 13855",
    "- Regulation:GDPR",
    "- Regulation : GDPR",
    "- Legal basis: GDPR",
    "- `a: b`: c",
    "- https://example.org/a",
    "- see https://example.org: there",
    "- Evidence: https://example.org # kept",
    "- prose",
    "- Evidence [a: b",
  ],
  rejected: [],
});

// ---- 3. CONTEXT --------------------------------------------------------------------------------------------------

check("CONTEXT", "names and values", {
  accepted: [
    "- Temperature: 85.5C # a sample",
    "- Session Kind: 5",
    "- `Session Kind`: 5",
    "- `if`: 5",
    "- Max: 5\n- Any: 6",
    "- Domain: drone_fleet # prose",
    "- TimeZone: +07:00",
    "- Since: 2026-05-01",
    '- Quoted: "a" and more',
    "- Nothing:",
    "- Later:\n    5m",
  ],
  rejected: ["- Temperature", "- if: 5", "- UNKNOWN: 5", "- `Temperature: 5"],
});

check("type", "literals, types and prose", {
  accepted: [
    ...[
      "True",
      "null",
      "-5C",
      '"a\\u00e9\\n"',
      "[1, 2,\n  -3]",
      '{ a: 1, "b c": [true], }',
      "85.5foo",
      "- 5",
    ],
    ...[
      "<number>",
      "<Integer>",
      "<boolean>",
      "<text>",
      "<time>",
      "<m>",
      "<km/h>",
      "<%>",
      "<USD>",
      "<m^2>",
      "<m²>",
    ],
    ...[
      "<0..100 %>",
      "<-40..125 C>",
      "<0.5..1>",
      "<0..100>",
      '<"auto" | "manual">',
      "<[m]>",
      "<m?>",
      "<delta C>",
    ],
    ...[
      "<{}>",
      '<{ distance: m, name: text, badge?: text, state: ["on" | "off"] }>',
      '<[{ `a b`: m, "c": C?, }]>',
    ],
    ...["<C FRESH 5s>", "<0..100 m? FRESH 1.5min> = 5m", '<text> = "x" # why', "< m >", "<m>=5m"],
    // Prose, with a warning.
    ...[
      "<m",
      "<foo>",
      "<m> 5",
      "<m> = x",
      "<.5..1>",
      "<0 .. 1>",
      "<C FRESH 5>",
      "<{ in: m }>",
      '<"a\\q">',
    ],
  ],
  rejected: [],
});

test("what exceeds a limit is prose in CONTEXT too", () => {
  for (const value of [`${"[".repeat(65)}1${"]".repeat(65)}`, "5m^99", "{ a²: 1 }"]) {
    const text = `INTENT: x\nCONTEXT:\n- Label: ${value}\n${rule}`;
    const reference = parseReference(text);
    expect(reference).toMatchObject({ accepted: true });
    const tree = reference.accepted ? reference.document : null;
    expect(withoutPlaces(parse(text).document)).toEqual(withoutPlaces(tree));
  }
});

// ---- 5. rules ----------------------------------------------------------------------------------------------------

check("RULE", "branches", {
  accepted: [
    "- IF a THEN b",
    "- TooClose: IF a THEN b ELSE IF c THEN d, e ELSE f UNKNOWN g",
    "- `a label`: if a then b else c",
    "- IF a\n    AND c\n  THEN b,\n    d",
    "- IF a\n- THEN b\n- ELSE IF c THEN d\n- ELSE e\n- UNKNOWN f\n- IF g THEN h",
    "- IF a THEN b # one\n  # two\n  ELSE c // three",
    "-IF a THEN b",
  ],
  rejected: [
    "-",
    "- IF THEN b",
    "- IF a b",
    "- IF a THEN",
    "- IF a THEN b ELSE",
    "- IF a THEN b ELSE c ELSE d",
    "- IF a THEN b UNKNOWN c ELSE d",
    "- IF { a: 1 } THEN b",
    "- THEN b",
    "- a label: IF a THEN b",
    "- If: IF a THEN b",
    "- IF a THEN b\nIF c THEN d",
    "- IF a THEN b - IF c THEN d",
    "- IF a# THEN b",
    "• IF a THEN b",
    "- IF a THEN b ◂",
  ],
});

check("RULE", "LET, SET and FAILSAFE", {
  accepted: [
    "- LET x = 1\n- SET x = x + 1",
    "- LET `a b` = 1",
    "- FAILSAFE THEN Stop",
    "- FAILSAFE\n  - THEN Stop, Call",
  ],
  rejected: [
    "- LET x",
    "- LET x == 1",
    "- LET if = 1",
    "- SET a.b = 1",
    "- L: LET x = 1",
    "- FAILSAFE Stop",
    "- Failsafe: IF a THEN b",
  ],
});

check("RULE", "FOR and WHILE with braces", {
  accepted: [
    "- FOR w IN ws { IF w.a THEN b }",
    "- FOR w, i IN w.list WHERE i > 1 { - IF w.a THEN b - LET x = 1 } UNKNOWN c",
    "- L: FOR w IN ws {\n  - IF w.a THEN b\n  - ELSE c\n  LET d = 1\n  # a comment\n}",
    "- FOR w IN [{ a: 1 }] WHERE w == { a: 1 } { IF w.a > 0 THEN b }",
    "- FOR w IN ws WHERE w.share > 2% { }",
    "- FOR w IN MATCH m { 1 => as, _ => bs } { IF w THEN b }",
    "- FOR w IN Door.with { IF w THEN b }",
    "- WHILE x < 3 MAX 5 { SET x = x + 1 } UNKNOWN c",
    "- WHILE Max > 3 { IF a THEN b }",
  ],
  rejected: [
    "- FOR w ws { IF a THEN b }",
    "- FOR w IN a AND b { IF a THEN b }",
    "- FOR w, i, j IN ws { IF a THEN b }",
    "- FOR w IN ws { IF a THEN b",
    "- FOR w IN ws { IF a THEN b } }",
    "- FOR w IN ws { b }",
    "- FOR w IN ws { IF a THEN b } ELSE c",
    "- FOR w IN ws { • IF a THEN b }",
    "- WHILE x < 3\n  SET x = 1",
    "- WHILE x MAX -5 { SET x = 1 }",
    "- WHILE { SET x = 1 }",
  ],
});

check("RULE", "FOR without braces", {
  accepted: [
    "- FOR w IN ws\n- IF w THEN b\n- IF c THEN d",
    "- FOR w IN ws\n  - IF w THEN b\n  - IF c THEN d\n- IF e THEN f",
    "- FOR w IN ws IF w THEN b",
    "- FOR w IN ws\n    IF w THEN b",
    "- FOR v IN vs\n- FOR w IN v.ws\n- IF w THEN b\n- IF c THEN d",
    "- FOR v IN vs\n  - FOR w IN v.ws\n    - IF w THEN b\n    - ELSE c\n  - UNKNOWN d\n- UNKNOWN e\n- IF f THEN g",
    "- FOR v IN vs {\n    FOR w IN v.ws\n      IF w THEN b\n      IF c THEN d\n    IF e THEN f\n  }",
    "- FOR v IN vs { - FOR w IN v.ws - IF w THEN b - IF c THEN d }",
    "- FOR w IN MATCH m { 1 => as, _ => bs }\n  - IF w THEN b",
  ],
  rejected: [
    "- FOR w IN ws",
    "- FOR w IN ws\n- UNKNOWN b",
    "- FOR w IN ws\n  - IF w THEN b\n- ELSE c",
    "- FOR w IN ws\n  IF w THEN b\n  IF c THEN d",
  ],
});

check("RULE", "MATCH", {
  accepted: [
    '- MATCH x { "a" => A, 1 | 2.5 | 0..10 => B, C, true => D, [1, 2] => E, _ => F } UNKNOWN G',
    '- MATCH x.y {\n  - "a" WHEN z > 1 => Display "b",\n  - -5C..-1C => B\n  - _ => C\n  }',
    '- MATCH x {\n  "a" => A\n  "b" => B, C\n  "c" | "d" => D "text"\n  _ => E\n  }',
    "- MATCH x { - 5 => A -5 => B, - 6 => C }",
    "- MATCH x { }",
  ],
  rejected: [
    '- MATCH x { "a" => A "b" => B }',
    "- MATCH x { a => A }",
    "- MATCH x { { a: 1 } => A }",
    "- MATCH x { 1 => }",
    "- MATCH x { 1 => A, , 2 => B }",
    "- MATCH x",
  ],
});

check("action", "names and arguments", {
  accepted: [
    ...[
      "StopMachine",
      "A, B, C",
      'Display "text"',
      'Notify(channel: "sms", after: 5min, 3)',
      "Stop()",
      "`Stop now`",
    ],
    ...[
      "Stop the machine now",
      'Stop the machine "now"',
      '"Stop it"',
      "A\n  B, C",
      "When",
      "f(x: std::math::abs(y))",
    ],
  ],
  rejected: [
    "A,",
    "A AND B",
    "5",
    "If",
    "UNKNOWN",
    "A(",
    "A(,)",
    "A(if: 1)",
    "A = 5",
    "A; B",
    "Stop _ => B",
  ],
});

check("condition", "operators", {
  accepted: [
    ...[
      "a OR b AND NOT c",
      "NOT NOT a",
      "a == 1 AND b = 2",
      "a != 1",
      "a <= b + 1",
      "a IN [1, 2,]",
      "a NOT IN b",
    ],
    ...[
      "a BETWEEN 1 AND 2 AND b",
      "a IS KNOWN",
      "a.b IS NOT MISSING",
      'a CONTAINS "x"',
      'a STARTS\nWITH "x"',
    ],
    ...[
      'a ENDS WITH "x"',
      'a MATCHES "^x"',
      "a + b * -c - d / e MOD 2 > 1",
      "-a > - 5",
      "- - a > 1",
      "a -5 > 1",
    ],
    ...["(a\n  -5) > 1", "(a OR b) AND c", "mod MOD mod == any", "starts == with"],
    ...["ANY x IN xs SATISFIES x > 1 AND b", "NOT ALL x IN a + b SATISFIES (x OR c)", "Any > 1"],
    ...[
      "NONE x IN xs SATISFIES ANY y IN ys SATISFIES x == y",
      'a[0].b["c d"][i + 1] > 1',
      "a\n  .b > 1",
    ],
    ...["größe > 5 AND 日本", "`if` == `a b`", "unknown == 1", "f(a) == 1 OR c"],
  ],
  rejected: [
    ...[
      "a < b < c",
      "a == b == c",
      "a AND",
      "AND a",
      "a b",
      "a == NOT b",
      "a + ANY x IN xs SATISFIES x",
      "a IS UNKNOWN",
    ],
    ...[
      "ANY x IN xs SATISFIES NOT x",
      "a IS KNOWN - b > 1",
      "a === b",
      "a <> b",
      "a && b",
      "!a",
      "a ≥ b",
      "if",
      "UNKNOWN",
    ],
    ...[
      "IF a THEN b ELSE c",
      "(a",
      "a)",
      "a[1",
      "a\n  [0] > 1",
      "(a\n  - 5) > 1",
      "a.",
      ".a",
      "a..b",
      "a b.c",
      "``",
      "a; b",
    ],
  ],
});

check("value", "literals and calls", {
  accepted: [
    ...[
      "1.5e-3",
      "-5C",
      "9.8m/s^2",
      "10m/x",
      "10m/min(a, b)",
      "10m/s.x",
      "5 * m",
      "1kg*m²",
      "20%",
      "5°C",
      "0.5‰",
      "5.x",
    ],
    ...[
      "true",
      "NULL",
      '"a\\u00e9"',
      "[]",
      "{}",
      '{ a: 1, `b`: 2, "c d": [x], }',
      "(IF a THEN 1 ELSE IF b THEN 2 ELSE 3)",
    ],
    ...[
      'MATCH m { "a" => 1, 2 | 3 WHEN x > 1 => y - 2, _ => 3 }',
      "MATCH m {\n  - 1 => a\n  - _ => b\n  }",
      "MATCH m {\n  1 => a\n  _ => b }",
    ],
    ...[
      "MATCH m { 1 => a - 2 => b }",
      "a - MATCH m { 1 => 2 }",
      "std::math::avg(xs)",
      "map(xs, |x| x * 2)",
      "f()",
      "f(1,)",
    ],
    ...[
      "reduce(xs, |acc, x| acc + x, 0)",
      "std :: `math` :: avg (xs)",
      "map(map, |x| map)",
      "(a)",
      "((((a))))",
    ],
    ...[`${"(".repeat(64)}a${")".repeat(64)}`, `${"NOT ".repeat(64)}a`, `a${" + a".repeat(255)}`],
  ],
  rejected: [
    ...[
      "5foo",
      "5_000",
      "5 m",
      "1.5.",
      "10m^2.5",
      "10m^99",
      '"a',
      '"\\q"',
      "[,]",
      "{ a }",
      "{ if: 1 }",
      "|x| x",
      "f(|| x)",
    ],
    ...[
      "`f`(x)",
      "f::g",
      "IF a THEN 1 ELSE 2",
      "(IF a THEN 1)",
      "MATCH m { a => 1 }",
      "MATCH m { 1 => a 2 => b }",
      "a - IF b",
    ],
    ...[
      `${"(".repeat(65)}a${")".repeat(65)}`,
      `${"NOT ".repeat(65)}a`,
      `a${" + a".repeat(256)}`,
      "(".repeat(5000),
    ],
    ...[`${"- ".repeat(5000)}a`, `${"NOT ".repeat(5000)}a`],
  ],
});

// ---- 6. effects, 7. constraints ----------------------------------------------------------------------------------

check("IMPACT", "effects", {
  accepted: [
    "- Effect: CoolDown LOWERS Temperature BY 1C",
    "- Effect: Cool down RAISES `Fan speed` BY 10% * x",
    "- effect: A sets Fan to 1 # on",
    "- Effect [x]: A SETS Fan TO 1",
    "- `Effect`: A SETS Fan TO 1",
    "- Effect of this: prose",
    "- Benefit: fewer injuries",
    "- Downtime: 2%",
    "- prose",
  ],
  rejected: [
    "- Effect: prose",
    "- Effect: A LOWERS T",
    "- Effect: A SETS T BY 1",
    "- Effect: A LOWERS T TO 1",
    "- Effect: A LOWERS T.x BY 1",
  ],
});

check("CONSTRAINT", "clauses and prose", {
  accepted: [
    "- Safety: NEVER Restart",
    "- Safety [NoRestart]: NEVER Restart AND Go back WHEN a > 1",
    "- Safety [NoRestart]:NEVER Restart UNLESS a",
    '- NEVER Restart WHEN a == "b: c"',
    "- Safety: ALWAYS Stop WHEN a",
    "- Safety: AT MOST 2 OF A, B c, `D e` PER worker",
    "- Safety: EXACTLY ONE OF A, B",
    "- Safety: MAX LOOP 50 # enough",
    "- Safety: A REQUIRES B c\n- Safety: `A b` BEFORE C",
    "- Safety: At REQUIRES Max\n- Safety: never REQUIRES B",
    "- Safety: NEVER\n    Restart\n    WHEN a",
    "- Safety:\n    # why\n    NEVER Restart\n- Safety: // why\n    NEVER Go",
    "-\u00a0Safety\u00a0[x]\u00a0:\u00a0NEVER\u00a0Restart",
    "- Safety: never restart\n- Moral: nobody is at most one of many",
    "- Safety: It requires care # kept",
    "- prose",
  ],
  rejected: [
    "- Safety: NEVER",
    "- Safety: NEVER A, B",
    "- Safety: NEVER A WHEN",
    "- Safety: NEVER A UNLESS { b: 1 }",
    "- Safety: ALWAYS A",
    "- Safety: ALWAYS A REQUIRES B",
    "- Safety: AT MOST two OF A",
    "- Safety: AT MOST 1m OF A",
    "- Safety: AT MOST 1.5 OF A",
    "- Safety: AT MOST 1234567890 OF A",
    "- Safety: EXACTLY ONE OF",
    "- Safety: MAX LOOP",
    "- Safety: A REQUIRES",
    "- Safety: It REQUIRES care, always",
    "- Safety REQUIRES [x]: NEVER A",
  ],
});

// ---- 8. examples -------------------------------------------------------------------------------------------------

check("EXAMPLE", "steps", {
  accepted: [
    '- GIVEN a = 1, b.c[0]["d"] = -5C, `e f` = [{ g: null }]\n- EXPECT A',
    '- GIVEN a = 1 AT "2026-05-01T08:00:00Z"\n- EXPECT A',
    '- GIVEN FILE "ctx.json" at "2026-05-01T08:00:00Z"\n- AT "2026-05-01T08:00:00Z"',
    "- GIVEN FILE = 5, at = 6",
    "- GIVEN a = [\n    1,\n    -5\n  ]",
    '- EXPECT A, B c, D "x", E(f: 1)\n- EXPECT ONLY A\n- expect not A\n- EXPECT PENDING `A b`',
    "- EXPECT NOTHING\n- EXPECT UNKNOWN a.b[0], c\n- EXPECT VIOLATION x, y\n- EXPECT STATUS incomplete",
    "- EXPECT Only\n- EXPECT Pending(a: 1)\n- EXPECT Nothing more\n- EXPECT unknown",
  ],
  rejected: [
    "- GIVEN a",
    "- GIVEN a == 1",
    "- GIVEN a = b",
    "- GIVEN a = 1 + 1",
    "- GIVEN a = 1,",
    "- GIVEN f(1) = 1",
    "- GIVEN true = 1",
    "- AT 2026",
    "- EXPECT",
    "- EXPECT UNKNOWN",
    "- EXPECT UNKNOWN f(1)",
    "- EXPECT VIOLATION x y",
    '- EXPECT STATUS "x"',
    "- A happens",
  ],
});

// ---- limits ------------------------------------------------------------------------------------------------------

describe("nesting and height are counted alike", () => {
  const nests: readonly (readonly [string, string])[] = [
    ["(", ")"],
    ["[", "]"],
    ["{ a: ", "}"],
    ["f(", ")"],
    ["f(|x| ", ")"],
    ["a[", "]"],
    ["(IF a THEN b ELSE ", ")"],
    ["MATCH a { 1 => ", "}"],
    ["NOT ", ""],
    ["- ", ""],
    ["ANY x IN xs SATISFIES ", ""],
  ];
  test.each(nests)("%s…%s", (open, close) => {
    for (const levels of [31, 32, 33, 63, 64, 65]) {
      const text = `INTENT: x\nRULE:\n- LET x = ${open.repeat(levels)}a${close.repeat(levels)}\n`;
      const hasErrors = parse(text).diagnostics.some(({ severity }) => severity === "error");
      expect(parseReference(text).accepted, `${levels} levels`).toBe(!hasErrors);
    }
  });

  const chains = [" + a", "[0]"];
  const places = [
    "~",
    "NOT (~)",
    "(~ OR b)",
    "[~]",
    "f(~)",
    "a[~]",
    "~ == 1",
    "a BETWEEN ~ AND 1",
    "~ IS KNOWN",
  ];
  const inner = [
    "MATCH ~ { 1 => 2 }",
    "MATCH a { 1 => ~, 2 => 3 }",
    "ANY x IN ~ SATISFIES (x)",
    "(IF a THEN ~ ELSE b) + 1",
  ];
  test.each([...places, ...inner])("%s", (place) => {
    for (const chain of chains) {
      for (const length of [254, 255, 256]) {
        const value = place.replace("~", `a${chain.repeat(length)}`);
        const text = `INTENT: x\nRULE:\n- LET x = ${value}\n`;
        const hasErrors = parse(text).diagnostics.some(({ severity }) => severity === "error");
        expect(parseReference(text).accepted, `${length} times ${chain}`).toBe(!hasErrors);
      }
    }
  });
});

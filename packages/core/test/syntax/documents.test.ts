// Language, section 1: sections, headers, items, comments, order and number, and the loose style of documents in the field.
import { describe, expect, test } from "vitest";
import { createSourceText } from "../../src/source/source-text.ts";
import { parseDocument } from "../../src/syntax/parse-document.ts";
import type { Document, Section } from "../../src/syntax/tree.ts";
import { applyEdits, fixAll, sketchBody, sketchDiagnostic } from "./sketch.ts";

const parse = (text: string): Document => parseDocument(createSourceText(text)).document;

const diagnose = (text: string) => parseDocument(createSourceText(text)).diagnostics;

/** Errors and warnings but for missing sections. */
const mistakesIn = (text: string): readonly string[] =>
  diagnose(text)
    .filter(({ code }) => code !== "OM1002")
    .map((found) => sketchDiagnostic(text, found));

/** `RULE (title): item; item`. */
const sketchSection = ({ keyword, title, items }: Section): string =>
  `${keyword}${title === null ? "" : ` (${title})`}: ${items.map(({ body }) => sketchBody(body)).join("; ")}`;

const sectionsOf = (text: string): readonly string[] => parse(text).sections.map(sketchSection);

const intent = "INTENT: Keep people safe.";
const rule = "RULE:\n- IF a THEN B";

/** A document with every section that must occur. */
const whole = (...parts: readonly string[]): string => `${parts.join("\n\n")}\n`;
const sections = {
  intent,
  actor: "ACTOR:\n- Primary: Robot",
  context: "CONTEXT:\n- a: <boolean>",
  rule,
  constraint: "CONSTRAINT:\n- Legal: obey",
  impact: "IMPACT:\n- Benefit: safety",
  trace: "TRACE:\n- Regulation: ISO 1",
};

describe("headers", () => {
  test("in capitals may be indented and titled; in another case stand at the margin with the colon directly behind", () => {
    const cases: readonly (readonly [string, ...string[]])[] = [
      ["RULE:\n- IF a THEN B", "RULE: IF a THEN B"],
      ["  RULE:\n  - IF a THEN B", "RULE: IF a THEN B"],
      ["RULE Overheating:\n- IF a THEN B", "RULE (Overheating): IF a THEN B"],
      ["RULE :\n- IF a THEN B", "RULE: IF a THEN B"],
      ["rule:\n- IF a THEN B", "RULE: IF a THEN B"],
      ["Rule:\n- IF a THEN B", "RULE: IF a THEN B"],
      ["RULE At 22:00 sharp:\n- IF a THEN B", "RULE (At 22:00 sharp): IF a THEN B"],
      ["RULE Night: - IF a THEN B", "RULE (Night): IF a THEN B"],
    ];
    for (const [text, ...expected] of cases) {
      expect(sectionsOf(`INTENT: x\n${text}`).slice(1), text).toEqual(expected);
    }
  });

  test("what is prose", () => {
    for (const line of [
      "rule of thumb: stay away",
      "  rule: indented",
      "Note: this",
      "Rule Night:",
      "rules: no",
      "RULES and: x",
    ]) {
      const text = `INTENT: Keep safe.\n${line}\n${rule}`;
      expect(sectionsOf(text), line).toEqual([
        `INTENT: prose "Keep safe. ${line.trim()}"`,
        "RULE: IF a THEN B",
      ]);
    }
  });

  test("a word in capitals and a colon at the margin is an unknown section", () => {
    const unknown = `${intent}\nRULES:\n- IF a THEN B\nBANANA:\n- yellow`;
    expect(sectionsOf(unknown)).toEqual(['INTENT: prose "Keep people safe."', "RULE: IF a THEN B"]);
    expect(mistakesIn(unknown)).toEqual([
      'OM1005 at "RULES:": `RULES` is no section; did you mean `RULE`?',
      'OM1005 at "BANANA:": `BANANA` is no section; in prose, write it in another case',
    ]);
    expect(mistakesIn(`${intent}\n  NOTE: indented is prose\n${rule}`)).toEqual([]);
  });

  test("text behind the colon belongs to the section, as an item with or without its dash", () => {
    expect(
      sectionsOf(`INTENT: a\nb\nCONTEXT: Distance: 5m\n- Mode: auto\nRULE: - IF a THEN B`),
    ).toEqual([
      'INTENT: prose "a b"',
      'CONTEXT: Distance: sample 5m; Mode: prose "auto"',
      "RULE: IF a THEN B",
    ]);
  });

  test("a byte order mark, CRLF and lone CR", () => {
    const text = `\ufeff${whole(...Object.values(sections))}`;
    for (const each of [text, text.replaceAll("\n", "\r\n"), text.replaceAll("\n", "\r")]) {
      expect(diagnose(each)).toEqual([]);
      expect(sectionsOf(each)).toEqual(sectionsOf(whole(...Object.values(sections))));
    }
  });
});

describe("items", () => {
  test("begin with a dash; other lines continue them", () => {
    expect(sectionsOf("CONTEXT:\n- a: one\n\n  two\n- b: x - y\n   - c: z")).toEqual([
      'CONTEXT: a: prose "one two"; b: prose "x - y"; c: prose "z"',
    ]);
  });

  test("know their place, and whether a blank line stands above them", () => {
    const text = "CONTEXT:\n- a: 1\n\n# about b\n- b: 2\n# about c\n\n- c: 3\n";
    const items = parse(text).sections[0]?.items ?? [];
    expect(items.map(({ start, end }) => text.slice(start, end))).toEqual([
      "- a: 1",
      "- b: 2",
      "- c: 3",
    ]);
    expect(items.map(({ blankLineBefore }) => blankLineBefore)).toEqual([false, true, false]);
  });

  test("a clock behind a GIVEN is a step of its own", () => {
    const text =
      'EXAMPLE x:\n- GIVEN a = "AT \\"x\\"", b = 1 AT "2026-05-01T08:00:00Z" # noon\n- EXPECT NOTHING';
    expect(sectionsOf(text)).toEqual([
      'EXAMPLE (x): given a = "AT \\"x\\"", b = 1; at 2026-05-01T08:00:00Z; expect nothing',
    ]);
  });
});

describe("comments", () => {
  test("stay with what they stand before or behind", () => {
    const text = [
      "# of the document",
      "INTENT: Keep safe. # no comment",
      "",
      "// of the rules",
      "RULE: # behind the header",
      "# of the first",
      "- IF a # behind IF",
      "  # inside",
      "  THEN B // behind THEN",
      "- FOR x IN xs { # of FOR",
      "    # of the inner",
      "    - IF x THEN C # of its line",
      "    # before the end",
      "  } # of the brace",
      "- MATCH m {",
      "    # of the arm",
      '    - "a" => A # behind it',
      "  }",
      "# at the end",
    ].join("\n");
    const document = parse(text);
    const [purpose, rules] = document.sections;
    expect(purpose?.leadingComments).toEqual(["# of the document"]);
    expect(purpose?.items[0]?.body).toMatchObject({ text: "Keep safe. # no comment" });
    expect(rules?.leadingComments).toEqual(["// of the rules"]);
    expect(rules?.trailingComment).toBe("# behind the header");
    const [first, second, third] = rules?.items ?? [];
    expect(first?.leadingComments).toEqual(["# of the first", "# inside"]);
    expect(first?.trailingComment).toBe("# behind IF // behind THEN");
    expect(second?.trailingComment).toBe("# of FOR # of the brace");
    expect(second?.body).toMatchObject({
      body: [{ leadingComments: ["# of the inner"], trailingComment: "# of its line" }],
      closingComments: ["# before the end"],
    });
    expect(third?.body).toMatchObject({
      arms: [{ leadingComments: ["# of the arm"], trailingComment: "# behind it" }],
    });
    expect(document.trailingComments).toEqual(["# at the end"]);
  });

  test("begin behind white space, outside quotes, in formal items only", () => {
    expect(sectionsOf('RULE:\n- IF a == "x # y" AND b/c > 2 THEN D #x')).toEqual([
      'RULE: IF ((a == "x # y") AND ((b / c) > 2)) THEN D',
    ]);
    expect(sectionsOf("TRACE:\n- Evidence: a # b // c")).toEqual(['TRACE: Evidence: "a # b // c"']);
  });
});

describe("which sections, how often, in which order", () => {
  test("a whole document has nothing to complain about", () => {
    expect(diagnose(whole(...Object.values(sections)))).toEqual([]);
  });

  test("a keyword on a line of its own lacks its colon", () => {
    const text =
      "INTENT: Stop.\n\nACTOR\n- Primary: Robot\n\nCONTEXT:\n- a: <boolean>\n\n  RULE\t\r\n- IF a THEN B\n";
    const found = diagnose(text)
      .filter(({ message }) => message.includes("header ends"))
      .map((one) => sketchDiagnostic(text, one));
    expect(found).toEqual([
      'OM1002 at "ACTOR": a section\'s header ends with a colon: `ACTOR:`',
      'OM1001 at "RULE": a section\'s header ends with a colon: `RULE:`',
    ]);
    expect(sectionsOf(fixAll(text, diagnose))).toEqual([
      'INTENT: prose "Stop."',
      "ACTOR: Primary: Robot",
      "CONTEXT: a: <boolean>",
      "RULE: IF a THEN B",
    ]);
  });

  test("INTENT and RULE must be there, the others should", () => {
    const found = diagnose("").map(
      ({ code, severity, message }) => `${code} ${severity}: ${message}`,
    );
    expect(found).toEqual([
      "OM1001 error: there is no INTENT section; write one that says what the policy is for",
      "OM1001 error: there is no RULE section; write one that says what the policy decides",
      "OM1002 warning: there is no ACTOR section, which says who may act",
      "OM1002 warning: there is no CONTEXT section, which says what is known and in which units",
      "OM1002 warning: there is no CONSTRAINT section, which says what must never happen",
      "OM1002 warning: there is no IMPACT section, which says what is gained and what is risked",
      "OM1002 warning: there is no TRACE section, which says which regulations and evidence the rules rest on",
    ]);
    expect(mistakesIn("INTENT:\nRULE:\n")).toEqual([
      'OM1001 at "INTENT:": the INTENT section is empty; say what the policy is for',
      'OM1001 at "RULE:": the RULE section is empty; say what the policy decides',
    ]);
    expect(mistakesIn(whole(intent, "ACTOR:", rule))).toEqual([
      'OM1007 at "ACTOR:": the ACTOR section is empty; it says who may act',
    ]);
    expect(mistakesIn(whole(intent, "ACTOR:\n- Secondary: B", rule))).toEqual([
      'OM1008 at "ACTOR:": no actor is `Primary`; say who carries the decisions out',
    ]);
  });

  test("a missing section can be added where it belongs", () => {
    const { actor, context, constraint, trace } = sections;
    const text = whole(intent, actor, context, rule, constraint, trace);
    const [missing] = diagnose(text);
    const added = applyEdits(text, missing?.fixes[0]?.edits ?? []);
    expect(diagnose(added)).toEqual([]);
    expect(parse(added).sections.map(({ keyword }) => keyword)).toEqual([
      "INTENT",
      "ACTOR",
      "CONTEXT",
      "RULE",
      "CONSTRAINT",
      "IMPACT",
      "TRACE",
    ]);
  });

  test("what stands twice is merged, what is misplaced is moved, by a fix", () => {
    const { actor, context, constraint, impact, trace } = sections;
    const text = whole(
      rule,
      `# who\n${actor}`,
      intent,
      context,
      constraint,
      trace,
      impact,
      "ACTOR: Secondary: Human",
    );
    expect(mistakesIn(text)).toEqual([
      'OM1004 at "RULE:": the RULE section is out of order: its place is before CONSTRAINT',
      'OM1004 at "ACTOR:": the ACTOR section is out of order: its place is before CONTEXT',
      'OM1004 at "IMPACT:": the IMPACT section is out of order: its place is before TRACE',
      'OM1003 at "ACTOR:": there is an ACTOR section already; only RULE and EXAMPLE may be repeated',
    ]);
    const fixed = fixAll(text, diagnose);
    expect(diagnose(fixed)).toEqual([]);
    expect(sectionsOf(fixed)).toEqual([
      'INTENT: prose "Keep people safe."',
      "ACTOR: Primary: Robot; Secondary: Human",
      "CONTEXT: a: <boolean>",
      "RULE: IF a THEN B",
      'CONSTRAINT: Legal: "obey"',
      'IMPACT: Benefit: "safety"',
      'TRACE: Regulation: "ISO 1"',
    ]);
    expect(fixed).toContain("# who\nACTOR:");
  });

  test("rules keep their order when one of them is moved", () => {
    const text = whole(
      intent,
      "RULE one:\n- IF a THEN B",
      sections.context,
      "RULE two:\n- IF c THEN D",
      "RULE three:\n- IF e THEN F",
    );
    expect(sectionsOf(fixAll(text, diagnose)).slice(2)).toEqual([
      "RULE (one): IF a THEN B",
      "RULE (two): IF c THEN D",
      "RULE (three): IF e THEN F",
    ]);
  });

  test("text before the first header belongs to nothing", () => {
    expect(mistakesIn(`# fine\nHello\nworld\n${whole(intent, rule)}`)).toEqual([
      'OM1006 at "Hello\\nworld": this text belongs to no section; begin with `INTENT:`, or make it a comment with `#`',
    ]);
  });
});

describe("suites", () => {
  test("hold examples of another document", () => {
    const text =
      '# ours\nEXAMPLES FOR "factory.omni":\n\nEXAMPLE near:\n- GIVEN a = 1\n- EXPECT B\n';
    expect(diagnose(text)).toEqual([]);
    expect(parse(text).suiteFor).toMatchObject({
      policy: "factory.omni",
      leadingComments: ["# ours"],
    });
  });

  test("and nothing else", () => {
    const cases: readonly (readonly [string, ...string[]])[] = [
      [
        `EXAMPLES FOR "a.omni":\n${rule}`,
        'OM1009 at "RULE:": a suite holds EXAMPLE sections only; RULE belongs into the policy',
      ],
      [
        "EXAMPLES FOR a.omni:\nEXAMPLE x:\n- EXPECT B",
        'OM1011 at "EXAMPLES FOR a.omni:": a suite\'s header reads `EXAMPLES FOR "policy.omni":`, and EXAMPLE sections follow it',
      ],
      [
        `${whole(intent, rule)}\nEXAMPLES FOR "a.omni":\n`,
        'OM1010 at "EXAMPLES FOR \\"a.omni\\":": a suite\'s header is the first line of its document; a policy\'s own examples are EXAMPLE sections',
      ],
      [
        `${intent}\n${rule}\nEXAMPLES:\n- EXPECT B`,
        'OM1005 at "EXAMPLES:": `EXAMPLES` is no section; did you mean `EXAMPLE`?',
      ],
    ];
    for (const [text, ...expected] of cases) expect(mistakesIn(text), text).toEqual(expected);
  });
});

describe("the loose style of documents in the field", () => {
  test("parses without errors", () => {
    const text = [
      "intent: keep the reactor cool",
      "actor:",
      "- Primary: Controller",
      "context:",
      "- Temperature: 85.5",
      "- reactor: in the north hall",
      "rule:",
      "- if Temperature > 80",
      "- then CoolDown",
      "- else Log",
      "- for pump in Pumps",
      "- if pump.speed < 10rpm then Replace(pump.name)",
      "- match reactor.status {",
      '  - "Critical" => EmergencyShutdown',
      "  - _ => MonitorNormal",
      "}",
      "Rule:",
      "- FOR w IN Workers {",
      "IF w.near THEN Warn",
      "- IF w.inside THEN Stop",
      "}",
      "impact:",
      "- Downtime: 2%",
    ].join("\n");
    expect(mistakesIn(text)).toEqual([]);
    expect(sectionsOf(text).slice(3, 5)).toEqual([
      "RULE: IF (Temperature > 80) THEN CoolDown ELSE Log; " +
        "FOR pump IN Pumps { IF (pump.speed < 10rpm) THEN Replace(pump.name) }; " +
        'MATCH reactor.status { "Critical" => EmergencyShutdown; _ => MonitorNormal }',
      "RULE: FOR w IN Workers { IF w.near THEN Warn; IF w.inside THEN Stop }",
    ]);
  });
});

describe("characters and size", () => {
  test("controls that nobody sees are named, with their place", () => {
    const cases: readonly (readonly [string, string])[] = [
      [
        "INTENT: a\u0000b\u0001\nRULE:\n- IF a THEN B",
        'OM2025 at "\\u0000": a NUL character has no place in a document, the first of 2 control characters; save it as UTF-8 text',
      ],
      [
        "INTENT: x\nRULE:\n- IF a\u000bTHEN B",
        'OM2025 at "\\u000b": the control character U+000B has no place in a document; save it as UTF-8 text',
      ],
      [
        "INTENT: x\ud800\nRULE:\n- IF a THEN B",
        'OM2026 at "\\ud800": this is half a character (a lone surrogate), which no UTF-8 text holds',
      ],
      [
        "INTENT: x\nRULE:\n- IF a\u202e THEN B",
        'OM2027 at "\u202e": the invisible U+202E changes the order in which this line is shown',
      ],
      [
        "INTENT: x\nRULE:\n- IF Dist\u0430nce THEN B",
        'OM2028 at "Dist\u0430nce": `Dist\u0430nce` mixes Latin and Cyrillic letters, some of which look alike',
      ],
    ];
    for (const [text, message] of cases)
      expect(mistakesIn(text), JSON.stringify(text)).toEqual([message]);
  });

  test("more than 1 MiB is not read", () => {
    const large = `# ${"é".repeat(524_288)}`;
    expect(diagnose(large).map(({ code }) => code)).toEqual(["OM1012"]);
    expect(parse(large).sections).toEqual([]);
    expect(diagnose(`# ${"é".repeat(524_200)}`).map(({ code }) => code)).not.toContain("OM1012");
  });
});

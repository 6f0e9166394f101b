// Laws of parsing: whatever the text, a tree comes back whose spans nest, an item is a function of its text, a mistake
// hides no other item, and no text takes more than linear time.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSourceText } from "../../src/source/source-text.ts";
import type { Span } from "../../src/source/span.ts";
import { parseDocument } from "../../src/syntax/parse-document.ts";
import { parseItem } from "../../src/syntax/parse-item.ts";
import { sectionKeywords } from "../../src/syntax/tree.ts";
import { rulesOf, sketchBody } from "./sketch.ts";

const policy = `# A document with a little of everything.
INTENT: Keep people near the machine safe. Nothing else counts.

IMPORT:
- "site.omni"

ACTOR:
- Primary: SafetySystem MAY StopMachine, Notify APPROVES Restart

CONTEXT:
- Distance: <0..20 m FRESH 5s>
- Workers: <[{ name: text, distance: m, badge?: text }]> # those inside
- Mode: "auto"
- Domain: factory floor

RULE Distance:
- TooClose: IF Distance < 1m AND NOT (Mode == "manual" OR Mode IS MISSING)
  THEN StopMachine, Notify(channel: "sms", after: 5min)
  ELSE IF Distance BETWEEN 1m AND 2m THEN SlowDown
  UNKNOWN StopMachine
- FOR worker, i IN Workers WHERE worker.distance < -5C {
    # nearest first
    - IF ANY x IN worker.badges SATISFIES x STARTS WITH "E" THEN Warn(i)
    - LET d = std::math::min(map(Workers, |w| w.distance)) / 2 # half
  } UNKNOWN Halt
- FOR worker IN Workers
  - IF worker.distance < 1m
  - THEN StopMachine
- match reactor.status {
  - "Critical" | "Hot" => EmergencyShutdown
  - 0..10 WHEN Mode == "auto" => Watch
  - _ => MonitorNormal
}
- WHILE Distance > 1m MAX 5 { SET d = (IF a THEN 1 ELSE 2) }
- FAILSAFE THEN Stop

CONSTRAINT:
- Safety [Never]: NEVER StopMachine AND Restart UNLESS Mode IN ["auto", "manual"]
- Legal: obey // the law

IMPACT:
- Effect: SlowDown LOWERS Speed BY 1km/h
- Risk: more stops

TRACE:
- Regulation [TooClose]: ISO 13850

EXAMPLE near:
- GIVEN Distance = 0.4m, Workers = [{ name: "Ana", distance: 1.5m }] AT "2026-05-01T08:00:00Z"
- EXPECT ONLY StopMachine
`;

const fragments = [
  ..."()[]{},:;.|=<>+-*/!?#\"'`\\ \n\t\r_@%&^~$0159aAmCé\u202e\u0000\ud800😀",
  ...[
    "\n- ",
    "\n  ",
    "\n    - ",
    "IF ",
    "THEN ",
    "ELSE ",
    "UNKNOWN ",
    "FOR x IN xs ",
    "MATCH m { ",
    "=> ",
    "WHILE ",
    "LET a = ",
  ],
  ...[
    "AND ",
    "OR ",
    "NOT ",
    "IN ",
    "IS MISSING ",
    "BETWEEN ",
    "ANY x IN xs SATISFIES ",
    "5km/h",
    "-5C",
    "1..10",
    '"text"',
    "f(x)",
  ],
  ...[
    "INTENT:",
    "\nRULE:",
    "\nCONTEXT:\n",
    "\nrule:\n",
    "\nEXAMPLE x:\n",
    "\nCONSTRAINT:\n",
    "NEVER ",
    "- A: <",
    "> = ",
    "GIVEN ",
    "EXPECT ",
  ],
  ...[
    'EXAMPLES FOR "a":\n',
    "\nBANANA:\n",
    "# comment\n",
    " // comment\n",
    "|x| ",
    "std::",
    "Effect: A LOWERS B BY ",
    'AT "x"',
  ],
];

const soup = fc
  .array(fc.constantFrom(...fragments), { maxLength: 60 })
  .map((parts) => parts.join(""));

/** The policy with some pieces cut out, doubled or replaced. */
const mutated = fc
  .array(fc.tuple(fc.nat(policy.length), fc.nat(12), fc.oneof(soup, fc.constant(""))), {
    minLength: 1,
    maxLength: 4,
  })
  .map((edits) =>
    edits.reduce(
      (text, [at, length, inserted]) =>
        text.slice(0, at) + inserted.slice(0, 20) + text.slice(at + length),
      policy,
    ),
  );

const anyText = fc.oneof(
  soup,
  soup.map((text) => `INTENT: x\nRULE:\n- ${text}`),
  mutated,
  fc.string({ unit: "binary" }),
  fc.uint8Array().map((bytes) => String.fromCharCode(...bytes)),
);

/** Every span below `node`, each with the nearest span around it. */
function checkSpans(node: unknown, around: Span): void {
  if (Array.isArray(node)) for (const element of node) checkSpans(element, around);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const entries = Object.entries(node);
  const own = entries.find(([key]) => key === "span")?.[1];
  const within = isSpan(own) ? own : around;
  for (const [key, value] of entries) {
    if (isSpan(value)) {
      const outer = key === "span" ? around : within;
      expect(value.start).toBeLessThanOrEqual(value.end);
      expect(value.start, key).toBeGreaterThanOrEqual(outer.start);
      expect(value.end, key).toBeLessThanOrEqual(outer.end);
    } else checkSpans(value, within);
  }
}

function isSpan(value: unknown): value is Span {
  return (
    typeof value === "object" &&
    value !== null &&
    "start" in value &&
    "end" in value &&
    !("kind" in value)
  );
}

test("any text yields a tree, spans that nest, and diagnostics inside the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { document, diagnostics } = parseDocument(createSourceText(text));
      const all = { start: 0, end: text.length };
      for (const { items, ...section } of document.sections) {
        checkSpans(section, all);
        for (const item of items) {
          expect(item.start).toBeGreaterThanOrEqual(section.span.start);
          expect(item.end).toBeLessThanOrEqual(section.span.end);
          checkSpans(item.body, { start: 0, end: item.end - item.start });
        }
      }
      for (const { span, fixes } of diagnostics) {
        checkSpans({ span }, all);
        for (const { edits } of fixes) {
          const ordered = [...edits].sort(
            (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
          );
          ordered.forEach((edit, index) => {
            checkSpans(edit, all);
            expect(edit.span.start).toBeGreaterThanOrEqual(ordered[index - 1]?.span.end ?? 0);
          });
        }
      }
    }),
    { numRuns: 1_500 },
  );
});

test("an item is a function of its section's keyword and its text, and can be memoised", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const source = createSourceText(text);
      const memo = new Map<string, ReturnType<typeof parseItem>>();
      const memoised: typeof parseItem = (keyword, item) => {
        const key = `${keyword} ${item}`;
        const parsed = memo.get(key) ?? parseItem(keyword, item);
        memo.set(key, parsed);
        return parsed;
      };
      const first = parseDocument(source, memoised);
      expect(parseDocument(source, memoised)).toEqual(first);
      expect(parseDocument(source)).toEqual(first);
    }),
    { numRuns: 300 },
  );
});

test("items of any text parse in any section without an exception", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sectionKeywords), anyText, (keyword, text) => {
      const { body } = parseItem(keyword, text);
      expect(sketchBody(body)).toBeTypeOf("string");
    }),
    { numRuns: 1_000 },
  );
});

test("a broken item never hides the next", () => {
  // A FOR may govern the next item by right.
  const brokenLine = soup.map(
    (text) => `- ${text.replace(/[\r\n]+/g, " ").replace(/for/gi, "fur")}`,
  );
  fc.assert(
    fc.property(brokenLine, (line) => {
      const found = rulesOf(line, "- Good: IF a THEN B");
      expect(found).toContain("Good: IF a THEN B");
    }),
    { numRuns: 1_000 },
  );
});

test("each fix that is preferred leaves fewer mistakes of its kind or a text that is no worse", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const { diagnostics } = parseDocument(createSourceText(text));
      for (const { code, fixes } of diagnostics) {
        for (const { edits, preferred } of fixes) {
          if (!preferred || code === "OM1003" || code === "OM1004") continue;
          const ordered = [...edits].sort((a, b) => b.span.start - a.span.start);
          const fixed = ordered.reduce(
            (each, { span, newText }) => each.slice(0, span.start) + newText + each.slice(span.end),
            text,
          );
          expect(fixed).not.toBe(text);
        }
      }
    }),
    { numRuns: 200 },
  );
});

describe("no text takes more than linear time: these would take hours", () => {
  const size = 150_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
  const inRules = (text: string): string => `INTENT: x\nRULE:\n- ${text}`;
  const cases: readonly (readonly [string, string])[] = [
    ["open brackets", inRules(fill("("))],
    ["open lists", inRules(fill("["))],
    ["open blocks", inRules(fill("{"))],
    ["blocks of blocks", inRules(fill("FOR x IN xs { "))],
    ["closing brackets", inRules(fill("{{{{)))]]]"))],
    ["quotes", inRules(fill('"'))],
    ["backslashes", inRules(`"${fill("\\")}`)],
    ["short texts", inRules(`IF x IN [${fill('"a", ')}] THEN B`)],
    ["dashes on lines", inRules(fill("\n-"))],
    ["numbers on lines in brackets", inRules(`IF x IN [${fill("\n-5,")}] THEN B`)],
    ["loops without braces", inRules(fill("FOR x IN xs\n- "))],
    ["loops without lists", inRules(fill("FOR\n- "))],
    ["operators", inRules(`IF a${fill(" OR a")} THEN B`)],
    ["members", inRules(`IF a${fill(".b")} THEN B`)],
    ["arms", inRules(`MATCH m {${fill('\n- "a" => B')}\n}`)],
    ["bad arms", inRules(`MATCH m {${fill("\n- ? ? => B")}\n}`)],
    ["bad items in a block", inRules(`FOR x IN xs {${fill("\n- IF { THEN")}\n}`)],
    ["bad characters", inRules(`FOR x IN xs {${fill("\n- @ IF")}\n}`)],
    ["comments", inRules(`FOR x IN xs {${fill("\n# c\n- IF a THEN B # d")}\n}`)],
    ["phrases", inRules(`IF a THEN ${fill("word ")}`)],
    ["actions", inRules(`IF a THEN B${fill(", B")}`)],
    ["clauses", inRules(`IF a THEN B${fill("\n- ELSE IF a\n- THEN B")}`)],
    ["sections", fill("RULE:\n- IF a THEN B\n")],
    ["sections in no order", fill("TRACE:\nINTENT:\n")],
    ["unknown sections", fill("BANANA:\nRULES:\n")],
    ["colons", `CONTEXT:\n- ${fill("a:b[")}`],
    ["brackets of labels", `TRACE:\n- ${fill("[")}`],
    ["white space", `ACTOR:\n- Primary: a${fill(" ")}b`],
    ["types", `CONTEXT:\n- A: <${fill("[")}`],
    ["types of records", `CONTEXT:\n- A: <{${fill("a: m, ")}}>`],
    ["enumerations", `CONTEXT:\n- A: <${fill('"a" | ')}"b">`],
    ["exponents", inRules(`IF a > ${fill("1e1e")} THEN B`)],
    ["units", inRules(`IF a > 1${fill("m/s")} THEN B`)],
    ["steps", `EXAMPLE x:\n- GIVEN ${fill('a = 1 AT " ')}`],
    ["letters of several scripts", inRules(`IF ${fill("aа")} THEN B`)],
  ];
  for (const [name, text] of cases) {
    test(name, () => {
      const { document } = parseDocument(createSourceText(text));
      expect(document.kind).toBe("document");
    });
  }
});

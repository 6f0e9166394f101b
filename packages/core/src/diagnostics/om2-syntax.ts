// OM2: what cannot be read, or can but not as its author meant: rules, expressions and values; om2-characters.ts is part of it.
import type { Span } from "../source/span.ts";
import { defineDiagnostic, insertFix, replaceFix } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { characterDiagnostics } from "./om2-characters.ts";
import { samplePolicy } from "./sample-policy.ts";

const rule = (...items: readonly string[]): string => samplePolicy({ rule: items });
const good = samplePolicy({});

const readingDiagnostics = {
  expected: defineDiagnostic<{ expected: string; found: string | null }>({
    code: "OM2001",
    title: "something else was expected",
    severity: "error",
    adjustable: false,
    explanation:
      "The item could not be read on from here. The message says what may stand in this place; the rest of the item was not looked at, other items were.",
    bad: rule("- IF Distance < 1m StopMachine"),
    good,
    message: ({ expected, found }) =>
      found === null ? `expected ${expected}` : `expected ${expected}, found \`${found}\``,
  }),

  unclosedBracket: defineDiagnostic<{ written: string; closing: string }>({
    code: "OM2004",
    title: "bracket not closed",
    severity: "error",
    adjustable: false,
    explanation:
      "Every `(`, `[` and `{` has its partner. What nothing closes ends with its item, so that the items after it are still read.",
    bad: rule("- FOR worker IN Workers {", "    - IF worker.distance < 1m THEN StopMachine"),
    good: rule(
      "- FOR worker IN Workers {",
      "    - IF worker.distance < 1m THEN StopMachine",
      "  }",
    ),
    message: ({ written, closing }) =>
      `nothing closes this \`${written}\`; expected \`${closing}\``,
  }),

  strayBracket: defineDiagnostic<{ written: string }>({
    code: "OM2005",
    title: "bracket that closes nothing",
    severity: "error",
    adjustable: false,
    explanation:
      "A closing bracket stands where no bracket of its kind is open. Remove it, or open one before it.",
    bad: rule("- IF Distance < 1m THEN StopMachine }"),
    good,
    message: ({ written }) => `\`${written}\` closes nothing`,
    fixes: (_, at) => [replaceFix("remove it", at, "")],
  }),

  tooDeep: defineDiagnostic<{ limit: number }>({
    code: "OM2006",
    title: "nested too deeply",
    severity: "error",
    adjustable: false,
    explanation:
      "Brackets, blocks and prefix operators may stand 64 levels deep within one another. Give a part a name with LET, or divide the rule.",
    bad: rule(`- IF ${"(".repeat(80)}Distance < 1m${")".repeat(80)} THEN StopMachine`),
    good,
    message: ({ limit }) =>
      `nested more than ${limit} levels deep; name a part with LET, or divide the rule`,
  }),

  tooLong: defineDiagnostic<{ limit: number }>({
    code: "OM2007",
    title: "expression too long",
    severity: "error",
    adjustable: false,
    explanation:
      'At most 256 operators, fields and indexes may follow one another in one expression. Write many alternatives as a list, `Country IN ["DE", "ID", …]`, or give a part a name with LET.',
    bad: rule(
      `- IF ${Array.from({ length: 300 }, () => "Distance < 1m").join(" OR ")} THEN StopMachine`,
    ),
    good,
    message: ({ limit }) =>
      `more than ${limit} operators follow one another; use a list with IN, or name a part with LET`,
  }),

  unknownUnit: defineDiagnostic<{ digits: string; written: string; near: readonly string[] }>({
    code: "OM2008",
    title: "unknown unit",
    severity: "error",
    adjustable: false,
    explanation:
      "A unit stands directly behind its number, and its symbol is case-sensitive: `5min`, `30km/h`, `20%`. Letters behind a number that are no unit are a mistake: OMEGA never guesses. `m` is metre, `min` is minute.",
    bad: rule("- IF Distance < 1meter THEN StopMachine"),
    good,
    message: ({ written, near }) =>
      near.length === 0
        ? `\`${written}\` is no unit`
        : `\`${written}\` is no unit; did you mean ${listedNames(near, "or")}?`,
    fixes: ({ digits, near }, at) =>
      near.map((unit, index) => ({
        title: `write ${digits}${unit}`,
        edits: [{ span: at, newText: `${digits}${unit}` }],
        preferred: index === 0 && near.length === 1,
      })),
  }),

  separatedUnit: defineDiagnostic<{ joined: string }>({
    code: "OM2009",
    title: "space before a unit",
    severity: "error",
    adjustable: false,
    explanation: "A unit stands directly behind its number, without a space: `1m`, not `1 m`.",
    bad: rule("- IF Distance < 1 m THEN StopMachine"),
    good,
    message: ({ joined }) => `a unit stands directly behind its number: \`${joined}\``,
    fixes: ({ joined }, at) => [replaceFix(`write ${joined}`, at, joined)],
  }),

  chainedComparison: defineDiagnostic<{
    rewritten: { readonly text: string; readonly exact: boolean } | null;
  }>({
    code: "OM2012",
    title: "chained comparison",
    severity: "error",
    adjustable: false,
    explanation:
      "`a < b < c` does not say what it seems to: a comparison gives true or false, and that is not compared again. Write `b BETWEEN a AND c`, which includes both ends, or two comparisons with AND.",
    bad: rule("- IF 0m <= Distance <= 1m THEN StopMachine"),
    good: rule("- IF Distance BETWEEN 0m AND 1m THEN StopMachine UNKNOWN StopMachine"),
    message: ({ rewritten }) => {
      if (rewritten === null) return "comparisons do not chain; join two with AND";
      const ends = rewritten.exact ? "" : " (both ends included)";
      return `comparisons do not chain; write \`${rewritten.text}\`${ends}`;
    },
    fixes: ({ rewritten }, at) =>
      rewritten === null
        ? []
        : [{ ...replaceFix("write BETWEEN", at, rewritten.text), preferred: rewritten.exact }],
  }),

  actionsJoinedByAnd: defineDiagnostic({
    code: "OM2013",
    title: "actions joined by AND",
    severity: "error",
    adjustable: false,
    explanation:
      "AND joins conditions. Actions are taken one after the other and stand with commas between them.",
    bad: rule("- IF Distance < 1m THEN StopMachine AND SoundAlarm"),
    good: rule("- IF Distance < 1m THEN StopMachine, SoundAlarm UNKNOWN StopMachine"),
    message: () => "actions are joined by commas; AND joins conditions",
    fixes: (_, at) => [replaceFix("write a comma", at, ",")],
  }),

  reservedName: defineDiagnostic<{ word: string }>({
    code: "OM2014",
    title: "reserved word as a name",
    severity: "error",
    adjustable: false,
    explanation:
      "IF, THEN, ELSE, AND, OR, NOT, IN, FOR, WHILE, MATCH, LET, SET, TRUE, FALSE and NULL are no names, in whatever case, and neither is UNKNOWN in capitals. Backticks make a name of any word: `` `Set` ``.",
    bad: samplePolicy({ context: ["- Distance: <m>", "- Set: <number>"] }),
    good: samplePolicy({ context: ["- Distance: <m>", "- `Set`: <number>"] }),
    message: ({ word }) => `\`${word}\` is a reserved word; as a name it stands in backticks`,
    fixes: ({ word }, at) => [replaceFix("put it in backticks", at, `\`${word}\``)],
  }),

  looseClause: defineDiagnostic<{ clause: string }>({
    code: "OM2016",
    title: "clause without its rule",
    severity: "error",
    adjustable: false,
    explanation:
      "THEN, ELSE and UNKNOWN continue the rule before them, in that order and each once. On a line of its own a clause joins the IF that stands at its level, or left of it.",
    bad: rule("- IF Distance < 1m THEN StopMachine ELSE Warn ELSE Log"),
    good: rule("- IF Distance < 1m THEN StopMachine ELSE Warn UNKNOWN Log"),
    message: ({ clause }) =>
      `this \`${clause}\` continues no rule: the one before it has no place for it`,
  }),

  ruleWithoutDash: defineDiagnostic({
    code: "OM2017",
    title: "rule without a dash",
    severity: "error",
    adjustable: false,
    explanation:
      "Each item begins with `-`; a line without it continues the item before. Inside braces the dash may be left out.",
    bad: rule("- IF Distance < 1m THEN StopMachine", "IF Distance < 2m THEN Warn"),
    good: rule(
      "- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
      "- IF Distance < 2m THEN Warn UNKNOWN Warn",
    ),
    message: () => "a rule begins with `-`; without it, this line continues the rule before",
    fixes: (_, at) => [insertFix("begin an item with `-`", at.start, "- ")],
  }),

  labelWithoutUse: defineDiagnostic<{ keyword: string }>({
    code: "OM2018",
    title: "label on what has no name",
    severity: "error",
    adjustable: false,
    explanation:
      "A label names a rule that takes actions, for decisions and TRACE to refer to. LET and SET take none, and FAILSAFE is always called `failsafe`.",
    bad: rule("- Near: LET near = Distance < 1m", "- IF near THEN StopMachine UNKNOWN StopMachine"),
    good: rule("- LET near = Distance < 1m", "- IF near THEN StopMachine UNKNOWN StopMachine"),
    message: ({ keyword }) => `${keyword.toUpperCase()} takes no label`,
    fixes: (_, at) => [replaceFix("remove the label", at, "")],
  }),

  parenthesesNeeded: defineDiagnostic<{ what: string }>({
    code: "OM2019",
    title: "parentheses needed",
    severity: "error",
    adjustable: false,
    explanation:
      "NOT and quantifiers bind more loosely than comparisons and arithmetic, and a value chosen by IF has no visible end. Where one of them is an operand it stands in parentheses, so that nobody has to know the order of precedence.",
    bad: rule("- LET limit = IF Distance < 1m THEN 1 ELSE 2", "- IF limit == 1 THEN StopMachine"),
    good: rule(
      "- LET limit = (IF Distance < 1m THEN 1 ELSE 2)",
      "- IF limit == 1 THEN StopMachine",
    ),
    message: ({ what }) => `${what} stands in parentheses here`,
    fixes: (_, at: Span) => [
      {
        title: "put it in parentheses",
        edits: [
          { span: { start: at.start, end: at.start }, newText: "(" },
          { span: { start: at.end, end: at.end }, newText: ")" },
        ],
        preferred: true,
      },
    ],
  }),

  unknownAsValue: defineDiagnostic<{ behindIs: boolean }>({
    code: "OM2020",
    title: "UNKNOWN as a value",
    severity: "error",
    adjustable: false,
    explanation:
      "UNKNOWN is the clause of a rule that says what happens when its condition cannot be decided. To ask whether something is known, write `Distance IS KNOWN` or `Distance IS MISSING`.",
    bad: rule("- IF Distance == UNKNOWN THEN StopMachine"),
    good: rule("- IF Distance IS MISSING THEN StopMachine"),
    message: () => "UNKNOWN is no value; ask with `IS KNOWN` or `IS MISSING`",
    fixes: ({ behindIs }, at) => (behindIs ? [replaceFix("write MISSING", at, "MISSING")] : []),
  }),

  unquotedText: defineDiagnostic<{ written: string }>({
    code: "OM2021",
    title: "text without quotes",
    severity: "error",
    adjustable: false,
    explanation: "Paths and text values stand in double quotes; without them a word is a name.",
    bad: samplePolicy({
      examples: ["EXAMPLE night:\n- GIVEN Distance = far\n- EXPECT NOTHING"],
    }),
    good: samplePolicy({
      examples: ['EXAMPLE night:\n- GIVEN Distance = "3m"\n- EXPECT NOTHING'],
    }),
    message: ({ written }) => `\`${written}\` is text and stands in quotes`,
    fixes: ({ written }, at) => [replaceFix("put it in quotes", at, JSON.stringify(written))],
  }),

  attributeWithoutColon: defineDiagnostic<{ written: string }>({
    code: "OM2022",
    title: "attribute without a colon",
    severity: "error",
    adjustable: false,
    explanation: "An item of CONTEXT is a label, a colon and a value: `- Distance: <m>`.",
    bad: samplePolicy({ context: ["- Distance <m>"] }),
    good,
    message: () => "expected a label, a colon and a value, as in `Distance: <m>`",
    fixes: ({ written }, at) => {
      const [whole = "", label = ""] =
        /^([a-z_\u0080-\uffff][\w\u0080-\uffff]*)(?:\s*=|(?=\s))/i.exec(written) ?? [];
      const { start } = at;
      const span = { start: start + label.length, end: start + whole.length };
      return label === "" ? [] : [replaceFix("write a colon", span, ":")];
    },
  }),

  notAQuantity: defineDiagnostic<{ digits: string; written: string; near: readonly string[] }>({
    code: "OM2023",
    title: "value that is no quantity",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "A value is a quantity only if the unit is known and stands directly behind the number. Otherwise it is prose, and a rule cannot compare it with a quantity.",
    bad: samplePolicy({ context: ["- Distance: <m>", "- Limit: 5metres"] }),
    good: samplePolicy({ context: ["- Distance: <m>", "- Limit: 5m"] }),
    message: ({ written, near }) =>
      near[0] === written
        ? `this is prose; a unit stands directly behind its number`
        : `this is prose: \`${written}\` is no unit${near.length === 0 ? "" : `; did you mean ${listedNames(near, "or")}?`}`,
    fixes: ({ digits, near }, at) =>
      near.map((unit) => ({
        title: `write ${digits}${unit}`,
        edits: [{ span: at, newText: `${digits}${unit}` }],
        preferred: false,
      })),
  }),

  notAType: defineDiagnostic<{ expected: string; near: readonly string[] }>({
    code: "OM2024",
    title: "value that is no type",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      'A value that begins with `<` looks like a type, but not all of it reads as one, so it is prose. Types are `<number>`, `<integer>`, `<boolean>`, `<text>`, `<time>`, a unit `<km/h>`, a range `<0..100 %>`, an enumeration `<"auto" | "manual">`, a list `<[m]>`, a record `<{ name: text }>`, and a difference `<delta C>`; `?` makes one optional, `FRESH 5s` asks for a recent reading, `= 5m` behind the `>` gives a default.',
    bad: samplePolicy({ context: ["- Distance: <m"] }),
    good,
    message: ({ expected, near }) =>
      `this is prose, not a type: expected ${expected}${near.length === 0 ? "" : `; did you mean ${listedNames(near, "or")}?`}`,
    fixes: ({ near }, at) =>
      near.map((unit) => ({
        title: `write ${unit}`,
        edits: [{ span: at, newText: unit }],
        preferred: false,
      })),
  }),

  assignmentAsAction: defineDiagnostic({
    code: "OM2030",
    title: "assignment as an action",
    severity: "error",
    adjustable: false,
    explanation:
      "Actions are names that the host carries out; a rule changes nothing by itself. Give the action the value as an argument, `SetFanStatus(1)`. Within a policy, LET names a value and SET, a rule of its own, changes it.",
    bad: rule("- IF Distance < 1m THEN FanStatus = 1"),
    good: rule("- IF Distance < 1m THEN SetFanStatus(1) UNKNOWN StopMachine"),
    message: () => "an action assigns nothing; give it the value as an argument, `SetFanStatus(1)`",
  }),
} as const;

export const syntaxDiagnostics = { ...readingDiagnostics, ...characterDiagnostics } as const;

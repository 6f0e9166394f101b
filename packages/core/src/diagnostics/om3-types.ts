// OM3, second part: kinds of values and what may be done with them. Registered by om3-names-types-units.ts.
import type { Span } from "../source/span.ts";
import { defineDiagnostic, replaceFix } from "./diagnostic.ts";
import { didYouMean, replacementFixes } from "./om3-names.ts";
import { samplePolicy } from "./sample-policy.ts";

export const conditionNotBoolean = defineDiagnostic<{ text: string; found: string }>({
  code: "OM3030",
  title: "condition that is not true or false",
  severity: "error",
  adjustable: false,
  explanation:
    "A condition, an operand of AND, OR and NOT, and what SATISFIES tests are true or false. Numbers and texts are neither: compare them with something.",
  bad: samplePolicy({ rule: ["- IF Distance THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF Distance > 0m THEN StopMachine UNKNOWN StopMachine"] }),
  message: ({ text, found }) =>
    `a condition is true or false, \`${text}\` is ${found}; compare it with something`,
});

export const kindsDiffer = defineDiagnostic<{
  left: string;
  leftType: string;
  right: string;
  rightType: string;
}>({
  code: "OM3031",
  title: "values of different kinds compared",
  severity: "error",
  adjustable: false,
  explanation:
    "Nothing converts between kinds by itself: a number never equals a text, nor a text a truth value. Both sides of a comparison are of one kind.",
  bad: samplePolicy({ rule: ['- IF Distance == "near" THEN StopMachine'] }),
  good: samplePolicy({ rule: ["- IF Distance == 0m THEN StopMachine UNKNOWN StopMachine"] }),
  message: ({ left, leftType, right, rightType }) =>
    `\`${left}\` is ${leftType} and \`${right}\` is ${rightType}: values of different kinds never compare`,
});

export const comparedWithNull = defineDiagnostic<{ subject: string | null; negated: boolean }>({
  code: "OM3032",
  title: "null in an expression",
  severity: "error",
  adjustable: false,
  explanation:
    "What is absent is *unknown*, and unknown equals nothing, not even itself: `== null` would never be true. `IS MISSING` and `IS KNOWN` ask whether there is a usable value, and are never unknown themselves.",
  bad: samplePolicy({ rule: ["- IF Distance == null THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF Distance IS MISSING THEN StopMachine"] }),
  message: ({ subject, negated }) =>
    subject === null
      ? "null stands for no value and cannot be computed with; ask with IS MISSING or IS KNOWN"
      : `nothing is ever equal to null; write \`${subject} IS ${negated ? "KNOWN" : "MISSING"}\``,
  fixes: ({ subject, negated }, at) =>
    subject === null
      ? []
      : [replaceFix("ask with IS", at, `${subject} IS ${negated ? "KNOWN" : "MISSING"}`)],
});

export const notOrdered = defineDiagnostic<{ operator: string; found: string; text: string }>({
  code: "OM3033",
  title: "order of values that have none",
  severity: "error",
  adjustable: false,
  explanation:
    "`<`, `<=`, `>`, `>=` and BETWEEN order numbers and times. Texts, truth values, lists and records have no order here: alphabetical order depends on language, and a policy must not.",
  bad: samplePolicy({ context: ["- Mode: <text>"], rule: ['- IF Mode < "b" THEN StopMachine'] }),
  good: samplePolicy({ context: ["- Mode: <text>"], rule: ['- IF Mode == "b" THEN StopMachine'] }),
  message: ({ operator, found, text }) =>
    `${operator} orders numbers and times, \`${text}\` is ${found}; compare it with == or IN`,
});

export const notAMember = defineDiagnostic<{
  value: string;
  of: string;
  values: readonly string[];
  suggestions: readonly string[];
}>({
  code: "OM3034",
  title: "text that the enumeration does not have",
  severity: "error",
  adjustable: false,
  explanation:
    "CONTEXT lists the texts an enumeration can take. A comparison with any other text is never true, whatever the input.",
  bad: samplePolicy({
    context: ['- Mode: <"auto" | "manual">'],
    rule: ['- IF Mode == "automatic" THEN StopMachine'],
  }),
  good: samplePolicy({
    context: ['- Mode: <"auto" | "manual">'],
    rule: ['- IF Mode == "auto" THEN StopMachine'],
  }),
  message: ({ value, of, values, suggestions }) =>
    suggestions.length > 0
      ? `\`${of}\` is never \`"${value}"\`${didYouMean(suggestions.map((name) => `"${name}"`))}`
      : `\`${of}\` is never \`"${value}"\`; it is one of ${values.map((name) => `\`"${name}"\``).join(", ")}`,
  fixes: ({ suggestions }, at) =>
    replacementFixes(suggestions, [at], (name) => JSON.stringify(name)),
});

export const arithmeticOnOthers = defineDiagnostic<{
  operator: string;
  text: string;
  found: string;
}>({
  code: "OM3035",
  title: "arithmetic with something that is no number",
  severity: "error",
  adjustable: false,
  explanation:
    "`+ - * / MOD` compute with numbers and quantities; times take a duration, or another time to subtract. Texts are joined with `std::string::join`.",
  bad: samplePolicy({ context: ["- Mode: <text>"], rule: ["- IF Mode + 1 > 2 THEN StopMachine"] }),
  good: samplePolicy({
    context: ["- Mode: <number>"],
    rule: ["- IF Mode + 1 > 2 THEN StopMachine"],
  }),
  message: ({ operator, text, found }) =>
    `${operator} computes with numbers, \`${text}\` is ${found}${
      operator === "+" && found === "text" ? "; `std::string::join` joins texts" : ""
    }`,
});

export const notAList = defineDiagnostic<{ text: string; found: string; wanted: string }>({
  code: "OM3036",
  title: "list expected",
  severity: "error",
  adjustable: false,
  explanation: "FOR, ANY, ALL, NONE and the right side of IN go over the members of a list.",
  bad: samplePolicy({ rule: ["- FOR d IN Distance { - IF d < 1m THEN StopMachine }"] }),
  good: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- FOR d IN Distances { - IF d < 1m THEN StopMachine UNKNOWN StopMachine }"],
  }),
  message: ({ text, found, wanted }) => `${wanted} takes a list, \`${text}\` is ${found}`,
});

export const noSuchPart = defineDiagnostic<{
  text: string;
  found: string;
  asked: "field" | "index" | "key";
  /** The first member's field, where a list was asked for one. */
  member: string | null;
}>({
  code: "OM3037",
  title: "field or index of something that has none",
  severity: "error",
  adjustable: false,
  explanation:
    "`a.name` and `a[\"key\"]` read a record's field, `a[0]` a list's member, counted from 0. Other values have no parts.",
  bad: samplePolicy({ rule: ["- IF Distance.value < 1m THEN StopMachine"] }),
  good: samplePolicy({}),
  message: ({ text, found, asked, member }) => {
    switch (asked) {
      case "field":
        return `\`${text}\` is ${found} and has no fields${
          member === null ? "" : `; read a member's, as in \`${member}\`, or go over them with FOR`
        }`;
      case "index":
        return `\`${text}\` is ${found}; only lists are indexed by number`;
      case "key":
        return `an index is a whole number from 0 or a text, \`${text}\` is ${found}`;
    }
  },
});

export const notATime = defineDiagnostic<{ value: string }>({
  code: "OM3038",
  title: "text that is no ISO 8601 time",
  severity: "error",
  adjustable: false,
  explanation:
    "Beside a time, a text literal is a time literal: an ISO 8601 date, or date and time with `Z` or an offset such as `+07:00` (which the document's TimeZone may supply).",
  bad: samplePolicy({
    context: ["- Started: <time>"],
    rule: ['- IF Started < "1 May 2026" THEN StopMachine'],
  }),
  good: samplePolicy({
    context: ["- Started: <time>"],
    rule: ['- IF Started < "2026-05-01T00:00:00Z" THEN StopMachine'],
  }),
  message: ({ value }) =>
    `\`"${value}"\` is no ISO 8601 time with an offset; write it like \`"2026-05-01T08:00:00Z"\``,
});

export const notText = defineDiagnostic<{
  operator: string;
  text: string;
  found: string;
  wanted: string;
}>({
  code: "OM3039",
  title: "text operator on something else",
  severity: "error",
  adjustable: false,
  explanation:
    "STARTS WITH, ENDS WITH and MATCHES test texts; CONTAINS looks for a text in a text, or for a member in a list.",
  bad: samplePolicy({ rule: ['- IF Distance STARTS WITH "1" THEN StopMachine'] }),
  good: samplePolicy({
    context: ["- Zone: <text>"],
    rule: ['- IF Zone STARTS WITH "1" THEN StopMachine'],
  }),
  message: ({ operator, text, found, wanted }) =>
    `${operator} takes ${wanted} here, \`${text}\` is ${found}`,
});

export const offsetNeeded = defineDiagnostic<{ name: string }>({
  code: "OM3040",
  title: "clock function without an offset",
  severity: "error",
  adjustable: false,
  explanation:
    "The hour, the weekday and the date depend on where one stands. Give the function an offset, or the document a `TimeZone: +07:00` in CONTEXT. There is no time-zone database: offsets are fixed.",
  bad: samplePolicy({ rule: ["- IF std::time::hour() > 20 THEN StopMachine"] }),
  good: samplePolicy({
    context: ["- TimeZone: +07:00"],
    rule: ["- IF std::time::hour() > 20 THEN StopMachine"],
  }),
  message: ({ name }) =>
    `\`${name}\` depends on the time zone; add \`- TimeZone: +07:00\` to CONTEXT or give it an offset`,
});

export const setChangesKind = defineDiagnostic<{ name: string; was: string; found: string }>({
  code: "OM3041",
  title: "SET to a value of another kind",
  severity: "error",
  adjustable: false,
  explanation:
    "A LET name keeps its kind and its dimension; SET gives it another value of the same.",
  bad: samplePolicy({
    rule: [
      "- LET limit = 1m",
      '- SET limit = "far"',
      "- IF Distance < limit THEN StopMachine UNKNOWN StopMachine",
    ],
  }),
  good: samplePolicy({
    rule: [
      "- LET limit = 1m",
      "- SET limit = 2m",
      "- IF Distance < limit THEN StopMachine UNKNOWN StopMachine",
    ],
  }),
  message: ({ name, was, found }) => `\`${name}\` was bound to ${was}, this is ${found}`,
});

export const patternDoesNotFit = defineDiagnostic<{
  pattern: string;
  found: string;
  subject: string;
  type: string;
}>({
  code: "OM3042",
  title: "pattern that cannot match",
  severity: "error",
  adjustable: false,
  explanation: "A pattern is a value, or a range, of the subject's own kind.",
  bad: samplePolicy({ rule: ['- MATCH Distance { "near" => StopMachine, _ => Continue }'] }),
  good: samplePolicy({ rule: ["- MATCH Distance { 0m..1m => StopMachine, _ => Continue }"] }),
  message: ({ pattern, found, subject, type }) =>
    `\`${pattern}\` is ${found}, \`${subject}\` is ${type}: the pattern never matches`,
});

export const branchesDiffer = defineDiagnostic<{ first: string; found: string; what: string }>({
  code: "OM3043",
  title: "values of different kinds side by side",
  severity: "error",
  adjustable: false,
  explanation:
    "The members of a list, the values of a MATCH or of `(IF … THEN … ELSE …)` are of one kind, so that what is done with them next holds for each.",
  bad: samplePolicy({ rule: ['- IF Distance IN [1m, "near"] THEN StopMachine'] }),
  good: samplePolicy({ rule: ["- IF Distance IN [1m, 2m] THEN StopMachine UNKNOWN StopMachine"] }),
  message: ({ first, found, what }) => `this is ${found}, and the ${what} before are each ${first}`,
});

export const invalidPattern = defineDiagnostic<{ problem: string }>({
  code: "OM3044",
  title: "regular expression that cannot be read",
  severity: "error",
  adjustable: false,
  explanation:
    "MATCHES takes a regular expression in RE2 syntax, which is searched in linear time: no look-around, no back-references.",
  bad: samplePolicy({
    context: ["- Zone: <text>"],
    rule: ['- IF Zone MATCHES "[A-" THEN StopMachine'],
  }),
  good: samplePolicy({
    context: ["- Zone: <text>"],
    rule: ['- IF Zone MATCHES "^[A-Z]" THEN StopMachine'],
  }),
  message: ({ problem }) => `the regular expression cannot be read: ${problem}`,
});

export const timeFirst = defineDiagnostic<{ fixed: string | null }>({
  code: "OM3046",
  title: "times added the wrong way",
  severity: "error",
  adjustable: false,
  explanation:
    "A time takes a duration (`Started + 5min`), and two times have a difference (`Finished - Started`). Two times cannot be added, and a duration has no time to be taken from.",
  bad: samplePolicy({
    context: ["- Started: <time>"],
    rule: ['- IF 5min + Started < "2026-05-01T00:00:00Z" THEN StopMachine'],
  }),
  good: samplePolicy({
    context: ["- Started: <time>"],
    rule: ['- IF Started + 5min < "2026-05-01T00:00:00Z" THEN StopMachine'],
  }),
  message: ({ fixed }) =>
    fixed === null
      ? "times can be subtracted, and a duration added to or taken from a time, nothing else"
      : `write the time first: \`${fixed}\``,
  fixes: ({ fixed }, at: Span) =>
    fixed === null ? [] : [replaceFix("write the time first", at, fixed)],
});

export const unknownState = defineDiagnostic<{ text: string }>({
  code: "OM3047",
  title: "IS asked of something that is no reading",
  severity: "warning",
  adjustable: true,
  explanation:
    "IS KNOWN and IS MISSING ask about something that can be absent: a path, or what is computed from one.",
  bad: samplePolicy({ rule: ["- IF 5m IS KNOWN THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF Distance IS KNOWN THEN StopMachine"] }),
  message: ({ text }) => `\`${text}\` is a literal and always known`,
});

export const types = [
  conditionNotBoolean,
  kindsDiffer,
  comparedWithNull,
  notOrdered,
  notAMember,
  arithmeticOnOthers,
  notAList,
  noSuchPart,
  notATime,
  notText,
  offsetNeeded,
  setChangesKind,
  patternDoesNotFit,
  branchesDiffer,
  invalidPattern,
  timeFirst,
  unknownState,
] as const;

// OM4, seventh part: single expressions that cannot mean what they say. Registered by om4-logic.ts.
import type { Span } from "../source/span.ts";
import { defineDiagnostic, replaceFix, type TextEdit } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

const rule = (line: string): string =>
  samplePolicy({
    context: ["- Distance: <m>", "- Speed: <m/s>", "- Zone: <text>"],
    rule: [line],
  });

export const expressionDiagnostics = {
  floatingEquality: defineDiagnostic<{
    computed: string;
    operator: string;
    left: string;
    right: string;
  }>({
    code: "OM4060",
    title: "computed number compared with ==",
    severity: "warning",
    adjustable: true,
    explanation:
      "Numbers are IEEE doubles, and arithmetic rounds: `0.1 + 0.2 == 0.3` is false. A reading may well equal a literal, " +
      "and whole numbers add exactly, but whether the result of a division or a mean equals something is left to chance. " +
      "Compare with a bound, or say how near is near enough: `abs(a - b) < 1mm`.",
    bad: rule("- IF Distance / Speed == 2s THEN StopMachine UNKNOWN StopMachine"),
    good: rule("- IF Distance / Speed <= 2s THEN StopMachine UNKNOWN StopMachine"),
    message: ({ computed, operator, left, right }) =>
      `\`${computed}\` is computed and may be off in its last digit, so ${operator} is left to chance; use \`<\` or \`>\`, or \`abs(${left} - ${right})\` with how near is enough`,
  }),
  selfComparison: defineDiagnostic<{ text: string; holds: boolean }>({
    code: "OM4061",
    title: "value compared with itself",
    severity: "warning",
    adjustable: true,
    explanation:
      "Both sides are the same, so the comparison says nothing about the input. One side most likely has the wrong name.",
    bad: rule("- IF Distance < Distance THEN StopMachine UNKNOWN StopMachine"),
    good: rule("- IF Distance < 2m THEN StopMachine UNKNOWN StopMachine"),
    message: ({ text, holds }) =>
      `\`${text}\` compares a value with itself: it is ${holds ? "true" : "false"} whenever the value is known`,
  }),
  needlessNegation: defineDiagnostic<{ text: string; plain: string; writable: boolean }>({
    code: "OM4062",
    title: "NOT before a comparison",
    severity: "info",
    adjustable: true,
    explanation:
      "`NOT Distance < 1m` and `Distance >= 1m` are true, false and unknown for the same inputs; the second is easier to " +
      "read, and nobody has to know how tightly NOT binds.",
    bad: rule("- IF NOT Distance < 1m THEN Run UNKNOWN StopMachine"),
    good: rule("- IF Distance >= 1m THEN Run UNKNOWN StopMachine"),
    message: ({ text, plain }) => `\`NOT ${text}\` is \`${plain}\``,
    fixes: ({ plain, writable }, at) =>
      writable ? [replaceFix(`write \`${plain}\``, at, plain)] : [],
  }),
  betweenReversed: defineDiagnostic<{
    value: string;
    low: string;
    high: string;
    swapped: readonly TextEdit[];
  }>({
    code: "OM4063",
    title: "BETWEEN with its ends swapped",
    severity: "warning",
    adjustable: true,
    explanation:
      "`x BETWEEN a AND b` is `x >= a AND x <= b`. With the greater end first it is never true.",
    bad: rule("- IF Distance BETWEEN 5m AND 1m THEN SlowDown UNKNOWN StopMachine"),
    good: rule("- IF Distance BETWEEN 1m AND 5m THEN SlowDown UNKNOWN StopMachine"),
    message: ({ value, low, high }) =>
      `no \`${value}\` lies between \`${low}\` and \`${high}\`; the lower end comes first`,
    fixes: ({ low, high, swapped }) => [
      { title: `write \`BETWEEN ${high} AND ${low}\``, edits: swapped, preferred: true },
    ],
  }),
  divisionByZero: defineDiagnostic<{ text: string }>({
    code: "OM4064",
    title: "division by zero",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "Dividing by zero gives no number: the result is always unknown, and so is every condition that needs it.",
    bad: rule("- IF Distance / 0 > 1m THEN StopMachine UNKNOWN StopMachine"),
    good: rule("- IF Distance / 2 > 1m THEN StopMachine UNKNOWN StopMachine"),
    message: ({ text }) => `\`${text}\` divides by zero, so it is always unknown`,
  }),
  emptyList: defineDiagnostic<{ what: string; meaning: string }>({
    code: "OM4065",
    title: "empty list",
    severity: "warning",
    adjustable: true,
    explanation:
      "There is nothing to go over or to look in: FOR never turns, ANY and IN are never true, ALL, NONE and NOT IN always " +
      "are.",
    bad: rule("- IF Zone IN [] THEN StopMachine UNKNOWN StopMachine"),
    good: rule('- IF Zone IN ["press", "saw"] THEN StopMachine UNKNOWN StopMachine'),
    message: ({ what, meaning }) => `${what} over an empty list: ${meaning}`,
  }),
  memberTwice: defineDiagnostic<{ text: string; removed: Span }>({
    code: "OM4066",
    title: "member listed twice",
    severity: "warning",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "IN asks whether a value is in the list; a member that stands there twice adds nothing. Another one may have been meant.",
    bad: rule('- IF Zone IN ["press", "saw", "press"] THEN StopMachine UNKNOWN StopMachine'),
    good: rule('- IF Zone IN ["press", "saw"] THEN StopMachine UNKNOWN StopMachine'),
    message: ({ text }) => `\`${text}\` stands in this list already`,
    fixes: ({ text, removed }) => [
      {
        title: `remove the second \`${text}\``,
        edits: [{ span: removed, newText: "" }],
        preferred: true,
      },
    ],
  }),
  mixedAndOr: defineDiagnostic<{ text: string }>({
    code: "OM4067",
    title: "AND and OR side by side",
    severity: "info",
    adjustable: true,
    explanation:
      "AND binds tighter than OR: `a OR b AND c` is `a OR (b AND c)`. Not every reader of a policy knows, so parentheses " +
      "say what is meant.",
    bad: rule(
      '- IF Distance < 1m OR Zone == "press" AND Speed > 2m/s THEN StopMachine UNKNOWN StopMachine',
    ),
    good: rule(
      '- IF Distance < 1m OR (Zone == "press" AND Speed > 2m/s) THEN StopMachine UNKNOWN StopMachine',
    ),
    message: ({ text }) =>
      `AND binds tighter than OR; put \`${text}\` in parentheses so that nobody has to know`,
    fixes: (_parameters, at) => [
      {
        title: "add parentheses",
        edits: [
          { span: { start: at.start, end: at.start }, newText: "(" },
          { span: { start: at.end, end: at.end }, newText: ")" },
        ],
        preferred: true,
      },
    ],
  }),
};

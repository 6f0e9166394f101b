// OM4, second part: branches, arms and clauses that nothing reaches. Registered by om4-logic.ts.
import { defineDiagnostic, replaceFix } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { samplePolicy } from "./sample-policy.ts";

const temperature = (...rule: readonly string[]): string =>
  samplePolicy({ context: ["- Temperature: <C>"], rule });

const mode = (...rule: readonly string[]): string =>
  samplePolicy({ context: ['- Mode: <"auto" | "manual" | "off">'], rule });

export const branchDiagnostics = {
  branchNeverReached: defineDiagnostic<{ text: string; taker: string | null }>({
    code: "OM4010",
    title: "branch that is never reached",
    severity: "warning",
    adjustable: true,
    explanation:
      "The branches of an IF are tried in order and the first that holds is taken. Wherever this one would hold, an " +
      "earlier one holds already. Put the narrower condition first.",
    bad: temperature(
      "- IF Temperature > 40C THEN CoolDown ELSE IF Temperature > 60C THEN StopMachine UNKNOWN StopMachine",
    ),
    good: temperature(
      "- IF Temperature > 60C THEN StopMachine ELSE IF Temperature > 40C THEN CoolDown UNKNOWN StopMachine",
    ),
    message: ({ text, taker }) =>
      `this branch is never reached: wherever \`${text}\` holds, ${
        taker === null ? "an earlier branch" : `\`${taker}\``
      } is taken before it`,
  }),
  restNeverReached: defineDiagnostic<{ what: string }>({
    code: "OM4011",
    title: "ELSE or `_` that is never reached",
    severity: "warning",
    adjustable: true,
    explanation:
      "`ELSE` and `_` mean *known, and otherwise*. Here the branches before them already answer every value, so they " +
      "are never taken, and they do not catch missing data either: that is what `UNKNOWN` is for.",
    bad: temperature(
      "- IF Temperature > 40C THEN CoolDown ELSE IF Temperature <= 40C THEN Run ELSE StopMachine",
    ),
    good: temperature("- IF Temperature > 40C THEN CoolDown ELSE Run UNKNOWN StopMachine"),
    message: ({ what }) =>
      `${what} is never reached, what stands before it answers every value; for missing data write UNKNOWN`,
  }),
  unknownNeverRuns: defineDiagnostic({
    code: "OM4012",
    title: "UNKNOWN that never runs",
    severity: "warning",
    adjustable: true,
    explanation:
      "`IS KNOWN` and `IS MISSING` are never unknown themselves: they answer true or false, and `Distance IS KNOWN AND " +
      "Distance < 1m` is false where the reading is missing. A rule that asks nothing else never runs its UNKNOWN clause: " +
      "what it was to do belongs into ELSE, or into a rule for `IS MISSING`.",
    bad: samplePolicy({
      rule: ["- IF Distance IS MISSING THEN StopMachine UNKNOWN CallOperator"],
    }),
    good: samplePolicy({ rule: ["- IF Distance IS MISSING THEN StopMachine, CallOperator"] }),
    message: () =>
      "this UNKNOWN never runs: with IS KNOWN or IS MISSING the condition is true or false, whatever is missing",
  }),
  armNeverReached: defineDiagnostic<{ text: string; taker: string | null; whole: boolean }>({
    code: "OM4013",
    title: "arm that is never reached",
    severity: "warning",
    adjustable: true,
    explanation:
      "The arms of a MATCH are tried in order and the first that fits is taken. Whatever fits this pattern, an arm " +
      "before it takes already, or the subject never has such a value. Put narrow patterns before wide ones, and `_` " +
      "last.",
    bad: temperature(
      "- MATCH Temperature { 0C..60C => Run, 40C..60C => CoolDown, _ => StopMachine }",
    ),
    good: temperature(
      "- MATCH Temperature { 40C..60C => CoolDown, 0C..60C => Run, _ => StopMachine }",
    ),
    message: ({ text, taker, whole }) =>
      `${whole ? "the arm" : "the alternative"} \`${text}\` is never reached: ${
        taker === null ? "no value is left for it" : `\`${taker}\` takes whatever fits it`
      }`,
  }),
  valuesWithoutArm: defineDiagnostic<{
    subject: string;
    values: readonly string[];
    isValue: boolean;
  }>({
    code: "OM4014",
    title: "values that no arm names",
    severity: "info",
    adjustable: true,
    explanation:
      "CONTEXT lists the values that the subject can have, and some of them fit no arm. A MATCH rule then does nothing; " +
      "a MATCH that gives a value is unknown. Name them, or say with `_` that the rest is treated alike.",
    bad: mode('- MATCH Mode { "auto" => Run, "manual" => SlowDown }'),
    good: mode('- MATCH Mode { "auto" => Run, "manual" => SlowDown, "off" => StopMachine }'),
    message: ({ subject, values, isValue }) =>
      `no arm answers when \`${subject}\` is ${listedNames(values, "or")}: ${
        isValue ? "the value is then unknown" : "nothing is then done"
      }; name it or add \`_\``,
  }),
  reversedRange: defineDiagnostic<{ from: string; to: string }>({
    code: "OM4015",
    title: "range pattern that ends before it begins",
    severity: "warning",
    adjustable: true,
    explanation:
      "A range runs from its least to its greatest value, both included. This one holds nothing.",
    bad: temperature("- MATCH Temperature { 60C..40C => CoolDown, _ => Run }"),
    good: temperature("- MATCH Temperature { 40C..60C => CoolDown, _ => Run }"),
    message: ({ from, to }) => `no value lies in \`${from}..${to}\`; the lower end comes first`,
    fixes: ({ from, to }, at) => [replaceFix(`write \`${to}..${from}\``, at, `${to}..${from}`)],
  }),
};

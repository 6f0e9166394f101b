// OM4, first part: conditions that decide nothing. Registered by om4-logic.ts.
import { defineDiagnostic, type TextEdit } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { samplePolicy } from "./sample-policy.ts";

const temperature = (rule: string): string =>
  samplePolicy({ context: ["- Temperature: <C>"], rule: [rule] });

export const conditionDiagnostics = {
  alwaysTrue: defineDiagnostic<{
    text: string;
    /** What has to be known for it to be true. */
    subjects: readonly string[];
    because: string;
  }>({
    code: "OM4001",
    title: "condition that is always true",
    severity: "warning",
    adjustable: true,
    explanation:
      "Whatever the input says, this condition holds as soon as its data are known, so it decides nothing. Often an AND " +
      "was meant where OR is written, a bound lies outside the range that CONTEXT declares, or a unit is not the one in " +
      "mind.\n\nData that are missing leave a condition *unknown*, not false: to act on that, write `UNKNOWN`, or ask " +
      "with `IS KNOWN` and `IS MISSING`.",
    bad: temperature(
      "- IF Temperature < 50C OR Temperature > 40C THEN StopMachine UNKNOWN StopMachine",
    ),
    good: temperature(
      "- IF Temperature < 40C OR Temperature > 50C THEN StopMachine UNKNOWN StopMachine",
    ),
    message: ({ text, subjects, because }) =>
      `\`${text}\` is ${
        subjects.length === 0 ? "always true" : `true whenever ${isOrAre(subjects)} known`
      }${because === "" ? "" : `: ${because}`}, so it decides nothing`,
  }),
  neverTrue: defineDiagnostic<{ text: string; because: string; consequence: string }>({
    code: "OM4002",
    title: "condition that is never true",
    severity: "warning",
    adjustable: true,
    explanation:
      "No input makes this condition true, so what it guards never happens. Often an OR was meant where AND is written, " +
      "a bound lies outside the range that CONTEXT declares, or a unit is not the one in mind.",
    bad: temperature("- IF Temperature < 0C AND Temperature > 10C THEN Heat UNKNOWN Heat"),
    good: temperature("- IF Temperature < 0C OR Temperature > 10C THEN Heat UNKNOWN Heat"),
    message: ({ text, because, consequence }) =>
      `\`${text}\` is never true${because === "" ? "" : `: ${because}`}${
        consequence === "" ? "" : `${because === "" ? "," : ";"} so ${consequence}`
      }`,
  }),
  redundantPart: defineDiagnostic<{
    text: string;
    /** The part that says it already, where a single one does. */
    sayer: string | null;
    operator: "AND" | "OR";
    rewrite: TextEdit | null;
  }>({
    code: "OM4004",
    title: "part of a condition that adds nothing",
    severity: "warning",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "With this part and without it the condition is true, false and unknown for the same inputs: another part of the " +
      "chain says it already. Either it can go, or it was meant to say something else.",
    bad: temperature(
      "- IF Temperature > 50C AND Temperature > 40C THEN StopMachine UNKNOWN StopMachine",
    ),
    good: temperature("- IF Temperature > 50C THEN StopMachine UNKNOWN StopMachine"),
    message: ({ text, sayer, operator }) => {
      const reason =
        sayer === null
          ? "the other parts decide it already"
          : sayer === text
            ? "it stands in the condition twice"
            : operator === "AND"
              ? `it holds wherever \`${sayer}\` does`
              : `\`${sayer}\` holds wherever it does`;
      return `\`${text}\` adds nothing: ${reason}`;
    },
    fixes: ({ text, rewrite }) =>
      rewrite === null ? [] : [{ title: `remove \`${text}\``, edits: [rewrite], preferred: true }],
  }),
};

function isOrAre(subjects: readonly string[]): string {
  return `${listedNames(subjects)} ${subjects.length === 1 ? "is" : "are"}`;
}

// OM4, third part: rules, branches and actions that repeat others. Registered by om4-logic.ts.
import type { Span } from "../source/span.ts";
import { defineDiagnostic } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

const temperature = (...rule: readonly string[]): string =>
  samplePolicy({ context: ["- Temperature: <C>"], rule });

export const ruleDiagnostics = {
  duplicateRule: defineDiagnostic<{ other: string }>({
    code: "OM4020",
    title: "rule that stands in the document twice",
    severity: "warning",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "All rules run, so a rule that stands there twice takes its actions twice. Remove one, or let it say what it was " +
      "meant to say.",
    bad: temperature(
      "- Hot: IF Temperature > 60C THEN StopMachine UNKNOWN StopMachine",
      "- TooHot: IF Temperature > 60C THEN StopMachine UNKNOWN StopMachine",
    ),
    good: temperature("- Hot: IF Temperature > 60C THEN StopMachine UNKNOWN StopMachine"),
    message: ({ other }) => `this rule repeats \`${other}\`, so its actions are taken twice`,
  }),
  shadowedRule: defineDiagnostic<{ other: string }>({
    code: "OM4021",
    title: "rule in the shadow of another",
    severity: "warning",
    adjustable: true,
    explanation:
      "Whenever this rule fires, another one has taken the same actions on a weaker condition: the decision only lists " +
      "them once more. Perhaps a stronger action was meant for the stronger condition.",
    bad: temperature(
      "- Warm: IF Temperature > 40C THEN CoolDown UNKNOWN CoolDown",
      "- Hot: IF Temperature > 60C THEN CoolDown",
    ),
    good: temperature(
      "- Warm: IF Temperature > 40C THEN CoolDown UNKNOWN CoolDown",
      "- Hot: IF Temperature > 60C THEN StopMachine",
    ),
    message: ({ other }) =>
      `this rule adds nothing: whenever it fires, \`${other}\` takes the same actions`,
  }),
  branchesAlike: defineDiagnostic<{ what: string }>({
    code: "OM4022",
    title: "choice that makes no difference",
    severity: "warning",
    adjustable: true,
    explanation:
      "The branches lead to the same actions, so the condition between them decides nothing. One of them was most " +
      "likely copied and not changed.",
    bad: temperature(
      "- IF Temperature > 60C THEN StopMachine ELSE StopMachine UNKNOWN CallOperator",
    ),
    good: temperature("- IF Temperature > 60C THEN StopMachine ELSE Run UNKNOWN CallOperator"),
    message: ({ what }) =>
      `${what} take the same actions, so the choice between them makes no difference`,
  }),
  actionTwice: defineDiagnostic<{ action: string; removed: Span }>({
    code: "OM4023",
    title: "action listed twice",
    severity: "warning",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "A decision keeps duplicates: the same action with the same arguments twice in one list is taken twice.",
    bad: temperature("- IF Temperature > 60C THEN StopMachine, StopMachine UNKNOWN StopMachine"),
    good: temperature("- IF Temperature > 60C THEN StopMachine, CallOperator UNKNOWN StopMachine"),
    message: ({ action }) => `\`${action}\` stands in this list already, so it is taken twice`,
    fixes: ({ action, removed }) => [
      {
        title: `remove the second \`${action}\``,
        edits: [{ span: removed, newText: "" }],
        preferred: false,
      },
    ],
  }),
};

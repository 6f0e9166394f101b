// OM4, fourth part: rules against constraints and constraints against each other. Registered by om4-logic.ts.
import { defineDiagnostic } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

const temperature = (rule: readonly string[], ...constraint: readonly string[]): string =>
  samplePolicy({ context: ["- Temperature: <C>"], rule, constraint });

export const constraintDiagnostics = {
  forbiddenTogether: defineDiagnostic<{ name: string; partner: string; rule: string; id: string }>({
    code: "OM4030",
    title: "rules that contradict each other",
    severity: "warning",
    adjustable: true,
    explanation:
      "A NEVER clause forbids two actions together, and rules take both on conditions of which one implies the other: " +
      "wherever the narrower fires, one of the two actions is withheld. Enforcement settles it safely, but one of the " +
      "rules does not do what it says.",
    bad: temperature(
      [
        "- Warm: IF Temperature > 40C THEN Ventilate UNKNOWN Ventilate",
        "- Hot: IF Temperature > 60C THEN CloseVents",
      ],
      "- Safety: NEVER Ventilate AND CloseVents",
    ),
    good: temperature(
      [
        "- Vents: IF Temperature > 60C THEN CloseVents ELSE IF Temperature > 40C THEN Ventilate UNKNOWN Ventilate",
      ],
      "- Safety: NEVER Ventilate AND CloseVents",
    ),
    message: ({ name, partner, rule, id }) =>
      `\`${name}\` is taken here together with \`${partner}\` of \`${rule}\`, and \`${id}\` forbids that, so one of them is withheld`,
  }),
  alwaysWithheld: defineDiagnostic<{ name: string; id: string }>({
    code: "OM4031",
    title: "action that a constraint always withholds",
    severity: "warning",
    adjustable: true,
    explanation:
      "Wherever this rule takes the action, a NEVER clause forbids it, so it is never carried out. Either the rule or " +
      "the clause says something that is not meant.",
    bad: temperature(
      ["- Hot: IF Temperature > 60C THEN Ventilate UNKNOWN StopMachine"],
      "- Safety: NEVER Ventilate WHEN Temperature > 50C",
    ),
    good: temperature(
      ["- Warm: IF Temperature BETWEEN 40C AND 50C THEN Ventilate UNKNOWN StopMachine"],
      "- Safety: NEVER Ventilate WHEN Temperature > 50C",
    ),
    message: ({ name, id }) =>
      `\`${name}\` is always withheld here: \`${id}\` forbids it wherever this rule takes it`,
  }),
  clausesContradict: defineDiagnostic<{ name: string; id: string; wholly: boolean }>({
    code: "OM4032",
    title: "constraints that contradict each other",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "One clause demands an action where another forbids it. A decision there is `violated` whatever the rules do, and " +
      "the action is not taken: NEVER wins.",
    bad: temperature(
      ["- IF Temperature > 40C THEN Ventilate UNKNOWN StopMachine"],
      "- Safety: ALWAYS Ventilate WHEN Temperature > 40C",
      "- Safety: NEVER Ventilate WHEN Temperature > 60C",
    ),
    good: temperature(
      ["- IF Temperature BETWEEN 40C AND 60C THEN Ventilate UNKNOWN StopMachine"],
      "- Safety: ALWAYS Ventilate WHEN Temperature BETWEEN 40C AND 60C",
      "- Safety: NEVER Ventilate WHEN Temperature > 60C",
    ),
    message: ({ name, id, wholly }) =>
      `${
        wholly
          ? `wherever this demands \`${name}\`, \`${id}\` forbids it`
          : `this demands \`${name}\` also where \`${id}\` forbids it`
      }; the decision is then violated whatever the rules do`,
  }),
  actionNamedTwice: defineDiagnostic<{ name: string }>({
    code: "OM4033",
    title: "clause that names an action twice",
    severity: "warning",
    adjustable: true,
    explanation:
      "A clause speaks of different actions: an action never goes without itself, nor before itself, and naming it twice " +
      "in a group adds nothing. A second action was most likely meant.",
    bad: samplePolicy({ constraint: ["- Safety: NEVER StopMachine AND StopMachine"] }),
    good: samplePolicy({
      rule: ["- IF Distance < 1m THEN StopMachine ELSE Run UNKNOWN StopMachine"],
      constraint: ["- Safety: NEVER StopMachine AND Run"],
    }),
    message: ({ name }) => `\`${name}\` stands in this clause already; name another action`,
  }),
  zeroLimit: defineDiagnostic<{ text: string; meaning: string }>({
    code: "OM4034",
    title: "limit of zero",
    severity: "warning",
    adjustable: true,
    explanation:
      "`AT MOST 0 OF A, B` forbids both actions altogether, which `NEVER A` and `NEVER B` say plainly. `MAX LOOP 0` keeps " +
      "every WHILE from running at all.",
    bad: samplePolicy({ constraint: ["- Technical: MAX LOOP 0"] }),
    good: samplePolicy({ constraint: ["- Technical: MAX LOOP 20"] }),
    message: ({ text, meaning }) => `with \`${text}\` ${meaning}`,
  }),
};

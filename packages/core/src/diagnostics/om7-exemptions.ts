// OM71: exemptions in the document, `# omega-ignore OM4003: reason`.
import { defineDiagnostic } from "./diagnostic.ts";

const policy = (comment: string): string =>
  `INTENT: Stop the machine when it is too hot.

CONTEXT:
- Temperature: <C>

RULE:
- Hot: IF Temperature > 52C THEN StopMachine UNKNOWN StopMachine
${comment}
- Cold: IF Temperature < 0C AND Temperature > 10C THEN Heat UNKNOWN Heat
`;

export const exemptionDiagnostics = {
  withoutReason: defineDiagnostic<{ code: string }>({
    code: "OM7101",
    title: "exemption without a reason",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "`# omega-ignore CODE: reason` exempts one line from one diagnostic. Whoever reads the policy later must be able " +
      "to tell why, so an exemption without a reason has no effect. Write the reason after the colon.",
    bad: policy("# omega-ignore OM4002"),
    good: policy("# omega-ignore OM4002: kept until the new sensor is calibrated"),
    message: ({ code }) =>
      `this exemption from ${code} has no effect because it gives no reason: write \`# omega-ignore ${code}: why\``,
  }),
  unknownCode: defineDiagnostic<{ code: string }>({
    code: "OM7102",
    title: "exemption from a code that does not exist",
    severity: "warning",
    adjustable: true,
    explanation:
      "The code after `omega-ignore` is in no page of the registry, so the exemption does nothing.",
    bad: policy("# omega-ignore OM9999: nobody knows"),
    good: policy("# omega-ignore OM4002: kept until the new sensor is calibrated"),
    message: ({ code }) => `\`${code}\` is not a diagnostic code, so this exemption does nothing`,
  }),
  notAllowed: defineDiagnostic<{ code: string; title: string }>({
    code: "OM7103",
    title: "exemption that is not allowed",
    severity: "warning",
    adjustable: true,
    explanation:
      "Errors of syntax, units and types cannot be exempted: a document that has one means nothing exact. Mend the " +
      "line instead.",
    bad: `INTENT: Stop the machine when it is too hot.

CONTEXT:
- Temperature: <C>

RULE:
# omega-ignore OM3050: we know
- Hot: IF Temperature > 52m THEN StopMachine UNKNOWN StopMachine
`,
    good: policy("# omega-ignore OM4002: kept until the new sensor is calibrated"),
    message: ({ code, title }) => `${code} (${title}) cannot be exempted: mend the line instead`,
  }),
  unused: defineDiagnostic<{ code: string }>({
    code: "OM7104",
    title: "exemption that exempts nothing",
    severity: "info",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "The line no longer draws the diagnostic. Remove the comment, so that it cannot hide a later mistake.",
    bad: policy("# omega-ignore OM4001: nothing here is always true"),
    good: policy("# omega-ignore OM4002: kept until the new sensor is calibrated"),
    message: ({ code }) => `the line draws no ${code}: remove this exemption`,
  }),
};

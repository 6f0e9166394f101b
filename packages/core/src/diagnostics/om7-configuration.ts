// OM70: the project's configuration, omega.config.json. Reported by semantics/read-settings.ts; here, `bad` and `good`
// are configurations, not policies.
import { defineDiagnostic, replaceFix } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";

export const configurationDiagnostics = {
  notJson: defineDiagnostic<{ mistake: string }>({
    code: "OM7001",
    title: "configuration that is not JSON",
    severity: "error",
    adjustable: false,
    explanation:
      "`omega.config.json` is plain JSON: keys and texts in double quotes, no comments, no comma after the last entry, " +
      "no key twice. Nothing is checked or run until it can be read, because a policy must not be judged by settings " +
      "that nobody wrote.",
    bad: '{ "strict": true, }\n',
    good: '{ "strict": true }\n',
    message: ({ mistake }) => `the configuration is not JSON: ${mistake}`,
  }),
  unknownKey: defineDiagnostic<{
    key: string;
    /** "" at the top, else the group it stands in: `limits`. */
    group: string;
    allowed: readonly string[];
    nearest: string | null;
  }>({
    code: "OM7002",
    title: "unknown setting",
    severity: "error",
    adjustable: false,
    explanation:
      "A setting that OMEGA does not know would be silently without effect, so it is refused. The message lists the " +
      "settings that exist in its place.",
    bad: '{ "limits": { "step": 5000 } }\n',
    good: '{ "limits": { "steps": 5000 } }\n',
    message: ({ key, group, allowed, nearest }) =>
      `${group === "" ? "there is no setting" : `\`${group}\` has no setting`} \`${key}\`${
        nearest === null ? `; there are ${listedNames(allowed)}` : `: did you mean \`${nearest}\`?`
      }`,
    fixes: ({ nearest }, at) =>
      nearest === null ? [] : [replaceFix(`write \`${nearest}\``, at, JSON.stringify(nearest))],
  }),
  wrongValue: defineDiagnostic<{
    key: string;
    value: string;
    allowed: string;
    nearest: string | null;
  }>({
    code: "OM7003",
    title: "value that a setting does not take",
    severity: "error",
    adjustable: false,
    explanation:
      "Each setting takes one kind of value; the message says which. A value of another kind is refused rather than " +
      "guessed at, because settings decide what a policy's checks and limits mean.",
    bad: '{ "strict": "yes" }\n',
    good: '{ "strict": true }\n',
    message: ({ key, value, allowed, nearest }) =>
      `\`${key}\` cannot be ${value}: it takes ${allowed}${
        nearest === null ? "" : `; did you mean \`${nearest}\`?`
      }`,
    fixes: ({ nearest }, at) =>
      nearest === null ? [] : [replaceFix(`write \`${nearest}\``, at, JSON.stringify(nearest))],
  }),
  unknownCode: defineDiagnostic<{ code: string; nearest: string | null }>({
    code: "OM7004",
    title: "severity of a diagnostic that does not exist",
    severity: "error",
    adjustable: false,
    explanation:
      "`severities` maps diagnostic codes, such as `OM5001`, to `error`, `warning`, `info` or `off`. A code that is in " +
      "no page of the registry would be without effect. `omegac explain CODE` shows a code's page.",
    bad: '{ "severities": { "OM701": "off" } }\n',
    good: '{ "severities": { "OM7101": "off" } }\n',
    message: ({ code, nearest }) =>
      `\`${code}\` is not a diagnostic code${
        nearest === null ? "; codes look like `OM5001`" : `: did you mean \`${nearest}\`?`
      }`,
    fixes: ({ nearest }, at) =>
      nearest === null ? [] : [replaceFix(`write \`${nearest}\``, at, JSON.stringify(nearest))],
  }),
  fixedSeverity: defineDiagnostic<{ code: string; title: string }>({
    code: "OM7005",
    title: "severity that cannot be changed",
    severity: "error",
    adjustable: false,
    explanation:
      "Errors of structure, syntax, units and types say that a document has no exact meaning, so no project can lower " +
      "them. Remove the entry.",
    bad: '{ "severities": { "OM7001": "off" } }\n',
    good: '{ "severities": {} }\n',
    message: ({ code, title }) =>
      `the severity of ${code} (${title}) cannot be changed: remove the entry`,
  }),
};

// What a project's configuration decides about checking and evaluation: read by the semantic stage and by compile().
import type { DiagnosticCode, DiagnosticRule, Severity } from "../diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "../evaluate/decision.ts";

/** Groups of standard functions and constructs that a project may switch off; all are on unless it does. */
export const featureNames = [
  "math",
  "string",
  "list",
  "time",
  "io",
  "for",
  "while",
  "match",
  "let",
  "quantifiers",
  "lambdas",
  "regular-expressions",
  "imports",
  "effects",
] as const;
export type FeatureName = (typeof featureNames)[number];

export interface Settings {
  /** Undeclared names, unanswered unknowns and missing sections are errors. */
  readonly strict: boolean;
  /** Whether a sample (`- Temperature: 85.5C`) stands in for a missing reading, listed as `defaulted`. */
  readonly sampleDefaults: boolean;
  /** Severity by code, where the project sets one; codes that may not be adjusted ignore it. */
  readonly severities: Readonly<Partial<Record<DiagnosticCode, Severity | "off">>>;
  /** The features switched off. */
  readonly disabled: ReadonlySet<FeatureName>;
  readonly limits: Limits;
}

export const defaultSettings: Settings = {
  strict: false,
  sampleDefaults: true,
  severities: {},
  disabled: new Set(),
  limits: defaultLimits,
};

/** `strict` as a project writes it: samples do not stand in either. */
export const strictSettings: Settings = { ...defaultSettings, strict: true, sampleDefaults: false };

/** What an entry of the registry weighs under `settings`; `off` only where it may be adjusted and the project says so. */
export function severityOf(
  rule: Pick<DiagnosticRule<never>, "code" | "severity" | "strictSeverity" | "adjustable">,
  settings: Settings,
): Severity | "off" {
  const own = settings.strict ? (rule.strictSeverity ?? rule.severity) : rule.severity;
  return rule.adjustable ? (settings.severities[rule.code] ?? own) : own;
}

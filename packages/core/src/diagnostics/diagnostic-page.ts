// A diagnostic's page, from the registry: what `omegac explain OM3050` prints and docs/diagnostics/ holds.
import { english, type Locale } from "../locales/locale.ts";
import { localizeDiagnostic } from "../locales/localize-diagnostic.ts";
import { check } from "../policy.ts";
import { readSettings } from "../semantics/read-settings.ts";
import { defaultSettings, strictSettings } from "../semantics/settings.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { findRule, type RegisteredRule } from "./registry.ts";

/** The page of a code as Markdown, `OM3050`, in the locale; null when the registry has no such code. */
export function diagnosticPage(code: string, locale: Locale = english): string | null {
  const rule = findRule(code);
  if (rule === null) return null;
  const { title, explanation } = locale.rules[code] ?? rule;
  const { phrase } = locale;
  const parts = [
    `# ${code}: ${title}`,
    describeSeverity(rule, locale),
    `## ${phrase("Why")}\n\n${explanation}`,
    ...(rule.bad === rule.good ? [] : examples(rule, locale)),
    `## ${phrase("Severity and configuration")}\n\n${configuration(rule, locale)}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function describeSeverity(
  { severity, strictSeverity, adjustable }: RegisteredRule,
  { phrase }: Locale,
): string {
  const strict =
    strictSeverity === undefined || strictSeverity === severity
      ? ""
      : `, ${phrase(`**${strictSeverity}** in a project that is \`strict\``)}`;
  return `**${phrase(severity)}**${strict}${adjustable ? "" : `, ${phrase("always")}`}`;
}

// --- examples -----------------------------------------------------------------------------------------------------

/** Entries of this family are about `omega.config.json`, and so are their examples. */
const isAboutConfiguration = ({ code }: RegisteredRule): boolean => code.startsWith("OM70");

function examples(rule: RegisteredRule, locale: Locale): readonly string[] {
  const { phrase } = locale;
  const language = isAboutConfiguration(rule) ? "json" : "omni";
  const fenced = (text: string): string =>
    `\`\`\`${language}\n${visible(shorten(text.trimEnd()))}\n\`\`\``;
  const drawn = drawnBy(rule).map((diagnostic) => localizeDiagnostic(diagnostic, locale));
  const messages = [...new Set(drawn.map(({ message }) => message))];
  const fixes = [
    ...new Set(drawn.flatMap(({ fixes: offered }) => offered.map(({ title }) => title))),
  ];
  return [
    `## ${phrase("Avoid")}`,
    fenced(excerpt(rule.bad, rule.good)),
    ...messages.map((message) => `> ${message}`),
    ...(fixes.length === 0 ? [] : [`${phrase("Fixes offered")}: ${fixes.join("; ")}.`]),
    `## ${phrase("Prefer")}`,
    fenced(excerpt(rule.good, rule.bad)),
  ];
}

/** When reviews of the examples are overdue. */
const laterDate = "2029-12-31";

/** What the bad example draws of this code: by itself, else under `strict`; nothing when it takes more than that. */
function drawnBy(rule: RegisteredRule): readonly Diagnostic[] {
  const ofCode = ({ code }: Diagnostic): boolean => code === rule.code;
  if (isAboutConfiguration(rule)) return readSettings(rule.bad).diagnostics.filter(ofCode);
  for (const settings of [defaultSettings, strictSettings]) {
    const drawn = check(rule.bad, { settings, today: laterDate }).filter(ofCode);
    if (drawn.length > 0) return drawn;
  }
  return [];
}

/** Sections that say nothing about a diagnostic where both examples have the same. */
const surroundings = /^(?:INTENT|ACTOR|CONSTRAINT|IMPACT|TRACE):/;

/** An example without the sections that are the same in the other; whole where it is about sections. */
function excerpt(example: string, other: string): string {
  const sections = example.trimEnd().split("\n\n");
  const others = other.trimEnd().split("\n\n");
  const keywords = (all: readonly string[]): string =>
    all.map((section) => surroundings.exec(section)?.[0] ?? "").join("");
  if (keywords(sections) !== keywords(others)) return example;
  return sections
    .filter((section) => !(surroundings.test(section) && others.includes(section)))
    .join("\n\n");
}

/** What a reader wants to see of an example that is about size. */
const mostLines = 60;
const widestLine = 200;

function shorten(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => (line.length > widestLine ? `${line.slice(0, widestLine)} …` : line));
  return (lines.length > mostLines ? [...lines.slice(0, mostLines), "…"] : lines).join("\n");
}

/** Controls, marks that change the direction of text, and halves of characters: invisible, or no text at all. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/** The text with what nobody can see written out, `⟨U+202E⟩`. */
function visible(text: string): string {
  return text.replace(
    invisible,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}

// --- configuration ------------------------------------------------------------------------------------------------

function configuration(rule: RegisteredRule, { phrase }: Locale): string {
  const { code, severity, adjustable } = rule;
  if (!adjustable) {
    return phrase(
      `\`${code}\` is always ${article(severity)}: no configuration changes it, and no line is exempted.`,
    );
  }
  const other = severity === "warning" ? "error" : "warning";
  return `${phrase("In `omega.config.json`, for the whole project (`error`, `warning`, `info` or `off`):")}

\`\`\`json
{ "severities": { "${code}": "${other}" } }
\`\`\`

${phrase("For one line, with the reason, at its end or on the line above:")}

\`\`\`omni
# omega-ignore ${code}: ${phrase("why this line is right")}
\`\`\``;
}

function article(severity: string): string {
  return severity === "warning" ? "a warning" : severity === "error" ? "an error" : "a remark";
}

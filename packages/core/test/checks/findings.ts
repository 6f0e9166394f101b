// How the scenarios of the logic and governance checks are written: a policy's lines go in, what is found comes out.
import { check } from "../../src/policy.ts";
import { documentOf, type Parts } from "../semantics/check-lines.ts";

/** The day on which these scenarios play. */
export const today = "2026-11-21";

/** What OM4 and OM5 say of a document, as `OM4002 source text: message`. That its constraints are prose goes unsaid. */
export function findingsOf(text: string): readonly string[] {
  return check(text, { today })
    .filter(({ code, severity }) => /^OM[45]/.test(code) || severity === "error")
    .filter(({ code }) => code !== "OM5012")
    .map(({ code, span, message }) => {
      const at = text.slice(span.start, span.end).replace(/\s+/g, " ");
      return `${code} ${at}: ${message}`;
    });
}

/** What is found in a policy of these parts. */
export function findings(parts: Parts): readonly string[] {
  return findingsOf(documentOf(parts));
}

/** The document after its one preferred fix, or first of its fixes; null where there is none. */
export function fixed(text: string, code: string): string | null {
  const [diagnostic] = check(text, { today }).filter((each) => each.code === code);
  const fix = diagnostic?.fixes.find(({ preferred }) => preferred) ?? diagnostic?.fixes[0];
  if (fix === undefined) return null;
  return [...fix.edits]
    .sort((first, second) => second.span.start - first.span.start)
    .reduce(
      (changed, { span, newText }) =>
        changed.slice(0, span.start) + newText + changed.slice(span.end),
      text,
    );
}

export const context = [
  "- Temperature: <C>",
  "- Humidity: <0..100 %>",
  "- Distance: <m>",
  "- Speed: <m/s>",
  "- Count: <integer>",
  "- Ratio: <number>",
  '- Mode: <"auto" | "manual" | "off">',
  "- Zone: <text>",
  "- Door: <boolean>",
  "- Alarm: <boolean?>",
  "- Started: <time>",
  "- Limit: <C> = 50C",
  "- Workers: <[{ name: text, distance: m, trained: boolean }]>",
];

/** What is found in rules over that context. */
export function inRules(...rule: readonly string[]): readonly string[] {
  return findings({ context, rule });
}

/** What is found in a single condition. */
export function inCondition(condition: string): readonly string[] {
  return inRules(`- IF ${condition} THEN Act UNKNOWN Wait`);
}

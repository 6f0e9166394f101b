// Items in plain words: prose, and entries with a label before it.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { span } from "../source/span.ts";
import { readLabel, readProse, startOfContent } from "./item-text.ts";
import type { ParsedBody } from "./parsed-body.ts";

/** Reads an item of ASSUMPTION, or what REVIEW says without a label. */
export function parseProse(text: string): ParsedBody {
  const start = startOfContent(text);
  const prose = readProse(text, start);
  return {
    body: { kind: "prose", text: prose.text, span: span(start, Math.max(start, prose.end)) },
    leadingComments: prose.comments,
    trailingComment: null,
  };
}

/** Reads INTENT: bullets within it are lines like the others; `-5` at a line's start is none. */
export function parseIntent(text: string): ParsedBody {
  const parsed = parseProse(text);
  const { body, ...comments } = parsed;
  // Most have no bullets.
  if (body.kind !== "prose" || !text.includes("-")) return parsed;
  const prose = readProse(text.replace(/(^|[\r\n])([ \t]*)-(?=[ \t])/g, "$1$2 "), 0);
  return { ...comments, body: { ...body, text: prose.text } };
}

/** Reads `Label: text` or `Label [Rule]: text`; text without a label is prose, and `advice` says which one it lacks. */
export function parseLabelled(text: string, reporter: Reporter, advice: string | null): ParsedBody {
  const start = startOfContent(text);
  const label = readLabel(text, start);
  if (label === null) {
    const parsed = parseProse(text);
    if (advice !== null) {
      reporter.report(documentStructureDiagnostics.itemWithoutLabel, parsed.body.span, { advice });
    }
    return parsed;
  }
  const prose = readProse(text, label.valueStart);
  const textSpan = span(label.valueStart, Math.max(label.valueStart, prose.end));
  return {
    body: {
      kind: "labelled",
      label: label.name,
      references: label.references,
      text: prose.text,
      textSpan,
      span: span(start, Math.max(label.name.span.end, textSpan.end)),
    },
    leadingComments: prose.comments,
    trailingComment: null,
  };
}

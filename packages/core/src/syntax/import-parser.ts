// IMPORT items: `- "site.omni"`.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { advance, contentOf, isAt } from "./cursor.ts";
import { readProse, startOfContent } from "./item-text.ts";
import { errorBody, type ParsedBody, parseFormalItem } from "./parsed-body.ts";

/** Reads an imported path. One without quotes is reported, with a fix that writes them, and taken all the same. */
export function parseImport(text: string, reporter: Reporter): ParsedBody {
  const start = startOfContent(text);
  const first = text.charCodeAt(start);
  if (first === 0x22 || first === 0x27 || first >= 128) {
    return parseFormalItem(text, start, reporter, "the end of the path", (cursor) => {
      if (!isAt(cursor, "text")) return errorBody(text);
      const token = advance(cursor);
      const at = span(token.start, token.end);
      return { kind: "import", path: contentOf(cursor, token), pathSpan: at, span: at };
    });
  }
  const path = readProse(text, start);
  const at = span(start, Math.max(start, path.end));
  reporter.report(syntaxDiagnostics.unquotedText, at, { written: path.text });
  return {
    body: { kind: "import", path: path.text, pathSpan: at, span: at },
    leadingComments: path.comments,
    trailingComment: null,
  };
}

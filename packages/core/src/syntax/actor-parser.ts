// ACTOR items: `- Primary: SafetySystem MAY StopMachine, Alert APPROVES FreezeFunds`.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { span } from "../source/span.ts";
import { parseActionNames } from "./action-parser.ts";
import {
  acceptKeyword,
  advance,
  type Cursor,
  current,
  failExpected,
  nameOf,
  spanFrom,
} from "./cursor.ts";
import { readLabel, readProse, startOfContent } from "./item-text.ts";
import { errorBody, type ParsedBody, parseFormalItem } from "./parsed-body.ts";
import type { Token } from "./token.ts";
import type { Name } from "./tree.ts";

const authorities = ["MAY", "APPROVES"] as const;

/**
 * Reads an actor. The role is everything up to MAY or APPROVES; in another case than capitals these count only behind a
 * role of one word, so that a role may be described in a sentence.
 */
export function parseActor(text: string, reporter: Reporter): ParsedBody {
  const start = startOfContent(text);
  const label = readLabel(text, start);
  if (label === null) {
    const at = span(start, Math.max(start, text.trimEnd().length));
    reporter.report(documentStructureDiagnostics.actorWithoutLabel, at, {});
    return { body: errorBody(text), leadingComments: [], trailingComment: null };
  }
  checkRank(label.name, reporter);
  return parseFormalItem(text, label.valueStart, reporter, "MAY, APPROVES or a comma", (cursor) => {
    const role = parseRole(cursor);
    const may = acceptKeyword(cursor, "MAY") ? parseActionNames(cursor, ",", authorities) : null;
    const approves = acceptKeyword(cursor, "APPROVES")
      ? parseActionNames(cursor, ",", authorities)
      : [];
    return { kind: "actor", rank: label.name, role, may, approves, span: spanFrom(cursor, start) };
  });
}

const ranks = ["Primary", "Secondary"];

function checkRank({ text, span: at }: Name, reporter: Reporter): void {
  if (/^(?:primary|secondary)$/i.test(text)) return;
  const parameters = { rank: text, near: nearestNames(text, ranks) };
  reporter.report(documentStructureDiagnostics.actorRank, at, parameters);
}

function parseRole(cursor: Cursor): Name {
  const first = advance(cursor);
  if (first.kind === "end") {
    failExpected(cursor, "a role");
    return { kind: "name", text: "", span: spanFrom(cursor, first.start) };
  }
  if (first.kind === "quoted" || first.kind === "text") return nameOf(cursor, first);
  if (isAuthority(current(cursor))) return nameOf(cursor, first);
  while (current(cursor).kind !== "end" && !isAuthorityInCapitals(cursor)) advance(cursor);
  const at = spanFrom(cursor, first.start);
  const { text } = readProse(cursor.text.slice(at.start, at.end), 0, true);
  return { kind: "name", text, span: at };
}

function isAuthority({ keyword }: Token): boolean {
  return keyword === "MAY" || keyword === "APPROVES";
}

function isAuthorityInCapitals(cursor: Cursor): boolean {
  const token = current(cursor);
  return isAuthority(token) && cursor.text.startsWith(token.keyword ?? "", token.start);
}

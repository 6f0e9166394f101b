// What the parser of an item returns: its body, and the comments found inside it.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { type CommentKeeper, createCommentKeeper } from "./comments.ts";
import { type Cursor, createCursor, current, fail, failExpected } from "./cursor.ts";
import { lex } from "./lexer.ts";
import type { ErrorItem, ItemBody } from "./tree.ts";

/** Spans are relative to the item's start. Comments on lines of their own lead, those at line ends trail. */
export interface ParsedBody {
  readonly body: ItemBody;
  readonly leadingComments: readonly string[];
  readonly trailingComment: string | null;
}

/**
 * Reads a formal item from `start` on with `parse`, which reads to the item's end; anything left over is reported as not
 * being `expected`. Where nothing could be read, the body is an error item with the whole text.
 */
export function parseFormalItem(
  text: string,
  start: number,
  reporter: Reporter,
  expected: string,
  parse: (cursor: Cursor, keeper: CommentKeeper) => ItemBody,
): ParsedBody {
  const cursor = createCursor(lex(text, reporter, start), reporter);
  const keeper = createCommentKeeper(cursor);
  const body = parse(cursor, keeper);
  if (current(cursor).kind !== "end") failAtRest(cursor, expected);
  const { leading, trailing } = keeper.within(-1, cursor.tokens.length);
  return {
    body: body.kind === "error" ? errorBody(text) : body,
    leadingComments: leading,
    trailingComment: trailing,
  };
}

/** Gives up because an item goes on where it should have ended. */
function failAtRest(cursor: Cursor, expected: string): void {
  const token = current(cursor);
  const at = span(token.start, token.end);
  if (token.kind === ")" || token.kind === "]" || token.kind === "}") {
    fail(cursor, syntaxDiagnostics.strayBracket, at, { written: token.kind });
  } else failExpected(cursor, expected);
}

/** An error item with all that was written. */
export function errorBody(text: string): ErrorItem {
  const written = text.trimEnd();
  return { kind: "error", text: written, span: span(0, written.length) };
}

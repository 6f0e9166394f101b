// Actions: `StopMachine`, `Display "text"`, `Notify(channel: "sms")`, or a phrase of several words.
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import {
  accept,
  acceptKeyword,
  advance,
  type Cursor,
  contentOf,
  current,
  emptySpan,
  expectClosing,
  fail,
  failExpected,
  nameOf,
  peek,
  report,
  spanFrom,
  tokenText,
} from "./cursor.ts";
import { parseExpression } from "./expression-parser.ts";
import { isName, isReserved, parseName } from "./name-parser.ts";
import { beginsArm, parseElements } from "./pattern-parser.ts";
import { beginsRule } from "./rule-start.ts";
import type { Keyword } from "./token.ts";
import type { Action, ActionArgument, Name } from "./tree.ts";

/** Reads actions joined by commas. In an arm, a comma before a pattern stays: it ends the arm. */
export function parseActions(cursor: Cursor, inArm = false): readonly Action[] {
  const actions = [parseAction(cursor)];
  while (!cursor.failed) {
    const token = current(cursor);
    if (token.kind === ",") {
      if (inArm && endsArm(cursor)) break;
      advance(cursor);
    } else if (token.keyword === "AND") acceptJoiningAnd(cursor);
    else break;
    actions.push(parseAction(cursor));
  }
  const { kind, start, end } = current(cursor);
  if (kind === "=" || kind === "==") {
    fail(cursor, syntaxDiagnostics.assignmentAsAction, span(start, end), {});
  }
  return actions.slice();
}

/** Whether the comma at the cursor ends an arm: the next one follows, with or without its `-`, or the closing brace. */
function endsArm(cursor: Cursor): boolean {
  const { kind } = peek(cursor, 1);
  return kind === "}" || kind === "bullet" || kind === "-" || beginsArm(cursor, 1);
}

const noArguments: readonly ActionArgument[] = [];

/** Reads one action and its arguments; gives up where none begins. */
function parseAction(cursor: Cursor): Action {
  const { start } = current(cursor);
  const { name, phrase } = parseActionName(cursor);
  const values = cursor.failed ? noArguments : parseArguments(cursor);
  const at = values.length === 0 ? name.span : spanFrom(cursor, start);
  return { kind: "action", name, phrase, arguments: values, span: at };
}

/** Reads an action's name, which may be a phrase of several words; a phrase ends before a word of `stops`. */
export function parseActionName(
  cursor: Cursor,
  stops: readonly Keyword[] = noStops,
): { readonly name: Name; readonly phrase: boolean } {
  const token = current(cursor);
  if (token.kind === "quoted" || token.kind === "text") {
    return { name: nameOf(cursor, advance(cursor)), phrase: false };
  }
  if (token.kind !== "word" || (isReserved(token) && !standsAsAction(cursor))) {
    failExpected(cursor, "an action");
    return {
      name: { kind: "name", text: "", span: emptySpan(cursor) },
      phrase: false,
    };
  }
  const first = parseName(cursor, "an action");
  if (!continuesPhrase(cursor, stops)) return { name: first, phrase: false };
  let text = first.text;
  while (continuesPhrase(cursor, stops)) text += ` ${tokenText(cursor, advance(cursor))}`;
  return { name: { kind: "name", text, span: spanFrom(cursor, token.start) }, phrase: true };
}

/** Whether a reserved word stands where an action's name must have been meant: `THEN Match`. */
function standsAsAction(cursor: Cursor): boolean {
  if (beginsRule(cursor, 0) && peek(cursor, 1).kind !== "end") return false;
  const { kind } = peek(cursor, 1);
  return kind === "," || kind === "(" || kind === "end" || kind === "text";
}

const noStops: readonly Keyword[] = [];

/** True at `ELSEIF` and its like, which other languages write for ELSE IF. */
export function isJoinedElse(cursor: Cursor): boolean {
  const token = current(cursor);
  const length = token.end - token.start;
  if (token.kind !== "word" || length < 4 || length > 6) return false;
  return /^(?:elseif|elsif|elif)$/i.test(tokenText(cursor, token));
}

/** Words go on until a reserved one, `UNKNOWN`, a stop, or where a rule or an arm begins. */
function continuesPhrase(cursor: Cursor, stops: readonly Keyword[]): boolean {
  const token = current(cursor);
  if (token.kind !== "word" || !isName(token)) return false;
  if (token.keyword !== null && stops.includes(token.keyword)) return false;
  if (beginsRule(cursor, 0) || isJoinedElse(cursor)) return false;
  return !beginsArm(cursor, 0);
}

function parseArguments(cursor: Cursor): readonly ActionArgument[] {
  const token = current(cursor);
  if (token.kind === "text" && !(token.firstOnLine && beginsArm(cursor, 0))) {
    advance(cursor);
    const at = span(token.start, token.end);
    const value = { kind: "text", value: contentOf(cursor, token), span: at } as const;
    return [{ name: null, value, span: at }];
  }
  if (!accept(cursor, "(")) return noArguments;
  const values = parseElements(cursor, ")", parseArgument);
  expectClosing(cursor, ")", token, "`,` or `)` after the argument");
  return values;
}

function parseArgument(cursor: Cursor): ActionArgument {
  const { start, kind } = current(cursor);
  const named = (kind === "word" || kind === "quoted") && peek(cursor, 1).kind === ":";
  const name = named ? parseName(cursor, "the argument's name") : null;
  if (named) accept(cursor, ":");
  const value = parseExpression(cursor);
  return { name, value, span: name === null ? value.span : spanFrom(cursor, start) };
}

/** Reads actions' names joined by commas, or by AND; each ends before a word of `stops`. */
export function parseActionNames(
  cursor: Cursor,
  separator: "," | "AND",
  stops: readonly Keyword[] = noStops,
): readonly Name[] {
  const names = [parseActionName(cursor, stops).name];
  while (acceptSeparator(cursor, separator)) names.push(parseActionName(cursor, stops).name);
  return names;
}

/** AND where a comma belongs is reported and read. */
function acceptSeparator(cursor: Cursor, separator: "," | "AND"): boolean {
  if (separator === "AND") return acceptKeyword(cursor, "AND");
  if (accept(cursor, ",")) return true;
  if (current(cursor).keyword !== "AND") return false;
  acceptJoiningAnd(cursor);
  return true;
}

function acceptJoiningAnd(cursor: Cursor): void {
  const token = advance(cursor);
  const from = cursor.tokens[cursor.index - 2]?.end ?? token.start;
  // A foreign symbol such as `&` has been reported.
  if (tokenText(cursor, token).toUpperCase() !== "AND") return;
  report(cursor, syntaxDiagnostics.actionsJoinedByAnd, span(from, token.end), {});
}

// Rules: IF, FOR, WHILE, MATCH, LET, SET and FAILSAFE, with the blocks they govern. An error stays in its nested item.
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { span } from "../source/span.ts";
import { isJoinedElse, parseActions } from "./action-parser.ts";
import type { CommentKeeper } from "./comments.ts";
import {
  accept,
  acceptKeyword,
  advance,
  type Cursor,
  current,
  enter,
  expect,
  expectClosing,
  expectKeyword,
  fail,
  failExpected,
  isAt,
  isAtKeyword,
  leave,
  peek,
  report,
  spanFrom,
  startOf,
  tokenText,
} from "./cursor.ts";
import { parseCondition, parseExpression, parseOperand } from "./expression-parser.ts";
import { parseName } from "./name-parser.ts";
import { acceptDash, beginsArm, parseNumber, parsePattern } from "./pattern-parser.ts";
import { beginsRule, isClauseKeyword, isRuleKeyword } from "./rule-start.ts";
import type { Keyword, Token } from "./token.ts";
import type {
  Action,
  BlockItem,
  ErrorItem,
  Expression,
  IfBranch,
  MatchArm,
  Name,
  NumberLiteral,
  Rule,
} from "./tree.ts";

/**
 * Where a rule stands: who keeps the comments, and how far a clause on a line of its own must be indented to join the
 * rule (-1 where indentation says nothing).
 */
interface Place {
  readonly keeper: CommentKeeper;
  readonly level: number;
}

/** Reads the rule that an item is, with its label. What follows its last clause is left for the caller to report. */
export function parseRule(cursor: Cursor, keeper: CommentKeeper): Rule | ErrorItem {
  accept(cursor, "bullet");
  const rule = parseRuleAt(cursor, { keeper, level: -1 });
  failAtNextRule(cursor);
  return rule;
}

/** Gives up where a rule or a clause follows that belongs to nothing. */
function failAtNextRule(cursor: Cursor): void {
  const token = current(cursor);
  const clause = token.kind === "bullet" ? peek(cursor, 1) : token;
  if (isClauseKeyword(clause.keyword)) failAtLooseClause(cursor, clause);
  else if (token.firstOnLine && beginsRule(cursor, 0)) {
    fail(cursor, syntaxDiagnostics.ruleWithoutDash, span(token.start, token.end), {});
  }
}

function parseRuleAt(cursor: Cursor, place: Place): Rule | ErrorItem {
  const start = startOf(cursor);
  const label = parseLabel(cursor);
  const token = current(cursor);
  switch (token.keyword) {
    case "IF":
      return parseIf(cursor, place, label, start);
    case "FOR":
      return parseFor(cursor, place, label, start);
    case "WHILE":
      return parseWhile(cursor, place, label, start);
    case "MATCH":
      return parseMatch(cursor, place, label, start);
    case "LET":
    case "SET":
      refuseLabel(cursor, label, token);
      return parseAssignment(cursor, token.keyword, start);
    case "FAILSAFE":
      refuseLabel(cursor, label, token);
      return parseFailsafe(cursor, start);
    default:
      return failAtNoRule(cursor, label, start);
  }
}

/** Reads `TooClose:` where a rule follows. */
function parseLabel(cursor: Cursor): Name | null {
  const token = current(cursor);
  const isLabel = token.kind === "quoted" || (token.kind === "word" && !isRuleKeyword(token));
  if (!isLabel || peek(cursor, 1).kind !== ":") return null;
  const name = parseName(cursor, "a label");
  accept(cursor, ":");
  return name;
}

function refuseLabel(cursor: Cursor, label: Name | null, token: Token): void {
  if (label === null) return;
  const at = span(label.span.start, token.start);
  report(cursor, syntaxDiagnostics.labelWithoutUse, at, { keyword: tokenText(cursor, token) });
}

function failAtNoRule(cursor: Cursor, label: Name | null, start: number): ErrorItem {
  const token = current(cursor);
  const { keyword } = token;
  if (keyword === "THEN" || keyword === "ELSE" || keyword === "UNKNOWN") {
    failAtLooseClause(cursor, token);
  } else {
    failExpected(
      cursor,
      label === null
        ? "a rule: IF, FOR, WHILE, MATCH, LET, SET or FAILSAFE"
        : `a rule after the label \`${label.text}:\``,
    );
  }
  const end = Math.max(start, spanFrom(cursor, start).end);
  return { kind: "error", text: cursor.text.slice(start, end), span: span(start, end) };
}

function failAtLooseClause(cursor: Cursor, token: Token): void {
  const clause = tokenText(cursor, token);
  fail(cursor, syntaxDiagnostics.looseClause, span(token.start, token.end), { clause });
}

// ---- clauses -----------------------------------------------------------------------------------------------------

/** Reads THEN, ELSE or UNKNOWN, with the bullet before it, if it joins a rule of that level. */
function acceptClause(cursor: Cursor, keyword: Keyword, level: number): boolean {
  const { kind } = current(cursor);
  const behindBullet = kind === "bullet" || (kind === "-" && cursor.inBlock) ? 1 : 0;
  const token = peek(cursor, behindBullet);
  if (token.keyword !== keyword) return false;
  const beginsLine = token.firstOnLine || kind === "bullet";
  if (beginsLine && token.indent < level) return false;
  cursor.index += behindBullet + 1;
  return true;
}

function parseUnknown(cursor: Cursor, level: number): readonly Action[] | null {
  return acceptClause(cursor, "UNKNOWN", level) ? parseActions(cursor) : null;
}

function parseIf(cursor: Cursor, { level }: Place, label: Name | null, start: number): Rule {
  const branches: IfBranch[] = [];
  let otherwise: readonly Action[] | null = null;
  while (otherwise === null && !cursor.failed) {
    const branchStart = startOf(cursor);
    advance(cursor);
    const condition = parseCondition(cursor);
    if (!acceptClause(cursor, "THEN", -1)) failExpected(cursor, "THEN after the condition");
    const actions = cursor.failed ? [] : parseActions(cursor);
    branches.push({ condition, actions, span: spanFrom(cursor, branchStart) });
    if (isJoinedElse(cursor)) reportJoinedElse(cursor);
    else if (!acceptClause(cursor, "ELSE", level)) break;
    else if (!isAtKeyword(cursor, "IF")) otherwise = parseActions(cursor);
  }
  const unknown = parseUnknown(cursor, level);
  return {
    kind: "if",
    label,
    branches: branches.slice(),
    otherwise,
    unknown,
    span: spanFrom(cursor, start),
  };
}

function reportJoinedElse(cursor: Cursor): void {
  const token = current(cursor);
  report(cursor, syntaxDiagnostics.foreignSymbol, span(token.start, token.end), {
    written: tokenText(cursor, token),
    replacement: "ELSE IF",
  });
}

function parseFailsafe(cursor: Cursor, start: number): Rule {
  advance(cursor);
  if (!acceptClause(cursor, "THEN", -1)) failExpected(cursor, "THEN after FAILSAFE");
  const actions = cursor.failed ? [] : parseActions(cursor);
  return { kind: "failsafe", actions, span: spanFrom(cursor, start) };
}

function parseAssignment(cursor: Cursor, keyword: "LET" | "SET", start: number): Rule {
  advance(cursor);
  const name = parseName(cursor, `a name after ${keyword}`);
  expect(cursor, "=", `\`=\` after the name`);
  const value = parseExpression(cursor);
  const kind = keyword === "LET" ? "let" : "set";
  return { kind, name, value, span: spanFrom(cursor, start) };
}

// ---- loops -------------------------------------------------------------------------------------------------------

function parseFor(cursor: Cursor, place: Place, label: Name | null, start: number): Rule {
  const { indent } = advance(cursor);
  const variable = parseName(cursor, "a name for the element after FOR");
  const index = accept(cursor, ",") ? parseName(cursor, "a name for the index") : null;
  expectKeyword(cursor, "IN", "IN and a list");
  const collection = parseOperand(cursor);
  const where = acceptKeyword(cursor, "WHERE") ? parseCondition(cursor) : null;
  const { body, closingComments } = isAt(cursor, "{")
    ? parseBlock(cursor, place.keeper)
    : { body: parseGovernedItems(cursor, place.keeper, indent), closingComments: [] };
  const unknown = parseUnknown(cursor, place.level);
  const at = spanFrom(cursor, start);
  return {
    kind: "for",
    label,
    variable,
    index,
    collection,
    where,
    body,
    closingComments,
    unknown,
    span: at,
  };
}

function parseWhile(cursor: Cursor, place: Place, label: Name | null, start: number): Rule {
  advance(cursor);
  const condition = parseCondition(cursor);
  const maximum = acceptKeyword(cursor, "MAX") ? parseMaximum(cursor) : null;
  if (!isAt(cursor, "{")) failExpected(cursor, "`{` and the rules of WHILE");
  const { body, closingComments } = parseBlock(cursor, place.keeper);
  const unknown = parseUnknown(cursor, place.level);
  const at = spanFrom(cursor, start);
  return { kind: "while", label, condition, maximum, body, closingComments, unknown, span: at };
}

function parseMaximum(cursor: Cursor): NumberLiteral | null {
  if (isAt(cursor, "number")) return parseNumber(cursor);
  failExpected(cursor, "a number after MAX");
  return null;
}

interface Block {
  readonly body: readonly BlockItem[];
  readonly closingComments: readonly string[];
}

/** Reads `{ rules }`. */
function parseBlock(cursor: Cursor, keeper: CommentKeeper): Block {
  const body: BlockItem[] = [];
  const closingComments = parseBraces(cursor, keeper, () => {
    body.push(parseBlockItem(cursor, keeper, -1));
  });
  return { body, closingComments };
}

/** Reads `{ … }`, each item by `parseItem`, which reads something or fails; the comments before `}` are returned. */
function parseBraces(
  cursor: Cursor,
  keeper: CommentKeeper,
  parseItem: () => void,
): readonly string[] {
  const opening = advance(cursor);
  if (!enter(cursor)) return [];
  const { inBlock } = cursor;
  cursor.inBlock = true;
  while (!cursor.failed && !isAt(cursor, "}") && !isAt(cursor, "end")) parseItem();
  cursor.inBlock = inBlock;
  leave(cursor);
  const closingComments = isAt(cursor, "}") ? keeper.before(cursor.index) : [];
  expectClosing(cursor, "}", opening, "`}`");
  return closingComments;
}

/** Reads what an unbraced FOR governs: a rule on the next line, the items indented deeper, else the next item. */
function parseGovernedItems(
  cursor: Cursor,
  keeper: CommentKeeper,
  indent: number,
): readonly BlockItem[] {
  const items: BlockItem[] = [];
  if (!enter(cursor)) return items;
  const read = (): void => {
    items.push(parseBlockItem(cursor, keeper, current(cursor).indent));
  };
  if (beginsRule(cursor, 0) || isAtDashedRule(cursor)) read();
  while (isAtLineOfItem(cursor) && current(cursor).indent > indent) read();
  if (items.length === 0 && isAtItem(cursor)) read();
  leave(cursor);
  if (items.length === 0) failExpected(cursor, "`{`, or the rule that FOR governs");
  return items;
}

/** True at a rule behind a `-` that is not the first of its line. */
function isAtDashedRule(cursor: Cursor): boolean {
  return cursor.inBlock && isAt(cursor, "-") && beginsRule(cursor, 1);
}

/** True where a line begins an item; in braces it needs no `-`. */
function isAtLineOfItem(cursor: Cursor): boolean {
  return (
    isAtItem(cursor) || (cursor.inBlock && current(cursor).firstOnLine && beginsRule(cursor, 0))
  );
}

/** True at a bullet that begins an item, not a clause. */
function isAtItem(cursor: Cursor): boolean {
  return isAt(cursor, "bullet") && !isClauseKeyword(peek(cursor, 1).keyword);
}

/** Reads a rule of a block with its comments. After an error, parsing goes on at the next item. */
function parseBlockItem(cursor: Cursor, keeper: CommentKeeper, level: number): BlockItem {
  const from = cursor.index;
  const before = keeper.before(from);
  if (!accept(cursor, "bullet")) accept(cursor, "-");
  const outerStart = cursor.itemStart;
  cursor.itemStart = startOf(cursor);
  let rule = parseRuleAt(cursor, { keeper, level });
  if (!cursor.failed && cursor.inBlock) expectItemEnd(cursor);
  if (cursor.failed) {
    recover(cursor, from, (index) => isRuleStart(cursor, index));
    if (rule.kind === "error") rule = errorItem(cursor, from);
  }
  cursor.itemStart = outerStart;
  const { leading, trailing } = keeper.within(from, cursor.index);
  const leadingComments = leading.length === 0 ? before : [...before, ...leading];
  return { kind: "block-item", leadingComments, trailingComment: trailing, rule };
}

/** Gives up when something follows a rule of a block that is no further item of it. */
function expectItemEnd(cursor: Cursor): void {
  const token = current(cursor);
  if (token.kind === "}" || token.kind === "end" || token.kind === "-") return;
  if (isAtItem(cursor) || beginsRule(cursor, 0)) return;
  failAtNextRule(cursor);
  failExpected(cursor, "`}` or the next rule");
}

function errorItem(cursor: Cursor, from: number): ErrorItem {
  const start = cursor.tokens[from]?.start ?? 0;
  const at = spanFrom(cursor, start);
  return { kind: "error", text: cursor.text.slice(at.start, at.end), span: at };
}

function isRuleStart(cursor: Cursor, index: number): boolean {
  const token = cursor.tokens[index];
  const ahead = index - cursor.index;
  if (token?.kind === "-") return beginsRule(cursor, ahead + 1);
  return token?.firstOnLine === true && beginsRule(cursor, ahead);
}

/**
 * After an error in the nested item that began at token `from`: goes to the next item's first token, or to the brace that
 * closes the block around it. Blocks and records within are stepped over, brackets that nothing closes are not.
 */
function recover(cursor: Cursor, from: number, beginsItem: (index: number) => boolean): void {
  if (cursor.exhausted) return;
  cursor.failed = false;
  const reached = cursor.index;
  for (let index = from; index < cursor.tokens.length; index++) {
    const token = cursor.tokens[index];
    if (token === undefined) break;
    if (token.kind === "{") {
      index = cursor.closings.get(index) ?? index;
      continue;
    }
    const ends =
      token.kind === "end" ||
      token.kind === "}" ||
      (token.kind === "bullet" && !isClauseKeyword(cursor.tokens[index + 1]?.keyword ?? null)) ||
      beginsItem(index);
    if (ends && index > from && index >= reached) {
      cursor.index = index;
      return;
    }
  }
  cursor.index = cursor.tokens.length - 1;
}

// ---- MATCH -------------------------------------------------------------------------------------------------------

function parseMatch(cursor: Cursor, place: Place, label: Name | null, start: number): Rule {
  advance(cursor);
  const subject = parseExpression(cursor);
  const arms: MatchArm[] = [];
  let closingComments: readonly string[] = [];
  if (isAt(cursor, "{")) {
    closingComments = parseBraces(cursor, place.keeper, () => {
      arms.push(parseArm(cursor, place.keeper));
    });
  } else failExpected(cursor, "`{` and the arms of MATCH");
  const unknown = parseUnknown(cursor, place.level);
  const at = spanFrom(cursor, start);
  return { kind: "match", label, subject, arms, closingComments, unknown, span: at };
}

function parseArm(cursor: Cursor, keeper: CommentKeeper): MatchArm {
  const from = cursor.index;
  const before = keeper.before(from);
  acceptDash(cursor);
  const outerStart = cursor.itemStart;
  const start = startOf(cursor);
  cursor.itemStart = start;
  const pattern = parsePattern(cursor);
  const guard: Expression | null = acceptKeyword(cursor, "WHEN") ? parseCondition(cursor) : null;
  expect(cursor, "=>", "`=>` after the pattern");
  const actions = cursor.failed ? [] : parseActions(cursor, true);
  const at = spanFrom(cursor, start);
  if (!cursor.failed) expectArmEnd(cursor);
  if (cursor.failed) recover(cursor, from, (index) => isArmStart(cursor, index));
  const to = cursor.index;
  accept(cursor, ",");
  cursor.itemStart = outerStart;
  const { leading, trailing } = keeper.within(from, Math.max(to, cursor.index));
  const leadingComments = leading.length === 0 ? before : [...before, ...leading];
  return { leadingComments, trailingComment: trailing, pattern, guard, actions, span: at };
}

/** Gives up when an arm is followed by neither a comma, a `-`, a new line with an arm nor the closing brace. */
function expectArmEnd(cursor: Cursor): void {
  const { kind, firstOnLine } = current(cursor);
  if (kind === "," || kind === "}" || kind === "end" || kind === "bullet" || kind === "-") return;
  if (firstOnLine && beginsArm(cursor, 0)) return;
  failExpected(cursor, "`,`, `-` or `}` after the arm's actions");
}

function isArmStart(cursor: Cursor, index: number): boolean {
  const token = cursor.tokens[index];
  const ahead = index - cursor.index;
  if (token?.kind === "," || token?.kind === "-") return beginsArm(cursor, ahead + 1);
  return token?.firstOnLine === true && beginsArm(cursor, ahead);
}

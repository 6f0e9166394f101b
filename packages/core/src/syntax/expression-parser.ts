// Expressions, by operator precedence (Pratt). Parentheses leave no node; a missing operand leaves a `missing` one.
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { type Span, span } from "../source/span.ts";
import { rewriteChain } from "./chained-comparison.ts";
import {
  accept,
  acceptKeyword,
  advance,
  type Cursor,
  current,
  emptySpan,
  enter,
  expect,
  expectClosing,
  expectKeyword,
  fail,
  failExpected,
  isAt,
  isAtKeyword,
  leave,
  nameOf,
  peek,
  report,
  spanFrom,
  startOf,
} from "./cursor.ts";
import { maximumHeight } from "./limits.ts";
import { isName, isReserved, parseName } from "./name-parser.ts";
import { bindingOfNext, COMPARISON, NOT, OR, PRODUCT, SUM } from "./operators.ts";
import {
  acceptDash,
  beginsArm,
  isAtNumber,
  parseElements,
  parseList,
  parseLiteral,
  parsePattern,
  parseRecord,
} from "./pattern-parser.ts";
import type {
  BinaryOperator,
  Expression,
  IsExpression,
  MatchValueArm,
  Name,
  QuantifierExpression,
} from "./tree.ts";

/** Reads a whole expression. */
export function parseExpression(cursor: Cursor): Expression {
  return parseBinary(cursor, OR);
}

/** Reads a condition, which no record and no clause's keyword begins. */
export function parseCondition(cursor: Cursor): Expression {
  const { kind, keyword } = current(cursor);
  if (kind !== "{" && kind !== "end" && keyword !== "THEN") return parseExpression(cursor);
  failExpected(cursor, "a condition");
  return missing(cursor);
}

/** Reads an operand of a comparison: sums, products and what binds tighter. */
export function parseOperand(cursor: Cursor): Expression {
  return parseBinary(cursor, SUM);
}

// ---- operators ---------------------------------------------------------------------------------------------------

/** Reads an expression of operators that bind at least as tightly as `minimum`. */
function parseBinary(cursor: Cursor, minimum: number): Expression {
  const start = startOf(cursor);
  let left = parsePrefix(cursor, minimum);
  let loosest = PRODUCT;
  while (true) {
    const operator = bindingOfNext(cursor);
    if (operator < minimum || operator === 0) return left;
    // Right sides take what binds tighter; `x IS KNOWN` has none, and no sum goes on behind it.
    if (operator > loosest) return left;
    loosest = operator;
    const height = cursor.height;
    left =
      operator === COMPARISON
        ? parseComparisons(cursor, left, start)
        : parseOperator(cursor, left, start, operator);
    cursor.height = Math.max(height, cursor.height) + 1;
    if (cursor.height > maximumHeight) {
      const at = spanFrom(cursor, start);
      fail(cursor, syntaxDiagnostics.tooLong, at, { limit: maximumHeight });
    }
  }
}

/** Reads OR, AND, a sum's or a product's operator and its right side. */
function parseOperator(
  cursor: Cursor,
  left: Expression,
  start: number,
  binding: number,
): Expression {
  const token = advance(cursor);
  const operator = logicalAndArithmetic(token.keyword ?? token.kind);
  const right = parseBinary(cursor, binding + 1);
  const operatorSpan = span(token.start, token.end);
  return { kind: "binary", operator, left, right, operatorSpan, span: spanFrom(cursor, start) };
}

function logicalAndArithmetic(written: string): BinaryOperator {
  switch (written) {
    case "OR":
    case "AND":
    case "+":
    case "*":
    case "/":
    case "MOD":
      return written;
    default:
      return "-";
  }
}

/** Reads one comparison. A second one in the same chain is reported and read, a third gives up. */
function parseComparisons(cursor: Cursor, left: Expression, start: number): Expression {
  const first = parseComparison(cursor, left, start);
  if (bindingOfNext(cursor) !== COMPARISON) return first;
  const second = parseComparison(cursor, first, start);
  report(cursor, syntaxDiagnostics.chainedComparison, spanFrom(cursor, start), {
    rewritten: cursor.failed ? null : rewriteChain(cursor.text, first, second, start),
  });
  if (bindingOfNext(cursor) === COMPARISON) cursor.failed = true;
  return second;
}

function parseComparison(cursor: Cursor, left: Expression, start: number): Expression {
  const token = advance(cursor);
  const written = token.keyword ?? token.kind;
  switch (written) {
    case "=":
    case "==":
      return compareBy("==", span(token.start, token.end), cursor, left, start);
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "IN":
    case "CONTAINS":
    case "MATCHES":
      return compareBy(written, span(token.start, token.end), cursor, left, start);
    case "NOT":
      return compareBy("NOT IN", span(token.start, advance(cursor).end), cursor, left, start);
    case "STARTS":
      return compareBy("STARTS WITH", span(token.start, advance(cursor).end), cursor, left, start);
    case "ENDS":
      return compareBy("ENDS WITH", span(token.start, advance(cursor).end), cursor, left, start);
    case "BETWEEN": {
      const low = parseOperand(cursor);
      expectKeyword(cursor, "AND", "AND between the two ends of BETWEEN");
      const high = beside(cursor, parseOperand);
      return { kind: "between", value: left, low, high, span: spanFrom(cursor, start) };
    }
    default:
      return parseIs(cursor, left, start);
  }
}

/** Reads the right side of a comparison. */
function compareBy(
  operator: BinaryOperator,
  operatorSpan: Span,
  cursor: Cursor,
  left: Expression,
  start: number,
): Expression {
  const right = parseOperand(cursor);
  return { kind: "binary", operator, left, right, operatorSpan, span: spanFrom(cursor, start) };
}

/** Reads what follows IS. */
function parseIs(cursor: Cursor, subject: Expression, start: number): Expression {
  const negated = acceptKeyword(cursor, "NOT");
  const is = (state: IsExpression["state"]): Expression => {
    advance(cursor);
    return { kind: "is", subject, state, negated, span: spanFrom(cursor, start) };
  };
  if (isAtKeyword(cursor, "MISSING")) return is("MISSING");
  if (isAtKeyword(cursor, "KNOWN")) return is("KNOWN");
  if (isAtKeyword(cursor, "UNKNOWN")) {
    const { start: from, end } = current(cursor);
    report(cursor, syntaxDiagnostics.unknownAsValue, span(from, end), { behindIs: true });
    return is("MISSING");
  }
  failExpected(cursor, "MISSING or KNOWN after IS (to compare, write `==`)");
  // The subject is what was compared, never the condition itself, which would be true or false.
  return { kind: "is", subject, state: "KNOWN", negated, span: spanFrom(cursor, start) };
}

// ---- prefix operators --------------------------------------------------------------------------------------------

/** Reads an operand with its prefix operators. NOT and quantifiers are looser than what `minimum` may ask for. */
function parsePrefix(cursor: Cursor, minimum: number): Expression {
  const token = current(cursor);
  switch (token.keyword) {
    case "NOT":
      return inParentheses(cursor, minimum > NOT, "NOT", parseNot);
    case "ANY":
    case "ALL":
    case "NONE":
      if (!isName(peek(cursor, 1)) || peek(cursor, 2).keyword !== "IN") break;
      return inParentheses(cursor, minimum > COMPARISON, token.keyword, parseQuantifier);
    case "IF":
      if (token.firstOnLine) break;
      return inParentheses(cursor, true, "IF", parseConditional);
    default:
      break;
  }
  if (token.kind !== "-" || isAtNumber(cursor)) return parsePostfix(cursor);
  advance(cursor);
  const operand = nested(cursor, (within) => parsePrefix(within, PRODUCT + 1));
  return { kind: "unary", operator: "-", operand, span: spanFrom(cursor, token.start) };
}

/** Reads with `parse` what binds too loosely to stand here bare, and reports that when it does. */
function inParentheses(
  cursor: Cursor,
  needed: boolean,
  what: string,
  parse: (cursor: Cursor) => Expression,
): Expression {
  const start = startOf(cursor);
  const expression = parse(cursor);
  const at = spanFrom(cursor, start);
  if (needed) report(cursor, syntaxDiagnostics.parenthesesNeeded, at, { what });
  return expression;
}

function parseNot(cursor: Cursor): Expression {
  const { start } = advance(cursor);
  const operand = nested(cursor, (within) => parseBinary(within, NOT));
  return { kind: "unary", operator: "NOT", operand, span: spanFrom(cursor, start) };
}

function parseQuantifier(cursor: Cursor): Expression {
  const token = advance(cursor);
  const quantifier: QuantifierExpression["quantifier"] =
    token.keyword === "ANY" ? "ANY" : token.keyword === "ALL" ? "ALL" : "NONE";
  const variable = parseName(cursor, "a name for the element");
  expectKeyword(cursor, "IN", "IN and a list");
  const collection = parseOperand(cursor);
  expectKeyword(cursor, "SATISFIES", "SATISFIES and a condition after the list");
  const condition = beside(cursor, (before) =>
    nested(before, (within) => parseBinary(within, COMPARISON)),
  );
  const at = spanFrom(cursor, token.start);
  return { kind: "quantifier", quantifier, variable, collection, condition, span: at };
}

/** Reads one level deeper. */
function nested(cursor: Cursor, parse: (cursor: Cursor) => Expression): Expression {
  if (!enter(cursor)) return missing(cursor);
  const expression = parse(cursor);
  leave(cursor);
  cursor.height++;
  return expression;
}

function missing(cursor: Cursor): Expression {
  return { kind: "missing", span: emptySpan(cursor) };
}

// ---- operands ----------------------------------------------------------------------------------------------------

/** Reads a name with the members and indexes behind it: `Workers[0].name`. */
export function parsePath(cursor: Cursor): Expression {
  const start = startOf(cursor);
  cursor.height = 1;
  return parseSteps(cursor, referenceTo(parseName(cursor, "a name")), start);
}

/** Reads an operand with the members and indexes that follow it. */
function parsePostfix(cursor: Cursor): Expression {
  const start = startOf(cursor);
  return parseSteps(cursor, parsePrimary(cursor), start);
}

function parseSteps(cursor: Cursor, value: Expression, start: number): Expression {
  let object = value;
  while (true) {
    if (accept(cursor, ".")) {
      const name = parseName(cursor, "a field's name after `.`");
      object = { kind: "member", object, name, span: spanFrom(cursor, start) };
    } else if (isAt(cursor, "[") && !current(cursor).firstOnLine) {
      const height = cursor.height;
      const opening = advance(cursor);
      const index = enclosed(cursor, parseExpression);
      expectClosing(cursor, "]", opening, "`]` after the index");
      object = { kind: "index", object, index, span: spanFrom(cursor, start) };
      cursor.height = Math.max(height, cursor.height);
    } else {
      return object;
    }
    if (++cursor.height > maximumHeight) {
      const at = spanFrom(cursor, start);
      fail(cursor, syntaxDiagnostics.tooLong, at, { limit: maximumHeight });
    }
  }
}

/** Reads what stands beside the expression read last: the height is that of the higher one. */
function beside<Tree>(cursor: Cursor, parse: (cursor: Cursor) => Tree): Tree {
  const { height } = cursor;
  const tree = parse(cursor);
  cursor.height = Math.max(height, cursor.height);
  return tree;
}

/** Reads between brackets: one level deeper, where a `-` begins no item. */
function enclosed(cursor: Cursor, parse: (cursor: Cursor) => Expression): Expression {
  const { inBlock } = cursor;
  cursor.inBlock = false;
  const expression = nested(cursor, parse);
  cursor.inBlock = inBlock;
  return expression;
}

function parsePrimary(cursor: Cursor): Expression {
  const token = current(cursor);
  cursor.height = 1;
  switch (token.kind) {
    case "(":
      return parseParentheses(cursor);
    case "[":
      return parseList(cursor, parseExpression);
    case "{":
      return parseRecord(cursor, parseExpression);
    case "quoted":
      advance(cursor);
      return referenceTo(nameOf(cursor, token));
    case "word":
      return parseWord(cursor);
    case "number":
    case "-":
    case "text":
      return parseLiteral(cursor);
    default:
      failExpected(cursor, "a value");
      return missing(cursor);
  }
}

function referenceTo(name: Name): Expression {
  return { kind: "reference", name: name.text, span: name.span };
}

function parseParentheses(cursor: Cursor): Expression {
  const opening = advance(cursor);
  const inner = enclosed(cursor, (within) =>
    isAtKeyword(within, "IF") ? parseConditional(within) : parseExpression(within),
  );
  expectClosing(cursor, ")", opening, "`)` after the expression");
  return inner;
}

function parseWord(cursor: Cursor): Expression {
  const token = current(cursor);
  switch (token.keyword) {
    case "TRUE":
    case "FALSE":
    case "NULL":
      return parseLiteral(cursor);
    case "MATCH":
      if (standsAsName(cursor)) break;
      return parseMatchValue(cursor);
    case "UNKNOWN":
      fail(cursor, syntaxDiagnostics.unknownAsValue, span(token.start, token.end), {
        behindIs: false,
      });
      return missing(cursor);
    default:
      break;
  }
  if (isReserved(token) && !standsAsName(cursor)) {
    failExpected(cursor, "a value");
    return missing(cursor);
  }
  const next = peek(cursor, 1).kind;
  if (next === "(" || next === "::") return parseCall(cursor);
  return referenceTo(parseName(cursor, "a value"));
}

/** Whether a reserved word stands where its author must have meant a name: `IF Set > 5`. */
function standsAsName(cursor: Cursor): boolean {
  const { keyword } = current(cursor);
  if (keyword === "THEN" || keyword === "ELSE" || keyword === "AND" || keyword === "OR")
    return false;
  const { kind, firstOnLine } = peek(cursor, 1);
  return (
    !firstOnLine && (kind === "." || kind === "<" || kind === ">" || kind === "==" || kind === "=")
  );
}

function parseCall(cursor: Cursor): Expression {
  const { start } = current(cursor);
  const path = [parseName(cursor, "a function's name").text];
  while (accept(cursor, "::")) path.push(parseName(cursor, "a function's name after `::`").text);
  const pathSpan = spanFrom(cursor, start);
  const opening = current(cursor);
  if (!expect(cursor, "(", "`(` and the function's arguments")) return missing(cursor);
  const values = parseElements(cursor, ")", (within) =>
    isAt(within, "|") ? parseLambda(within) : parseExpression(within),
  );
  expectClosing(cursor, ")", opening, "`,` or `)` after the argument");
  return { kind: "call", path, pathSpan, arguments: values, span: spanFrom(cursor, start) };
}

function parseLambda(cursor: Cursor): Expression {
  const { start } = advance(cursor);
  const parameters = [parseName(cursor, "a parameter's name")];
  while (accept(cursor, ",")) parameters.push(parseName(cursor, "a parameter's name"));
  expect(cursor, "|", "`|` after the parameters");
  const body = nested(cursor, parseExpression);
  return { kind: "lambda", parameters, body, span: spanFrom(cursor, start) };
}

/** Reads `IF c THEN a ELSE IF d THEN b ELSE e`, which stands in parentheses. */
function parseConditional(cursor: Cursor): Expression {
  const { start } = current(cursor);
  const branches: { readonly condition: Expression; readonly value: Expression }[] = [];
  let height = 0;
  const part = (): Expression => {
    const expression = nested(cursor, parseExpression);
    height = Math.max(height, cursor.height);
    return expression;
  };
  do {
    advance(cursor);
    const condition = part();
    expectKeyword(cursor, "THEN", "THEN after the condition");
    branches.push({ condition, value: part() });
    expectKeyword(cursor, "ELSE", "ELSE: a value needs one for every case");
  } while (isAtKeyword(cursor, "IF"));
  const otherwise = part();
  cursor.height = height;
  return { kind: "conditional", branches, otherwise, span: spanFrom(cursor, start) };
}

function parseMatchValue(cursor: Cursor): Expression {
  const { start } = advance(cursor);
  const subject = parseExpression(cursor);
  const opening = current(cursor);
  if (!expect(cursor, "{", "`{` and the arms of MATCH")) return subject;
  const arms: MatchValueArm[] = [];
  const { inBlock } = cursor;
  if (!enter(cursor)) return subject;
  cursor.inBlock = true;
  while (!cursor.failed && !isAt(cursor, "}") && !isAt(cursor, "end")) {
    acceptDash(cursor);
    arms.push(beside(cursor, parseValueArm));
    if (!accept(cursor, ",") && !isAt(cursor, "}") && !beginsNextArm(cursor)) break;
  }
  cursor.inBlock = inBlock;
  leave(cursor);
  expectClosing(cursor, "}", opening, "`,` or `}` after the arm");
  cursor.height++;
  return { kind: "match-value", subject, arms, span: spanFrom(cursor, start) };
}

/** Whether an arm follows without a comma: behind a `-`, or on a line of its own. */
function beginsNextArm(cursor: Cursor): boolean {
  const { kind, firstOnLine } = current(cursor);
  if (kind === "bullet") return true;
  return kind === "-" ? beginsArm(cursor, 1) : firstOnLine && beginsArm(cursor, 0);
}

function parseValueArm(cursor: Cursor): MatchValueArm {
  const start = startOf(cursor);
  const pattern = parsePattern(cursor);
  const guard = acceptKeyword(cursor, "WHEN") ? parseCondition(cursor) : null;
  expect(cursor, "=>", "`=>` after the pattern");
  const value = guard === null ? parseExpression(cursor) : beside(cursor, parseExpression);
  return { pattern, guard, value, span: spanFrom(cursor, start) };
}

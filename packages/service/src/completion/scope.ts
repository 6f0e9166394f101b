// What names mean at a cursor: attributes, LET names, and what unfinished loops, quantifiers and lambdas before it bind.
import type { Token, Type } from "@omega/core";
import { type Situation, textOf } from "./situation.ts";

/** The names that blocks bind at the cursor, with their types; undetermined where nothing is known. */
export type BoundTypes = ReadonlyMap<string, Type>;

const undetermined: Type = { kind: "undetermined" };

/** The names bound at the cursor, by the tokens before it. */
export function boundTypes(situation: Situation): BoundTypes {
  const bound = new Map<string, Type>();
  const { locals } = situation.document.meanings;
  for (const { kind, name, type, declaration, scope } of locals) {
    const isAbove = declaration.span.start < situation.itemStart;
    if (kind === "let" && isAbove && situation.offset <= scope.end) bound.set(name, type);
  }
  const { tokens } = situation;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (isBinder(token) && tokens[index + 1]?.kind === "word") {
      const name = textOf(situation, tokens[index + 1] ?? token);
      if (token.keyword === "LET") {
        const declared = locals.find((local) => local.name === name);
        bound.set(name, declared?.type ?? undetermined);
        continue;
      }
      const isIndexed = tokens[index + 2]?.kind === ",";
      if (isIndexed) bound.set(textOf(situation, tokens[index + 3] ?? token), undetermined);
      const at = index + (isIndexed ? 4 : 2);
      if (tokens[at]?.keyword === "IN")
        bound.set(name, elementOf(typeFrom(situation, at + 1, bound)));
    } else if (token.kind === "|" && isLambdaStart(tokens, index)) {
      for (const parameter of tokens.slice(index + 1)) {
        if (parameter.kind === "|") break;
        if (parameter.kind === "word") {
          bound.set(textOf(situation, parameter), memberOfCall(situation, index, bound));
        }
      }
    }
  }
  return bound;
}

function isBinder({ keyword }: Token): boolean {
  switch (keyword) {
    case "FOR":
    case "LET":
    case "ANY":
    case "ALL":
    case "NONE":
      return true;
    default:
      return false;
  }
}

/** A `|` behind `(` or `,` opens a lambda; one behind a name closes it. */
function isLambdaStart(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.kind;
  return before === "(" || before === ",";
}

/** The member of the list that the call around a lambda has as its first argument. */
function memberOfCall(situation: Situation, lambda: number, bound: BoundTypes): Type {
  const { tokens } = situation;
  let closed = 0;
  for (let index = lambda - 1; index >= 0; index--) {
    const kind = tokens[index]?.kind;
    if (kind === ")") closed++;
    else if (kind === "(" && closed-- === 0) {
      return elementOf(typeFrom(situation, index + 1, bound));
    }
  }
  return undetermined;
}

/** The type of the path that begins at a token. */
function typeFrom(situation: Situation, start: number, bound: BoundTypes): Type {
  const { tokens } = situation;
  let end = start + 1;
  while (end < tokens.length && continuesPath(tokens, end)) end++;
  return typeOfPath(situation, start, end, bound);
}

function continuesPath(tokens: readonly Token[], index: number): boolean {
  const kind = tokens[index]?.kind;
  const before = tokens[index - 1]?.kind;
  if (kind === "." || kind === "[") return true;
  return before === "." || before === "[" || kind === "]";
}

/** The type of the path that ends before the token `end`, `worker.tools[0]`. */
export function typeOfPathBefore(situation: Situation, end: number, bound: BoundTypes): Type {
  let start = end - 1;
  const { tokens } = situation;
  while (start > 0) {
    const kind = tokens[start]?.kind;
    const before = tokens[start - 1]?.kind;
    if (kind === "]") {
      while (start > 0 && tokens[start]?.kind !== "[") start--;
      start--;
    } else if (before === ".") start -= 2;
    else break;
  }
  return typeOfPath(situation, start, end, bound);
}

function typeOfPath(situation: Situation, start: number, end: number, bound: BoundTypes): Type {
  const { tokens, document } = situation;
  const first = tokens[start];
  if (first === undefined) return undetermined;
  const root = nameOf(situation, first);
  let type = bound.get(root) ?? document.meanings.attributes.get(root)?.type ?? undetermined;
  for (let index = start + 1; index < end; index++) {
    const token = tokens[index];
    if (token?.kind === ".") {
      const name = tokens[++index];
      type = name === undefined || index >= end ? type : memberOf(type, nameOf(situation, name));
    } else if (token?.kind === "[") {
      while (index < end && tokens[index]?.kind !== "]") index++;
      type = elementOf(type);
    }
  }
  return type;
}

function nameOf(situation: Situation, token: Token): string {
  return textOf(situation, token).replaceAll("`", "");
}

function elementOf(type: Type): Type {
  return type.kind === "list" ? type.element : undetermined;
}

function memberOf(type: Type, name: string): Type {
  const found =
    type.kind === "record" ? type.fields.find((field) => field.name === name) : undefined;
  return found?.type ?? undetermined;
}

/**
 * The type of what the cursor's operand stands beside: `Mode == ` wants what Mode is, `Distance BETWEEN 1m AND ` a length,
 * a default what its attribute is declared as; undetermined where nothing says.
 */
export function expectedType(situation: Situation, bound: BoundTypes): Type {
  const { tokens, section, document } = situation;
  if (section === "CONTEXT") {
    const [, label] = tokens;
    const name = label === undefined ? "" : nameOf(situation, label);
    return document.meanings.attributes.get(name)?.type ?? undetermined;
  }
  for (let index = tokens.length - 1; index > 0; index--) {
    const token = tokens[index];
    if (token === undefined) break;
    if (isComparison(token)) {
      const before = token.keyword === "IN" && tokens[index - 1]?.keyword === "NOT" ? 1 : 0;
      return typeOfPathBefore(situation, index - before, bound);
    }
    if (!isPartOfOperand(token)) break;
  }
  return undetermined;
}

function isComparison({ kind, keyword }: Token): boolean {
  switch (kind) {
    case "=":
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "+":
    case "-":
      return true;
    default:
      return keyword === "BETWEEN" || keyword === "IN";
  }
}

/** What may stand between a comparison and the cursor: the first bound of BETWEEN, members of a list. */
function isPartOfOperand({ kind, keyword }: Token): boolean {
  return kind === "number" || kind === "text" || kind === "[" || kind === "," || keyword === "AND";
}

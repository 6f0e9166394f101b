// What a grammar cannot say: which characters are letters, which units are too large, how deep and how high a tree may be.
import type { Node } from "ohm-js";
import { parseUnit } from "../semantics/units/unit.ts";
import { maximumDepth, maximumHeight } from "./limits.ts";
import { isIdentifier } from "./names.ts";
import { elementsOf } from "./reference-expressions.ts";
import { type Match, semantics } from "./reference-items.ts";
import type { Sign } from "./reference-layout.ts";

/** Something that fits the grammar and is no OMEGA all the same. */
export interface Flaw {
  readonly offset: number;
  readonly expected: string;
}

const flawsOf = (match: Match): readonly Flaw[] => match.toFlaws();
const depthOf = (match: Match): number => match.toDepth();
const heightOf = (match: Match): number => match.height;

/** What keeps a match from being an item; `signs` are those that its lines have written into its text. */
export function findFlaws(match: Match, signs: readonly Sign[]): readonly Flaw[] {
  const flaws = flawsOf(match).filter(
    ({ offset }) => !signs.some((sign) => sign.offset === offset),
  );
  return depthOf(match) > maximumDepth ? [...flaws, tooDeep] : flaws;
}

export const tooDeep: Flaw = { offset: 0, expected: `at most ${maximumDepth} levels` };

/** Whether more brackets are open at once than may be: such a text is refused before Ohm recurses into it. */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  return [...text.matchAll(bracketPattern)].some(([written]) => {
    if (/^[([{]$/.test(written)) depth++;
    else if (/^[)\]}]$/.test(written)) depth--;
    return depth > maximumDepth;
  });
}

/** Brackets; and texts, names in backticks and comments, to step over them. */
export const bracketPattern =
  /"(?:\\.|[^"\\\r\n])*"|`[^`\r\n]*`|(?<=[\0-\x20])(?:#|\/\/)[^\r\n]*|[()[\]{}]/g;

// ---- flaws -------------------------------------------------------------------------------------------------------

semantics.addOperation<readonly Flaw[]>("toFlaws", {
  word(_start, _parts) {
    return flawUnless(this, isIdentifier(this.sourceString), "a name");
  },
  unit(_first, _others) {
    return flawUnless(this, parseUnit(this.sourceString) !== null, "a unit");
  },
  wholeNumber(digits) {
    return flawUnless(this, digits.numChildren < 10, "a number of at most nine digits");
  },
  text: (_open, _characters, _close) => [],
  quotedName: (_open, _characters, _close) => [],
  label: (_label) => [],
  prose: (_characters) => [],
  _terminal() {
    // Signs that the author wrote; those of the lines are taken out by who knows them.
    const isSign = this.sourceString === "•" || this.sourceString === "◂";
    return flawUnless(this, !isSign, "an item");
  },
  _nonterminal(...children) {
    const isTooHigh = isOperation(this) && heightOf(this) > maximumHeight;
    const own = flawUnless(this, !isTooHigh, `expressions of a height up to ${maximumHeight}`);
    return [...own, ...children.flatMap(flawsOf)];
  },
  _iter: (...children) => children.flatMap(flawsOf),
});

function flawUnless(node: Node, isRight: boolean, expected: string): readonly Flaw[] {
  return isRight ? [] : [{ offset: node.source.startIdx, expected }];
}

/** Whether operators or steps were matched, not only their operand. */
function isOperation({ ctorName, children: [first, others] }: Node): boolean {
  switch (ctorName) {
    case "Expression":
    case "Conjunction":
    case "Sum":
    case "Product":
      return first !== undefined && elementsOf(first).length > 1;
    case "Path":
    case "Target":
      return others !== undefined && others.numChildren > 0;
    default:
      return /^Comparison_/.test(ctorName);
  }
}

// ---- depth and height --------------------------------------------------------------------------------------------

const most = (nodes: readonly Node[], measure: (node: Node) => number): number =>
  nodes.reduce((greatest, node) => Math.max(greatest, measure(node)), 0);

semantics.addOperation<number>("toDepth", {
  Block: (_open, items, _close) => depthOf(items) + 1,
  Governed: (items, _end) => depthOf(items) + 1,
  Match: (_label, _match, subject, _open, arms, _close, unknown) =>
    Math.max(depthOf(subject), depthOf(arms) + 1, depthOf(unknown)),
  MatchValue: (_match, subject, _open, arms, _close) =>
    Math.max(depthOf(subject), depthOf(arms) + 1),
  Negation_not: (_not, operand) => depthOf(operand) + 1,
  Factor_negative: (_minus, operand) => depthOf(operand) + 1,
  Quantifier: (_word, _name, _in, collection, _satisfies, condition) =>
    Math.max(depthOf(collection), depthOf(condition) + 1),
  // Its parentheses are a level, and so is each of its parts.
  Conditional: (_open, _if, condition, _then, value, others, _else, otherwise, _close) =>
    most([condition, value, others, otherwise], depthOf) + 2,
  Value_parentheses: (_open, inner, _close) => depthOf(inner) + 1,
  Step_index: (_open, index, _close) => depthOf(index) + 1,
  List: (_open, elements, _close) => depthOf(elements) + 1,
  Record: (_open, fields, _close) => depthOf(fields) + 1,
  Call: (_path, _open, values, _close) => depthOf(values) + 1,
  Lambda: (_open, _parameters, _close, body) => depthOf(body) + 1,
  Arguments_list: (_open, values, _close) => depthOf(values) + 1,
  TypeBase: (base) => depthOf(base) + 1,
  _terminal: () => 0,
  _nonterminal: (...children) => most(children, depthOf),
  _iter: (...children) => most(children, depthOf),
});

/** The height of operators of one strength, which lean to the left. */
function chainHeight(list: Node): number {
  const [first, ...others] = elementsOf(list).map(heightOf);
  return others.reduce((height, other) => Math.max(height, other) + 1, first ?? 0);
}

function stepsHeight(start: number, steps: Node): number {
  return steps.children.reduce((height, step) => Math.max(height, heightOf(step)) + 1, start);
}

semantics.addAttribute<number>("height", {
  Expression: chainHeight,
  Conjunction: chainHeight,
  Sum: chainHeight,
  Product: chainHeight,
  Negation_not: (_not, operand) => heightOf(operand) + 1,
  Factor_negative: (_minus, operand) => heightOf(operand) + 1,
  Quantifier: (_word, _name, _in, collection, _satisfies, condition) =>
    Math.max(heightOf(collection), heightOf(condition) + 1),
  Comparison_between: (value, _between, low, _and, high) => most([value, low, high], heightOf) + 1,
  Comparison_is: (subject, _is, _not, _state) => heightOf(subject) + 1,
  Comparison_binary: (left, _operator, right) => most([left, right], heightOf) + 1,
  Path: (value, _starts, steps) => stepsHeight(heightOf(value), steps),
  Value_parentheses: (_open, inner, _close) => heightOf(inner) + 1,
  Value_reference: (_name) => 1,
  Target: (_name, _starts, steps) => stepsHeight(1, steps),
  Scalar: (_scalar) => 1,
  Conditional: (_open, _if, condition, _then, value, others, _else, otherwise, _close) =>
    most([condition, value, others, otherwise], heightOf) + 2,
  MatchValue: (_match, subject, _open, arms, _close) =>
    Math.max(heightOf(subject), heightOf(arms)) + 1,
  Step_index: (_open, index, _close) => heightOf(index) + 1,
  List: (_open, elements, _close) => heightOf(elements) + 1,
  Record: (_open, fields, _close) => heightOf(fields) + 1,
  Call: (_path, _open, values, _close) => heightOf(values) + 1,
  Lambda: (_open, _parameters, _close, body) => heightOf(body) + 1,
  _terminal: () => 0,
  _nonterminal: (...children) => most(children, heightOf),
  _iter: (...children) => most(children, heightOf),
});

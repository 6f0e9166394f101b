// What a grammar cannot say: which characters are letters, which units are too large, how deep and how high a tree may be.
import type { Node } from "ohm-js";
import { parseUnit } from "../semantics/units/unit.ts";
import { maximumDepth, maximumHeight } from "./limits.ts";
import { isIdentifier } from "./names.ts";
import { elementsOf } from "./reference-expressions.ts";
import { semantics } from "./reference-items.ts";
import type { Sign } from "./reference-layout.ts";

/** Something that fits the grammar and is no OMEGA all the same. */
export interface Flaw {
  readonly offset: number;
  readonly expected: string;
}

const flawsOf = (node: Node): readonly Flaw[] => node.toFlaws();
const depthOf = (node: Node): number => node.toDepth();
const heightOf = (node: Node): number => node.toHeight();

/** What keeps a match from being an item; `signs` are those that its lines have written into its text. */
export function findFlaws(match: Node, signs: readonly Sign[]): readonly Flaw[] {
  const flaws = flawsOf(match).filter(
    ({ offset }) => !signs.some((sign) => sign.offset === offset),
  );
  const offset = match.source.startIdx;
  if (depthOf(match) > maximumDepth)
    flaws.push({ offset, expected: `at most ${maximumDepth} levels` });
  if (heightOf(match) > maximumHeight) {
    flaws.push({ offset, expected: `expressions of at most ${maximumHeight} operators` });
  }
  return flaws;
}

/** How many brackets are open at once, for a text to be refused before Ohm recurses into it. */
export function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [written] of text.matchAll(/"(?:\\.|[^"\\\r\n])*"|`[^`\r\n]*`|[()[\]{}]/g)) {
    if (/^[([{]$/.test(written)) depth++;
    else if (/^[)\]}]$/.test(written)) depth--;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

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
  _nonterminal: (...children) => children.flatMap(flawsOf),
  _iter: (...children) => children.flatMap(flawsOf),
});

function flawUnless(node: Node, isRight: boolean, expected: string): readonly Flaw[] {
  return isRight ? [] : [{ offset: node.source.startIdx, expected }];
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

semantics.addOperation<number>("toHeight", {
  Expression: chainHeight,
  Conjunction: chainHeight,
  Sum: chainHeight,
  Product: chainHeight,
  Negation_not: (_not, operand) => heightOf(operand) + 1,
  Factor_negative: (_minus, operand) => heightOf(operand) + 1,
  Quantifier: (_word, _name, _in, collection, _satisfies, condition) =>
    Math.max(heightOf(collection), heightOf(condition)) + 1,
  Comparison_between: (value, _between, low, _and, high) => most([value, low, high], heightOf) + 1,
  Comparison_is: (subject, _is, _not, _state) => heightOf(subject) + 1,
  Comparison_binary: (left, _operator, right) => most([left, right], heightOf) + 1,
  Path: (value, _starts, steps) =>
    steps.children.reduce((height, step) => Math.max(height, heightOf(step)) + 1, heightOf(value)),
  Value_parentheses: (_open, inner, _close) => heightOf(inner) + 1,
  Value_reference: (_name) => 1,
  Scalar: (_scalar) => 1,
  Conditional: (_open, _if, condition, _then, value, others, _else, otherwise, _close) =>
    most([condition, value, others, otherwise], heightOf) + 1,
  MatchValue: (_match, subject, _open, arms, _close) =>
    Math.max(heightOf(subject), heightOf(arms)) + 1,
  List: (_open, elements, _close) => heightOf(elements) + 1,
  Record: (_open, fields, _close) => heightOf(fields) + 1,
  Call: (_path, _open, values, _close) => heightOf(values) + 1,
  Lambda: (_open, _parameters, _close, body) => heightOf(body) + 1,
  _terminal: () => 0,
  _nonterminal: (...children) => most(children, heightOf),
  _iter: (...children) => most(children, heightOf),
});

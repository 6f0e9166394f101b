// Laws of three-valued logic: what is not known never turns a yes into a no, and what says the same decides the same.
import type { Ir, JsonValue, Program, Tree } from "@omega/core";
import * as fc from "fast-check";
import type { JsonRecord } from "../generate/contexts.ts";
import { type Draw, drawn } from "../generate/draw.ts";
import * as node from "../generate/nodes.ts";
import type { ExpressionSource } from "../generate/policies/expression-source.ts";
import { booleanKind, type Kind, listOf, plainKind } from "../generate/policies/kinds.ts";
import {
  freshName,
  listPaths,
  pathsIn,
  type Scope,
  withVariable,
} from "../generate/policies/scope.ts";
import { type Question, questions, type Truth } from "./conditions.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";

const depth = 2;

// --- knowing less -------------------------------------------------------------------------------------------------

interface Forgotten {
  readonly question: Question;
  /** The context with some of its data left out. */
  readonly poorer: JsonRecord;
  readonly [fc.toStringMethod]: () => string;
}

const monotone = law(
  {
    name: "knowing-less-decides-less",
    statement: "leaving out a datum makes a condition unknown or leaves it as it was",
    cases: 300,
  },
  forgotten,
  (example) => {
    if (example === null) return;
    const { question, poorer } = example;
    const knowing = question.judge();
    const forgetting = question.judge(poorer);
    for (const [position, truth] of forgetting.entries()) {
      const was = knowing[position];
      expectThat(
        truth === "unknown" || truth === was,
        `condition ${position} was ${was} and is ${truth} with ${JSON.stringify(poorer)}`,
      );
    }
  },
);

function forgotten(size: number): fc.Arbitrary<Forgotten | null> {
  const conditions = questions(size, "part", (source, scope) =>
    source.draw.list(1, 3, () => source.of(booleanKind, scope, 3)),
  );
  const choices = drawn(4, (draw) => draw.list(1, 4, () => draw.whole(2 ** 20)));
  return fc.tuple(conditions, choices).map(([question, which]) => {
    if (question === null) return null;
    const poorer = which.reduce<JsonRecord>(
      (context, choice) => forgetOne(context, question.program, choice),
      question.context,
    );
    const shown = (): string => `${question[fc.toStringMethod]()}${JSON.stringify(poorer)}`;
    return { question, poorer, [fc.toStringMethod]: shown };
  });
}

/** The context without one of the data in it; a datum that a default stands in for stays. */
function forgetOne(context: JsonRecord, program: Program, choice: number): JsonRecord {
  const forgettable = new Map(
    program.attributes.flatMap((attribute) =>
      attribute.default === null ? [[attribute.name, attribute] as const] : [],
    ),
  );
  const names = Object.keys(context).filter((name) => forgettable.has(name));
  const name = names[choice % names.length];
  const attribute = name === undefined ? undefined : forgettable.get(name);
  if (name === undefined || attribute === undefined) return context;
  const rest = Math.floor(choice / names.length);
  return { ...context, [name]: forgetWithin(context[name], attribute, rest) };
}

function forgetWithin(
  json: JsonValue | undefined,
  { type, freshMilliseconds }: Ir.ProgramAttribute,
  choice: number,
): JsonValue {
  const isWhole = type.kind !== "list" && type.kind !== "record";
  if (json === undefined || freshMilliseconds !== null || isWhole) return null;
  return forgetPart(json, choice);
}

/** Null in place of the JSON or of some part of it. */
function forgetPart(json: JsonValue, choice: number): JsonValue {
  if (typeof json !== "object" || json === null || choice % 3 === 0) return null;
  const rest = Math.floor(choice / 3);
  const keys = Object.keys(json);
  const key = keys[rest % keys.length];
  if (key === undefined) return null;
  const further = Math.floor(rest / keys.length);
  if (Array.isArray(json)) {
    return json.map((element, position) =>
      String(position) === key ? forgetPart(element, further) : element,
    );
  }
  if ("unit" in json && "value" in json) return null;
  return Object.fromEntries(
    Object.entries(json).map(([name, part]) => [
      name,
      name === key ? forgetPart(part, further) : part,
    ]),
  );
}

// --- saying the same ----------------------------------------------------------------------------------------------

type Pair = readonly [first: Tree.Expression, second: Tree.Expression];

/** A law that two conditions, drawn together, have the same truth in every context. */
function equivalence(
  name: string,
  statement: string,
  build: (source: ExpressionSource, scope: Scope) => Pair,
): Law {
  return law(
    { name, statement, cases: 120 },
    (size) => questions(size, "part", build),
    (question) => {
      if (question === null) return;
      const [first, second] = question.judge();
      expectSame(second, first, "the second condition");
    },
  );
}

const inAsAny = equivalence(
  "in-is-any",
  "`x IN xs` is `ANY y IN xs SATISFIES y == x`",
  (source, scope) => {
    const { list, element } = drawList(source, scope);
    const each = freshName(scope, "each");
    const value = source.of(element, scope, depth);
    const same = node.binary("==", node.reference(each), value);
    return [node.binary("IN", value, list), node.quantifier("ANY", each, list, same)];
  },
);

const notIn = equivalence("not-in-is-not", "`x NOT IN xs` is `NOT x IN xs`", (source, scope) => {
  const { list, element } = drawList(source, scope);
  const value = source.of(element, scope, depth);
  return [node.binary("NOT IN", value, list), node.not(node.binary("IN", value, list))];
});

const betweenAsTwo = equivalence(
  "between-is-two-comparisons",
  "`x BETWEEN a AND b` is `x >= a AND x <= b`",
  (source, scope) => {
    const paths = pathsIn(scope).filter(({ kind }) => kind.kind === "number");
    const { kind, expression } =
      paths.length === 0
        ? { kind: plainKind, expression: source.of(plainKind, scope, depth) }
        : source.draw.pick(paths);
    const low = source.of(kind, scope, depth);
    const high = source.of(kind, scope, depth);
    const both = node.binary(
      "AND",
      node.binary(">=", expression, low),
      node.binary("<=", expression, high),
    );
    return [node.between(expression, low, high), both];
  },
);

const notAnd = equivalence(
  "not-and-is-or-not",
  "`NOT (a AND b)` is `NOT a OR NOT b`",
  (source, scope) => {
    const [a, b] = drawTwo(source, scope);
    return [node.not(node.binary("AND", a, b)), node.binary("OR", node.not(a), node.not(b))];
  },
);

const notOr = equivalence(
  "not-or-is-and-not",
  "`NOT (a OR b)` is `NOT a AND NOT b`",
  (source, scope) => {
    const [a, b] = drawTwo(source, scope);
    return [node.not(node.binary("OR", a, b)), node.binary("AND", node.not(a), node.not(b))];
  },
);

const order = equivalence("and-commutes", "`a AND b` is `b AND a`", (source, scope) => {
  const [a, b] = drawTwo(source, scope);
  return [node.binary("AND", a, b), node.binary("AND", b, a)];
});

const distribution = equivalence(
  "and-distributes",
  "`a AND (b OR c)` is `(a AND b) OR (a AND c)`",
  (source, scope) => {
    const [a, b] = drawTwo(source, scope);
    const [c] = drawTwo(source, scope);
    return [
      node.binary("AND", a, node.binary("OR", b, c)),
      node.binary("OR", node.binary("AND", a, b), node.binary("AND", a, c)),
    ];
  },
);

const all = equivalence(
  "all-is-not-any-not",
  "`ALL x IN xs SATISFIES c` is `NOT (ANY x IN xs SATISFIES NOT c)`",
  (source, scope) => {
    const { list, each, condition } = drawQuantified(source, scope);
    return [
      node.quantifier("ALL", each, list, condition),
      node.not(node.quantifier("ANY", each, list, node.not(condition))),
    ];
  },
);

const none = equivalence(
  "none-is-not-any",
  "`NONE x IN xs SATISFIES c` is `NOT (ANY x IN xs SATISFIES c)`",
  (source, scope) => {
    const { list, each, condition } = drawQuantified(source, scope);
    return [
      node.quantifier("NONE", each, list, condition),
      node.not(node.quantifier("ANY", each, list, condition)),
    ];
  },
);

const lambdas = equivalence(
  "any-is-any",
  "`any(xs, |x| c)` is `ANY x IN xs SATISFIES c`, and `all` is ALL",
  (source, scope) => {
    const { list, each, condition } = drawQuantified(source, scope);
    const [word, called] = source.draw.pick([
      ["ANY", "any"],
      ["ALL", "all"],
    ] as const);
    return [
      node.quantifier(word, each, list, condition),
      node.call(called, list, node.lambda([each], condition)),
    ];
  },
);

const counting = equivalence(
  "count-is-the-length-of-filter",
  "`count(xs, |x| c) > n` is `length(filter(xs, |x| c)) > n`",
  (source, scope) => {
    const { list, each, condition } = drawQuantified(source, scope);
    const predicate = node.lambda([each], condition);
    const bound = node.number(String(source.draw.whole(3)));
    return [
      node.binary(">", node.call("count", list, predicate), bound),
      node.binary(">", node.call("length", node.call("filter", list, predicate)), bound),
    ];
  },
);

const conditional = equivalence(
  "conditional-is-its-branches",
  "`(IF c THEN a ELSE b)` is `(c AND a) OR (NOT c AND b)` where c is known",
  (source, scope) => {
    const [a, b] = drawTwo(source, scope);
    const known = source.of(booleanKind, { ...scope, variables: [] }, 1);
    const either = node.binary(
      "OR",
      node.binary("AND", known, a),
      node.binary("AND", node.not(known), b),
    );
    return [node.conditional([{ condition: known, value: a }], b), either];
  },
);

const known = law(
  {
    name: "known-is-not-missing",
    statement:
      "`x IS KNOWN` is `x IS NOT MISSING`, is never unknown, and is what a comparison with itself needs",
    cases: 120,
  },
  (size) =>
    questions(size, "part", (source, scope) => {
      const { expression } = source.draw.pick(pathsIn(scope));
      return [
        node.is(expression, "KNOWN"),
        node.is(expression, "MISSING", true),
        node.not(node.is(expression, "MISSING")),
        node.not(node.is(expression, "KNOWN", true)),
      ];
    }),
  (question) => {
    if (question === null) return;
    const truths = question.judge();
    expectSame(
      truths,
      truths.map<Truth | undefined>(() => truths[0]),
      "the four",
    );
    expectThat(truths[0] !== "unknown", "IS KNOWN is unknown");
  },
);

const dots = law(
  {
    name: "dot-is-index-by-text",
    statement: '`a.b` is `a["b"]`',
    cases: 120,
  },
  (size) =>
    questions(size, "part", (source, scope) => {
      const members = pathsIn(scope).flatMap(({ expression, kind }) =>
        expression.kind === "member" && kind.kind !== "record" && kind.kind !== "list"
          ? [{ expression, kind }]
          : [],
      );
      if (members.length === 0) return [node.boolean(true), node.boolean(true)];
      const { expression, kind } = source.draw.pick(members);
      const indexed = node.index(expression.object, node.text(expression.name.text));
      const other = source.of(kind, scope, 1);
      return [node.binary("==", expression, other), node.binary("==", indexed, other)];
    }),
  (question) => {
    if (question === null) return;
    const [first, second] = question.judge();
    expectSame(second, first, "by text");
  },
);

function drawTwo(source: ExpressionSource, scope: Scope): Pair {
  return [source.of(booleanKind, scope, depth), source.of(booleanKind, scope, depth)];
}

function drawList(
  source: ExpressionSource,
  scope: Scope,
): { readonly list: Tree.Expression; readonly element: Kind } {
  const { draw } = source;
  const scalars = listPaths(scope).filter(
    ({ element }) => element.kind !== "record" && element.kind !== "list",
  );
  if (scalars.length === 0) return drawLiteralList(draw, source, scope);
  const { expression, element } = draw.pick(scalars);
  const list = draw.chance(1, 2) ? expression : source.of(listOf(element), scope, depth);
  return { list, element };
}

function drawLiteralList(
  draw: Draw,
  source: ExpressionSource,
  scope: Scope,
): { readonly list: Tree.Expression; readonly element: Kind } {
  const kinds = pathsIn(scope)
    .map(({ kind }) => kind)
    .filter(({ kind }) => kind === "number" || kind === "text");
  const element = kinds.length === 0 ? plainKind : draw.pick(kinds);
  return { list: node.list(draw.list(0, 3, () => source.of(element, scope, 1))), element };
}

function drawQuantified(
  source: ExpressionSource,
  scope: Scope,
): {
  readonly list: Tree.Expression;
  readonly each: string;
  readonly condition: Tree.Expression;
} {
  const lists = listPaths(scope);
  const each = freshName(scope, "each");
  if (lists.length === 0) {
    const { list, element } = drawLiteralList(source.draw, source, scope);
    const inside = withVariable(scope, each, element);
    return { list, each, condition: source.of(booleanKind, inside, depth) };
  }
  const { expression, element } = source.draw.pick(lists);
  const inside = withVariable(scope, each, element);
  return { list: expression, each, condition: source.of(booleanKind, inside, depth) };
}

export const unknownLaws: readonly Law[] = [
  monotone,
  inAsAny,
  notIn,
  betweenAsTwo,
  notAnd,
  notOr,
  order,
  distribution,
  all,
  none,
  lambdas,
  counting,
  conditional,
  known,
  dots,
];

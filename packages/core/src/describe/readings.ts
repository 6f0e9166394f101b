// The paths that expressions read, for sentences about what is not known and for what depends on what.

import { findFunction } from "../std/standard-library.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { CallExpression, Expression } from "../syntax/tree.ts";
import { partsOf } from "./parts.ts";

/** A path as written, and the attribute or variable it begins with. */
interface Reading {
  readonly root: string;
  readonly path: Expression;
}

/** The longest paths that expressions read, each once, in order: `Distance`, `worker.distance`. */
export function readingsOf(expressions: readonly Expression[]): readonly string[] {
  const readings = new Set<string>();
  for (const expression of expressions) {
    visitReadings(expression, new Set(), ({ path }) => readings.add(printExpression(path)));
  }
  return [...readings];
}

/** The attributes and variables that an expression reads, apart from those it binds itself. */
export function namesRead(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  visitReadings(expression, new Set(), ({ root }) => names.add(root));
  return names;
}

function visitReadings(
  expression: Expression,
  bound: ReadonlySet<string>,
  visit: (reading: Reading) => void,
): void {
  switch (expression.kind) {
    case "reference":
    case "member":
    case "index": {
      const root = rootOf(expression);
      if (root !== null && !bound.has(root)) visit({ root, path: expression });
      if (root === null || expression.kind === "index") visitIndexes(expression, bound, visit);
      return;
    }
    case "quantifier":
      visitReadings(expression.collection, bound, visit);
      visitReadings(expression.condition, new Set([...bound, expression.variable.text]), visit);
      return;
    case "lambda": {
      const names = expression.parameters.map(({ text }) => text);
      visitReadings(expression.body, new Set([...bound, ...names]), visit);
      return;
    }
    case "call":
      for (const argument of valuesGiven(expression)) visitReadings(argument, bound, visit);
      return;
    default:
      for (const part of partsOf(expression)) visitReadings(part, bound, visit);
  }
}

/** The name a path begins with; null where it begins with something else, such as a call. */
function rootOf(path: Expression): string | null {
  let at = path;
  while (at.kind === "member" || at.kind === "index") at = at.object;
  return at.kind === "reference" ? at.name : null;
}

/** What a path reads besides its root: indexes, and the call or list it begins with. */
function visitIndexes(
  path: Expression,
  bound: ReadonlySet<string>,
  visit: (reading: Reading) => void,
): void {
  let at = path;
  while (at.kind === "member" || at.kind === "index") {
    if (at.kind === "index") visitReadings(at.index, bound, visit);
    at = at.object;
  }
  if (at.kind !== "reference") visitReadings(at, bound, visit);
}

/** `round(x, m)` names a unit, not a reading. */
function valuesGiven({ path, arguments: given }: CallExpression): readonly Expression[] {
  const signatures = findFunction(path)?.signatures ?? [];
  return given.filter(
    (argument, index) =>
      argument.kind !== "reference" ||
      !signatures.some(({ parameters }) => parameters[index]?.type.kind === "unit-name"),
  );
}

// What a generated expression may name: attributes, LET names, loop variables, lambda parameters, and the paths into them.
import type { Tree } from "@omega/core";
import * as node from "../nodes.ts";
import { type Kind, sameKind } from "./kinds.ts";

export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** True of LET names, which SET may reassign. */
  readonly settable: boolean;
}

export interface Scope {
  readonly variables: readonly Variable[];
  /** Whether IS KNOWN and IS MISSING may be drawn, which no missing reading makes unknown. */
  readonly allowsIs: boolean;
  /** Whether the document or its evaluation has a clock to ask. */
  readonly hasClock: boolean;
}

/** The scope with one more variable. */
export function withVariable(scope: Scope, name: string, kind: Kind, settable = false): Scope {
  return { ...scope, variables: [...scope.variables, { name, kind, settable }] };
}

/** A name that nothing in scope has. */
export function freshName(scope: Scope, stem: string): string {
  return `${stem}${scope.variables.length + 1}`;
}

export interface Path {
  readonly expression: Tree.Expression;
  readonly kind: Kind;
}

const known = new WeakMap<Scope, readonly Path[]>();

/** Everything that can be named in scope: variables, fields, and the first member of lists. */
export function pathsIn(scope: Scope): readonly Path[] {
  const cached = known.get(scope);
  if (cached !== undefined) return cached;
  const paths = scope.variables.flatMap(({ name, kind }) =>
    pathsFrom(node.reference(name), kind, 4),
  );
  known.set(scope, paths);
  return paths;
}

function pathsFrom(expression: Tree.Expression, kind: Kind, depth: number): readonly Path[] {
  const own: Path = { expression, kind };
  if (depth === 0) return [own];
  if (kind.kind === "record") {
    const fields = kind.fields.flatMap((field) =>
      pathsFrom(node.member(expression, field.name), field.kind, depth - 1),
    );
    return [own, ...fields];
  }
  if (kind.kind === "list") {
    const first = node.index(expression, node.number("0"));
    return [own, ...pathsFrom(first, kind.element, depth - 1)];
  }
  return [own];
}

/** The paths of a kind. */
export function pathsOf(scope: Scope, kind: Kind): readonly Path[] {
  return pathsIn(scope).filter((path) => sameKind(path.kind, kind));
}

/** The paths to lists, with the kind of their members. */
export function listPaths(
  scope: Scope,
): readonly { readonly expression: Tree.Expression; readonly element: Kind }[] {
  return pathsIn(scope).flatMap(({ expression, kind }) =>
    kind.kind === "list" ? [{ expression, element: kind.element }] : [],
  );
}

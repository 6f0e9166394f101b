// How the files that draw one kind of expression each reach the others.
import type { Tree } from "@omega/core";
import type { Draw } from "../draw.ts";
import type { Kind } from "./kinds.ts";
import type { Scope } from "./scope.ts";

export interface ExpressionSource {
  readonly draw: Draw;
  /** An expression of that kind, nested at most `depth` deep. */
  of(kind: Kind, scope: Scope, depth: number): Tree.Expression;
}

// The state of inference: what is in scope, what has to wait, and where a conflict of units is reported.
import type { Expression, Name } from "../syntax/tree.ts";
import type { Local } from "./analysis.ts";
import { openScope, type Scope } from "./scope.ts";
import { type Evidence, type Term, type UnitConflict, unify } from "./terms.ts";

/** What the walk needs of the document, and where it leaves what has to wait. */
export interface Inference {
  readonly file: string;
  /** Absolute start of the item that is walked. */
  base: number;
  scope: Scope<Term>;
  /** The term of a name that no block binds: an attribute, made on first use. */
  readonly attribute: (name: string, at: Evidence) => Term;
  /** Called where an undeclared attribute turns out to be used in two units. */
  readonly conflict: (subject: Expression, conflict: UnitConflict, at: Evidence) => void;
  /** Told of each name that SET changes. */
  readonly changes: (name: string) => void;
  /** Told of each name that a block or a quantifier binds. */
  readonly binds: (name: Name, kind: Local["kind"], base: number) => void;
  /** Questions that later uses may answer: retried at the end, `last` asking for a decision. */
  readonly pending: ((last: boolean) => boolean)[];
}

/** Answers what is pending, as far as answers follow; then by default. */
export function settlePending(pending: Inference["pending"]): void {
  let open = pending.splice(0);
  for (const last of [false, false, true]) {
    open = open.filter((question) => !question(last));
    open.push(...pending.splice(0));
  }
}

/** Runs `walk` with names bound for its duration. */
export function within(
  inference: Inference,
  names: readonly (readonly [string, Term])[],
  walk: () => void,
): void {
  const outer = inference.scope;
  inference.scope = openScope(outer);
  for (const [name, term] of names) inference.scope.names.set(name, term);
  walk();
  inference.scope = outer;
}

/** Where an expression stands, absolutely. */
export function evidenceAt(expression: Expression, inference: Inference): Evidence {
  const { start, end } = expression.span;
  return {
    file: inference.file,
    span: { start: start + inference.base, end: end + inference.base },
  };
}

/** Two values side by side are of one kind; a list's members, the branches of a choice. */
export function agree(into: Term, term: Term, expression: Expression, inference: Inference): void {
  unify(into, term, evidenceAt(expression, inference), (conflict) =>
    inference.conflict(expression, conflict, evidenceAt(expression, inference)),
  );
}

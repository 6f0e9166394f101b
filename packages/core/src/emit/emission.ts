// What the parts of the emitter share: where code goes, what names stand for, and what a piece reads of the context.
import type { Program, ProgramExpression, ProgramFor, ProgramRule } from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import type { NumberedRule } from "./rule-table.ts";

/** Code that yields a scalar: a number, a truth value or a text as such, a time as its milliseconds. */
export interface Scalar {
  readonly kind: "number" | "boolean" | "text" | "time";
  readonly code: string;
}

/** A local name of the program, as code. */
export type Local =
  /** A LET name: undefined as long as only the interpreter knows its value. */
  | { readonly kind: "let"; readonly code: string }
  | { readonly kind: "index"; readonly code: string }
  /** A lambda's parameter that stands for a scalar. */
  | { readonly kind: "member"; readonly scalar: Scalar }
  /** A loop variable: the JSON of a list's element, as it was given. */
  | { readonly kind: "element"; readonly json: JsonPlace };

/** A place in the context, as it was given. */
export interface JsonPlace {
  readonly code: string;
  readonly type: Type;
  /** As in `ProgramAttribute`. */
  readonly declared: boolean;
  /** An expression for its path. */
  readonly path: string;
}

/** How expressions inside of others become code: null for what has none. */
interface Expressions {
  readonly scalar: (expression: ProgramExpression, scope: Scope) => Scalar | null;
  readonly condition: (expression: ProgramExpression, scope: Scope) => string | null;
}

/** One module in the making. */
export interface Emission {
  readonly program: Program;
  readonly expressions: Expressions;
  readonly table: readonly NumberedRule[];
  readonly numbers: ReadonlyMap<ProgramRule, number>;
  /** Loop variables that some clause counts PER: the interpreter notes where they are bound. */
  readonly counted: ReadonlySet<string>;
  /** Declarations in front of the pieces, by the expression they name. */
  readonly constants: Map<string, string>;
  temporaries: number;
  /** Rules that have no code, and what stands in them: always the interpreter's. */
  readonly interpreted: ProgramRule[];
  /** The length of the longest constant list: a host may allow less, and is then served by the interpreter. */
  longestList: number;
}

/** What a piece reads of the context, by attribute; all of it in front. */
interface Reads {
  /** Whose JSON is in a variable `j`. */
  readonly places: Set<number>;
  /** Whose value is their JSON, as it mostly is: then this condition holds. */
  readonly plain: Map<number, string>;
  /** Whose value, as this expression makes it of the JSON, is in a variable `a`. */
  readonly values: Map<number, string>;
  /** Lists that are searched; whether that can be done, as this expression says, is in a variable `m`. */
  readonly searches: Map<number, string>;
}

/** The code of one piece, or of a rule or condition in it. */
export interface Scope {
  readonly emission: Emission;
  readonly lines: string[];
  readonly reads: Reads;
  readonly locals: ReadonlyMap<number, Local>;
  readonly loops: readonly ProgramFor[];
  /** The statement that gives a rule back to the interpreter: for whatever is unknown, or not as it mostly is. */
  readonly leave: string;
  /** The statement that gives the whole piece up: for steps beyond the host's limit. */
  readonly giveUp: string;
  /** What has been demanded on the way here. */
  readonly demanded: Set<string>;
  /** Whether `leave` was used. */
  leaves: boolean;
  /** Whether evaluating takes steps that depend on the context. */
  counts: boolean;
}

/** The scope of a function in which nothing has been read yet; `leave` gives up. */
export function newScope(emission: Emission, locals: Scope["locals"], leave: string): Scope {
  return {
    emission,
    lines: [],
    reads: { places: new Set(), plain: new Map(), values: new Map(), searches: new Map() },
    locals,
    loops: [],
    leave,
    giveUp: leave,
    demanded: new Set(),
    leaves: false,
    counts: false,
  };
}

/** The constant's name; constants are written once. */
export function constant(emission: Emission, code: string): string {
  const { constants } = emission;
  const known = constants.get(code);
  if (known !== undefined) return known;
  const name = `k${constants.size}`;
  constants.set(code, name);
  return name;
}

/** A new variable of the piece. */
export function temporary(emission: Emission): string {
  emission.temporaries++;
  return `t${emission.temporaries}`;
}

/** Leaves the rule unless `condition` holds. */
export function demand(scope: Scope, condition: string): void {
  if (scope.demanded.has(condition)) return;
  scope.demanded.add(condition);
  scope.leaves = true;
  scope.lines.push(`if (!(${condition})) ${scope.leave}`);
}

/** A constant variable holding what `code` yields. */
export function hold(scope: Scope, code: string): string {
  const name = temporary(scope.emission);
  scope.lines.push(`const ${name} = ${code};`);
  return name;
}

/** What happened to a scope inside another happened to that too. */
export function adopt(scope: Scope, inside: Scope): void {
  scope.leaves ||= inside.leaves;
  scope.counts ||= inside.counts;
}

/** A scope for code that runs only now and then within that of `scope`. */
export function inner(scope: Scope): Scope {
  return { ...scope, lines: [], demanded: new Set(scope.demanded) };
}

// The program: a checked document resolved for evaluation. Names are slots, literals are converted, units are factors.
//
// It is what the reference interpreter walks, what emitters print from and what `omegac compile --target json` writes.
// A program exists only when the document has no errors. Spans are absolute in `file`.

import type { Value } from "../evaluate/value.ts";
import type { Span } from "../source/span.ts";
import type { Type } from "./types.ts";
import type { Conversion } from "./units/conversion.ts";

export interface Program {
  readonly kind: "program";
  readonly file: string;
  readonly intent: string;
  /** sha256 over the policy's files (imports included) with LF line ends and no BOM. */
  readonly sha256: string;
  readonly attributes: readonly ProgramAttribute[];
  /** How many local slots (LET names, loop variables, lambda parameters) an evaluation needs. */
  readonly localCount: number;
  readonly rules: readonly ProgramRule[];
  readonly failsafe: ProgramFailsafe | null;
  readonly constraints: readonly ProgramConstraint[];
  readonly effects: readonly ProgramEffect[];
  /** Every action a rule (or FAILSAFE) can take, in order of first mention. */
  readonly actions: readonly ProgramActionName[];
  /** The document's `TimeZone`, minutes east of UTC, or null. */
  readonly offsetMinutes: number | null;
  /** The least `MAX LOOP n`, or null. */
  readonly maximumLoop: number | null;
}

/** A top-level name of the input. */
export interface ProgramAttribute {
  readonly name: string;
  readonly type: Type;
  /** False when inferred from use only; a bare number in (0, 1] for an undeclared percent is then ambiguous. */
  readonly declared: boolean;
  /** True when the declaration ends in `?`. */
  readonly optional: boolean;
  /** The value of `- Temperature: 85.5C`; stands in only under `sampleDefaults`. */
  readonly sample: Value | null;
  /** The value of `<C> = 85.5C`: stands in silently. */
  readonly default: Value | null;
  /** `FRESH 5s`: the greatest age in milliseconds. The input is then `{"value", "unit"?, "at"}`. */
  readonly freshMilliseconds: number | null;
  readonly line: number;
}

/** Who may take an action and who must agree to it (roles, in document order). */
export interface ProgramActionName {
  readonly name: string;
  readonly actors: readonly string[];
  readonly approvers: readonly string[];
}

export interface ProgramFailsafe {
  readonly line: number;
  readonly actions: readonly ProgramAction[];
}

// ---- rules -------------------------------------------------------------------------------------------------------

export type ProgramRule =
  | ProgramIf
  | ProgramFor
  | ProgramWhile
  | ProgramMatch
  | ProgramLet
  | ProgramSet;

interface ProgramRuleBase {
  /** The label, else the position: `R1`, `R3.2`. */
  readonly id: string;
  readonly line: number;
  readonly span: Span;
}

export interface ProgramIf extends ProgramRuleBase {
  readonly kind: "if";
  readonly branches: readonly {
    readonly condition: Condition;
    readonly actions: readonly ProgramAction[];
  }[];
  readonly otherwise: readonly ProgramAction[] | null;
  readonly unknown: readonly ProgramAction[] | null;
}

export interface ProgramFor extends ProgramRuleBase {
  readonly kind: "for";
  readonly variable: string;
  readonly slot: number;
  readonly index: string | null;
  readonly indexSlot: number | null;
  readonly collection: ProgramExpression;
  /** The collection as written: bindings read `text[3]`. */
  readonly collectionText: string;
  readonly where: Condition | null;
  readonly body: readonly ProgramRule[];
  readonly unknown: readonly ProgramAction[] | null;
}

export interface ProgramWhile extends ProgramRuleBase {
  readonly kind: "while";
  readonly condition: Condition;
  /** False when the body SETs nothing the condition reads: the loop is a guard and its body runs at most once. */
  readonly repeats: boolean;
  /** `MAX n`, else null (the host's `whileIterations`); `MAX LOOP` and the host's limit cap it further. */
  readonly maximum: number | null;
  readonly body: readonly ProgramRule[];
  readonly unknown: readonly ProgramAction[] | null;
}

export interface ProgramMatch extends ProgramRuleBase {
  readonly kind: "match";
  readonly subject: ProgramExpression;
  readonly subjectText: string;
  readonly arms: readonly {
    readonly pattern: ProgramPattern;
    readonly patternText: string;
    readonly guard: Condition | null;
    readonly actions: readonly ProgramAction[];
    readonly line: number;
  }[];
  readonly unknown: readonly ProgramAction[] | null;
}

export interface ProgramLet extends ProgramRuleBase {
  readonly kind: "let";
  readonly name: string;
  readonly slot: number;
  readonly value: ProgramExpression;
}

export interface ProgramSet extends ProgramRuleBase {
  readonly kind: "set";
  readonly name: string;
  readonly slot: number;
  readonly value: ProgramExpression;
}

export interface ProgramAction {
  readonly name: string;
  /** Positional arguments are named `_0`, `_1`. */
  readonly arguments: readonly { readonly name: string; readonly value: ProgramExpression }[];
  /** Line of the action itself. */
  readonly line: number;
  readonly span: Span;
}

/** A condition and the atoms (smallest boolean parts) that `atom` nodes inside it refer to by index. */
export interface Condition {
  readonly expression: ProgramExpression;
  readonly text: string;
  readonly atoms: readonly {
    readonly text: string;
    readonly span: Span;
    readonly line: number;
  }[];
}

/** Alternatives; matched left to right. A literal is already in the subject's unit. */
export type ProgramPattern = readonly (
  | { readonly kind: "wildcard" }
  | { readonly kind: "equals"; readonly value: Value }
  | { readonly kind: "range"; readonly low: number; readonly high: number }
)[];

// ---- expressions -------------------------------------------------------------------------------------------------

/**
 * `type` is the static type of the result. `text` (where a node can fail by itself) is the source as printed: it is
 * the `path` of the unknown that the failure makes.
 */
export type ProgramExpression =
  | { readonly kind: "constant"; readonly type: Type; readonly value: Value }
  | {
      readonly kind: "attribute";
      readonly type: Type;
      readonly index: number;
      readonly name: string;
    }
  | { readonly kind: "local"; readonly type: Type; readonly slot: number; readonly name: string }
  | {
      readonly kind: "member";
      readonly type: Type;
      readonly object: ProgramExpression;
      readonly name: string;
    }
  | {
      readonly kind: "index";
      readonly type: Type;
      readonly object: ProgramExpression;
      readonly index: ProgramExpression;
      readonly text: string;
    }
  | { readonly kind: "list"; readonly type: Type; readonly elements: readonly ProgramExpression[] }
  | {
      readonly kind: "record";
      readonly type: Type;
      readonly fields: readonly { readonly name: string; readonly value: ProgramExpression }[];
    }
  /**
   * A condition inside an expression: of ANY, ALL and NONE, of `(IF c THEN …)`, of WHEN in a MATCH value, of a lambda, and
   * wherever else boolean operators stand. It has atoms of its own.
   */
  | { readonly kind: "condition"; readonly type: Type; readonly condition: Condition }
  | { readonly kind: "not"; readonly type: Type; readonly operand: ProgramExpression }
  | {
      readonly kind: "logical";
      readonly type: Type;
      readonly operator: "AND" | "OR";
      readonly left: ProgramExpression;
      readonly right: ProgramExpression;
    }
  /** Operands are already in one unit where types are settled; kinds are compared at run time where they are not. */
  | {
      readonly kind: "compare";
      readonly type: Type;
      readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
      readonly left: ProgramExpression;
      readonly right: ProgramExpression;
      readonly text: string;
    }
  | {
      readonly kind: "between";
      readonly type: Type;
      readonly value: ProgramExpression;
      readonly low: ProgramExpression;
      readonly high: ProgramExpression;
      readonly text: string;
    }
  | {
      readonly kind: "in";
      readonly type: Type;
      readonly negated: boolean;
      readonly element: ProgramExpression;
      readonly list: ProgramExpression;
      readonly text: string;
    }
  /** CONTAINS takes a text or a list on its left. MATCHES takes an RE2 pattern on its right. */
  | {
      readonly kind: "text-test";
      readonly type: Type;
      readonly operator: "CONTAINS" | "STARTS WITH" | "ENDS WITH" | "MATCHES";
      readonly left: ProgramExpression;
      readonly right: ProgramExpression;
      readonly text: string;
    }
  | {
      readonly kind: "is";
      readonly type: Type;
      readonly subject: ProgramExpression;
      readonly state: "MISSING" | "KNOWN";
      readonly negated: boolean;
    }
  /** On numbers; also time − time (in the node's unit), time + number and time − number (in milliseconds). */
  | {
      readonly kind: "arithmetic";
      readonly type: Type;
      readonly operator: "+" | "-" | "*" | "/" | "MOD";
      readonly left: ProgramExpression;
      readonly right: ProgramExpression;
      readonly text: string;
    }
  | { readonly kind: "negate"; readonly type: Type; readonly operand: ProgramExpression }
  /** Changes unit at run time; elementwise on a list. */
  | {
      readonly kind: "convert";
      readonly type: Type;
      readonly operand: ProgramExpression;
      readonly conversion: Conversion;
    }
  | {
      readonly kind: "quantifier";
      readonly type: Type;
      readonly quantifier: "ANY" | "ALL" | "NONE";
      readonly variable: string;
      readonly slot: number;
      readonly collection: ProgramExpression;
      readonly collectionText: string;
      readonly condition: ProgramExpression;
    }
  | {
      readonly kind: "conditional";
      readonly type: Type;
      readonly branches: readonly {
        readonly condition: ProgramExpression;
        readonly value: ProgramExpression;
      }[];
      readonly otherwise: ProgramExpression;
    }
  | {
      readonly kind: "match-value";
      readonly type: Type;
      readonly subject: ProgramExpression;
      readonly arms: readonly {
        readonly pattern: ProgramPattern;
        readonly guard: ProgramExpression | null;
        readonly value: ProgramExpression;
      }[];
      readonly text: string;
    }
  /** `function` is the qualified name, `std::math::avg`. Unit names (`round(x, m)`) are resolved away. */
  | {
      readonly kind: "call";
      readonly type: Type;
      readonly function: string;
      readonly arguments: readonly (ProgramExpression | ProgramLambda)[];
      readonly text: string;
    }
  /** Marks an atom of the enclosing condition for trace and coverage; evaluates to its operand. */
  | {
      readonly kind: "atom";
      readonly type: Type;
      readonly index: number;
      readonly operand: ProgramExpression;
    };

export interface ProgramLambda {
  readonly kind: "lambda";
  readonly parameters: readonly { readonly name: string; readonly slot: number }[];
  readonly body: ProgramExpression;
}

// ---- constraints and effects -------------------------------------------------------------------------------------

export interface ProgramConstraint {
  /** Its label, else `C1`, `C2` by position among formal constraints. */
  readonly id: string;
  readonly category: string;
  /** The clause as printed. */
  readonly text: string;
  /** Of the clause, or of the IMPORT that brings it in. */
  readonly line: number;
  readonly span: Span;
  /** The file the clause stands in: the lines and spans of its condition's atoms are there. */
  readonly file: string;
  readonly clause: ProgramClause;
}

export type ProgramClause =
  | {
      readonly kind: "never";
      readonly actions: readonly string[];
      readonly guard: { readonly kind: "when" | "unless"; readonly condition: Condition } | null;
    }
  | { readonly kind: "always"; readonly action: string; readonly condition: Condition }
  | {
      readonly kind: "at-most";
      readonly count: number;
      readonly actions: readonly string[];
      readonly per: string | null;
    }
  | {
      readonly kind: "exactly-one";
      readonly actions: readonly string[];
      readonly per: string | null;
    }
  | { readonly kind: "requires"; readonly action: string; readonly required: string }
  | { readonly kind: "before"; readonly action: string; readonly later: string }
  | { readonly kind: "max-loop"; readonly count: number };

export interface ProgramEffect {
  readonly action: string;
  readonly change: "RAISES" | "LOWERS" | "SETS";
  readonly attribute: string;
  readonly attributeIndex: number;
  /** In the attribute's unit. */
  readonly amount: ProgramExpression;
  readonly line: number;
}

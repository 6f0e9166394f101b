// The syntax tree: what the parser makes and every later stage reads. Readonly tagged unions, no behaviour.
//
// Spans of a document and its sections are absolute. Spans inside an item are relative to `Item.start`, so that an
// edit elsewhere moves an item without touching its tree. Two texts that mean the same give trees equal but for spans.
import type { Span } from "../source/span.ts";

/** Canonical (upper-case) section keywords, in the canonical order of a document. */
export const sectionKeywords = [
  "INTENT",
  "IMPORT",
  "ACTOR",
  "CONTEXT",
  "ASSUMPTION",
  "RULE",
  "CONSTRAINT",
  "IMPACT",
  "TRACE",
  "REVIEW",
  "EXAMPLE",
] as const;
export type SectionKeyword = (typeof sectionKeywords)[number];

/** A whole document. Parsing always yields one, whatever the text. */
export interface Document {
  readonly kind: "document";
  /** The policy's path when the document is a suite (`EXAMPLES FOR "factory.omni":`), else null. */
  readonly suiteFor: SuiteHeader | null;
  readonly sections: readonly Section[];
  /** Comment lines after the last item. */
  readonly trailingComments: readonly string[];
}

export interface SuiteHeader {
  readonly kind: "suite-header";
  readonly policy: string;
  /** Comment lines above it, and the comment behind it. */
  readonly leadingComments: readonly string[];
  readonly span: Span;
}

/** A section: its header and its items, whatever the keyword. INTENT holds one prose item. */
export interface Section {
  readonly kind: "section";
  readonly keyword: SectionKeyword;
  /** `RULE Overheating:` has the title "Overheating". */
  readonly title: string | null;
  /** Comment lines directly above the header, each with its `#` or `//`. */
  readonly leadingComments: readonly string[];
  /** A comment behind the header on its line. */
  readonly trailingComment: string | null;
  readonly items: readonly Item[];
  readonly headerSpan: Span;
  readonly span: Span;
}

/** A top-level item: the unit of parsing, memoisation and error recovery. */
export interface Item {
  readonly kind: "item";
  /** Absolute offset that the spans inside `body` are relative to. */
  readonly start: number;
  readonly end: number;
  /** True when a blank line stands above the item (and its comments), which the formatter keeps. */
  readonly blankLineBefore: boolean;
  readonly leadingComments: readonly string[];
  /** Comments at the ends of the item's own lines, joined in order; printed at the end of its first line. */
  readonly trailingComment: string | null;
  readonly body: ItemBody;
}

export type ItemBody =
  | ProseItem
  | LabelledItem
  | ImportItem
  | ActorItem
  | AttributeItem
  | Rule
  | FormalConstraint
  | Effect
  | ExampleStep
  | ErrorItem;

/** Free text: INTENT, ASSUMPTION, prose in REVIEW. Lines joined by one space. */
export interface ProseItem {
  readonly kind: "prose";
  readonly text: string;
  readonly span: Span;
}

/** `- Label: text` or `- Label [RuleOrName]: text` in CONSTRAINT (prose), IMPACT, TRACE and REVIEW. */
export interface LabelledItem {
  readonly kind: "labelled";
  readonly label: Name;
  /** `[TooClose]`: the rules a TRACE entry is tied to, or a constraint's label. */
  readonly references: readonly Name[];
  readonly text: string;
  readonly textSpan: Span;
  readonly span: Span;
}

export interface ImportItem {
  readonly kind: "import";
  readonly path: string;
  readonly pathSpan: Span;
  readonly span: Span;
}

/** `- Primary: SafetySystem MAY StopMachine, Alert APPROVES FreezeFunds`. */
export interface ActorItem {
  readonly kind: "actor";
  readonly rank: Name;
  readonly role: Name;
  /** null when there is no MAY list (anything); an empty list is a syntax error. */
  readonly may: readonly Name[] | null;
  readonly approves: readonly Name[];
  readonly span: Span;
}

/** `- Label: value` in CONTEXT. */
export interface AttributeItem {
  readonly kind: "attribute";
  readonly name: Name;
  readonly value: AttributeValue;
  readonly span: Span;
}

export type AttributeValue =
  | { readonly kind: "sample"; readonly literal: Expression; readonly span: Span }
  | {
      readonly kind: "typed";
      readonly type: TypeExpression;
      readonly default: Expression | null;
      readonly span: Span;
    }
  | { readonly kind: "prose-value"; readonly text: string; readonly span: Span };

/** A type in angle brackets: a base, `?` for optional, `FRESH 5s` for freshness (angle-bracket level only). */
export interface TypeExpression {
  readonly kind: "type";
  readonly base: TypeBase;
  readonly optional: boolean;
  readonly fresh: NumberLiteral | null;
  readonly span: Span;
}

export type TypeBase =
  | {
      readonly kind: "scalar-type";
      readonly name: "number" | "integer" | "boolean" | "text" | "time";
    }
  /** `<m>`, `<km/h>`, `<delta C>`. */
  | { readonly kind: "unit-type"; readonly unit: string; readonly difference: boolean }
  /** `<0..100 %>`; the digits as written, with sign; unit "" for a plain number. */
  | {
      readonly kind: "range-type";
      readonly low: string;
      readonly high: string;
      readonly unit: string;
    }
  | { readonly kind: "enumeration-type"; readonly values: readonly string[] }
  | { readonly kind: "list-type"; readonly element: TypeExpression }
  | { readonly kind: "record-type"; readonly fields: readonly TypeField[] };

export interface TypeField {
  readonly name: Name;
  readonly type: TypeExpression;
}

/** A name as written, without backticks. */
export interface Name {
  readonly kind: "name";
  readonly text: string;
  readonly span: Span;
}

// ---- rules -------------------------------------------------------------------------------------------------------

export type Rule = IfRule | ForRule | WhileRule | MatchRule | LetRule | SetRule | FailsafeRule;

/** A rule inside a block, with its own comments. Its spans are relative to the top-level item's start too. */
export interface BlockItem {
  readonly kind: "block-item";
  readonly leadingComments: readonly string[];
  readonly trailingComment: string | null;
  readonly rule: Rule | ErrorItem;
}

export interface IfRule {
  readonly kind: "if";
  readonly label: Name | null;
  /** The first is IF, the others ELSE IF. */
  readonly branches: readonly IfBranch[];
  readonly otherwise: readonly Action[] | null;
  readonly unknown: readonly Action[] | null;
  readonly span: Span;
}

export interface IfBranch {
  readonly condition: Expression;
  readonly actions: readonly Action[];
  readonly span: Span;
}

export interface ForRule {
  readonly kind: "for";
  readonly label: Name | null;
  readonly variable: Name;
  readonly index: Name | null;
  readonly collection: Expression;
  readonly where: Expression | null;
  readonly body: readonly BlockItem[];
  /** Comments before the closing brace. */
  readonly closingComments: readonly string[];
  readonly unknown: readonly Action[] | null;
  readonly span: Span;
}

export interface WhileRule {
  readonly kind: "while";
  readonly label: Name | null;
  readonly condition: Expression;
  readonly maximum: NumberLiteral | null;
  readonly body: readonly BlockItem[];
  readonly closingComments: readonly string[];
  readonly unknown: readonly Action[] | null;
  readonly span: Span;
}

export interface MatchRule {
  readonly kind: "match";
  readonly label: Name | null;
  readonly subject: Expression;
  readonly arms: readonly MatchArm[];
  readonly closingComments: readonly string[];
  readonly unknown: readonly Action[] | null;
  readonly span: Span;
}

export interface MatchArm {
  readonly leadingComments: readonly string[];
  readonly trailingComment: string | null;
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly actions: readonly Action[];
  readonly span: Span;
}

/** Alternatives `a | b`; `_` is the wildcard and stands alone. */
export interface Pattern {
  readonly alternatives: readonly PatternAlternative[];
  readonly span: Span;
}

export type PatternAlternative =
  | { readonly kind: "wildcard"; readonly span: Span }
  /** A boolean, number, text or list literal. */
  | { readonly kind: "literal-pattern"; readonly literal: Expression; readonly span: Span }
  /** `0..10`, both ends included. */
  | {
      readonly kind: "range-pattern";
      readonly low: NumberLiteral;
      readonly high: NumberLiteral;
      readonly span: Span;
    };

export interface LetRule {
  readonly kind: "let";
  readonly name: Name;
  readonly value: Expression;
  readonly span: Span;
}

export interface SetRule {
  readonly kind: "set";
  readonly name: Name;
  readonly value: Expression;
  readonly span: Span;
}

export interface FailsafeRule {
  readonly kind: "failsafe";
  readonly actions: readonly Action[];
  readonly span: Span;
}

/** `StopMachine`, `Display "text"`, `Notify(channel: "sms", after: 5min)`. */
export interface Action {
  readonly kind: "action";
  readonly name: Name;
  /** True for an unquoted phrase of several words, which is accepted with a warning. */
  readonly phrase: boolean;
  readonly arguments: readonly ActionArgument[];
  readonly span: Span;
}

export interface ActionArgument {
  readonly name: Name | null;
  readonly value: Expression;
  readonly span: Span;
}

// ---- expressions -------------------------------------------------------------------------------------------------

export type Expression =
  | BooleanLiteral
  | NumberLiteral
  | TextLiteral
  | NullLiteral
  | ListExpression
  | RecordExpression
  | Reference
  | MemberAccess
  | IndexAccess
  | UnaryExpression
  | BinaryExpression
  | BetweenExpression
  | IsExpression
  | QuantifierExpression
  | ConditionalExpression
  | MatchExpression
  | CallExpression
  | LambdaExpression
  | MissingExpression;

export interface BooleanLiteral {
  readonly kind: "boolean";
  readonly value: boolean;
  readonly span: Span;
}

/** A number or quantity. `digits` as written, with a leading `-` when the literal is negative (`-5C` is one literal). */
export interface NumberLiteral {
  readonly kind: "number";
  readonly digits: string;
  /** The unit as written; "" for a bare number. */
  readonly unit: string;
  readonly span: Span;
}

export interface TextLiteral {
  readonly kind: "text";
  readonly value: string;
  readonly span: Span;
}

export interface NullLiteral {
  readonly kind: "null";
  readonly span: Span;
}

export interface ListExpression {
  readonly kind: "list";
  readonly elements: readonly Expression[];
  readonly span: Span;
}

export interface RecordExpression {
  readonly kind: "record";
  readonly fields: readonly { readonly name: Name; readonly value: Expression }[];
  readonly span: Span;
}

/** A bare name: an attribute, a LET name, a loop variable or a lambda parameter. */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
  readonly span: Span;
}

export interface MemberAccess {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: Name;
  readonly span: Span;
}

/** `a[0]`, `a["key with spaces"]`. */
export interface IndexAccess {
  readonly kind: "index";
  readonly object: Expression;
  readonly index: Expression;
  readonly span: Span;
}

export interface UnaryExpression {
  readonly kind: "unary";
  readonly operator: "NOT" | "-";
  readonly operand: Expression;
  readonly span: Span;
}

export const binaryOperators = [
  "OR",
  "AND",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "IN",
  "NOT IN",
  "CONTAINS",
  "STARTS WITH",
  "ENDS WITH",
  "MATCHES",
  "+",
  "-",
  "*",
  "/",
  "MOD",
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];

export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly operatorSpan: Span;
  readonly span: Span;
}

export interface BetweenExpression {
  readonly kind: "between";
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly span: Span;
}

export interface IsExpression {
  readonly kind: "is";
  readonly subject: Expression;
  readonly state: "MISSING" | "KNOWN";
  readonly negated: boolean;
  readonly span: Span;
}

export interface QuantifierExpression {
  readonly kind: "quantifier";
  readonly quantifier: "ANY" | "ALL" | "NONE";
  readonly variable: Name;
  readonly collection: Expression;
  readonly condition: Expression;
  readonly span: Span;
}

/** `(IF c THEN a ELSE b)` with optional ELSE IF parts. */
export interface ConditionalExpression {
  readonly kind: "conditional";
  readonly branches: readonly { readonly condition: Expression; readonly value: Expression }[];
  readonly otherwise: Expression;
  readonly span: Span;
}

/** `MATCH e { p => v, … }` as a value. */
export interface MatchExpression {
  readonly kind: "match-value";
  readonly subject: Expression;
  readonly arms: readonly MatchValueArm[];
  readonly span: Span;
}

export interface MatchValueArm {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly value: Expression;
  readonly span: Span;
}

/** `std::math::avg(x)`: path `["std", "math", "avg"]`; `avg(x)`: path `["avg"]`. */
export interface CallExpression {
  readonly kind: "call";
  readonly path: readonly string[];
  readonly pathSpan: Span;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** `|acc, x| acc + x`: only as an argument of a function that takes one. */
export interface LambdaExpression {
  readonly kind: "lambda";
  readonly parameters: readonly Name[];
  readonly body: Expression;
  readonly span: Span;
}

/** Where an expression was expected and none could be read; always accompanied by a diagnostic. */
export interface MissingExpression {
  readonly kind: "missing";
  readonly span: Span;
}

// ---- constraints, effects, examples ------------------------------------------------------------------------------

/** `- Safety [NoRestart]: NEVER …`. */
export interface FormalConstraint {
  readonly kind: "formal-constraint";
  readonly category: Name;
  readonly label: Name | null;
  readonly clause: Clause;
  readonly span: Span;
}

export type Clause =
  | {
      readonly kind: "never";
      readonly actions: readonly Name[];
      readonly guard: { readonly kind: "when" | "unless"; readonly condition: Expression } | null;
    }
  | { readonly kind: "always"; readonly action: Name; readonly condition: Expression }
  | {
      readonly kind: "at-most";
      readonly count: number;
      readonly actions: readonly Name[];
      readonly per: Name | null;
    }
  | { readonly kind: "exactly-one"; readonly actions: readonly Name[]; readonly per: Name | null }
  | { readonly kind: "requires"; readonly action: Name; readonly required: Name }
  | { readonly kind: "before"; readonly action: Name; readonly later: Name }
  | { readonly kind: "max-loop"; readonly count: number };

/** `- Effect: CoolDown LOWERS Temperature BY 1C`. */
export interface Effect {
  readonly kind: "effect";
  readonly action: Name;
  readonly change: "RAISES" | "LOWERS" | "SETS";
  readonly attribute: Name;
  readonly amount: Expression;
  readonly span: Span;
}

export type ExampleStep = GivenStep | GivenFileStep | ClockStep | ExpectStep;

/** `- GIVEN Distance = 0.4m, Workers[0].name = "Ana"`. A target is a reference, member or index chain. */
export interface GivenStep {
  readonly kind: "given";
  readonly assignments: readonly { readonly target: Expression; readonly value: Expression }[];
  readonly span: Span;
}

export interface GivenFileStep {
  readonly kind: "given-file";
  readonly path: string;
  readonly span: Span;
}

/** `- AT "2026-05-01T08:00:00Z"`, also at the end of a GIVEN line. */
export interface ClockStep {
  readonly kind: "at";
  readonly instant: string;
  readonly span: Span;
}

export interface ExpectStep {
  readonly kind: "expect";
  readonly expectation: Expectation;
  readonly span: Span;
}

export type Expectation =
  /** With arguments, the event's arguments must be equal; without, any will do. */
  | { readonly kind: "occur" | "only" | "not" | "pending"; readonly actions: readonly Action[] }
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown"; readonly paths: readonly Expression[] }
  | { readonly kind: "violation"; readonly labels: readonly Name[] }
  | { readonly kind: "status"; readonly status: Name };

/** An item of which nothing could be read; its diagnostics say why. */
export interface ErrorItem {
  readonly kind: "error";
  readonly text: string;
  readonly span: Span;
}

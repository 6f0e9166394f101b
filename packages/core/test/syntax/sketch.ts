// Short texts for trees and diagnostics, so that a test's expectation fits on a line. Every operator has its parentheses.
import type { Diagnostic, TextEdit } from "../../src/diagnostics/diagnostic.ts";
import { createSourceText } from "../../src/source/source-text.ts";
import { parseDocument } from "../../src/syntax/parse-document.ts";
import { parseExpressionText, parseItem } from "../../src/syntax/parse-item.ts";
import { printType } from "../../src/syntax/print-expression.ts";
import type {
  Action,
  AttributeValue,
  Clause,
  Expectation,
  Expression,
  ItemBody,
  Name,
  Pattern,
  Rule,
  SectionKeyword,
} from "../../src/syntax/tree.ts";

/** `a + b * c` as `(a + (b * c))`. */
function sketchExpression(expression: Expression): string {
  const one = sketchExpression;
  switch (expression.kind) {
    case "boolean":
      return String(expression.value);
    case "number":
      return expression.digits + expression.unit;
    case "text":
      return JSON.stringify(expression.value);
    case "null":
      return "null";
    case "list":
      return `[${expression.elements.map(one).join(", ")}]`;
    case "record":
      return `{${expression.fields.map(({ name, value }) => `${name.text}: ${one(value)}`).join(", ")}}`;
    case "reference":
      return expression.name;
    case "member":
      return `${one(expression.object)}.${expression.name.text}`;
    case "index":
      return `${one(expression.object)}[${one(expression.index)}]`;
    case "unary":
      return `(${expression.operator} ${one(expression.operand)})`;
    case "binary":
      return `(${one(expression.left)} ${expression.operator} ${one(expression.right)})`;
    case "between":
      return `(${one(expression.value)} BETWEEN ${one(expression.low)} AND ${one(expression.high)})`;
    case "is":
      return `(${one(expression.subject)} IS ${expression.negated ? "NOT " : ""}${expression.state})`;
    case "quantifier": {
      const { quantifier, variable, collection, condition } = expression;
      return `(${quantifier} ${variable.text} IN ${one(collection)} SATISFIES ${one(condition)})`;
    }
    case "conditional": {
      const branches = expression.branches.map(
        ({ condition, value }) => `IF ${one(condition)} THEN ${one(value)} ELSE `,
      );
      return `(${branches.join("")}${one(expression.otherwise)})`;
    }
    case "match-value": {
      const arms = expression.arms.map(
        ({ pattern, guard, value }) =>
          `${sketchPattern(pattern)}${guard === null ? "" : ` WHEN ${one(guard)}`} => ${one(value)}`,
      );
      return `(MATCH ${one(expression.subject)} {${arms.join(", ")}})`;
    }
    case "call":
      return `${expression.path.join("::")}(${expression.arguments.map(one).join(", ")})`;
    case "lambda":
      return `|${names(expression.parameters)}| ${one(expression.body)}`;
    case "missing":
      return "<missing>";
  }
}

const names = (all: readonly Name[]): string => all.map(({ text }) => text).join(", ");

function sketchPattern({ alternatives }: Pattern): string {
  const parts = alternatives.map((alternative) => {
    switch (alternative.kind) {
      case "wildcard":
        return "_";
      case "literal-pattern":
        return sketchExpression(alternative.literal);
      case "range-pattern":
        return `${sketchExpression(alternative.low)}..${sketchExpression(alternative.high)}`;
    }
  });
  return parts.join(" | ");
}

/** `Notify("sms", after: 5min)`; a phrase stands in `«»`. */
function sketchAction({ name, phrase, arguments: values }: Action): string {
  const said = phrase ? `«${name.text}»` : name.text;
  if (values.length === 0) return said;
  const list = values.map((argument) =>
    argument.name === null
      ? sketchExpression(argument.value)
      : `${argument.name.text}: ${sketchExpression(argument.value)}`,
  );
  return `${said}(${list.join(", ")})`;
}

const actions = (all: readonly Action[]): string => all.map(sketchAction).join(", ");

const clause = (keyword: string, all: readonly Action[] | null): string =>
  all === null ? "" : ` ${keyword} ${actions(all)}`;

/** A rule on one line, its block in braces with `;` between items. */
export function sketchRule(rule: Rule | { readonly kind: "error"; readonly text: string }): string {
  const label = "label" in rule && rule.label !== null ? `${rule.label.text}: ` : "";
  switch (rule.kind) {
    case "error":
      return `<error: ${rule.text}>`;
    case "if": {
      const branches = rule.branches.map(
        (branch) => `IF ${sketchExpression(branch.condition)} THEN ${actions(branch.actions)}`,
      );
      const rest = clause("ELSE", rule.otherwise) + clause("UNKNOWN", rule.unknown);
      return label + branches.join(" ELSE ") + rest;
    }
    case "for": {
      const index = rule.index === null ? "" : `, ${rule.index.text}`;
      const where = rule.where === null ? "" : ` WHERE ${sketchExpression(rule.where)}`;
      const body = rule.body.map((item) => sketchRule(item.rule)).join("; ");
      const head = `FOR ${rule.variable.text}${index} IN ${sketchExpression(rule.collection)}`;
      return `${label}${head}${where} { ${body} }${clause("UNKNOWN", rule.unknown)}`;
    }
    case "while": {
      const maximum = rule.maximum === null ? "" : ` MAX ${sketchExpression(rule.maximum)}`;
      const body = rule.body.map((item) => sketchRule(item.rule)).join("; ");
      const head = `WHILE ${sketchExpression(rule.condition)}${maximum}`;
      return `${label}${head} { ${body} }${clause("UNKNOWN", rule.unknown)}`;
    }
    case "match": {
      const arms = rule.arms.map((arm) => {
        const guard = arm.guard === null ? "" : ` WHEN ${sketchExpression(arm.guard)}`;
        return `${sketchPattern(arm.pattern)}${guard} => ${actions(arm.actions)}`;
      });
      const head = `MATCH ${sketchExpression(rule.subject)}`;
      return `${label}${head} { ${arms.join("; ")} }${clause("UNKNOWN", rule.unknown)}`;
    }
    case "let":
    case "set":
      return `${rule.kind.toUpperCase()} ${rule.name.text} = ${sketchExpression(rule.value)}`;
    case "failsafe":
      return `FAILSAFE THEN ${actions(rule.actions)}`;
  }
}

function sketchValue(value: AttributeValue): string {
  switch (value.kind) {
    case "sample":
      return `sample ${sketchExpression(value.literal)}`;
    case "typed": {
      const standIn = value.default === null ? "" : ` = ${sketchExpression(value.default)}`;
      return `<${printType(value.type)}>${standIn}`;
    }
    case "prose-value":
      return `prose ${JSON.stringify(value.text)}`;
  }
}

function sketchClause(formal: Clause): string {
  switch (formal.kind) {
    case "never": {
      const { guard } = formal;
      const condition = guard === null ? "" : ` ${guard.kind} ${sketchExpression(guard.condition)}`;
      return `never ${names(formal.actions)}${condition}`;
    }
    case "always":
      return `always ${formal.action.text} when ${sketchExpression(formal.condition)}`;
    case "at-most":
      return `at most ${formal.count} of ${names(formal.actions)}${per(formal.per)}`;
    case "exactly-one":
      return `exactly one of ${names(formal.actions)}${per(formal.per)}`;
    case "requires":
      return `${formal.action.text} requires ${formal.required.text}`;
    case "before":
      return `${formal.action.text} before ${formal.later.text}`;
    case "max-loop":
      return `max loop ${formal.count}`;
  }
}

const per = (name: Name | null): string => (name === null ? "" : ` per ${name.text}`);

function sketchExpectation(expectation: Expectation): string {
  switch (expectation.kind) {
    case "occur":
    case "only":
    case "not":
    case "pending":
      return `${expectation.kind} ${actions(expectation.actions)}`;
    case "nothing":
      return "nothing";
    case "unknown":
      return `unknown ${expectation.paths.map(sketchExpression).join(", ")}`;
    case "violation":
      return `violation ${names(expectation.labels)}`;
    case "status":
      return `status ${expectation.status.text}`;
  }
}

/** Any item's body on one line, beginning with what kind it is where the text alone does not say so. */
export function sketchBody(body: ItemBody): string {
  switch (body.kind) {
    case "prose":
      return `prose ${JSON.stringify(body.text)}`;
    case "labelled": {
      const references = body.references.length === 0 ? "" : ` [${names(body.references)}]`;
      return `${body.label.text}${references}: ${JSON.stringify(body.text)}`;
    }
    case "import":
      return `import ${body.path}`;
    case "actor": {
      const may = body.may === null ? "" : ` may ${names(body.may)}`;
      const approves = body.approves.length === 0 ? "" : ` approves ${names(body.approves)}`;
      return `${body.rank.text}: ${body.role.text}${may}${approves}`;
    }
    case "attribute":
      return `${body.name.text}: ${sketchValue(body.value)}`;
    case "formal-constraint": {
      const label = body.label === null ? "" : ` [${body.label.text}]`;
      return `${body.category.text}${label}: ${sketchClause(body.clause)}`;
    }
    case "effect":
      return `effect ${body.action.text} ${body.change} ${body.attribute.text} ${sketchExpression(body.amount)}`;
    case "given": {
      const assignments = body.assignments.map(
        ({ target, value }) => `${sketchExpression(target)} = ${sketchExpression(value)}`,
      );
      return `given ${assignments.join(", ")}`;
    }
    case "given-file":
      return `given file ${body.path}`;
    case "at":
      return `at ${body.instant}`;
    case "expect":
      return `expect ${sketchExpectation(body.expectation)}`;
    default:
      return sketchRule(body);
  }
}

// ---- parsing and diagnostics -------------------------------------------------------------------------------------

/** `OM2001 at "found": message`. */
export function sketchDiagnostic(text: string, { code, span, message }: Diagnostic): string {
  return `${code} at ${JSON.stringify(text.slice(span.start, span.end))}: ${message}`;
}

/** An expression's sketch, followed by its diagnostics. */
export function expressionOf(text: string): readonly string[] {
  const { expression, diagnostics } = parseExpressionText(text);
  return [
    sketchExpression(expression),
    ...diagnostics.map((found) => sketchDiagnostic(text, found)),
  ];
}

/** An item's sketch, followed by its diagnostics. */
export function itemOf(keyword: SectionKeyword, text: string): readonly string[] {
  const { body, diagnostics } = parseItem(keyword, text);
  return [sketchBody(body), ...diagnostics.map((found) => sketchDiagnostic(text, found))];
}

/** The sketches of a RULE section's items, and the diagnostics about them. */
export function rulesOf(...lines: readonly string[]): readonly string[] {
  const text = `INTENT: x\nRULE:\n${lines.join("\n")}\n`;
  const { document, diagnostics } = parseDocument(createSourceText(text));
  const items = document.sections.flatMap(({ keyword, items }) =>
    keyword === "RULE" ? items : [],
  );
  return [
    ...items.map(({ body }) => sketchBody(body)),
    ...diagnostics
      .filter(({ code }) => code !== "OM1002")
      .map((found) => sketchDiagnostic(text, found)),
  ];
}

/** The text after the first preferred fix of each diagnostic, applied one after the other until none is left. */
export function fixAll(text: string, diagnose: (text: string) => readonly Diagnostic[]): string {
  let fixed = text;
  for (let round = 0; round < 50; round++) {
    const fix = diagnose(fixed)
      .flatMap(({ fixes }) => fixes)
      .find(({ preferred }) => preferred);
    if (fix === undefined) return fixed;
    fixed = applyEdits(fixed, fix.edits);
  }
  return fixed;
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = text;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    edited = edited.slice(0, span.start) + newText + edited.slice(span.end);
  }
  return edited;
}

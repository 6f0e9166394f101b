// Parses one item by itself: its tree is a function of its section's keyword and its text, so that both can be memoised.
import { createReporter, type Diagnostic, type Reporter } from "../diagnostics/diagnostic.ts";
import { parseActor } from "./actor-parser.ts";
import { parseAttribute } from "./attribute-parser.ts";
import { parseConstraint } from "./constraint-parser.ts";
import { createCursor, current, failExpected } from "./cursor.ts";
import { parseEffect } from "./effect-parser.ts";
import { parseExampleStep } from "./example-parser.ts";
import { parseExpression } from "./expression-parser.ts";
import { parseImport } from "./import-parser.ts";
import { readLabel, startOfContent } from "./item-text.ts";
import { lex } from "./lexer.ts";
import { errorBody, type ParsedBody, parseFormalItem } from "./parsed-body.ts";
import { parseIntent, parseLabelled, parseProse } from "./prose-parser.ts";
import { parseRule } from "./rule-parser.ts";
import type { ErrorItem, Expression, Rule, SectionKeyword } from "./tree.ts";

/** An item's body, its comments and its diagnostics; all spans are relative to the item's start, the file is "". */
export interface ParsedItem extends ParsedBody {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses an item: `text` begins with its `-`, if it has one, and ends with its last line. Text with errors yields as much
 * of a body as could be read, at worst an `error` one.
 */
export function parseItem(keyword: SectionKeyword, text: string): ParsedItem {
  const diagnostics: Diagnostic[] = [];
  const parsed = parseBody(keyword, text, createReporter("", diagnostics));
  const { body, leadingComments, trailingComment } = parsed;
  return { body, leadingComments, trailingComment, diagnostics };
}

function parseBody(keyword: SectionKeyword, text: string, reporter: Reporter): ParsedBody {
  switch (keyword) {
    case "INTENT":
      return parseIntent(text);
    case "IMPORT":
      return parseImport(text, reporter);
    case "ACTOR":
      return parseActor(text, reporter);
    case "CONTEXT":
      return parseAttribute(text, reporter);
    case "ASSUMPTION":
      return parseProse(text);
    case "RULE":
      return parseRuleItem(text, reporter);
    case "CONSTRAINT":
      return parseConstraint(text, reporter);
    case "IMPACT":
      return parseImpact(text, reporter);
    case "TRACE":
      return parseLabelled(text, reporter, "a label such as `Regulation:`");
    case "REVIEW":
      return parseLabelled(text, reporter, null);
    case "EXAMPLE":
      return parseExampleStep(text, reporter);
  }
}

function parseRuleItem(text: string, reporter: Reporter): ParsedBody {
  return parseFormalItem(text, 0, reporter, "the end of the rule", parseRule);
}

function parseImpact(text: string, reporter: Reporter): ParsedBody {
  const label = readLabel(text, startOfContent(text));
  if (label !== null && label.name.text.toUpperCase() === "EFFECT") {
    return parseEffect(text, label.valueStart, reporter);
  }
  return parseLabelled(text, reporter, "a label such as `Benefit:` or `Risk:`");
}

/** An expression by itself, as `--set` takes one, with what is wrong with it. */
export function parseExpressionText(text: string): {
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const reporter = createReporter("", diagnostics);
  const cursor = createCursor(lex(text, reporter, 0, false), reporter);
  const expression = parseExpression(cursor);
  if (current(cursor).kind !== "end") failExpected(cursor, "the end of the expression");
  return { expression, diagnostics };
}

/** A rule by itself, with or without its `-`; an `error` item where none could be read. */
export function parseRuleText(text: string): {
  readonly rule: Rule | ErrorItem;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const reporter = createReporter("", diagnostics);
  let rule: Rule | ErrorItem = errorBody(text);
  parseFormalItem(text, 0, reporter, "the end of the rule", (cursor, keeper) => {
    rule = parseRule(cursor, keeper);
    return rule;
  });
  return { rule: rule.kind === "error" ? errorBody(text) : rule, diagnostics };
}

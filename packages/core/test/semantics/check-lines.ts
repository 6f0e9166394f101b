// How the semantic scenarios are written: a policy's CONTEXT and RULE lines go in, its diagnostics come out as text.
import { type AnalysedDocument, analyse } from "../../src/semantics/analyse.ts";
import type { ProgramExpression, ProgramRule } from "../../src/semantics/program.ts";
import { defaultSettings, type Settings } from "../../src/semantics/settings.ts";
import { createSourceText } from "../../src/source/source-text.ts";
import { parseDocument } from "../../src/syntax/parse-document.ts";

export interface Parts {
  readonly imports?: readonly string[];
  readonly actor?: readonly string[];
  readonly context?: readonly string[];
  readonly rule: readonly string[];
  readonly constraint?: readonly string[];
  readonly impact?: readonly string[];
  readonly trace?: readonly string[];
  readonly examples?: readonly string[];
  readonly settings?: Settings;
  /** Texts that `load` gives, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The document of the parts; sections that are left out are short and harmless. */
export function documentOf(parts: Parts): string {
  const section = (keyword: string, lines: readonly string[] | undefined): readonly string[] =>
    lines === undefined ? [] : [`${keyword}:`, ...lines, ""];
  return [
    "INTENT: A scenario.",
    "",
    ...section("IMPORT", parts.imports),
    ...section("ACTOR", parts.actor ?? ["- Primary: Controller"]),
    ...section("CONTEXT", parts.context ?? ["- Domain: tests"]),
    ...section("RULE", parts.rule),
    ...section("CONSTRAINT", parts.constraint ?? ["- Legal: none"]),
    ...section("IMPACT", parts.impact ?? ["- Benefit: order", "- Risk: none"]),
    ...section("TRACE", parts.trace ?? ["- Evidence: tests"]),
    ...(parts.examples ?? []),
  ].join("\n");
}

export interface Checked extends AnalysedDocument {
  readonly text: string;
  /**
   * Errors of the parser, and the stage's own diagnostics, as `error OM3050 5s`: severity, code and the text it stands
   * at, by place. What they say is in golden/diagnostics.
   */
  readonly lines: readonly string[];
}

export function check(parts: Parts): Checked {
  return checkText(documentOf(parts), parts);
}

export function checkText(
  text: string,
  parts: Pick<Parts, "settings" | "files"> = {},
  file = "policy.omni",
): Checked {
  const source = createSourceText(text, file);
  const { document, diagnostics: syntax } = parseDocument(source);
  const analysed = analyse(document, source, {
    settings: parts.settings ?? defaultSettings,
    load: (path) => parts.files?.[path] ?? null,
    syntaxErrors: syntax,
  });
  const all = [...syntax.filter(({ severity }) => severity === "error"), ...analysed.diagnostics];
  const lines = all
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ severity, code, span }) => {
      const at = text.slice(span.start, span.end).replace(/\s+/g, " ");
      return `${severity} ${code} ${at}`;
    });
  return { ...analysed, text, lines };
}

/** What the stage says of rules, without the reminders to answer the unknown. */
export function remarks(parts: Parts): readonly string[] {
  return check(parts).lines.filter((line) => !line.includes("OM3080"));
}

/** The program of the parts; fails the test that asks for one where there are errors. */
export function programOf(parts: Parts): NonNullable<AnalysedDocument["program"]> {
  const { program, lines } = check(parts);
  if (program === null) throw new Error(`no program:\n${lines.join("\n")}`);
  return program;
}

/** A condition or value as the evaluator gets it, on one line: `(< Distance 0.5)`. */
export function printNode(node: ProgramExpression): string {
  switch (node.kind) {
    case "constant":
      return JSON.stringify(node.value);
    case "attribute":
    case "local":
      return node.name;
    case "member":
      return `${printNode(node.object)}.${node.name}`;
    case "index":
      return `${printNode(node.object)}[${printNode(node.index)}]`;
    case "list":
      return `[${node.elements.map(printNode).join(" ")}]`;
    case "record":
      return `{${node.fields.map(({ name, value }) => `${name}: ${printNode(value)}`).join(", ")}}`;
    case "condition":
      return printNode(node.condition.expression);
    case "not":
      return `(NOT ${printNode(node.operand)})`;
    case "negate":
      return `(- ${printNode(node.operand)})`;
    case "atom":
      return `#${node.index}${printNode(node.operand)}`;
    case "logical":
    case "compare":
    case "arithmetic":
    case "text-test":
      return `(${node.operator} ${printNode(node.left)} ${printNode(node.right)})`;
    case "between":
      return `(BETWEEN ${printNode(node.value)} ${printNode(node.low)} ${printNode(node.high)})`;
    case "in":
      return `(${node.negated ? "NOT IN" : "IN"} ${printNode(node.element)} ${printNode(node.list)})`;
    case "is":
      return `(IS ${node.negated ? "NOT " : ""}${node.state} ${printNode(node.subject)})`;
    case "convert": {
      const { shift, multiply, divide, add } = node.conversion;
      return `(convert ${[shift, multiply, divide, add].join(" ")} ${printNode(node.operand)})`;
    }
    case "quantifier":
      return `(${node.quantifier} ${node.variable} ${printNode(node.collection)} ${printNode(node.condition)})`;
    case "conditional": {
      const branches = node.branches.map(
        ({ condition, value }) => `${printNode(condition)} ${printNode(value)}`,
      );
      return `(IF ${branches.join(" ")} ${printNode(node.otherwise)})`;
    }
    case "match-value": {
      const arms = node.arms.map(
        ({ pattern, value }) => `${JSON.stringify(pattern)} ${printNode(value)}`,
      );
      return `(MATCH ${printNode(node.subject)} ${arms.join(" ")})`;
    }
    case "call": {
      const values = node.arguments.map((argument) =>
        argument.kind === "lambda"
          ? `|${argument.parameters.map(({ name }) => name).join(" ")}| ${printNode(argument.body)}`
          : printNode(argument),
      );
      return `(${node.function.replace(/^std::\w+::/, "")} ${values.join(" ")})`;
    }
  }
}

/** The condition of the document's first IF, as the evaluator gets it. */
export function conditionOf(parts: Parts): string {
  const find = (rules: readonly ProgramRule[]): string | null => {
    for (const rule of rules) {
      if (rule.kind === "if") {
        return rule.branches[0] === undefined
          ? null
          : printNode(rule.branches[0].condition.expression);
      }
      const inner = rule.kind === "for" || rule.kind === "while" ? find(rule.body) : null;
      if (inner !== null) return inner;
    }
    return null;
  };
  return find(programOf(parts).rules) ?? "no IF";
}

// Prints a whole document in canonical form: the formatter. parse(print(t)) = t, and printing twice changes nothing.
import {
  printAction,
  printCondition,
  printExpression,
  printGuard,
  printName,
  printOperand,
  printPattern,
  printText,
  printType,
} from "./print-expression.ts";
import {
  type Action,
  type AttributeValue,
  type BlockItem,
  type Clause,
  type Document,
  type Expectation,
  type Expression,
  type Item,
  type ItemBody,
  type MatchArm,
  type Name,
  type Rule,
  type Section,
  type SectionKeyword,
  sectionKeywords,
} from "./tree.ts";

/** How documents are laid out. */
export interface FormatOptions {
  /** Lines longer than this are broken where the language allows it; at least 40. */
  readonly width: number;
}

export const defaultFormatOptions: FormatOptions = { width: 100 };

/**
 * The lines to print in place of an item and the comments above it, to keep it as written (an item with errors); null
 * prints the item from its tree.
 */
export type Verbatim = (item: Item, section: SectionKeyword) => readonly string[] | null;

/** Prints `document`, with the items that `verbatim` gives lines for as they are. */
export function printDocument(
  document: Document,
  options: FormatOptions = defaultFormatOptions,
  verbatim: Verbatim = () => null,
): string {
  const lines = piecesOf(document, options, verbatim).flatMap(({ print }) => print());
  return lines.map((line) => `${line}\n`).join("");
}

/** A part of a document that is printed by itself: a header, an item, or the comments at the end. */
export interface DocumentPiece {
  /** Where it ends in the text, with all that stands before it and behind the piece before. */
  readonly end: number;
  /** Its lines, with the blank one and the comments above. */
  readonly print: () => readonly string[];
}

/** The pieces of a document, in order; all lines of all of them are the printed document. */
export function piecesOf(
  { suiteFor, sections, trailingComments }: Document,
  options: FormatOptions,
  verbatim: Verbatim,
): readonly DocumentPiece[] {
  const pieces: DocumentPiece[] = [];
  const begin = (end: number, print: () => readonly string[]): void => {
    const above = pieces.length === 0 ? [] : [""];
    pieces.push({ end, print: () => [...above, ...print()] });
  };
  if (suiteFor !== null) {
    const { leadingComments, policy, span } = suiteFor;
    begin(span.end, () => [...leadingComments, `EXAMPLES FOR ${printText(policy)}:`]);
  }
  for (const section of sections) {
    const { keyword, items, headerSpan } = section;
    const oneLine = intentOnOneLine(section, options);
    if (oneLine !== null) {
      begin(section.span.end, () => oneLine);
      continue;
    }
    begin(headerSpan.end, () => printHeader(section));
    for (const [index, item] of items.entries()) {
      const above = item.blankLineBefore && index > 0 ? [""] : [];
      const print = (): readonly string[] => [
        ...above,
        ...(verbatim(item, keyword) ?? printPlaced(item, keyword, options)),
      ];
      pieces.push({ end: item.end, print });
    }
  }
  if (trailingComments.length > 0) begin(Number.POSITIVE_INFINITY, () => trailingComments);
  return pieces;
}

function headerOf({ keyword, title }: Section): string {
  return `${keyword}${title === null ? "" : ` ${title}`}:`;
}

function printHeader(section: Section): readonly string[] {
  const comment = section.trailingComment === null ? "" : ` ${section.trailingComment}`;
  return [...section.leadingComments, `${headerOf(section)}${comment}`];
}

/** INTENT with its only sentence behind the header; null where that does not fit. */
function intentOnOneLine(section: Section, { width }: FormatOptions): readonly string[] | null {
  const { keyword, items, trailingComment, leadingComments } = section;
  const [only] = items;
  if (keyword !== "INTENT" || only?.body.kind !== "prose" || trailingComment !== null) return null;
  const { text } = only.body;
  const oneLine = `${headerOf(section)} ${text}`;
  const fits = only.leadingComments.length === 0 && text !== "" && oneLine.length <= width;
  return fits ? [...leadingComments, oneLine] : null;
}

/** An item with the comments above it. */
function printPlaced(
  { body, leadingComments, trailingComment }: Item,
  keyword: SectionKeyword,
  { width }: FormatOptions,
): readonly string[] {
  const lines =
    keyword === "INTENT" && body.kind === "prose"
      ? wrapProse(body.text, "  ", "  ", width)
      : withComment(printItem(body, width), trailingComment);
  return [...leadingComments, ...lines];
}

/** A comment goes behind the first line: the one that carries the item's keyword. */
function withComment(lines: readonly string[], comment: string | null): readonly string[] {
  const [first, ...others] = lines;
  return comment === null || first === undefined ? lines : [`${first} ${comment}`, ...others];
}

/** Prints the body of an item, over as few lines as fit the width. */
export function printItem(body: ItemBody, width: number): readonly string[] {
  switch (body.kind) {
    case "prose":
      return wrapProse(body.text, "- ", "  ", width);
    case "labelled": {
      const references =
        body.references.length === 0 ? "" : ` [${body.references.map(nameText).join(", ")}]`;
      return wrapProse(body.text, `- ${printEntryLabel(body.label)}${references}: `, "  ", width);
    }
    case "import":
      return [`- ${printText(body.path)}`];
    case "actor": {
      const may = body.may === null ? "" : ` MAY ${body.may.map(nameText).join(", ")}`;
      const approves =
        body.approves.length === 0 ? "" : ` APPROVES ${body.approves.map(nameText).join(", ")}`;
      return wrapAtCommas(
        `- ${printEntryLabel(body.rank)}: ${body.role.text}${may}${approves}`,
        width,
      );
    }
    case "attribute":
      return body.value.kind === "prose-value"
        ? wrapProse(body.value.text, `- ${printAttributeName(body.name)}: `, "  ", width)
        : wrapAtCommas(
            `- ${printAttributeName(body.name)}: ${printAttributeValue(body.value)}`,
            width,
          );
    case "formal-constraint": {
      const label = body.label === null ? "" : ` [${printName(body.label.text)}]`;
      return wrapAtCommas(
        `- ${printEntryLabel(body.category)}${label}: ${printClause(body.clause)}`,
        width,
      );
    }
    case "effect": {
      const preposition = body.change === "SETS" ? "TO" : "BY";
      const change = `${body.change} ${printName(body.attribute.text)} ${preposition}`;
      return wrapAtCommas(
        `- Effect: ${printName(body.action.text)} ${change} ${printExpression(body.amount)}`,
        width,
      );
    }
    case "given": {
      const assignments = body.assignments.map(
        ({ target, value }) => `${printExpression(target)} = ${printExpression(value)}`,
      );
      return wrapAtCommas(`- GIVEN ${assignments.join(", ")}`, width);
    }
    case "given-file":
      return [`- GIVEN FILE ${printText(body.path)}`];
    case "at":
      return [`- AT ${printText(body.instant)}`];
    case "expect":
      return wrapAtCommas(`- EXPECT ${printExpectation(body.expectation)}`, width);
    case "error":
      return [body.text];
    default:
      return printRule(body, "", width);
  }
}

/** An entry's label stands as it is, several words and all, unless it holds what would end it. */
function printEntryLabel({ text }: Name): string {
  return /^[^\s#`[\]:-][^[\]:]*$/.test(text) && !text.startsWith("//") && text === text.trimEnd()
    ? text
    : `\`${text}\``;
}

/** An attribute's name is used in rules, where keywords stand in backticks. */
function printAttributeName(name: Name): string {
  const isWord = printName(name.text) === name.text || /\s/.test(name.text);
  return isWord ? printEntryLabel(name) : `\`${name.text}\``;
}

function nameText(name: Name): string {
  return printName(name.text);
}

function printAttributeValue(value: AttributeValue): string {
  switch (value.kind) {
    case "sample":
      return printExpression(value.literal);
    case "typed": {
      const standIn = value.default === null ? "" : ` = ${printExpression(value.default)}`;
      return `<${printType(value.type)}>${standIn}`;
    }
    case "prose-value":
      return value.text;
  }
}

/** Prints a formal clause on one line, `NEVER A AND B WHEN x > 1`. */
export function printClause(clause: Clause): string {
  switch (clause.kind) {
    case "never": {
      const guard =
        clause.guard === null
          ? ""
          : ` ${clause.guard.kind === "when" ? "WHEN" : "UNLESS"} ${printCondition(clause.guard.condition)}`;
      return `NEVER ${clause.actions.map(nameText).join(" AND ")}${guard}`;
    }
    case "always":
      return `ALWAYS ${nameText(clause.action)} WHEN ${printCondition(clause.condition)}`;
    case "at-most":
      return `AT MOST ${clause.count} OF ${clause.actions.map(nameText).join(", ")}${printPer(clause.per)}`;
    case "exactly-one":
      return `EXACTLY ONE OF ${clause.actions.map(nameText).join(", ")}${printPer(clause.per)}`;
    case "requires":
      return `${printFirstAction(clause.action)} REQUIRES ${nameText(clause.required)}`;
    case "before":
      return `${printFirstAction(clause.action)} BEFORE ${nameText(clause.later)}`;
    case "max-loop":
      return `MAX LOOP ${clause.count}`;
  }
}

/** An action named NEVER would open another clause, one named BEFORE make it another. */
function printFirstAction(action: Name): string {
  const isTaken = /^(never|always|requires|before)$/i.test(action.text);
  return isTaken ? `\`${action.text}\`` : nameText(action);
}

function printPer(per: Name | null): string {
  return per === null ? "" : ` PER ${nameText(per)}`;
}

function printExpectation(expectation: Expectation): string {
  switch (expectation.kind) {
    case "occur":
      return printOccurring(expectation.actions);
    case "only":
      return `ONLY ${printActions(expectation.actions)}`;
    case "not":
      return `NOT ${printActions(expectation.actions)}`;
    case "pending":
      return `PENDING ${printActions(expectation.actions)}`;
    case "nothing":
      return "NOTHING";
    case "unknown":
      return `UNKNOWN ${expectation.paths.map(printExpression).join(", ")}`;
    case "violation":
      return `VIOLATION ${expectation.labels.map(nameText).join(", ")}`;
    case "status":
      return `STATUS ${nameText(expectation.status)}`;
  }
}

/** An action whose name is a word that EXPECT has a use for goes into backticks where it would be taken for that. */
function printOccurring(actions: readonly Action[]): string {
  const printed = printActions(actions);
  const word = actions[0]?.name.text ?? "";
  const isTaken = /^(only|pending|violation|status|nothing)$/i.test(word);
  return isTaken ? `\`${word}\`${printed.slice(word.length)}` : printed;
}

function printActions(actions: readonly Action[]): string {
  return actions.map(printAction).join(", ");
}

// ---- rules -------------------------------------------------------------------------------------------------------

/** Prints a rule as an item at `indent`, `- Label: IF …`, over as few lines as fit the width. */
export function printRule(rule: Rule, indent: string, width: number): readonly string[] {
  return layOutRule(rule, indent, width).flatMap((line) => wrapAtCommas(line, width));
}

function layOutRule(rule: Rule, indent: string, width: number): readonly string[] {
  switch (rule.kind) {
    case "if": {
      const clauses = rule.branches.map(
        (branch, index): RuleClause => ({
          keyword: index === 0 ? "IF" : "ELSE IF",
          condition: branch.condition,
          actions: branch.actions,
        }),
      );
      if (rule.otherwise !== null) {
        clauses.push({ keyword: "ELSE", condition: null, actions: rule.otherwise });
      }
      if (rule.unknown !== null) {
        clauses.push({ keyword: "UNKNOWN", condition: null, actions: rule.unknown });
      }
      const start = `${indent}- ${printLabel(rule.label)}`;
      const oneLine = `${start}${clauses.map(printClauseOnOneLine).join(" ")}`;
      if (oneLine.length <= width && clauses.length <= 2) return [oneLine];
      return clauses.flatMap((clause, index) =>
        printRuleClause(clause, index === 0 ? start : `${indent}  `, `${indent}  `, width),
      );
    }
    case "for": {
      const index = rule.index === null ? "" : `, ${nameText(rule.index)}`;
      const where = rule.where === null ? "" : ` WHERE ${printCondition(rule.where)}`;
      const head = `FOR ${nameText(rule.variable)}${index} IN ${printOperand(rule.collection)}${where}`;
      return printBlock(
        rule,
        head,
        rule.body.flatMap((item) => printBlockItem(item, indent, width)),
        indent,
      );
    }
    case "while": {
      const maximum = rule.maximum === null ? "" : ` MAX ${printExpression(rule.maximum)}`;
      const head = `WHILE ${printCondition(rule.condition)}${maximum}`;
      return printBlock(
        rule,
        head,
        rule.body.flatMap((item) => printBlockItem(item, indent, width)),
        indent,
      );
    }
    case "match":
      return printBlock(
        rule,
        `MATCH ${printExpression(rule.subject)}`,
        rule.arms.flatMap((arm) => printArm(arm, indent)),
        indent,
      );
    case "let":
      return [`${indent}- LET ${nameText(rule.name)} = ${printExpression(rule.value)}`];
    case "set":
      return [`${indent}- SET ${nameText(rule.name)} = ${printExpression(rule.value)}`];
    case "failsafe":
      return [`${indent}- FAILSAFE THEN ${printActions(rule.actions)}`];
  }
}

interface RuleClause {
  readonly keyword: "IF" | "ELSE IF" | "ELSE" | "UNKNOWN";
  readonly condition: Expression | null;
  readonly actions: readonly Action[];
}

/** `Label: `; FAILSAFE begins a rule, so that a rule of this name has it in backticks. */
function printLabel(label: Name | null): string {
  if (label === null) return "";
  return /^failsafe$/i.test(label.text) ? `\`${label.text}\`: ` : `${nameText(label)}: `;
}

function printClauseOnOneLine(clause: RuleClause): string {
  const condition = clause.condition === null ? "" : ` ${printCondition(clause.condition)} THEN`;
  return `${clause.keyword}${condition} ${printActions(clause.actions)}`;
}

/** On one line if it fits; else THEN on its own line; else the condition broken before its outermost AND or OR too. */
function printRuleClause(
  clause: RuleClause,
  start: string,
  continuation: string,
  width: number,
): readonly string[] {
  const oneLine = `${start}${printClauseOnOneLine(clause)}`;
  if (oneLine.length <= width || clause.condition === null) return [oneLine];
  const then = `${continuation}THEN ${printActions(clause.actions)}`;
  const head = `${start}${clause.keyword} ${printCondition(clause.condition)}`;
  if (head.length <= width || printCondition(clause.condition).startsWith("({"))
    return [head, then];
  const [first = "", ...others] = printConnectedParts(clause.condition);
  return [
    `${start}${clause.keyword} ${first}`,
    ...others.map((part) => `${continuation}  ${part}`),
    then,
  ];
}

/** `a AND b AND c` as `a`, `AND b`, `AND c`; any other expression as one part. */
function printConnectedParts(expression: Expression): readonly string[] {
  if (
    expression.kind !== "binary" ||
    (expression.operator !== "AND" && expression.operator !== "OR")
  ) {
    return [printExpression(expression)];
  }
  const { operator } = expression;
  const parts: string[] = [];
  let rest: Expression = expression;
  while (rest.kind === "binary" && rest.operator === operator) {
    // Printed as the operand it is, so that parentheses stay: the text after the operator of `rest`.
    const whole = printExpression(rest);
    const left = printExpression({ ...rest, right: { kind: "missing", span: rest.right.span } });
    parts.push(`${operator} ${whole.slice(left.length)}`);
    rest = rest.left;
  }
  const nested: Expression = {
    ...expression,
    left: rest,
    right: { kind: "missing", span: rest.span },
  };
  parts.push(printExpression(nested).slice(0, -` ${operator} `.length));
  return parts.reverse();
}

interface Block {
  readonly label: Name | null;
  readonly closingComments: readonly string[];
  readonly unknown: readonly Action[] | null;
}

function printBlock(
  block: Block,
  head: string,
  body: readonly string[],
  indent: string,
): readonly string[] {
  const unknown = block.unknown === null ? "" : ` UNKNOWN ${printActions(block.unknown)}`;
  return [
    `${indent}- ${printLabel(block.label)}${head} {`,
    ...body,
    ...block.closingComments.map((comment) => `${indent}    ${comment}`),
    `${indent}  }${unknown}`,
  ];
}

function printBlockItem(item: BlockItem, indent: string, width: number): readonly string[] {
  const inner = `${indent}    `;
  const printed =
    item.rule.kind === "error" ? [`${inner}${item.rule.text}`] : printRule(item.rule, inner, width);
  return [
    ...item.leadingComments.map((comment) => `${inner}${comment}`),
    ...withComment(printed, item.trailingComment),
  ];
}

function printArm(arm: MatchArm, indent: string): readonly string[] {
  const inner = `${indent}    `;
  const guard = arm.guard === null ? "" : ` WHEN ${printGuard(arm.guard)}`;
  const line = `${inner}- ${printPattern(arm.pattern)}${guard} => ${printActions(arm.actions)}`;
  return [
    ...arm.leadingComments.map((comment) => `${inner}${comment}`),
    ...withComment([line], arm.trailingComment),
  ];
}

// ---- prose -------------------------------------------------------------------------------------------------------

/** Wraps prose at spaces; never so that a line would begin like an item, a comment or a header. */
function wrapProse(
  text: string,
  start: string,
  continuation: string,
  width: number,
): readonly string[] {
  const lines: string[] = [];
  let line = start;
  let empty = true;
  for (const word of text.split(" ")) {
    // Two spaces stay two: a break between them would leave one.
    const mayBreak = !empty && !line.endsWith(" ") && mayBeginLine(word);
    if (mayBreak && line.length + 1 + word.length > width) {
      lines.push(line);
      line = continuation + word;
    } else {
      line = empty ? line + word : `${line} ${word}`;
    }
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}

/**
 * Breaks a line of formal text behind commas where it is too long: the outermost ones first, inner ones only in parts
 * that are still too long by themselves. What follows a break is indented deeper than the line.
 */
function wrapAtCommas(text: string, width: number): readonly string[] {
  const indent = " ".repeat(text.length - text.trimStart().length + 4);
  let lines: readonly string[] = [text];
  for (let depth = 0; depth <= 4; depth++) {
    if (lines.every((line) => line.length <= width)) break;
    lines = lines.flatMap((line) =>
      line.length <= width ? [line] : fill(splitBehindCommas(line, depth), indent, width),
    );
  }
  return lines;
}

function fill(parts: readonly string[], indent: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && line.length + part.trimEnd().length > width && mayBeginLine(part)) {
      lines.push(line.trimEnd());
      line = indent + part;
    } else line += part;
  }
  return [...lines, line.trimEnd()];
}

/** The text cut behind each comma that stands outside quotes and inside at most `depth` brackets. */
function splitBehindCommas(text: string, depth: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let open = 0;
  let quote = "";
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (quote !== "") {
      if (character === "\\" && quote === '"') offset += 1;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "`") quote = character;
    else if ("([{".includes(character)) open += 1;
    else if (")]}".includes(character)) open -= 1;
    else if (character === "," && open <= depth && text.charAt(offset + 1) === " ") {
      parts.push(text.slice(start, offset + 2));
      start = offset + 2;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

const headerWords: ReadonlySet<string> = new Set([...sectionKeywords, "EXAMPLES"]);

/** False of what would make its line an item, a comment or, with a colon anywhere behind it, a header. */
function mayBeginLine(text: string): boolean {
  if (text === "" || text.startsWith("-") || text.startsWith("#") || text.startsWith("//"))
    return false;
  return !headerWords.has((/^\w+/.exec(text)?.[0] ?? "").toUpperCase());
}

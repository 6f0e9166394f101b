// A syntax tree as an indented outline without spans: what golden files hold and people compare.
import type { Tree } from "@omega/core";
import {
  actionsForm,
  expressionForm,
  guardForm,
  nameForm,
  patternForm,
  typeForm,
} from "./print-tree-expression.ts";

/** The outline of a document, everything in it but the places it stands in. */
export function printTree({ suiteFor, sections, trailingComments }: Tree.Document): string {
  const lines = [
    ...(suiteFor === null
      ? []
      : [...suiteFor.leadingComments, `suite for ${JSON.stringify(suiteFor.policy)}`]),
    ...sections.flatMap(sectionLines),
    ...trailingComments,
  ];
  return `${lines.join("\n")}\n`;
}

function sectionLines(section: Tree.Section): readonly string[] {
  const { keyword, title, items, leadingComments, trailingComment } = section;
  const head = title === null ? keyword : `${keyword} ${JSON.stringify(title)}`;
  return [
    ...leadingComments,
    withComment(head, trailingComment),
    ...indented(items.flatMap(itemLines)),
  ];
}

function itemLines(item: Tree.Item): readonly string[] {
  const { blankLineBefore, leadingComments, trailingComment, body } = item;
  const [first = "", ...others] = bodyLines(body);
  return [
    ...(blankLineBefore ? [""] : []),
    ...leadingComments,
    withComment(first, trailingComment),
    ...others,
  ];
}

function withComment(line: string, comment: string | null): string {
  return comment === null ? line : `${line}  ${comment}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

const namesForm = (names: readonly Tree.Name[]): string =>
  names.map(({ text }) => nameForm(text)).join(", ");

function bodyLines(body: Tree.ItemBody): readonly string[] {
  switch (body.kind) {
    case "prose":
      return [`prose ${JSON.stringify(body.text)}`];
    case "labelled": {
      const references = body.references.length === 0 ? "" : ` [${namesForm(body.references)}]`;
      return [`labelled ${nameForm(body.label.text)}${references} ${JSON.stringify(body.text)}`];
    }
    case "import":
      return [`import ${JSON.stringify(body.path)}`];
    case "actor":
      return [
        `actor ${nameForm(body.rank.text)} ${nameForm(body.role.text)}`,
        ...(body.may === null ? [] : [`  may ${namesForm(body.may)}`]),
        ...(body.approves.length === 0 ? [] : [`  approves ${namesForm(body.approves)}`]),
      ];
    case "attribute":
      return [`attribute ${nameForm(body.name.text)}: ${valueForm(body.value)}`];
    case "formal-constraint": {
      const label = body.label === null ? "" : ` [${nameForm(body.label.text)}]`;
      return [`constraint ${nameForm(body.category.text)}${label}: ${clauseForm(body.clause)}`];
    }
    case "effect": {
      const { action, change, attribute, amount } = body;
      const of = `${nameForm(action.text)} ${change} ${nameForm(attribute.text)}`;
      return [`effect ${of} ${expressionForm(amount)}`];
    }
    case "given":
      return body.assignments.map(
        ({ target, value }) => `given ${expressionForm(target)} = ${expressionForm(value)}`,
      );
    case "given-file":
      return [`given file ${JSON.stringify(body.path)}`];
    case "at":
      return [`at ${JSON.stringify(body.instant)}`];
    case "expect":
      return [`expect ${expectationForm(body.expectation)}`];
    default:
      return ruleLines(body);
  }
}

function valueForm(value: Tree.AttributeValue): string {
  switch (value.kind) {
    case "sample":
      return `sample ${expressionForm(value.literal)}`;
    case "prose-value":
      return `prose ${JSON.stringify(value.text)}`;
    case "typed": {
      const standard = value.default === null ? "" : ` = ${expressionForm(value.default)}`;
      return `<${typeForm(value.type)}>${standard}`;
    }
  }
}

// ---- rules -------------------------------------------------------------------------------------------------------

function ruleLines(rule: Tree.Rule | Tree.ErrorItem): readonly string[] {
  switch (rule.kind) {
    case "if":
      return [
        headOf("if", rule.label),
        ...rule.branches.map(
          ({ condition, actions }) => `  ${expressionForm(condition)} => ${actionsForm(actions)}`,
        ),
        ...clauseLines("else", rule.otherwise),
        ...clauseLines("unknown", rule.unknown),
      ];
    case "for": {
      const { variable, index, collection, where } = rule;
      const names = index === null ? [variable] : [variable, index];
      const filter = where === null ? "" : ` WHERE ${expressionForm(where)}`;
      return [
        `${headOf("for", rule.label)} ${namesForm(names)} IN ${expressionForm(collection)}${filter}`,
        ...blockLines(rule),
        ...clauseLines("unknown", rule.unknown),
      ];
    }
    case "while": {
      const maximum = rule.maximum === null ? "" : ` MAX ${expressionForm(rule.maximum)}`;
      return [
        `${headOf("while", rule.label)} ${expressionForm(rule.condition)}${maximum}`,
        ...blockLines(rule),
        ...clauseLines("unknown", rule.unknown),
      ];
    }
    case "match":
      return [
        `${headOf("match", rule.label)} ${expressionForm(rule.subject)}`,
        ...indented([...rule.arms.flatMap(armLines), ...rule.closingComments]),
        ...clauseLines("unknown", rule.unknown),
      ];
    case "let":
    case "set":
      return [`${rule.kind} ${nameForm(rule.name.text)} = ${expressionForm(rule.value)}`];
    case "failsafe":
      return [`failsafe => ${actionsForm(rule.actions)}`];
    case "error":
      return [`error ${JSON.stringify(rule.text)}`];
  }
}

function headOf(keyword: string, label: Tree.Name | null): string {
  return label === null ? keyword : `${keyword} [${nameForm(label.text)}]`;
}

function clauseLines(keyword: string, actions: readonly Tree.Action[] | null): readonly string[] {
  return actions === null ? [] : [`  ${keyword} => ${actionsForm(actions)}`];
}

function blockLines({ body, closingComments }: Tree.ForRule | Tree.WhileRule): readonly string[] {
  const rules = body.flatMap(({ leadingComments, trailingComment, rule }) => {
    const [first = "", ...others] = ruleLines(rule);
    return [...leadingComments, withComment(first, trailingComment), ...others];
  });
  return indented([...rules, ...closingComments]);
}

function armLines(arm: Tree.MatchArm): readonly string[] {
  const { leadingComments, trailingComment, pattern, guard, actions } = arm;
  const line = `${patternForm(pattern)}${guardForm(guard)} => ${actionsForm(actions)}`;
  return [...leadingComments, withComment(line, trailingComment)];
}

// ---- constraints and expectations --------------------------------------------------------------------------------

function clauseForm(clause: Tree.Clause): string {
  switch (clause.kind) {
    case "never": {
      const { guard } = clause;
      const when =
        guard === null ? "" : ` ${guard.kind.toUpperCase()} ${expressionForm(guard.condition)}`;
      return `NEVER ${namesForm(clause.actions)}${when}`;
    }
    case "always":
      return `ALWAYS ${nameForm(clause.action.text)} WHEN ${expressionForm(clause.condition)}`;
    case "at-most":
      return `AT MOST ${clause.count} OF ${namesForm(clause.actions)}${perForm(clause.per)}`;
    case "exactly-one":
      return `EXACTLY ONE OF ${namesForm(clause.actions)}${perForm(clause.per)}`;
    case "requires":
      return `${nameForm(clause.action.text)} REQUIRES ${nameForm(clause.required.text)}`;
    case "before":
      return `${nameForm(clause.action.text)} BEFORE ${nameForm(clause.later.text)}`;
    case "max-loop":
      return `MAX LOOP ${clause.count}`;
  }
}

function perForm(per: Tree.Name | null): string {
  return per === null ? "" : ` PER ${nameForm(per.text)}`;
}

function expectationForm(expectation: Tree.Expectation): string {
  switch (expectation.kind) {
    case "occur":
    case "only":
    case "not":
    case "pending":
      return `${expectation.kind} ${actionsForm(expectation.actions)}`;
    case "nothing":
      return "nothing";
    case "unknown":
      return `unknown ${expectation.paths.map(expressionForm).join(", ")}`;
    case "violation":
      return `violation ${namesForm(expectation.labels)}`;
    case "status":
      return `status ${nameForm(expectation.status.text)}`;
  }
}

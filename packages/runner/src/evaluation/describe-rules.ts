// The rules of a document for clients that show them: every branch as condition and action, in the order of the text.
import { printAction, printExpression, printPattern, type Tree } from "@omega/core";

export interface DescribedRule {
  readonly condition: string;
  readonly action: string;
}

/** The rules of all RULE sections. A branch inside FOR or WHILE is listed by its own condition. */
export function describeRules(document: Tree.Document): readonly DescribedRule[] {
  return document.sections
    .filter(({ keyword }) => keyword === "RULE")
    .flatMap(({ items }) => items.flatMap(({ body }) => describeRule(body)));
}

function describeRule(rule: Tree.ItemBody): readonly DescribedRule[] {
  switch (rule.kind) {
    case "if":
      return [
        ...rule.branches.map(({ condition, actions }) => ({
          condition: printExpression(condition),
          action: printActions(actions),
        })),
        ...clause("ELSE", rule.otherwise),
        ...clause("UNKNOWN", rule.unknown),
      ];
    case "for":
    case "while":
      return [
        ...rule.body.flatMap((item) => describeRule(item.rule)),
        ...clause("UNKNOWN", rule.unknown),
      ];
    case "match":
      return [
        ...rule.arms.map(({ pattern, guard, actions }) => ({
          condition: `${printExpression(rule.subject)} = ${printPattern(pattern)}${
            guard === null ? "" : ` WHEN ${printExpression(guard)}`
          }`,
          action: printActions(actions),
        })),
        ...clause("UNKNOWN", rule.unknown),
      ];
    case "failsafe":
      return clause("FAILSAFE", rule.actions);
    default:
      return [];
  }
}

function clause(
  condition: string,
  actions: readonly Tree.Action[] | null,
): readonly DescribedRule[] {
  return actions === null ? [] : [{ condition, action: printActions(actions) }];
}

function printActions(actions: readonly Tree.Action[]): string {
  return actions.map(printAction).join(", ");
}

// Whether a WHILE repeats: its body SETs something the condition reads. Otherwise its body runs once.
import { visitExpression } from "../semantics/checks/visit-expressions.ts";
import type { BlockItem, WhileRule } from "../syntax/tree.ts";

/** As the checker and the program have it, by name. */
export function setsWhatItReads({ condition, body }: WhileRule): boolean {
  const read = new Set<string>();
  visitExpression(condition, (part) => {
    if (part.kind === "reference") read.add(part.name);
  });
  return setsAny(body, read);
}

function setsAny(body: readonly BlockItem[], names: ReadonlySet<string>): boolean {
  return body.some(({ rule }) => {
    if (rule.kind === "set") return names.has(rule.name.text);
    return (rule.kind === "for" || rule.kind === "while") && setsAny(rule.body, names);
  });
}

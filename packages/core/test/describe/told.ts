// A described policy as plain text, for tests to show.
import { type Description, describePolicy, type Phrase, plainText } from "../../src/index.ts";
import { compile } from "../../src/policy.ts";

/** A phrase with plain spaces: those between a number and its unit do not break. */
export function shown(phrase: Phrase): string {
  return plainText(phrase).replaceAll("\u00a0", " ");
}

/** The policy with `rules` as its rules, described. */
export function describeRules(rules: string, context = ""): Description.PolicyDescription {
  return describePolicy(
    compile(`INTENT: Keep people unhurt.\n\nCONTEXT:\n${context}\n\nRULE:\n${rules}\n`),
  );
}

/** The sentences of rules, those in bodies indented. */
function sentencesOf(rules: readonly Description.DescribedRule[], indent = ""): readonly string[] {
  return rules.flatMap((rule) => {
    const [first = "", ...others] = rule.statements.map(({ lead, actions }) =>
      actions === null ? shown(lead) : `${shown(lead)}: ${actions.map(shown).join(", ")}`,
    );
    return [
      `${indent}${first}`,
      ...sentencesOf(rule.rules, `${indent}  `),
      ...others.map((sentence) => `${indent}${sentence}`),
    ];
  });
}

/** The sentences of `rules`. */
export function told(rules: string, context = ""): readonly string[] {
  return describeRules(rules, context).sections.flatMap((section) => sentencesOf(section.rules));
}

/** A decision table, a row a line, with `·` where any value will do. */
export function tableLines(table: Description.DescribedRule["table"]): readonly string[] {
  if (table === null) return [];
  return [
    table.columns.map(shown).join(" | "),
    ...table.rows.flatMap(({ kind, alternatives, actions }) => {
      const outcome = actions.map(shown).join(", ");
      if (kind !== "when") return [`${kind} → ${outcome}`];
      return alternatives.map(
        (cells) =>
          `${cells.map((cell) => (cell === null ? "·" : shown(cell))).join(" | ")} → ${outcome}`,
      );
    }),
  ];
}

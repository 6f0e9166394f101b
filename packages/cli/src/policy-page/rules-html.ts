// Rules as HTML: sentences, long conditions set out as lists, a decision table where there is one.
import { type Description, fill, plainText } from "@omega/core";
import { type Html, html, joined } from "../page/html.ts";
import { type Anchors, anchorOf } from "./anchor.ts";
import { decisionTableHtml } from "./decision-table-html.ts";
import { breakable, inlineHtml } from "./inline-html.ts";
import type { Text } from "./page-content.ts";

type Policy = Description.PolicyDescription;
type Rule = Description.DescribedRule;

/** Rules one below the other. */
export function rulesHtml(rules: readonly Rule[], policy: Policy, anchors: Anchors): Html {
  const sources = new Map(policy.trace.rows.map(({ id, sources: numbers }) => [id, numbers]));
  const page: RulesPage = { policy, sources, anchors };
  return html`<div class="rules">${rules.map((rule) => ruleHtml(rule, page))}</div>`;
}

interface RulesPage {
  readonly policy: Policy;
  /** Numbers of trace entries by rule. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
  readonly anchors: Anchors;
}

function ruleHtml(rule: Rule, rulesPage: RulesPage): Html {
  const { policy, sources, anchors } = rulesPage;
  const { page } = policy.wording;
  const line = plainText(fill(page.line, { line: [{ kind: "words", text: String(rule.line) }] }));
  const numbers = rule.id === null ? [] : (sources.get(rule.id) ?? []);
  const marks: Text = numbers.flatMap(
    (number): Text => [
      { kind: "words", text: " " },
      { kind: "source", text: `${page.rules.sources} ${number}`, number },
    ],
  );
  const [first, ...others] = rule.statements;
  const nested =
    rule.rules.length > 0 &&
    html`<div class="rules nested">${rule.rules.map((inner) => ruleHtml(inner, rulesPage))}</div>`;
  const unread = rule.kind === "unreadable" && html`<pre><code>${rule.source}</code></pre>`;
  return html`<article class="rule ${rule.kind}"${rule.id !== null && anchors.place(anchorOf("rule", rule.id))}>
<p class="where">${rule.id !== null && html`<bdi class="id">${breakable(rule.id)}</bdi> `}<span class="places">${inlineHtml([{ kind: "line", text: line, line: rule.line }])}${inlineHtml(marks)}</span></p>
<div class="says">${first !== undefined && statementHtml(first, nested !== false, policy)}${nested}${others.map((statement) => statementHtml(statement, false, policy))}${unread}${
    rule.table !== null &&
    decisionTableHtml(
      {
        caption: plainText(
          fill(page.rules.table, { rule: [{ kind: "words", text: rule.id ?? "" }] }),
        ),
        table: rule.table,
        ofSection: false,
      },
      policy.wording,
    )
  }</div>
</article>
`;
}

function statementHtml(
  { lead, condition, opening, actions }: Description.Statement,
  hasRules: boolean,
  { wording }: Policy,
): Html {
  if (actions === null) return html`<p dir="auto">${inlineHtml(lead)}${hasRules ? ":" : "."}</p>`;
  const taken = html`<span class="actions">${joined(
    actions.map((action) => inlineHtml(action)),
    html`<span class="next">, </span>`,
  )}</span>`;
  if (condition === null || opening === null) {
    return html`<p dir="auto">${inlineHtml(lead)}: ${taken}.</p>`;
  }
  return html`<div class="set-out"><p dir="auto">${inlineHtml(opening)}:</p>
${conditionHtml(condition, wording)}
<p class="therefore">${taken}.</p></div>`;
}

function conditionHtml(
  condition: Description.DescribedCondition,
  wording: Policy["wording"],
): Html {
  if (condition.kind === "statement") return inlineHtml(condition.phrase);
  const parts = condition.parts.map((part) =>
    part.kind === "statement"
      ? html`<li dir="auto">${inlineHtml(part.phrase)}</li>`
      : html`<li>${wording.conditionList[part.kind]}:${conditionHtml(part, wording)}</li>`,
  );
  return html`<ul class="conditions">${parts}</ul>`;
}

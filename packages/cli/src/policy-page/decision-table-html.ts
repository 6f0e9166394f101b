// Decision tables as HTML: conditions left of the double line, actions right of it.
import type { Description } from "@omega/core";
import { type Html, html, joined } from "../page/html.ts";
import { scrolling } from "../page/page-shell.ts";
import { inlineHtml } from "./inline-html.ts";
import type { DecisionTableBlock } from "./page-content.ts";

type Wording = Description.PolicyDescription["wording"];

export function decisionTableHtml(
  { caption, table, ofSection }: Omit<DecisionTableBlock, "kind">,
  { cell, page }: Wording,
): Html {
  const words = page.rules;
  const head = joined([
    ofSection && html`<th scope="col">${words.rule}</th>`,
    ...table.columns.map((column) => html`<th scope="col">${inlineHtml(column)}</th>`),
    html`<th scope="col" class="then">${words.action}</th>`,
  ]);
  let last: string | null = null;
  const rows = table.rows.map((row) => {
    const isFirst = row.rule !== last;
    last = row.rule;
    const heading =
      ofSection &&
      html`<th scope="row"${row.alternatives.length > 1 && html` rowspan="${row.alternatives.length}"`}>${
        isFirst && inlineHtml([{ kind: "rule", text: row.rule }])
      }</th>`;
    const actions = html`<td class="then"${row.alternatives.length > 1 && html` rowspan="${row.alternatives.length}"`}>${joined(
      row.actions.map((action) => inlineHtml(action)),
      html`<br>`,
    )}</td>`;
    const style = `${isFirst ? "first" : ""} ${row.kind}`;
    if (row.kind !== "when") {
      const text = row.kind === "otherwise" ? cell.otherwise : cell.unknown;
      return html`<tr class="${style}">${heading}<td class="rest" colspan="${table.columns.length}">${text}</td>${actions}</tr>\n`;
    }
    return row.alternatives.map((cells, index) => {
      const values = cells.map((value) =>
        value === null
          ? html`<td class="any"><span aria-hidden="true">–</span><span class="unseen">${cell.any}</span></td>`
          : html`<td>${inlineHtml(value)}</td>`,
      );
      return html`<tr class="${index === 0 ? style : "alternative"}">${index === 0 && heading}${values}${index === 0 && actions}</tr>\n`;
    });
  });
  return html`${scrolling(
    caption,
    html`<table class="decisions"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table>`,
  )}<p class="quiet small under">${ofSection ? words.everyFits : words.firstFits}</p>`;
}

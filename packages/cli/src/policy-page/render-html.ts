// The page of a policy as HTML, in the frame that all pages of omegac share.
import type { Description } from "@omega/core";
import { type Html, type HtmlValue, html, joined } from "../page/html.ts";
import { renderPage, scrolling, table, tiles } from "../page/page-shell.ts";
import { type Anchors, createAnchors } from "./anchor.ts";
import { decisionTableHtml } from "./decision-table-html.ts";
import { flowPicture } from "./flow-picture.ts";
import { inlineHtml, prose } from "./inline-html.ts";
import type { Block, ContentSection, PageContent, TableBlock, TableRow } from "./page-content.ts";
import { policyPageStyle } from "./policy-page-style.ts";
import { rulesHtml } from "./rules-html.ts";

/** The page as the text of a file. */
export function renderHtml(content: PageContent, policy: Description.PolicyDescription): string {
  const { page } = policy.wording;
  const anchors = createAnchors();
  return renderPage({
    language: content.language,
    title: content.title,
    kicker: content.kicker,
    lead: html`${content.purpose !== "" && html`<p class="lead" dir="auto">${content.purpose}</p>`}${content.figures.length > 0 && tiles(content.figures)}`,
    sections: content.sections.map((section) => ({
      id: section.id,
      title: section.title,
      body: sectionBody(section, policy, anchors),
    })),
    footer: content.footer.map((line) => html`<p>${line}</p>`),
    words: { skipToContent: page.skip, contents: page.contents },
    style: policyPageStyle,
  });
}

function sectionBody(
  { blocks }: ContentSection,
  policy: Description.PolicyDescription,
  anchors: Anchors,
): Html {
  return joined(
    blocks.map((block) => blockHtml(block, policy, anchors)),
    "\n",
  );
}

function blockHtml(
  block: Block,
  policy: Description.PolicyDescription,
  anchors: Anchors,
): HtmlValue {
  switch (block.kind) {
    case "paragraph":
      return html`<p class="${block.quiet ? "quiet" : ""}" dir="auto">${inlineHtml(block.text)}</p>`;
    case "note":
      return html`<div class="note ${block.tone}"><p>${inlineHtml(block.text)}</p></div>`;
    case "heading":
      return html`<h3 dir="auto">${prose(block.text)}</h3>`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li dir="auto">${inlineHtml(item)}</li>`)}</ul>`;
    case "facts":
      return html`<dl class="facts">${block.entries.map(
        ({ term, text }) =>
          html`<dt dir="auto">${prose(term)}</dt><dd dir="auto">${inlineHtml(text)}</dd>\n`,
      )}</dl>`;
    case "table":
      return tableHtml(block, anchors);
    case "decision-table":
      return decisionTableHtml(block, policy.wording);
    case "rules":
      return rulesHtml(block.rules, policy, anchors);
    case "flow":
      return flowHtml(block.graph, policy);
    case "source":
      return sourceHtml(block.lines, policy.wording.page.lines);
  }
}

function tableHtml(block: TableBlock, anchors: Anchors): Html {
  const style = block.isMatrix ? "matrix" : `of${block.headings.length}`;
  return table(
    block.caption,
    block.headings,
    block.rows.map((row) => cellsOf(row, anchors)),
    style,
  );
}

function cellsOf({ cells, depth, anchor }: TableRow, anchors: Anchors): readonly Html[] {
  return cells.map((cell, index) => {
    if (index > 0) return inlineHtml(cell);
    return html`<span class="depth${depth}"${anchor !== null && anchors.place(anchor)}>${inlineHtml(cell)}</span>`;
  });
}

function flowHtml(
  graph: Parameters<typeof flowPicture>[0],
  { wording, actions }: Description.PolicyDescription,
): Html {
  const approvers = new Map(actions.map((action) => [action.name, action.approvers]));
  const picture = flowPicture(graph, wording, (action) => approvers.get(action) ?? []);
  return html`<figure>${scrolling(wording.page.flow.title, picture)}</figure>`;
}

/** The document, each line with a place to lead to. */
function sourceHtml(lines: readonly string[], label: string): Html {
  const items = lines.map(
    (line, index) => html`<li id="line-${index + 1}"><code>${line || " "}</code></li>\n`,
  );
  return html`<ol class="source" aria-label="${label}">${items}</ol>`;
}

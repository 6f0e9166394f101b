// The page of a policy as Markdown, as GitHub and GitLab show it: tables, and the flow as a Mermaid diagram. The
// document's own text is left to the file beside it.
import { type Description, type FlowGraph, fill, plainText } from "@omega/core";
import type {
  Block,
  DecisionTableBlock,
  Inline,
  PageContent,
  TableBlock,
  Text,
} from "./page-content.ts";

type Policy = Description.PolicyDescription;

/** The page as the text of a file. */
export function renderMarkdown(content: PageContent, policy: Policy): string {
  const figures = content.figures.map(
    ({ value, label }) => `**${escaped(value)}** ${escaped(label)}`,
  );
  const sections = content.sections
    .map(({ title, blocks }) => ({
      title,
      body: blocks.flatMap((block) => blockLines(block, policy)),
    }))
    .filter(({ body }) => body.length > 0)
    .flatMap(({ title, body }) => [`## ${escaped(title)}`, ...body]);
  const paragraphs = [
    `# ${escaped(content.title)}`,
    ...(content.purpose === "" ? [] : [prose(escaped(content.purpose))]),
    ...(figures.length === 0 ? [] : [figures.join(" · ")]),
    ...sections,
    "---",
    content.footer.map(escaped).join(" "),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

/** Paragraphs: each stands between blank lines. */
function blockLines(block: Block, policy: Policy): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return [prose(inline(block.text))];
    case "note":
      return [`> ${inline(block.text)}`];
    case "heading":
      return [`### ${escaped(block.text)}`];
    case "list":
      return [block.items.map((item) => `- ${prose(inline(item))}`).join("\n")];
    case "facts":
      return [
        block.entries
          .map(
            ({ term, text }) =>
              `- ${term === "" ? "" : `**${escaped(term)}**: `}${prose(inline(text))}`,
          )
          .join("\n"),
      ];
    case "table":
      return [tableLines(block)];
    case "decision-table":
      return decisionTable(block, policy);
    case "rules":
      return block.rules.length === 0 ? [] : rulesLines(block.rules, "", policy);
    case "flow":
      return [mermaid(block.graph, policy)];
    case "source":
      return [];
  }
}

// ---- tables ------------------------------------------------------------------------------------------------------

function tableLines({ headings, rows }: TableBlock): string {
  return grid(
    headings.map(escaped),
    rows.map(({ cells, depth }) =>
      cells.map((cell, index) =>
        index === 0 && depth > 0
          ? `${"&nbsp;&nbsp;".repeat(depth)}– ${inline(cell)}`
          : inline(cell),
      ),
    ),
  );
}

function decisionTable(
  { table, ofSection }: Omit<DecisionTableBlock, "kind" | "caption">,
  { wording }: Policy,
): readonly string[] {
  const words = wording.page.rules;
  const headings = [
    ...(ofSection ? [words.rule] : []),
    ...table.columns.map((column) => inline(column)),
    words.action,
  ];
  const rows = table.rows.flatMap((row) => {
    const rule = ofSection ? [code(row.rule)] : [];
    const actions = row.actions.map((action) => inline(action)).join("<br>");
    if (row.kind !== "when") {
      const text = row.kind === "otherwise" ? wording.cell.otherwise : wording.cell.unknown;
      const rest = table.columns.map((_, index) => (index === 0 ? `*${escaped(text)}*` : ""));
      return [[...rule, ...rest, actions]];
    }
    return row.alternatives.map((cells) => [
      ...rule,
      ...cells.map((cell) => (cell === null ? "–" : inline(cell))),
      actions,
    ]);
  });
  return [grid(headings, rows), `*${escaped(ofSection ? words.everyFits : words.firstFits)}*`];
}

function grid(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(" | ")} |`;
  return [line(headings), `|${headings.map(() => " --- |").join("")}`, ...rows.map(line)].join(
    "\n",
  );
}

/** A cell is one line, and a bar would end it, in code too. */
function cellText(text: string): string {
  return text.replace(/\n/g, " ").replace(/(?<!\\)\|/g, "\\|");
}

// ---- rules -------------------------------------------------------------------------------------------------------

function rulesLines(
  rules: readonly Description.DescribedRule[],
  indent: string,
  policy: Policy,
): readonly string[] {
  if (indent !== "") return rules.flatMap((rule) => ruleLines(rule, indent, policy));
  // A table inside a list is shown as text, so that it follows the list.
  const blocks: string[] = [];
  let list: string[] = [];
  for (const rule of rules) {
    list.push(...ruleLines(rule, "", policy));
    if (rule.table === null) continue;
    blocks.push(list.join("\n"), ...decisionTable({ table: rule.table, ofSection: false }, policy));
    list = [];
  }
  return list.length === 0 ? blocks : [...blocks, list.join("\n")];
}

function ruleLines(
  rule: Description.DescribedRule,
  indent: string,
  policy: Policy,
): readonly string[] {
  const { page } = policy.wording;
  const line = plainText(fill(page.line, { line: [{ kind: "words", text: String(rule.line) }] }));
  const name = rule.id === null ? `*${line}*` : `**${escaped(rule.id)}** (${line})`;
  const sentences = rule.statements.map(({ lead, actions }, index) => {
    if (actions === null)
      return `${inline(lead)}${index === 0 && rule.rules.length > 0 ? ":" : "."}`;
    const list = actions.map((action) => inline(action)).join(", ");
    return `${inline(lead)}: ${list}.`;
  });
  const source = rule.kind === "unreadable" && rule.source !== "" ? [code(rule.source)] : [];
  const [first = "", ...others] = [...sentences, ...source];
  if (rule.rules.length === 0) {
    return [`${indent}- ${name}: ${[first, ...others].join(" ")}`];
  }
  return [
    `${indent}- ${name}: ${first}`,
    ...rulesLines(rule.rules, `${indent}  `, policy),
    ...others.map((sentence) => `${indent}  - ${sentence}`),
  ];
}

// ---- the flow ----------------------------------------------------------------------------------------------------

/** Left to right; dashed lines are taken when something is not known. */
function mermaid(graph: FlowGraph, { wording }: Policy): string {
  const { flow, rules: words } = wording.page;
  const ids = new Map<string, string>();
  const nodes = [
    ...graph.inputs.map(({ id, name }) => ({ id, shape: ["([", "])"], label: name })),
    ...graph.rules.map(({ id, name, rules }) => {
      const label = name || (graph.scale === "section" ? words.untitled : (rules[0] ?? ""));
      const count = plainText(
        fill(rules.length === 1 ? flow.ruleCount.one : flow.ruleCount.other, {
          count: [{ kind: "words", text: String(rules.length) }],
        }),
      );
      return {
        id,
        shape: ["[", "]"],
        label: graph.scale === "rule" ? label : `${label} · ${count}`,
      };
    }),
    ...graph.actions.map(({ id, name }) => ({ id, shape: ["([", "])"], label: name })),
  ].map(({ id, shape: [open = "", close = ""], label }, index) => {
    ids.set(id, `n${index}`);
    return `  n${index}${open}"${mermaidText(label)}"${close}`;
  });
  const edges = graph.edges.flatMap(({ from, to, whenUnknown }) => {
    const [start, end] = [ids.get(from), ids.get(to)];
    if (start === undefined || end === undefined) return [];
    return [`  ${start} ${whenUnknown ? "-.->" : "-->"} ${end}`];
  });
  return ["```mermaid", "flowchart LR", ...nodes, ...edges, "```"].join("\n");
}

/** Mermaid reads `#` and quotes as its own, and labels as HTML. */
function mermaidText(text: string): string {
  return text.replace(
    /[^\p{L}\p{N} _.,:;/·()+-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}

// ---- text --------------------------------------------------------------------------------------------------------

function inline(text: Text): string {
  return text.map(pieceText).join("");
}

function pieceText(piece: Inline): string {
  switch (piece.kind) {
    case "words":
    case "value":
    case "line":
    case "source":
      return escaped(piece.text);
    case "name":
    case "rule":
    case "constraint":
      return code(piece.text);
    case "action":
    case "badge":
      return `**${escaped(piece.text)}**`;
    case "break":
      return "<br>";
  }
}

/** Text that means nothing to Markdown or HTML; lines are joined, for a block is one line here. */
function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*|\u00a0/g, " ")
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/&/g, "&amp;");
}

/** A paragraph that does not begin as a list, a heading or a rule would. */
function prose(text: string): string {
  return text.replace(/^(\s*)([-+=]|\d+[.)])/, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
  );
}

/** Code with a fence longer than any in it. */
function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

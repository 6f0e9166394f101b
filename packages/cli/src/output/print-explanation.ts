// Why a decision is what it is, or what became of one action in it: a tree on a terminal, or nested lists in Markdown.
import type { ExplainedAction, Explanation } from "@omega/core";
import { displayWidth, visible } from "./display-text.ts";
import {
  actionNodes,
  code,
  type ExplanationNode,
  explanationSections,
  type Piece,
} from "./explanation-tree.ts";
import type { Style } from "./style.ts";
import { countOf, wrapText } from "./wrap-text.ts";

/** The explanation as a page for a terminal; of one action where it is about one. */
export function printExplanation(explanation: Explanation, style: Style, width: number): string {
  const text = (pieces: readonly Piece[]): string => visible(plain(pieces, style));
  const head = headline(explanation).flatMap((line) => wrapText(text(line), width).map(style.bold));
  const sections = explanationSections(explanation).map(({ title, nodes }) =>
    [
      style.bold(style.phrase(title)),
      ...nodes.flatMap((node) => printNode(node, "", style, width)),
    ].join("\n"),
  );
  return `${[head.join("\n"), ...sections].join("\n\n")}\n`;
}

/** The explanation as Markdown: nested lists, with what stands in the document as code. */
export function explanationMarkdown(
  explanation: Explanation,
  title: string,
  { phrase }: Pick<Style, "phrase">,
): string {
  const head = headline(explanation).map((line) => `${markdown(line, phrase)}\n`);
  const sections = explanationSections(explanation).map(
    ({ title: heading, nodes }) =>
      `## ${capitalized(phrase(heading))}\n\n${nodes.flatMap((node) => markdownNode(node, "", phrase)).join("\n")}\n`,
  );
  return [`# ${markdown([title], phrase)}\n`, ...head, ...sections].join("\n");
}

/** What in an explanation concerns one action: the lines of each rule and constraint, without headings. */
export function printActionTrees(
  explanation: Explanation,
  action: string,
  style: Style,
  width: number,
): readonly string[] {
  return actionNodes(explanation, action).map((node) =>
    printNode(node, "", style, width).join("\n"),
  );
}

// --- headlines ----------------------------------------------------------------------------------------------------

function headline(explanation: Explanation): readonly (readonly Piece[])[] {
  const { action, status, actions, pending, withheld } = explanation;
  if (action !== null) return [describeFate(action), ...approvals(action)];
  const counts = [
    actions.length === 0 ? "no actions" : countOf(actions.length, "action"),
    pending.length === 0 ? "" : `${pending.length} waiting for approval`,
    withheld.length === 0 ? "" : `${withheld.length} withheld`,
  ];
  return [[`${status}: ${counts.filter((part) => part !== "").join(", ")}`]];
}

function describeFate({ name, taken, pending, withheld, sources }: ExplainedAction): Piece[] {
  const by = [...new Set(withheld.map(({ constraint }) => constraint))];
  const fates: Piece[][] = [
    ...(taken.length === 0 ? [] : [[`is taken${times(taken.length)}`]]),
    ...(pending.length === 0 ? [] : [[`waits for approval${times(pending.length)}`]]),
    ...(withheld.length === 0
      ? []
      : [[`is withheld${times(withheld.length)} by `, ...listOf(by.map(code))]]),
  ];
  if (sources.length === 0) return ["no rule takes ", code(name)];
  if (fates.length === 0) return [code(name), " is not taken"];
  return [
    code(name),
    ...fates.flatMap((fate, index): Piece[] => [index === 0 ? " " : ", and ", ...fate]),
  ];
}

function times(count: number): string {
  return count === 1 ? "" : ` ${count} times`;
}

function approvals({ pending }: ExplainedAction): readonly (readonly Piece[])[] {
  const approvers = [...new Set(pending.flatMap((event) => event.approvers))];
  return approvers.length === 0 ? [] : [["to be approved by ", ...listOf(approvers)]];
}

function listOf(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [", ", piece]));
}

// --- terminal -----------------------------------------------------------------------------------------------------

/** A node, its notes and its children; `margin` is what stands before each of its lines. */
function printNode(node: ExplanationNode, margin: string, style: Style, width: number): string[] {
  const room = Math.max(20, width - displayWidth(margin) - 5);
  const [first = "", ...rest] = wrapText(visible(plain(node.head, style)), room);
  const guide = node.children.length > 0 ? "│ " : "  ";
  const paint = node.outcome === "not reached" || node.outcome === null ? style.dim : keep;
  const below = `${style.dim(margin)}  ${style.dim(guide)}`;
  const notes = node.notes.flatMap((note) =>
    wrapText(visible(plain(note, style)), room - 2).map((line, index) =>
      style.dim(`${index === 0 ? "" : "  "}${line}`),
    ),
  );
  return [
    `${style.dim(margin)}  ${mark(node.outcome, style)} ${paint(first)}`,
    ...rest.map((line) => `${below}  ${paint(line)}`),
    ...notes.map((line) => `${below}  ${line}`),
    ...node.children.flatMap((child, index) =>
      printChild(child, margin, index === node.children.length - 1, style, width),
    ),
  ];
}

/** A child hangs on its parent's guide: `├` while others follow, `└` for the last. */
function printChild(
  child: ExplanationNode,
  margin: string,
  isLast: boolean,
  style: Style,
  width: number,
): string[] {
  const [first = "", ...rest] = printNode(child, "", style, width - displayWidth(margin) - 3);
  const [branch, trunk] = isLast ? ["└", " "] : ["├", "│"];
  const lead = `${margin}  `;
  return [
    `${style.dim(`${lead}${branch}`)}${first.replace(/^ {1}/, "")}`,
    ...rest.map((line) => `${style.dim(`${lead}${trunk}`)}${line.replace(/^ {1}/, "")}`),
  ];
}

function keep(text: string): string {
  return text;
}

/** `✓` fired, `·` not fired, `?` unknown, `-` not reached, `!` violated. */
function mark(outcome: ExplanationNode["outcome"], style: Style): string {
  switch (outcome) {
    case "fired":
      return style.green("✓");
    case "not fired":
      return style.dim("·");
    case "unknown":
      return style.yellow("?");
    case "not reached":
      return style.dim("-");
    case "violated":
      return style.red("!");
    case null:
      return " ";
  }
}

function plain(pieces: readonly Piece[], { phrase }: Pick<Style, "phrase">): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? translatePiece(piece, phrase) : piece.code))
    .join("");
}

/** A piece of prose in the reader's language, with what joins it to the pieces around it. */
function translatePiece(piece: string, phrase: Style["phrase"]): string {
  const [, before = "", prose = "", after = ""] = /^([\s,:]*)(.*?)([\s,:]*)$/s.exec(piece) ?? [];
  return `${before}${prose === "" ? "" : phrase(prose)}${after}`;
}

// --- Markdown -----------------------------------------------------------------------------------------------------

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function markdownNode(node: ExplanationNode, indent: string, phrase: Style["phrase"]): string[] {
  const outcome = node.outcome === null ? "" : `**${phrase(node.word ?? node.outcome)}** `;
  return [
    `${indent}- ${outcome}${markdown(node.head, phrase)}`,
    ...node.notes.map((note) => `${indent}  - ${markdown(note, phrase)}`),
    ...node.children.flatMap((child) => markdownNode(child, `${indent}  `, phrase)),
  ];
}

function markdown(pieces: readonly Piece[], phrase: Style["phrase"]): string {
  return pieces
    .map((piece) =>
      typeof piece === "string"
        ? escapeMarkdown(translatePiece(piece, phrase))
        : codeSpan(piece.code),
    )
    .join("");
}

/** Code that itself holds back-quotes stands between more of them. */
export function codeSpan(text: string): string {
  const shown = visible(text.replace(/\s+/g, " "));
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$/.test(shown) ? " " : "";
  return `${fence}${space}${shown}${space}${fence}`;
}

export function escapeMarkdown(text: string): string {
  return visible(text).replace(/[\\*_[\]<>#|]/g, "\\$&");
}

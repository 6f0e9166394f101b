// The smallest change of a context that turns an action: each reading before and after, and what is decided then.
import { type Decision, explainDecision, type Program } from "@omega/core";
import type { Flip, ReadingChange } from "@omega/prove";
import { displayWidth, visible } from "./display-text.ts";
import { oneLineDecision } from "./print-decision.ts";
import { codeSpan, escapeMarkdown, printActionTrees } from "./print-explanation.ts";
import { printValue } from "./print-value.ts";
import type { Style } from "./style.ts";
import { wrapIndented } from "./wrap-text.ts";

/** For a terminal: the headline, a line for each reading, both decisions, and the rules as they then come out. */
export function printFlip(flip: Flip, program: Program, style: Style, width: number): string {
  const { phrase } = style;
  const head = style.bold(wrapIndented(visible(phrase(headline(flip))), width, 2, 0));
  const note = remark(flip);
  const remarks =
    note === null ? [] : [style.dim(wrapIndented(visible(phrase(note)), width, 2, 0))];
  const { changes, before, after, action } = flip;
  if (after === null) return `${[head, ...remarks].join("\n\n")}\n`;
  const longest = Math.max(...changes.map(({ path }) => displayWidth(visible(path))));
  const lines = changes.map((change) => {
    const gap = " ".repeat(longest - displayWidth(visible(change.path)));
    const text = `${side(change, change.before, phrase)} → ${side(change, change.after, phrase)}`;
    return `  ${visible(change.path)}${gap}  ${wrapIndented(visible(text), width, longest + 6, longest + 4)}`;
  });
  const decided = (word: string, decision: Decision): string =>
    `${phrase(word).padEnd(7)} ${wrapIndented(visible(oneLineDecision(decision, phrase)), width, 8)}`;
  const trees = printActionTrees(explainDecision(program, after), action, style, width);
  const sections = [
    head,
    lines.join("\n"),
    [decided("before", before), decided("after", after)].join("\n"),
    ...(trees.length === 0 ? [] : [[style.bold(phrase("rules")), ...trees].join("\n")]),
    ...remarks,
  ];
  return `${sections.join("\n\n")}\n`;
}

/** For a ticket or a report. */
export function flipMarkdown(flip: Flip, { phrase }: Pick<Style, "phrase">): string {
  const { changes, before, after } = flip;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rows = changes.map((change) => [
    codeSpan(change.path),
    codeSpan(side(change, change.before, phrase)),
    codeSpan(side(change, change.after, phrase)),
  ]);
  const table = [
    ["reading", "before", "after"].map((word) => phrase(word)),
    ["---", "---", "---"],
    ...rows,
  ];
  const note = remark(flip);
  const sections = [
    `### ${escapeMarkdown(phrase(headline(flip)))}`,
    ...(after === null
      ? []
      : [
          table.map(line).join("\n"),
          `- ${phrase("before")}: ${codeSpan(oneLineDecision(before, phrase))}\n- ${phrase("after")}: ${codeSpan(oneLineDecision(after, phrase))}`,
        ]),
    ...(note === null ? [] : [escapeMarkdown(phrase(note))]),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** One JSON document, with both decisions. */
export function flipJson(path: string, { before, after, ...flip }: Flip): string {
  const json = {
    schemaVersion: 1,
    path,
    ...flip,
    before: withoutTrace(before),
    after: after === null ? null : withoutTrace(after),
  };
  return `${JSON.stringify(json)}\n`;
}

function withoutTrace({ trace: _, ...decision }: Decision): Omit<Decision, "trace"> {
  return decision;
}

function headline({ action, happens, outcome }: Flip): string {
  switch (outcome) {
    case "flipped":
      return happens
        ? `${action} is taken, and would not be with this change`
        : `${action} is not taken, and would be with this change`;
    case "impossible":
      return happens
        ? `${action} is taken, and is in every context`
        : `${action} is not taken, and is in no context`;
    case "not proven":
      return happens
        ? `${action} is taken, and no change is found with which it would not be`
        : `${action} is not taken, and no change is found with which it would be`;
  }
}

function remark({ outcome, isSmallest, reason }: Flip): string | null {
  if (outcome === "impossible") return "proved: no change does it";
  if (outcome === "not proven") return `not proven that there is none: ${reason ?? ""}`;
  return isSmallest
    ? "proved: fewer readings do not do it, and no smaller change of as many"
    : `not proven that no smaller change does it: ${reason ?? ""}`;
}

function side(
  { unit }: ReadingChange,
  value: ReadingChange["before"],
  phrase: Style["phrase"],
): string {
  if (value === null) return phrase("missing");
  return unit !== "" && typeof value === "number" ? `${value} ${unit}` : printValue(value);
}

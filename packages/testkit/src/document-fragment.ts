// Pieces of documents, as prose shows them, made whole: bare items become a RULE section, a missing INTENT or RULE is
// added. Places in the whole are told in lines of the piece.
import { sectionKeywords } from "@omega/core";

/** A whole document made of a fragment. */
export interface CompletedFragment {
  readonly text: string;
  /** The fragment's line, from 1, that a line of the whole is; 0 for an added one. */
  readonly lineOf: (line: number) => number;
}

interface Line {
  readonly text: string;
  /** In the fragment, from 1; 0 when added. */
  readonly line: number;
}

const header = new RegExp(`^(${sectionKeywords.join("|")}|EXAMPLES)\\b[^:]*:`, "i");
const added = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text) => ({ text, line: 0 }));

/** The fragment as a document of its own; one that is whole already stays as it is. */
export function completeFragment(fragment: string): CompletedFragment {
  let lines: readonly Line[] = fragment
    .split("\n")
    .map((text, index) => ({ text, line: index + 1 }));
  const keywords = lines.map(({ text }) => header.exec(text)?.[1]?.toUpperCase() ?? null);
  const has = (keyword: string): boolean => keywords.includes(keyword);
  const isSuite = has("EXAMPLES");
  if (keywords.every((keyword) => keyword === null)) {
    lines = [...added("RULE:"), ...lines];
  } else if (!isSuite && !has("RULE")) {
    const next = keywords.findIndex((keyword) => keyword !== null && comesAfterRule(keyword));
    const at = next === -1 ? lines.length : next;
    const rule = added("", "RULE:", "- LET nothing = 0", "");
    lines = [...lines.slice(0, at), ...rule, ...lines.slice(at)];
  }
  if (!isSuite && !has("INTENT")) lines = [...added("INTENT: An example.", ""), ...lines];
  return {
    text: `${lines.map(({ text }) => text).join("\n")}\n`,
    lineOf: (line) => lines[line - 1]?.line ?? 0,
  };
}

function comesAfterRule(keyword: string): boolean {
  const order: readonly string[] = sectionKeywords;
  return order.indexOf(keyword) > order.indexOf("RULE");
}

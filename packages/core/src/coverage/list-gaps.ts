// What is not covered as a reader wants it listed: each thing once, in the order of the document.
import type { Span } from "../source/span.ts";
import type { Coverage, CoveredBranch, CoveredCondition, CoveredItem, Gap } from "./coverage.ts";

export interface ListedGap {
  /** The rule's or constraint's id. */
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly span: Span;
  /** What is not covered: `Speed > 2m/s`, `ELSE`, `UNKNOWN`; "" for all of a rule. */
  readonly part: string;
  readonly gap: Gap;
}

/**
 * What is not covered. Of a rule that no example reaches, only that is said; of a condition of one atom, only what became
 * of the atom; of one that was never asked, only the branch that hangs on it.
 */
export function listGaps({ items }: Coverage): readonly ListedGap[] {
  const gaps = items.flatMap(gapsOfItem);
  return gaps.sort((a, b) => byFile(a, b) || a.line - b.line || a.span.start - b.span.start);
}

function byFile({ file: a }: ListedGap, { file: b }: ListedGap): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function gapsOfItem(item: CoveredItem): readonly ListedGap[] {
  const { id: rule, file, line, span, gap, loop, unknown, conditions } = item;
  if (gap?.kind === "not reached") return [{ rule, file, line, span, part: "", gap }];
  const listed: ListedGap[] = [];
  const list = (
    part: string,
    of: Omit<ListedGap, "rule" | "file" | "part" | "gap">,
    why: Gap,
  ): void => {
    listed.push({ rule, file, line: of.line, span: of.span, part, gap: why });
  };
  const branches = item.branches.filter((branch) => !saidByAtom(branch, conditions));
  for (const branch of branches) if (branch.gap !== null) list(branch.text, branch, branch.gap);
  for (const condition of conditions) {
    if (isUnasked(condition) && listed.some((known) => holds(known, condition))) continue;
    for (const atom of condition.atoms) if (atom.gap !== null) list(atom.text, atom, atom.gap);
  }
  // What WHERE or WHILE asks says why, where there is one.
  if (loop !== null && loop.gap !== null && listed.length === 0) list("body", loop, loop.gap);
  if (unknown !== null && unknown.gap !== null) list("UNKNOWN", unknown, unknown.gap);
  return listed;
}

/** Whether a branch is not taken because of an atom that is all of its condition, and listed itself. */
function saidByAtom(branch: CoveredBranch, conditions: readonly CoveredCondition[]): boolean {
  return conditions.some((condition) => {
    const [atom, another] = condition.atoms;
    if (atom === undefined || another !== undefined || atom.gap === null) return false;
    if (isUnasked(condition)) return false;
    return branch.kind === "else"
      ? condition.outcomes.false === 0
      : branch.text.includes(condition.text);
  });
}

function isUnasked({ outcomes }: CoveredCondition): boolean {
  return outcomes.true + outcomes.false + outcomes.unknown === 0;
}

/** Whether a listed branch hangs on a condition, or a listed atom holds it. */
function holds(listed: ListedGap, { text, span }: CoveredCondition): boolean {
  return (
    listed.part.includes(text) || (listed.span.start <= span.start && span.end <= listed.span.end)
  );
}

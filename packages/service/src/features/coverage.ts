// Coverage as editors show it: figures for each file, rules with their ways and atoms in the gutter, a line for a lens.
import {
  type Coverage,
  type CoverageCount,
  type CoveredAtom,
  type CoveredClause,
  type CoveredItem,
  type Gap,
  listGaps,
  type SourceText,
  type Span,
  totalsOf,
} from "@omega/core";
import type { Range } from "vscode-languageserver-types";
import { toPosition, toRange } from "../text-range.ts";

/** The figures of one file: a policy, or a document it imports constraints from. */
export interface FileCoverage {
  /** Its path below the project's root. */
  readonly file: string;
  /** Rules that did something. */
  readonly rules: CoverageCount;
  /** The ways rules can go, UNKNOWN clauses, and atoms that decided alone (MC/DC). */
  readonly branches: CoverageCount;
}

/** A rule, FAILSAFE or constraint where it is written. */
export interface CoveredStatement {
  /** As decisions name it. */
  readonly name: string;
  readonly range: Range;
  /** How often it was tried; 0 where it never did anything. */
  readonly executed: number;
  readonly branches: readonly CoveredPart[];
}

/** A way a rule can go, or an atom of a condition. */
export interface CoveredPart {
  /** Empty where the way is written nowhere, such as what happens when no branch is taken. */
  readonly range: Range;
  /** How often it was taken, or decided alone; 0 where it is not covered. */
  readonly executed: number;
  /** What it is, and why it is not covered. */
  readonly label: string;
}

/** The figures of each file that a coverage is about, the policy's own first. */
export function summariseCoverage({ file, items }: Coverage): readonly FileCoverage[] {
  const files = [...new Set([file, ...items.map((item) => item.file)])];
  return files.map((name) => {
    const own = items.filter((item) => item.file === name);
    const { rules, branches, unknown, mcdc } = totalsOf(own);
    return { file: name, rules, branches: sum([branches, unknown, mcdc]) };
  });
}

/** What of one file is covered; `source` is its text as it was measured. */
export function coveredStatements(
  { items }: Coverage,
  file: string,
  source: SourceText,
): readonly CoveredStatement[] {
  const own = items.filter((item) => item.file === file);
  return own.map((item) => ({
    name: item.id,
    range: toRange(source, headOf(item, own, source)),
    executed: item.counted && item.gap !== null ? 0 : item.tried,
    branches: partsOf(item, source),
  }));
}

/** What a lens says of the rule that stands in `lines`, from 1, first and last included. */
export interface RuleCoverage {
  /** `3 of 4 conditions covered`. */
  readonly title: string;
  /** What is not covered, a line each: `` line 9: `Mode == "auto"` is always true in the examples ``. */
  readonly gaps: readonly string[];
}

/** The coverage of a rule with those of its body; null where nothing of a policy stands in these lines. */
export function coverageOfRule(
  coverage: Coverage,
  lines: { readonly first: number; readonly last: number },
): RuleCoverage | null {
  const inside = ({ file, line }: { readonly file: string; readonly line: number }): boolean =>
    file === coverage.file && lines.first <= line && line <= lines.last;
  const items = coverage.items.filter(inside);
  const [rule] = items;
  if (rule === undefined) return null;
  const gaps = listGaps({ ...coverage, items }).map(
    ({ line, part, gap }) =>
      `line ${line}: ${part === "" ? gap.message : `\`${part}\`: ${gap.message}`}`,
  );
  return { title: titleOf(rule, items), gaps };
}

function titleOf(rule: CoveredItem, items: readonly CoveredItem[]): string {
  if (rule.gap?.kind === "not reached") return "no example reaches this rule";
  const { mcdc, branches, unknown } = totalsOf(items);
  const ways = sum([branches, unknown]);
  const parts = [
    ...(mcdc.covered < mcdc.total ? [shareOf(mcdc, "condition", "conditions")] : []),
    ...(ways.covered < ways.total ? [shareOf(ways, "branch", "branches")] : []),
  ];
  return parts.length === 0 ? "covered by the examples" : `${parts.join(" and ")} covered`;
}

function shareOf({ covered, total }: CoverageCount, one: string, many: string): string {
  return `${covered} of ${total} ${total === 1 ? one : many}`;
}

function sum(counts: readonly CoverageCount[]): CoverageCount {
  return {
    covered: counts.reduce((total, { covered }) => total + covered, 0),
    total: counts.reduce((all, { total }) => all + total, 0),
  };
}

/** A loop only up to its body: the rules in there speak for themselves. */
function headOf(item: CoveredItem, all: readonly CoveredItem[], { text }: SourceText): Span {
  const { start, end } = item.span;
  if (item.loop === null) return item.span;
  const inner = all.map(({ span }) => span.start).filter((at) => start < at && at < end);
  const upTo = Math.min(end, ...inner);
  return { start, end: start + text.slice(start, upTo).replace(/[\s{-]+$/, "").length };
}

function partsOf(item: CoveredItem, source: SourceText): readonly CoveredPart[] {
  const part = (clause: CoveredClause, name: string): CoveredPart => ({
    range: placeOf(clause, item, source),
    executed: clause.taken,
    label: clause.gap === null ? name : `${name}: ${clause.gap.message}`,
  });
  return [
    ...item.branches.map((branch) => part(branch, branch.text)),
    ...item.conditions.flatMap(({ atoms }) => atoms.map((atom) => atomPart(atom, source))),
    ...(item.unknown === null ? [] : [part(item.unknown, "UNKNOWN")]),
  ];
}

/** A way that is written nowhere has the place of its rule: it is shown behind it. */
function placeOf({ span }: CoveredClause, item: CoveredItem, source: SourceText): Range {
  if (span.start !== item.span.start || span.end !== item.span.end) return toRange(source, span);
  const end = toPosition(source, item.span.end);
  return { start: end, end };
}

function atomPart({ text, span, gap, decided }: CoveredAtom, source: SourceText): CoveredPart {
  return {
    range: toRange(source, span),
    executed: gap === null ? decided.true + decided.false : 0,
    label: gap === null ? `\`${text}\` decides alone` : labelOfGap(text, gap),
  };
}

function labelOfGap(text: string, { message }: Gap): string {
  return `\`${text}\` is never shown to decide this alone: ${message}`;
}

// Coverage as an lcov tracefile, for genhtml, editors' gutters and CI servers. Format: geninfo(1), "FILES".
import type { CoveredItem } from "@omega/core";
import type { MeasuredPolicy } from "../testing/collect-coverage.ts";

/**
 * A section for each file: rules as functions (FN, FNDA), the ways they can go and their UNKNOWN clauses as branches
 * (BRDA, a block for each rule), and a count for every line on which a rule, condition or action stands (DA). A line
 * on which several stand has the greatest count: what of it is not covered, its branches say.
 */
export function coverageLcov(policies: readonly MeasuredPolicy[]): string {
  const files = new Map<string, CoveredItem[]>();
  for (const { coverage, placeOf } of policies) {
    for (const item of coverage.items) {
      const path = placeOf(item.file)?.path ?? item.file;
      const known = files.get(path);
      if (known === undefined) files.set(path, [item]);
      else known.push(item);
    }
  }
  return [...files].map(([path, items]) => section(path, items)).join("");
}

function section(path: string, items: readonly CoveredItem[]): string {
  const rules = items.filter(({ counted }) => counted);
  const branches = items.flatMap(branchRecords);
  const lines = [...lineCounts(items)].sort(([a], [b]) => a - b);
  const records = [
    "TN:",
    `SF:${path.replace(/[\r\n]/g, " ")}`,
    ...rules.map(({ line, id }) => `FN:${line},${id}`),
    ...rules.map(({ tried, id }) => `FNDA:${tried},${id}`),
    `FNF:${rules.length}`,
    `FNH:${rules.filter(({ tried }) => tried > 0).length}`,
    ...branches.map(({ record }) => record),
    `BRF:${branches.length}`,
    `BRH:${branches.filter(({ taken }) => taken > 0).length}`,
    ...lines.map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.length}`,
    `LH:${lines.filter(([, count]) => count > 0).length}`,
    "end_of_record",
  ];
  return `${records.join("\n")}\n`;
}

/** `BRDA:line,block,branch,taken`; `-` where the rule was never come to. */
function branchRecords(
  { branches, unknown, loop, tried, line, counted }: CoveredItem,
  block: number,
): readonly { readonly record: string; readonly taken: number }[] {
  const ways = [
    ...branches,
    ...(loop === null ? [] : [loop]),
    ...(unknown === null ? [] : [unknown]),
  ];
  return ways.map(({ taken, line: at }, index) => ({
    record: `BRDA:${counted ? line : at},${block},${index},${tried === 0 && taken === 0 ? "-" : taken}`,
    taken,
  }));
}

function lineCounts(items: readonly CoveredItem[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const note = (line: number, count: number): void => {
    counts.set(line, Math.max(counts.get(line) ?? 0, count));
  };
  for (const { line, tried, counted, branches, unknown, conditions } of items) {
    if (counted) note(line, tried);
    for (const branch of branches) note(branch.line, branch.taken);
    if (unknown !== null) note(unknown.line, unknown.taken);
    for (const { atoms } of conditions) {
      for (const { line: at, seen } of atoms) note(at, seen.true + seen.false + seen.unknown);
    }
  }
  return counts;
}

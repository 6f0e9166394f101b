// The lines two texts share and those they do not: Myers' shortest edit script.

/** One line of a comparison, in order. */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** More differences than this are not worth the square of their number: the middle is then replaced as a whole. */
const MOST_DIFFERENCES = 1_000;

/** How `before` becomes `after`; removed lines stand before the added ones that replace them. */
export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return [
    ...lines("same", before.slice(0, start)),
    ...middleDiff(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...lines("same", before.slice(before.length - end)),
  ];
}

function lines(kind: DiffLine["kind"], texts: readonly string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

/**
 * Forward search: `furthest` holds for each diagonal x - y how far along `before` some script of `cost` edits comes;
 * the states of all costs are kept to walk the best script back.
 */
function middleDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const most = Math.min(before.length + after.length, MOST_DIFFERENCES);
  const states: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let cost = 0; cost <= most; cost++) {
    states.push(furthest);
    furthest = new Map(furthest);
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      let x = stepsDown(furthest, diagonal, cost)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (
        x < before.length &&
        x - diagonal < after.length &&
        before[x] === after[x - diagonal]
      ) {
        x++;
      }
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) {
        return walkBack(before, after, states);
      }
    }
  }
  return [...lines("removed", before), ...lines("added", after)];
}

function stepsDown(furthest: ReadonlyMap<number, number>, diagonal: number, cost: number): boolean {
  if (diagonal === -cost) return true;
  if (diagonal === cost) return false;
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  states: readonly ReadonlyMap<number, number>[],
): DiffLine[] {
  const reversed: DiffLine[] = [];
  let x = before.length;
  let y = after.length;
  for (let cost = states.length - 1; cost >= 0; cost--) {
    const furthest = states[cost] ?? new Map<number, number>();
    const down = stepsDown(furthest, x - y, cost);
    const previous = x - y + (down ? 1 : -1);
    const fromX = cost === 0 ? 0 : (furthest.get(previous) ?? 0);
    const fromY = cost === 0 ? 0 : fromX - previous;
    while (x > fromX && y > fromY) {
      reversed.push({ kind: "same", text: before[--x] ?? "" });
      y--;
    }
    if (cost === 0) break;
    if (down) reversed.push({ kind: "added", text: after[--y] ?? "" });
    else reversed.push({ kind: "removed", text: before[--x] ?? "" });
  }
  return removedFirst(reversed.reverse());
}

/** Within a run of changes, all that goes before all that comes: easier to read. */
function removedFirst(diff: readonly DiffLine[]): DiffLine[] {
  const ordered: DiffLine[] = [];
  let added: DiffLine[] = [];
  for (const line of diff) {
    if (line.kind === "added") added.push(line);
    else {
      if (line.kind === "same") {
        ordered.push(...added);
        added = [];
      }
      ordered.push(line);
    }
  }
  return [...ordered, ...added];
}

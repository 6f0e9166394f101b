// What full coverage asks for, one thing at a time: a branch to take, a body to enter, an atom to decide alone.
import type { Coverage, CoveredAtom, CoveredBranch, CoveredItem } from "@omega/core";

/** One thing that examples can show. Those of one program always come in the same order. */
export interface Obligation {
  readonly item: CoveredItem;
  readonly line: number;
  readonly part: ObligationPart;
  readonly covered: boolean;
}

type ObligationPart =
  /** The rule, or FAILSAFE, does something. */
  | { readonly kind: "rule" }
  /** `index` counts the item's branches. */
  | { readonly kind: "branch"; readonly index: number; readonly branch: CoveredBranch }
  | { readonly kind: "body" }
  | { readonly kind: "unknown" }
  /** The atom comes to `value`; `alone` if it is to decide its condition so. `atoms` counts those of its condition. */
  | {
      readonly kind: "atom";
      readonly atom: CoveredAtom;
      readonly atoms: number;
      readonly value: boolean;
      readonly alone: boolean;
    };

/** Everything that the figures of `coverage` count, with whether it is covered. */
export function obligationsOf({ items }: Coverage): readonly Obligation[] {
  return items.flatMap(obligationsOfItem);
}

function obligationsOfItem(item: CoveredItem): readonly Obligation[] {
  const { line, counted, gap, branches, loop, unknown, conditions } = item;
  const obligations: Obligation[] = [];
  const add = (part: ObligationPart, at: number, covered: boolean): void => {
    obligations.push({ item, line: at, part, covered });
  };
  if (counted) add({ kind: "rule" }, line, gap === null);
  for (const [index, branch] of branches.entries()) {
    add({ kind: "branch", index, branch }, branch.line, branch.gap === null);
  }
  if (loop !== null) add({ kind: "body" }, loop.line, loop.gap === null);
  if (unknown !== null) add({ kind: "unknown" }, unknown.line, unknown.gap === null);
  for (const { atoms } of conditions) {
    for (const atom of atoms) {
      for (const value of [true, false]) {
        const word = value ? "true" : "false";
        const part = { kind: "atom", atom, atoms: atoms.length, value } as const;
        add({ ...part, alone: false }, atom.line, atom.seen[word] > 0);
        add({ ...part, alone: true }, atom.line, atom.decided[word] > 0);
      }
    }
  }
  return obligations;
}

/** The positions of what is covered. */
export function coveredPositions(obligations: readonly Obligation[]): ReadonlySet<number> {
  return new Set(obligations.flatMap(({ covered }, position) => (covered ? [position] : [])));
}

/** Where it stands, in its item's file. */
export function placeOfObligation({ item, part }: Obligation): CoveredItem["span"] {
  switch (part.kind) {
    case "atom":
      return part.atom.span;
    case "branch":
      return part.branch.span;
    case "body":
      return item.loop?.span ?? item.span;
    case "unknown":
      return item.unknown?.span ?? item.span;
    case "rule":
      return item.span;
  }
}

/** What is to be shown, as the middle of a sentence: "`Distance < 1m` decides `TooClose` alone as false". */
export function describeObligation({ item, part }: Obligation): string {
  const id = `\`${item.id}\``;
  switch (part.kind) {
    case "rule":
      return item.kind === "failsafe" ? "FAILSAFE is called for" : `${id} does something`;
    case "branch":
      return describeBranch(part.branch, id);
    case "body":
      return `the body of ${id} is entered`;
    case "unknown":
      return `${id} takes UNKNOWN`;
    case "atom": {
      const how = part.alone && part.atoms > 1 ? " and alone decides" : "";
      return `\`${part.atom.text}\` is ${part.value}${how} in ${id}`;
    }
  }
}

function describeBranch({ kind, text }: CoveredBranch, id: string): string {
  switch (kind) {
    case "then":
      return `${id} takes \`${text}\``;
    case "else":
      return text === "ELSE" ? `${id} takes ELSE` : `${id} comes to \`${text}\``;
    case "arm":
      return `${id} takes \`${text}\``;
    case "in":
    case "out":
      return `\`${text}\` in ${id}`;
    case "end":
      return `\`${text}\` in ${id}`;
    case "value":
      return `\`${text}\` is chosen in ${id}`;
  }
}

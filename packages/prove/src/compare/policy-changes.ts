// What is written otherwise in one policy than in another: rules by what they do and by label, attributes and constraints by name.
import { type Ir, type Program, typeSource } from "@omega/core";
import type { Fingerprints } from "./fingerprint.ts";
import { type SharedAttribute, sameData } from "./shared-input.ts";

export interface PolicyChanges {
  readonly rules: readonly RuleChange[];
  readonly attributes: readonly AttributeChange[];
  readonly constraints: readonly ConstraintChange[];
  /** Other parts that differ: `FAILSAFE`, `approvals`, `TimeZone`. */
  readonly others: readonly string[];
}

/** A top-level rule that only one of the policies holds, or that does something else in each. */
export interface RuleChange {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly old: PlacedRule | null;
  readonly new: PlacedRule | null;
}

export interface PlacedRule {
  readonly id: string;
  readonly line: number;
  /** Its text, from the document's start in UTF-16 units. */
  readonly span: Ir.ProgramRule["span"];
}

export interface AttributeChange {
  readonly kind: "added" | "removed" | "changed";
  readonly name: string;
  /** How it is declared, or `any` where nothing settles its kind. */
  readonly old: string | null;
  readonly new: string | null;
  /** Whether a number without a unit is read in another unit than before. */
  readonly readsNumbersOtherwise: boolean;
}

export interface ConstraintChange {
  readonly kind: "added" | "removed" | "changed";
  readonly old: { readonly id: string; readonly line: number; readonly text: string } | null;
  readonly new: { readonly id: string; readonly line: number; readonly text: string } | null;
}

/** A program with the fingerprints of its parts. */
export interface MarkedProgram {
  readonly program: Program;
  readonly items: readonly string[];
  readonly fingerprint: (part: unknown) => string;
}

export function markProgram(
  program: Program,
  attributes: readonly SharedAttribute[],
  side: "old" | "new",
  fingerprints: Fingerprints,
): MarkedProgram {
  const alike = new Set(attributes.flatMap(({ name, isAlike }) => (isAlike ? [name] : [])));
  const attributeName = (index: number): string => {
    const name = program.attributes[index]?.name ?? "";
    return JSON.stringify(alike.has(name) ? name : [side, name]);
  };
  // What clocks and loops go by besides their own text.
  const settings = `${program.offsetMinutes} ${program.maximumLoop}`;
  return {
    program,
    items: fingerprints.ofItems(program, attributeName).map((item) => `${item} ${settings}`),
    fingerprint: (part) => fingerprints.of(part, attributeName),
  };
}

/** `old` and `changed` as written, whatever their attributes are declared as. */
export function listChanges(
  old: Program,
  changed: Program,
  attributes: readonly SharedAttribute[],
  fingerprints: Fingerprints,
): PolicyChanges {
  const itemsOf = (program: Program): readonly string[] =>
    fingerprints.ofItems(program, (index) => JSON.stringify(program.attributes[index]?.name));
  const others = [
    ...(sameFailsafe(old, changed, fingerprints) ? [] : ["FAILSAFE"]),
    ...(sameData(approvals(old), approvals(changed)) ? [] : ["approvals"]),
    ...(old.offsetMinutes === changed.offsetMinutes ? [] : ["TimeZone"]),
  ];
  return {
    rules: ruleChanges(old, itemsOf(old), changed, itemsOf(changed)),
    attributes: attributes.flatMap(attributeChange),
    constraints: constraintChanges(old, changed, fingerprints),
    others,
  };
}

function sameFailsafe(old: Program, changed: Program, fingerprints: Fingerprints): boolean {
  const of = ({ failsafe, attributes }: Program): string =>
    fingerprints.of(failsafe, (index) => JSON.stringify(attributes[index]?.name));
  return of(old) === of(changed);
}

function approvals({ actions }: Program): unknown {
  const waiting = actions.flatMap(({ name, approvers }) =>
    approvers.length === 0 ? [] : [[name, ...approvers]],
  );
  return waiting.map((one) => JSON.stringify(one)).sort();
}

// --- rules --------------------------------------------------------------------------------------------------------

function ruleChanges(
  old: Program,
  oldItems: readonly string[],
  changed: Program,
  newItems: readonly string[],
): readonly RuleChange[] {
  const pairs = pairItems(old, oldItems, changed, newItems);
  const partnerOf = new Map(pairs.map(([was, is]) => [is, was]));
  const kept = new Set(pairs.map(([was]) => was));
  const still = longestRising(pairs.map(([was]) => was));
  const changes = changed.rules.flatMap((rule, index): readonly RuleChange[] => {
    const was = partnerOf.get(index);
    const before = was === undefined ? undefined : old.rules[was];
    if (was === undefined || before === undefined) {
      return [{ kind: "added", old: null, new: place(rule) }];
    }
    const both = { old: place(before), new: place(rule) };
    if (oldItems[was] !== newItems[index]) return [{ kind: "changed", ...both }];
    return still.has(was) ? [] : [{ kind: "moved", ...both }];
  });
  const removed = old.rules.flatMap((rule, index): readonly RuleChange[] =>
    kept.has(index) ? [] : [{ kind: "removed", old: place(rule), new: null }],
  );
  return [...removed, ...changes];
}

function place({ id, line, span }: Ir.ProgramRule): PlacedRule {
  return { id, line, span };
}

/** Items that belong together, in the order of the changed document: first those that do the same, then those of one label. */
function pairItems(
  old: Program,
  oldItems: readonly string[],
  changed: Program,
  newItems: readonly string[],
): readonly (readonly [number, number])[] {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  const pair = (
    candidates: ReadonlyMap<string, readonly number[]>,
    keyOf: (index: number) => string,
  ): void => {
    for (const index of changed.rules.keys()) {
      if (pairs.has(index)) continue;
      const was = candidates.get(keyOf(index))?.find((candidate) => !used.has(candidate));
      if (was === undefined) continue;
      pairs.set(index, was);
      used.add(was);
    }
  };
  pair(indexBy(oldItems), (index) => newItems[index] ?? "");
  const ids = old.rules.map(({ id }) => id);
  pair(indexBy(ids), (index) => changed.rules[index]?.id ?? "");
  return [...pairs].sort(([one], [other]) => one - other).map(([is, was]) => [was, is] as const);
}

function indexBy(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    const known = indexes.get(key);
    if (known === undefined) indexes.set(key, [index]);
    else known.push(index);
  }
  return indexes;
}

/** The numbers of a longest rising subsequence: what stays where it is while the others move. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  // The position of the least number that ends a subsequence of each length, and what comes before each position.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    const length = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    const at = length === -1 ? ends.length : length;
    before[position] = ends[at - 1];
    ends[at] = position;
  }
  const rising = new Set<number>();
  for (let position = ends.at(-1); position !== undefined; position = before[position]) {
    rising.add(numbers[position] ?? 0);
  }
  return rising;
}

// --- attributes and constraints -----------------------------------------------------------------------------------

function attributeChange({ name, old, new: changed }: SharedAttribute): readonly AttributeChange[] {
  const before = old === null ? null : declarationOf(old);
  const after = changed === null ? null : declarationOf(changed);
  if (before === after) return [];
  const kind = before === null ? "added" : after === null ? "removed" : "changed";
  const units = [old, changed].map((attribute) =>
    attribute?.type.kind === "number" ? attribute.type.unit.symbol : null,
  );
  const [was = null, is = null] = units;
  const readsNumbersOtherwise = was !== null && is !== null && was !== is;
  return [{ kind, name, old: before, new: after, readsNumbersOtherwise }];
}

/** As CONTEXT would declare it. */
function declarationOf(attribute: Ir.ProgramAttribute): string {
  const { type, optional, freshMilliseconds, sample, default: standIn, declared } = attribute;
  const source = typeSource(type) ?? "any";
  const range =
    type.kind === "number" && type.minimum !== null && type.maximum !== null
      ? `${type.minimum}..${type.maximum}${source === "number" ? "" : ` ${source}`}`
      : source;
  const fresh = freshMilliseconds === null ? "" : ` FRESH ${freshMilliseconds}ms`;
  const given = standIn === null ? "" : ` = ${valueText(standIn)}`;
  const shown = sample === null ? "" : `, sample ${valueText(sample)}`;
  const how = declared ? "" : ", not declared";
  return `<${range}${optional ? "?" : ""}${fresh}>${given}${shown}${how}`;
}

function valueText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map ? Object.fromEntries(part) : part,
  );
}

function constraintChanges(
  old: Program,
  changed: Program,
  fingerprints: Fingerprints,
): readonly ConstraintChange[] {
  const clauseOf = ({ attributes }: Program, { clause }: Ir.ProgramConstraint): string =>
    fingerprints.of(clause, (index) => JSON.stringify(attributes[index]?.name));
  const before = old.constraints.map((one) => ({ one, clause: clauseOf(old, one) }));
  const after = changed.constraints.map((one) => ({ one, clause: clauseOf(changed, one) }));
  const gone = before.filter(({ clause }) => !after.some((other) => other.clause === clause));
  const come = after.filter(({ clause }) => !before.some((other) => other.clause === clause));
  const told = ({
    id,
    line,
    text,
  }: Ir.ProgramConstraint): NonNullable<ConstraintChange["old"]> => ({
    id,
    line,
    text,
  });
  const renewed = gone.flatMap(({ one }) => {
    const same = come.find(({ one: other }) => other.id === one.id);
    return same === undefined ? [] : [{ was: one, is: same.one }];
  });
  return [
    ...gone.flatMap(({ one }): readonly ConstraintChange[] =>
      renewed.some(({ was }) => was === one)
        ? []
        : [{ kind: "removed", old: told(one), new: null }],
    ),
    ...renewed.map(
      ({ was, is }): ConstraintChange => ({ kind: "changed", old: told(was), new: told(is) }),
    ),
    ...come.flatMap(({ one }): readonly ConstraintChange[] =>
      renewed.some(({ is }) => is === one) ? [] : [{ kind: "added", old: null, new: told(one) }],
    ),
  ];
}

// Where two policies take the same actions with other arguments, more often, or in another order.
import { equalValues } from "../compare-symbolic.ts";
import type { SymbolicValue } from "../symbolic-value.ts";
import { and, apply, choose, compare, no, not, or, real, type Term } from "../term.ts";
import type { ActionOutcome, EncodedDecision } from "./encode-decision.ts";
import type { Intern } from "./intern.ts";

/** Where it differs, and why that cannot be asked, else null. */
export interface Differing {
  readonly happens: Term;
  readonly outside: string | null;
}

const never: Differing = { happens: no, outside: null };

/** Every pair of places is compared, so that more would be too much to ask at once. */
const MOST_PLACES = 24;

/** Whether an action is given something else, or is taken more often. What both decisions have in common cancels out. */
export function argumentsDiffer(
  action: string,
  old: EncodedDecision,
  changed: EncodedDecision,
  intern: Intern,
): Differing {
  const ofAction = ({ outcomes }: EncodedDecision): readonly ActionOutcome[] =>
    outcomes.filter((outcome) => outcome.action === action && outcome.left !== no);
  const sayingOf = (outcome: ActionOutcome): string =>
    `${intern.numberOf(outcome.left)} ${printArguments(outcome, intern)} ${outcome.mayRepeat ? outcome.key : ""}`;
  const [before, after] = withoutCommon(ofAction(old), ofAction(changed), sayingOf);
  const all = [...before, ...after];
  if (all.length === 0) return never;
  if (all.some(({ mayRepeat }) => mayRepeat)) {
    return { happens: no, outside: "how often a loop takes an action" };
  }
  const bySaying = groupBy(all, (outcome) => printArguments(outcome, intern));
  if (all.every((outcome) => outcome.arguments.every(({ value }) => isWrittenOut(value)))) {
    const counts = [...bySaying.values()].map((group) =>
      not(compare("=", countOf(before, group), countOf(after, group))),
    );
    return { happens: or(...counts), outside: null };
  }
  if (all.length > MOST_PLACES) {
    return { happens: no, outside: "arguments that are calculated in many places" };
  }
  return compareCalculated(before, after, intern);
}

function countOf(places: readonly ActionOutcome[], among: readonly ActionOutcome[]): Term {
  return sumOf(places.filter((one) => among.includes(one)).map(({ left }) => left));
}

function sumOf(truths: readonly Term[]): Term {
  return truths.reduce<Term>((sum, one) => apply("+", sum, choose(one, real(1), real(0))), real(0));
}

/** For each place: whether what it gives is given as often by the other policy. */
function compareCalculated(
  before: readonly ActionOutcome[],
  after: readonly ActionOutcome[],
  intern: Intern,
): Differing {
  const differences: Term[] = [
    not(compare("=", sumOf(before.map(({ left }) => left)), sumOf(after.map(({ left }) => left)))),
  ];
  for (const one of [...before, ...after]) {
    const counts: Term[] = [];
    for (const places of [before, after]) {
      const same: Term[] = [];
      for (const other of places) {
        const equal = sameArguments(one, other, intern);
        if (typeof equal === "string") return { happens: no, outside: equal };
        same.push(and(other.left, equal));
      }
      counts.push(sumOf(same));
    }
    const [first = no, second = no] = counts;
    differences.push(and(one.left, not(compare("=", first, second))));
  }
  return { happens: or(...differences), outside: null };
}

/** Whether two places give the same; a text says why that is not known. */
function sameArguments(one: ActionOutcome, other: ActionOutcome, intern: Intern): Term | string {
  if (printArguments(one, intern) === printArguments(other, intern)) return and();
  if (one.arguments.length !== other.arguments.length) return no;
  const equal: Term[] = [];
  for (const { name, type, value } of one.arguments) {
    const same = other.arguments.find((argument) => argument.name === name);
    if (same === undefined) return no;
    const [left, right] = [type, same.type];
    if (
      left.kind === "number" &&
      right.kind === "number" &&
      left.unit.symbol !== right.unit.symbol
    ) {
      // Decisions write the unit, so that only what is unknown reads alike.
      equal.push(and(not(knownOf(value)), not(knownOf(same.value))));
      continue;
    }
    const truth = equalValues(value, same.value);
    if (truth.kind === "outside") return truth.reason;
    equal.push(or(truth.holds, and(not(knownOf(value)), not(knownOf(same.value)))));
  }
  return and(...equal);
}

function knownOf(value: SymbolicValue): Term {
  return value.kind === "outside" || value.kind === "unknown" ? no : value.known;
}

/** What an action is given, the same text for the same. */
function printArguments(outcome: ActionOutcome, intern: Intern): string {
  const parts = outcome.arguments.map(({ name, type, value }) => {
    const unit = type.kind === "number" ? type.unit.symbol : "";
    return `${name} ${unit} ${printSymbolic(value, `${outcome.key}.${name}`, intern)}`;
  });
  return parts.sort().join("; ");
}

function printSymbolic(value: SymbolicValue, key: string, intern: Intern): string {
  switch (value.kind) {
    case "outside":
      return key;
    case "unknown":
      return "unknown";
    case "record": {
      const fields = [...value.fields].map(
        ([name, field]) => `${name} ${printSymbolic(field, `${key}.${name}`, intern)}`,
      );
      return `{${value.open ? key : ""} ${intern.numberOf(value.known)} ${fields.join()}}`;
    }
    case "list": {
      const elements = value.slots.map(
        ({ present, value: element }, index) =>
          `${intern.numberOf(present)} ${printSymbolic(element, `${key}.${index}`, intern)}`,
      );
      return `[${intern.numberOf(value.known)} ${intern.numberOf(value.length)} ${elements.join()}]`;
    }
    default:
      return `${value.kind} ${intern.numberOf(value.known)} ${intern.numberOf(value.value)}`;
  }
}

/** Whether it is the same in every context. */
function isWrittenOut(value: SymbolicValue): boolean {
  switch (value.kind) {
    case "outside":
      return false;
    case "unknown":
      return true;
    case "record":
      return (
        !value.open && isWritten(value.known) && [...value.fields.values()].every(isWrittenOut)
      );
    case "list":
      return (
        isWritten(value.known) &&
        isWritten(value.length) &&
        value.slots.every((slot) => isWritten(slot.present) && isWrittenOut(slot.value))
      );
    default:
      return isWritten(value.known) && isWritten(value.value);
  }
}

function isWritten({ kind }: Term): boolean {
  return kind === "truth" || kind === "number" || kind === "text";
}

// --- order --------------------------------------------------------------------------------------------------------

/** Whether actions that are taken as often come in another order. */
export function orderDiffers(
  old: EncodedDecision,
  changed: EncodedDecision,
  intern: Intern,
): Differing {
  const before = placesByAction(old);
  const after = placesByAction(changed);
  const names = [...before.keys()].filter((name) => after.has(name));
  const differences: Term[] = [];
  for (const [index, one] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      const places = (of: PlacesByAction): readonly PlacedOutcome[] =>
        [...(of.get(one) ?? []), ...(of.get(other) ?? [])].sort((a, b) => a.position - b.position);
      const [was, is] = [places(before), places(after)];
      if (inOneOrder(was, is) || followsFromCounts(was, is, intern)) continue;
      const many = was.length + is.length > MOST_PLACES;
      if (many || [...was, ...is].some(({ outcome }) => outcome.mayRepeat)) {
        return {
          happens: no,
          outside: `the order of \`${one}\` and \`${other}\`, which are taken in many places`,
        };
      }
      differences.push(comesOtherwise(was, is));
    }
  }
  return { happens: or(...differences), outside: null };
}

interface PlacedOutcome {
  readonly position: number;
  readonly outcome: ActionOutcome;
}

type PlacesByAction = ReadonlyMap<string, readonly PlacedOutcome[]>;

/** Only what is done at once: what waits for approval has no order yet. */
function placesByAction({ outcomes }: EncodedDecision): PlacesByAction {
  const placed = [...outcomes.entries()].flatMap(([position, outcome]) =>
    outcome.approvers.length > 0 || outcome.left === no ? [] : [{ position, outcome }],
  );
  return groupBy(placed, ({ outcome }) => outcome.action);
}

/** Whether everywhere all places of one action come before those of the other, the same in both. */
function inOneOrder(was: readonly PlacedOutcome[], is: readonly PlacedOutcome[]): boolean {
  const runs = (places: readonly PlacedOutcome[]): readonly string[] =>
    places
      .map(({ outcome }) => outcome.action)
      .filter((action, index, all) => action !== all[index - 1]);
  const [before, after] = [runs(was), runs(is)];
  return before.length <= 2 && before.join("\n") === after.join("\n");
}

/**
 * Whether the order is the same wherever each action is taken as often: where the places differ, no action has two, and
 * those that both have stand in one order.
 */
function followsFromCounts(
  was: readonly PlacedOutcome[],
  is: readonly PlacedOutcome[],
  intern: Intern,
): boolean {
  const [before, after] = [was, is].map((places) => places.map((place) => saying(place, intern)));
  if (before === undefined || after === undefined) return false;
  const isOnce = (places: readonly PlacedOutcome[]): boolean =>
    new Set(places.map(({ outcome }) => outcome.action)).size === places.length;
  const isAligned =
    was.length === is.length &&
    was.every(({ outcome }, index) => outcome.action === is[index]?.outcome.action);
  if (isAligned) return isOnce(was.filter((_, index) => before[index] !== after[index]));
  const least = Math.min(was.length, is.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [old, changed] = [was.slice(start, was.length - end), is.slice(start, is.length - end)];
  if (!isOnce(old) || !isOnce(changed)) return false;
  const common = (ones: readonly PlacedOutcome[], others: readonly PlacedOutcome[]): string =>
    ones
      .map(({ outcome }) => outcome.action)
      .filter((action) => others.some(({ outcome }) => outcome.action === action))
      .join("\n");
  return common(old, changed) === common(changed, old);
}

function saying({ outcome }: PlacedOutcome, intern: Intern): string {
  const { action, left, mayRepeat, key } = outcome;
  return `${action} ${intern.numberOf(left)} ${mayRepeat ? key : ""}`;
}

/** Whether one action stands in the one where in the other, after as many, another stands. */
function comesOtherwise(was: readonly PlacedOutcome[], is: readonly PlacedOutcome[]): Term {
  const ranked = (places: readonly PlacedOutcome[]): readonly (readonly [ActionOutcome, Term])[] =>
    places.map(({ outcome }, index) => [
      outcome,
      sumOf(places.slice(0, index).map((place) => place.outcome.left)),
    ]);
  const after = ranked(is);
  return or(
    ...ranked(was).flatMap(([one, rank]) =>
      after.flatMap(([other, otherRank]) =>
        one.action === other.action
          ? []
          : [and(one.left, other.left, compare("=", rank, otherRank))],
      ),
    ),
  );
}

// --- groups -------------------------------------------------------------------------------------------------------

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Both without what the other has, too, one for one. */
function withoutCommon<Item>(
  ones: readonly Item[],
  others: readonly Item[],
  keyOf: (item: Item) => string,
): readonly [readonly Item[], readonly Item[]] {
  const left = new Map([...groupBy(others, keyOf)].map(([key, group]) => [key, [...group]]));
  const alone = ones.filter((one) => left.get(keyOf(one))?.pop() === undefined);
  const rest = new Set([...left.values()].flat());
  return [alone, others.filter((one) => rest.has(one))];
}

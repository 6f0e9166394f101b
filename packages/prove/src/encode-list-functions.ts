// std::list: lists whose elements may be there or not.

import { isKind, mapSlots, ofList, overList } from "./call-arguments.ts";
import { allKnown, comesBefore, sameKey } from "./compare-symbolic.ts";
import type { CallArgument, EncodedFunction, SymbolicLambda } from "./encode-call.ts";
import { overElements } from "./membership.ts";
import type { Scope } from "./scope.ts";
import {
  firstOf,
  indexesIn,
  inPlaces,
  lastOf,
  placesInOrder,
  slotBeyond,
  withSlots,
} from "./symbolic-list.ts";
import {
  alwaysUnknown,
  asTruth,
  asValue,
  both,
  chooseValue,
  combine,
  either,
  knownIf,
  knownOf,
  numberOf,
  type Outside,
  outside,
  type Slot,
  type SymbolicList,
  type SymbolicTruth,
  type SymbolicValue,
} from "./symbolic-value.ts";
import {
  and,
  apply,
  asReal,
  asWhole,
  calculate,
  choose,
  compare,
  no,
  not,
  or,
  real,
  type Term,
  whole,
  yes,
} from "./term.ts";
import { isMapped } from "./text-tests.ts";

export const listFunctions: readonly (readonly [string, EncodedFunction])[] = [
  ["std::list::length", lengthOf],
  ["std::string::length", lengthOf],
  ["std::list::map", overList((list, of) => ({ ...list, slots: mapSlots(list, of) }))],
  ["std::list::filter", overList(filtered)],
  ["std::list::any", overList((list, of) => asValue(overElements(list, truthBy(of), either)))],
  ["std::list::all", overList((list, of) => asValue(overElements(list, truthBy(of), both)))],
  ["std::list::count", ofList((list, [of]) => counted(list, of))],
  ["std::list::reduce", ofList((list, [step, initial]) => reduced(list, step, initial))],
  ["std::list::contains", ofList((list, [wanted]) => containing(list, wanted))],
  ["std::list::first", ofList(firstOf)],
  ["std::list::last", ofList(lastOf)],
  [
    "std::list::reverse",
    ofList((list) => ({ ...list, slots: [...list.slots].reverse(), dense: false })),
  ],
  ["std::list::slice", ofList((list, [start, end]) => sliced(list, start, end))],
  ["std::list::flatten", ofList(flattened)],
  ["std::list::range", range],
  [
    "std::list::sort",
    ofList((list) =>
      sorted(
        list,
        list.slots.map(({ value }) => value),
      ),
    ),
  ],
  [
    "std::list::sort_by",
    overList((list, of) =>
      sorted(
        list,
        list.slots.map(({ value }) => of([value])),
      ),
    ),
  ],
  ["std::list::unique", ofList(unique)],
  ["std::list::union", ofTwoLists((first, second) => unique(joined(first, second)))],
  ["std::list::intersect", ofTwoLists((first, second) => keptIn(first, second, true))],
  ["std::list::difference", ofTwoLists((first, second) => keptIn(first, second, false))],
  ["std::list::group_by", overList(grouped)],
];

function truthBy(of: SymbolicLambda): (element: SymbolicValue) => SymbolicTruth | Outside {
  return (element) => asTruth(of([element]));
}

function lengthOf([value]: readonly CallArgument[]): SymbolicValue {
  if (isKind(value, "list")) return numberOf(asReal(value.length));
  if (!isKind(value, "text")) return alwaysUnknown;
  return lengthOfText(value.value);
}

function lengthOfText(text: Term): SymbolicValue {
  if (text.kind === "text") return numberOf(real([...text.value].length));
  return isMapped(text)
    ? outside("the length of a text in lower or upper case, or trimmed")
    : numberOf(asReal(apply("length", text)));
}

// --- choosing -----------------------------------------------------------------------------------------------------

/** Those for which a condition holds; unknown where it is for one that is there. */
function filtered(list: SymbolicList, of: SymbolicLambda): SymbolicValue {
  const slots: Slot[] = [];
  const known: Term[] = [];
  for (const { present, value } of list.slots) {
    const truth = asTruth(of([value]));
    if (truth.kind === "outside") return truth;
    slots.push({ present: and(present, truth.holds), value });
    known.push(or(not(present), truth.known));
  }
  return knownIf(and(...known), withSlots(list, slots));
}

function counted(list: SymbolicList, of: CallArgument | undefined): SymbolicValue {
  const kept = typeof of === "function" ? filtered(list, of) : knownIf(elementsKnown(list), list);
  return kept.kind === "list" ? lengthIn(kept) : kept;
}

function lengthIn(list: SymbolicList): SymbolicValue {
  return knownIf(list.known, numberOf(asReal(list.length)));
}

/** Whether no element that is there is unknown; what is in it may be. */
function elementsKnown({ slots }: SymbolicList): Term {
  return and(
    ...slots.map(({ present, value }) =>
      or(not(present), value.kind === "outside" ? no : knownOf(value)),
    ),
  );
}

function reduced(
  list: SymbolicList,
  step: CallArgument | undefined,
  initial: CallArgument | undefined,
): SymbolicValue {
  if (typeof step !== "function" || typeof initial !== "object") return alwaysUnknown;
  return list.slots.reduce<SymbolicValue>(
    (result, { present, value }) => chooseValue(present, step([result, value]), result),
    initial,
  );
}

function containing(list: SymbolicList, wanted: CallArgument | undefined): SymbolicValue {
  if (typeof wanted !== "object") return alwaysUnknown;
  const known = allKnown(wanted);
  if (known.kind === "outside") return known;
  const found = asValue(overElements(list, (member) => sameKey(wanted, member), either));
  return knownIf(known.holds, found);
}

function sliced(
  list: SymbolicList,
  start: CallArgument | undefined,
  end: CallArgument | undefined,
): SymbolicValue {
  if (!isKind(start, "number") || (end !== undefined && !isKind(end, "number")))
    return alwaysUnknown;
  const from = asWhole(start.value);
  const until = end === undefined ? list.length : asWhole(end.value);
  const ends = end === undefined ? [start] : [start, end];
  const isValid = and(
    ...ends.flatMap(({ value }) => [
      compare("<=", real(0), value),
      compare("=", asReal(asWhole(value)), value),
    ]),
  );
  const cut = ({ present, value }: Slot, index: Term): Slot => {
    const isWithin = and(compare("<=", from, index), compare("<", index, until));
    return { present: and(present, isWithin), value };
  };
  const indexes = indexesIn(list);
  const beyond = slotBeyond(list);
  const slots = [
    ...list.slots.map((slot, position) => cut(slot, indexes[position] ?? whole(0))),
    ...(beyond === null ? [] : [cut(beyond.slot, beyond.index)]),
  ];
  return knownIf(isValid, withSlots(list, slots));
}

// --- joining and ordering -----------------------------------------------------------------------------------------

function joined(first: SymbolicList, second: SymbolicList): SymbolicList {
  return {
    kind: "list",
    known: and(first.known, second.known),
    length: calculate("+", first.length, second.length),
    slots: [...first.slots, ...second.slots],
    dense: false,
    more: or(first.more, second.more),
  };
}

function flattened(lists: SymbolicList): SymbolicValue {
  const slots: Slot[] = [];
  const more = [lists.more];
  const known: Term[] = [];
  for (const { present, value } of lists.slots) {
    if (value.kind === "outside") return value;
    known.push(or(not(present), knownOf(value)));
    if (value.kind !== "list") {
      known.push(not(present));
      continue;
    }
    for (const inner of value.slots) slots.push({ ...inner, present: and(present, inner.present) });
    more.push(and(present, value.more));
  }
  return knownIf(and(...known), { ...withSlots(lists, slots), more: or(...more) });
}

/** The whole numbers from the first to the last, both included. */
function range([first, last]: readonly CallArgument[], scope: Scope): SymbolicValue {
  if (!isKind(first, "number") || !isKind(last, "number")) return alwaysUnknown;
  const [from, to] = [asWhole(first.value), asWhole(last.value)];
  const isValid = and(
    compare("=", asReal(from), first.value),
    compare("=", asReal(to), last.value),
  );
  const distance = calculate("+", calculate("-", to, from), whole(1));
  const length = choose(compare("<", distance, whole(0)), whole(0), distance);
  const most = length.kind === "number" ? length.value : scope.bound;
  if (most > mostWritten) return outside(`a range of more than ${mostWritten} numbers`);
  if (length.kind !== "number") {
    const known = and(first.known, last.known, isValid);
    scope.confine(or(not(known), compare("<=", length, whole(scope.bound))));
  }
  const slots = Array.from(
    { length: most },
    (_, index): Slot => ({
      present: compare("<", whole(index), length),
      value: numberOf(calculate("+", asReal(from), real(index))),
    }),
  );
  return knownIf(isValid, { kind: "list", known: yes, length, slots, dense: true, more: no });
}

/** The longest range that is unrolled. */
const mostWritten = 64;

function sorted(list: SymbolicList, keys: readonly SymbolicValue[]): SymbolicValue {
  const known: Term[] = [];
  for (const [index, key] of keys.entries()) {
    if (key.kind === "outside") return key;
    known.push(or(not(list.slots[index]?.present ?? no), knownOf(key)));
  }
  let beyond: Outside | null = null;
  const places = placesInOrder(list, (one, other) => {
    const before = comesBefore(keys[one] ?? alwaysUnknown, keys[other] ?? alwaysUnknown);
    if (before === null) {
      beyond = outside("sorting by what has no order");
      return no;
    }
    if (before.kind !== "outside") return before;
    beyond = before;
    return no;
  });
  return beyond ?? knownIf(and(...known), inPlaces(list, places));
}

// --- sets and groups ----------------------------------------------------------------------------------------------

function ofTwoLists(
  compute: (first: SymbolicList, second: SymbolicList) => SymbolicValue,
): EncodedFunction {
  return ofList((first, [second]) =>
    isKind(second, "list") ? compute(first, second) : alwaysUnknown,
  );
}

/** Those that no earlier one equals; unknown where something in one of them is. */
function unique(list: SymbolicList): SymbolicValue {
  return firstOfEach(
    list,
    list.slots.map(({ value }) => value),
  );
}

function firstOfEach(list: SymbolicList, keys: readonly SymbolicValue[]): SymbolicValue {
  const known = keysKnown(list, keys);
  if (known.kind === "outside") return known;
  const slots: Slot[] = [];
  for (const [index, { present, value }] of list.slots.entries()) {
    const repeats: Term[] = [];
    for (const [earlier, slot] of list.slots.slice(0, index).entries()) {
      const same = sameKey(keys[earlier] ?? alwaysUnknown, keys[index] ?? alwaysUnknown);
      if (same.kind === "outside") return same;
      repeats.push(and(slot.present, same.holds));
    }
    slots.push({ present: and(present, not(or(...repeats))), value });
  }
  return knownIf(known.holds, withSlots(list, slots));
}

function keysKnown(list: SymbolicList, keys: readonly SymbolicValue[]): SymbolicTruth | Outside {
  const each = keys.map((key, index) =>
    combine([allKnown(key)], ([truth]) => ({
      kind: "truth" as const,
      known: yes,
      holds: or(not(list.slots[index]?.present ?? no), truth?.holds ?? no),
    })),
  );
  return combine(each, both);
}

/** Those of the first list, each once, that are in the second or that are not. */
function keptIn(first: SymbolicList, second: SymbolicList, wanted: boolean): SymbolicValue {
  const each = unique(first);
  if (each.kind !== "list") return each;
  const known = keysKnown(
    second,
    second.slots.map(({ value }) => value),
  );
  if (known.kind === "outside") return known;
  const slots: Slot[] = [];
  for (const { present, value } of each.slots) {
    const found = overElements(second, (member) => sameKey(value, member), either);
    if (found.kind === "outside") return found;
    slots.push({ present: and(present, wanted ? found.holds : not(found.holds)), value });
  }
  return knownIf(known.holds, withSlots(each, slots));
}

/** Records `{ key, members }`, one for each key. */
function grouped(list: SymbolicList, of: SymbolicLambda): SymbolicValue {
  const keys = list.slots.map(({ value }) => of([value]));
  const firsts = firstOfEach(list, keys);
  if (firsts.kind !== "list") return firsts;
  const slots: Slot[] = [];
  for (const [index, { present }] of firsts.slots.entries()) {
    const key = keys[index] ?? alwaysUnknown;
    const members: Slot[] = [];
    for (const [other, slot] of list.slots.entries()) {
      const same = sameKey(key, keys[other] ?? alwaysUnknown);
      if (same.kind === "outside") return same;
      members.push({ ...slot, present: and(slot.present, same.holds) });
    }
    const fields = new Map([
      ["key", key],
      ["members", withSlots(list, members)],
    ]);
    slots.push({ present, value: { kind: "record", known: yes, fields, open: false } });
  }
  return { ...firsts, slots };
}

// Lists of symbolic values: which elements are where, what is left of them, in what order they come.
import {
  alwaysUnknown,
  chooseValue,
  type Slot,
  type SymbolicList,
  type SymbolicValue,
} from "./symbolic-value.ts";
import { and, calculate, choose, compare, no, not, type Term, whole } from "./term.ts";

/** How many of the slots hold an element, an Int. */
function countPresent(presences: readonly Term[]): Term {
  return presences.reduce<Term>(
    (count, present) => calculate("+", choose(present, whole(1), whole(0)), count),
    whole(0),
  );
}

/** For each slot the index that an element in it has. */
export function indexesIn({ slots, dense }: SymbolicList): readonly Term[] {
  if (dense) return slots.map((_, index) => whole(index));
  return slots.map((_, index) => countPresent(slots.slice(0, index).map(({ present }) => present)));
}

/** The list with every slot's presence and value made anew; known where it was. */
export function withSlots(list: SymbolicList, slots: readonly Slot[]): SymbolicList {
  const length = countPresent(slots.map(({ present }) => present));
  return { ...list, slots, length, dense: false };
}

/** The list with its elements in front, each in the slot of its index. */
export function denseList(list: SymbolicList): SymbolicList {
  if (list.dense) return list;
  return inPlaces(list, indexesIn(list));
}

/** The list with each element where `places` says; those present have each its own, from 0. */
export function inPlaces(list: SymbolicList, places: readonly Term[]): SymbolicList {
  const slots = list.slots.map((_, index): Slot => {
    const value = list.slots.reduceRight<SymbolicValue>((rest, slot, position) => {
      const isHere = and(slot.present, compare("=", places[position] ?? whole(0), whole(index)));
      return chooseValue(isHere, slot.value, rest);
    }, alwaysUnknown);
    return { present: compare("<", whole(index), list.length), value };
  });
  return { ...list, slots, dense: true };
}

/** The element at an index, an Int; unknown where there is none. The list is known. */
export function elementAt(list: SymbolicList, index: Term): SymbolicValue {
  const { slots, dense } = list;
  const places = indexesIn(list);
  return slots.reduceRight<SymbolicValue>((rest, { present, value }, position) => {
    const at = compare("=", places[position] ?? whole(0), index);
    return chooseValue(
      dense ? at : and(present, at),
      dense ? thereOnly(present, value) : value,
      rest,
    );
  }, elementBeyond(list));
}

/** An element after the last slot, at any index: never there, and yet what would be of it is not known to be impossible. */
function elementBeyond({ slots, more }: SymbolicList): SymbolicValue {
  const last = slots.at(-1);
  return last === undefined ? alwaysUnknown : chooseValue(more, last.value, alwaysUnknown);
}

/** A slot for the elements after the last, with the index of the last of them; null where there can be none. */
export function slotBeyond({
  slots,
  length,
  more,
}: SymbolicList): { readonly slot: Slot; readonly index: Term } | null {
  const last = slots.at(-1);
  if (last === undefined || more === no) return null;
  const index = calculate("-", length, whole(1));
  return { slot: { present: more, value: last.value }, index };
}

function thereOnly(present: Term, value: SymbolicValue): SymbolicValue {
  return chooseValue(present, value, alwaysUnknown);
}

/** The first element that is there; unknown of an empty list. */
export function firstOf({ slots }: SymbolicList): SymbolicValue {
  return slots.reduceRight<SymbolicValue>(
    (rest, { present, value }) => chooseValue(present, value, rest),
    alwaysUnknown,
  );
}

/** The last element that is there; unknown of an empty list. */
export function lastOf({ slots }: SymbolicList): SymbolicValue {
  return slots.reduce<SymbolicValue>(
    (rest, { present, value }) => chooseValue(present, value, rest),
    alwaysUnknown,
  );
}

/**
 * The places of elements in order: how many that are there come before each. `isBefore` says which of two slots comes
 * first, by their numbers; of equals the one that was first stays so.
 */
export function placesInOrder(
  { slots }: SymbolicList,
  isBefore: (one: number, other: number) => Term,
): readonly Term[] {
  return slots.map((_, index) =>
    countPresent(
      slots.flatMap(({ present }, other) => {
        if (other === index) return [];
        const isFirst = other < index ? not(isBefore(index, other)) : isBefore(other, index);
        return [and(present, isFirst)];
      }),
    ),
  );
}

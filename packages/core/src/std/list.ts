// std::list: lists, and the functions that take a lambda. Members are never skipped: an unknown one counts.
import { isUnknown, joinUnknowns, type Unknown, type Value } from "../evaluate/value.ts";
import { valueKey } from "../evaluate/value-key.ts";
import { codePointLength, compareByCodePoint } from "../source/unicode.ts";
import { type Argument, isLambda, isList, isListOf, knownList } from "./arguments.ts";
import type {
  CallContext,
  LambdaArgument,
  SignatureType,
  StandardFunction,
} from "./standard-function.ts";

const a: SignatureType = { kind: "variable", name: "a" };
const b: SignatureType = { kind: "variable", name: "b" };
const listOfA: SignatureType = { kind: "list", element: a };
const integer: SignatureType = { kind: "integer" };
const boolean: SignatureType = { kind: "boolean" };
const predicate: SignatureType = { kind: "lambda", parameters: [a], result: boolean };
const toB: SignatureType = { kind: "lambda", parameters: [a], result: b };

const list = { name: "list", type: listOfA };

/** A function of a list and a lambda. */
function overList(
  compute: (members: readonly Value[], of: LambdaArgument, call: CallContext) => Value,
): StandardFunction["evaluate"] {
  return ([members, of], call) =>
    isList(members) && isLambda(of) ? compute(members, of, call) : call.fail("wrong kind");
}

/** Kleene OR (deciding value true) or AND (false) of a predicate over the members; stops at a deciding member. */
function decideOver(deciding: boolean): StandardFunction["evaluate"] {
  return overList((members, of, call) => {
    let unknown: Unknown | null = null;
    for (const member of members) {
      const outcome = call.apply(of, [member]);
      if (outcome === deciding) return deciding;
      if (isUnknown(outcome)) unknown = unknown === null ? outcome : joinUnknowns(unknown, outcome);
      else if (typeof outcome !== "boolean") return call.fail("wrong kind");
    }
    return unknown ?? !deciding;
  });
}

/** The members for which the predicate holds, or the first unknown met. */
function kept(
  members: readonly Value[],
  of: LambdaArgument,
  call: CallContext,
): readonly Value[] | Unknown {
  const result: Value[] = [];
  for (const member of members) {
    const outcome = call.apply(of, [member]);
    if (isUnknown(outcome)) return outcome;
    if (typeof outcome !== "boolean") return call.fail("wrong kind");
    if (outcome) result.push(member);
  }
  return result;
}

/** Negative, zero or positive as a comes before, with or after b; null when their kinds cannot be ordered. */
function order(first: Value, second: Value): number | null {
  if (typeof first === "number" && typeof second === "number") return first - second;
  if (typeof first === "string" && typeof second === "string") {
    return compareByCodePoint(first, second);
  }
  if (typeof first === "boolean" && typeof second === "boolean")
    return Number(first) - Number(second);
  if (isInstant(first) && isInstant(second)) return first.milliseconds - second.milliseconds;
  return null;
}

function isInstant(value: Value): value is Extract<Value, { kind: "time" }> {
  return typeof value === "object" && "kind" in value && value.kind === "time";
}

/** The members in the order of their keys, stable; unknown or unordered keys make the whole unknown. */
function sortBy(members: readonly Value[], keys: readonly Value[], call: CallContext): Value {
  let unknown: Unknown | null = null;
  for (const key of keys) {
    if (isUnknown(key)) unknown = unknown === null ? key : joinUnknowns(unknown, key);
    else if (keys[0] !== undefined && !isUnknown(keys[0]) && order(keys[0], key) === null) {
      return call.fail("wrong kind");
    }
  }
  if (unknown !== null) return unknown;
  return members
    .map((member, index) => ({ member, key: keys[index] ?? member }))
    .sort((first, second) => order(first.key, second.key) ?? 0)
    .map(({ member }) => member);
}

/** Members by key, in order of first appearance; or the unknowns among them. */
function keyed(members: readonly Value[]): Map<string, Value> | Unknown {
  const found = new Map<string, Value>();
  let unknown: Unknown | null = null;
  for (const member of members) {
    const key = valueKey(member);
    if (typeof key !== "string") unknown = unknown === null ? key : joinUnknowns(unknown, key);
    else if (!found.has(key)) found.set(key, member);
  }
  return unknown ?? found;
}

/** A function of two lists as sets: which keys of the first, and whether the second's others are added. */
function setOperation(
  keep: (inSecond: boolean) => boolean,
  addSecond: boolean,
): StandardFunction["evaluate"] {
  return ([first, second], call) => {
    if (!isList(first) || !isList(second)) return call.fail("wrong kind");
    call.visit(first.length + second.length);
    const left = keyed(first);
    const right = keyed(second);
    if ("causes" in left) return "causes" in right ? joinUnknowns(left, right) : left;
    if ("causes" in right) return right;
    const result: Value[] = [];
    for (const [key, member] of left) if (keep(right.has(key))) result.push(member);
    if (addSecond) for (const [key, member] of right) if (!left.has(key)) result.push(member);
    return call.checkLength("list", result.length) ?? result;
  };
}

const lengthSignatures: StandardFunction["signatures"] = [
  { parameters: [{ name: "text", type: { kind: "text" } }], result: integer },
  { parameters: [list], result: integer },
];

/** Members of a list, or code points of a text. */
export function evaluateLength([value]: readonly Argument[], call: CallContext): Value {
  if (typeof value === "string") return codePointLength(value);
  return isList(value) ? value.length : call.fail("wrong kind");
}

export const listFunctions: readonly StandardFunction[] = [
  {
    name: "std::list::length",
    bare: true,
    signatures: lengthSignatures,
    summary: "How many members a list has, or code points a text.",
    examples: [{ call: "length([4, 5, 6])", result: "3" }],
    evaluate: evaluateLength,
  },
  {
    name: "std::list::map",
    bare: true,
    signatures: [
      { parameters: [list, { name: "of", type: toB }], result: { kind: "list", element: b } },
    ],
    summary: "What a lambda makes of each member, in order.",
    examples: [{ call: "map([1, 2], |x| x * 2)", result: "[2, 4]" }],
    evaluate: overList((members, of, call) => members.map((member) => call.apply(of, [member]))),
  },
  {
    name: "std::list::filter",
    bare: true,
    signatures: [{ parameters: [list, { name: "where", type: predicate }], result: listOfA }],
    summary: "The members for which a condition holds; unknown if it is unknown for any.",
    examples: [{ call: "filter([1, 5, 9], |x| x > 3)", result: "[5, 9]" }],
    evaluate: overList(kept),
  },
  {
    name: "std::list::reduce",
    bare: true,
    signatures: [
      {
        parameters: [
          list,
          { name: "step", type: { kind: "lambda", parameters: [b, a], result: b } },
          { name: "initial", type: b },
        ],
        result: b,
      },
    ],
    summary: "The members folded from the left into one value, beginning with `initial`.",
    examples: [{ call: "reduce([1, 2, 3], |acc, x| acc + x, 10)", result: "16" }],
    evaluate([members, step, initial], call) {
      if (!isList(members) || !isLambda(step) || initial === undefined || isLambda(initial)) {
        return call.fail("wrong kind");
      }
      let result: Value = initial;
      for (const member of members) result = call.apply(step, [result, member]);
      return result;
    },
  },
  {
    name: "std::list::any",
    bare: true,
    signatures: [{ parameters: [list, { name: "where", type: predicate }], result: boolean }],
    summary: "Whether a condition holds for some member: a Kleene OR; false for an empty list.",
    examples: [{ call: "any([1, 5], |x| x > 3)", result: "true" }],
    evaluate: decideOver(true),
  },
  {
    name: "std::list::all",
    bare: true,
    signatures: [{ parameters: [list, { name: "where", type: predicate }], result: boolean }],
    summary: "Whether a condition holds for every member: a Kleene AND; true for an empty list.",
    examples: [{ call: "all([1, 5], |x| x > 3)", result: "false" }],
    evaluate: decideOver(false),
  },
  {
    name: "std::list::count",
    bare: true,
    signatures: [
      { parameters: [list], result: integer },
      { parameters: [list, { name: "where", type: predicate }], result: integer },
    ],
    summary:
      "How many members there are, or for how many a condition holds; unknown members make it unknown.",
    examples: [{ call: "count([1, 5, 9], |x| x > 3)", result: "2" }],
    evaluate([members, where], call) {
      if (!isList(members)) return call.fail("wrong kind");
      const counted = isLambda(where) ? kept(members, where, call) : knownList(members, call);
      return isListOf(counted) ? counted.length : counted;
    },
  },
  {
    name: "std::list::contains",
    bare: false,
    signatures: [{ parameters: [list, { name: "member", type: a }], result: boolean }],
    summary:
      "Whether a value is a member, as `IN` decides it: unknown members matter only when no known one is equal.",
    examples: [{ call: "std::list::contains([1, 2], 2)", result: "true" }],
    evaluate([members, wanted], call) {
      if (!isList(members) || wanted === undefined || isLambda(wanted))
        return call.fail("wrong kind");
      call.visit(members.length);
      const key = valueKey(wanted);
      if (typeof key !== "string") return key;
      let unknown: Unknown | null = null;
      for (const member of members) {
        const memberKey = valueKey(member);
        if (memberKey === key) return true;
        if (typeof memberKey !== "string") {
          unknown = unknown === null ? memberKey : joinUnknowns(unknown, memberKey);
        }
      }
      return unknown ?? false;
    },
  },
  {
    name: "std::list::first",
    bare: false,
    signatures: [{ parameters: [list], result: a }],
    summary: "The first member; unknown for an empty list.",
    examples: [{ call: "std::list::first([4, 5])", result: "4" }],
    evaluate: ([members], call) =>
      isList(members) ? (members[0] ?? call.fail("empty list")) : call.fail("wrong kind"),
  },
  {
    name: "std::list::last",
    bare: false,
    signatures: [{ parameters: [list], result: a }],
    summary: "The last member; unknown for an empty list.",
    examples: [{ call: "std::list::last([4, 5])", result: "5" }],
    evaluate: ([members], call) =>
      isList(members) ? (members.at(-1) ?? call.fail("empty list")) : call.fail("wrong kind"),
  },
  {
    name: "std::list::sort",
    bare: false,
    signatures: [{ parameters: [list], result: listOfA }],
    summary:
      "The members in ascending order: numbers by size, texts by code point, times by instant; stable.",
    examples: [{ call: "std::list::sort([3, 1, 2])", result: "[1, 2, 3]" }],
    evaluate([members], call) {
      const known = knownList(members, call);
      return isListOf(known) ? sortBy(known, known, call) : known;
    },
  },
  {
    name: "std::list::sort_by",
    bare: true,
    signatures: [{ parameters: [list, { name: "key", type: toB }], result: listOfA }],
    summary: "The members in ascending order of what a lambda makes of each; stable.",
    examples: [{ call: "sort_by([-3, 1, 2], |x| abs(x))", result: "[1, 2, -3]" }],
    evaluate: overList((members, of, call) =>
      sortBy(
        members,
        members.map((member) => call.apply(of, [member])),
        call,
      ),
    ),
  },
  {
    name: "std::list::unique",
    bare: false,
    signatures: [{ parameters: [list], result: listOfA }],
    summary: "The members without repetitions, in order of first appearance.",
    examples: [{ call: "std::list::unique([2, 1, 2])", result: "[2, 1]" }],
    evaluate([members], call) {
      if (!isList(members)) return call.fail("wrong kind");
      call.visit(members.length);
      const found = keyed(members);
      return "causes" in found ? found : [...found.values()];
    },
  },
  {
    name: "std::list::reverse",
    bare: false,
    signatures: [{ parameters: [list], result: listOfA }],
    summary: "The members from last to first.",
    examples: [{ call: "std::list::reverse([1, 2])", result: "[2, 1]" }],
    evaluate: ([members], call) =>
      isList(members) ? [...members].reverse() : call.fail("wrong kind"),
  },
  {
    name: "std::list::slice",
    bare: false,
    signatures: [
      { parameters: [list, { name: "start", type: integer }], result: listOfA },
      {
        parameters: [list, { name: "start", type: integer }, { name: "end", type: integer }],
        result: listOfA,
      },
    ],
    summary:
      "The members from index `start` (from 0) up to and without index `end`; what lies beyond the list is left out.",
    examples: [{ call: "std::list::slice([1, 2, 3, 4], 1, 3)", result: "[2, 3]" }],
    evaluate([members, start, end], call) {
      if (!isList(members) || typeof start !== "number") return call.fail("wrong kind");
      const until = typeof end === "number" ? end : members.length;
      if (!Number.isInteger(start) || !Number.isInteger(until) || start < 0 || until < 0) {
        return call.fail("invalid argument");
      }
      return members.slice(start, until);
    },
  },
  {
    name: "std::list::flatten",
    bare: false,
    signatures: [
      {
        parameters: [{ name: "lists", type: { kind: "list", element: listOfA } }],
        result: listOfA,
      },
    ],
    summary: "The members of a list of lists, one after the other.",
    examples: [{ call: "std::list::flatten([[1], [2, 3]])", result: "[1, 2, 3]" }],
    evaluate([lists], call) {
      const known = knownList(lists, call);
      if (!isListOf(known)) return known;
      const result: Value[] = [];
      for (const inner of known) {
        if (!isList(inner)) return call.fail("wrong kind");
        const tooLong = call.checkLength("list", result.length + inner.length);
        if (tooLong !== null) return tooLong;
        result.push(...inner);
      }
      return result;
    },
  },
  {
    name: "std::list::range",
    bare: false,
    signatures: [
      {
        parameters: [
          { name: "first", type: integer },
          { name: "last", type: integer },
        ],
        result: { kind: "list", element: integer },
      },
    ],
    summary:
      "The whole numbers from the first to the last, both included; empty when the last is less.",
    examples: [{ call: "std::list::range(1, 4)", result: "[1, 2, 3, 4]" }],
    evaluate([first, last], call) {
      if (typeof first !== "number" || typeof last !== "number") return call.fail("wrong kind");
      if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) {
        return call.fail("invalid argument");
      }
      const length = Math.max(0, last - first + 1);
      const tooLong = call.checkLength("list", length);
      if (tooLong !== null) return tooLong;
      call.visit(length);
      return Array.from({ length }, (_, index) => first + index);
    },
  },
  {
    name: "std::list::union",
    bare: false,
    signatures: [{ parameters: [list, { name: "other", type: listOfA }], result: listOfA }],
    summary: "The members of both lists without repetitions.",
    examples: [{ call: "std::list::union([1, 2], [2, 3])", result: "[1, 2, 3]" }],
    evaluate: setOperation(() => true, true),
  },
  {
    name: "std::list::intersect",
    bare: false,
    signatures: [{ parameters: [list, { name: "other", type: listOfA }], result: listOfA }],
    summary: "The members that both lists hold, without repetitions.",
    examples: [{ call: "std::list::intersect([1, 2], [2, 3])", result: "[2]" }],
    evaluate: setOperation((inSecond) => inSecond, false),
  },
  {
    name: "std::list::difference",
    bare: false,
    signatures: [{ parameters: [list, { name: "other", type: listOfA }], result: listOfA }],
    summary: "The members of the first list that the other does not hold, without repetitions.",
    examples: [{ call: "std::list::difference([1, 2], [2, 3])", result: "[1]" }],
    evaluate: setOperation((inSecond) => !inSecond, false),
  },
  {
    name: "std::list::group_by",
    bare: false,
    signatures: [
      {
        parameters: [list, { name: "key", type: toB }],
        result: {
          kind: "list",
          element: {
            kind: "record",
            fields: [
              { name: "key", type: b },
              { name: "members", type: listOfA },
            ],
          },
        },
      },
    ],
    summary:
      "Records `{ key, members }`, one for each different key, in order of first appearance.",
    examples: [
      {
        call: "map(std::list::group_by([1, 2, 3], |x| x MOD 2), |g| length(g.members))",
        result: "[2, 1]",
      },
    ],
    evaluate: overList((members, of, call) => {
      const groups = new Map<string, { readonly key: Value; readonly members: Value[] }>();
      for (const member of members) {
        const key = call.apply(of, [member]);
        const text = valueKey(key);
        if (typeof text !== "string") return text;
        const group = groups.get(text);
        if (group === undefined) groups.set(text, { key, members: [member] });
        else group.members.push(member);
      }
      return [...groups.values()].map((group) => ({
        kind: "record",
        fields: new Map<string, Value>([
          ["key", group.key],
          ["members", group.members],
        ]),
      }));
    }),
  },
];

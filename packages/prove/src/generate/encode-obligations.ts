// What coverage asks for as terms: when an atom is true and decides its condition alone, when a branch is taken.
import {
  conditionOfConstraint,
  expressionsOfActions,
  expressionsOfRule,
  type Ir,
  type Program,
  visitExpression,
} from "@omega/core";
import { encodeArm, encodeCondition, encodeExpression } from "../encode-expression.ts";
import { contextScope, type EncodedProgram, encodeProgram, type Path } from "../encode-rules.ts";
import type { Scope } from "../scope.ts";
import { fails, type SymbolicTruth, type SymbolicValue } from "../symbolic-value.ts";
import { and, no, not, or, type Term, yes } from "../term.ts";
import type { Obligation } from "./obligations.ts";
import { everyRule } from "./program-parts.ts";

/** Where something happens, over all turns of loops; `outside` says why that cannot be told, else null. */
interface Happening {
  readonly happens: Term;
  readonly outside: string | null;
}

export interface EncodedObligations {
  readonly encoded: EncodedProgram;
  readonly happening: (obligation: Obligation) => Happening;
}

/** Lists of the input have at most `bound` elements. */
export function encodeObligations(program: Program, bound: number): EncodedObligations {
  const ways = createWays();
  const encoded = encodeProgram(program, bound, {
    asks: (condition, path, scope) => noteCondition(condition, path, scope, ways),
    evaluates: (expression, path, scope) => noteInner(expression, path, scope, ways),
    reaches: (rule, part, path) => ways.note(rule, part, path),
  });
  const scope = contextScope(encoded);
  for (const constraint of program.constraints) {
    const condition = conditionOfConstraint(constraint);
    if (condition !== null) noteCondition(condition, { when: yes, outside: null }, scope, ways);
  }
  for (const given of expressionsOfActions(program.failsafe?.actions ?? [])) {
    noteOutside(given, notEncoded.outside, { when: yes, outside: null }, ways);
  }
  const rules = new Map<unknown, Ir.ProgramRule>(
    everyRule(program.rules).map((rule) => [rule.span, rule]),
  );
  return {
    encoded,
    happening(obligation) {
      const { item, part } = obligation;
      if (part.kind === "atom") {
        return ways.get(part.atom.span, `${part.value}${part.alone ? " alone" : ""}`);
      }
      const rule = rules.get(item.span);
      if (rule === undefined) return notEncoded;
      return happeningOf(rule, obligation, encoded, ways);
    },
  };
}

const notEncoded = { happens: no, outside: "when it is come to is not encoded" } as const;

// --- collecting ---------------------------------------------------------------------------------------------------

/** Happenings by what they are of and which they are of that. */
interface Ways {
  readonly note: (of: unknown, way: string, path: Path) => void;
  readonly get: (of: unknown, way: string) => Happening;
}

function createWays(): Ways {
  const known = new Map<unknown, Map<string, { terms: Term[]; outside: string | null }>>();
  return {
    note(of, way, path) {
      const ofIt = known.get(of) ?? new Map();
      known.set(of, ofIt);
      const before = ofIt.get(way) ?? { terms: [], outside: null };
      ofIt.set(way, before);
      before.terms.push(path.when);
      before.outside ??= path.outside;
    },
    get(of, way) {
      const found = known.get(of)?.get(way);
      return found === undefined
        ? notEncoded
        : { happens: or(...found.terms), outside: found.outside };
    },
  };
}

// --- conditions ---------------------------------------------------------------------------------------------------

/** A condition that is asked on the path: its atoms, and the conditions inside them. */
function noteCondition(condition: Ir.Condition, path: Path, scope: Scope, ways: Ways): void {
  noteAtoms(condition, condition.expression, { path, alone: yes }, scope, ways);
}

/** On the way down a condition: when this part is evaluated, and when nothing around it masks it. */
interface Descent {
  readonly path: Path;
  readonly alone: Term;
}

function noteAtoms(
  condition: Ir.Condition,
  part: Ir.ProgramExpression,
  descent: Descent,
  scope: Scope,
  ways: Ways,
): void {
  const { path, alone } = descent;
  switch (part.kind) {
    case "atom": {
      const place = condition.atoms[part.index]?.span;
      const truth = encodeCondition(part.operand, scope);
      const beyond = path.outside ?? (truth.kind === "outside" ? truth.reason : null);
      for (const value of ["true", "false"] as const) {
        const comes = truth.kind === "outside" ? no : value === "true" ? truth.holds : fails(truth);
        const when = and(path.when, comes);
        ways.note(place, value, { when, outside: beyond });
        ways.note(place, `${value} alone`, { when: and(when, alone), outside: beyond });
      }
      noteInner(part.operand, path, scope, ways);
      return;
    }
    case "not":
      noteAtoms(condition, part.operand, descent, scope, ways);
      return;
    case "logical": {
      const [left, right] = sidesOf(part, descent, scope);
      noteAtoms(condition, part.left, left, scope, ways);
      noteAtoms(condition, part.right, right, scope, ways);
      return;
    }
    default:
      noteInner(part, path, scope, ways);
  }
}

/**
 * The right side is evaluated unless the left one decides. The left one is masked by a right side that was evaluated and is
 * not neutral, the right one by a left side that is not neutral: see core's `independentAtoms`.
 */
function sidesOf(
  { operator, left, right }: Extract<Ir.ProgramExpression, { kind: "logical" }>,
  { path, alone }: Descent,
  scope: Scope,
): readonly [Descent, Descent] {
  const first = encodeCondition(left, scope);
  const second = encodeCondition(right, scope);
  const beyond =
    path.outside ??
    (first.kind === "outside" ? first.reason : second.kind === "outside" ? second.reason : null);
  if (first.kind === "outside" || second.kind === "outside") {
    const side: Descent = { path: { when: path.when, outside: beyond }, alone };
    return [side, side];
  }
  const isNeutral = (truth: SymbolicTruth): Term =>
    operator === "AND" ? truth.holds : fails(truth);
  const decides = (truth: SymbolicTruth): Term => (operator === "AND" ? fails(truth) : truth.holds);
  return [
    { path, alone: and(alone, or(decides(first), isNeutral(second))) },
    {
      path: { when: and(path.when, not(decides(first))), outside: path.outside },
      alone: and(alone, isNeutral(first)),
    },
  ];
}

// --- conditions inside expressions --------------------------------------------------------------------------------

function noteInner(part: Ir.ProgramExpression, path: Path, scope: Scope, ways: Ways): void {
  const inside = (...parts: readonly Ir.ProgramExpression[]): void => {
    for (const inner of parts) noteInner(inner, path, scope, ways);
  };
  switch (part.kind) {
    case "constant":
    case "attribute":
    case "local":
      return;
    case "condition":
      noteCondition(part.condition, path, scope, ways);
      return;
    case "member":
      inside(part.object);
      return;
    case "index":
      inside(part.object, part.index);
      return;
    case "list":
      inside(...part.elements);
      return;
    case "record":
      inside(...part.fields.map(({ value }) => value));
      return;
    case "not":
    case "negate":
    case "convert":
    case "atom":
      inside(part.operand);
      return;
    case "logical":
    case "compare":
    case "arithmetic":
    case "text-test":
      inside(part.left, part.right);
      return;
    case "between":
      inside(part.value, part.low, part.high);
      return;
    case "in":
      inside(part.element, part.list);
      return;
    case "is":
      inside(part.subject);
      return;
    case "quantifier":
      inside(part.collection);
      noteQuantifier(part, path, scope, ways);
      return;
    case "conditional":
      noteConditional(part, path, scope, ways);
      return;
    case "match-value":
      inside(part.subject);
      noteMatchValue(part, path, scope, ways);
      return;
    case "call":
      for (const argument of part.arguments) {
        if (argument.kind !== "lambda") inside(argument);
        else noteOutside(argument.body, `a lambda in \`${part.function}\``, path, ways);
      }
  }
}

type Node<Kind extends Ir.ProgramExpression["kind"]> = Extract<
  Ir.ProgramExpression,
  { kind: Kind }
>;

/** Of the conditions in a part of which nothing can be said. */
function noteOutside(part: Ir.ProgramExpression, reason: string, path: Path, ways: Ways): void {
  const outside: Path = { when: no, outside: path.outside ?? reason };
  const everyWay = ["true", "false", "true alone", "false alone"];
  visitExpression(part, (inner) => {
    if (inner.kind === "condition") {
      for (const { span } of inner.condition.atoms) {
        for (const way of everyWay) ways.note(span, way, outside);
      }
    }
    if (inner.kind === "conditional" || inner.kind === "match-value") {
      const { length } = inner.kind === "conditional" ? inner.branches : inner.arms;
      for (let index = 0; index < length; index++) ways.note(inner, `${index}`, outside);
      ways.note(inner, "else", outside);
    }
  });
}

/** Elements are looked at up to the one that decides. */
function noteQuantifier(part: Node<"quantifier">, path: Path, scope: Scope, ways: Ways): void {
  const list = encodeExpression(part.collection, scope);
  if (list.kind === "outside") {
    noteOutside(part.condition, list.reason, path, ways);
    return;
  }
  if (list.kind !== "list") return;
  let when = and(path.when, list.known);
  let beyond = path.outside;
  for (const { present, value } of list.slots) {
    scope.locals.set(part.slot, value);
    const there = and(when, present);
    noteInner(part.condition, { when: there, outside: beyond }, scope, ways);
    const truth = encodeCondition(part.condition, scope);
    if (truth.kind === "outside") beyond ??= truth.reason;
    else when = and(when, not(part.quantifier === "ALL" ? fails(truth) : truth.holds));
  }
}

function noteConditional(part: Node<"conditional">, path: Path, scope: Scope, ways: Ways): void {
  let rest = path;
  for (const [index, { condition, value }] of part.branches.entries()) {
    noteInner(condition, rest, scope, ways);
    const [holds, left] = divide(rest, encodeCondition(condition, scope));
    ways.note(part, `${index}`, holds);
    noteInner(value, holds, scope, ways);
    rest = left;
  }
  ways.note(part, "else", rest);
  noteInner(part.otherwise, rest, scope, ways);
}

function noteMatchValue(part: Node<"match-value">, path: Path, scope: Scope, ways: Ways): void {
  const subject = encodeExpression(part.subject, scope);
  let rest = knownSubject(path, subject);
  for (const [index, { pattern, guard, value }] of part.arms.entries()) {
    if (guard !== null) {
      const [inside] = divide(rest, encodeArm(subject, pattern, null, scope));
      noteInner(guard, inside, scope, ways);
    }
    const [holds, left] = divide(rest, encodeArm(subject, pattern, guard, scope));
    ways.note(part, `${index}`, holds);
    noteInner(value, holds, scope, ways);
    rest = left;
  }
  ways.note(part, "else", rest);
}

function knownSubject(path: Path, subject: SymbolicValue): Path {
  if (subject.kind === "outside")
    return { when: path.when, outside: path.outside ?? subject.reason };
  const known = subject.kind === "unknown" ? no : subject.known;
  return { when: and(path.when, known), outside: path.outside };
}

/** Where the path goes on if something holds, and if it is known not to. */
function divide(path: Path, truth: ReturnType<typeof encodeCondition>): readonly [Path, Path] {
  if (truth.kind === "outside") {
    const outside = { when: path.when, outside: path.outside ?? truth.reason };
    return [outside, outside];
  }
  return [
    { when: and(path.when, truth.holds), outside: path.outside },
    { when: and(path.when, fails(truth)), outside: path.outside },
  ];
}

// --- rules --------------------------------------------------------------------------------------------------------

function happeningOf(
  rule: Ir.ProgramRule,
  { part, item }: Obligation,
  { attempts }: EncodedProgram,
  ways: Ways,
): Happening {
  const own = attempts.filter((attempt) => attempt.rule === rule);
  const attemptOf = (branch: number | "else", outcome: "taken" | "refused"): Happening => {
    const attempt = own.find((each) => each.branch === branch);
    return attempt === undefined
      ? notEncoded
      : { happens: attempt[outcome], outside: attempt.outside };
  };
  switch (part.kind) {
    case "atom":
      return notEncoded;
    case "unknown":
    case "body":
      return ways.get(rule, part.kind);
    case "rule":
      if (rule.kind === "for" || rule.kind === "while") return ways.get(rule, "body");
      return {
        happens: or(...own.map(({ taken }) => taken)),
        outside: own.find(({ outside }) => outside !== null)?.outside ?? null,
      };
    case "branch": {
      const ownWays = waysOfRule(
        rule,
        item.branches.map(({ text }) => text),
      );
      const way = ownWays[part.index];
      if (way !== undefined) return attemptOf(...way);
      return happeningOfChoice(rule, part.index - ownWays.length, item, ways, ownWays.length);
    }
  }
}

type Way = readonly [number | "else", "taken" | "refused"];

/** The ways of the rule itself, in the order of its coverage. */
function waysOfRule(rule: Ir.ProgramRule, texts: readonly string[]): readonly Way[] {
  switch (rule.kind) {
    case "if": {
      const then = rule.branches.map((_, index): Way => [index, "taken"]);
      const last: Way = rule.otherwise === null ? [then.length - 1, "refused"] : ["else", "taken"];
      return [...then, last];
    }
    case "match": {
      const arms = rule.arms.map((_, index): Way => [index, "taken"]);
      const isOpen = texts[arms.length] === "no arm";
      return isOpen ? [...arms, [arms.length - 1, "refused"]] : arms;
    }
    case "for":
      return rule.where === null
        ? []
        : [
            [0, "taken"],
            [0, "refused"],
          ];
    case "while":
      return [[0, "refused"]];
    case "let":
    case "set":
      return [];
  }
}

/** The ways of choices among values come behind the rule's own, choice by choice. */
function happeningOfChoice(
  rule: Ir.ProgramRule,
  index: number,
  { branches }: Obligation["item"],
  ways: Ways,
  own: number,
): Happening {
  const keys: (readonly [Ir.ProgramExpression, string])[] = [];
  for (const top of expressionsOfRule(rule)) {
    visitExpression(top, (choice) => {
      if (choice.kind !== "conditional" && choice.kind !== "match-value") return;
      const { length } = choice.kind === "conditional" ? choice.branches : choice.arms;
      for (let at = 0; at < length; at++) keys.push([choice, `${at}`]);
      const isOpen =
        choice.kind === "conditional" ||
        branches[own + keys.length]?.text === `no arm of ${choice.text}`;
      if (isOpen) keys.push([choice, "else"]);
    });
  }
  const key = keys[index];
  return key === undefined ? notEncoded : ways.get(...key);
}

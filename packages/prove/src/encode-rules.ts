// Rules as what they try and take: for every condition when it is come to and how it comes out, for every action when it
// is taken. Loops are unrolled; an answer about a rule is over all its turns.
import { defaultLimits, type Ir, type Program, type Type } from "@omega/core";
import { encodeArm, encodeCondition, encodeExpression } from "./encode-expression.ts";
import { type EncodedInputs, encodeInputs } from "./encode-inputs.ts";
import { type LoopBinding, openPath, pathOf, pathOfBound, type ReadPath } from "./loop-places.ts";
import type { Scope } from "./scope.ts";
import { indexesIn, slotBeyond } from "./symbolic-list.ts";
import {
  alwaysUnknown,
  chooseValue,
  fails,
  knownOf,
  numberOf,
  type Outside,
  outside,
  type SymbolicTruth,
  type SymbolicValue,
} from "./symbolic-value.ts";
import { and, asReal, no, not, or, real, type Term, yes } from "./term.ts";

/** One thing that a rule tries: a branch, an arm, WHERE, the condition of a loop. */
export interface Attempt {
  readonly rule: Ir.ProgramRule;
  /** As the trace names it: 0 is IF, then each ELSE IF; an arm by position. */
  readonly branch: number | "else";
  readonly line: number;
  readonly text: string;
  /** Whether it is come to and holds, in one turn at least. */
  taken: Term;
  /** Whether it is come to and is known not to hold, in one turn at least. */
  refused: Term;
  /** Why nothing can be said, else null. */
  outside: string | null;
}

/** One place where an action is taken, in the order of evaluation. */
export interface ActionTaken {
  readonly action: string;
  readonly when: Term;
  readonly outside: string | null;
  /** What loop variables are bound to there, from the outermost. */
  readonly bindings: readonly LoopBinding[];
}

/** One binding of a loop variable, and when the loop's body is run for it. */
interface BoundVariable {
  readonly variable: string;
  readonly bindings: readonly LoopBinding[];
  readonly when: Term;
  readonly outside: string | null;
}

/** One that a rule takes, with what it is given. */
export interface RuleAction extends ActionTaken {
  readonly arguments: readonly {
    readonly name: string;
    readonly type: Type;
    readonly value: SymbolicValue;
  }[];
  readonly rule: Ir.ProgramRule;
  /** Whether an UNKNOWN clause takes it: what is unknown in its arguments is then no open question. */
  readonly answers: boolean;
  /** Which of the document's items it stands in. */
  readonly item: number;
}

/** A WHILE. */
export interface Loop {
  readonly rule: Ir.ProgramWhile;
  /** The rounds after which MAX ends it. */
  readonly most: number;
  /** Whether each round is entered, in one turn of what it stands in at least. */
  readonly rounds: Term[];
  /** Whether the condition still holds after the last round that there may be. */
  exhausted: Term;
  /** Why nothing can be said, else null. */
  outside: string | null;
}

/** Where something unknown is left without an answer. */
type LeftOpen = Pick<RuleAction, "when" | "outside" | "item">;

export interface EncodedProgram {
  readonly program: Program;
  readonly inputs: EncodedInputs;
  readonly bound: number;
  readonly attempts: readonly Attempt[];
  readonly taken: readonly RuleAction[];
  readonly loops: readonly Loop[];
  /** What no UNKNOWN clause answers. */
  readonly leftOpen: readonly LeftOpen[];
  readonly bindings: readonly BoundVariable[];
}

/** Is told where everything is evaluated while a program is encoded, turn by turn of loops. */
export interface EncodingWatch {
  /** A condition of a rule is asked on the path. The scope is that of the moment. */
  readonly asks: (condition: Ir.Condition, path: Path, scope: Scope) => void;
  readonly evaluates: (expression: Ir.ProgramExpression, path: Path, scope: Scope) => void;
  /** A body is entered, or an UNKNOWN clause taken. */
  readonly reaches: (rule: Ir.ProgramRule, part: "body" | "unknown", path: Path) => void;
}

/** Lists of the input have at most `bound` elements. */
export function encodeProgram(
  program: Program,
  bound: number,
  watch: EncodingWatch | null = null,
): EncodedProgram {
  return encodeProgramOver(encodeInputs(program, bound), program, bound, watch);
}

/** A program over an input that is encoded already, with an entry for each of its attributes. */
export function encodeProgramOver(
  inputs: EncodedInputs,
  program: Program,
  bound: number,
  watch: EncodingWatch | null = null,
): EncodedProgram {
  const scope = contextScope({ program, inputs, bound });
  const run: Run = {
    program,
    watch,
    scope,
    attempts: new Map(),
    taken: [],
    leftOpen: [],
    loops: new Map(),
    rule: null,
    turns: 1,
    item: 0,
    paths: new Map(),
    bindings: [],
    bound: [],
  };
  for (const [item, rule] of program.rules.entries()) {
    run.item = item;
    runRules([rule], { when: yes, outside: null }, run);
  }
  return {
    program,
    inputs,
    bound,
    attempts: [...run.attempts.values()].flatMap((branches) => [...branches.values()]),
    taken: run.taken,
    loops: [...run.loops.values()],
    leftOpen: run.leftOpen,
    bindings: run.bound,
  };
}

/** What conditions read that are asked of the context as given. */
export function contextScope({
  program,
  inputs,
  bound,
}: Pick<EncodedProgram, "program" | "inputs" | "bound">): Scope {
  const { offsetMinutes } = program;
  const confine = (to: Term): number => inputs.confinements.push(to);
  return { inputs, offsetMinutes, bound, locals: new Map(), confine };
}

/** The truth of a constraint's condition: it reads the context as given. */
export function encodeContextCondition(
  condition: Ir.Condition,
  encoded: Pick<EncodedProgram, "program" | "inputs" | "bound">,
): SymbolicTruth | Outside {
  return encodeCondition(condition.expression, contextScope(encoded));
}

/** When something is come to. */
export interface Path {
  readonly when: Term;
  readonly outside: string | null;
}

interface Run {
  readonly program: Program;
  readonly watch: EncodingWatch | null;
  readonly scope: Scope;
  readonly attempts: Map<Ir.ProgramRule, Map<Attempt["branch"], Attempt>>;
  readonly taken: RuleAction[];
  readonly leftOpen: LeftOpen[];
  readonly loops: Map<Ir.ProgramWhile, Loop>;
  /** The rule under way; null before the first. */
  rule: Ir.ProgramRule | null;
  /** How often what is under way is repeated. */
  turns: number;
  item: number;
  /** Where locals were read, by slot. */
  readonly paths: Map<number, ReadPath>;
  /** What the loops around bind. */
  bindings: readonly LoopBinding[];
  readonly bound: BoundVariable[];
}

function runRules(rules: readonly Ir.ProgramRule[], path: Path, run: Run): void {
  const outer = run.rule;
  for (const rule of rules) {
    run.rule = rule;
    switch (rule.kind) {
      case "if":
        runIf(rule, path, run);
        break;
      case "for":
        runFor(rule, path, run);
        break;
      case "while":
        runWhile(rule, path, run);
        break;
      case "match":
        runMatch(rule, path, run);
        break;
      case "let":
      case "set":
        assign(rule, path, run);
    }
  }
  run.rule = outer;
}

function assign(rule: Ir.ProgramLet | Ir.ProgramSet, path: Path, run: Run): void {
  const { scope, watch, paths } = run;
  watch?.evaluates(rule.value, path, scope);
  const value = encodeExpression(rule.value, scope);
  const before = scope.locals.get(rule.slot) ?? alwaysUnknown;
  const assigned =
    path.outside !== null
      ? outside(path.outside)
      : rule.kind === "let"
        ? value
        : chooseValue(path.when, value, before);
  scope.locals.set(rule.slot, assigned);
  const read = pathOf(rule.value, paths);
  const isSure = rule.kind === "let" || path.when === yes || paths.get(rule.slot) === read;
  paths.set(rule.slot, isSure ? read : openPath);
}

/** What is left of a path after some of its conditions were tried. */
interface Rest {
  readonly path: Path;
  /** Where one of them was unknown, so that the item stays undecided. */
  readonly undecided: Term;
}

/** Tries a condition at the end of `rest`: notes how it comes out and gives the path on which it holds, and what is left. */
function tryTruth(
  truth: SymbolicTruth | Outside,
  rest: Rest,
  note: Pick<Attempt, "rule" | "branch" | "line" | "text"> | null,
  run: Run,
): { readonly holds: Path; readonly rest: Rest } {
  const { when } = rest.path;
  const beyond = rest.path.outside ?? (truth.kind === "outside" ? truth.reason : null);
  if (truth.kind === "outside" || beyond !== null) {
    noteAttempt(note, no, no, beyond, run);
    const path = { when, outside: beyond };
    return { holds: path, rest: { path, undecided: rest.undecided } };
  }
  const taken = and(when, truth.holds);
  const refused = and(when, fails(truth));
  noteAttempt(note, taken, refused, null, run);
  return {
    holds: { when: taken, outside: null },
    rest: {
      path: { when: refused, outside: null },
      undecided: or(rest.undecided, and(when, not(truth.known))),
    },
  };
}

function noteAttempt(
  note: Pick<Attempt, "rule" | "branch" | "line" | "text"> | null,
  taken: Term,
  refused: Term,
  beyond: string | null,
  run: Run,
): void {
  if (note === null) return;
  const { rule, branch, line, text } = note;
  const branches = run.attempts.get(rule) ?? new Map<Attempt["branch"], Attempt>();
  run.attempts.set(rule, branches);
  const known = branches.get(branch);
  if (known === undefined) {
    branches.set(branch, { rule, branch, line, text, taken, refused, outside: beyond });
    return;
  }
  known.taken = or(known.taken, taken);
  known.refused = or(known.refused, refused);
  known.outside ??= beyond;
}

function take(actions: readonly Ir.ProgramAction[], path: Path, run: Run, answers = false): void {
  const { rule } = run;
  if (rule === null) return;
  for (const { name, arguments: given } of actions) {
    for (const { value } of given) run.watch?.evaluates(value, path, run.scope);
    run.taken.push({
      action: name,
      ...path,
      arguments: encodeArguments(given, run.scope),
      bindings: run.bindings,
      rule,
      answers,
      item: run.item,
    });
  }
}

/** The arguments that an action is given where it is taken. */
export function encodeArguments(
  given: Ir.ProgramAction["arguments"],
  scope: Scope,
): RuleAction["arguments"] {
  return given.map(({ name, value }) => ({
    name,
    type: value.type,
    value: encodeExpression(value, scope),
  }));
}

/** Takes what a rule's UNKNOWN clause says where it stays undecided; without one, that is left open. */
function answer(
  rule: Exclude<Ir.ProgramRule, Ir.ProgramLet | Ir.ProgramSet>,
  undecided: Path,
  run: Run,
): void {
  run.watch?.reaches(rule, "unknown", undecided);
  if (rule.unknown === null) run.leftOpen.push({ ...undecided, item: run.item });
  else take(rule.unknown, undecided, run, true);
}

function undecidedIn({ path, undecided }: Rest): Path {
  return { when: undecided, outside: path.outside };
}

function runIf(rule: Ir.ProgramIf, path: Path, run: Run): void {
  let rest: Rest = { path, undecided: no };
  for (const [branch, { condition, actions }] of rule.branches.entries()) {
    run.watch?.asks(condition, rest.path, run.scope);
    const truth = encodeCondition(condition.expression, run.scope);
    const line = condition.atoms[0]?.line ?? rule.line;
    const tried = tryTruth(truth, rest, { rule, branch, line, text: condition.text }, run);
    take(actions, tried.holds, run);
    rest = tried.rest;
  }
  if (rule.otherwise !== null) {
    const line = rule.otherwise[0]?.line ?? rule.line;
    const { when, outside: beyond } = rest.path;
    const note = { rule, branch: "else", line, text: "ELSE" } as const;
    noteAttempt(note, beyond === null ? when : no, no, beyond, run);
    take(rule.otherwise, rest.path, run);
  }
  answer(rule, undecidedIn(rest), run);
}

function runMatch(rule: Ir.ProgramMatch, path: Path, run: Run): void {
  run.watch?.evaluates(rule.subject, path, run.scope);
  const subject = encodeExpression(rule.subject, run.scope);
  const known = subject.kind === "outside" ? yes : knownOf(subject);
  let rest: Rest = {
    path: {
      when: and(path.when, known),
      outside: path.outside ?? (subject.kind === "outside" ? subject.reason : null),
    },
    undecided: and(path.when, not(known)),
  };
  for (const [branch, arm] of rule.arms.entries()) {
    if (arm.guard !== null && run.watch !== null) {
      const matches = encodeArm(subject, arm.pattern, null, run.scope);
      const inside = tryTruth(matches, rest, null, run).holds;
      run.watch.asks(arm.guard, inside, run.scope);
    }
    const truth = encodeArm(subject, arm.pattern, arm.guard?.expression ?? null, run.scope);
    const text = arm.guard === null ? arm.patternText : `${arm.patternText} WHEN ${arm.guard.text}`;
    const tried = tryTruth(truth, rest, { rule, branch, line: arm.line, text }, run);
    take(arm.actions, tried.holds, run);
    rest = tried.rest;
  }
  answer(rule, undecidedIn(rest), run);
}

function runFor(rule: Ir.ProgramFor, path: Path, run: Run): void {
  run.watch?.evaluates(rule.collection, path, run.scope);
  const list = encodeExpression(rule.collection, run.scope);
  if (list.kind === "outside" || path.outside !== null) {
    const reason = path.outside ?? (list.kind === "outside" ? list.reason : "");
    runTurn(rule, outside(reason), real(0), { when: path.when, outside: reason }, run);
    answer(rule, { when: path.when, outside: reason }, run);
    return;
  }
  const known = list.kind === "list" ? list.known : no;
  answer(rule, { when: and(path.when, not(known)), outside: null }, run);
  if (list.kind !== "list" || list.slots.length === 0) {
    // Never entered, yet what it holds is to be asked about.
    runTurn(rule, alwaysUnknown, real(0), { when: no, outside: null }, run);
    return;
  }
  const indexes = indexesIn(list);
  const outer = run.turns;
  run.turns *= list.slots.length;
  for (const [position, { present, value }] of list.slots.entries()) {
    const index = asReal(indexes[position] ?? no);
    runTurn(rule, value, index, { when: and(path.when, known, present), outside: null }, run);
  }
  const beyond = rule.indexSlot === null ? null : slotBeyond(list);
  if (beyond !== null) {
    const { slot, index } = beyond;
    const when = and(path.when, known, slot.present);
    const place = real(list.slots.length);
    runTurn(rule, slot.value, place, { when, outside: null }, run, asReal(index));
  }
  run.turns = outer;
}

function runTurn(
  rule: Ir.ProgramFor,
  element: SymbolicValue,
  place: Term,
  path: Path,
  run: Run,
  index: Term = place,
): void {
  const { locals } = run.scope;
  const outer = run.bindings;
  const binding = bindElement(rule, place, run);
  run.bindings = [...outer, binding];
  run.paths.set(rule.slot, pathOfBound(binding));
  locals.set(rule.slot, element);
  if (rule.indexSlot !== null) locals.set(rule.indexSlot, numberOf(index));
  const wanted = tryWhere(rule, path, run);
  run.watch?.reaches(rule, "body", wanted);
  run.bound.push({ variable: rule.variable, bindings: run.bindings, ...wanted });
  runRules(rule.body, wanted, run);
  run.bindings = outer;
}

function bindElement(rule: Ir.ProgramFor, index: Term, { paths }: Run): LoopBinding {
  const read = pathOf(rule.collection, paths);
  return { variable: rule.variable, of: read ?? rule.collectionText, index };
}

/** The path on which WHERE lets the element in. */
function tryWhere(rule: Ir.ProgramFor, path: Path, run: Run): Path {
  const { line, where } = rule;
  if (where === null) return path;
  run.watch?.asks(where, path, run.scope);
  const truth = encodeCondition(where.expression, run.scope);
  const note = { rule, branch: 0, line, text: where.text };
  const tried = tryTruth(truth, { path, undecided: no }, note, run);
  answer(rule, undecidedIn(tried.rest), run);
  return tried.holds;
}

/**
 * Round by round. A guard, whose body runs at most once, is an IF around rules; where the rounds are too many, the loop and all it
 * sets are outside.
 */
function runWhile(rule: Ir.ProgramWhile, path: Path, run: Run): void {
  const { line, condition } = rule;
  const most = mostRounds(rule, run.program);
  const turns = rule.repeats ? Math.max(1, most) : 1;
  const isTooLong = run.turns * turns > MOST_TURNS;
  const reason = isTooLong ? `a WHILE of up to ${most} rounds` : null;
  const loop = noteLoop(rule, path.outside ?? reason, run);
  const outer = run.turns;
  run.turns *= turns;
  let here: Path = { when: path.when, outside: path.outside ?? reason };
  for (let round = 0; ; round++) {
    run.watch?.asks(condition, here, run.scope);
    const truth = encodeCondition(condition.expression, run.scope);
    const note = { rule, branch: 0, line, text: condition.text };
    const tried = tryTruth(truth, { path: here, undecided: no }, note, run);
    const { holds } = tried;
    answer(rule, undecidedIn(tried.rest), run);
    if (round === most && !isTooLong) {
      loop.exhausted = or(loop.exhausted, holds.when);
      break;
    }
    loop.outside ??= holds.outside;
    loop.rounds[round] = or(loop.rounds[round] ?? no, holds.when);
    run.watch?.reaches(rule, "body", holds);
    runRules(rule.body, holds, run);
    if (!rule.repeats || isTooLong || holds.outside !== null || holds.when === no) break;
    here = holds;
  }
  run.turns = outer;
}

/** What is repeated within what is repeated multiplies; beyond so many rounds nothing is unrolled. */
const MOST_TURNS = 256;

function mostRounds({ maximum }: Ir.ProgramWhile, { maximumLoop }: Program): number {
  const declared = maximum ?? defaultLimits.whileIterations;
  return Math.min(declared, maximumLoop ?? declared);
}

function noteLoop(rule: Ir.ProgramWhile, beyond: string | null, run: Run): Loop {
  const known = run.loops.get(rule);
  if (known !== undefined) return known;
  const most = mostRounds(rule, run.program);
  const loop: Loop = { rule, most, rounds: [], exhausted: no, outside: beyond };
  run.loops.set(rule, loop);
  return loop;
}

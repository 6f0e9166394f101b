// Rules as code. Steps of a block are added at its end, so every place where a rule may be given back to the interpreter
// knows how many are outstanding.
import type {
  ProgramAction,
  ProgramExpression,
  ProgramFor,
  ProgramIf,
  ProgramMatch,
  ProgramRule,
} from "../semantics/program.ts";
import type { Type } from "../semantics/types.ts";
import {
  adopt,
  constant,
  demand,
  inner,
  type JsonPlace,
  type Local,
  type Scalar,
  type Scope,
  temporary,
} from "./emission.ts";
import { emitPattern } from "./emit-choice.ts";
import { emitExit, emitScalar } from "./emit-expression.ts";
import { demandList, emitPlace } from "./emit-place.ts";
import { printKey, printLiteral, printNumber, printText } from "./print-literal.ts";

/**
 * A block of rules; `outstanding` steps are not in `steps` yet when it begins. Its own are added by its end. Gives the
 * names that are bound behind it.
 */
export function emitBlock(
  rules: readonly ProgramRule[],
  outstanding: number,
  scope: Scope,
): Scope["locals"] {
  let current = scope;
  for (const [index, rule] of rules.entries()) {
    current.lines.push(`// line ${printNumber(rule.line)}`);
    current = emitRule(rule, outstanding + index, current);
  }
  if (rules.length > 0) scope.lines.push(`steps += ${rules.length};`);
  return current.locals;
}

/** The scope behind the rule: a LET brings its name into it. */
function emitRule(rule: ProgramRule, outstanding: number, scope: Scope): Scope {
  const number = scope.emission.numbers.get(rule) ?? 0;
  const leave = `break u${number};`;
  const body: Scope = { ...inner(scope), leave, leaves: false, counts: false };
  const behind = rule.kind === "let" ? declare(rule.slot, scope) : scope;
  const written = emitBody(rule, number, outstanding, body, behind);
  if (!written) scope.emission.interpreted.push(rule);
  const counts = written && body.counts;
  const giveBack = [
    `const n = ${interpretation(number, outstanding, counts, scope)};`,
    "if (n < 0) return -1;",
    `steps = n - ${outstanding + 1};`,
    ...fetchBack(rule, behind),
  ];
  const { lines } = scope;
  if (counts) lines.push(`const s${number} = steps;`);
  if (!written) lines.push("{", ...giveBack, "}");
  else if (!body.leaves) lines.push(`r${number}: {`, ...body.lines, "}");
  else {
    lines.push(`r${number}: {`, `u${number}: {`, ...body.lines, `break r${number};`, "}");
    lines.push(...giveBack, "}");
  }
  return behind;
}

/** The call that has the interpreter run a rule: with what it does not know of loops and LET names around it. */
function interpretation(
  number: number,
  outstanding: number,
  counts: boolean,
  scope: Scope,
): string {
  const steps = `${counts ? `s${number}` : "steps"} + ${outstanding}`;
  if (scope.loops.length === 0) return `interpret(f, ${number}, ${steps})`;
  const indexes = scope.loops.map(({ slot }) => `i${slot}`);
  const lets = scope.emission.table[number]?.lets.map((slot) => `v${slot}`) ?? [];
  return `interpret(f, ${number}, ${steps}, [${indexes.join(", ")}], [${lets.join(", ")}])`;
}

/** What the interpreter bound, where it is a scalar. */
function fetchBack(rule: ProgramRule, scope: Scope): readonly string[] {
  if (rule.kind !== "let" && rule.kind !== "set") return [];
  const local = scope.locals.get(rule.slot);
  return local?.kind === "let" ? [`${local.code} = bound(f, ${rule.slot});`] : [];
}

function declare(slot: number, scope: Scope): Scope {
  const code = scope.loops.length === 0 ? `v[${slot}]` : `v${slot}`;
  const locals = new Map<number, Local>([...scope.locals, [slot, { kind: "let", code }]]);
  return { ...scope, locals };
}

/** False where a rule, or a part of it, has no code: then it is the interpreter's as a whole. */
function emitBody(
  rule: ProgramRule,
  number: number,
  outstanding: number,
  scope: Scope,
  behind: Scope,
): boolean {
  switch (rule.kind) {
    case "if":
      return emitIf(rule, number, scope);
    case "match":
      return emitMatch(rule, number, scope);
    case "for":
      return emitFor(rule, outstanding, scope);
    case "let":
    case "set": {
      const local = behind.locals.get(rule.slot);
      const value = local?.kind === "let" ? emitScalar(rule.value, scope) : null;
      if (local?.kind !== "let" || value === null || value.kind === "time") return false;
      scope.lines.push(`${local.code} = ${value.code};`);
      return true;
    }
    case "while":
      return false;
  }
}

// --- IF and MATCH -------------------------------------------------------------------------------------------------

function emitIf(rule: ProgramIf, number: number, scope: Scope): boolean {
  for (const { condition, actions } of rule.branches) {
    if (!emitBranch([condition.expression], "true", actions, rule, number, scope)) return false;
  }
  return rule.otherwise === null || emitActions(rule.otherwise, rule, scope);
}

/** Takes the actions and ends the rule where `matches` and the conditions hold. */
function emitBranch(
  conditions: readonly ProgramExpression[],
  matches: string,
  actions: readonly ProgramAction[],
  rule: ProgramRule,
  number: number,
  scope: Scope,
): boolean {
  const inside = inner(scope);
  const label = temporary(scope.emission);
  const exit = `break ${label};`;
  if (matches !== "true") inside.lines.push(`if (!(${matches})) ${exit}`);
  if (!conditions.every((condition) => emitExit(condition, exit, inside))) return false;
  if (!emitActions(actions, rule, inside)) return false;
  adopt(scope, inside);
  scope.lines.push(`${label}: {`, ...inside.lines, `break r${number};`, "}");
  return true;
}

function emitMatch(rule: ProgramMatch, number: number, scope: Scope): boolean {
  const subject = emitScalar(rule.subject, scope);
  if (subject === null) return false;
  for (const { pattern, guard, actions } of rule.arms) {
    const matches = emitPattern(subject, pattern);
    const conditions = guard === null ? [] : [guard.expression];
    if (matches === null) return false;
    if (!emitBranch(conditions, matches, actions, rule, number, scope)) return false;
  }
  return true;
}

// --- FOR ----------------------------------------------------------------------------------------------------------

/** A loop over a list of the context. An iteration that cannot be decided by code gives the piece back. */
function emitFor(rule: ProgramFor, outstanding: number, scope: Scope): boolean {
  const { emission } = scope;
  const list = emitPlace(rule.collection, scope);
  if (list === null || list.type.kind !== "list") return false;
  if (emission.counted.has(rule.variable) || loopsAgain(rule) || shadows(rule, scope)) return false;
  demandList(list, scope);
  demand(scope, `${list.code}.length <= f.iterations`);
  const index = `i${rule.slot}`;
  const code = `e${rule.slot}`;
  const path = `${list.path} + "[" + ${index} + "]"`;
  const json: JsonPlace = { code, type: list.type.element, declared: list.declared, path };
  const locals = new Map<number, Local>([...scope.locals, [rule.slot, { kind: "element", json }]]);
  if (rule.indexSlot !== null) locals.set(rule.indexSlot, { kind: "index", code: index });
  const loops = [...scope.loops, rule];
  const body: Scope = { ...inner(scope), locals, loops, leave: "return -1;" };
  if (rule.where !== null && !emitExit(rule.where.expression, "continue;", body)) return false;
  emitBlock(rule.body, outstanding + 1, body);
  scope.lines.push(
    `for (let ${index} = 0; ${index} < ${list.code}.length; ${index}++) {`,
    `const ${code} = ${list.code}[${index}];`,
    `if (++steps > most) ${scope.giveUp}`,
    ...namesOf(rule.body),
    ...body.lines,
    "}",
  );
  scope.counts = true;
  return true;
}

/** The variables of LET names that live for one iteration. */
function namesOf(rules: readonly ProgramRule[]): readonly string[] {
  return rules.flatMap((rule) => (rule.kind === "let" ? [`let v${rule.slot};`] : []));
}

/** Whether a WHILE stands in the loop: what it SETs, only the interpreter would know. */
function loopsAgain({ body }: ProgramFor): boolean {
  return body.some((rule) => rule.kind === "while" || (rule.kind === "for" && loopsAgain(rule)));
}

/** Whether a loop around has a variable of that name: bindings are by name. */
function shadows({ variable }: ProgramFor, { loops }: Scope): boolean {
  return loops.some((loop) => loop.variable === variable);
}

// --- actions ------------------------------------------------------------------------------------------------------

/** Takes actions: their arguments are all known before the first is taken. */
function emitActions(actions: readonly ProgramAction[], rule: ProgramRule, scope: Scope): boolean {
  const events: string[] = [];
  for (const action of actions) {
    const event = emitEvent(action, rule, scope);
    if (event === null) return false;
    events.push(event);
  }
  if (events.length > 0) {
    scope.lines.push(`steps += ${events.length};`, `taken.push(${events.join(", ")});`);
  }
  return true;
}

/**
 * An event. One that is the same whenever it occurs, and occurs once at most for an element, is made once for all
 * evaluations.
 */
function emitEvent(action: ProgramAction, rule: ProgramRule, scope: Scope): string | null {
  const { emission, loops } = scope;
  const args: string[] = [];
  let isConstant = loops.length <= 1;
  for (const { name, value } of action.arguments) {
    const scalar = emitScalar(value, scope);
    if (scalar === null) return null;
    isConstant &&= value.kind === "constant";
    args.push(`${printKey(name)}: ${emitJson(scalar, value.type)}`);
  }
  const known = emission.program.actions.find(({ name }) => name === action.name);
  const bindings = loops.map((loop) => {
    const local = scope.locals.get(loop.slot);
    return `${printKey(loop.variable)}: ${local?.kind === "element" ? local.json.path : '""'}`;
  });
  const event = [
    `name: ${printText(action.name)}`,
    `args: ${args.length === 0 ? "none" : `{ ${args.join(", ")} }`}`,
    `rule: ${printText(rule.id)}`,
    `line: ${printNumber(action.line)}`,
    `bindings: ${bindings.length === 0 ? "none" : `{ ${bindings.join(", ")} }`}`,
    `actors: ${constant(emission, `freeze(${printLiteral(known?.actors ?? [])})`)}`,
  ].join(", ");
  if (!isConstant) return `{ ${event} }`;
  const [loop] = loops;
  if (loop === undefined) return constant(emission, `freeze({ ${event} })`);
  const index = `i${loop.slot}`;
  return `${constant(emission, `remembered((${index}) => ({ ${event} }))`)}(${index})`;
}

/** The scalar as decisions hold it. */
function emitJson({ kind, code }: Scalar, type: Type): string {
  if (kind === "time") return `formatInstant(${code})`;
  if (kind !== "number") return code;
  const plain = `(${code} === 0 ? 0 : ${code})`; // never -0
  if (type.kind !== "number" || type.unit.symbol === "") return plain;
  const symbol = type.difference ? `delta ${type.unit.symbol}` : type.unit.symbol;
  return `{ value: ${plain}, unit: ${printText(symbol)} }`;
}

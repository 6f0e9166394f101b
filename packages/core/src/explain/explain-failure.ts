// Why an example failed: for each action that was missing or not wanted, the attempts that came closest to what was
// wanted, with what every atom of their conditions came to.
import type { Decision, TraceAtom, TraceEntry } from "../evaluate/decision.ts";
import type { ExampleExpectation } from "../semantics/examples.ts";
import type { Condition, Program, ProgramAction, ProgramRule } from "../semantics/program.ts";
import { conditionOfConstraint } from "../semantics/visit-program.ts";

/** An action that an expectation is about and that did not come out as expected. */
export interface UnexpectedAction {
  readonly action: string;
  /** `missing`: no rule took it. `unwanted`: a rule did. `withheld`: one did, but a constraint withheld it. */
  readonly kind: "missing" | "unwanted" | "withheld";
  /** The attempt of each clause concerned that came closest to the other outcome; the closest first. */
  readonly misses: readonly NearMiss[];
}

/** An attempt at a clause, and how far it was from the other outcome. */
export interface NearMiss {
  readonly rule: string;
  readonly line: number;
  readonly bindings: { readonly [variable: string]: string };
  /** What was asked: `IF Distance < 1m`, `WHERE …`, `"auto" =>`, the clause of a constraint. */
  readonly clause: string;
  /** The condition alone, in which the atoms stand in order; "" for an arm without guard, ELSE and FOR. */
  readonly condition: string;
  readonly outcome: TraceEntry["outcome"];
  /** Those of the condition; before them, for an arm of MATCH, its pattern. */
  readonly atoms: readonly TraceAtom[];
  /** The least number of atoms that would have had to be otherwise; those that were not evaluated count nothing. */
  readonly distance: number;
}

/**
 * Explains what expectations about actions did not find, from a decision that was made with `trace: true`; nothing
 * without a trace. An action taken with other arguments is not missing here.
 */
export function explainFailure(
  program: Program,
  expectations: readonly ExampleExpectation[],
  decision: Decision,
): readonly UnexpectedAction[] {
  const { trace } = decision;
  if (trace === undefined) return [];
  const { missing, unwanted } = surprises(expectations, decision);
  const routes = routesOf(program.rules, []);
  const answers = answersOf(program.rules);
  const withheld = new Set(decision.withheld.map(({ name }) => name));
  return [
    ...missing.map((action): UnexpectedAction => {
      if (withheld.has(action)) {
        return { action, kind: "withheld", misses: withholding(action, program, decision, trace) };
      }
      const misses = routes
        .filter(({ actions }) => actions.some(({ name }) => name === action))
        .flatMap((route) => closestMiss(route, trace) ?? []);
      return { action, kind: "missing", misses: byDistance(misses) };
    }),
    ...unwanted.map((action): UnexpectedAction => {
      const takes = ({ actions }: Route): boolean => actions.some(({ name }) => name === action);
      const misses = [
        ...routes.filter(takes).flatMap((route) => closestTaken(route, trace) ?? []),
        ...answers.filter(takes).flatMap((route) => closestUnknown(route, trace) ?? []),
      ];
      return { action, kind: "unwanted", misses: byDistance(misses) };
    }),
  ];
}

/** A list that holds nothing has no atoms, and no distance that compares with theirs: it comes last. */
function byDistance(misses: readonly NearMiss[]): readonly NearMiss[] {
  const isBare = ({ atoms }: NearMiss): number => (atoms.length === 0 ? 1 : 0);
  return [...misses].sort((a, b) => isBare(a) - isBare(b) || a.distance - b.distance);
}

/** The names of actions that are too few and too many, each once, in the order expectations have them. */
function surprises(
  expectations: readonly ExampleExpectation[],
  { actions, pending }: Decision,
): { readonly missing: readonly string[]; readonly unwanted: readonly string[] } {
  const missing = new Set<string>();
  const unwanted = new Set<string>();
  const count = (events: readonly { readonly name: string }[], name: string): number =>
    events.filter((event) => event.name === name).length;
  for (const expectation of expectations) {
    if (!("actions" in expectation)) {
      if (expectation.kind === "nothing") for (const { name } of actions) unwanted.add(name);
      continue;
    }
    const expected = expectation.actions;
    const events = expectation.kind === "pending" ? pending : actions;
    for (const { name } of expected) {
      if (expectation.kind === "not") {
        if (count(events, name) > 0) unwanted.add(name);
      } else if (count(events, name) < count(expected, name)) missing.add(name);
    }
    if (expectation.kind !== "only") continue;
    for (const { name } of actions) {
      if (count(events, name) > count(expected, name)) unwanted.add(name);
    }
  }
  return { missing: [...missing], unwanted: [...unwanted] };
}

// --- clauses and the way to them ----------------------------------------------------------------------------------

/** One question on the way to a clause, as the trace names it, and the answer that leads there. */
interface Gate {
  readonly rule: ProgramRule;
  readonly branch: TraceEntry["branch"];
  readonly wanted: boolean;
  readonly text: string;
  readonly condition: Condition | null;
}

/** A list of actions, and what has to hold for them to be taken: the loops around, then the branches before. */
interface Route {
  readonly gates: readonly Gate[];
  readonly actions: readonly ProgramAction[];
}

type Asking = Exclude<ProgramRule, { readonly kind: "let" | "set" }>;

/** What a rule asks, in order. */
function gatesOf(rule: Asking): readonly Gate[] {
  const gate = (branch: Gate["branch"], text: string, condition: Condition | null): Gate => ({
    rule,
    branch,
    wanted: true,
    text,
    condition,
  });
  switch (rule.kind) {
    case "if":
      return rule.branches.map(({ condition }, index) =>
        gate(index, `${index === 0 ? "IF" : "ELSE IF"} ${condition.text}`, condition),
      );
    case "match":
      return rule.arms.map(({ patternText, guard }, index) =>
        gate(index, `${patternText}${guard === null ? "" : ` WHEN ${guard.text}`} =>`, guard),
      );
    case "for": {
      const { variable, collectionText, where } = rule;
      const list = gate(null, `FOR ${variable} IN ${collectionText}`, null);
      return where === null ? [list] : [list, gate(0, `WHERE ${where.text}`, where)];
    }
    case "while":
      return [gate(0, `WHILE ${rule.condition.text}`, rule.condition)];
  }
}

/** The ways to all actions of THEN, ELSE and arms. */
function routesOf(rules: readonly ProgramRule[], around: readonly Gate[]): readonly Route[] {
  return rules.flatMap((rule): readonly Route[] => {
    if (rule.kind === "let" || rule.kind === "set") return [];
    const gates = gatesOf(rule);
    const to = (index: number, actions: readonly ProgramAction[]): Route => ({
      gates: [...around, ...waysPast(gates, index), ...gates.slice(index, index + 1)],
      actions,
    });
    switch (rule.kind) {
      case "if": {
        const taken = rule.branches.map(({ actions }, index) => to(index, actions));
        const { otherwise } = rule;
        return otherwise === null ? taken : [...taken, to(gates.length, otherwise)];
      }
      case "match":
        return rule.arms.map(({ actions }, index) => to(index, actions));
      case "for":
      case "while":
        return routesOf(rule.body, [...around, ...gates]);
    }
  });
}

/** The UNKNOWN clauses, each with what its rule asks. */
function answersOf(rules: readonly ProgramRule[]): readonly Route[] {
  return rules.flatMap((rule): readonly Route[] => {
    if (rule.kind === "let" || rule.kind === "set") return [];
    const own = rule.unknown === null ? [] : [{ gates: gatesOf(rule), actions: rule.unknown }];
    return rule.kind === "for" || rule.kind === "while" ? [...own, ...answersOf(rule.body)] : own;
  });
}

/** The branches before one, which have to be false. */
function waysPast(gates: readonly Gate[], before: number): readonly Gate[] {
  return gates.slice(0, before).map((gate) => ({ ...gate, wanted: false }));
}

/** The attempt that stood in the way with the fewest atoms; null where nothing on the way was tried. */
function closestMiss({ gates }: Route, trace: readonly TraceEntry[]): NearMiss | null {
  const rank = new Map(gates.map((gate, index) => [gateKey(gate.rule.id, gate.branch), index]));
  let best: { readonly miss: NearMiss; readonly depth: number } | null = null;
  for (const entry of trace) {
    const depth = rank.get(gateKey(entry.rule, entry.branch));
    const gate = depth === undefined ? undefined : gates[depth];
    if (depth === undefined || gate === undefined) continue;
    if ((entry.outcome === "fired") === gate.wanted && entry.outcome !== "unknown") continue;
    const miss = missAt(gate, entry, gate.wanted);
    // Whatever came further on the way came closer.
    const closer =
      best === null ||
      depth > best.depth ||
      (depth === best.depth && miss.distance < best.miss.distance);
    if (closer) best = { miss, depth };
  }
  return best?.miss ?? null;
}

/** The attempt that took the clause and would not have with the fewest atoms otherwise; null where none took it. */
function closestTaken({ gates }: Route, trace: readonly TraceEntry[]): NearMiss | null {
  const [gate] = gates.slice(-1);
  if (gate === undefined) return null;
  const outcome = gate.wanted ? "fired" : "not fired";
  const misses = trace
    .filter(
      (entry) =>
        entry.rule === gate.rule.id && entry.branch === gate.branch && entry.outcome === outcome,
    )
    .map((entry) => missAt(gate, entry, !gate.wanted));
  return byDistance(misses)[0] ?? null;
}

/** What an UNKNOWN clause answered, with the fewest atoms unknown or otherwise; null where nothing was. */
function closestUnknown({ gates }: Route, trace: readonly TraceEntry[]): NearMiss | null {
  const misses = trace
    .filter(({ outcome }) => outcome === "unknown")
    .flatMap((entry) =>
      gates
        .filter(({ rule, branch }) => rule.id === entry.rule && branch === entry.branch)
        .map((gate) => missAt(gate, entry, false)),
    );
  return byDistance(misses)[0] ?? null;
}

function withholding(
  action: string,
  program: Program,
  { withheld }: Decision,
  trace: readonly TraceEntry[],
): readonly NearMiss[] {
  const ids = new Set(
    withheld.filter(({ name }) => name === action).map(({ constraint }) => constraint),
  );
  return program.constraints
    .filter(({ id }) => ids.has(id))
    .map((constraint): NearMiss => {
      const { id, line, text, clause } = constraint;
      const condition = conditionOfConstraint(constraint);
      // Constraints are judged after all rules.
      const [entry] = trace
        .filter((each) => each.rule === id && each.text === condition?.text)
        .slice(-1);
      const lifted = clause.kind === "never" && clause.guard?.kind === "unless";
      const { outcome = "fired", atoms = [] } = entry ?? {};
      return {
        rule: id,
        line,
        bindings: {},
        clause: text,
        condition: condition?.text ?? "",
        outcome,
        atoms,
        distance: condition === null ? 0 : costOf(condition.expression, atoms, lifted),
      };
    });
}

function gateKey(rule: string, branch: TraceEntry["branch"]): string {
  return `${rule} ${branch}`;
}

function missAt(gate: Gate, entry: TraceEntry, wanted: boolean): NearMiss {
  const { rule, line, bindings, outcome, atoms } = entry;
  const { condition } = gate;
  return {
    rule,
    line,
    bindings,
    clause: gate.text,
    condition: condition?.text ?? "",
    outcome,
    atoms,
    distance: distanceOf(condition, atoms, wanted),
  };
}

// --- distances ----------------------------------------------------------------------------------------------------

/** An arm holds when its pattern, the atom before those of its guard, fits and its guard holds. */
function distanceOf(
  condition: Condition | null,
  atoms: readonly TraceAtom[],
  wanted: boolean,
): number {
  const own = condition?.atoms.length ?? 0;
  const before = atoms.slice(0, Math.max(0, atoms.length - own));
  const guard = atoms.slice(before.length);
  const costs = before.map((atom) => costOfAtom(atom, wanted));
  if (condition !== null) costs.push(costOf(condition.expression, guard, wanted));
  return wanted ? costs.reduce((sum, cost) => sum + cost, 0) : Math.min(...costs, own + 1);
}

/** The least number of atoms to be otherwise for the condition to come to `wanted`. Each stands in it once. */
function costOf(
  expression: Condition["expression"],
  atoms: readonly TraceAtom[],
  wanted: boolean,
): number {
  switch (expression.kind) {
    case "atom": {
      const atom = atoms[expression.index];
      return atom === undefined ? 0 : costOfAtom(atom, wanted);
    }
    case "not":
      return costOf(expression.operand, atoms, !wanted);
    case "logical": {
      const left = costOf(expression.left, atoms, wanted);
      const right = costOf(expression.right, atoms, wanted);
      return (expression.operator === "AND") === wanted ? left + right : Math.min(left, right);
    }
    default:
      return 0;
  }
}

function costOfAtom({ value }: TraceAtom, wanted: boolean): number {
  return value === "not evaluated" || value === String(wanted) ? 0 : 1;
}

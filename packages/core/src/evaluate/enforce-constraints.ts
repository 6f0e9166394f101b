// Formal constraints over what the rules took: what is withheld, and which clauses what remains still breaks.
// A pure function of the actions taken; both back ends hand theirs to it.
import type { ProgramClause, ProgramConstraint } from "../semantics/program.ts";
import type { Violation, WithheldAction } from "./decision.ts";
import type { Truth } from "./logic.ts";
import { placeOf } from "./paths.ts";
import type { TakenAction } from "./state.ts";
import { isUnknown, type Unknown } from "./value.ts";

/** A constraint and the truth of its condition in the context as given; true when it has none. */
export interface JudgedConstraint {
  readonly constraint: ProgramConstraint;
  readonly condition: Truth;
}

export interface Enforcement {
  /** What may be done, and what may be done once it is approved, in the order taken. */
  readonly remaining: readonly TakenAction[];
  readonly withheld: readonly WithheldAction[];
  readonly violations: readonly Violation[];
  /** Conditions whose being unknown made a difference. */
  readonly unknowns: readonly { readonly constraint: string; readonly unknown: Unknown }[];
}

/**
 * Enforces the constraints once. `failsafe` names the actions that FAILSAFE demands, empty where it is not called for;
 * `bound` the places each loop variable was bound to.
 *
 * First prohibitions of one action; then pairs and groups, withholding what was taken last, except that what an ALWAYS
 * in force or FAILSAFE demands stays and another of the group goes; then AT MOST, keeping the first n; then REQUIRES
 * until nothing changes. Removals are not undone. Then ALWAYS, EXACTLY ONE, BEFORE and FAILSAFE check what remains.
 */
export function enforceConstraints(
  taken: readonly TakenAction[],
  constraints: readonly JudgedConstraint[],
  failsafe: ReadonlySet<string>,
  bound: ReadonlyMap<string, ReadonlySet<string>>,
): Enforcement {
  const scene = setScene(taken);
  const demanded = new Set([...failsafe, ...demandsInForce(constraints)]);
  for (const judged of prohibitions(constraints, 1)) forbid(judged, demanded, scene);
  for (const judged of prohibitions(constraints, 2)) forbid(judged, demanded, scene);
  for (const { constraint } of constraints) keepFirst(constraint, scene);
  while (constraints.some(({ constraint }) => requireOther(constraint, scene)));
  const violations = constraints.flatMap((judged) => breach(judged, bound, scene));
  return {
    remaining: remaining(scene),
    withheld: taken.flatMap((action) => withheldAs(action, scene)),
    violations: [...violations, ...failsafeBreaches(failsafe, scene)],
    unknowns: [...scene.mattered].map(([constraint, unknown]) => ({ constraint, unknown })),
  };
}

interface Scene {
  readonly taken: readonly TakenAction[];
  /** What is left of each action, in the order first taken; an action of which nothing is left is not in it. */
  readonly left: Map<string, readonly TakenAction[]>;
  /** The constraint that withholds an event, by its id. */
  readonly withheldBy: Map<TakenAction, string>;
  /** Unknown conditions that made a difference, by constraint. */
  readonly mattered: Map<string, Unknown>;
}

function setScene(taken: readonly TakenAction[]): Scene {
  const byName = new Map<string, TakenAction[]>();
  for (const action of taken) {
    const events = byName.get(action.name);
    if (events === undefined) byName.set(action.name, [action]);
    else events.push(action);
  }
  return { taken, left: new Map(byName), withheldBy: new Map(), mattered: new Map() };
}

function remaining(scene: Scene): readonly TakenAction[] {
  return scene.taken.filter((action) => !scene.withheldBy.has(action));
}

/** Withholds every event of an action. */
function withholdAll(name: string, judged: JudgedConstraint, scene: Scene): void {
  withhold(scene.left.get(name) ?? [], judged, scene);
  scene.left.delete(name);
}

function withhold(events: readonly TakenAction[], judged: JudgedConstraint, scene: Scene): void {
  const { constraint, condition } = judged;
  for (const event of events) scene.withheldBy.set(event, constraint.id);
  if (events.length > 0 && isUnknown(condition)) scene.mattered.set(constraint.id, condition);
}

function withheldAs(action: TakenAction, scene: Scene): readonly WithheldAction[] {
  const constraint = scene.withheldBy.get(action);
  if (constraint === undefined) return [];
  const { name, args, rule, line, bindings, actors } = action;
  return [{ name, args, rule, line, bindings, actors, constraint }];
}

function isPending(action: TakenAction): boolean {
  return action.approvers.length > 0;
}

// --- NEVER --------------------------------------------------------------------------------------------------------

type Never = Extract<ProgramClause, { kind: "never" }>;

interface Prohibition extends JudgedConstraint {
  /** Each once. */
  readonly names: readonly string[];
}

/** The prohibitions of one action, or of two and more together, that apply: every one not known not to. */
function prohibitions(
  constraints: readonly JudgedConstraint[],
  least: 1 | 2,
): readonly Prohibition[] {
  return constraints.flatMap(({ constraint, condition }) => {
    const { clause } = constraint;
    if (clause.kind !== "never" || isLifted(clause, condition)) return [];
    const names = [...new Set(clause.actions)];
    return Math.min(names.length, 2) === least ? [{ constraint, condition, names }] : [];
  });
}

function isLifted({ guard }: Never, condition: Truth): boolean {
  if (guard === null) return false;
  return guard.kind === "when" ? condition === false : condition === true;
}

/** Withholds one of the actions if all of them were taken: the last that nothing demands, else the last. */
function forbid(prohibition: Prohibition, demanded: ReadonlySet<string>, scene: Scene): void {
  const { names } = prohibition;
  if (!names.every((name) => scene.left.has(name))) return;
  const together = new Set(names);
  const lastFirst = [...scene.left.keys()].filter((name) => together.has(name)).reverse();
  const chosen = lastFirst.find((name) => !demanded.has(name)) ?? lastFirst[0];
  if (chosen !== undefined) withholdAll(chosen, prohibition, scene);
}

/** The actions that an ALWAYS demands whose condition is known to hold. */
function demandsInForce(constraints: readonly JudgedConstraint[]): readonly string[] {
  return constraints.flatMap(({ constraint: { clause }, condition }) =>
    clause.kind === "always" && condition === true ? [clause.action] : [],
  );
}

// --- AT MOST, REQUIRES --------------------------------------------------------------------------------------------

/** The actions of a clause that counts, for each place its PER variable is bound to; one group without PER. */
function groups(
  { actions, per }: { readonly actions: readonly string[]; readonly per: string | null },
  scene: Scene,
): ReadonlyMap<string, readonly TakenAction[]> {
  const byPlace = new Map<string, TakenAction[]>();
  for (const action of remaining(scene)) {
    if (!actions.includes(action.name)) continue;
    const place = per === null ? "" : (placeOf(per, action.bindings) ?? "");
    const group = byPlace.get(place);
    if (group === undefined) byPlace.set(place, [action]);
    else group.push(action);
  }
  return byPlace;
}

function keepFirst(constraint: ProgramConstraint, scene: Scene): void {
  const { clause } = constraint;
  if (clause.kind !== "at-most") return;
  for (const group of groups(clause, scene).values()) {
    withhold(group.slice(clause.count), { constraint, condition: true }, scene);
  }
  for (const name of clause.actions) {
    const left = scene.left.get(name)?.filter((event) => !scene.withheldBy.has(event)) ?? [];
    if (left.length > 0) scene.left.set(name, left);
    else scene.left.delete(name);
  }
}

/** Withholds an action whose requirement is not among what will be done for certain; true if that changed anything. */
function requireOther(constraint: ProgramConstraint, scene: Scene): boolean {
  const { clause } = constraint;
  if (clause.kind !== "requires" || !scene.left.has(clause.action)) return false;
  const required = scene.left.get(clause.required);
  if (required !== undefined && !required.some(isPending)) return false;
  withholdAll(clause.action, { constraint, condition: true }, scene);
  return true;
}

// --- what remains -------------------------------------------------------------------------------------------------

function breach(
  judged: JudgedConstraint,
  bound: ReadonlyMap<string, ReadonlySet<string>>,
  scene: Scene,
): readonly Violation[] {
  const message = describeBreach(judged, bound, scene);
  const { id, line } = judged.constraint;
  return message === null ? [] : [{ constraint: id, line, message }];
}

function describeBreach(
  { constraint, condition }: JudgedConstraint,
  bound: ReadonlyMap<string, ReadonlySet<string>>,
  scene: Scene,
): string | null {
  const { clause, id } = constraint;
  switch (clause.kind) {
    case "always": {
      const { action } = clause;
      if (condition === false || scene.left.has(action)) return null;
      if (isUnknown(condition)) {
        scene.mattered.set(id, condition);
        return null;
      }
      return absence(action, `\`${clause.condition.text}\` holds`, scene);
    }
    case "exactly-one":
      return describeCount(clause, bound, scene);
    case "before":
      return describeOrder(clause.action, clause.later, scene);
    case "never":
    case "at-most":
    case "requires":
    case "max-loop":
      return null;
  }
}

function absence(name: string, because: string, scene: Scene): string {
  const action = scene.taken.find((taken) => taken.name === name);
  const by = action === undefined ? undefined : scene.withheldBy.get(action);
  const fate = by === undefined ? "no rule took it" : `\`${by}\` withholds it`;
  return `\`${name}\` is demanded because ${because}, but ${fate}`;
}

function describeCount(
  clause: Extract<ProgramClause, { kind: "exactly-one" }>,
  bound: ReadonlyMap<string, ReadonlySet<string>>,
  scene: Scene,
): string | null {
  const byPlace = groups(clause, scene);
  const places = clause.per === null ? [""] : [...(bound.get(clause.per) ?? [])];
  const names = clause.actions.map((name) => `\`${name}\``).join(", ");
  for (const place of places) {
    const count = byPlace.get(place)?.length ?? 0;
    const where = clause.per === null ? "" : ` for ${clause.per} = ${place}`;
    if (count !== 1) return `exactly one of ${names} is to be taken${where}, but ${count} were`;
  }
  return null;
}

/** What waits for an approval is done after everything else. */
function describeOrder(first: string, later: string, scene: Scene): string | null {
  const left = remaining(scene);
  const order = [...left.filter((action) => !isPending(action)), ...left.filter(isPending)];
  const earlier = order.findIndex(({ name }) => name === first);
  const other = order.findIndex(({ name }) => name === later);
  return earlier !== -1 && other !== -1 && other < earlier
    ? `\`${first}\` is to come before \`${later}\`, but comes after it`
    : null;
}

function failsafeBreaches(failsafe: ReadonlySet<string>, scene: Scene): readonly Violation[] {
  return [...failsafe]
    .filter((name) => !scene.left.has(name))
    .map((name) => {
      const action = scene.taken.find((taken) => taken.name === name);
      return {
        constraint: "failsafe",
        line: action?.line ?? 0,
        message: absence(name, "FAILSAFE is called for", scene),
      };
    });
}

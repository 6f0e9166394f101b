// Rules against constraints and constraints against each other: what can never be carried out, what must break.
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { constraintDiagnostics } from "../../diagnostics/om4-constraints.ts";
import { moveSpan } from "../../source/span.ts";
import type { Clause, Expression, Name } from "../../syntax/tree.ts";
import type { ConstraintInformation } from "../analysis.ts";
import type { Written } from "./bound-names.ts";
import { entails, type Firing } from "./firings.ts";
import { type Formula, negate, subjectsOf } from "./formula.ts";
import type { Inspection } from "./inspection.ts";

type Never = Extract<Clause, { kind: "never" }>;
type Always = Extract<Clause, { kind: "always" }>;

/** Checks what NEVER and ALWAYS clauses make of the rules, and of each other. */
export function checkContradictions(
  firings: ReadonlyMap<string, readonly Firing[]>,
  inspection: Inspection,
): void {
  for (const information of inspection.constraints) {
    const { clause } = information.constraint;
    // Conditions of imported clauses are read in their own document.
    if (clause.kind !== "never" || (information.imported && clause.guard !== null)) continue;
    const [first, second, third] = clause.actions;
    if (first === undefined || third !== undefined) continue;
    if (second === undefined) {
      checkWithheld(information, clause, first, firings, inspection);
    } else if (first.text !== second.text) {
      checkForbiddenTogether(information, clause, [first, second], firings, inspection);
    }
  }
  checkClausesAgainstEachOther(inspection);
}

/** Firings by the names of their actions, each in order. */
export function firingsByAction(
  firings: readonly Firing[],
): ReadonlyMap<string, readonly Firing[]> {
  const byAction = new Map<string, Firing[]>();
  for (const firing of firings) {
    for (const { name } of firing.actions) {
      const others = byAction.get(name.text);
      if (others === undefined) byAction.set(name.text, [firing]);
      else if (others.at(-1) !== firing) others.push(firing);
    }
  }
  return byAction;
}

function conditionOf(information: ConstraintInformation, expression: Expression): Written {
  return { expression, item: information.item, moment: information.place.span.start };
}

/** What must hold for a NEVER clause to be lifted: WHEN known to fail, UNLESS known to hold. */
function liftedWhen(
  information: ConstraintInformation,
  { guard }: Never,
  { read }: Inspection,
): Formula | null {
  if (guard === null) return null;
  const reading = read(conditionOf(information, guard.condition));
  return guard.kind === "when" ? reading.fails : reading.holds;
}

function clausePlace({ place, id }: ConstraintInformation): RelatedPlace {
  return { ...place, message: `\`${id}\` is here` };
}

// ---- one clause --------------------------------------------------------------------------------------------------

/** Checks what each clause says by itself. */
export function checkClauses(inspection: Inspection): void {
  for (const information of inspection.constraints) checkClauseItself(information, inspection);
}

function checkClauseItself(information: ConstraintInformation, inspection: Inspection): void {
  if (information.imported) return;
  const { constraint, item } = information;
  const { clause } = constraint;
  const report = inspection.reportIn(item);
  if (clause.kind === "max-loop" && clause.count === 0) {
    report.report(constraintDiagnostics.zeroLimit, constraint.span, {
      text: "MAX LOOP 0",
      meaning: "no WHILE ever runs its body",
    });
  }
  if (clause.kind === "at-most" && clause.count === 0) {
    report.report(constraintDiagnostics.zeroLimit, constraint.span, {
      text: "AT MOST 0",
      meaning: "none of the actions is ever taken; NEVER says so plainly",
    });
  }
  const seen = new Set<string>();
  for (const name of namesIn(clause)) {
    if (seen.has(name.text)) {
      report.report(constraintDiagnostics.actionNamedTwice, name.span, { name: name.text });
    }
    seen.add(name.text);
  }
}

function namesIn(clause: Clause): readonly Name[] {
  switch (clause.kind) {
    case "never":
    case "at-most":
    case "exactly-one":
      return clause.actions;
    case "requires":
      return [clause.action, clause.required];
    case "before":
      return [clause.action, clause.later];
    case "always":
    case "max-loop":
      return [];
  }
}

/** Actions that a clause withholds wherever a rule takes them. */
function checkWithheld(
  information: ConstraintInformation,
  clause: Never,
  { text: name }: Name,
  firings: ReadonlyMap<string, readonly Firing[]>,
  inspection: Inspection,
): void {
  const { id } = information;
  if (clause.guard === null) {
    for (const { span } of inspection.takes(name)) {
      inspection.report.report(constraintDiagnostics.alwaysWithheld, span, { name, id }, [
        clausePlace(information),
      ]);
    }
    return;
  }
  const lifted = liftedWhen(information, clause, inspection);
  if (lifted === null) return;
  for (const firing of firings.get(name) ?? []) {
    const { rule, actions, when } = firing;
    if (!inspection.once(when, firing, () => inspection.canBe(when))) continue;
    if (inspection.once(firing, lifted, () => inspection.canBe([...when, lifted]))) continue;
    const action = actions.find((taken) => taken.name.text === name);
    if (action === undefined) continue;
    inspection
      .reportIn(rule.item)
      .report(constraintDiagnostics.alwaysWithheld, action.name.span, { name, id }, [
        clausePlace(information),
      ]);
  }
}

/** Firings of one action are compared with those of the other only up to this many. */
const mostCompared = 24;
/** Pairs of rules that one clause is reported for. */
const mostReported = 8;

/** Two actions that a clause forbids together and that rules always take together. */
function checkForbiddenTogether(
  information: ConstraintInformation,
  clause: Never,
  [one, other]: readonly [Name, Name],
  firings: ReadonlyMap<string, readonly Firing[]>,
  inspection: Inspection,
): void {
  const lifted = liftedWhen(information, clause, inspection);
  const { canBe, once } = inspection;
  const isLifted = (firing: Firing): boolean =>
    lifted !== null && once(firing, lifted, () => canBe([...firing.when, lifted]));
  let reported = 0;
  for (const first of (firings.get(one.text) ?? []).slice(0, mostCompared)) {
    for (const second of (firings.get(other.text) ?? []).slice(0, mostCompared)) {
      const narrower = entails(first, second, inspection)
        ? first
        : entails(second, first, inspection)
          ? second
          : null;
      if (narrower === null || isLifted(narrower)) continue;
      reportTogether(information, [one, other], [first, second], inspection);
      if (++reported === mostReported) return;
    }
  }
}

function reportTogether(
  information: ConstraintInformation,
  [one, other]: readonly [Name, Name],
  [first, second]: readonly [Firing, Firing],
  inspection: Inspection,
): void {
  const firstIsLater = first.rule.span.start > second.rule.span.start;
  const [later, name, earlier, partner] = firstIsLater
    ? [first, one, second, other]
    : [second, other, first, one];
  const action = later.actions.find((taken) => taken.name.text === name.text);
  const beside = earlier.actions.find((taken) => taken.name.text === partner.text);
  if (action === undefined || beside === undefined) return;
  inspection
    .reportIn(later.rule.item)
    .report(
      constraintDiagnostics.forbiddenTogether,
      action.name.span,
      { name: name.text, partner: partner.text, rule: earlier.rule.id, id: information.id },
      [
        {
          file: inspection.analysis.file,
          span: moveSpan(beside.name.span, earlier.rule.item.start),
          message: `\`${partner.text}\` is taken here`,
        },
        clausePlace(information),
      ],
    );
}

// ---- clauses against each other ----------------------------------------------------------------------------------

/** ALWAYS an action where NEVER forbids it: on one subject wherever they overlap, else where one implies the other. */
function checkClausesAgainstEachOther(inspection: Inspection): void {
  const own = inspection.constraints.filter((information) => !information.imported);
  const never = new Map<string, { information: ConstraintInformation; clause: Never }[]>();
  for (const information of own) {
    const { clause } = information.constraint;
    const [name, second] = clause.kind === "never" ? clause.actions : [];
    if (clause.kind !== "never" || name === undefined || second !== undefined) continue;
    never.set(name.text, [...(never.get(name.text) ?? []), { information, clause }]);
  }
  for (const information of own) {
    const { clause } = information.constraint;
    if (clause.kind !== "always") continue;
    for (const other of (never.get(clause.action.text) ?? []).slice(0, mostCompared)) {
      checkPair({ information, clause }, other, inspection);
    }
  }
}

function checkPair(
  always: { readonly information: ConstraintInformation; readonly clause: Always },
  never: { readonly information: ConstraintInformation; readonly clause: Never },
  inspection: Inspection,
): void {
  const { canBe } = inspection;
  const demanded = inspection.read(conditionOf(always.information, always.clause.condition)).holds;
  const lifted = liftedWhen(never.information, never.clause, inspection);
  const forbidden = lifted === null ? null : negate(lifted);
  if (!canBe(forbidden === null ? [demanded] : [demanded, forbidden])) return;
  const wholly = forbidden === null || !canBe([demanded, negate(forbidden)]);
  if (!wholly && forbidden !== null) {
    const contained = !canBe([forbidden, negate(demanded)]);
    const subjects = new Set([...subjectsOf(demanded).keys(), ...subjectsOf(forbidden).keys()]);
    if (!contained && subjects.size > 1) return;
  }
  const { item, constraint } = always.information;
  inspection
    .reportIn(item)
    .report(
      constraintDiagnostics.clausesContradict,
      constraint.span,
      { name: always.clause.action.text, id: never.information.id, wholly },
      [clausePlace(never.information)],
    );
}

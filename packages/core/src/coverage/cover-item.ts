// The coverage of one rule, FAILSAFE or constraint: the ways it can go, its body, its UNKNOWN clause, its conditions.
import type {
  Condition,
  ProgramAction,
  ProgramConstraint,
  ProgramExpression,
  ProgramFailsafe,
  ProgramFor,
  ProgramIf,
  ProgramMatch,
  ProgramRule,
  ProgramWhile,
} from "../semantics/program.ts";
import {
  conditionOfConstraint,
  conditionsOfRule,
  expressionsOfActions,
  expressionsOfRule,
  visitExpression,
} from "../semantics/visit-program.ts";
import type { Span } from "../source/span.ts";
import { coverChoices } from "./cover-choice.ts";
import { coverCondition } from "./cover-condition.ts";
import type {
  CoveredBranch,
  CoveredClause,
  CoveredCondition,
  CoveredItem,
  Gap,
} from "./coverage.ts";
import { type CoverageTally, outcomesOf, outcomesOfBranch } from "./coverage-tally.ts";
import { gapOfBranch, gapOfElse, noOutcomes, notReached, sumOf } from "./gaps.ts";
import { takesEverything } from "./takes-everything.ts";

interface Place {
  readonly line: number;
  readonly span: Span;
}

type Parts = Pick<CoveredItem, "tried" | "branches" | "loop" | "unknown" | "gap">;

/** The coverage of a rule, without the rules of its body. */
export function coverRule(rule: ProgramRule, file: string, tally: CoverageTally): CoveredItem {
  const { kind, id, line, span } = rule;
  const expressions = expressionsOfRule(rule);
  const conditions = [...conditionsOfRule(rule), ...conditionsInside(expressions)];
  const parts = partsOf(rule, tally);
  return {
    kind,
    id,
    file,
    line,
    span,
    counted: kind !== "let" && kind !== "set",
    ...parts,
    branches: [...parts.branches, ...coverChoices(expressions, rule, tally)],
    conditions: coverConditions(conditions, tally),
  };
}

function partsOf(rule: ProgramRule, tally: CoverageTally): Parts {
  switch (rule.kind) {
    case "if":
      return coverIf(rule, tally);
    case "for":
      return coverFor(rule, tally);
    case "while":
      return coverWhile(rule, tally);
    case "match":
      return coverMatch(rule, tally);
    case "let":
    case "set": {
      const tried = outcomesOfBranch(rule, null, tally).true;
      return {
        tried,
        branches: [],
        loop: null,
        unknown: null,
        gap: gapOfRule(tried, tried > 0, ""),
      };
    }
  }
}

function coverIf(rule: ProgramIf, tally: CoverageTally): Parts {
  const outcomes = rule.branches.map(({ condition }) => outcomesOf(condition, tally));
  const [first = noOutcomes] = outcomes;
  const tried = sumOf(first);
  const branches = rule.branches.map(({ condition, actions }, index): CoveredBranch => {
    const counts = outcomes[index] ?? noOutcomes;
    return {
      kind: "then",
      text: `${index === 0 ? "IF" : "ELSE IF"} ${condition.text}`,
      ...placeOfActions(actions, rule),
      taken: counts.true,
      gap: gapOfBranch(counts, tried, "its condition"),
    };
  });
  const last = outcomes[outcomes.length - 1] ?? noOutcomes;
  const otherwise: CoveredBranch = {
    kind: "else",
    text: rule.otherwise === null ? "no branch" : "ELSE",
    ...(rule.otherwise === null ? placeOfRule(rule) : placeOfActions(rule.otherwise, rule)),
    taken: last.false,
    gap: gapOfElse(last, tried),
  };
  const unknowns = outcomes.reduce((sum, counts) => sum + counts.unknown, 0);
  const did =
    branches.some(({ taken }) => taken > 0) || (rule.otherwise !== null && last.false > 0);
  return {
    tried,
    branches: [...branches, otherwise],
    loop: null,
    unknown: coverUnknown(rule, unknowns, tried),
    gap: gapOfRule(tried, did, "no example takes any of its branches"),
  };
}

function coverFor(rule: ProgramFor, tally: CoverageTally): Parts {
  const lists = outcomesOfBranch(rule, null, tally);
  const tried = sumOf(lists);
  const where = rule.where === null ? null : outcomesOf(rule.where, tally);
  const entered = where === null ? lists.true : where.true;
  const empty: Gap =
    where === null || lists.true === 0
      ? { kind: "no element", message: "its list is always empty in the examples" }
      : { kind: "no element", message: "WHERE lets no element in" };
  const gap = gapOfRule(tried, entered > 0, empty.message, empty.kind);
  const reached = where === null ? 0 : sumOf(where);
  return {
    tried,
    branches:
      rule.where === null || where === null
        ? []
        : [
            whereBranch("in", where.true, reached, rule.where),
            whereBranch("out", where.false, reached, rule.where),
          ],
    loop: { ...placeOfRule(rule), taken: entered, gap },
    unknown: coverUnknown(rule, lists.unknown + (where?.unknown ?? 0), tried),
    gap,
  };
}

function whereBranch(
  kind: "in" | "out",
  taken: number,
  reached: number,
  { text, atoms }: Condition,
): CoveredBranch {
  const [first] = atoms;
  const gap: Gap | null =
    taken > 0
      ? null
      : reached === 0
        ? notReached
        : kind === "in"
          ? { kind: "never true", message: "lets no element in" }
          : { kind: "never false", message: "leaves no element out" };
  return {
    kind,
    text: `WHERE ${text} ${kind === "in" ? "lets in" : "leaves out"}`,
    line: first?.line ?? 0,
    span: first?.span ?? { start: 0, end: 0 },
    taken,
    gap,
  };
}

function coverWhile(rule: ProgramWhile, tally: CoverageTally): Parts {
  const counts = outcomesOf(rule.condition, tally);
  const tried = sumOf(counts);
  const gap = gapOfRule(tried, counts.true > 0, "its condition never holds in the examples");
  return {
    tried,
    branches: [
      {
        kind: "end",
        text: `WHILE ${rule.condition.text} ends`,
        ...placeOfRule(rule),
        taken: counts.false,
        gap:
          counts.false > 0
            ? null
            : tried === 0
              ? notReached
              : { kind: "never false", message: "its condition is never false in the examples" },
      },
    ],
    loop: { ...placeOfRule(rule), taken: counts.true, gap },
    unknown: coverUnknown(rule, counts.unknown, tried),
    gap,
  };
}

function coverMatch(rule: ProgramMatch, tally: CoverageTally): Parts {
  const outcomes = rule.arms.map((_, index) => outcomesOfBranch(rule, index, tally));
  const subject = outcomesOfBranch(rule, null, tally).unknown;
  const [first = noOutcomes] = outcomes;
  const tried = subject + sumOf(first);
  const arms = rule.arms.map((arm, index): CoveredBranch => {
    const counts = outcomes[index] ?? noOutcomes;
    const guard = arm.guard === null ? "" : ` WHEN ${arm.guard.text}`;
    return {
      kind: "arm",
      text: `${arm.patternText}${guard} =>`,
      ...placeOfActions(arm.actions, { ...rule, line: arm.line }),
      taken: counts.true,
      gap: gapOfBranch(counts, tried, arm.guard === null ? "its pattern" : "its pattern or guard"),
    };
  });
  const lastCounts = outcomes[outcomes.length - 1] ?? noOutcomes;
  const nothing: CoveredBranch = {
    kind: "else",
    text: "no arm",
    ...placeOfRule(rule),
    taken: lastCounts.false,
    gap: gapOfElse(lastCounts, tried),
  };
  const unknowns = outcomes.reduce((sum, counts) => sum + counts.unknown, subject);
  return {
    tried,
    branches: takesEverything(rule.arms, rule.subject.type) ? arms : [...arms, nothing],
    loop: null,
    unknown: coverUnknown(rule, unknowns, tried),
    gap: gapOfRule(
      tried,
      arms.some(({ taken }) => taken > 0),
      "no example takes any of its arms",
    ),
  };
}

/** FAILSAFE, whose one way is to be called for. */
export function coverFailsafe(
  failsafe: ProgramFailsafe,
  file: string,
  tally: CoverageTally,
): CoveredItem {
  const expressions = expressionsOfActions(failsafe.actions);
  const tried = outcomesOfBranch(failsafe, null, tally).true;
  const place = placeOfActions(failsafe.actions, {
    line: failsafe.line,
    span: { start: 0, end: 0 },
  });
  return {
    kind: "failsafe",
    id: "failsafe",
    file,
    ...place,
    line: failsafe.line,
    tried,
    counted: true,
    branches: coverChoices(expressions, place, tally),
    loop: null,
    unknown: null,
    conditions: coverConditions(conditionsInside(expressions), tally),
    gap: tried > 0 ? null : { kind: "not reached", message: "no example calls for it" },
  };
}

/** A constraint with a condition; null for one without: it is in force whatever the examples give. */
export function coverConstraint(
  constraint: ProgramConstraint,
  tally: CoverageTally,
): CoveredItem | null {
  const condition = conditionOfConstraint(constraint);
  if (condition === null) return null;
  const counts = outcomesOf(condition, tally);
  const { id, file, line, span } = constraint;
  const expressions = [condition.expression];
  return {
    kind: "constraint",
    id,
    file,
    line: condition.atoms[0]?.line ?? line,
    span: condition.atoms[0]?.span ?? span,
    tried: sumOf(counts),
    counted: false,
    branches: coverChoices(expressions, { line, span }, tally),
    loop: null,
    unknown: null,
    conditions: coverConditions([condition, ...conditionsInside(expressions)], tally),
    gap: null,
  };
}

// --- parts --------------------------------------------------------------------------------------------------------

function gapOfRule(
  tried: number,
  did: boolean,
  message: string,
  kind: Gap["kind"] = "never true",
): Gap | null {
  if (did) return null;
  return tried === 0 ? notReached : { kind, message };
}

function coverUnknown(
  rule: Place & { readonly unknown: readonly ProgramAction[] | null },
  taken: number,
  tried: number,
): CoveredClause | null {
  if (rule.unknown === null) return null;
  const gap: Gap | null =
    taken > 0
      ? null
      : tried === 0
        ? notReached
        : { kind: "never true", message: "nothing it answers is ever unknown in the examples" };
  return { ...placeOfActions(rule.unknown, rule), taken, gap };
}

/** The conditions inside expressions, each before those inside it. */
function conditionsInside(expressions: readonly ProgramExpression[]): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const expression of expressions) {
    visitExpression(expression, (part) => {
      if (part.kind === "condition") conditions.push(part.condition);
    });
  }
  return conditions;
}

/** In the order they are written, an outer one first. */
function coverConditions(
  conditions: readonly Condition[],
  tally: CoverageTally,
): readonly CoveredCondition[] {
  return conditions
    .map((condition) => coverCondition(condition, tally))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** From the first action to the last; where there is none, `around`. */
function placeOfActions(actions: readonly ProgramAction[], around: Place): Place {
  const [first] = actions;
  const [last] = actions.slice(-1);
  return first === undefined || last === undefined
    ? { line: around.line, span: around.span }
    : { line: first.line, span: { start: first.span.start, end: last.span.end } };
}

/** Of a way that is written nowhere, and of a body: the rule they belong to. */
function placeOfRule({ line, span }: Place): Place {
  return { line, span };
}

// Makes a mutant's mistake in a program: something left out, or another action taken.
import type { Ir, Program } from "@omega/core";
import type { Mistake, Mutant } from "./mutant.ts";

type Span = Mutant["span"];

/** The program with the mistake; null where what it is about is not in it. */
export function mutateProgram(
  program: Program,
  mistake: Exclude<Mistake, { kind: "text" }>,
): Program | null {
  const changing: Changing = { mistake, hits: 0 };
  const rules = changeRules(program.rules, changing);
  const failsafe = changeFailsafe(program.failsafe, changing);
  return changing.hits === 0 ? null : { ...program, rules, failsafe };
}

interface Changing {
  readonly mistake: Exclude<Mistake, { kind: "text" }>;
  hits: number;
}

function isDropped(span: Span, changing: Changing): boolean {
  const { mistake } = changing;
  const isHit =
    mistake.kind === "drop" && mistake.span.start === span.start && mistake.span.end === span.end;
  if (isHit) changing.hits++;
  return isHit;
}

function changeRules(
  rules: readonly Ir.ProgramRule[],
  changing: Changing,
): readonly Ir.ProgramRule[] {
  return rules.flatMap((rule) =>
    isDropped(rule.span, changing) ? [] : [changeRule(rule, changing)],
  );
}

function changeRule(rule: Ir.ProgramRule, changing: Changing): Ir.ProgramRule {
  switch (rule.kind) {
    case "if":
      return {
        ...rule,
        branches: withoutDropped(rule.branches, changing),
        otherwise: changeClause(rule.otherwise, changing),
        unknown: changeClause(rule.unknown, changing),
      };
    case "match":
      return {
        ...rule,
        arms: withoutDropped(rule.arms, changing),
        unknown: changeClause(rule.unknown, changing),
      };
    case "for":
    case "while":
      return {
        ...rule,
        body: changeRules(rule.body, changing),
        unknown: changeClause(rule.unknown, changing),
      };
    case "let":
    case "set":
      return rule;
  }
}

/** Branches and arms, which keep no place of their own, are known by the actions in them. */
function withoutDropped<Branch extends { readonly actions: readonly Ir.ProgramAction[] }>(
  branches: readonly Branch[],
  changing: Changing,
): readonly Branch[] {
  return branches.flatMap((branch) => {
    if (isAround(branch.actions, changing)) return [];
    return [{ ...branch, actions: changeActions(branch.actions, changing) }];
  });
}

function changeClause(
  actions: readonly Ir.ProgramAction[] | null,
  changing: Changing,
): readonly Ir.ProgramAction[] | null {
  if (actions === null || isAround(actions, changing)) return null;
  return changeActions(actions, changing);
}

/** Whether what is dropped holds all of the actions, and no rule is. */
function isAround(actions: readonly Ir.ProgramAction[], changing: Changing): boolean {
  const { mistake } = changing;
  const isHit =
    mistake.kind === "drop" &&
    actions.length > 0 &&
    actions.every(({ span }) => mistake.span.start <= span.start && span.end <= mistake.span.end);
  if (isHit) changing.hits++;
  return isHit;
}

function changeActions(
  actions: readonly Ir.ProgramAction[],
  changing: Changing,
): readonly Ir.ProgramAction[] {
  const { mistake } = changing;
  if (mistake.kind !== "action") return actions;
  return actions.flatMap((action) => {
    if (action.span.start !== mistake.span.start || action.span.end !== mistake.span.end) {
      return [action];
    }
    changing.hits++;
    return mistake.name === null ? [] : [{ ...action, name: mistake.name }];
  });
}

function changeFailsafe(
  failsafe: Ir.ProgramFailsafe | null,
  changing: Changing,
): Ir.ProgramFailsafe | null {
  if (failsafe === null || isAround(failsafe.actions, changing)) return null;
  return { ...failsafe, actions: changeActions(failsafe.actions, changing) };
}

// The numbers worth seeing first, at the head of the page.
import type { Description } from "@omega/core";
import type { Tone } from "../page/page-shell.ts";
import type { Figure } from "./page-content.ts";
import { type Policy, percentText } from "./page-pieces.ts";

export function figuresOf(policy: Policy): readonly Figure[] {
  const { figures } = policy.wording.page;
  const figure = (
    value: number,
    noun: { readonly one: string; readonly other: string },
    tone: Tone = "neutral",
  ): Figure => ({ value: String(value), label: counted(value, noun), tone });
  const errors = policy.findings.filter(({ severity }) => severity === "error").length;
  const warnings = policy.findings.length - errors;
  const decidingRules = policy.sections.flatMap((section) => flatten(section.rules)).length;
  return [
    ...(errors === 0 ? [] : [figure(errors, figures.errors, "bad")]),
    figure(decidingRules, figures.rules),
    figure(policy.inputs.filter(({ depth }) => depth === 0).length, figures.inputs),
    figure(policy.actions.length, figures.actions),
    figure(policy.constraints.filter(({ formal }) => formal).length, figures.constraints),
    ...exampleFigures(policy),
    ...coverageFigures(policy),
    ...(warnings === 0 ? [] : [figure(warnings, figures.warnings, "warning")]),
    ...reviewFigures(policy),
  ];
}

export function exampleFigures({ examples: all, wording }: Policy): readonly Figure[] {
  const run = all.filter(({ status }) => status !== null);
  if (run.length === 0) return [];
  const holding = run.filter(({ status }) => status === "passed").length;
  return [
    {
      value: `${holding} / ${run.length}`,
      label: wording.page.figures.examplesHold,
      tone: holding === run.length ? "good" : "bad",
    },
  ];
}

/** Rules that decide something, those in loops with them. */
function flatten(
  rules: readonly Description.DescribedRule[],
): readonly Description.DescribedRule[] {
  return rules.flatMap((rule) => [
    ...(rule.statements.some(({ actions }) => actions !== null) ? [rule] : []),
    ...flatten(rule.rules),
  ]);
}

function counted(count: number, noun: { readonly one: string; readonly other: string }): string {
  return count === 1 ? noun.one : noun.other;
}

function coverageFigures({ coverage: described, wording }: Policy): readonly Figure[] {
  const branches = described?.totals.find(({ metric }) => metric === "branches");
  if (branches === undefined) return [];
  return [
    {
      value: percentText(branches, wording),
      label: wording.page.coverage.figure,
      tone: branches.covered === branches.total ? "good" : "warning",
    },
  ];
}

function reviewFigures({ review: described, wording }: Policy): readonly Figure[] {
  if (described === null || described.due === null) return [];
  const { tileCurrent, tileOverdue } = wording.page.review;
  const isOverdue = described.status === "overdue";
  return [
    {
      value: described.due,
      label: isOverdue ? tileOverdue : tileCurrent,
      tone: isOverdue ? "bad" : "good",
    },
  ];
}

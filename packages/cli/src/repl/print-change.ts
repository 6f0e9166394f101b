// What one decision has that the one before had not, and the other way round.
import {
  type ActionEvent,
  attemptsOf,
  type Decision,
  explainDecision,
  type Program,
} from "@omega/core";
import { visible } from "../output/display-text.ts";
import { lineDiff } from "../output/line-diff.ts";
import { printOneLineDecision } from "../output/print-decision.ts";
import { reasonOf } from "../output/print-trace.ts";
import { describeUnknown, printArguments, printValue } from "../output/print-value.ts";
import type { Style } from "../output/style.ts";
import { wrapIndented } from "../output/wrap-text.ts";

/** The decision in a line, and under it what came (`+`, with its reason) and what went (`-`) since `before`. */
export function printChange(
  before: Decision | null,
  after: Decision,
  program: Program,
  style: Style,
  width: number,
): string {
  const { phrase } = style;
  const facts = factsOf(after, program, phrase);
  const now = facts.map(({ text }) => text);
  const earlier = before === null ? [] : factsOf(before, program, phrase).map(({ text }) => text);
  const head = printOneLineDecision(after, style);
  const changes = lineDiff(earlier, now).filter(({ kind }) => kind !== "same");
  if (before !== null && changes.length === 0) return `${style.dim(phrase("no change"))}: ${head}`;
  const lines = changes.flatMap(({ kind, text }) => {
    const shown = wrapIndented(visible(text), width, 4);
    if (kind === "removed") return [style.red(`  - ${shown}`)];
    const reason = facts.find((fact) => fact.text === text)?.reason ?? "";
    return [
      style.green(`  + ${shown}`),
      ...(reason === "" ? [] : [`      ${style.dim(wrapIndented(visible(reason), width, 6))}`]),
    ];
  });
  return [head, ...lines.map((line) => `${line}\n`)].join("");
}

interface Fact {
  readonly text: string;
  readonly reason: string;
}

/** All that a decision says, an entry each. */
function factsOf(decision: Decision, program: Program, phrase: Style["phrase"]): readonly Fact[] {
  const { actions, pending, withheld, violations, unknowns, defaulted, limits } = decision;
  const attempts = attemptsOf(explainDecision(program, decision));
  const open = unknowns.filter(({ handled }) => handled !== true);
  const reasonFor = (event: ActionEvent): string => {
    const bound = Object.entries(event.bindings).map(([name, path]) => `${name} = ${path}`);
    const reason = reasonOf(event, attempts, decision, phrase);
    return [
      phrase(`${event.rule}, line ${event.line}`),
      ...bound,
      ...(reason === null ? [] : [reason]),
    ].join(", ");
  };
  const bare = (texts: readonly string[]): readonly Fact[] =>
    [...new Set(texts)].map((text) => ({ text, reason: "" }));
  return [
    ...actions.map((event) => ({ text: callOf(event), reason: reasonFor(event) })),
    ...pending.map((event) => ({
      text: `${callOf(event)} ${phrase(`once ${event.approvers.join(" or ")} agrees`)}`,
      reason: reasonFor(event),
    })),
    ...withheld.map((event) => ({
      text: `${callOf(event)} ${phrase(`withheld by ${event.constraint}`)}`,
      reason: reasonFor(event),
    })),
    ...bare(
      violations.map(
        ({ constraint, message }) => `${constraint} ${phrase("violated")}: ${phrase(message)}`,
      ),
    ),
    ...bare(open.map(({ path, reason }) => `${path} ${phrase(`is ${describeUnknown(reason)}`)}`)),
    ...bare(
      defaulted.map(
        ({ path, value }) => `${path} ${phrase("counts as its sample")} ${printValue(value)}`,
      ),
    ),
    ...bare(limits.map(({ limit, maximum }) => phrase(`at most ${maximum} ${limit}`))),
  ];
}

function callOf({ name, args }: ActionEvent): string {
  return `${name}${printArguments(args)}`;
}

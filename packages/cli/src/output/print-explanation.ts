// Why a decision is what it is, or what became of one action in it.
import type { Explanation } from "@omega/core";
import { visible } from "./display-text.ts";
import { printExplained } from "./print-trace.ts";
import { describeUnknown } from "./print-value.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented, wrapText } from "./wrap-text.ts";

type ExplainedAction = NonNullable<Explanation["action"]>;

/** The explanation as a page; of one action where it is about one. */
export function printExplanation(explanation: Explanation, style: Style, width: number): string {
  const { action, attempts, status } = explanation;
  const blocks =
    action === null
      ? [
          `${style.bold(status)}: what was tried, in order, and what decided it`,
          attempts.map((attempt) => printExplained(attempt, style, width)).join("\n"),
        ]
      : [
          ...wrapText(describeFate(action), width).map(style.bold),
          ...sources(action, style, width),
        ];
  const open = explanation.unknowns.filter(({ handled }) => handled !== true);
  const unknowns = open.map(
    ({ path, rule, reason }) =>
      `  ${style.yellow("?")}  ${wrapIndented(visible(`${path} is ${describeUnknown(reason)}, in ${rule}`), width, 5)}`,
  );
  return `${[
    ...blocks,
    ...(unknowns.length === 0 ? [] : [[style.bold("left open"), ...unknowns].join("\n")]),
  ].join("\n\n")}\n`;
}

function describeFate({ name, fate }: ExplainedAction): string {
  switch (fate.kind) {
    case "taken":
      return fate.times === 1
        ? `${name} is taken`
        : `${name} is taken ${countOf(fate.times, "time")}`;
    case "pending":
      return `${name} waits until ${fate.approvers.join(" or ")} agrees`;
    case "withheld":
      return `${name} is withheld by ${fate.constraints.join(", ")}`;
    case "not taken":
      return `${name} is not taken`;
    case "unheard of":
      return `no rule takes ${name}`;
  }
}

/** Each clause that takes the action, with its attempts under it. */
function sources({ sources: all }: ExplainedAction, style: Style, width: number): string[] {
  return all.map(({ rule, line, clause, attempts }) =>
    attempts.length === 0
      ? [
          `  ${style.dim("-")}  ${wrapIndented(visible(`${rule}, line ${line}: ${clause}`), width, 5)}`,
          `     ${style.dim("never came to it")}`,
        ].join("\n")
      : attempts.map((attempt) => printExplained(attempt, style, width)).join("\n"),
  );
}

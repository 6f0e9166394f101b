// What the examples notice of mistakes: a table of mutants by kind, and each that none notices with the example that would.
import type { MutantOutcome } from "@omega/prove";
import type { MutatedPolicy } from "../testing/measure-mutations.ts";
import { displayWidth, visible } from "./display-text.ts";
import type { Style } from "./style.ts";
import { wrapIndented } from "./wrap-text.ts";

const outcomeKinds = ["killed", "survived", "equivalent", "refused"] as const;

/** The report for people, or a line that says there is nothing to report on. */
export function printMutations(
  policies: readonly MutatedPolicy[],
  style: Style,
  width: number,
): string {
  if (policies.length === 0) return `${style.phrase("no mutants: no policy could be run")}\n`;
  return `${policies.map((policy) => printMutation(policy, style, width)).join("\n\n")}\n`;
}

function printMutation(policy: MutatedPolicy, style: Style, width: number): string {
  const { path, mutation, score, kinds } = policy;
  const { outcomes, mutants, killers } = mutation;
  const { killed, total } = score;
  const sampled =
    outcomes.length < mutants
      ? [style.yellow(style.phrase(`${outcomes.length} of ${mutants} mutants were tried`))]
      : [];
  const survivors = outcomes.filter((outcome) => outcome.kind === "survived");
  const told = style.phrase(`mutation score ${percentText(policy)}: ${killed} of ${total} killed`);
  const paint = killed === total ? style.green : style.yellow;
  return [
    ...printTable(visible(path), outcomes, kinds, style),
    paint(style.bold(told)),
    ...sampled,
    ...printSurvivors(survivors, style, width),
    ...(killers.length === 0
      ? []
      : ["", style.bold(style.phrase("examples that would kill them"))]),
    ...killers.flatMap(({ text }) => ["", text]),
  ].join("\n");
}

/** `87%`, `–` where there was none to kill. Never rounded up. */
function percentText(policy: MutatedPolicy): string {
  const percent = percentKilled(policy);
  return percent === null ? "–" : `${Math.floor(percent)}%`;
}

/** Null where there was no mutant to kill. */
export function percentKilled({
  score: { killed, total },
}: Pick<MutatedPolicy, "score">): number | null {
  return total === 0 ? null : (killed / total) * 100;
}

function printTable(
  path: string,
  outcomes: readonly MutantOutcome[],
  kinds: MutatedPolicy["kinds"],
  style: Style,
): string[] {
  const rows = kinds.flatMap((kind) => {
    const of = outcomes.filter(({ mutant }) => mutant.kind === kind);
    return of.length === 0 ? [] : [{ name: style.phrase(kind), of }];
  });
  const names = [path, ...rows.map(({ name }) => `  ${name}`)];
  const column = Math.max(...names.map(displayWidth), 14);
  const heads = outcomeKinds.map((kind) => style.phrase(kind));
  const cells = (of: readonly MutantOutcome[]): string =>
    outcomeKinds
      .map((kind, index) => {
        const count = of.filter((outcome) => outcome.kind === kind).length;
        const text = `${count === 0 ? "–" : count}`.padStart((heads[index] ?? "").length + 2);
        return count > 0 && kind === "survived" ? style.red(text) : text;
      })
      .join("");
  const pad = (text: string): string => text + " ".repeat(column - displayWidth(text));
  return [
    `${style.bold(pad(path))}${style.dim(heads.map((head) => `  ${head}`).join(""))}`,
    ...rows.map(({ name, of }) => `${pad(`  ${name}`)}${cells(of)}`),
  ];
}

function printSurvivors(
  survivors: readonly Extract<MutantOutcome, { kind: "survived" }>[],
  style: Style,
  width: number,
): readonly string[] {
  if (survivors.length === 0) return [];
  const digits = Math.max(...survivors.map(({ mutant }) => String(mutant.line).length));
  const indent = " ".repeat(digits + 4);
  return [
    "",
    style.bold(style.phrase("survived: no example notices")),
    ...survivors.flatMap(({ mutant, killer, reason }) => {
      const line = style.dim(String(mutant.line).padStart(digits));
      const told =
        killer === null
          ? style.phrase(`not proved equivalent: ${style.phrase(reason)}`)
          : style.phrase(`killed by: ${killer.title}`);
      return [
        `  ${line}  ${style.red(`- ${wrapIndented(visible(mutant.before), width, digits + 6)}`)}`,
        `${indent}${style.green(`+ ${wrapIndented(visible(afterOf(mutant.after, style)), width, digits + 6)}`)}`,
        `${indent}${style.dim(wrapIndented(visible(told), width, digits + 4))}`,
      ];
    }),
  ];
}

function afterOf(after: string, { phrase }: Style): string {
  return after === "" ? phrase("(nothing)") : after;
}

/** For `test --format json`. The shape is public; version it when it changes. */
export function mutationsJson(policies: readonly MutatedPolicy[]): readonly unknown[] {
  return policies.map(({ path, mutation, score }) => {
    const { killed, total } = score;
    return {
      path,
      mutants: mutation.mutants,
      tried: mutation.outcomes.length,
      killed,
      total,
      percent: percentKilled({ score }),
      outcomes: mutation.outcomes.map((outcome) => {
        const { kind, label, line, before, after, span } = outcome.mutant;
        const told =
          outcome.kind === "survived"
            ? { killer: outcome.killer?.text ?? null, reason: outcome.reason }
            : outcome.kind === "killed"
              ? { by: outcome.by }
              : outcome.kind === "equivalent"
                ? { listBound: outcome.listBound }
                : {};
        return {
          mutation: kind,
          rule: label,
          line,
          before,
          after,
          span,
          outcome: outcome.kind,
          ...told,
        };
      }),
      killers: mutation.killers.map(({ title, text }) => ({ title, text })),
    };
  });
}

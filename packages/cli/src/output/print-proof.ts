// What `omegac prove` found: findings, what is not proven, and how much holds; for people and for programs.
import type { Program } from "@omega/core";
import type { ProofAnswer } from "@omega/prove";
import { visible } from "./display-text.ts";
import { printValue } from "./print-value.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** One JSON document with every answer, also those that hold. */
export function proofJson(path: string, answers: readonly ProofAnswer[]): string {
  const { finding, notProven, fine } = countAnswers(answers);
  const summary = { findings: finding, notProven, fine };
  return `${JSON.stringify({ schemaVersion: 1, path, answers, summary })}\n`;
}

/** Findings with the context that shows them, then what is not proven, then the counts. */
export function printProof(
  path: string,
  answers: readonly ProofAnswer[],
  program: Program,
  style: Style,
  width: number,
): string {
  const { finding, notProven, fine } = countAnswers(answers);
  const of = (outcome: ProofAnswer["outcome"]): readonly ProofAnswer[] =>
    answers.filter((answer) => answer.outcome === outcome);
  const blocks = [
    ...of("finding").map((answer) => printAnswer(path, answer, program, style.red, style, width)),
    ...of("not proven").map((answer) =>
      printAnswer(path, answer, program, style.yellow, style, width),
    ),
  ];
  const counts = `${countOf(finding, "finding")}, ${notProven} not proven, ${fine} as they should be`;
  const paint = finding > 0 ? style.red : notProven > 0 ? style.yellow : style.green;
  return [...blocks, `${paint(style.bold(style.phrase(counts)))}\n`].join("\n");
}

function countAnswers(answers: readonly ProofAnswer[]): {
  readonly finding: number;
  readonly notProven: number;
  readonly fine: number;
} {
  const count = (outcome: ProofAnswer["outcome"]): number =>
    answers.filter((answer) => answer.outcome === outcome).length;
  return { finding: count("finding"), notProven: count("not proven"), fine: count("fine") };
}

function printAnswer(
  path: string,
  answer: ProofAnswer,
  program: Program,
  paint: (text: string) => string,
  style: Style,
  width: number,
): string {
  const place = visible(`${path}:${answer.line}`);
  const message = wrapIndented(visible(style.phrase(answer.message)), width, 2, place.length + 1);
  const bound =
    answer.listBound === null
      ? []
      : [style.dim(style.phrase(`proved for lists of up to ${answer.listBound} elements`))];
  const lines = [
    style.dim(wrapIndented(visible(answer.text), width, 4, 2)),
    ...bound,
    ...(answer.context === null
      ? []
      : printContext(answer.context, answer.now, program, style, width)),
  ];
  return `${style.bold(place)} ${paint(message)}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** The context as lines of `Name = value`, numbers with the unit that they are read in. */
function printContext(
  context: NonNullable<ProofAnswer["context"]>,
  now: ProofAnswer["now"],
  program: Program,
  { phrase }: Style,
  width: number,
): readonly string[] {
  const entries = Object.entries(context);
  if (entries.length === 0 && now === null) return [phrase("in every context, also the empty one")];
  return [
    phrase("for example, as evaluation confirms, with"),
    ...(now === null ? [] : [`  now = ${now}`]),
    ...entries.map(([name, value]) => {
      const type = program.attributes.find((attribute) => attribute.name === name)?.type;
      const unit =
        typeof value === "number" && type?.kind === "number" ? ` ${type.unit.symbol}` : "";
      return `  ${visible(name)} = ${visible(printValue(value, width))}${unit}`.trimEnd();
    }),
  ];
}

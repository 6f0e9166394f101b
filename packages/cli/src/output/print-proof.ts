// What `omegac prove` found in a document: findings rule by rule, what is not proven, and how much holds.
import type { Program, SourceText } from "@omega/core";
import type { ProofAnswer } from "@omega/prove";
import { visible } from "./display-text.ts";
import { printValue } from "./print-value.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** A document with the answers to what was asked of it. */
export interface ProvedDocument {
  readonly path: string;
  readonly source: SourceText;
  readonly program: Program;
  readonly answers: readonly ProofAnswer[];
}

export interface ProofCounts {
  readonly findings: number;
  readonly notProven: number;
  readonly fine: number;
}

/** How many answers of each kind there are. */
export function countAnswers(documents: readonly ProvedDocument[]): ProofCounts {
  const answers = documents.flatMap((document) => document.answers);
  const count = (outcome: ProofAnswer["outcome"]): number =>
    answers.filter((answer) => answer.outcome === outcome).length;
  return { findings: count("finding"), notProven: count("not proven"), fine: count("fine") };
}

/** Findings with the context that shows them, then what is not proven; "" when there is nothing to say. */
export function printProof(document: ProvedDocument, style: Style, width: number): string {
  const blocks = (outcome: ProofAnswer["outcome"], paint: Style["red"]): readonly string[] =>
    inOrder(document.answers.filter((answer) => answer.outcome === outcome)).map((answer) =>
      printAnswer(document, answer, paint, style, width),
    );
  return [...blocks("finding", style.red), ...blocks("not proven", style.yellow)]
    .map((block) => `${block}\n`)
    .join("");
}

/** `2 findings, 1 not proven, 6 as they should be`. */
export function printProofCounts({ findings, notProven, fine }: ProofCounts, style: Style): string {
  const counts = `${countOf(findings, "finding")}, ${notProven} not proven, ${fine} as they should be`;
  const paint = findings > 0 ? style.red : notProven > 0 ? style.yellow : style.green;
  return `${paint(style.bold(style.phrase(counts)))}\n`;
}

/** Rule by rule, as the document has them. */
function inOrder(answers: readonly ProofAnswer[]): readonly ProofAnswer[] {
  const place = new Map<string, number>();
  for (const { subject, line } of answers) {
    place.set(subject, Math.min(line, place.get(subject) ?? line));
  }
  const placeOf = ({ subject, line }: ProofAnswer): number => place.get(subject) ?? line;
  return [...answers].sort((one, other) => placeOf(one) - placeOf(other) || one.line - other.line);
}

function printAnswer(
  { path, program }: ProvedDocument,
  answer: ProofAnswer,
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
    ...(answer.text === "" ? [] : [style.dim(wrapIndented(visible(answer.text), width, 4, 2))]),
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
  if (entries.length === 0 && now === null) return [phrase("for example in the empty context")];
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

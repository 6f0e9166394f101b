// What `omegac prove` found in a document: findings rule by rule, what is not proven, and how much holds.
import {
  createEvaluator,
  type Decision,
  defaultLimits,
  type Program,
  type SourceText,
} from "@omega/core";
import type { ProofAnswer, Taker } from "@omega/prove";
import { contextLines, wrapReadings } from "./context-lines.ts";
import { visible } from "./display-text.ts";
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
  /** Of the findings, the clauses that enforcement keeps by withholding an action. */
  readonly withheld: number;
  readonly notProven: number;
  readonly fine: number;
}

/** How many answers of each kind there are. A clause counts once, however many combinations of rules break it. */
export function countAnswers(documents: readonly ProvedDocument[]): ProofCounts {
  const count = (isCounted: (answer: ProofAnswer) => boolean): number =>
    documents
      .map(({ answers }) => byBrokenClause(answers.filter(isCounted)).length)
      .reduce((sum, next) => sum + next, 0);
  return {
    findings: count(({ outcome }) => outcome === "finding"),
    withheld: count(({ breach }) => breach?.consequence === "withheld"),
    notProven: count(({ outcome }) => outcome === "not proven"),
    fine: count(({ outcome }) => outcome === "fine"),
  };
}

/** Findings with the context that shows them, then what is not proven, rule by rule; "" when there is nothing to say. */
export function printProof(document: ProvedDocument, style: Style, width: number): string {
  const groups = (outcome: ProofAnswer["outcome"], paint: Style["red"]): readonly string[] =>
    bySubject(document.answers.filter((answer) => answer.outcome === outcome)).map((group) =>
      printGroup(group, document, paint, style, width),
    );
  return [...groups("finding", style.red), ...groups("not proven", style.yellow)]
    .map((block) => `${block}\n`)
    .join("");
}

/** `3 findings (1 withheld by enforcement), 1 not proven, 6 as they should be`. */
export function printProofCounts(counts: ProofCounts, style: Style): string {
  const { findings, withheld, notProven, fine } = counts;
  const found =
    withheld === 0
      ? countOf(findings, "finding")
      : `${countOf(findings, "finding")} (${withheld} kept by withholding)`;
  const line = `${found}, ${notProven} not proven, ${fine} as they should be`;
  const paint = findings > 0 ? style.red : notProven > 0 ? style.yellow : style.green;
  return `${paint(style.bold(style.phrase(line)))}\n`;
}

// --- in order -----------------------------------------------------------------------------------------------------

type Answers = readonly [ProofAnswer, ...ProofAnswer[]];

/** The answers about each rule or constraint together, as the document has them. */
function bySubject(answers: readonly ProofAnswer[]): readonly Answers[] {
  const inOrder = [...answers].sort((one, other) => one.line - other.line);
  return grouped(inOrder, ({ subject, line }) => (subject === "" ? `${line}` : subject));
}

/** What is said of one clause by several combinations of rules together, everything else by itself. */
function byBrokenClause(answers: readonly ProofAnswer[]): readonly Answers[] {
  return grouped(answers, ({ question, subject, breach }, index) =>
    breach === null ? `${index}` : `${question} ${subject}`,
  );
}

function grouped(
  answers: readonly ProofAnswer[],
  keyOf: (answer: ProofAnswer, index: number) => string,
): readonly Answers[] {
  const groups = new Map<string, Answers>();
  for (const [index, answer] of answers.entries()) {
    const key = keyOf(answer, index);
    const group = groups.get(key);
    groups.set(key, group === undefined ? [answer] : [...group, answer]);
  }
  return [...groups.values()];
}

// --- blocks -------------------------------------------------------------------------------------------------------

/** Where the rule stands and what it says, and under that what is said of it. */
function printGroup(
  group: Answers,
  { path, program }: ProvedDocument,
  paint: Style["red"],
  style: Style,
  width: number,
): string {
  const [first] = group;
  const place = `${path}:${first.line}`;
  const says = group.every(({ text }) => text === first.text) ? first.text : "";
  // Effects say themselves what actions they are of.
  const named = first.question === "effects" ? [says] : [first.subject, says];
  const heading = `${place} ${named.filter((part) => part !== "").join(": ")}`;
  const [start = "", ...rest] = wrapIndented(visible(heading), width, 4, 0).split("\n");
  const findings = byBrokenClause(group).map((answers) => {
    const [answer] = answers;
    const told = [
      ...(answer.line === first.line ? [] : [`${path}:${answer.line} `]),
      style.phrase(summaryOf(answers)),
    ].join("");
    return [
      `  ${paint(wrapIndented(visible(told), width, 4, 2))}`,
      ...(says === "" && !answer.message.includes(answer.text)
        ? [`    ${style.dim(wrapIndented(visible(answer.text), width, 6, 4))}`]
        : []),
      ...answers.flatMap((one) => printEvidence(one, program, style, width)),
    ];
  });
  const lines = [style.bold(start), ...rest.map((line) => style.bold(line)), ...findings.flat()];
  return lines.map((line) => `${line}\n`).join("");
}

/** The message; that of a prohibition without the rules, which are listed under it. */
function summaryOf([{ subject, message, breach }]: Answers): string {
  return breach === null || breach.takers.length === 0
    ? message
    : `\`${subject}\` can break: enforcement keeps it by withholding an action`;
}

function printEvidence(
  answer: ProofAnswer,
  program: Program,
  { phrase, dim }: Style,
  width: number,
): readonly string[] {
  const { breach, listBound, context } = answer;
  const takers = breach?.takers ?? [];
  const indent = takers.length === 0 ? 4 : 6;
  const wrapped = (text: string, at: number): string =>
    `${" ".repeat(at)}${wrapIndented(text, width, at + 2, at)}`;
  return [
    ...(takers.length === 0 ? [] : [wrapped(visible(phrase(`where ${describe(takers)}`)), 4)]),
    ...(listBound === null
      ? []
      : [dim(wrapped(phrase(`proved for lists of up to ${listBound} elements`), indent))]),
    ...(context === null ? [] : [printExample(answer, context, program, phrase, width, indent)]),
  ];
}

function describe(takers: readonly Taker[]): string {
  return takers.map(({ rule, action }) => `\`${rule}\` takes \`${action}\``).join(" and ");
}

/** The longest reading that is shown whole. */
const LONGEST_READING = 120;

/** `for example with Distance = 0.9 m; without Mode`. */
function printExample(
  answer: ProofAnswer,
  context: NonNullable<ProofAnswer["context"]>,
  program: Program,
  phrase: Style["phrase"],
  width: number,
  indent: number,
): string {
  const { now } = answer;
  const readings = [
    ...(now === null ? [] : [`now = ${now}`]),
    ...contextLines(context, [program], LONGEST_READING),
  ];
  const missing = missingTo(answer, context, program).map(visible).join(", ");
  const say = (list: string): string => {
    if (list === "" && missing === "") return phrase("for example in the empty context");
    if (list === "") return phrase(`for example without ${missing}`);
    return missing === ""
      ? phrase(`for example with ${list}`)
      : phrase(`for example with ${list}; without ${missing}`);
  };
  return wrapReadings(readings, say, width, indent);
}

/**
 * The readings for want of which a clause is in force, or a rule takes what it may not by its UNKNOWN clause: without a word on
 * them, nobody sees why.
 */
function missingTo(
  { subject, breach, now }: ProofAnswer,
  context: NonNullable<ProofAnswer["context"]>,
  program: Program,
): readonly string[] {
  if (breach === null) return [];
  const { unknowns } = createEvaluator(program)(context, {
    limits: defaultLimits,
    sampleDefaults: false,
    strict: false,
    trace: false,
    now,
  });
  const rules = new Set(breach.takers.map(({ rule }) => rule));
  const isBehind = ({ rule, handled }: Decision["unknowns"][number]): boolean =>
    rule === subject || rules.has("failsafe") || (handled === true && rules.has(rule));
  const paths = unknowns
    .filter((unknown) => unknown.reason === "missing" && isBehind(unknown))
    .map(({ path }) => path);
  return [...new Set(paths)];
}

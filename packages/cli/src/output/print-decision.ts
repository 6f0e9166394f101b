// A decision as people read it: what to do and why, then what kept it from being more than that.
import {
  type ActionEvent,
  attemptsOf,
  type ComparedDecision,
  type Decision,
  type ExplainedAttempt,
  english,
  explainDecision,
  type Program,
} from "@omega/core";
import { visible } from "./display-text.ts";
import { printTrace, reasonOf } from "./print-trace.ts";
import { printArguments, printValue } from "./print-value.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** How decisions can be printed. */
export const decisionFormats = ["pretty", "compact", "json"] as const;

/** How a decision is to be printed. */
export interface DecisionLayout {
  readonly style: Style;
  readonly width: number;
  /** Whether to print the trace, from which the reasons come in any case. */
  readonly withTrace: boolean;
  /** What was evaluated; null for a document with errors, whose decisions have nothing to explain. */
  readonly program: Program | null;
}

/** The decision in full. */
export function printDecision(decision: Decision, layout: DecisionLayout): string {
  const { style, width, withTrace, program } = layout;
  const { phrase } = style;
  const attempts = program === null ? [] : attemptsOf(explainDecision(program, decision));
  const page: Page = { ...layout, decision, attempts };
  const sections = [
    section(
      "actions",
      decision.actions.map((event, index) => action(page, event, `${index + 1}`)),
      page,
    ),
    section(
      "waiting for approval",
      decision.pending.map((event) =>
        action(page, event, "⧗", `may be carried out once ${or(event.approvers)} agrees`),
      ),
      page,
    ),
    section(
      "withheld",
      decision.withheld.map((event) =>
        action(page, event, "✗", `withheld by ${clauseOf(page, event.constraint)}`),
      ),
      page,
    ),
    section(
      "violations",
      decision.violations.map(({ constraint, line, message }) =>
        entry(page, "!", `${phrase(`${constraint}, line ${line}`)}: ${phrase(message)}`),
      ),
      page,
    ),
    section("unknown", unknowns(page, decision), page),
    section(
      "samples that stood in for a missing reading",
      decision.defaulted.map(({ path, value }) =>
        entry(page, "~", `${path} = ${printValue(value)}`),
      ),
      page,
    ),
    section(
      "limits reached",
      decision.limits.map(({ limit, rule, maximum }) =>
        entry(page, "!", `${limit}: ${phrase(`at most ${maximum}, in ${rule}`)}`),
      ),
      page,
    ),
    section(
      "problems",
      decision.problems.map(({ message }) => entry(page, "!", phrase(message))),
      page,
    ),
    section(
      "log",
      decision.logs.map(({ rule, value }) =>
        entry(page, "-", `${rule}: ${printValue(value, longestShown)}`),
      ),
      page,
    ),
    section("trace", withTrace ? printTrace(decision.trace ?? [], style, width) : [], page),
  ];
  return `${[headline(decision, style), ...sections.filter((text) => text !== ""), footer(decision, style)].join("\n\n")}\n`;
}

/** The decision in a line, for logs and `grep`: in English, like everything for programs. */
export function printCompactDecision(decision: Decision, style: Style): string {
  return printOneLineDecision(decision, { ...style, phrase: english.phrase });
}

/** The decision in a line, for people. */
export function printOneLineDecision(decision: Decision, style: Style): string {
  const [status, said] = compactParts(decision, style.phrase);
  return `${statusPaint(decision, style)(status)}: ${visible(said)}\n`;
}

/** The same as text alone. */
export function oneLineDecision(decision: ComparedDecision, phrase: Style["phrase"]): string {
  return compactParts(decision, phrase).join(": ");
}

function compactParts(
  decision: ComparedDecision,
  phrase: Style["phrase"],
): readonly [status: string, said: string] {
  const prefixed = (word: string, list: string): string =>
    list === "" ? "" : `${phrase(word)} ${list}`;
  const names = (events: readonly ActionEvent[]): string =>
    events.map((event) => callOf(event)).join(", ");
  const open = decision.unknowns.filter(({ handled }) => handled !== true);
  const parts = [
    names(decision.actions) || phrase("no actions"),
    prefixed("pending", names(decision.pending)),
    prefixed("withheld", names(decision.withheld)),
    prefixed("violated", decision.violations.map(({ constraint }) => constraint).join(", ")),
    prefixed("unknown", [...new Set(open.map(({ path }) => path))].join(", ")),
    prefixed("defaulted", decision.defaulted.map(({ path }) => path).join(", ")),
    prefixed("limits", decision.limits.map(({ limit }) => limit).join(", ")),
    decision.problems.map(({ message }) => phrase(message)).join(", "),
  ];
  return [decision.status, parts.filter((part) => part !== "").join("; ")];
}

interface Page extends DecisionLayout {
  readonly decision: Decision;
  readonly attempts: readonly ExplainedAttempt[];
}

function headline(decision: Decision, style: Style): string {
  const { status, actions, pending, withheld } = decision;
  const counts = [
    actions.length === 0 ? "no actions" : countOf(actions.length, "action"),
    pending.length === 0 ? "" : `${pending.length} waiting for approval`,
    withheld.length === 0 ? "" : `${withheld.length} withheld`,
  ]
    .filter((part) => part !== "")
    .map(style.phrase);
  return `${style.bold(statusPaint(decision, style)(status))}: ${counts.join(", ")}`;
}

function statusPaint({ status }: Decision, style: Style): (text: string) => string {
  switch (status) {
    case "decided":
      return style.green;
    case "incomplete":
      return style.yellow;
    case "violated":
    case "limited":
    case "rejected":
      return style.red;
  }
}

function section(title: string, entries: readonly string[], { style }: Page): string {
  return entries.length === 0 ? "" : [style.bold(style.phrase(title)), ...entries].join("\n");
}

/** A mark in its column, and text that wraps behind it. */
function entry({ width }: Page, mark: string, text: string): string {
  return `${mark.padStart(3)}  ${wrapIndented(visible(text), width, 5)}`;
}

/** What is done, by which rule, and why. */
function action(page: Page, event: ActionEvent, mark: string, note = ""): string {
  const { style, decision, attempts, width } = page;
  const { rule, line, bindings, actors } = event;
  const details = [
    `${rule}, line ${line}`,
    ...Object.entries(bindings).map(([variable, path]) => `${variable} = ${path}`),
    actors.length === 0 ? "" : `by ${or(actors)}`,
  ]
    .filter((part) => part !== "")
    .map(style.phrase);
  const reason = reasonOf(event, attempts, decision, style.phrase);
  const lines = [
    details.join(", "),
    ...(reason === null ? [] : [reason]),
    ...(note === "" ? [] : [style.phrase(note)]),
  ];
  const [first = "", ...others] = entry(page, mark, callOf(event, longestShown)).split("\n");
  return [
    `${first.slice(0, 5)}${style.bold(first.slice(5))}`,
    ...others,
    ...lines.map((text) => `     ${style.dim(wrapIndented(visible(text), width, 7, 5))}`),
  ].join("\n");
}

/** `StopHolds (NEVER StopMachine AND RestartCell), line 53`. */
function clauseOf({ program }: Page, id: string): string {
  const clause = program?.constraints.find((constraint) => constraint.id === id);
  return clause === undefined ? id : `${id} (${clause.text}), line ${clause.line}`;
}

function callOf({ name, args }: ActionEvent, longest?: number): string {
  return `${name}${printArguments(args, longest)}`;
}

/** Of a value that is to be read as a whole. */
const longestShown = 1000;

function or(names: readonly string[]): string {
  return names.join(" or ");
}

/** Those that nothing answered first. */
function unknowns(page: Page, { unknowns: all }: Decision): string[] {
  const open = all.filter(({ handled }) => handled !== true);
  const answered = all.filter(({ handled }) => handled === true);
  return [
    ...open.map(({ path, reason, rule }) =>
      entry(page, "?", `${path}: ${page.style.phrase(`${reason}, in ${rule}`)}`),
    ),
    ...answered.map(({ path, reason, rule }) =>
      page.style.dim(
        entry(page, "·", `${path}: ${page.style.phrase(`${reason}, answered by ${rule}`)}`),
      ),
    ),
  ];
}

function footer({ now, usage, id }: Decision, style: Style): string {
  const parts = [
    `decision ${id.slice(0, 12)}`,
    now === null ? "no clock" : `now ${now}`,
    `${usage.steps} of ${usage.limit} steps`,
  ];
  return style.dim(parts.map(style.phrase).join(", "));
}

// Rules that say what another rule says already, and choices that make no difference.

import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { ruleDiagnostics } from "../../diagnostics/om4-rules.ts";
import { type Span, span } from "../../source/span.ts";
import { printRule } from "../../syntax/print-document.ts";
import { printAction } from "../../syntax/print-expression.ts";
import type { Action, Rule } from "../../syntax/tree.ts";
import type { RuleInformation } from "../analysis.ts";
import { actionKey, entails, type Firing } from "./firings.ts";
import { type Inspection, spanOfAll } from "./inspection.ts";
import { actionListsOf } from "./visit-expressions.ts";

/** What is remembered of rules while they stay what they are. */
export interface RepetitionMemory {
  readonly texts: WeakMap<Rule, string>;
}

/** Checks rules against the others in their block; `firings` are those of all rules. */
export function checkRepetition(
  firings: readonly Firing[],
  memory: RepetitionMemory,
  inspection: Inspection,
): void {
  checkShadowed(firings, checkDuplicates(memory, inspection), inspection);
}

/** Checks branches and actions against those beside them. */
export function checkChoices(inspection: Inspection): void {
  for (const rule of inspection.rules) {
    checkBranchesAlike(rule, inspection);
    for (const actions of actionListsOf(rule.rule)) checkActionsTwice(actions, rule, inspection);
  }
}

// ---- rules -------------------------------------------------------------------------------------------------------

function checkDuplicates(
  { texts }: RepetitionMemory,
  inspection: Inspection,
): ReadonlySet<RuleInformation> {
  const duplicates = new Set<RuleInformation>();
  const blocks = new Map<RuleInformation | null, Map<string, RuleInformation>>();
  for (const information of inspection.rules) {
    const { rule, parent, item } = information;
    if (!("label" in rule) || (parent !== null && duplicates.has(parent))) {
      if (parent !== null && duplicates.has(parent)) duplicates.add(information);
      continue;
    }
    const first = blocks.get(parent) ?? new Map<string, RuleInformation>();
    blocks.set(parent, first);
    const text = textWithoutLabel(rule, texts);
    const other = first.get(text);
    if (other === undefined) first.set(text, information);
    else if (!inspection.readings.names.holdsChanging(information.span)) {
      // With a LET name that SET changes, the same text may mean something else.
      duplicates.add(information);
      inspection
        .reportIn(item)
        .report(ruleDiagnostics.duplicateRule, rule.span, { other: other.id }, [
          placeOf(other, `\`${other.id}\` is here`, inspection),
        ]);
    }
  }
  return duplicates;
}

type Labelled = Exclude<Rule, { kind: "let" | "set" | "failsafe" }>;

/** What a rule says, however it is written and called. */
export function textWithoutLabel(rule: Labelled, texts: RepetitionMemory["texts"]): string {
  const text =
    texts.get(rule) ?? printRule({ ...rule, label: null }, "", Number.POSITIVE_INFINITY).join("\n");
  texts.set(rule, text);
  return text;
}

function placeOf(
  { span: at }: RuleInformation,
  message: string,
  { analysis }: Inspection,
): RelatedPlace {
  return { file: analysis.file, span: at, message };
}

/** Rules of one action are compared with each other only up to this many. */
export const mostCompared = 24;

function checkShadowed(
  all: readonly Firing[],
  duplicates: ReadonlySet<RuleInformation>,
  inspection: Inspection,
): void {
  const firings = duplicates.size === 0 ? all : all.filter(({ rule }) => !duplicates.has(rule));
  const byKey = new Map<string, Firing[]>();
  for (const firing of firings) {
    for (const key of firing.keys) {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [firing]);
      else if (others.length < mostCompared) others.push(firing);
    }
  }
  const shadows = firings.map((firing): Shadow => {
    const candidates = byKey.get(firing.keys[0] ?? "") ?? [];
    return { firing, wider: candidates };
  });
  reportShadows(shadows, (firing, other) => isShadowedBy(firing, other, inspection), inspection);
}

/** A firing with others that are taken whenever it is. */
export interface Shadow {
  readonly firing: Firing;
  readonly wider: readonly Firing[];
}

/** Whether a rule's only firing is taken only where another is too, and takes nothing that the other does not. */
export function isShadowedBy(firing: Firing, other: Firing, inspection: Inspection): boolean {
  const { rule, keys } = firing;
  return (
    isSimple(rule) &&
    other.rule !== rule &&
    other.rule.parent === rule.parent &&
    (keys.length === 1 || isSubset(keys, other.keys)) &&
    answersAlike(rule, other.rule) &&
    entails(firing, other, inspection)
  );
}

/** Reports shadowed rules in order, each for the first wider one that is not reported itself. */
export function reportShadows(
  shadows: readonly Shadow[],
  isShadowed: (firing: Firing, other: Firing) => boolean,
  inspection: Inspection,
): void {
  const reported = new Set<RuleInformation>();
  for (const { firing, wider } of shadows) {
    const { rule } = firing;
    if (reported.has(rule)) continue;
    const other = wider.find((each) => !reported.has(each.rule) && isShadowed(firing, each));
    if (other === undefined) continue;
    reported.add(rule);
    inspection
      .reportIn(rule.item)
      .report(ruleDiagnostics.shadowedRule, rule.rule.span, { other: other.rule.id }, [
        placeOf(other.rule, `\`${other.rule.id}\` is here`, inspection),
      ]);
  }
}

/** A rule with one condition and nothing to do otherwise. */
function isSimple({ rule }: RuleInformation): boolean {
  return rule.kind === "if" && rule.branches.length === 1 && rule.otherwise === null;
}

/** True where the first rule has nothing of its own to say to an unknown condition. */
function answersAlike({ rule }: RuleInformation, { rule: other }: RuleInformation): boolean {
  if (rule.kind !== "if" || rule.unknown === null) return true;
  return (
    other.kind === "if" &&
    other.unknown !== null &&
    rule.unknown.map(printAction).join() === other.unknown.map(printAction).join()
  );
}

function isSubset(keys: readonly string[], of: readonly string[]): boolean {
  return keys.every((key) => of.includes(key));
}

// ---- branches and actions ----------------------------------------------------------------------------------------

/** IF and ELSE that do the same, and MATCH arms that all do. */
function checkBranchesAlike(information: RuleInformation, inspection: Inspection): void {
  const { rule, item } = information;
  const textOf = (actions: readonly Action[]): string => actions.map(printAction).join();
  if (rule.kind === "match") {
    const texts = new Set(rule.arms.map((arm) => textOf(arm.actions)));
    const last = rule.arms.at(-1);
    const isComplete = last?.pattern.alternatives.some(({ kind }) => kind === "wildcard") === true;
    if (texts.size === 1 && rule.arms.length > 1 && isComplete) {
      inspection
        .reportIn(item)
        .report(ruleDiagnostics.branchesAlike, rule.subject.span, { what: "all arms" });
    }
  }
  if (rule.kind !== "if" || rule.otherwise === null) return;
  const rest = textOf(rule.otherwise);
  const alike = rule.branches.map((branch) => textOf(branch.actions) === rest);
  const at = spanOfAll(rule.otherwise);
  if (at === null || alike.at(-1) !== true) return;
  const what = alike.every(Boolean)
    ? rule.branches.length === 1
      ? "IF and ELSE"
      : "all branches"
    : "the last ELSE IF and ELSE";
  inspection.reportIn(item).report(ruleDiagnostics.branchesAlike, at, { what });
}

function checkActionsTwice(
  actions: readonly Action[],
  rule: RuleInformation,
  inspection: Inspection,
): void {
  if (actions.length < 2) return;
  const seen = new Set<string>();
  actions.forEach((action, index) => {
    const key = actionKey(action, rule, inspection);
    const before = actions[index - 1];
    if (seen.has(key) && before !== undefined) {
      const { start } = rule.item;
      const removed: Span = span(start + before.span.end, start + action.span.end);
      inspection
        .reportIn(rule.item)
        .report(ruleDiagnostics.actionTwice, action.span, { action: printAction(action), removed });
    }
    seen.add(key);
  });
}

// Rules that say what another rule says already, and choices that make no difference.

import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { ruleDiagnostics } from "../../diagnostics/om4-rules.ts";
import { type Span, span } from "../../source/span.ts";
import { printRule } from "../../syntax/print-document.ts";
import { printAction } from "../../syntax/print-expression.ts";
import type { Action, Rule } from "../../syntax/tree.ts";
import type { RuleInformation } from "../analysis.ts";
import { entails, type Firing, firingsOf } from "./firings.ts";
import { type Inspection, spanOfAll, writtenIn } from "./inspection.ts";
import { keyOf } from "./subject.ts";
import { actionListsOf } from "./visit-expressions.ts";

/** Checks rules against the others in their block, and branches and actions against those beside them. */
export function checkRepetition(inspection: Inspection): void {
  const duplicates = checkDuplicates(inspection);
  checkShadowed(inspection, duplicates);
  for (const rule of inspection.analysis.rules) {
    checkBranchesAlike(rule, inspection);
    for (const actions of actionListsOf(rule.rule)) checkActionsTwice(actions, rule, inspection);
  }
}

// ---- rules -------------------------------------------------------------------------------------------------------

function checkDuplicates(inspection: Inspection): ReadonlySet<RuleInformation> {
  const duplicates = new Set<RuleInformation>();
  const first = new Map<string, RuleInformation>();
  const blocks = new Map<RuleInformation | null, number>();
  for (const information of inspection.analysis.rules) {
    const { rule, parent, item } = information;
    if (!("label" in rule) || (parent !== null && duplicates.has(parent))) {
      if (parent !== null && duplicates.has(parent)) duplicates.add(information);
      continue;
    }
    const block = blocks.get(parent) ?? blocks.size;
    blocks.set(parent, block);
    const text = `${block} ${printWithoutLabel(rule)}`;
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

function printWithoutLabel(rule: Exclude<Rule, { kind: "let" | "set" | "failsafe" }>): string {
  return printRule({ ...rule, label: null }, "", Number.POSITIVE_INFINITY).join("\n");
}

function placeOf(
  { span: at }: RuleInformation,
  message: string,
  { analysis }: Inspection,
): RelatedPlace {
  return { file: analysis.file, span: at, message };
}

/** Rules of one action are compared with each other only up to this many. */
const mostCompared = 24;

function checkShadowed(inspection: Inspection, duplicates: ReadonlySet<RuleInformation>): void {
  const byAction = new Map<string, Firing[]>();
  const firings = firingsOf(inspection).filter(({ rule }) => !duplicates.has(rule));
  for (const firing of firings) {
    for (const key of actionKeys(firing, inspection)) {
      const others = byAction.get(key);
      if (others === undefined) byAction.set(key, [firing]);
      else others.push(firing);
    }
  }
  const reported = new Set<RuleInformation>();
  for (const firing of firings) {
    const { rule } = firing;
    if (!isSimple(rule) || reported.has(rule)) continue;
    const keys = actionKeys(firing, inspection);
    const [key] = keys;
    const candidates = key === undefined ? [] : (byAction.get(key) ?? []).slice(0, mostCompared);
    const wider = candidates.find(
      (other) =>
        other.rule !== rule &&
        other.rule.parent === rule.parent &&
        !reported.has(other.rule) &&
        isSubset(keys, actionKeys(other, inspection)) &&
        answersAlike(rule, other.rule) &&
        entails(firing, other, inspection),
    );
    if (wider === undefined) continue;
    reported.add(rule);
    inspection
      .reportIn(rule.item)
      .report(ruleDiagnostics.shadowedRule, rule.rule.span, { other: wider.rule.id }, [
        placeOf(wider.rule, `\`${wider.rule.id}\` is here`, inspection),
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

function actionKeys({ rule, actions }: Firing, inspection: Inspection): readonly string[] {
  return actions.map((action) => actionKey(action, rule, inspection));
}

/** Equal for actions of one name whose arguments have the same values. */
function actionKey(action: Action, rule: RuleInformation, { readings }: Inspection): string {
  const values = action.arguments.map(
    ({ name, value }) => `${name?.text ?? ""}: ${keyOf(writtenIn(rule, value), readings)}`,
  );
  return `${action.name.text}(${values.join(", ")})`;
}

function isSubset(keys: readonly string[], of: readonly string[]): boolean {
  return keys.every((key) => of.includes(key));
}

// ---- branches and actions ----------------------------------------------------------------------------------------

/** IF and ELSE that do the same, and MATCH arms that all do. */
function checkBranchesAlike(information: RuleInformation, inspection: Inspection): void {
  const { rule, item } = information;
  const report = inspection.reportIn(item);
  const textOf = (actions: readonly Action[]): string => actions.map(printAction).join();
  if (rule.kind === "match") {
    const texts = new Set(rule.arms.map((arm) => textOf(arm.actions)));
    const last = rule.arms.at(-1);
    const isComplete = last?.pattern.alternatives.some(({ kind }) => kind === "wildcard") === true;
    if (texts.size === 1 && rule.arms.length > 1 && isComplete) {
      report.report(ruleDiagnostics.branchesAlike, rule.subject.span, { what: "all arms" });
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
  report.report(ruleDiagnostics.branchesAlike, at, { what });
}

function checkActionsTwice(
  actions: readonly Action[],
  rule: RuleInformation,
  inspection: Inspection,
): void {
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

// What a policy owes its readers: a short intent, risks beside benefits, traces, reviews in time, named actions.
import type { Reporter } from "../../diagnostics/diagnostic.ts";
import { governanceDiagnostics } from "../../diagnostics/om5-governance.ts";
import { nearestNames } from "../../source/edit-distance.ts";
import { lowerCase } from "../../source/unicode.ts";
import { isReservedWord } from "../../syntax/keywords.ts";
import { isIdentifier } from "../../syntax/names.ts";
import type { Action, Item, LabelledItem, SectionKeyword } from "../../syntax/tree.ts";
import type { Analysis, RuleInformation } from "../analysis.ts";
import { reviewOf } from "../review.ts";
import { countSentences } from "./sentences.ts";
import { actionListsOf } from "./visit-expressions.ts";

/** Checks the governance of a document; `today` is the date reviews are due against, or null. */
export function checkGovernance(analysis: Analysis, today: string | null, report: Reporter): void {
  checkIntent(analysis, report);
  checkEntries(analysis, report);
  checkImpact(analysis, report);
  checkConstraints(analysis, report);
  checkActors(analysis, report);
  checkReview(analysis, today, report);
}

function itemsOf({ document }: Analysis, keyword: SectionKeyword): readonly Item[] {
  return document.sections.flatMap((section) => (section.keyword === keyword ? section.items : []));
}

interface Entry {
  readonly item: Item;
  readonly body: LabelledItem;
}

function entriesOf(analysis: Analysis, keyword: SectionKeyword): readonly Entry[] {
  return itemsOf(analysis, keyword).flatMap((item) =>
    item.body.kind === "labelled" ? [{ item, body: item.body }] : [],
  );
}

// ---- the sections in plain words ---------------------------------------------------------------------------------

function checkIntent(analysis: Analysis, report: Reporter): void {
  for (const { body, start } of itemsOf(analysis, "INTENT")) {
    if (body.kind !== "prose") continue;
    const count = countSentences(body.text);
    if (count <= 2) continue;
    report.within(start).report(governanceDiagnostics.intentTooLong, body.span, { count });
  }
}

const withEntries: readonly SectionKeyword[] = ["CONSTRAINT", "IMPACT", "TRACE", "REVIEW"];

function checkEntries(analysis: Analysis, report: Reporter): void {
  for (const { keyword: section, items } of analysis.document.sections) {
    if (!withEntries.includes(section)) continue;
    for (const { body, start } of items) {
      if (body.kind !== "labelled" || body.text !== "") continue;
      report.within(start).report(governanceDiagnostics.entryWithoutText, body.span, {
        label: body.label.text,
        section,
      });
    }
  }
}

const benefits: readonly string[] = ["benefit", "benefits", "manfaat"];
const risks: readonly string[] = ["risk", "risks", "risiko", "resiko"];

function checkImpact(analysis: Analysis, report: Reporter): void {
  const entries = entriesOf(analysis, "IMPACT");
  const isLabelled = ({ body }: Entry, labels: readonly string[]): boolean =>
    labels.includes(lowerCase(body.label.text));
  const benefit = entries.find((entry) => isLabelled(entry, benefits));
  if (benefit === undefined || entries.some((entry) => isLabelled(entry, risks))) return;
  const { item, body } = benefit;
  report.within(item.start).report(governanceDiagnostics.benefitWithoutRisk, body.label.span, {});
}

function checkConstraints(analysis: Analysis, report: Reporter): void {
  const section = analysis.document.sections.find(({ keyword }) => keyword === "CONSTRAINT");
  if (section === undefined || analysis.constraints.length > 0) return;
  if (section.items.length === 0 || section.items.some(({ body }) => body.kind !== "labelled")) {
    return;
  }
  report.report(governanceDiagnostics.nothingEnforced, section.headerSpan, {});
}

// ---- rules and actions -------------------------------------------------------------------------------------------

/**
 * Reports labelled rules that no TRACE entry is tied to, where some are. A rule is traced by its own name, by that of the
 * loop around it, or by that of a rule inside it, so `rules` may be those of some items: then it is told whether some
 * other rule is traced.
 */
export function checkTraced(
  analysis: Analysis,
  report: Reporter,
  rules: readonly RuleInformation[] = analysis.rules,
  areOthersTraced = false,
): void {
  const references = new Set(
    entriesOf(analysis, "TRACE").flatMap(({ body }) => body.references.map((name) => name.text)),
  );
  const traced = new Set<RuleInformation>();
  for (const rule of rules) {
    if (!references.has(rule.id) && !references.has(rule.position)) continue;
    for (let outer: RuleInformation | null = rule; outer !== null; outer = outer.parent) {
      traced.add(outer);
    }
  }
  if (traced.size === 0 && !areOthersTraced) return;
  for (const information of rules) {
    const { rule, parent, item, id } = information;
    if (parent !== null && traced.has(parent) && references.has(parent.id)) traced.add(information);
    const label = "label" in rule ? rule.label : null;
    if (label === null || traced.has(information)) continue;
    report.within(item.start).report(governanceDiagnostics.ruleWithoutTrace, label.span, { id });
  }
}

/** Further rights that lead nowhere are reported without a suggestion. */
const mostSuggestions = 50;

function checkActors(analysis: Analysis, report: Reporter): void {
  const taken = [...analysis.actions.values()]
    .filter(({ mentions }) => mentions.some(({ role }) => role === "taken"))
    .map(({ name }) => name);
  const known = new Set(taken);
  const allowed = new Set(analysis.actors.flatMap(({ may }) => may ?? []));
  let suggested = 0;
  for (const { name, mentions } of analysis.actions.values()) {
    if (known.has(name)) continue;
    const right = mentions.find(({ role, file }) => role === "may" && file === analysis.file);
    if (right === undefined) continue;
    const [near = null] = suggested++ < mostSuggestions ? nearestNames(name, taken, 1) : [];
    // That no actor may take what seems meant is said where it is taken.
    if (near !== null && !allowed.has(near)) continue;
    report.report(governanceDiagnostics.mayNeverTaken, right.span, { name, role: right.by, near });
  }
  const roles = new Set<string>();
  for (const { role, place } of analysis.actors) {
    if (place.file !== analysis.file) continue;
    if (roles.has(role)) report.report(governanceDiagnostics.actorTwice, place.span, { role });
    roles.add(role);
  }
}

/** Reports actions whose names are phrases. */
export function checkActionNames(rules: readonly RuleInformation[], report: Reporter): void {
  for (const { rule, item } of rules) {
    for (const actions of actionListsOf(rule)) {
      for (const action of actions) {
        if (!action.phrase) continue;
        const { text, span } = action.name;
        report.within(item.start).report(governanceDiagnostics.proseAction, span, {
          phrase: text,
          quoted: `\`${text}\``,
          name: inOneWord(action),
        });
      }
    }
  }
}

/** `stop the machine` as `StopTheMachine`; null where that is no name. */
function inOneWord({ name }: Action): string | null {
  const word = name.text
    .split(/\s+/u)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
  return isIdentifier(word) && !isReservedWord(word) ? word : null;
}

// ---- reviews -----------------------------------------------------------------------------------------------------

function checkReview(analysis: Analysis, today: string | null, report: Reporter): void {
  const review = reviewOf(analysis.document);
  if (review === null) return;
  const { interval, lastReviewed, owner, every, last, due, headerSpan } = review;
  if (interval === null && lastReviewed === null) return;
  const missing = [
    ...(interval === null ? ["Interval"] : []),
    ...(lastReviewed === null ? ["LastReviewed"] : []),
    ...(owner === null ? ["Owner"] : []),
  ];
  if (missing.length > 0) {
    report.report(governanceDiagnostics.reviewIncomplete, headerSpan, { missing });
  }
  if (interval !== null && every === null && interval.text !== "") {
    const { text, span } = interval;
    report.report(governanceDiagnostics.intervalUnreadable, span, { text });
  }
  if (lastReviewed === null || lastReviewed.text === "") return;
  const { text, span } = lastReviewed;
  if (last === null || (today !== null && last > today)) {
    const problem = last === null ? "no date" : "future";
    report.report(governanceDiagnostics.lastReviewedUnreadable, span, { text, problem });
  } else if (today !== null && due !== null && due < today && interval !== null) {
    report.report(governanceDiagnostics.reviewOverdue, span, {
      due,
      last,
      interval: interval.text,
    });
  }
}

// Branches, arms and clauses that are never reached because what stands before them answers every case.
import { branchDiagnostics } from "../../diagnostics/om4-branches.ts";
import type { Span } from "../../source/span.ts";
import { printExpression, printPattern } from "../../syntax/print-expression.ts";
import type { Expression, Pattern, Rule } from "../../syntax/tree.ts";
import type { RuleInformation } from "../analysis.ts";
import { shown } from "../checking.ts";
import type { Written } from "./bound-names.ts";
import { type Formula, some } from "./formula.ts";
import { type Inspection, spanOfAll, writtenIn } from "./inspection.ts";
import { knownNames } from "./possible-values.ts";
import {
  endsOf,
  hasReversedEnds,
  isUnknownIn,
  mostAlternatives,
  type Reading,
  readPattern,
} from "./read-condition.ts";
import { subjectOf, typeOf } from "./subject.ts";
import { visitExpressionsOf } from "./visit-expressions.ts";

/** Checks the branches and arms of every rule, and of the choices in its values. */
export function checkBranches(inspection: Inspection): void {
  for (const rule of inspection.rules) {
    const facts = inspection.around(rule);
    if (facts === null) continue;
    checkRule(rule, facts, inspection);
    visitExpressionsOf(rule.rule, (part) => checkChoice(part, rule, facts, inspection));
  }
}

function checkRule(
  information: RuleInformation,
  facts: readonly Formula[],
  inspection: Inspection,
): void {
  const { rule } = information;
  if (rule.kind === "if") {
    const conditions = rule.branches.map((branch) => branch.condition);
    const otherwise = rule.otherwise === null ? null : spanOfAll(rule.otherwise);
    const branches: Branches = { rule: information, conditions, otherwise };
    checkChain(branches, facts, inspection);
    checkUnknownClause(information, conditions, rule.unknown, facts, inspection);
  }
  if (rule.kind === "while") {
    checkUnknownClause(information, [rule.condition], rule.unknown, facts, inspection);
  }
  if (rule.kind === "match") {
    const subject = writtenIn(information, rule.subject);
    checkArms({ rule: information, subject, arms: rule.arms, isValue: false }, facts, inspection);
  }
}

function checkChoice(
  part: Expression,
  rule: RuleInformation,
  facts: readonly Formula[],
  inspection: Inspection,
): void {
  if (part.kind === "conditional") {
    const conditions = part.branches.map((branch) => branch.condition);
    checkChain({ rule, conditions, otherwise: part.otherwise.span }, facts, inspection);
  }
  if (part.kind === "match-value") {
    const subject = writtenIn(rule, part.subject);
    checkArms({ rule, subject, arms: part.arms, isValue: true }, facts, inspection);
  }
}

// ---- IF chains ---------------------------------------------------------------------------------------------------

interface Branches {
  readonly rule: RuleInformation;
  readonly conditions: readonly Expression[];
  readonly otherwise: Span | null;
}

/** Branches further back are not looked at, so that long chains stay quick. */
const furthestBack = 64;

function checkChain(
  { rule, conditions, otherwise }: Branches,
  facts: readonly Formula[],
  inspection: Inspection,
): void {
  const { canBe } = inspection;
  const before: { readonly condition: Expression; readonly reading: Reading }[] = [];
  const failed = (): readonly Formula[] => [
    ...facts,
    ...before.slice(-furthestBack).map(({ reading }) => reading.fails),
  ];
  let complete = true;
  for (const condition of conditions) {
    const reading = inspection.read(writtenIn(rule, condition));
    // What decides nothing by itself is spoken of as a condition.
    if (!canBe([...facts, reading.holds])) continue;
    if (!canBe([...facts, reading.fails])) complete = false;
    else if (before.length > 0 && !canBe([...failed(), reading.holds])) {
      const taker = before
        .slice(-furthestBack)
        .find((earlier) => !canBe([...facts, earlier.reading.fails, reading.holds]));
      reportUnreached(condition, taker?.condition ?? null, rule, inspection);
      continue;
    }
    before.push({ condition, reading });
  }
  if (otherwise !== null && complete && before.length > 0 && !canBe(failed())) {
    inspection.reportIn(rule.item).report(branchDiagnostics.restNeverReached, otherwise, {
      what: "ELSE",
    });
  }
}

function reportUnreached(
  condition: Expression,
  taker: Expression | null,
  rule: RuleInformation,
  { reportIn, analysis }: Inspection,
): void {
  const { start } = rule.item;
  const related =
    taker === null
      ? []
      : [
          {
            file: analysis.file,
            span: { start: start + taker.span.start, end: start + taker.span.end },
            message: "this branch is taken instead",
          },
        ];
  reportIn(rule.item).report(
    branchDiagnostics.branchNeverReached,
    condition.span,
    { text: shown(condition), taker: taker === null ? null : shown(taker) },
    related,
  );
}

/** An UNKNOWN clause of a rule whose conditions are never unknown. */
function checkUnknownClause(
  rule: RuleInformation,
  conditions: readonly Expression[],
  unknown: Extract<Rule, { kind: "if" }>["unknown"],
  facts: readonly Formula[],
  inspection: Inspection,
): void {
  const at = unknown === null ? null : spanOfAll(unknown);
  if (at === null) return;
  const failed: Formula[] = [...facts];
  for (const condition of conditions.slice(0, furthestBack)) {
    const reading = inspection.read(writtenIn(rule, condition));
    if (inspection.canBe([...failed, isUnknownIn(reading)])) return;
    // What decides nothing by itself is spoken of as a condition.
    if (!inspection.canBe([...facts, reading.holds])) return;
    if (!inspection.canBe([...facts, reading.fails])) return;
    failed.push(reading.fails);
  }
  if (conditions.length > furthestBack) return;
  inspection.reportIn(rule.item).report(branchDiagnostics.unknownNeverRuns, at, {});
}

// ---- MATCH -------------------------------------------------------------------------------------------------------

interface Arms {
  readonly rule: RuleInformation;
  readonly subject: Written;
  readonly arms: readonly {
    readonly pattern: Pattern;
    readonly guard: Expression | null;
    readonly span: Span;
  }[];
  readonly isValue: boolean;
}

interface TriedArm {
  readonly pattern: Pattern;
  readonly fails: Formula;
}

function checkArms(match: Arms, facts: readonly Formula[], inspection: Inspection): void {
  const { rule, subject, arms } = match;
  const { canBe } = inspection;
  const before: TriedArm[] = [];
  for (const { pattern, guard } of arms) {
    reportReversedRanges(pattern, subject, inspection);
    const guarded = guard === null ? null : inspection.read(writtenIn(rule, guard));
    const alternatives = alternativesOf(pattern, subject, inspection);
    const { fails } = readPattern(subject, pattern, inspection.readings);
    const guards = guarded === null ? [] : [guarded.holds];
    const context = [...facts, ...guards];
    if (pattern.alternatives.length <= mostAlternatives && canBe(context)) {
      reportIdle(
        { pattern, alternatives, context, before: before.slice(-furthestBack) },
        rule,
        inspection,
      );
    }
    before.push({ pattern, fails: guarded === null ? fails : some([fails, guarded.fails]) });
  }
  reportMissingValues(match, facts, inspection);
}

interface Alternative {
  readonly pattern: Pattern;
  readonly reading: Reading;
}

function alternativesOf(
  pattern: Pattern,
  subject: Written,
  { readings }: Inspection,
): readonly Alternative[] {
  return pattern.alternatives.slice(0, mostAlternatives).map((alternative) => {
    const single: Pattern = { alternatives: [alternative], span: alternative.span };
    return { pattern: single, reading: readPattern(subject, single, readings) };
  });
}

interface TryingArm {
  readonly pattern: Pattern;
  readonly alternatives: readonly Alternative[];
  /** What holds when the arm is tried, apart from the arms before it. */
  readonly context: readonly Formula[];
  readonly before: readonly TriedArm[];
}

/** Reports alternatives that the arms before, or the alternatives before, always take; or the arm as a whole. */
function reportIdle(arm: TryingArm, rule: RuleInformation, inspection: Inspection): void {
  const { alternatives, before, context } = arm;
  const { canBe, reportIn } = inspection;
  const reporter = reportIn(rule.item);
  const passed = before.map(({ fails }) => fails);
  const idle = alternatives.filter(({ reading }) => {
    const reached = canBe([...context, ...passed, reading.holds]);
    passed.push(reading.fails);
    return !reached;
  });
  if (idle.length === 0) return;
  const isRest = arm.pattern.alternatives.some(({ kind }) => kind === "wildcard");
  if (isRest && !before.some(({ pattern }) => isWildcard(pattern))) {
    reporter.report(branchDiagnostics.restNeverReached, arm.pattern.span, { what: "`_`" });
    return;
  }
  const whole = idle.length === alternatives.length;
  for (const { pattern, reading } of whole ? idle.slice(0, 1) : idle) {
    const possible = canBe([...context, reading.holds]);
    const taker = before.find(
      ({ fails }) => possible && !canBe([...context, fails, reading.holds]),
    );
    const named = whole ? arm.pattern : pattern;
    reporter.report(branchDiagnostics.armNeverReached, named.span, {
      text: printPattern(named),
      taker: taker === undefined ? null : printPattern(taker.pattern),
      whole,
    });
  }
}

function isWildcard({ alternatives }: Pattern): boolean {
  return alternatives.some(({ kind }) => kind === "wildcard");
}

function reportReversedRanges(pattern: Pattern, subject: Written, inspection: Inspection): void {
  for (const alternative of pattern.alternatives) {
    if (alternative.kind !== "range-pattern") continue;
    const { low, high } = endsOf(alternative);
    if (!hasReversedEnds(subject, low, high, inspection.readings)) continue;
    inspection.reportIn(subject.item).report(branchDiagnostics.reversedRange, alternative.span, {
      from: printExpression(low),
      to: printExpression(high),
    });
  }
}

/** Values of an enumeration or a truth value that no arm speaks of. */
function reportMissingValues(match: Arms, facts: readonly Formula[], inspection: Inspection): void {
  const { rule, subject, arms, isValue } = match;
  if (arms.some(({ pattern }) => isWildcard(pattern))) return;
  if (arms.length > furthestBack) return;
  const passed = arms.map(
    ({ pattern }) => readPattern(subject, pattern, inspection.readings).fails,
  );
  const missing = valuesOf(subject, inspection).filter(({ holds }) =>
    inspection.canBe([...facts, ...passed, holds]),
  );
  if (missing.length === 0) return;
  inspection
    .reportIn(rule.item)
    .report(branchDiagnostics.valuesWithoutArm, subject.expression.span, {
      subject: shown(subject.expression),
      values: missing.map(({ name }) => name),
      isValue,
    });
}

/** Every value that an enumeration or a condition can have, where there are few. */
function valuesOf(
  written: Written,
  inspection: Inspection,
): readonly { readonly name: string; readonly holds: Formula }[] {
  const { readings } = inspection;
  const subject = subjectOf(written, readings);
  if (subject.domain.kind !== "names" || subject.domain.names.size > furthestBack) return [];
  if (typeOf(written, readings)?.kind === "boolean") {
    const { holds, fails } = inspection.read(written);
    return [
      { name: "true", holds },
      { name: "false", holds: fails },
    ];
  }
  return [...subject.domain.names].map((name) => ({
    name,
    holds: { kind: "member", subject, values: knownNames([name]) },
  }));
}

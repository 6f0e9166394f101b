// Conditions that decide nothing: always true, never true, or with a part that another one makes redundant.
import { conditionDiagnostics } from "../../diagnostics/om4-conditions.ts";
import { type Span, span } from "../../source/span.ts";
import type { BinaryExpression, Expression } from "../../syntax/tree.ts";
import type { ConstraintInformation, RuleInformation } from "../analysis.ts";
import { shown } from "../checking.ts";
import { type Written, writtenBeside } from "./bound-names.ts";
import { all, type Formula, negate, type Subject, some, subjectsOf } from "./formula.ts";
import { type Inspection, writtenIn } from "./inspection.ts";
import type { Reading } from "./read-condition.ts";
import { describeBounds, typeOf } from "./subject.ts";
import { visitExpressionsOf } from "./visit-expressions.ts";

/** Checks every condition of the rules and of the formal constraints. */
export function checkConditions(inspection: Inspection): void {
  for (const rule of inspection.rules) {
    const facts = inspection.around(rule);
    if (facts === null) continue;
    for (const { condition, consequence } of conditionsOf(rule)) {
      judge(writtenIn(rule, condition), consequence, facts, inspection);
    }
  }
  for (const information of inspection.constraints) {
    if (!information.imported) checkClause(information, inspection);
  }
}

interface PlacedCondition {
  readonly condition: Expression;
  /** What follows where it is never true. */
  readonly consequence: string;
}

/** Every condition that a rule tests, also inside its values. */
function conditionsOf({ rule }: RuleInformation): readonly PlacedCondition[] {
  const conditions: PlacedCondition[] = [];
  const add = (condition: Expression | null, consequence: string): void => {
    if (condition !== null) conditions.push({ condition, consequence });
  };
  switch (rule.kind) {
    case "if":
      for (const branch of rule.branches) add(branch.condition, "its actions are never taken");
      break;
    case "for":
      add(rule.where, "the loop never does anything");
      break;
    case "while":
      add(rule.condition, "the loop never runs");
      break;
    case "match":
      for (const arm of rule.arms) add(arm.guard, "this arm is never taken");
      break;
    case "let":
    case "set":
      if (isCompound(rule.value)) add(rule.value, `\`${rule.name.text}\` is never true`);
      break;
    case "failsafe":
      break;
  }
  visitExpressionsOf(rule, (part) => {
    if (part.kind === "quantifier") add(part.condition, "no member ever satisfies it");
    if (part.kind === "lambda" && isCompound(part.body)) add(part.body, "no member ever fits");
    if (part.kind === "conditional") {
      for (const branch of part.branches) add(branch.condition, "this value is never chosen");
    }
    if (part.kind === "match-value") {
      for (const arm of part.arms) add(arm.guard, "this arm is never taken");
    }
  });
  return conditions;
}

/** A value that is a condition beyond doubt. */
function isCompound({ kind }: Expression): boolean {
  return kind === "binary" || kind === "between" || kind === "unary";
}

function checkClause(information: ConstraintInformation, inspection: Inspection): void {
  const { constraint, item } = information;
  const { clause } = constraint;
  const moment = information.place.span.start;
  const check = (expression: Expression, consequence: string): void => {
    // `ALWAYS A WHEN true` is how a clause without a condition is written.
    if (expression.kind === "boolean") return;
    judge({ expression, item, moment }, consequence, [], inspection);
  };
  if (clause.kind === "always") check(clause.condition, "the clause never applies");
  if (clause.kind !== "never" || clause.guard === null) return;
  const { kind, condition } = clause.guard;
  check(condition, kind === "when" ? "the clause never applies" : "the exception never applies");
}

// ---- one condition -----------------------------------------------------------------------------------------------

/** Reports what decides nothing in a condition; true where something was found. */
function judge(
  written: Written,
  consequence: string,
  facts: readonly Formula[],
  inspection: Inspection,
): boolean {
  if (!isTruth(written, inspection)) return false;
  const reading = inspection.read(written);
  if (!inspection.canBe([...facts, reading.holds])) {
    reportNever(written, consequence, facts, inspection);
    return true;
  }
  if (!inspection.canBe([...facts, reading.fails])) {
    reportAlways(written, facts, inspection);
    return true;
  }
  return judgeParts(written, facts, inspection);
}

function isTruth(written: Written, { readings }: Inspection): boolean {
  return typeOf(written, readings)?.kind === "boolean";
}

function judgeParts(written: Written, facts: readonly Formula[], inspection: Inspection): boolean {
  const { expression } = written;
  if (expression.kind === "unary" && expression.operator === "NOT") {
    return judge(writtenBeside(written, expression.operand), "", facts, inspection);
  }
  if (!isChain(expression)) return false;
  const parts = chainOf(expression, expression.operator);
  let found = false;
  for (const part of parts) {
    const consequence = expression.operator === "OR" ? "this alternative is idle" : "";
    if (judge(writtenBeside(written, part.expression), consequence, facts, inspection)) {
      found = true;
    }
  }
  if (!found) found = checkRedundancy(written, expression.operator, parts, inspection);
  return found;
}

type Chain = BinaryExpression & { readonly operator: "AND" | "OR" };

function isChain(expression: Expression): expression is Chain {
  return (
    expression.kind === "binary" && (expression.operator === "AND" || expression.operator === "OR")
  );
}

/** Goes to the part that can never be, which is reported once. */
function reportNever(
  written: Written,
  consequence: string,
  facts: readonly Formula[],
  inspection: Inspection,
): void {
  const { expression } = written;
  const never = (part: Expression): boolean =>
    isTruth({ ...written, expression: part }, inspection) &&
    !inspection.canBe([...facts, inspection.read({ ...written, expression: part }).holds]);
  if (isChain(expression) && expression.operator === "AND") {
    for (const part of [expression.left, expression.right]) {
      if (never(part)) {
        reportNever({ ...written, expression: part }, consequence, facts, inspection);
        return;
      }
    }
  }
  // A LET name's value is spoken of where it is bound.
  if (expression.kind === "reference") return;
  const reading = inspection.read(written);
  const alone = !inspection.canBe([reading.holds]);
  inspection.reportIn(written.item).report(conditionDiagnostics.neverTrue, expression.span, {
    text: shown(expression),
    because: alone ? whyNever(written, inspection) : "the loop around it says otherwise",
    consequence,
  });
}

/** Why no input makes it true, where one subject explains it. */
function whyNever(written: Written, inspection: Inspection): string {
  const { expression } = written;
  if (isChain(expression) && expression.operator === "AND") {
    const conflict = conflictIn(written, expression, inspection);
    if (conflict !== null) return conflict;
  }
  return boundsIn(inspection.read(written).holds);
}

/** The two parts of an AND that no value fits. */
function conflictIn(written: Written, chain: Chain, inspection: Inspection): string | null {
  const parts = chainOf(chain, "AND")
    .slice(0, longestChain)
    .map(({ expression }) => ({
      expression,
      holds: inspection.read({ ...written, expression }).holds,
    }));
  for (const [index, second] of parts.entries()) {
    for (const first of parts.slice(0, index)) {
      if (inspection.canBe([first.holds, second.holds])) continue;
      const texts = `\`${shown(first.expression)}\` and \`${shown(second.expression)}\``;
      const others = subjectsOf(second.holds);
      const shared = [...subjectsOf(first.holds).values()].find(({ key }) => others.has(key));
      return shared?.texts.length === 1
        ? `no \`${shared.texts[0] ?? ""}\` fits both ${texts}`
        : `${texts} exclude each other`;
    }
  }
  return null;
}

/** What CONTEXT declares of the subjects, where that is what decides. */
function boundsIn(formula: Formula): string {
  return [...subjectsOf(formula).values()]
    .flatMap(({ texts, declared }) => {
      const bounds = describeBounds(declared);
      return bounds === null ? [] : [`\`${texts[0] ?? ""}\` is declared as ${bounds}`];
    })
    .join(", ");
}

function reportAlways(written: Written, facts: readonly Formula[], inspection: Inspection): void {
  const { expression } = written;
  const always = (part: Expression): boolean =>
    isTruth({ ...written, expression: part }, inspection) &&
    !inspection.canBe([...facts, inspection.read({ ...written, expression: part }).fails]);
  if (isChain(expression) && expression.operator === "OR") {
    for (const part of [expression.left, expression.right]) {
      if (always(part)) {
        reportAlways({ ...written, expression: part }, facts, inspection);
        return;
      }
    }
  }
  if (expression.kind === "reference") return;
  const { holds, fails } = inspection.read(written);
  const alone = !inspection.canBe([fails]);
  const evenUnknown = !inspection.canBe([...facts, negate(holds)]);
  inspection.reportIn(written.item).report(conditionDiagnostics.alwaysTrue, expression.span, {
    text: shown(expression),
    subjects: evenUnknown ? [] : namesOf(subjectsOf(fails)),
    because: alone ? boundsIn(fails) : "the loop around it says so already",
  });
}

function namesOf(subjects: ReadonlyMap<string, Subject>): readonly string[] {
  return [...new Set([...subjects.values()].flatMap((subject) => subject.texts))];
}

// ---- redundant parts ---------------------------------------------------------------------------------------------

interface ChainPart {
  readonly expression: Expression;
  /** What remains of the source when the part goes: the node to replace and the side that stays, as written. */
  readonly without: { readonly node: Span; readonly kept: Span } | null;
}

/** The operands of a chain of one operator, from left to right. */
function chainOf(chain: Chain, operator: "AND" | "OR"): readonly ChainPart[] {
  const parts: ChainPart[] = [];
  const visit = (node: Chain): void => {
    const { left, right, operatorSpan } = node;
    const sides = [
      { side: left, kept: span(operatorSpan.end, node.span.end) },
      { side: right, kept: span(node.span.start, operatorSpan.start) },
    ];
    for (const { side, kept } of sides) {
      if (isChain(side) && side.operator === operator) visit(side);
      else parts.push({ expression: side, without: { node: node.span, kept } });
    }
  };
  visit(chain);
  return parts;
}

/** Longer chains are not searched: each part is weighed against all the others. */
const longestChain = 24;

/** Reports parts that the others make redundant: with them and without, the chain is as true, as false, as unknown. */
function checkRedundancy(
  written: Written,
  operator: "AND" | "OR",
  parts: readonly ChainPart[],
  inspection: Inspection,
): boolean {
  if (parts.length > longestChain) return false;
  let left = parts.map((part) => ({
    ...part,
    reading: inspection.read(writtenBeside(written, part.expression)),
  }));
  if (!shareSubjects(left.map(({ reading }) => reading))) return false;
  const all = left;
  for (const part of [...all].reverse()) {
    const others = left.filter((other) => other !== part);
    const rest = others.map(({ reading }) => reading);
    if (others.length === 0 || !isImplied(part.reading, rest, operator, inspection)) continue;
    const sayer = others.find((other) =>
      isImplied(part.reading, [other.reading], operator, inspection),
    );
    report(part, sayer?.expression ?? null, written, operator, inspection);
    left = others;
  }
  return left.length < all.length;
}

/** True where two of the readings speak of one subject. */
function shareSubjects(readings: readonly Reading[]): boolean {
  const seen = new Set<string>();
  for (const { holds } of readings) {
    const keys = [...subjectsOf(holds).keys()];
    if (keys.some((key) => seen.has(key))) return true;
    for (const key of keys) seen.add(key);
  }
  return false;
}

function isImplied(
  part: Reading,
  rest: readonly Reading[],
  operator: "AND" | "OR",
  { canBe }: Inspection,
): boolean {
  const holds = rest.map((reading) => reading.holds);
  const fails = rest.map((reading) => reading.fails);
  return operator === "AND"
    ? !canBe([all(holds), negate(part.holds)]) && !canBe([part.fails, negate(some(fails))])
    : !canBe([part.holds, negate(some(holds))]) && !canBe([all(fails), negate(part.fails)]);
}

function report(
  part: ChainPart,
  sayer: Expression | null,
  written: Written,
  operator: "AND" | "OR",
  { reportIn, analysis }: Inspection,
): void {
  const { item } = written;
  const { text } = analysis.source;
  const { without } = part;
  reportIn(item).report(conditionDiagnostics.redundantPart, part.expression.span, {
    text: shown(part.expression),
    sayer: sayer === null ? null : shown(sayer),
    operator,
    rewrite:
      without === null
        ? null
        : {
            span: span(item.start + without.node.start, item.start + without.node.end),
            newText: text
              .slice(item.start + without.kept.start, item.start + without.kept.end)
              .trim(),
          },
  });
}

// Loops that are none: a WHILE that changes nothing it reads, one that leads away from its end, one that may not turn.
import { loopDiagnostics } from "../../diagnostics/om4-loops.ts";
import { printExpression } from "../../syntax/print-expression.ts";
import type { Expression, Item, WhileRule } from "../../syntax/tree.ts";
import type { Local, RuleInformation } from "../analysis.ts";
import { shown } from "../checking.ts";
import { type Inspection, writtenIn } from "./inspection.ts";
import { resolveNames, typeOf } from "./subject.ts";
import { visitExpression } from "./visit-expressions.ts";

/** Checks every WHILE. */
export function checkLoops(inspection: Inspection): void {
  for (const information of inspection.rules) {
    const { rule, item } = information;
    if (rule.kind !== "while") continue;
    const report = inspection.reportIn(item);
    if (rule.maximum !== null && Number(rule.maximum.digits) === 0) {
      report.report(loopDiagnostics.noTurns, rule.maximum.span, {});
      continue;
    }
    const read = localsRead(rule.condition, item, inspection);
    const sets = setsWithin(information, read, inspection);
    if (sets.length === 0) {
      report.report(loopDiagnostics.guardWhile, rule.condition.span, {
        condition: shown(rule.condition),
      });
    } else checkDirection(rule, information, sets, inspection);
  }
}

function localsRead(
  condition: Expression,
  item: Item,
  { readings }: Inspection,
): ReadonlySet<Local> {
  const read = new Set<Local>();
  visitExpression(condition, (part) => {
    const local = part.kind === "reference" ? readings.names.localOf(part, item) : null;
    if (local !== null) read.add(local);
  });
  return read;
}

interface SetOf {
  readonly local: Local;
  readonly value: Expression;
  readonly rule: RuleInformation;
}

/** The SETs inside a loop, at any depth, of names that its condition reads. */
function setsWithin(
  loop: RuleInformation,
  read: ReadonlySet<Local>,
  { analysis }: Inspection,
): readonly SetOf[] {
  const written = new Map<number, Local>();
  for (const local of read) {
    for (const { span, use } of local.references)
      if (use === "write") written.set(span.start, local);
  }
  return analysis.rules.flatMap((rule) => {
    if (rule.rule.kind !== "set" || rule.item !== loop.item || !isInside(rule, loop)) return [];
    const local = written.get(rule.item.start + rule.rule.name.span.start);
    return local === undefined ? [] : [{ local, value: rule.rule.value, rule }];
  });
}

function isInside(rule: RuleInformation, loop: RuleInformation): boolean {
  for (let around = rule.parent; around !== null; around = around.parent) {
    if (around === loop) return true;
  }
  return false;
}

/** `WHILE n < 10` whose only SETs make n smaller: nothing but MAX ends it. */
function checkDirection(
  { condition }: WhileRule,
  loop: RuleInformation,
  sets: readonly SetOf[],
  inspection: Inspection,
): void {
  if (condition.kind !== "binary" || condition.left.kind !== "reference") return;
  const { operator, left, right } = condition;
  const wanted = operator.startsWith("<") ? "grows" : operator.startsWith(">") ? "shrinks" : null;
  const local = inspection.readings.names.localOf(left, loop.item);
  if (wanted === null || local === null) return;
  // The other side must stay what it is while the loop turns.
  const fixed = [...localsRead(right, loop.item, inspection)].every(
    (other) => !inspection.readings.names.changes(other),
  );
  if (!fixed || sets.some((set) => set.local !== local)) return;
  const steps = sets.map((set) => stepOf(set, inspection));
  const away = steps.every((step) => step !== null && (wanted === "grows" ? step <= 0 : step >= 0));
  const [first] = sets;
  if (!away || first === undefined) return;
  inspection
    .reportIn(loop.item)
    .report(
      loopDiagnostics.neverEnds,
      condition.span,
      { condition: shown(condition), name: local.name, wanted, set: printExpression(first.value) },
      [{ file: inspection.analysis.file, span: first.rule.span, message: "its only SET" }],
    );
}

/** What `SET n = n + 2` adds, 2; null for any other SET. */
function stepOf({ local, value, rule }: SetOf, inspection: Inspection): number | null {
  const { readings } = inspection;
  const isItself = (part: Expression): boolean =>
    part.kind === "reference" && readings.names.localOf(part, rule.item) === local;
  if (isItself(value)) return 0;
  if (value.kind !== "binary" || (value.operator !== "+" && value.operator !== "-")) return null;
  const { left, right, operator } = value;
  const [base, amount] = isItself(left) || operator === "-" ? [left, right] : [right, left];
  const literal = resolveNames(writtenIn(rule, amount), readings).expression;
  // An absolute temperature has no sign of its own; of other units the sign is the number's.
  const type = typeOf(writtenIn(rule, amount), readings);
  if (!isItself(base) || literal.kind !== "number" || type?.kind !== "number") return null;
  return operator === "+" ? Number(literal.digits) : -Number(literal.digits);
}

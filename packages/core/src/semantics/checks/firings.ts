// Where actions are taken and when: the branches and arms of the rules, with all that holds when they are.
import type { Action } from "../../syntax/tree.ts";
import type { RuleInformation } from "../analysis.ts";
import { type Formula, negate, some } from "./formula.ts";
import { type Inspection, writtenIn } from "./inspection.ts";
import { readPattern } from "./read-condition.ts";
import { keyOf } from "./subject.ts";

/** A list of actions and what holds whenever it is taken. */
export interface Firing {
  readonly rule: RuleInformation;
  readonly actions: readonly Action[];
  readonly when: readonly Formula[];
  /** Of each action: equal where it is the same action with the same values. */
  readonly keys: readonly string[];
}

/** Branches beyond are left out: what holds in them repeats what failed in all before. */
const mostBranches = 64;

/** The firings of IF and MATCH rules, ELSE included; what UNKNOWN and FAILSAFE take is not among them. */
export function firingsOf(inspection: Inspection): readonly Firing[] {
  return inspection.rules.flatMap((rule) => {
    const facts = inspection.around(rule);
    return facts === null
      ? []
      : firingsIn(rule, facts, inspection).map(({ actions, when }) => ({
          rule,
          actions,
          when,
          keys: actions.map((action) => actionKey(action, rule, inspection)),
        }));
  });
}

/** Equal for actions of one name whose arguments have the same values. */
export function actionKey(action: Action, rule: RuleInformation, { readings }: Inspection): string {
  const values = action.arguments.map(
    ({ name, value }) => `${name?.text ?? ""}: ${keyOf(writtenIn(rule, value), readings)}`,
  );
  return `${action.name.text}(${values.join(", ")})`;
}

function firingsIn(
  information: RuleInformation,
  facts: readonly Formula[],
  inspection: Inspection,
): readonly Omit<Firing, "keys">[] {
  const { rule } = information;
  const firings: Omit<Firing, "keys">[] = [];
  const failed: Formula[] = [];
  const add = (actions: readonly Action[], holds: readonly Formula[], fails: Formula): void => {
    firings.push({ rule: information, actions, when: [...facts, ...failed, ...holds] });
    failed.push(fails);
  };
  if (rule.kind === "if") {
    for (const { condition, actions } of rule.branches.slice(0, mostBranches)) {
      const { holds, fails } = inspection.read(writtenIn(information, condition));
      add(actions, [holds], fails);
    }
    if (rule.otherwise !== null && rule.branches.length <= mostBranches) {
      firings.push({ rule: information, actions: rule.otherwise, when: [...facts, ...failed] });
    }
  }
  if (rule.kind === "match") {
    const subject = writtenIn(information, rule.subject);
    for (const { pattern, guard, actions } of rule.arms.slice(0, mostBranches)) {
      const match = readPattern(subject, pattern, inspection.readings);
      const guarded = guard === null ? null : inspection.read(writtenIn(information, guard));
      if (guarded === null) add(actions, [match.holds], match.fails);
      else add(actions, [match.holds, guarded.holds], some([match.fails, guarded.fails]));
    }
  }
  return firings;
}

/** Whether, whenever the first is taken, the second is taken too, in the same turn of the same loops. */
export function entails(first: Firing, second: Firing, { canBe, once }: Inspection): boolean {
  return (
    isInLoopsOf(second.rule, first.rule) &&
    once(
      first,
      second,
      () => canBe(first.when) && second.when.every((part) => !canBe([...first.when, negate(part)])),
    )
  );
}

/** True where whatever runs the one rule's block runs the other's too. */
function isInLoopsOf(outer: RuleInformation, inner: RuleInformation): boolean {
  if (outer.parent === null) return true;
  for (let loop = inner.parent; loop !== null; loop = loop.parent) {
    if (loop === outer.parent) return true;
  }
  return false;
}

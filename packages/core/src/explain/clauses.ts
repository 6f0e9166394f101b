// The clauses of rules as explanations name them: what each asks, and the actions it takes.
import type { TraceEntry } from "../evaluate/decision.ts";
import type {
  Condition,
  ProgramAction,
  ProgramFailsafe,
  ProgramFor,
  ProgramIf,
  ProgramMatch,
  ProgramWhile,
} from "../semantics/program.ts";

/** A clause: what it asks and what it takes. `branch` is what the trace calls it. */
export interface Clause {
  readonly branch: TraceEntry["branch"];
  readonly line: number;
  /** `IF Distance < 1m`, `ELSE`, `"auto" WHEN Ready =>`, `WHERE …`, `UNKNOWN`. */
  readonly text: string;
  readonly condition: Condition | null;
  readonly takes: readonly string[];
}

/** IF and each ELSE IF, then ELSE. */
export function branchesOf({ branches, otherwise, line }: ProgramIf): readonly Clause[] {
  const conditional = branches.map(({ condition, actions }, index) =>
    clauseOf(
      index,
      line,
      `${index === 0 ? "IF" : "ELSE IF"} ${condition.text}`,
      condition,
      actions,
    ),
  );
  return otherwise === null
    ? conditional
    : [...conditional, clauseOf("else", line, "ELSE", null, otherwise)];
}

/** The arms of a MATCH. */
export function armsOf({ arms }: ProgramMatch): readonly Clause[] {
  return arms.map(({ patternText, guard, actions, line }, index) => {
    const when = guard === null ? "" : ` WHEN ${guard.text}`;
    return clauseOf(index, line, `${patternText}${when} =>`, guard, actions);
  });
}

/** What a MATCH is about. */
export function subjectOf({ subjectText, line }: ProgramMatch): Clause {
  return clauseOf(null, line, `MATCH ${subjectText}`, null, []);
}

/** What a FOR runs over. */
export function collectionOf({ variable, index, collectionText, line }: ProgramFor): Clause {
  const names = index === null ? variable : `${variable}, ${index}`;
  return clauseOf(null, line, `FOR ${names} IN ${collectionText}`, null, []);
}

/** The condition of a FOR, if it has one. */
export function whereOf({ where, line }: ProgramFor): Clause | null {
  return where === null ? null : clauseOf(0, line, `WHERE ${where.text}`, where, []);
}

/** The condition of a WHILE. */
export function whileOf({ condition, line }: ProgramWhile): Clause {
  return clauseOf(0, line, `WHILE ${condition.text}`, condition, []);
}

/** What a rule does when it cannot be decided, if it says so. */
export function answerOf(rule: {
  readonly line: number;
  readonly unknown: readonly ProgramAction[] | null;
}): Clause | null {
  return rule.unknown === null
    ? null
    : clauseOf("unknown", rule.line, "UNKNOWN", null, rule.unknown);
}

/** What a document does when its rules leave the decision open. */
export function failsafeOf({ line, actions }: ProgramFailsafe): Clause {
  return clauseOf(null, line, "FAILSAFE", null, actions);
}

function clauseOf(
  branch: Clause["branch"],
  line: number,
  text: string,
  condition: Condition | null,
  actions: readonly ProgramAction[],
): Clause {
  const takes = actions.map(({ name }) => name);
  return { branch, line: actions[0]?.line ?? line, text, condition, takes };
}

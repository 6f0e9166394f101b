// Asks of everything in the rules that can fail by itself whether it does: a divisor of zero, an index out of range, the least of
// an empty list. Rules that answer it by UNKNOWN are as they should be.
import { expressionsOfRule, type Ir, type Program, visitExpression } from "@omega/core";
import { stepOf } from "../answer-question.ts";
import { encodeCondition } from "../encode-expression.ts";
import type { EncodedProgram, EncodingWatch, Path } from "../encode-rules.ts";
import { type Bindings, type FailingPart, failingParts } from "../failing-parts.ts";
import type { Question, Step } from "../question.ts";
import type { Scope } from "../scope.ts";
import { and, no, or, type Term } from "../term.ts";

/** Watches a program being encoded, for `askArithmetic`. */
export interface ArithmeticWatch extends EncodingWatch {
  readonly hazards: () => readonly Hazard[];
}

/** A part of a rule that can fail by itself. */
interface Hazard extends FailingPart {
  readonly rule: Ir.ProgramRule;
  /** Whether it is come to and fails, in one turn at least. */
  when: Term;
  outside: string | null;
}

export function watchArithmetic(program: Program): ArithmeticWatch {
  const rules = everyRule(program.rules);
  const bindings = bindingsOf(rules);
  const hazards = new Map<Ir.ProgramExpression, readonly Hazard[]>();
  for (const rule of rules) {
    // What LET binds is asked about where it is read.
    if (rule.kind === "let" && bindings.has(rule.slot)) continue;
    for (const whole of expressionsOfRule(rule)) {
      const parts = failingParts(whole, bindings);
      const found = parts.map((part) => {
        const beyond = typeof part.fails === "string" ? part.fails : null;
        return { ...part, rule, when: no, outside: beyond };
      });
      if (found.length > 0) hazards.set(whole, found);
    }
  }
  const note = (whole: Ir.ProgramExpression, path: Path, scope: Scope): void => {
    for (const hazard of hazards.get(whole) ?? []) {
      if (typeof hazard.fails === "string") continue;
      const fails = encodeCondition(hazard.fails, scope);
      hazard.outside ??= path.outside ?? (fails.kind === "outside" ? fails.reason : null);
      if (fails.kind !== "outside") hazard.when = or(hazard.when, and(path.when, fails.holds));
    }
  };
  return {
    asks: ({ expression }, path, scope) => note(expression, path, scope),
    evaluates: note,
    reaches: () => {},
    hazards: () => [...hazards.values()].flat(),
  };
}

function everyRule(rules: readonly Ir.ProgramRule[]): readonly Ir.ProgramRule[] {
  return rules.flatMap((rule) => ["body" in rule ? everyRule(rule.body) : [], rule].flat());
}

/** What LET binds once, of what nothing sets: wherever it is read, it is what evaluating the expression there would give. */
function bindingsOf(rules: readonly Ir.ProgramRule[]): Bindings {
  const changed = new Set(rules.flatMap((rule) => (rule.kind === "set" ? [rule.slot] : [])));
  const lets = rules.filter((rule) => rule.kind === "let");
  for (let before = -1; before < changed.size; ) {
    before = changed.size;
    for (const { slot, value } of lets) {
      visitExpression(value, (part) => {
        if (part.kind === "local" && changed.has(part.slot)) changed.add(slot);
      });
    }
  }
  return new Map(
    lets.flatMap(({ slot, value }) => (changed.has(slot) ? [] : [[slot, value] as const])),
  );
}

export function askArithmetic(
  { program }: EncodedProgram,
  hazards: readonly Hazard[],
): readonly Step[] {
  const isSafe = program.failsafe !== null;
  const questions: Question[] = [];
  // From the last to the first: what has the same cause is asked about where what comes before it is as it should be.
  for (const [index, hazard] of [...hazards.entries()].reverse()) {
    const question = questionAbout(hazard, isSafe);
    const [next] = questions;
    const isSame = hazard.cause !== null && hazards[index + 1]?.cause === hazard.cause;
    const isChained = isSame && hazards[index + 1]?.rule === hazard.rule && next !== undefined;
    if (isChained) questions[0] = { ...question, next };
    else questions.unshift(question);
  }
  return questions.map(stepOf);
}

interface Wording {
  readonly can: string;
  readonly never: string;
}

function wordingOf({ rule: { id }, text, failure }: Hazard): Wording {
  switch (failure) {
    case "division by zero":
      return {
        can: `\`${text}\` of \`${id}\` can divide by zero`,
        never: `\`${text}\` of \`${id}\` never divides by zero`,
      };
    case "index out of range":
      return {
        can: `\`${text}\` of \`${id}\` can be out of range`,
        never: `\`${text}\` of \`${id}\` is never out of range`,
      };
    case "empty list":
      return {
        can: `\`${text}\` of \`${id}\` can be asked of an empty list`,
        never: `\`${text}\` of \`${id}\` is never asked of an empty list`,
      };
  }
}

function questionAbout(hazard: Hazard, isSafe: boolean): Question {
  const { rule, text, failure, when, outside } = hazard;
  const { can, never } = wordingOf(hazard);
  const isAnswered = isSafe || ("unknown" in rule && rule.unknown !== null);
  const isAssigned = rule.kind === "let" || rule.kind === "set";
  return {
    question: "arithmetic",
    subject: rule.id,
    line: rule.line,
    text,
    claim: can,
    outside,
    happens: when,
    confirms: ({ unknowns }) =>
      unknowns.some(({ reason, rule: where }) => {
        return reason === failure && (isAssigned || where === rule.id);
      }),
    possible: isAnswered
      ? { isFinding: false, message: `${can}, which is answered` }
      : { isFinding: true, message: can },
    impossible: { isFinding: false, message: never },
  };
}

// Asks of every formal constraint whether some context makes the rules break it. What enforcement then does about it, it has
// to do: a constraint that holds here never withholds an action, and its decision is never `violated`.
import { type Decision, type Ir, placeOf } from "@omega/core";
import { answerQuestion, type Proving } from "../answer-question.ts";
import {
  actionsOf,
  allTaken,
  encodeBreach,
  failsafeAnswers,
  isWithheld,
} from "../encode-breach.ts";
import { encodeEnforcement } from "../encode-enforcement.ts";
import type { EncodedProgram } from "../encode-rules.ts";
import type { ProofAnswer, Taker } from "../proof-answer.ts";
import type { Question, Step } from "../question.ts";
import { and, no, not, or, type Term } from "../term.ts";
import { witnessInstant } from "../witness.ts";

export function askConstraints(encoded: EncodedProgram): readonly Step[] {
  return encoded.program.constraints.flatMap((constraint): readonly Step[] => {
    const { clause } = constraint;
    if (clause.kind === "max-loop") return [];
    const question = questionOf(constraint, encoded);
    return [
      {
        asked: question,
        answer: async (proving) =>
          clause.kind === "never"
            ? answerProhibition(question, clause, proving)
            : [await answerQuestion(question, proving)],
      },
    ];
  });
}

function questionOf(constraint: Ir.ProgramConstraint, encoded: EncodedProgram): Question {
  const { id, line, text, clause } = constraint;
  const breach = breachOf(constraint, encoded);
  return {
    question: "constraint",
    subject: id,
    line,
    text,
    claim: `\`${id}\` can break`,
    outside: typeof breach === "string" ? breach : null,
    happens: typeof breach === "string" ? no : and(breach, failsafeAnswers(encoded)),
    confirms: (decision) => isBroken(decision, constraint),
    whole: encoded.program.failsafe !== null,
    possible: {
      isFinding: true,
      message: (decision) => {
        if (clause.kind === "never") {
          const who = culpritsIn(decision, clause).map(describeCulprit).join(" and ");
          return `\`${id}\` can break where ${who}: enforcement keeps it by withholding an action`;
        }
        return isWithheld(clause)
          ? `\`${id}\` can break: enforcement keeps it by withholding an action`
          : `\`${id}\` can break: nothing keeps it, and the decision is \`violated\``;
      },
      breach: (decision) => ({
        consequence: isWithheld(clause) ? "withheld" : "violated",
        takers: clause.kind === "never" ? culpritsIn(decision, clause) : [],
      }),
    },
    impossible: { isFinding: false, message: `\`${id}\` holds in every context` },
  };
}

/**
 * Where the clause is broken: a prohibition or AT MOST by what the rules take, REQUIRES wherever it withholds its action, any
 * other by what enforcement leaves.
 */
function breachOf(constraint: Ir.ProgramConstraint, encoded: EncodedProgram): Term | string {
  const { clause } = constraint;
  const taken = allTaken(encoded);
  if (clause.kind === "never" || clause.kind === "at-most")
    return encodeBreach(constraint, taken, encoded);
  const enforcement = encodeEnforcement(actionsOf(clause), taken, encoded);
  if (typeof enforcement === "string") return enforcement;
  return clause.kind === "requires"
    ? enforcement.withheldBy(constraint)
    : encodeBreach(constraint, enforcement.left, encoded);
}

// --- which rules --------------------------------------------------------------------------------------------------

/** Who mends a document wants to see more than one pair of rules at a time, and not hundreds. */
const MOST_SHOWN = 5;

/** One answer for each combination of rules that takes what may not be taken, up to a few. */
async function answerProhibition(
  question: Question,
  clause: Never,
  proving: Proving,
): Promise<readonly ProofAnswer[]> {
  const answers: ProofAnswer[] = [];
  let others: Term = and();
  while (answers.length < MOST_SHOWN) {
    const answer = await answerQuestion(
      {
        ...question,
        happens: and(question.happens, others),
      },
      proving,
    );
    if (answers.length > 0 && answer.outcome !== "finding") break;
    answers.push(answer);
    if (answer.context === null) break;
    const culprits = culpritsIn(
      proving.evaluate(answer.context, answer.now ?? witnessInstant),
      clause,
    );
    others = and(others, not(and(...culprits.map((culprit) => takenBy(culprit, proving.encoded)))));
  }
  return answers;
}

type Never = Extract<Ir.ProgramClause, { kind: "never" }>;

/** The first rule to take each of the actions that are not to be taken together. */
function culpritsIn(decision: Decision, { actions }: Never): readonly Taker[] {
  const events = eventsOf(decision);
  return [...new Set(actions)].flatMap((action) => {
    const event = events.find(({ name }) => name === action);
    return event === undefined ? [] : [{ rule: event.rule, action }];
  });
}

function describeCulprit({ rule, action }: Taker): string {
  return `\`${rule}\` takes \`${action}\``;
}

function takenBy({ rule, action }: Taker, encoded: EncodedProgram): Term {
  return or(
    ...allTaken(encoded)
      .filter((event) => event.action === action && event.rule === rule)
      .map(({ when }) => when),
  );
}

/** What the rules took, whatever enforcement made of it. */
export function eventsOf({
  actions,
  pending,
  withheld,
}: Decision): readonly Decision["actions"][number][] {
  return [...actions, ...pending, ...withheld];
}

// --- what a decision shows ----------------------------------------------------------------------------------------

/**
 * Whether the decision shows the breach. What a clause would withhold, another may have withheld before it: then what the
 * rules took shows it.
 */
function isBroken(decision: Decision, { id, clause }: Ir.ProgramConstraint): boolean {
  if (!isWithheld(clause)) return decision.violations.some(({ constraint }) => constraint === id);
  if (decision.withheld.some(({ constraint }) => constraint === id)) return true;
  const taken = eventsOf(decision).map(({ name }) => name);
  switch (clause.kind) {
    case "never":
      return applies(decision, id, clause) && clause.actions.every((name) => taken.includes(name));
    case "at-most": {
      const { actions, per, count } = clause;
      const places = eventsOf(decision).flatMap(({ name, bindings }) =>
        actions.includes(name) ? [per === null ? "" : (placeOf(per, bindings) ?? "")] : [],
      );
      return places.some((place) => places.filter((other) => other === place).length > count);
    }
    default:
      return false;
  }
}

/** Whether the guard of a prohibition leaves it in force, as the trace has it. */
export function applies({ trace = [] }: Decision, id: string, { guard }: Never): boolean {
  if (guard === null) return true;
  const lifting = guard.kind === "when" ? "not fired" : "fired";
  return trace.some(({ rule, outcome }) => rule === id && outcome !== lifting);
}

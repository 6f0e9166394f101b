// Asks of actions whose declared Effects work against each other whether they are taken together, or the one where an ALWAYS
// demands the other.
import type { Decision, Ir } from "@omega/core";
import { stepOf } from "../answer-question.ts";
import { asCondition, comparison, numberOf } from "../condition-of.ts";
import { allTaken, conditionTruth, encodeBreach, isWithheld } from "../encode-breach.ts";
import type { EncodedProgram } from "../encode-rules.ts";
import type { Question, Step } from "../question.ts";
import { and, no, not, or, type Term } from "../term.ts";

export function askEffects(encoded: EncodedProgram): readonly Step[] {
  const { effects, constraints } = encoded.program;
  return effects.flatMap((effect, index) =>
    effects.slice(index + 1).flatMap((other): readonly Step[] => {
      const isSame = effect.action === other.action;
      if (isSame || effect.attributeIndex !== other.attributeIndex) return [];
      if (isForbidden([effect.action, other.action], constraints)) return [];
      const opposed = worksAgainst(effect, other, encoded);
      return opposed === no ? [] : [stepOf(questionAbout(effect, other, opposed, encoded))];
    }),
  );
}

/** Where the two take the attribute different ways; a text says why nobody knows. */
function worksAgainst(
  effect: Ir.ProgramEffect,
  other: Ir.ProgramEffect,
  encoded: EncodedProgram,
): Term | string {
  const sets = [effect, other].filter(({ change }) => change === "SETS").length;
  // What is set and then raised is no contradiction that anybody could decide.
  if (sets === 1) return no;
  const holds = (
    left: Ir.ProgramExpression,
    operator: "<" | ">" | "!=",
    right: Ir.ProgramExpression,
  ): Term | string => {
    const truth = conditionTruth(asCondition(comparison(left, operator, right)), encoded);
    return truth.kind === "outside" ? truth.reason : truth.holds;
  };
  if (sets === 2) return holds(effect.amount, "!=", other.amount);
  const changes = ({ amount }: Ir.ProgramEffect, operator: "<" | ">"): Term | string =>
    holds(amount, operator, numberOf(0));
  const more = changes(effect, ">");
  const less = changes(effect, "<");
  const isSameWay = effect.change === other.change;
  const otherMore = changes(other, isSameWay ? ">" : "<");
  const otherLess = changes(other, isSameWay ? "<" : ">");
  for (const term of [more, less, otherMore, otherLess]) if (typeof term === "string") return term;
  return or(andAll(more, otherLess), andAll(less, otherMore));
}

function andAll(...terms: readonly (Term | string)[]): Term {
  return and(...terms.filter((term) => typeof term !== "string"));
}

/** Whether enforcement never lets both through. */
function isForbidden(
  names: readonly string[],
  constraints: readonly Ir.ProgramConstraint[],
): boolean {
  return constraints.some(({ clause }) => {
    switch (clause.kind) {
      case "never":
        return clause.guard === null && clause.actions.every((name) => names.includes(name));
      case "at-most":
        return (
          clause.count <= 1 &&
          clause.per === null &&
          names.every((name) => clause.actions.includes(name))
        );
      default:
        return false;
    }
  });
}

/** An ALWAYS that demands an action, where it holds. */
interface Demand {
  readonly id: string;
  readonly action: string;
  readonly holds: Term;
}

function questionAbout(
  effect: Ir.ProgramEffect,
  other: Ir.ProgramEffect,
  against: Term | string,
  encoded: EncodedProgram,
): Question {
  const [one, two] = [effect.action, other.action];
  const events = allTaken(encoded).filter(({ action }) => action === one || action === two);
  const beyond = events.find(({ outside }) => outside !== null);
  const demands = demandsFor([one, two], encoded);
  const isTaken = (name: string): Term =>
    or(...events.filter(({ action }) => action === name).map(({ when }) => when));
  const isWanted = (name: string): Term =>
    or(isTaken(name), ...demands.filter(({ action }) => action === name).map(({ holds }) => holds));
  const together = or(and(isTaken(one), isWanted(two)), and(isWanted(one), isTaken(two)));
  const opposed = typeof against === "string" ? no : and(together, against);
  const claim = `\`${one}\` and \`${two}\` can work against each other on \`${effect.attribute}\``;
  return {
    question: "effects",
    subject: one,
    line: effect.line,
    text: `${textOf(effect)}, ${textOf(other)}`,
    claim,
    outside:
      typeof against === "string"
        ? against
        : beyond === undefined
          ? null
          : `\`${beyond.action}\` depends on ${beyond.outside}`,
    happens: and(opposed, ...whereNothingIsWithheld([one, two], encoded)),
    mayHappen: opposed,
    confirms: (decision) => sayWho(one, two, demands, decision) !== null,
    whole: encoded.program.failsafe !== null,
    possible: {
      isFinding: true,
      message: (decision) => {
        const who = sayWho(one, two, demands, decision) ?? claim;
        return `${who}, and their Effects on \`${effect.attribute}\` work against each other`;
      },
    },
    impossible: {
      isFinding: false,
      message: `\`${one}\` and \`${two}\` never work against each other on \`${effect.attribute}\``,
    },
  };
}

function textOf({ action, change, attribute }: Ir.ProgramEffect): string {
  return `${action} ${change} ${attribute}`;
}

function demandsFor(names: readonly string[], encoded: EncodedProgram): readonly Demand[] {
  return encoded.program.constraints.flatMap(({ id, clause }): readonly Demand[] => {
    if (clause.kind !== "always" || !names.includes(clause.action)) return [];
    const truth = conditionTruth(clause.condition, encoded);
    return truth.kind === "outside" ? [] : [{ id, action: clause.action, holds: truth.holds }];
  });
}

/** That no clause withholds one of the actions. */
function whereNothingIsWithheld(
  names: readonly string[],
  encoded: EncodedProgram,
): readonly Term[] {
  const events = allTaken(encoded);
  return encoded.program.constraints.flatMap((constraint) => {
    const { clause } = constraint;
    if (!isWithheld(clause)) return [];
    const actions =
      "actions" in clause ? clause.actions : "action" in clause ? [clause.action] : [];
    if (!actions.some((name) => names.includes(name))) return [];
    const breach = encodeBreach(constraint, events, encoded);
    return typeof breach === "string" ? [] : [not(breach)];
  });
}

/** Which rules take the two, or which takes one where what clause demands the other; null where neither is so. */
function sayWho(
  one: string,
  two: string,
  demands: readonly Demand[],
  { actions, pending, trace = [] }: Decision,
): string | null {
  const taker = (name: string): string | null =>
    [...actions, ...pending].find((event) => event.name === name)?.rule ?? null;
  const demand = (name: string): string | null =>
    demands.find(
      ({ id, action }) =>
        action === name && trace.some(({ rule, outcome }) => rule === id && outcome === "fired"),
    )?.id ?? null;
  const first = taker(one);
  const second = taker(two);
  if (first !== null && second !== null) {
    return `\`${first}\` takes \`${one}\` and \`${second}\` takes \`${two}\``;
  }
  const [taken, by, missing] = first === null ? [two, second, one] : [one, first, two];
  const clause = demand(missing);
  return by === null || clause === null
    ? null
    : `\`${by}\` takes \`${taken}\` where \`${clause}\` demands \`${missing}\``;
}

// Asks of every rule whether it ever takes what no other rule takes. Rules that do not are shadowed, or equal to another.
import type { Decision, Ir } from "@omega/core";
import { answerQuestion, type Proving } from "../answer-question.ts";
import { equalValues } from "../compare-symbolic.ts";
import type { EncodedProgram, RuleAction } from "../encode-rules.ts";
import type { ProofAnswer } from "../proof-answer.ts";
import type { Question, Step } from "../question.ts";
import { and, no, not, or, type Term, type Variable, variablesOf, yes } from "../term.ts";
import { eventsOf } from "./constraints.ts";

/**
 * From the last rule to the first, each compared with those that are not found to add nothing: of two equal rules the later one
 * is told, and all that are told can be left out together.
 */
export function askRedundancy({ taken }: EncodedProgram): readonly Step[] {
  const byRule = new Map<Ir.ProgramRule, Event[]>();
  const byAction = new Map<string, Event[]>();
  for (const action of taken) {
    const event = { ...action, variables: variablesOf([action.when]) };
    push(byRule, action.rule, event);
    push(byAction, action.action, event);
  }
  // Of a loop, only its UNKNOWN clause takes anything; its body's rules are asked about on their own.
  const rules = [...byRule].filter(([{ kind }]) => kind !== "for" && kind !== "while");
  const steps = rules.map(([rule, events]) => stepFor(rule, events, byAction));
  return steps.filter((step) => step !== null).reverse();
}

interface Event extends RuleAction {
  readonly variables: ReadonlySet<Variable>;
}

function push<Key>(groups: Map<Key, Event[]>, key: Key, event: Event): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [event]);
  else group.push(event);
}

/** Null where it is plain that nothing else takes what the rule takes. */
function stepFor(
  rule: Ir.ProgramRule,
  events: readonly Event[],
  byAction: ReadonlyMap<string, readonly Event[]>,
): Step | null {
  const rivals = events.map((event) =>
    (byAction.get(event.action) ?? []).flatMap((other): readonly Rival[] => {
      // Without a rule that nobody can encode, less is called idle, and no less of it is.
      if (other.rule === rule || other.outside !== null || !mayCover(other, event)) return [];
      const same = sameArguments(event, other);
      return same === no ? [] : [{ event: other, same }];
    }),
  );
  if (rivals.some((found) => found.length === 0)) return null;
  const about = { rule, events, rivals };
  return {
    asked: questionAbout(about, () => true),
    async answer(proving, earlier) {
      const isIdle = (id: string): boolean =>
        earlier.some(({ question, subject, outcome }) => {
          return question === "redundant" && subject === id && outcome === "finding";
        });
      const isDead = !earlier.some(({ question, subject, outcome }) => {
        return question === "reachable" && subject === rule.id && outcome !== "finding";
      });
      if (isDead) return [];
      const counts = (other: Ir.ProgramRule): boolean => !isIdle(other.id);
      const answer = await answerQuestion(questionAbout(about, counts), proving);
      if (answer.outcome !== "finding") return [answer];
      return [{ ...answer, message: await describe(about, counts, proving) }];
    },
  };
}

/** Rules over other readings fire independently of each other. */
function mayCover(other: Event, event: Event): boolean {
  return (
    other.when === yes || [...other.variables].some((variable) => event.variables.has(variable))
  );
}

/** Where both are given the same. */
function sameArguments(event: Event, other: Event): Term {
  if (event.arguments.length !== other.arguments.length) return no;
  return and(
    ...event.arguments.map(({ name, value }, index) => {
      const given = other.arguments[index];
      if (given === undefined || given.name !== name) return no;
      const equal = equalValues(value, given.value);
      return equal.kind === "outside" ? no : equal.holds;
    }),
  );
}

interface Rival {
  readonly event: Event;
  /** Where it is given the same arguments. */
  readonly same: Term;
}

interface Comparison {
  readonly rule: Ir.ProgramRule;
  readonly events: readonly Event[];
  /** For each of the events. */
  readonly rivals: readonly (readonly Rival[])[];
}

/** Whether the rule takes something that no rule takes that counts. */
function questionAbout(
  { rule, events, rivals }: Comparison,
  counts: (other: Ir.ProgramRule) => boolean,
): Question {
  const alone = events.map((event, index) => {
    const others = (rivals[index] ?? []).filter(({ event: { rule: other } }) => counts(other));
    return and(event.when, not(or(...others.map((other) => and(other.event.when, other.same)))));
  });
  const beyond = events.find(({ outside }) => outside !== null)?.outside ?? null;
  const others = new Set(
    rivals.flatMap((found) =>
      found.flatMap(({ event }) => (counts(event.rule) ? [event.rule.id] : [])),
    ),
  );
  return {
    question: "redundant",
    subject: rule.id,
    line: rule.line,
    text: textOf(rule),
    claim: `\`${rule.id}\` takes what no other rule takes`,
    outside: beyond,
    happens: or(...alone),
    confirms: (decision) => takesAlone(decision, rule.id, others),
    possible: { isFinding: false, message: `\`${rule.id}\` takes what no other rule takes` },
    impossible: { isFinding: true, message: `\`${rule.id}\` adds nothing` },
  };
}

function takesAlone(decision: Decision, rule: string, others: ReadonlySet<string>): boolean {
  const events = eventsOf(decision);
  const contentOf = ({ name, args }: (typeof events)[number]): string =>
    JSON.stringify([name, args]);
  const elsewhere = new Set(events.filter((event) => others.has(event.rule)).map(contentOf));
  return events.some((event) => event.rule === rule && !elsewhere.has(contentOf(event)));
}

/** Rules that are tried as the one that makes a rule idle. */
const MOST_TRIED = 8;

/** The message, with the one rule that does what this one does, if there is one. */
async function describe(
  about: Comparison,
  counts: (other: Ir.ProgramRule) => boolean,
  proving: Proving,
): Promise<string> {
  const { rule, rivals } = about;
  const candidates = [...new Set(rivals.flat().map(({ event }) => event.rule))]
    .filter(
      (other) =>
        counts(other) && rivals.every((found) => found.some(({ event }) => event.rule === other)),
    )
    .slice(0, MOST_TRIED);
  for (const candidate of candidates) {
    const question = questionAbout(about, (other) => other === candidate);
    const { outcome }: ProofAnswer = await answerQuestion(question, proving);
    if (outcome === "finding") {
      return `\`${rule.id}\` adds nothing: whatever it takes, \`${candidate.id}\` takes too`;
    }
  }
  return `\`${rule.id}\` adds nothing: whatever it takes, other rules take too`;
}

function textOf(rule: Ir.ProgramRule): string {
  switch (rule.kind) {
    case "if":
      return rule.branches[0]?.condition.text ?? "";
    case "match":
      return rule.subjectText;
    case "for":
      return rule.where?.text ?? rule.collectionText;
    case "while":
      return rule.condition.text;
    case "let":
    case "set":
      return rule.name;
  }
}

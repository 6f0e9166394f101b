// Laws of explanations: they account for everything that evaluation tried, and what they call decisive is.
import {
  attemptsOf,
  compile,
  type Explanation,
  explainDecision,
  type TraceAtom,
} from "@omega/core";
import * as fc from "fast-check";
import { type Draw, drawn } from "../generate/draw.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import { decide, situations } from "./situations.ts";

const complete = law(
  {
    name: "explanations-account-for-the-trace",
    statement: "everything that evaluation tried stands in the explanation, once and in order",
    cases: 120,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const { program, context } = situation;
    for (const limits of [{}, { steps: 12 }]) {
      const decision = decide(situation, context, { trace: true, limits });
      if (decision.status === "rejected") return;
      const explanation = explainDecision(program, decision);
      const conditional = new Set(program.constraints.map(({ id }) => id));
      const tried = (decision.trace ?? []).filter(({ rule }) => !conditional.has(rule));
      const told = attemptsOf(explanation);
      const place = ({ rule, outcome }: { rule: string; outcome: string }): string =>
        `${rule} ${outcome}`;
      // UNKNOWN of a loop is told behind its turns, where evaluation may have come to it between them.
      expectSame(told.map(place).sort(), tried.map(place).sort(), "what was tried");
      expectActions(explanation);
    }
  },
);

/** Whatever was taken has a clause that fired and says that it takes it. */
function expectActions(explanation: Explanation): void {
  const fired = attemptsOf(explanation).filter(({ outcome }) => outcome === "fired");
  const { actions, pending, withheld } = explanation;
  for (const { name, rule } of [...actions, ...pending, ...withheld]) {
    const isTold = fired.some((clause) => clause.rule === rule && clause.takes.includes(name));
    expectThat(isTold, `no clause of ${rule} that fired takes ${name}`);
  }
}

// --- deciding atoms -----------------------------------------------------------------------------------------------

const names = ["A", "B", "C", "D", "E"];

interface Asked {
  readonly condition: string;
  readonly context: { readonly [name: string]: boolean };
  readonly [fc.toStringMethod]: () => string;
}

/** A condition in which each attribute occurs once, and a context that lacks some of them. */
function asked(size: number): fc.Arbitrary<Asked> {
  return drawn(size, (draw) => {
    const condition = drawCondition(draw, names.slice(0, 2 + draw.whole(3)));
    const known = names.filter(() => draw.chance(3, 4));
    const context = Object.fromEntries(known.map((name) => [name, draw.chance(1, 2)]));
    const shown = (): string => `${condition} ${JSON.stringify(context)}`;
    return { condition, context, [fc.toStringMethod]: shown };
  });
}

function drawCondition(draw: Draw, attributes: readonly string[]): string {
  const [only = "A", another] = attributes;
  const condition = another === undefined ? only : drawPair(draw, attributes);
  return draw.chance(1, 4) ? `NOT (${condition})` : condition;
}

function drawPair(draw: Draw, attributes: readonly string[]): string {
  const at = 1 + draw.whole(attributes.length - 2);
  const left = drawCondition(draw, attributes.slice(0, at));
  const right = drawCondition(draw, attributes.slice(at));
  return `(${left} ${draw.pick(["AND", "OR"])} ${right})`;
}

const decisive = law(
  {
    name: "deciding-atoms-decide",
    statement:
      "an atom that decides a condition turns its outcome, given what was evaluated, and no other does by itself",
    cases: 150,
  },
  asked,
  ({ condition, context }) => {
    const before = ask(condition, context);
    const evaluated = before.atoms.filter(({ value }) => value !== "not evaluated");
    // What evaluation did not look at is not known to have mattered.
    const seen = Object.fromEntries(
      Object.entries(context).filter(([name]) => evaluated.some(({ text }) => text === name)),
    );
    const isAlone = before.deciding.length < evaluated.length;
    for (const { text } of evaluated) {
      const others = [true, false].filter((value) => value !== context[text]);
      const outcomes = others.map((value) => ask(condition, { ...seen, [text]: value }).outcome);
      const turns = outcomes.some((outcome) => outcome !== before.outcome);
      const isDeciding = before.deciding.some((atom) => atom.text === text);
      if (turns) expectThat(isDeciding, `${text} turns the outcome, and is not told`);
      if (isDeciding && isAlone)
        expectThat(turns, `${text} is told, and does not turn the outcome`);
    }
  },
);

interface Answer {
  readonly outcome: string;
  readonly atoms: readonly TraceAtom[];
  readonly deciding: readonly TraceAtom[];
}

function ask(condition: string, context: Asked["context"]): Answer {
  const attributes = names.map((name) => `- ${name}: <boolean>\n`).join("");
  const policy = compile(
    `INTENT: Ask.\n\nCONTEXT:\n${attributes}\nRULE:\n- IF ${condition} THEN Answer\n`,
  );
  const { program } = policy;
  if (program === null) throw new Error(`\`${condition}\` does not compile`);
  const decision = policy.evaluate(context, { trace: true });
  const [clause] = attemptsOf(explainDecision(program, decision));
  const [entry] = decision.trace ?? [];
  if (clause === undefined || entry === undefined) throw new Error("nothing was tried");
  return { outcome: clause.outcome, atoms: entry.atoms, deciding: clause.deciding };
}

export const explanationLaws: readonly Law[] = [complete, decisive];

// Proves a program: asks every question, and shows no context that the ordinary evaluator does not confirm.
import {
  createEvaluator,
  type Decision,
  defaultLimits,
  expressionsOfRule,
  type Ir,
  type Program,
  visitExpression,
} from "@omega/core";
import type { Proving } from "./answer-question.ts";
import { drawContexts } from "./boundary-values.ts";
import { type EncodedProgram, encodeProgram } from "./encode-rules.ts";
import { type KnownFacts, learn } from "./known-facts.ts";
import { type AskedQuestion, notProven, type ProofAnswer } from "./proof-answer.ts";
import type { Step } from "./question.ts";
import { askArithmetic, watchArithmetic } from "./questions/arithmetic.ts";
import { askClauses } from "./questions/clauses.ts";
import { askConstraints } from "./questions/constraints.ts";
import { askEffects } from "./questions/effects.ts";
import { askGaps } from "./questions/gaps.ts";
import { askLoops } from "./questions/loops.ts";
import { askReachability } from "./questions/reachability.ts";
import { askRedundancy } from "./questions/redundancy.ts";
import { createSolver, type Solver } from "./solver.ts";
import { type JsonRecord, witnessInstant } from "./witness.ts";

/** What is to be proved, as plain data. */
export interface ProofLimits {
  /** Milliseconds for one question. */
  readonly timeout: number;
  /** The longest lists of the input that proofs cover; what shows with shorter ones is looked for there first. */
  readonly listBound: number;
  /** The one rule or constraint to ask about; absent or null for all. */
  readonly subject?: string | null;
  /** Whether to look for inputs about which no rule does anything. */
  readonly gaps?: boolean;
}

export interface ProveOptions extends ProofLimits {
  /** Aborting ends the open question; it and those after it are not proven. */
  readonly signal?: AbortSignal;
  /** Told before each question, how many are answered of how many. */
  readonly progress?: (answered: number, all: number) => void;
}

export const defaultProveOptions: ProveOptions = { timeout: 5_000, listBound: 8 };

/**
 * Answers to everything there is to ask, in the order of the document's rules, then its constraints. The encoding is worked
 * out here, in the thread of the caller: for tests, and for who is in a thread of its own. Others ask `proveInThread`.
 */
export async function prove(
  program: Program,
  options: ProveOptions = defaultProveOptions,
): Promise<readonly ProofAnswer[]> {
  const { signal, progress } = options;
  const solver = createSolver(signal);
  const answers: ProofAnswer[] = [];
  try {
    const inquiry = inquire(program, options, solver);
    for (const index of inquiry.questions.keys()) {
      progress?.(index, inquiry.questions.length);
      answers.push(...(await inquiry.answer(index, answers)));
      if (signal?.aborted) {
        const left = inquiry.questions.slice(index + 1);
        return [...answers, ...left.map((one) => notProven(one, "cancelled"))];
      }
    }
  } finally {
    solver.close();
  }
  return answers;
}

/** A proof as far as it has come. */
export interface Inquiry {
  readonly questions: readonly AskedQuestion[];
  /** The answer to a question by its place, and to those that follow from it. */
  readonly answer: (
    index: number,
    earlier: readonly ProofAnswer[],
  ) => Promise<readonly ProofAnswer[]>;
}

/** Most of what happens in loops happens with three elements, and questions about few are answered soonest. */
const FIRST_BOUND = 3;

/** To such a document so many contexts are tried first: what they show, the solver need not be asked. */
const LONG_DOCUMENT = 40;
const CONTEXTS_TRIED = 64;

/** All questions of a program, to be answered one by one. */
export function inquire(program: Program, limits: ProofLimits, solver: Solver): Inquiry {
  const evaluate = evaluatorOf(program);
  const facts: KnownFacts = new Map();
  const begin = (bound: number): { readonly proving: Proving; readonly steps: readonly Step[] } => {
    const watch = watchArithmetic(program);
    const encoded = encodeProgram(program, bound, watch);
    const { timeout } = limits;
    const steps = [
      ...stepsOf(encoded),
      ...askArithmetic(encoded, watch.hazards()),
      ...(limits.gaps === true ? [askGaps(encoded)] : []),
    ].filter(({ asked }) => limits.subject == null || asked.subject === limits.subject);
    return { proving: { encoded, solver, timeout, evaluate, facts }, steps };
  };
  const short = begin(Math.min(FIRST_BOUND, limits.listBound));
  // Encoded when the first answer depends on how long lists are.
  let long: ReturnType<typeof begin> | null = null;
  // Encoded when that answer may depend on lists as long as the document says.
  let longest: ReturnType<typeof begin> | null = null;
  const named = longestNamed(program);
  return {
    questions: short.steps.map(({ asked }) => asked),
    async answer(index, earlier) {
      if (facts.size === 0 && short.steps.length >= LONG_DOCUMENT) {
        for (const context of drawContexts([program], CONTEXTS_TRIED)) {
          const now = witnessInstant;
          learn(facts, evaluate(context, now), { context, now });
        }
      }
      const answers = (await short.steps[index]?.answer(short.proving, earlier)) ?? [];
      if (!answers.some(({ listBound }) => listBound !== null)) return answers;
      long ??= begin(limits.listBound);
      const longer = (await long.steps[index]?.answer(long.proving, earlier)) ?? [];
      // What is too hard for long lists is still proved for short ones.
      if (!longer.every(isAnswered)) return answers;
      const isBounded = longer.some(({ listBound }) => listBound !== null);
      if (!isBounded || named < limits.listBound) return longer;
      longest ??= begin(named + 1);
      const longestOf = (await longest.steps[index]?.answer(longest.proving, earlier)) ?? [];
      return longestOf.every(isAnswered) ? longestOf : longer;
    },
  };
}

/** Longer lists than the bound are looked at where the document names a length, a place or a count, up to this. */
const LONGEST_NAMED = 24;

/** The greatest number in the document that may be the length of a list, 0 if there is none. */
function longestNamed({ rules, constraints }: Program): number {
  let longest = 0;
  const note = (value: unknown): void => {
    if (typeof value === "number" && value <= LONGEST_NAMED) longest = Math.max(longest, value);
  };
  const look = (expression: Ir.ProgramExpression): void =>
    visitExpression(expression, (part) => {
      const { type } = part;
      const isBare = type.kind === "number" && type.unit.symbol === "";
      if (part.kind === "constant" && isBare) note(part.value);
    });
  const open = [...rules];
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    for (const expression of expressionsOfRule(rule)) look(expression);
    if ("body" in rule) open.push(...rule.body);
  }
  for (const { clause } of constraints) {
    if (clause.kind === "at-most") note(clause.count);
    if (clause.kind === "always") look(clause.condition.expression);
    if (clause.kind === "never" && clause.guard !== null) look(clause.guard.condition.expression);
  }
  return Math.floor(longest);
}

const isAnswered = ({ outcome }: ProofAnswer): boolean => outcome !== "not proven";

function stepsOf(encoded: EncodedProgram): readonly Step[] {
  return [
    ...askReachability(encoded),
    ...askRedundancy(encoded),
    ...askLoops(encoded),
    ...askEffects(encoded),
    ...askConstraints(encoded),
    ...askClauses(encoded),
  ];
}

/** Samples do not stand in: whatever a sample does, a reading of that value does as well. */
function evaluatorOf(program: Program): (context: JsonRecord, now: string) => Decision {
  const evaluate = createEvaluator(program);
  const options = { limits: defaultLimits, sampleDefaults: false, strict: false, trace: true };
  return (context, now) => evaluate(context, { ...options, now });
}

// Laws of decisions: the same for the same input however it is written, bounded by the limits, and true to themselves.
import { canonicalJson, type Decision } from "@omega/core";
import * as fc from "fast-check";
import { type JsonRecord, reexpressContext } from "../generate/contexts.ts";
import { drawn } from "../generate/draw.ts";
import { drawPolicy } from "../generate/policies/policies.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import {
  decide,
  drawSituation,
  outcomeOf,
  type Situation,
  showSituation,
  situations,
} from "./situations.ts";

const deterministic = law(
  {
    name: "equal-inputs-equal-bytes",
    statement:
      "the same document, context and options give the same bytes, with a trace and without",
    cases: 150,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const { context } = situation;
    const first = decide(situation, context);
    const second = decide(situation, structuredClone(context));
    expectSame(canonicalJson(second), canonicalJson(first), "the second time");
    const { trace, ...traced } = decide(situation, context, { trace: true });
    const isRejected = first.status === "rejected";
    expectThat(trace !== undefined || isRejected, "a trace that is asked for is there");
    expectSame(traced, first, "with a trace");
  },
);

const keyOrder = law(
  {
    name: "key-order-does-not-matter",
    statement: "a context with its keys in another order gives the same bytes",
    cases: 150,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const decision = decide(situation, situation.context);
    const reversed = decide(situation, withKeysReversed(situation.context));
    expectSame(canonicalJson(reversed), canonicalJson(decision), "with the keys reversed");
  },
);

function withKeysReversed(json: unknown): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(withKeysReversed);
  return Object.fromEntries(
    Object.entries(json)
      .map(([key, value]) => [key, withKeysReversed(value)])
      .reverse(),
  );
}

const identity = law(
  {
    name: "id-follows-the-input",
    statement:
      "the id changes with the context, the clock, the options and the document, and with nothing else",
    cases: 100,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const { context } = situation;
    const { id, status: reached } = decide(situation, context);
    if (reached === "rejected") return;
    expectSame(decide(situation, context, { trace: true }).id, id, "with a trace");
    const others: readonly (readonly [string, Decision])[] = [
      ["another context", decide(situation, { ...context, "Some other key": 1 })],
      ["another clock", decide(situation, context, { now: "2026-05-01T08:00:06Z" })],
      ["another limit", decide(situation, context, { limits: { steps: 99_999 } })],
      ["without samples", decide(situation, context, { sampleDefaults: false })],
    ];
    for (const [what, other] of others)
      expectThat(other.id !== id, `the id is the same for ${what}`);
  },
);

// --- units --------------------------------------------------------------------------------------------------------

interface Reexpressed {
  readonly situation: Situation;
  readonly reexpressed: JsonRecord;
  readonly [fc.toStringMethod]: () => string;
}

/** Situations, and their contexts with every quantity said in another unit or form. */
function reexpressed(size: number): fc.Arbitrary<Reexpressed | null> {
  return drawn(size, (draw) => {
    const situation = drawSituation(draw, drawPolicy(draw));
    if (situation === null) return null;
    const { text, context, program } = situation;
    const otherwise = reexpressContext(draw, context, program);
    return {
      situation,
      reexpressed: otherwise,
      [fc.toStringMethod]: () => showSituation(text, context, otherwise),
    };
  });
}

const units = law(
  {
    name: "unit-re-expression",
    statement:
      "saying a context's quantities in other units that are exactly equal changes nothing",
    cases: 400,
  },
  reexpressed,
  (example) => {
    if (example === null) return;
    const { situation } = example;
    const decision = decide(situation, situation.context);
    const other = decide(situation, example.reexpressed);
    expectSame(outcomeOf(other), outcomeOf(decision), "said otherwise");
  },
);

// --- limits and status --------------------------------------------------------------------------------------------

interface Limited {
  readonly situation: Situation;
  /** In thousandths of what the whole evaluation takes. */
  readonly share: number;
  readonly [fc.toStringMethod]: () => string;
}

/** Situations without constraints and FAILSAFE, so that what is left of a decision is what the rules took. */
function limited(size: number): fc.Arbitrary<Limited | null> {
  return drawn(size, (draw) => {
    const shape = { constraints: false, failsafe: false };
    const situation = drawSituation(draw, drawPolicy(draw, shape));
    if (situation === null) return null;
    const share = draw.whole(1000);
    const shown = (): string => `${situation[fc.toStringMethod]()} ${share}‰`;
    return { situation, share, [fc.toStringMethod]: shown };
  });
}

const limits = law(
  {
    name: "limits-cut-short",
    statement:
      "a limit that is reached keeps a beginning of the actions, and says so; steps stay within theirs",
    cases: 200,
  },
  limited,
  (example) => {
    if (example === null) return;
    const { situation, share } = example;
    const whole = decide(situation, situation.context);
    if (whole.status === "limited" || whole.status === "rejected") return;
    // An imported constraint withholds after the limit, and what is left begins otherwise.
    if (whole.withheld.length > 0) return;
    const steps = Math.floor((whole.usage.steps * share) / 1000);
    const fewSteps = decide(situation, situation.context, { limits: { steps } });
    expectThat(fewSteps.usage.steps <= steps, `${fewSteps.usage.steps} steps of ${steps}`);
    expectBeginning(fewSteps, whole, steps < whole.usage.steps, `${steps} steps`);
    const taken = whole.actions.length + whole.pending.length;
    const actions = Math.floor((taken * share) / 1000);
    const fewActions = decide(situation, situation.context, { limits: { actions } });
    expectBeginning(fewActions, whole, actions < taken, `${actions} actions`);
    expectThat(
      fewActions.actions.length + fewActions.pending.length <= actions,
      "too many actions",
    );
  },
);

function expectBeginning(part: Decision, whole: Decision, isShort: boolean, what: string): void {
  expectSame(part.status === "limited", isShort, `limited, with ${what}`);
  expectSame(part.actions, whole.actions.slice(0, part.actions.length), `actions with ${what}`);
  expectSame(part.pending, whole.pending.slice(0, part.pending.length), `pending with ${what}`);
  if (!isShort) expectSame(part.actions.length, whole.actions.length, `actions with ${what}`);
}

const status = law(
  {
    name: "status-says-the-worst",
    statement: "the status is the worst of what the decision holds",
    cases: 200,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const decision = decide(situation, situation.context);
    expectSame(decision.status, worstOf(decision), "the status");
    const { limit, steps } = decision.usage;
    expectThat(steps <= limit, `${steps} steps of ${limit}`);
  },
);

function worstOf({ problems, limits: reached, violations, unknowns, defaulted }: Decision): string {
  if (problems.length > 0) return "rejected";
  if (reached.length > 0) return "limited";
  if (violations.length > 0) return "violated";
  const isOpen = unknowns.some(({ handled }) => handled !== true) || defaulted.length > 0;
  return isOpen ? "incomplete" : "decided";
}

const authority = law(
  {
    name: "actors-and-approvals",
    statement:
      "an action names its actors; one that must be approved is pending, never among the actions",
    cases: 150,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const { program } = situation;
    const decision = decide(situation, situation.context);
    const known = new Map(program.actions.map((action) => [action.name, action]));
    for (const action of decision.actions) {
      expectSame(
        known.get(action.name)?.approvers,
        [],
        `approvers of ${action.name}, which is taken`,
      );
      expectSame(action.actors, known.get(action.name)?.actors, `actors of ${action.name}`);
    }
    for (const action of decision.pending) {
      expectSame(
        action.approvers,
        known.get(action.name)?.approvers,
        `approvers of ${action.name}`,
      );
      expectThat(action.approvers.length > 0, `${action.name} is pending for nobody`);
    }
  },
);

export const decisionLaws: readonly Law[] = [
  deterministic,
  keyOrder,
  identity,
  units,
  limits,
  status,
  authority,
];

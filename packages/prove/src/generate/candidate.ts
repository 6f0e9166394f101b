// A candidate: a context that may become an EXAMPLE, and what evaluating it covers, as core measures it.
import {
  type Coverage,
  canonicalJson,
  type Decision,
  type Example,
  type Program,
  recordCoverage,
  runExample,
  type Settings,
} from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import { coveredPositions, obligationsOf } from "./obligations.ts";

export interface Candidate {
  readonly context: JsonRecord;
  /** The instant of the evaluation, as AT has it; null without a clock. */
  readonly now: string | null;
}

/** A candidate as the EXAMPLE it would be. */
function exampleFrom(
  { context, now }: Candidate,
  program: Program,
  expectations: Example["expectations"] = [],
): Example {
  const known = new Set(program.attributes.map(({ name }) => name));
  const entries = Object.entries(context).filter(([name]) => known.has(name));
  return {
    kind: "example",
    title: "",
    file: program.file,
    line: 1,
    span: { start: 0, end: 0 },
    contextFile: null,
    givens: entries.map(([name, value]) => ({ path: [name], value })),
    now,
    expectations,
  };
}

export interface Measuring {
  readonly program: Program;
  readonly settings: Pick<Settings, "limits" | "disabled">;
  /** How many candidates were evaluated. */
  readonly evaluated: () => number;
  /** Positions of what the candidate covers; nothing where it cannot be evaluated. */
  readonly covers: (candidate: Candidate) => ReadonlySet<number>;
}

/** Measures candidates by the evaluator; the same candidate is evaluated once. */
export function measureCandidates(
  program: Program,
  settings: Pick<Settings, "limits" | "disabled">,
): Measuring {
  const known = new Map<string, ReadonlySet<number>>();
  let evaluated = 0;
  return {
    program,
    settings,
    evaluated: () => evaluated,
    covers(candidate) {
      const key = keyOf(candidate);
      const before = known.get(key);
      if (before !== undefined) return before;
      evaluated++;
      const covered = coveredPositions(obligationsOf(coverageOf(candidate, program, settings)));
      if (known.size < MOST_REMEMBERED) known.set(key, covered);
      return covered;
    },
  };
}

const MOST_REMEMBERED = 20_000;

/** The same for the same candidate. */
export function keyOf({ context, now }: Candidate): string {
  return `${now ?? ""} ${canonicalJson(context)}`;
}

function coverageOf(
  candidate: Candidate,
  program: Program,
  settings: Pick<Settings, "limits" | "disabled">,
): Coverage {
  const recorder = recordCoverage(program);
  recorder.run(exampleFrom(candidate, program), settings);
  return recorder.measure();
}

/** What the evaluator decides, as `omegac test` has it do; null where the candidate cannot be evaluated. */
export function decideCandidate(
  candidate: Candidate,
  program: Program,
  settings: Pick<Settings, "limits" | "disabled">,
): Decision | null {
  return runExample(program, exampleFrom(candidate, program), settings).decision;
}

// Measures what a policy's examples notice: makes mistakes in its rules one at a time, and runs the examples on each.
import {
  type Decision,
  type Example,
  expressionsOfRule,
  type Ir,
  type Policy,
  type Program,
  parse,
  runExample,
} from "@omega/core";
import { comparePolicies } from "../compare/compare-policies.ts";
import type { PolicyComparison } from "../compare/comparison.ts";
import { type Candidate, decideCandidate, keyOf } from "../generate/candidate.ts";
import {
  type InputPlace,
  inputPlaces,
  keyOfPath,
  placesRead,
  readingOf,
} from "../generate/input-places.ts";
import { type Changing, changesOf, neighbours } from "../generate/neighbours.ts";
import { randomFrom } from "../generate/random.ts";
import { normalised } from "../generate/readings.ts";
import { contextFiles, seedsOf } from "../generate/seeds.ts";
import { readingCost, simplifyCandidate } from "../generate/simplify-candidate.ts";
import type { ContextFile } from "../generate/write-example.ts";
import {
  type PassingExample,
  type TryingOut,
  writePassing,
} from "../generate/write-passing-example.ts";
import { witnessInstant } from "../witness.ts";
import { listMutants } from "./list-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { mutateProgram } from "./mutate-program.ts";
import type { MutantOutcome, Mutation } from "./mutation.ts";
import { canTell, isOther } from "./tell-apart.ts";

export interface MutationOptions extends TryingOut {
  /** The policy's text, and its path from the project's root. */
  readonly text: string;
  readonly file: string;
  /** The policy with another text. */
  readonly compileText: (text: string) => Policy;
  /** The EXAMPLEs whose worth is measured; those that do not pass on the policy itself are left out. */
  readonly examples: readonly Example[];
  /** At most so many mutants are tried, spread over the document; null for all. */
  readonly most: number | null;
  /** Milliseconds for all of it, and for one question to the solver. */
  readonly budget: number;
  readonly timeout: number;
  /** The longest lists of the input that proofs of equivalence cover. */
  readonly listBound: number;
  /** The time, in milliseconds; only differences count. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
  /** Told how many mutants are done of how many. */
  readonly progress?: (done: number, all: number) => void;
}

/** Tries the mutants of a program without errors. The examples are run first; what they miss is looked into after that. */
export async function measureMutation(
  program: Program,
  options: MutationOptions,
): Promise<Mutation> {
  const { text, clock, budget, settings, loadText } = options;
  const { document } = parse(text, options.file);
  const names = program.actions.map(({ name }) => name);
  const mutants = listMutants(document, text, names);
  const chosen = spread(mutants, options.most);
  const end = clock() + budget;
  const isOver = (): boolean => options.signal?.aborted === true || clock() > end;
  const runs = (example: Example, tried: Program): boolean =>
    runExample(tried, example, settings, { loadText }).status === "passed";
  const examples = options.examples.filter((example) => runs(example, program));
  const outcomes: MutantOutcome[] = [];
  const survivors: { readonly at: number; readonly mutant: Mutant; readonly changed: Program }[] =
    [];
  const bare = withoutExamples(document, text);
  for (const [index, mutant] of chosen.entries()) {
    if (index % 8 === 0) await rest();
    options.progress?.(index, chosen.length);
    if (isOver()) break;
    const changed = programOf(mutant, program, bare, options);
    if (changed === null) {
      outcomes.push({ kind: "refused", mutant });
      continue;
    }
    const killer = examples.find((example) => !runs(example, changed));
    if (killer === undefined) survivors.push({ at: outcomes.length, mutant, changed });
    outcomes.push(
      killer === undefined
        ? { kind: "survived", mutant, killer: null, reason: "the time is over" }
        : { kind: "killed", mutant, by: killer.title },
    );
  }
  const looking = startLooking(program, options);
  const killers: PassingExample[] = [];
  for (const [index, { at, mutant, changed }] of survivors.entries()) {
    await rest();
    options.progress?.(chosen.length - survivors.length + index, chosen.length);
    if (isOver()) break;
    const known = killers.find(({ example }) => !runs(example, changed));
    const outcome =
      known === undefined ? await lookInto(mutant, changed, looking, options) : known.generated;
    if ("kind" in outcome) {
      outcomes[at] = outcome;
      continue;
    }
    if (known === undefined && "example" in outcome) killers.push(outcome);
    const killer = "example" in outcome ? outcome.generated : outcome;
    outcomes[at] = { kind: "survived", mutant, killer, reason: "" };
  }
  return {
    mutants: mutants.length,
    outcomes,
    killers: killers.map(({ generated }) => generated),
  };
}

function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** At most so many, as far apart as they can be. */
function spread(mutants: readonly Mutant[], most: number | null): readonly Mutant[] {
  if (most === null || mutants.length <= most) return mutants;
  return Array.from(
    { length: most },
    (_, index) => mutants[Math.floor((index * mutants.length) / most)],
  ).flatMap((mutant) => mutant ?? []);
}

/** The text with blanks for its EXAMPLEs, which need not be checked again for every mutant. */
function withoutExamples({ sections }: ReturnType<typeof parse>["document"], text: string): string {
  let blank = text;
  for (const { keyword, span } of sections) {
    if (keyword !== "EXAMPLE") continue;
    const gap = text.slice(span.start, span.end).replace(/[^\r\n]/g, " ");
    blank = blank.slice(0, span.start) + gap + blank.slice(span.end);
  }
  return blank;
}

function programOf(
  { mistake, span }: Mutant,
  program: Program,
  text: string,
  { compileText }: MutationOptions,
): Program | null {
  if (mistake.kind !== "text") return mutateProgram(program, mistake);
  return compileText(text.slice(0, span.start) + mistake.text + text.slice(span.end)).program;
}

// --- survivors ----------------------------------------------------------------------------------------------------

/** What looking for contexts that tell a mutant from the policy is done with. */
interface Looking {
  readonly program: Program;
  readonly seeds: readonly Candidate[];
  readonly files: readonly ContextFile[];
  readonly places: readonly InputPlace[];
  readonly instants: readonly string[];
  /** The keys of the places that have a part in the rule around a mutant. */
  readonly relevantTo: (mutant: Mutant) => ReadonlySet<string>;
  /** What the policy decides, remembered. */
  readonly decided: (candidate: Candidate) => Decision | null;
}

function startLooking(program: Program, options: MutationOptions): Looking {
  const { examples, loadText, settings } = options;
  const seeds = seedsOf(program, examples, loadText);
  const places = inputPlaces(program);
  const instants = [...new Set(seeds.flatMap(({ now }) => (now === null ? [] : [now])))];
  const all = new Set(places.map(({ path }) => keyOfPath(path)));
  const reading = readingOf(program);
  const known = new Map<string, Decision | null>();
  return {
    program,
    seeds,
    files: contextFiles(program, examples, options),
    places,
    instants,
    relevantTo({ span }) {
      const rule = program.rules.find(
        (each) => each.span.start <= span.end && span.start <= each.span.end,
      );
      // What LET and SET bind may show in any rule.
      if (rule === undefined || rule.kind === "let" || rule.kind === "set") return all;
      return new Set(expressionsIn(rule).flatMap((each) => [...placesRead(each, reading)]));
    },
    decided(candidate) {
      const key = keyOf(candidate);
      const before = known.get(key);
      if (before !== undefined) return before;
      const decision = decideCandidate(candidate, program, settings);
      if (known.size < MOST_REMEMBERED) known.set(key, decision);
      return decision;
    },
  };
}

const MOST_REMEMBERED = 20_000;

function expressionsIn(rule: Ir.ProgramRule): readonly Ir.ProgramExpression[] {
  const own = expressionsOfRule(rule);
  return rule.kind === "for" || rule.kind === "while"
    ? [...own, ...rule.body.flatMap(expressionsIn)]
    : own;
}

const NEAR_BUDGET = 1_500;
const FAR_BUDGET = 600;
const MOST_STARTS = 12;

/** An example that kills the mutant, or what else is known of it. */
async function lookInto(
  mutant: Mutant,
  changed: Program,
  looking: Looking,
  options: MutationOptions,
): Promise<PassingExample | MutantOutcome> {
  const found: Found = { killer: null, differs: false };
  const relevant = looking.relevantTo(mutant);
  const changing = changesOf(changed, withValuesOf(changed, looking.places), looking.instants);
  const starts = looking.seeds.slice(0, MOST_STARTS);
  let left = NEAR_BUDGET;
  for (const start of starts) {
    for (const candidate of [start, ...neighbours(start, relevant, changing)]) {
      if (--left < 0) break;
      tryCandidate(candidate, mutant, changed, found, looking, options);
      if (found.killer !== null) return found.killer;
    }
  }
  const around = { relevant, changing };
  if (found.differs) {
    searchFar(mutant, changed, around, found, looking, options);
    return found.killer ?? { kind: "survived", mutant, killer: null, reason: untold };
  }
  const comparison = await compareInTime(changed, looking, options);
  if (comparison.outcome === "equivalent") {
    return { kind: "equivalent", mutant, listBound: comparison.listBound };
  }
  for (const { context } of comparison.differences) {
    found.differs = true;
    const given = normalised({ context, now: witnessInstant }, looking.program);
    for (const base of [...starts, { context: {}, now: null }]) {
      for (const now of [base.now, witnessInstant]) {
        const candidate = { context: { ...base.context, ...given.context }, now };
        tryCandidate(candidate, mutant, changed, found, looking, options);
        if (found.killer !== null) return found.killer;
      }
    }
  }
  searchFar(mutant, changed, around, found, looking, options);
  if (found.killer !== null) return found.killer;
  const reason = found.differs ? untold : (comparison.notProven[0]?.reason ?? "");
  return { kind: "survived", mutant, killer: null, reason };
}

/** What has been found of one mutant. */
interface Found {
  killer: PassingExample | null;
  /** Whether some context has it decide differently, though no EXAMPLE may be able to say so. */
  differs: boolean;
}

const untold = "it decides differently, but in nothing that EXPECT can say";

/** Contexts were tried out before. */
const TRIALS = 200;

/** No mutant takes longer than so many questions may. */
const MOST_QUESTIONS = 10;

async function compareInTime(
  changed: Program,
  { program }: Looking,
  { timeout, listBound, signal }: MutationOptions,
): Promise<PolicyComparison> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, MOST_QUESTIONS * timeout);
  signal?.addEventListener("abort", end);
  try {
    const limits = { timeout, listBound, contexts: [], trials: TRIALS, signal: ending.signal };
    return await comparePolicies(program, changed, limits);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

/** The places with the values that the mutant compares them with, too, and some between the two. */
function withValuesOf(changed: Program, places: readonly InputPlace[]): readonly InputPlace[] {
  const others = inputPlaces(changed);
  return places.map((place, index) => {
    const news = (others[index]?.values ?? []).filter((value) => !place.values.includes(value));
    const between = news.flatMap((value) =>
      place.values.flatMap((known) =>
        typeof value === "number" && typeof known === "number" ? [(value + known) / 2] : [],
      ),
    );
    return { ...place, values: [...place.values, ...news, ...between.slice(0, MOST_BETWEEN)] };
  });
}

const MOST_BETWEEN = 40;

function searchFar(
  mutant: Mutant,
  changed: Program,
  { relevant, changing }: { readonly relevant: ReadonlySet<string>; readonly changing: Changing },
  found: Found,
  looking: Looking,
  options: MutationOptions,
): void {
  const random = randomFrom(1);
  const keys = [...relevant];
  for (let turn = 0; turn < FAR_BUDGET && found.killer === null; turn++) {
    let candidate = looking.seeds[random(Math.min(looking.seeds.length, MOST_STARTS))];
    for (let step = 2 + random(3); step > 0 && candidate !== undefined; step--) {
      const key = keys[random(keys.length)] ?? "";
      const next = [...neighbours(candidate, new Set([key]), changing)];
      candidate = next[random(next.length)] ?? candidate;
    }
    if (candidate !== undefined) {
      tryCandidate(candidate, mutant, changed, found, looking, options);
    }
  }
}

/** Notes the killer that a candidate makes, or that the decisions differ on it. */
function tryCandidate(
  candidate: Candidate,
  mutant: Mutant,
  changed: Program,
  found: Found,
  looking: Looking,
  options: MutationOptions,
): void {
  const decision = looking.decided(candidate);
  const other = decideCandidate(candidate, changed, options.settings);
  if (decision === null || other === null) return;
  if (canTell(decision, other)) {
    found.killer = killerFrom(candidate, mutant, changed, looking, options);
  }
  found.differs ||= isOther(decision, other);
}

/** The candidate as an example that passes on the policy and fails on the mutant; null where it cannot be one. */
function killerFrom(
  candidate: Candidate,
  mutant: Mutant,
  changed: Program,
  looking: Looking,
  options: MutationOptions,
): PassingExample | null {
  const { program, files, seeds } = looking;
  const { settings, loadText } = options;
  const tells = (tried: Candidate): boolean => {
    const decision = looking.decided(tried);
    const other = decideCandidate(tried, changed, settings);
    return decision !== null && other !== null && canTell(decision, other);
  };
  const bases = [...files, ...seeds.slice(0, 1)];
  const [base = { context: {} }] = [...bases].sort(
    (a, b) => readingCost(candidate, a.context) - readingCost(candidate, b.context),
  );
  const simple = normalised(simplifyCandidate(candidate, base.context, tells), program);
  for (const tried of [simple, normalised(candidate, program)]) {
    const decision = decideCandidate(tried, program, settings);
    if (decision === null) continue;
    const title = titleOfKiller(mutant);
    const passing = writePassing({ title, shows: [], candidate: tried, decision }, files, options);
    if (passing === null) continue;
    const onMutant = runExample(changed, passing.example, settings, { loadText });
    if (onMutant.status === "failed") return passing;
  }
  return null;
}

const LONGEST_TITLE = 84;

/** "`Distance < 1m`, not `Distance <= 1m`". A colon would end the title. */
function titleOfKiller({ kind, before, after, line, label }: Mutant): string {
  const isPlain = (title: string): boolean => title.length <= LONGEST_TITLE && !title.includes(":");
  const change = kind === "dropped" ? `\`${before}\`` : `\`${before}\`, not \`${after}\``;
  const where = label === "" ? `line ${line}` : `${label} in line ${line}`;
  if (after === "" && kind === "action") return `${where} takes ${before.replace(/^, |,$/g, "")}`;
  return isPlain(change) ? change : `${where} as it is written`;
}

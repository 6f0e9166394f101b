// Examples while they run, and what is remembered of it: in pieces between which the server listens, so that no example,
// however long, keeps a key waiting; with the coverage of the last runs for those who ask later.
import {
  type Coverage,
  type CoverageRecorder,
  createSourceText,
  type Program,
  recordCoverage,
  resolveProjectPath,
} from "@omega/core";
import {
  type CoveredStatement,
  coveredStatements,
  type ExampleOutcome,
  listExamples,
  runExamples,
  type ServiceDocument,
  summariseCoverage,
} from "@omega/service";
import type { CancellationToken } from "vscode-languageserver";
import type { MeasuredFile, RunAnswer, RunRequest, TimedOutcome } from "./example-requests.ts";
import type { Project, ProjectDocument } from "./project.ts";
import { canonicalAddress } from "./project-path.ts";

export interface ExampleRuns {
  /** Runs examples; one that is cancelled comes back without those that had not begun. */
  readonly run: (request: RunRequest, token: CancellationToken) => Promise<RunAnswer>;
  /** What was measured under a name, file by file; empty where it is no longer known. */
  readonly measured: (measurement: string) => readonly MeasuredFile[];
  /** Every rule of a file as it was measured. */
  readonly details: (measurement: string, uri: string) => readonly CoveredStatement[];
  /** How the examples of a document came out, as long as nothing has changed since. */
  readonly outcomesOf: (uri: string) => ReadonlyMap<string, ExampleOutcome["status"]>;
  /**
   * What a policy's own examples and its suites cover, once typing has paused; null where the document has errors. Where
   * nobody has asked for it, `too much` when it would take longer than a glance is worth.
   */
  readonly coverageOf: (uri: string, isAsked: boolean) => Promise<LensCoverage>;
  readonly isTrusted: () => boolean;
  /** The user has come to trust the folder. */
  readonly trust: () => void;
}

type LensCoverage = Coverage | "too much" | null;

/** Why nothing runs in a folder that is not trusted. */
export const untrustedMessage =
  "examples do not run in a folder that is not trusted: trust it to run them";

/** How long the server works before it listens. */
const pieceMilliseconds = 8;
/** Typing goes on within this time; what nobody waits for is measured after it. */
const quietMilliseconds = 300;
/** Work on what nobody has asked for ends here; for a policy of more text, or rules times examples, it does not begin. */
const glanceMilliseconds = 400;
const mostCharacters = 100_000;
const mostTries = 20_000;
/** As many measurements are kept as somebody could still be looking at. */
const mostMeasurements = 8;

/** A policy under measurement: a suite has compiled it for itself, but the same texts make the same program. */
interface Recording {
  readonly recorder: CoverageRecorder;
  readonly addressOf: (file: string) => string;
  readonly textOf: (file: string) => string | null;
}

type Recordings = Map<string, Recording>;

/** Runs the examples of a project; `isTrusted` says whether it may from the beginning. */
export function createExampleRuns(project: Project, isTrusted: boolean): ExampleRuns {
  let trusted = isTrusted;
  const measurements = new Map<string, Recordings>();
  const finished = new Map<
    string,
    { readonly generation: number; readonly statuses: Map<string, ExampleOutcome["status"]> }
  >();
  const coverages = new Map<
    string,
    { readonly generation: number; readonly coverage: LensCoverage }
  >();
  const beingMeasured = new Map<string, Promise<LensCoverage>>();

  function recordingsOf(measurement: string): Recordings {
    const known = measurements.get(measurement);
    if (known !== undefined) return known;
    const recordings: Recordings = new Map();
    measurements.set(measurement, recordings);
    for (const oldest of measurements.keys()) {
      if (measurements.size <= mostMeasurements) break;
      measurements.delete(oldest);
    }
    return recordings;
  }

  function remember(uri: string, generation: number, outcomes: readonly ExampleOutcome[]): void {
    const address = canonicalAddress(uri);
    const before = finished.get(address);
    const statuses = before?.generation === generation ? before.statuses : new Map();
    for (const { id, status } of outcomes) statuses.set(id, status);
    finished.set(address, { generation, statuses });
  }

  /** Begins again whenever something changes before it is done. */
  async function measureInQuiet(address: string, isAsked: boolean): Promise<LensCoverage> {
    for (;;) {
      const generation = project.generation();
      const isStale = (): boolean => project.generation() !== generation;
      await pause(quietMilliseconds);
      if (isStale()) continue;
      const coverage = await measureAll(address, isAsked, isStale);
      if (isStale()) continue;
      coverages.set(address, { generation, coverage });
      return coverage;
    }
  }

  async function measureAll(
    policy: string,
    isAsked: boolean,
    isStale: () => boolean,
  ): Promise<LensCoverage> {
    const found = await project.read(policy);
    if (found === null) return null;
    // Compiling is one piece, however long.
    if (!isAsked && found.document.source.text.length > mostCharacters) return "too much";
    const { program } = found.document.policy;
    if (program === null) return null;
    const recorder = recordCoverage(program);
    let tries = 0;
    let spent = 0;
    for (const address of [policy, ...(await project.suitesOf(policy))]) {
      if (isStale()) return null;
      const document = address === policy ? found : await project.read(address);
      // A suite with errors, or about a policy that has changed meanwhile, shows nothing of this one.
      if (document?.document.policy.program?.sha256 !== program.sha256) continue;
      const { examples, settings } = document.document.policy;
      tries += examples.length * program.rules.length;
      if (!isAsked && tries > mostTries) return "too much";
      await readContexts(document);
      const left = examples.values();
      spent += await inPieces(
        () => {
          const { done, value } = left.next();
          if (done !== true) recorder.run(value, settings, { loadText: document.textOf });
          return done === true;
        },
        (milliseconds) => isStale() || (!isAsked && spent + milliseconds > glanceMilliseconds),
      );
      if (!isAsked && spent > glanceMilliseconds) return "too much";
    }
    return recorder.measure();
  }

  return {
    async run({ uri, ids, measurement }, token) {
      const found = await project.read(uri);
      if (found === null) return { outcomes: [], builtOn: [] };
      if (!trusted) return { outcomes: untrusted(found.document, ids), builtOn: [] };
      const generation = project.generation();
      const recordings = measurement === null ? null : recordingsOf(measurement);
      const outcomes = await work(found, ids, recordings, () => token.isCancellationRequested);
      remember(uri, generation, outcomes);
      return { outcomes, builtOn: [...found.builtOn, ...contextFilesOf(found)] };
    },
    measured(measurement) {
      const recordings = [...(measurements.get(measurement)?.values() ?? [])];
      return recordings.flatMap(({ recorder, addressOf }) =>
        summariseCoverage(recorder.measure()).map(({ file, rules, branches }) => ({
          uri: addressOf(file),
          rules,
          branches,
        })),
      );
    },
    details(measurement, uri) {
      const address = canonicalAddress(uri);
      const recordings = [...(measurements.get(measurement)?.values() ?? [])];
      return recordings.flatMap(({ recorder, addressOf, textOf }) => {
        const coverage = recorder.measure();
        const file = summariseCoverage(coverage).find((each) => addressOf(each.file) === address);
        const text = file === undefined ? null : textOf(file.file);
        return file === undefined || text === null
          ? []
          : coveredStatements(coverage, file.file, createSourceText(text, file.file));
      });
    },
    outcomesOf(uri) {
      const last = finished.get(canonicalAddress(uri));
      return last?.generation === project.generation() ? last.statuses : new Map();
    },
    coverageOf(uri, isAsked) {
      const address = canonicalAddress(uri);
      const known = coverages.get(address);
      const isCurrent = known?.generation === project.generation();
      if (known !== undefined && isCurrent && !(isAsked && known.coverage === "too much")) {
        return Promise.resolve(known.coverage);
      }
      const key = `${isAsked} ${address}`;
      const running = beingMeasured.get(key);
      if (running !== undefined) return running;
      const measuring = measureInQuiet(address, isAsked).finally(() => beingMeasured.delete(key));
      beingMeasured.set(key, measuring);
      return measuring;
    },
    isTrusted: () => trusted,
    trust() {
      trusted = true;
    },
  };
}

/** Runs examples of a document in pieces, until `isOver`. */
async function work(
  found: ProjectDocument,
  ids: readonly string[] | null,
  recordings: Recordings | null,
  isOver: () => boolean,
): Promise<readonly TimedOutcome[]> {
  const { document, textOf } = found;
  await readContexts(found);
  const recorderOf =
    recordings === null
      ? null
      : (program: Program) => recordingOf(recordings, found, program).recorder;
  const running = runExamples(document, ids, textOf, recorderOf);
  // The document is compiled here, so that it does not count as the first example's time.
  void document.policy;
  const outcomes: TimedOutcome[] = [];
  await inPieces(() => {
    const start = performance.now();
    const { done, value } = running.next();
    if (done !== true) outcomes.push({ ...value, milliseconds: performance.now() - start });
    return done === true;
  }, isOver);
  return outcomes;
}

/** Running reads nothing: the files that examples name are read before. */
async function readContexts({ document, readText }: ProjectDocument): Promise<void> {
  await Promise.all(contextPathsOf(document).map(readText));
}

/**
 * Takes `step` after `step` until one says that there are no more, or `isOver` of the milliseconds spent so far, asked
 * whenever the server has listened. Gives what was spent, without the listening.
 */
async function inPieces(step: () => boolean, isOver: (spent: number) => boolean): Promise<number> {
  let spent = 0;
  for (;;) {
    const start = performance.now();
    let isDone = false;
    while (!isDone && performance.now() - start < pieceMilliseconds) isDone = step();
    spent += performance.now() - start;
    if (isDone) return spent;
    await pause(0);
    if (isOver(spent)) return spent;
  }
}

function recordingOf(
  recordings: Recordings,
  { addressOf, textOf }: ProjectDocument,
  program: Program,
): Recording {
  const key = `${program.sha256} ${addressOf(program.file)}`;
  const known = recordings.get(key);
  if (known !== undefined) return known;
  const texts = new Map<string, string | null>();
  const recording: Recording = {
    recorder: recordCoverage(program),
    addressOf,
    // Kept from now on: what is measured is about this text, whatever becomes of the file.
    textOf(file) {
      if (!texts.has(file)) texts.set(file, textOf(file));
      return texts.get(file) ?? null;
    },
  };
  const files = new Set([program.file, ...program.constraints.map(({ file }) => file)]);
  for (const file of files) recording.textOf(file);
  recordings.set(key, recording);
  return recording;
}

function contextPathsOf({ policy }: ServiceDocument): readonly string[] {
  return policy.examples.flatMap(({ file, contextFile }) =>
    contextFile === null ? [] : (resolveProjectPath(file, contextFile) ?? []),
  );
}

function contextFilesOf({ document, addressOf }: ProjectDocument): readonly string[] {
  return [...new Set(contextPathsOf(document).map(addressOf))];
}

function untrusted(
  document: ServiceDocument,
  ids: readonly string[] | null,
): readonly TimedOutcome[] {
  return listExamples(document)
    .filter(({ id }) => ids?.includes(id) ?? true)
    .map((listed) => ({
      ...listed,
      status: "error",
      message: untrustedMessage,
      failures: [{ range: listed.range, message: untrustedMessage, difference: null }],
      actions: [],
      milliseconds: 0,
    }));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

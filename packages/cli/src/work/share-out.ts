// Shares files out between the process and worker threads, and puts what comes back into order again.
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import type { Output, OutputTraits, Thread } from "../host.ts";
import type { InputFile } from "../input/find-files.ts";
import type { Session } from "../session.ts";
import type { Answer, Share, WorkName, WorkOrder } from "./file-work.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** Messages cost time, so a thread is given several files at once: at most so many. */
const MOST_IN_SHARE = 16;
/** Towards the end shares get smaller, so that all threads are done at about the same time. */
const LEAST_SHARES_PER_THREAD = 4;
/** A thread has its next share before it has answered the last. */
const SHARES_ASKED_FOR = 2;
/** Results take memory: files of so many shares for each thread may be worked on or wait for their turn. */
const SHARES_IN_FLIGHT = 8;

/** What to tell threads, so that they do the work as the process would. */
export function orderFor(
  { host, options, words }: Session,
  name: WorkName,
  setup: unknown,
): WorkOrder {
  const traitsOf = ({ isTerminal, columns }: Output): OutputTraits => ({ isTerminal, columns });
  return {
    name,
    setup,
    options,
    language: words.language,
    folder: host.folder,
    environment: { ...host.environment },
    stdout: traitsOf(host.stdout),
    stderr: traitsOf(host.stderr),
    runtime: host.runtime,
  };
}

/**
 * The outcome for each of `files`, in their order: the process does its part by `here`, `count` threads do theirs.
 * Throws a `Failure` when a thread dies.
 */
export async function* shareOut<Result>(
  { filesRead }: Pick<Session, "filesRead">,
  files: readonly InputFile[],
  here: (file: InputFile) => Promise<Result>,
  count: number,
  startThread: () => Promise<Thread>,
): AsyncGenerator<Outcome<Result>> {
  const threads = await Promise.all(Array.from({ length: count }, startThread));
  try {
    yield* shareAmong(threads, files, here, (path) => filesRead.add(path));
  } finally {
    for (const thread of threads) thread.end();
  }
}

async function* shareAmong<Result>(
  threads: readonly Thread[],
  files: readonly InputFile[],
  here: (file: InputFile) => Promise<Result>,
  noteRead: (path: string) => void,
): AsyncGenerator<Outcome<Result>> {
  const jobs = threads.length + 1;
  /** Outcomes that wait for their turn, by the index of their file. */
  const ready = new Map<number, Outcome<Result>>();
  let due = 0;
  let untaken = 0;
  let death: Failure | null = null;
  let wake = (): void => {};

  /** The index of the first file of a share and the share; null when all are taken, or enough for now. */
  const take = (): { readonly first: number; readonly share: Share } | null => {
    const room = Math.min(files.length, due + jobs * SHARES_IN_FLIGHT * MOST_IN_SHARE) - untaken;
    if (room <= 0) return null;
    const fair = Math.ceil((files.length - untaken) / (jobs * LEAST_SHARES_PER_THREAD));
    const first = untaken;
    untaken += Math.min(room, fair, MOST_IN_SHARE);
    return { first, share: files.slice(first, untaken) };
  };

  const feeders = threads.map((thread) => {
    /** The first files of the shares that the thread has not answered, in the order it will answer them. */
    const asked: number[] = [];
    thread.listen(
      (message) => {
        const first = asked.shift() ?? 0;
        // Threads answer with nothing else.
        const { outcomes, filesRead } = message as Answer<Result>;
        filesRead.forEach(noteRead);
        for (const [index, outcome] of outcomes.entries()) ready.set(first + index, outcome);
        wake();
      },
      (reason) => {
        death ??= deathOf(files[asked[0] ?? 0], reason);
        wake();
      },
    );
    return (): void => {
      while (asked.length < SHARES_ASKED_FOR) {
        const taken = take();
        if (taken === null) return;
        asked.push(taken.first);
        thread.send(taken.share);
      }
    };
  });

  while (due < files.length) {
    for (const feed of feeders) feed();
    if (death !== null) throw death;
    const outcome = ready.get(due);
    if (outcome !== undefined) {
      ready.delete(due++);
      yield outcome;
      continue;
    }
    const taken = take();
    if (taken === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    for (const [index, file] of taken.share.entries()) {
      ready.set(taken.first + index, await outcomeOf(here, file));
    }
    // Lets answers and signals through.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function deathOf(file: InputFile | undefined, reason: string): Failure {
  return new Failure(
    `a worker thread died at \`${file?.path ?? ""}\` or one of the next few files: ${reason}`,
    "please report it; with `--jobs 1` there are no worker threads",
    exitCode.internal,
  );
}

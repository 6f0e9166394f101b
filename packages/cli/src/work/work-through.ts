// Works through files, with threads beside the process where that pays, and gives the results in the files' order.
import { breathe } from "../breathe.ts";
import type { InputFile } from "../input/find-files.ts";
import { createProgress } from "../output/progress.ts";
import type { Session } from "../session.ts";
import type { FileWork } from "./file-work.ts";
import { type Outcome, outcomeOf, resultOf } from "./outcome.ts";

interface WorkPlan<Setup> {
  readonly setup: Setup;
  /** Threads, the process's own among them, from 1. */
  readonly jobs: number;
  /** For the progress line: `checking`. */
  readonly doing: string;
}

/**
 * The result for each of `files`, in their order. What the work throws on a file is thrown when its turn has come:
 * nobody sees how many threads there are. Throws a `Failure` when a thread dies.
 */
export async function* workThrough<Setup, Result>(
  session: Session,
  work: FileWork<Setup, Result>,
  files: readonly InputFile[],
  { setup, jobs, doing }: WorkPlan<Setup>,
): AsyncGenerator<Result> {
  const progress = createProgress(session, doing, files.length);
  const here = work.begin(session, setup);
  let outcomes = outcomesHere(here, files);
  const { startThread } = session.host;
  if (jobs > 1 && startThread !== null) {
    const { orderFor, shareOut } = await import("./share-out.ts");
    const order = orderFor(session, work.name, setup);
    outcomes = shareOut(session, files, here, jobs - 1, () => startThread(order));
  }
  try {
    for await (const outcome of outcomes) {
      yield resultOf(outcome);
      progress.advance();
    }
  } finally {
    progress.end();
  }
}

async function* outcomesHere<Result>(
  here: (file: InputFile) => Promise<Result>,
  files: readonly InputFile[],
): AsyncGenerator<Outcome<Result>> {
  for (const file of files) {
    yield await outcomeOf(here, file);
    await breathe();
  }
}

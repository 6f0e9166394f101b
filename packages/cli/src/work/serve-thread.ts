// What a worker thread does: makes the session of its order, and answers shares of files with their outcomes.
import { parentPort, workerData } from "node:worker_threads";
import type { Host, Output, OutputTraits } from "../host.ts";
import { readLanguage } from "../locales/language.ts";
import { loadWords } from "../locales/words.ts";
import { createSession } from "../session.ts";
import type { Answer, Share, WorkOrder } from "./file-work.ts";
import { kindsOfWork } from "./kinds-of-work.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

/** Serves until the process ends the thread. */
export async function serveThread(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("there is no thread that asks for work");
  // `workThrough` sends this, and then nothing but shares.
  const order = workerData as WorkOrder;
  const session = createSession(
    hostOf(order),
    [],
    order.options,
    await loadWords(readLanguage(order.language)),
  );
  const { begin } = await kindsOfWork[order.name]();
  // The setup was made for the work of this name.
  const work = begin(session, order.setup as never);
  let answered = Promise.resolve();
  port.on("message", (share: Share) => {
    answered = answered.then(async () => {
      const outcomes: Outcome<unknown>[] = [];
      for (const file of share) outcomes.push(await outcomeOf(work, file));
      const answer: Answer<unknown> = { outcomes, filesRead: [...session.filesRead] };
      session.filesRead.clear();
      port.postMessage(answer);
    });
  });
}

/** The host of the process as far as work on files sees it. */
function hostOf({ environment, folder, stdout, stderr, runtime }: WorkOrder): Host {
  const leaveToProcess = (): never => {
    throw new Error("work on a file reads its file and gives a result, and nothing else");
  };
  const asOutput = (traits: OutputTraits): Output => ({ ...traits, write: leaveToProcess });
  return {
    environment,
    folder,
    stdin: leaveToProcess,
    stdout: asOutput(stdout),
    stderr: asOutput(stderr),
    now: Date.now,
    runtime,
    drawStatus: leaveToProcess,
    startThread: null,
    terminal: () => null,
  };
}

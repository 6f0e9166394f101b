// A task of a request: admitted, done, recorded where decisions are, and its outcome answered.
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError } from "./answer-error.ts";
import type { Task, TaskAnswer } from "./evaluation/task.ts";
import type { PoolOutcome } from "./evaluation/thread-pool.ts";
import type { Runner } from "./runner.ts";
import { traceStages } from "./tracing.ts";

/** Has `task` done and answers with what `body` makes of it; with a typed error where it could not be done. */
export async function answerTask(
  request: FastifyRequest,
  reply: FastifyReply,
  runner: Runner,
  task: Task,
  body?: (answer: TaskAnswer) => string,
): Promise<FastifyReply> {
  const { counts, evaluation } = runner;
  if (runner.isDraining)
    return answerBusy(request, reply, "the runner is ending and takes no new work");
  counts.working++;
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  reply.raw.once("close", leave);
  try {
    const outcome = await evaluation.run(task, gone.signal);
    return await answerOutcome(request, reply, runner, outcome, body);
  } finally {
    reply.raw.off("close", leave);
    counts.working--;
  }
}

/** Answers with what became of a task. */
export async function answerOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  runner: Runner,
  outcome: PoolOutcome,
  body: (answer: TaskAnswer) => string = ({ body: text }) => text,
): Promise<FastifyReply> {
  const { settings, counts, decisionLog, metrics } = runner;
  switch (outcome.kind) {
    case "done": {
      const { answer } = outcome;
      if (answer.hasParseErrors) counts.parseErrors++;
      metrics.observeStages(answer.times);
      request.policyHash = answer.policy;
      if (request.trace !== null) traceStages(request.trace, answer.times);
      if (decisionLog !== null && !(await decisionLog.write(answer.records))) {
        reply.header("retry-after", 1);
        const message = "the decision could not be recorded, and none is made without; try again";
        return answerError(request, reply, "not_recorded", message);
      }
      reply.type("application/json; charset=utf-8");
      return reply.send(body(answer));
    }
    case "timeout": {
      const message = `it took longer than ${settings.evaluationTimeout} ms, which is all it may take`;
      return answerError(request, reply, "timeout", message);
    }
    case "memory": {
      const message = `it needed more than ${settings.evaluationMegabytes} MB, which is all it may have`;
      return answerError(request, reply, "out_of_memory", message);
    }
    case "busy":
    case "abandoned":
      return answerBusy(request, reply, "every evaluation thread is busy; try again");
    case "crash": {
      const { reason } = outcome;
      request.log.error({ requestId: request.id, reason }, "an evaluation thread failed");
      const message = "the evaluation failed here; it is not your document";
      return answerError(request, reply, "internal", message);
    }
  }
}

/** Tells the client to come back. */
export function answerBusy(
  request: FastifyRequest,
  reply: FastifyReply,
  message: string,
): FastifyReply {
  reply.header("retry-after", 1);
  return answerError(request, reply, "busy", message);
}

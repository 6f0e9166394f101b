// A task of a request: admitted, done, recorded where decisions are, and its outcome answered.
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError } from "./answer-error.ts";
import type { Task, TaskAnswer } from "./evaluation/task.ts";
import type { Runner } from "./runner.ts";
import { traceStages } from "./tracing.ts";

/** Has `task` done and answers with what `body` makes of it; with a typed error where it could not be done. */
export async function answerTask(
  request: FastifyRequest,
  reply: FastifyReply,
  runner: Runner,
  task: Task,
  body: (answer: TaskAnswer) => string = ({ body: text }) => text,
): Promise<FastifyReply> {
  const { settings, counts, evaluation, decisionLog, metrics } = runner;
  const busy = (message: string): FastifyReply => {
    reply.header("retry-after", 1);
    return answerError(request, reply, "busy", message);
  };
  if (runner.isDraining) return busy("the runner is ending and takes no new work");
  counts.working++;
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  reply.raw.once("close", leave);
  try {
    const outcome = await evaluation.run(task, gone.signal);
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
        return busy("every evaluation thread is busy; try again");
      case "crash": {
        request.log.error({ reason: outcome.reason }, "an evaluation thread failed");
        const message = "the evaluation failed here; it is not your document";
        return answerError(request, reply, "internal", message);
      }
    }
  } finally {
    reply.raw.off("close", leave);
    counts.working--;
  }
}

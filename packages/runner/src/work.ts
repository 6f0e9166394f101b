// A task of a request: admitted within the number of tasks in flight, done in a thread, its outcome answered.
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerError } from "./answer-error.ts";
import type { Task, TaskAnswer } from "./evaluation/task.ts";
import type { Runner } from "./runner.ts";

/** Has `task` done and answers with what `body` makes of it; with a typed error where it could not be done. */
export async function answerTask(
  request: FastifyRequest,
  reply: FastifyReply,
  runner: Runner,
  task: Task,
  body: (answer: TaskAnswer) => string = ({ body: text }) => text,
): Promise<FastifyReply> {
  const { settings, counts, pool } = runner;
  if (runner.isDraining || counts.inflight >= settings.inflightMaximum) {
    const message = runner.isDraining
      ? "the runner is ending and takes no new work"
      : `${settings.inflightMaximum} requests are being worked on, which is as many as may be; try again`;
    reply.header("retry-after", 1);
    return answerError(request, reply, "busy", message);
  }
  counts.inflight++;
  try {
    const outcome = await pool.run(task);
    switch (outcome.kind) {
      case "done":
        if (outcome.answer.hasParseErrors) counts.parseErrors++;
        reply.type("application/json; charset=utf-8");
        return reply.send(body(outcome.answer));
      case "timeout": {
        const message = `it took longer than ${settings.evaluationTimeout} ms, which is all it may take`;
        return answerError(request, reply, "timeout", message);
      }
      case "memory": {
        const message = `it needed more than ${settings.evaluationMegabytes} MB, which is all it may have`;
        return answerError(request, reply, "out_of_memory", message);
      }
      case "busy":
        reply.header("retry-after", 1);
        return answerError(request, reply, "busy", "every evaluation thread is busy; try again");
      case "crash":
        request.log.error({ err: outcome.error }, "an evaluation thread failed");
        return answerError(
          request,
          reply,
          "internal",
          "the evaluation failed here; it is not your document",
        );
    }
  } finally {
    counts.inflight--;
  }
}

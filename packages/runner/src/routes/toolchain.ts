// The toolchain's own routes, in its own shapes: evaluate, check, format, explain.
import { Type } from "typebox";
import { answerError } from "../answer-error.ts";
import type { App } from "../app.ts";
import type { Task } from "../evaluation/task.ts";
import type { Runner } from "../runner.ts";
import { answerTask } from "../work.ts";

const submission = {
  code: Type.String({ description: "The document." }),
  files: Type.Optional(Type.Record(Type.String(), Type.String())),
  file: Type.Optional(Type.String({ description: "How diagnostics name the document." })),
};
const now = Type.Optional(Type.String({ description: "The instant to decide for, ISO 8601." }));
const context = Type.Unknown({ description: "The context." });

const routes = {
  evaluate: Type.Object({
    ...submission,
    context: Type.Optional(context),
    contexts: Type.Optional(
      Type.Array(Type.Unknown(), { description: "Several, decided in order." }),
    ),
    now,
    trace: Type.Optional(Type.Boolean()),
  }),
  check: Type.Object(submission),
  format: Type.Object(submission),
  explain: Type.Object({ ...submission, context, action: Type.Optional(Type.String()), now }),
} as const;

export function serveToolchain(app: App, runner: Runner): void {
  const config = { isPerClient: true };
  const submitted = (body: { code: string; files?: Record<string, string>; file?: string }) => ({
    code: body.code,
    files: body.files ?? {},
    file: body.file ?? "policy.omni",
  });
  app.post(
    "/v1/evaluate",
    { schema: { summary: "Decide", body: routes.evaluate }, config },
    async (request, reply) => {
      const { body } = request;
      const isBatch = body.contexts !== undefined;
      if (isBatch === (body.context !== undefined)) {
        const message = "give `context` for one decision or `contexts` for several";
        return answerError(request, reply, "bad_request", message);
      }
      const task: Task = {
        kind: "evaluate",
        ...submitted(body),
        contexts: JSON.stringify(isBatch ? body.contexts : body.context),
        isBatch,
        now: body.now ?? null,
        trace: body.trace ?? false,
      };
      return answerTask(request, reply, runner, task);
    },
  );
  app.post(
    "/v1/check",
    { schema: { summary: "Check", body: routes.check }, config },
    (request, reply) =>
      answerTask(request, reply, runner, { kind: "check", ...submitted(request.body) }),
  );
  app.post(
    "/v1/format",
    { schema: { summary: "Format", body: routes.format }, config },
    (request, reply) =>
      answerTask(request, reply, runner, { kind: "format", ...submitted(request.body) }),
  );
  app.post(
    "/v1/explain",
    { schema: { summary: "Explain a decision", body: routes.explain }, config },
    (request, reply) =>
      answerTask(request, reply, runner, {
        kind: "explain",
        ...submitted(request.body),
        context: JSON.stringify(request.body.context),
        action: request.body.action ?? null,
        now: request.body.now ?? null,
      }),
  );
}

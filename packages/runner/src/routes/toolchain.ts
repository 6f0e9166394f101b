// The toolchain's own routes, in its own shapes: evaluate, check, format, explain.
import type { JsonValue } from "@omega/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { answerError } from "../answer-error.ts";
import type { App } from "../app.ts";
import { tooLarge } from "../body-size.ts";
import { textLength } from "../evaluation/policy-cache.ts";
import type { RecordOrder, Submission } from "../evaluation/task.ts";
import type { Runner } from "../runner.ts";
import { answerOutcome, answerTask } from "../work.ts";
import { anything, diagnostic, errors, instant, submission, submissionOf } from "./shapes.ts";

/** A document that is sent along, or the name of one that is served. */
const policy = {
  code: Type.Optional(Type.String({ description: "The document; or `policy`." })),
  files: submission.files,
  file: submission.file,
  policy: Type.Optional(Type.String({ description: "The name of a policy that is served." })),
};
const context = Type.Unknown({ description: "The context, an object." });

const evaluateBody = Type.Object({
  ...policy,
  context: Type.Optional(context),
  contexts: Type.Optional(
    Type.Array(Type.Unknown(), { description: "Several, decided in order." }),
  ),
  now: Type.Optional(instant),
  trace: Type.Optional(Type.Boolean({ description: "Adds what every rule tried." })),
});
const explainBody = Type.Object({
  ...policy,
  context,
  action: Type.Optional(Type.String({ description: "Why this one was taken, or was not." })),
  now: Type.Optional(instant),
});
const submissionBody = Type.Object(submission);

const checked = Type.Object({
  schemaVersion: Type.Integer(),
  ok: Type.Boolean(),
  diagnostics: Type.Array(diagnostic),
  summary: Type.Object({
    errors: Type.Integer(),
    warnings: Type.Integer(),
    infos: Type.Integer(),
  }),
});
const formatted = Type.Object({
  text: Type.String(),
  changed: Type.Boolean(),
  diagnostics: Type.Integer({ description: "How many there are." }),
});
const explained = Type.Object({
  decision: anything("The decision, with its trace."),
  explanation: anything(
    "As `omegac explain --format json` gives it; null for a document with errors.",
  ),
});

/** What decides, and what its decisions are recorded with. */
interface ChosenPolicy {
  readonly submission: Submission;
  readonly record: RecordOrder | null;
}

export function serveToolchain(app: App, runner: Runner): void {
  const { settings, folder, decisionLog } = runner;
  const refusals = errors(400, 404, 412, 413, 415, 422, 429, 503);

  /** The policy that a body names or holds; null where it has been answered that there is none. */
  function choosePolicy(
    request: FastifyRequest,
    reply: FastifyReply,
    body: Pick<Static<typeof explainBody>, "code" | "files" | "file" | "policy">,
  ): ChosenPolicy | null {
    const order = (policyName: string | null): RecordOrder | null =>
      decisionLog === null ? null : { requestId: request.id, policyName, masks: settings.masks };
    const { code, policy: name, files, file } = body;
    if ((code === undefined) === (name === undefined)) {
      const message = "give `code`, a document, or `policy`, the name of one that is served";
      answerError(request, reply, "bad_request", message);
      return null;
    }
    if (code !== undefined) {
      const given = { code, ...(files && { files }), ...(file !== undefined && { file }) };
      return { submission: submissionOf(given), record: order(null) };
    }
    const served = name === undefined ? undefined : folder?.policies().get(name);
    if (served === undefined) {
      const message =
        folder === null ? "no policies are served here" : `no policy is served as ${name}`;
      answerError(request, reply, "not_found", message);
      return null;
    }
    const tag = `"${served.sha256}"`;
    const wanted = request.headers["if-match"];
    if (wanted !== undefined && wanted !== "*" && !wanted.split(/\s*,\s*/).includes(tag)) {
      const message = `the policy is ${tag} now`;
      answerError(request, reply, "precondition_failed", message);
      return null;
    }
    reply.header("etag", tag);
    return { submission: served, record: order(served.name) };
  }

  app.post(
    "/v1/evaluate",
    {
      schema: {
        summary: "Decide",
        description:
          "By a document that is sent along or a policy that is served, on one context or several: a decision, or a list of them. For a served policy the answer's `ETag` is the policy's hash, and `If-Match` makes sure of it.",
        body: evaluateBody,
        response: { 200: anything("The decision, or with `contexts` a list."), ...refusals },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const isBatch = body.contexts !== undefined;
      if (isBatch === (body.context !== undefined)) {
        const message = "give `context` for one decision or `contexts` for several";
        return answerError(request, reply, "bad_request", message);
      }
      const chosen = choosePolicy(request, reply, body);
      if (chosen === null) return reply;
      // The body was read by `JSON.parse`, so what it holds is JSON.
      const given = (isBatch ? body.contexts : body.context) as JsonValue;
      const evaluate = {
        kind: "evaluate",
        ...chosen.submission,
        isBatch,
        now: body.now ?? runner.now(),
        trace: body.trace ?? false,
        record: chosen.record,
      } as const;
      // The body without its document is longer than the contexts in it; one without a length goes the long way.
      const bytes = Number(request.headers["content-length"] ?? Number.POSITIVE_INFINITY);
      const length = body.code === undefined ? bytes : bytes - textLength(chosen.submission);
      if (length <= settings.contextMaximum && !runner.isDraining) {
        const outcome = runner.evaluation.evaluateNow(evaluate, given, length);
        if (outcome !== null) return answerOutcome(request, reply, runner, outcome);
      }
      const contexts = JSON.stringify(given);
      const problem = tooLarge(settings, body.code ?? "", isBatch ? null : contexts);
      if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
      return answerTask(request, reply, runner, { ...evaluate, contexts });
    },
  );
  app.post(
    "/v1/explain",
    {
      schema: {
        summary: "Explain a decision",
        body: explainBody,
        response: { 200: explained, ...refusals },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const chosen = choosePolicy(request, reply, body);
      if (chosen === null) return reply;
      const text = JSON.stringify(body.context);
      const problem = tooLarge(settings, body.code ?? "", text);
      if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
      return answerTask(request, reply, runner, {
        kind: "explain",
        ...chosen.submission,
        context: text,
        action: body.action ?? null,
        now: body.now ?? runner.now(),
        // Explaining is asking what would be decided; nobody acts on it.
        record: null,
      });
    },
  );
  const onDocuments = [
    { kind: "check", summary: "Check a document", answer: checked },
    { kind: "format", summary: "Write a document in canonical form", answer: formatted },
  ] as const;
  for (const { kind, summary, answer } of onDocuments) {
    app.post(
      `/v1/${kind}`,
      {
        schema: { summary, body: submissionBody, response: { 200: answer, ...refusals } },
      },
      async (request, reply) => {
        const problem = tooLarge(settings, request.body.code, null);
        if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
        return answerTask(request, reply, runner, { kind, ...submissionOf(request.body) });
      },
    );
  }
}

// The classic routes: compile a document, validate one against a context.
import { type Static, Type } from "typebox";
import { answerError } from "../answer-error.ts";
import type { App } from "../app.ts";
import { tooLarge } from "../body-size.ts";
import type { Runner } from "../runner.ts";
import { answerBusy, answerTask } from "../work.ts";
import { anything, diagnostic, documentName, errors, files, instant } from "./shapes.ts";

const compileBody = Type.Union([
  Type.String({ description: "The document itself, as text/plain." }),
  Type.Object({ code: Type.String(), files: Type.Optional(files) }),
]);

const compiled = Type.Object({
  success: Type.Boolean({ description: "False when the document has errors." }),
  message: Type.String(),
  tokens_count: Type.Integer(),
  imports_count: Type.Integer({ description: "IMPORT items." }),
  version: Type.String(),
  diagnostics: Type.Array(diagnostic),
});

const validateBody = Type.Object({
  code: Type.String({ description: "The document." }),
  context: Type.Optional(
    Type.Unknown({
      description: "A JSON text, or the object itself. Without it the document is checked only.",
    }),
  ),
  files: Type.Optional(files),
  now: Type.Optional(instant),
});

const finding = Type.Object({
  line: Type.Integer(),
  column: Type.Integer(),
  message: Type.String(),
  code: Type.String(),
  severity: Type.String(),
});

const validated = Type.Object({
  errors: Type.Array(finding),
  warnings: Type.Array(finding),
  rules: Type.Array(Type.Object({ condition: Type.String(), action: Type.String() })),
  actions: Type.Array(Type.String(), { description: "Names, in order." }),
  decision: anything("The whole decision; null where there was nothing to decide on."),
  stdout: Type.String({ description: "What the policy logged." }),
  stderr: Type.String({ description: "Errors and warnings, a line each." }),
  engine: Type.Literal("omega"),
  mode: Type.Literal("validator"),
  capabilities: Type.Array(Type.String()),
  compiler: Type.Object({ name: Type.String(), version: Type.String() }),
  requestId: Type.String(),
  durationMs: Type.Number(),
});

export function serveValidator(app: App, runner: Runner): void {
  const { settings, counts } = runner;
  app.post(
    "/compile",
    {
      schema: {
        summary: "Compile a document",
        description: "A document with errors is an answer like any other: `success` is false.",
        consumes: ["text/plain", "application/json"],
        body: compileBody,
        response: { 200: compiled, ...errors(400, 413, 415, 422, 429, 503) },
      },
      schemaErrorFormatter: () =>
        new Error(
          "send the document as text/plain, or as JSON: its text in `code`, and what it imports in `files`",
        ),
    },
    async (request, reply) => {
      const { body } = request;
      const { code, files: given = {} } = typeof body === "string" ? { code: body } : body;
      const problem = tooLarge(settings, code, null);
      if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
      const task = { kind: "compile", code, files: given, file: documentName } as const;
      return answerTask(request, reply, runner, task);
    },
  );
  app.post(
    "/api/validate",
    {
      schema: {
        summary: "Check a document and decide by it",
        body: validateBody,
        response: { 200: validated, ...errors(400, 413, 415, 422, 429, 503) },
      },
      config: { isPerClient: true },
    },
    async (request, reply) => {
      const started = performance.now();
      const { code, files: given = {}, now = runner.now() } = request.body;
      const context = contextText(request.body);
      const problem = tooLarge(settings, code, context);
      if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
      if (counts.validating >= settings.inflightMaximum) {
        const message = `${settings.inflightMaximum} validations are under way, as many as may be; try again`;
        return answerBusy(request, reply, message);
      }
      counts.validating++;
      try {
        const submission = { code, files: given, file: documentName };
        const record =
          runner.decisionLog === null
            ? null
            : { requestId: request.id, policyName: null, masks: settings.masks };
        const task = { kind: "validate", ...submission, context, now, record } as const;
        return await answerTask(request, reply, runner, task, ({ body }) => {
          const durationMs = Math.round((performance.now() - started) * 1000) / 1000;
          const requestOnly = JSON.stringify({ requestId: request.id, durationMs });
          return `${body.slice(0, -1)},${requestOnly.slice(1)}`;
        });
      } finally {
        counts.validating--;
      }
    },
  );
}

/** The context as the engine reads it: as text, so that what is no JSON is found there and has a place. */
function contextText({ context }: Static<typeof validateBody>): string | null {
  if (context === undefined) return null;
  return typeof context === "string" ? context : JSON.stringify(context);
}

// The classic routes: compile a document, validate one against a context.
import { type Static, Type } from "typebox";
import { answerError } from "../answer-error.ts";
import type { App } from "../app.ts";
import type { Runner } from "../runner.ts";
import { answerTask } from "../work.ts";

const files = Type.Record(Type.String(), Type.String(), {
  description: "Texts that the document imports, by their paths.",
});

const compileBody = Type.Union([
  Type.String({ description: "The document itself, as text/plain." }),
  Type.Object({ code: Type.String(), files: Type.Optional(files) }),
]);

const validateBody = Type.Object({
  code: Type.String(),
  context: Type.Optional(
    Type.Unknown({
      description: "A JSON text, or the object itself. Without it the document is checked only.",
    }),
  ),
  files: Type.Optional(files),
  now: Type.Optional(Type.String({ description: "The instant to decide for, ISO 8601." })),
});

const documentName = "policy.omni";

export function serveValidator(app: App, runner: Runner): void {
  const { settings } = runner;
  app.post(
    "/compile",
    {
      schema: { summary: "Compile a document", body: compileBody },
      config: { isPerClient: true },
    },
    async (request, reply) => {
      const { body } = request;
      const { code, files: given = {} } = typeof body === "string" ? { code: body } : body;
      const problem = tooLarge(code, settings.codeMaximum, "the document");
      if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
      const task = { kind: "compile", code, files: given, file: documentName } as const;
      return answerTask(request, reply, runner, task);
    },
  );
  app.post(
    "/api/validate",
    {
      schema: { summary: "Check a document and decide by it", body: validateBody },
      config: { isPerClient: true },
    },
    async (request, reply) => {
      const started = performance.now();
      const { code, files: given = {}, now = null } = request.body;
      const context = contextText(request.body);
      const problem =
        tooLarge(code, settings.codeMaximum, "the document") ??
        tooLarge(context ?? "", settings.contextMaximum, "the context");
      if (problem !== null) return answerError(request, reply, "payload_too_large", problem);
      const task = {
        kind: "validate",
        code,
        files: given,
        file: documentName,
        context,
        now,
      } as const;
      return answerTask(request, reply, runner, task, ({ body }) => {
        const durationMs = Math.round((performance.now() - started) * 1000) / 1000;
        const requestOnly = JSON.stringify({ requestId: request.id, durationMs });
        return `${body.slice(0, -1)},${requestOnly.slice(1)}`;
      });
    },
  );
}

/** The context as the engine reads it: as text, so that what is no JSON is found there and has a place. */
function contextText({ context }: Static<typeof validateBody>): string | null {
  if (context === undefined) return null;
  return typeof context === "string" ? context : JSON.stringify(context);
}

function tooLarge(text: string, maximum: number, what: string): string | null {
  const bytes = Buffer.byteLength(text);
  return bytes > maximum ? `${what} has ${bytes} bytes, and may have ${maximum}` : null;
}

// The HTTP application: what is true of every route. A request is counted, limited, read within bounds, then answered.
import { randomUUID } from "node:crypto";
import fastifySwagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyError, type FastifyServerOptions, LogController } from "fastify";
import { answerError } from "./answer-error.ts";
import { answerUnknownRoutes } from "./answer-unknown-routes.ts";
import { limitRate } from "./limit-rate.ts";
import { serveHealth } from "./routes/health.ts";
import { serveInformation } from "./routes/information.ts";
import { serveToolchain } from "./routes/toolchain.ts";
import { serveValidator } from "./routes/validator.ts";
import type { Runner } from "./runner.ts";

export type App = Awaited<ReturnType<typeof createApp>>;

/** Milliseconds. A client that takes longer to say what it wants is cut off. */
const patience = { headers: 10_000, request: 30_000, idle: 5_000 };
const largestHeaders = 16_384;

/** The application of a runner, not listening yet. */
export async function createApp(runner: Runner, logger: FastifyServerOptions["logger"]) {
  const { settings, counts } = runner;
  const app = fastify({
    logger: logger ?? false,
    trustProxy: settings.trustProxy,
    bodyLimit: settings.bodyMaximum,
    genReqId: () => randomUUID(),
    // Every answer is logged once, below; Fastify would log each request twice.
    logController: new LogController({
      requestIdLogLabel: "requestId",
      disableRequestLogging: true,
    }),
    // Keys such as `__proto__` are data here: contexts are read by the engine, which gives them no meaning.
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    http: { maxHeaderSize: largestHeaders, headersTimeout: patience.headers },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    return503OnClosing: false,
  }).withTypeProvider<TypeBoxTypeProvider>();

  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "OMEGA runner",
        description: "Decisions by OMEGA policies over HTTP.",
        version: settings.buildVersion,
      },
    },
  });
  app.addContentTypeParser("text/plain", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook("onRequest", async (request, reply) => {
    counts.requests++;
    reply.headers({
      "x-request-id": request.id,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
    });
  });
  limitRate(app, runner);
  app.addHook("onResponse", async (request, reply) => {
    if (reply.statusCode >= 500) counts.errors++;
    const { method, routeOptions } = request;
    request.log.info(
      {
        method,
        route: routeOptions.url ?? null,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 1000) / 1000,
      },
      "answered",
    );
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
      const message = `the body is larger than ${settings.bodyMaximum} bytes`;
      return answerError(request, reply, "payload_too_large", message);
    }
    if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
      const message = "send JSON as application/json, or a document as text/plain";
      return answerError(request, reply, "unsupported_media_type", message);
    }
    if (status < 500) return answerError(request, reply, "bad_request", error.message);
    request.log.error({ err: error }, "failed");
    return answerError(request, reply, "internal", "something went wrong here, not in the request");
  });
  serveHealth(app, runner);
  serveInformation(app, runner);
  serveValidator(app, runner);
  serveToolchain(app, runner);
  answerUnknownRoutes(app);
  return app;
}

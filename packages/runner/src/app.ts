// The HTTP application: what is true of every route. A request is counted, limited, read within bounds, then answered.
import { randomUUID } from "node:crypto";
import fastifySwagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { answerError } from "./answer-error.ts";
import { answerUnknownRoutes } from "./answer-unknown-routes.ts";
import { cutOff } from "./cut-off.ts";
import { limitRate } from "./limit-rate.ts";
import { readJsonBody } from "./read-json-body.ts";
import { serveDocumentation } from "./routes/documentation.ts";
import { serveHealth } from "./routes/health.ts";
import { serveInformation } from "./routes/information.ts";
import { serveMetrics } from "./routes/metrics.ts";
import { servePolicies } from "./routes/policies.ts";
import { serveToolchain } from "./routes/toolchain.ts";
import { serveValidator } from "./routes/validator.ts";
import type { Runner } from "./runner.ts";
import { logLevels, type TrustedProxies } from "./settings.ts";
import { beginTrace, endTrace, type RequestTrace } from "./tracing.ts";

export type App = Awaited<ReturnType<typeof createApp>>;

declare module "fastify" {
  interface FastifyRequest {
    /** Of the policy that was compiled for it, for the log. */
    policyHash: string | null;
    trace: RequestTrace | null;
    /** Answered, or given up. */
    isConcluded: boolean;
  }
}

/** How long clients may take, in milliseconds. One that takes longer is cut off. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  /** Between requests on a connection. */
  readonly idle: number;
  /** How often connections are looked at. */
  readonly check: number;
}

const usualPatience: Patience = { headers: 10_000, request: 30_000, idle: 5_000, check: 1_000 };
const largestHeaders = 16_384;
const mostConnections = 10_000;
/** Stands in the log and the metrics for an answer that nobody waited for, as nginx has it. */
const givenUp = 499;

export interface AppOptions {
  /** Null logs nothing. */
  readonly logger: FastifyBaseLogger | null;
  readonly patience?: Patience;
}

/** The application of a runner, not listening yet. */
export async function createApp(
  runner: Runner,
  { logger, patience = usualPatience }: AppOptions = { logger: null },
) {
  const { settings, counts, metrics } = runner;
  const logsAnswers = logLevels.indexOf(settings.logLevel) <= logLevels.indexOf("info");
  const app = fastify({
    ...(logger === null ? { logger: false } : { loggerInstance: logger }),
    trustProxy: believed(settings.trustProxy),
    bodyLimit: settings.bodyMaximum,
    genReqId: () => randomUUID(),
    // Every answer is logged once, below; Fastify would log each request twice.
    logController: new LogController({ disableRequestLogging: true }),
    // One logger for all: a child for each request costs more than a line, and few requests need more than one.
    childLoggerFactory: (parent) => parent,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    http: {
      maxHeaderSize: largestHeaders,
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.check,
    },
    clientErrorHandler: cutOff,
    // An address that cannot be decoded is no route, and no hook has seen it.
    frameworkErrors(_error, request, reply) {
      const message = "the address cannot be read";
      reply.hijack();
      reply.raw.writeHead(400, {
        "content-type": "application/json; charset=utf-8",
        "x-request-id": request.id,
        "x-content-type-options": "nosniff",
      });
      reply.raw.end(JSON.stringify({ error: "bad_request", message, requestId: request.id }));
    },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    return503OnClosing: false,
    forceCloseConnections: "idle",
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.server.maxConnections = mostConnections;
  app.decorateRequest("isConcluded", false);
  app.decorateRequest("policyHash", null);
  app.decorateRequest("trace", null);

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
  app.addContentTypeParser("application/json", { parseAs: "string" }, readJsonBody);
  // Hooks that wait for nothing call back at once: a promise for each costs a part of a decision.
  app.addHook("onRequest", (request, reply, done) => {
    counts.requests++;
    counts.open++;
    reply.raw.once("close", () => conclude(request, reply));
    const { traceparent } = request.headers;
    request.trace = beginTrace(
      request.method,
      typeof traceparent === "string" ? traceparent : undefined,
      request.id,
    );
    reply.headers({
      "x-request-id": request.id,
      traceparent: request.trace.traceparent,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
    });
    if (runner.isDraining) reply.header("connection", "close");
    done();
  });
  limitRate(app, runner);
  answerUnknownRoutes(app);
  /** What is true of an answered request, or one that its client gave up: once for each. */
  function conclude(request: FastifyRequest, reply: FastifyReply): void {
    if (request.isConcluded) return;
    request.isConcluded = true;
    counts.open--;
    const status = reply.raw.writableEnded ? reply.statusCode : givenUp;
    if (status >= 500) counts.errors++;
    const route = routeOf(request);
    metrics.observeRequest(route, status, reply.elapsedTime);
    if (request.trace !== null) endTrace(request.trace, request.method, route, status);
    if (!logsAnswers) return;
    request.log.info(
      {
        requestId: request.id,
        traceId: request.trace?.traceId,
        method: request.method,
        route,
        policy: request.policyHash,
        status,
        durationMs: Math.round(reply.elapsedTime * 1000) / 1000,
      },
      status === givenUp ? "given up" : "answered",
    );
  }
  app.addHook("onResponse", (request, reply, done) => {
    conclude(request, reply);
    done();
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
    request.log.error({ err: error, requestId: request.id }, "failed");
    return answerError(request, reply, "internal", "something went wrong here, not in the request");
  });
  serveHealth(app, runner);
  serveInformation(app, runner);
  serveValidator(app, runner);
  serveToolchain(app, runner);
  servePolicies(app, runner);
  serveMetrics(app, runner);
  serveDocumentation(app);
  return app;
}

/** Whose word on the client counts: that of the last so many proxies in a row, or of those at these addresses. */
function believed(proxies: TrustedProxies): boolean | string[] | TrustProxyFunction {
  if (typeof proxies === "number") return (_address, hop) => hop < proxies;
  return proxies === false ? false : [...proxies];
}

/** The route as it is declared; what is none counts as one. */
function routeOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.url ?? "unknown";
}

type TrustProxyFunction = (address: string, hop: number) => boolean;

// Rate limits on requests: one window over all routes but health and metrics, and each client's own on routes that work.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import type { RateVerdict } from "./rate-window.ts";
import type { Runner } from "./runner.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Counted, never limited: whoever watches the runner must be answered while it is busy. */
    readonly isUnlimited?: boolean;
    /** Also limited for each client. */
    readonly isPerClient?: boolean;
  }
}

/** Puts both windows before the routes; unknown routes are limited as well. */
export function limitRate(app: Pick<App, "addHook">, runner: Runner): void {
  const { everyone, clients, settings, counts } = runner;
  app.addHook("onRequest", (request, reply, done) => {
    const { isUnlimited, isPerClient } = request.routeOptions.config;
    const overall = isUnlimited === true ? everyone.look("") : everyone.take("");
    showVerdict(reply, overall);
    if (isUnlimited === true) return done();
    if (!overall.allowed) {
      const limit = settings.rateLimit;
      refuse(request, reply, overall, { error: "rate_limited", limit_per_sec: limit });
      return;
    }
    if (isPerClient !== true) return done();
    const own = clients.take(request.ip);
    if (own.allowed) return done();
    showVerdict(reply, own);
    const message = `more than ${own.limit} requests in ${settings.clientWindow} ms from this client`;
    refuse(request, reply, own, { error: "rate_limited", message, requestId: request.id });
  });

  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    { retry }: RateVerdict,
    body: object,
  ): void {
    counts.rateLimited++;
    request.log.warn({ requestId: request.id, client: request.ip, retryMs: retry }, "rate limited");
    reply.header("retry-after", Math.max(1, Math.ceil(retry / 1000)));
    reply.code(429).send(body);
  }
}

function showVerdict(reply: FastifyReply, { limit, remaining, reset }: RateVerdict): void {
  reply.headers({
    "x-ratelimit-limit": limit,
    "x-ratelimit-remaining": remaining,
    "x-ratelimit-reset": Math.ceil(reset),
  });
}

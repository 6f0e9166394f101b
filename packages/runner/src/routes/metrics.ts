// What happened since the start, for Prometheus and for programs that read JSON.
import { memoryUsage } from "node:process";
import { Type } from "typebox";
import type { App } from "../app.ts";
import type { Runner } from "../runner.ts";

const summary = Type.Object(
  {
    uptimeSec: Type.Number(),
    omega_requests_total: Type.Integer(),
    omega_errors_total: Type.Integer(),
    omega_rate_limited_total: Type.Integer(),
    omega_parse_errors_total: Type.Integer(),
    inflight: Type.Integer(),
    queued: Type.Integer(),
    threadRestarts: Type.Integer(),
    memoryBytes: Type.Integer(),
    metrics: Type.Array(Type.Unknown(), { description: "All that /metrics says, as JSON." }),
  },
  { description: "Counters since the start." },
);

export function serveMetrics(app: App, runner: Runner): void {
  const { counts, metrics, evaluation, startedAt } = runner;
  const { registry } = metrics;
  app.get(
    "/api/metrics",
    {
      schema: { summary: "Metrics as JSON", response: { 200: summary } },
      config: { isUnlimited: true },
    },
    async () => ({
      uptimeSec: Math.round((Date.now() - startedAt) / 1000),
      omega_requests_total: counts.requests,
      omega_errors_total: counts.errors,
      omega_rate_limited_total: counts.rateLimited,
      omega_parse_errors_total: counts.parseErrors,
      inflight: counts.working,
      queued: evaluation.pool.queued(),
      threadRestarts: evaluation.pool.restarts(),
      memoryBytes: memoryUsage.rss(),
      metrics: await registry.getMetricsAsJSON(),
    }),
  );
  for (const url of ["/metrics", "/api/metrics-prom"]) {
    app.get(
      url,
      {
        schema: {
          summary: "Metrics for Prometheus",
          produces: ["text/plain"],
          response: { 200: Type.String() },
        },
        config: { isUnlimited: true },
      },
      async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
    );
  }
}

// Whether the runner lives and takes work: answered whatever else it does.
import { Type } from "typebox";
import type { App } from "../app.ts";
import type { Runner } from "../runner.ts";

const health = Type.Object({
  status: Type.Literal("ok"),
  server: Type.Literal("omega-native-runner"),
  version: Type.String(),
});

const liveness = Type.Object({
  status: Type.Literal("ok"),
  uptimeSec: Type.Number(),
  timestamp: Type.String({ description: "ISO 8601" }),
});

const readiness = Type.Object({
  status: Type.Union([Type.Literal("ready"), Type.Literal("draining"), Type.Literal("busy")]),
  inflight: Type.Integer(),
  maxInflight: Type.Integer(),
  totalRequests: Type.Integer(),
  totalErrors: Type.Integer(),
  buildVersion: Type.String(),
  timestamp: Type.String(),
});

export function serveHealth(app: App, runner: Runner): void {
  const { settings, counts, startedAt } = runner;
  for (const url of ["/health", "/"]) {
    const schema = { summary: "Whether the runner answers", response: { 200: health } };
    app.get(url, { schema }, async () => ({
      status: "ok" as const,
      server: "omega-native-runner" as const,
      version: settings.buildVersion,
    }));
  }
  app.get(
    "/api/health",
    {
      schema: { summary: "Liveness", response: { 200: liveness } },
      config: { isUnlimited: true },
    },
    async () => ({
      status: "ok" as const,
      uptimeSec: Math.round((Date.now() - startedAt) / 1000),
      timestamp: new Date().toISOString(),
    }),
  );
  app.get(
    "/api/readiness",
    {
      schema: { summary: "Readiness", response: { 200: readiness, 503: readiness } },
      config: { isUnlimited: true },
    },
    async (_request, reply) => {
      const status = runner.isDraining ? "draining" : "ready";
      return reply.code(status === "ready" ? 200 : 503).send({
        status,
        inflight: counts.inflight,
        maxInflight: settings.inflightMaximum,
        totalRequests: counts.requests,
        totalErrors: counts.errors,
        buildVersion: settings.buildVersion,
        timestamp: new Date().toISOString(),
      });
    },
  );
}

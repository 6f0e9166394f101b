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
  status: Type.Union([Type.Literal("ready"), Type.Literal("starting"), Type.Literal("draining")], {
    description: "Work is taken when it is `ready`.",
  }),
  inflight: Type.Integer({ description: "Validations under way." }),
  maxInflight: Type.Integer(),
  totalRequests: Type.Integer(),
  totalErrors: Type.Integer(),
  buildVersion: Type.String(),
  timestamp: Type.String({ description: "ISO 8601" }),
  policies: Type.Optional(
    Type.Object(
      {
        served: Type.Integer(),
        broken: Type.Array(
          Type.Object({ name: Type.String(), problem: Type.String(), isServed: Type.Boolean() }),
        ),
        problem: Type.Union([Type.String(), Type.Null()]),
      },
      { description: "Of the folder that is served, if one is." },
    ),
  ),
});

export function serveHealth(app: App, runner: Runner): void {
  const { settings, counts, startedAt, evaluation, folder } = runner;
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
      const isStarting = evaluation.pool.ready() === 0;
      const status = runner.isDraining ? "draining" : isStarting ? "starting" : "ready";
      return reply.code(status === "ready" ? 200 : 503).send({
        status,
        inflight: counts.validating,
        maxInflight: settings.inflightMaximum,
        totalRequests: counts.requests,
        totalErrors: counts.errors,
        buildVersion: settings.buildVersion,
        timestamp: new Date().toISOString(),
        ...(folder !== null && {
          policies: {
            served: folder.policies().size,
            broken: [...folder.broken()],
            problem: folder.problem(),
          },
        }),
      });
    },
  );
}

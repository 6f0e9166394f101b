// What the runner is: version, start, counts.
import { Type } from "typebox";
import type { App } from "../app.ts";
import type { Runner } from "../runner.ts";

const version = Type.Object({ compiler_version: Type.String() });

const information = Type.Object({
  server: Type.String(),
  version: Type.String(),
  requests_handled: Type.Integer({ description: "Every request, limited ones too." }),
  started_at_ms: Type.Integer({ description: "Milliseconds since 1970." }),
  address: Type.String(),
  port: Type.Integer(),
  rate_limit: Type.Integer({ description: "Requests a second; 0 for no limit." }),
});

export function serveInformation(app: App, runner: Runner): void {
  const { settings, counts, compilerVersion, startedAt } = runner;
  app.get(
    "/version",
    { schema: { summary: "The compiler's version", response: { 200: version } } },
    async () => ({ compiler_version: compilerVersion }),
  );
  app.get(
    "/info",
    { schema: { summary: "About this runner", response: { 200: information } } },
    async () => {
      const address = app.server.address();
      const isBound = typeof address === "object" && address !== null;
      return {
        server: "omega-native-runner",
        version: settings.buildVersion,
        requests_handled: counts.requests,
        started_at_ms: startedAt,
        address: isBound ? address.address : settings.host,
        port: isBound ? address.port : settings.port,
        rate_limit: settings.rateLimit,
      };
    },
  );
}

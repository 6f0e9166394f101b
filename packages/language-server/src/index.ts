// @omega/language-server: what clients and tests use of it without starting a process.
export type { DecisionView, ExampleOutcome } from "@omega/service";
export { omegaRequests } from "./commands.ts";
export type { ServerHost } from "./host.ts";
export { hostRequests } from "./host-requests.ts";
export { startServer } from "./server.ts";

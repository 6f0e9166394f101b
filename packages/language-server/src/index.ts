// @omega/language-server: what clients and tests use of it without starting a process.
export { lensCommands } from "@omega/service";
export type {
  DecideAnswer,
  DecideParameters,
  SaveAsExampleParameters,
} from "./commands.ts";
export { omegaRequests } from "./commands.ts";
export type { ExampleRequests, TimedOutcome } from "./example-requests.ts";
export { exampleRequests, trustGranted } from "./example-requests.ts";
export { untrustedMessage } from "./example-runs.ts";
export type { ServerHost } from "./host.ts";
export { hostRequests } from "./host-requests.ts";
export { startServer } from "./server.ts";

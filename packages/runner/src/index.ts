// @omega/runner: decisions over HTTP. What a host that brings its own process uses; `omegac serve` is such a host.
export { compilerVersion } from "./compiler-version.ts";
export type { RunnerLogger } from "./create-logger.ts";
export { createLogger } from "./create-logger.ts";
export type { StopOptions, StopOutcome } from "./process/stop-runner.ts";
export { stopRunner } from "./process/stop-runner.ts";
export type { Runner } from "./runner.ts";
export type { LogLevel, RunnerSettings, SettingSource, SettingsReading } from "./settings.ts";
export { describeSettings, readSettings } from "./settings.ts";
export type { RunningRunner, StartOptions } from "./start-runner.ts";
export { StartFailure, startRunner } from "./start-runner.ts";
export { threadScript } from "./thread-script.ts";

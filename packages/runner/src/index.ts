// @omega/runner: decisions over HTTP. What a host that brings its own process uses; `omegac serve` is such a host.
export type { App } from "./app.ts";
export { createApp } from "./app.ts";
export { compilerVersion } from "./compiler-version.ts";
export type { ThreadPool, ThreadPoolOptions } from "./evaluation/thread-pool.ts";
export { startThreadPool } from "./evaluation/thread-pool.ts";
export { createRateWindow } from "./rate-window.ts";
export type { Runner } from "./runner.ts";
export { noCounts } from "./runner.ts";
export type { RunnerSettings, SettingsReading } from "./settings.ts";
export { readSettings } from "./settings.ts";

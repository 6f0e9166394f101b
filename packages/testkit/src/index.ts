// @omega/testkit: what OMEGA's own tests and scripts are written with.
export * from "./code-blocks.ts";
export * from "./command-line.ts";
export * from "./command-line-scenario.ts";
export * from "./construct-map.ts";
export * from "./diagnostic-fixture.ts";
export * from "./documentation.ts";
export * from "./example-policies.ts";
export * from "./fixture.ts";
export * from "./parse-fixture.ts";
export * from "./print-tree.ts";
export * from "./run-typescript.ts";
export * from "./running-program.ts";

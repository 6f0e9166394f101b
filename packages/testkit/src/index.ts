// @omega/testkit: what OMEGA's own tests and scripts are written with.
export * from "./example-policies.ts";

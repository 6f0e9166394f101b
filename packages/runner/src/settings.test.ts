import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const defaults = { cores: 8, version: "1.2.3" };
const environment = (values: Readonly<Record<string, string>>) =>
  ({ kind: "environment", values }) as const;

test("nothing set: safe for one machine", () => {
  expect(readSettings([environment({})], defaults)).toEqual({
    ok: true,
    settings: {
      host: "127.0.0.1",
      port: 8080,
      rateLimit: 10,
      logLevel: "info",
      workers: 7,
      evaluationTimeout: 1000,
      evaluationMegabytes: 64,
      bodyMaximum: 200_000,
      codeMaximum: 100_000,
      contextMaximum: 100_000,
      clientWindow: 60_000,
      clientMaximum: 30,
      inflightMaximum: 4,
      buildVersion: "1.2.3",
      trustProxy: false,
      policies: null,
      decisionLog: null,
      masks: [],
      onFull: "drop",
      decisionLogMegabytes: 100,
      decisionLogFiles: 10,
      pidFile: null,
      drainTimeout: 10_000,
    },
  });
});

test("a machine with one core has one thread", () => {
  const reading = readSettings([], { ...defaults, cores: 1 });
  expect(reading).toMatchObject({ settings: { workers: 1 } });
});

test("flags over environment over configuration, empty texts not at all", () => {
  const flags = { kind: "flags", values: { port: "1", rateLimit: "" } } as const;
  const configuration = {
    kind: "configuration",
    values: { port: 3, inflightMaximum: 9, masks: ["context.a", "context.b"], decisionLog: "x" },
  } as const;
  const variables = environment({ OMEGA_SERVER_PORT: "2", OMEGA_RATE_LIMIT: "0" });
  expect(readSettings([flags, variables, configuration], defaults)).toMatchObject({
    settings: { port: 1, rateLimit: 0, inflightMaximum: 9, masks: ["context.a", "context.b"] },
  });
});

test("OMEGA_LOG_LEVEL before LOG_LEVEL", () => {
  const both = { OMEGA_LOG_LEVEL: "warn", LOG_LEVEL: "debug" };
  expect(readSettings([environment(both)], defaults)).toMatchObject({
    settings: { logLevel: "warn" },
  });
  expect(readSettings([environment({ LOG_LEVEL: "DEBUG" })], defaults)).toMatchObject({
    settings: { logLevel: "debug" },
  });
});

test.each([
  ["true", 1],
  ["false", false],
  ["2", 2],
  ["10.0.0.1, fd00::/8", ["10.0.0.1", "fd00::/8"]],
])("OMEGA_TRUST_PROXY=%s", (text, trustProxy) => {
  expect(readSettings([environment({ OMEGA_TRUST_PROXY: text })], defaults)).toMatchObject({
    settings: { trustProxy },
  });
});

test.each([
  ["OMEGA_SERVER_IP", "example.org", "an IP address to listen on"],
  ["OMEGA_SERVER_PORT", "65536", "a whole number from 0 to 65535"],
  ["OMEGA_RATE_LIMIT", "-1", "a whole number from 0 to 1000000"],
  ["OMEGA_WORKERS", "0", "a whole number from 1 to 256"],
  ["OMEGA_EVAL_TIMEOUT_MS", "1.5", "a whole number from 1 to 600000"],
  ["OMEGA_TRUST_PROXY", "maybe", "`true` or `false`"],
  ["OMEGA_TRUST_PROXY", "10.0.0.0/33", "their addresses"],
  ["BUILD_VERSION", "a b", "visible ASCII"],
  ["LOG_LEVEL", "loud", "one of trace, debug"],
  ["OMEGA_DECISION_LOG_MASKS", "Patient", "paths of a record"],
])("%s=%s is refused with what is allowed", (name, value, allowed) => {
  const reading = readSettings([environment({ [name]: value })], defaults);
  expect(reading.ok).toBe(false);
  if (reading.ok) return;
  expect(reading.problems).toHaveLength(1);
  expect(reading.problems[0]).toContain(`${name} is ${JSON.stringify(value)}`);
  expect(reading.problems[0]).toContain(allowed);
});

test("each source spells its own names", () => {
  const reading = readSettings(
    [
      { kind: "flags", values: { rateLimit: "many" } },
      { kind: "configuration", values: { port: [8080], prot: 1 } },
    ],
    defaults,
  );
  expect(reading).toMatchObject({
    problems: [
      expect.stringContaining("runner.prot is no setting"),
      expect.stringContaining("runner.port is [8080]: a whole number"),
      expect.stringContaining('--rate-limit is "many": a whole number'),
    ].sort(),
  });
});

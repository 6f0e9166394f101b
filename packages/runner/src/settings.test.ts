import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const defaults = { cores: 8, version: "1.2.3" };

test("nothing set: safe for one machine", () => {
  expect(readSettings([{}], defaults)).toEqual({
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
    },
  });
});

test("a machine with one core has one thread", () => {
  const reading = readSettings([{}], { ...defaults, cores: 1 });
  expect(reading).toMatchObject({ settings: { workers: 1 } });
});

test("flags over environment over configuration, empty texts not at all", () => {
  const flags = { OMEGA_SERVER_PORT: "1", OMEGA_RATE_LIMIT: "" };
  const environment = { OMEGA_SERVER_PORT: "2", OMEGA_RATE_LIMIT: "0" };
  const configuration = { OMEGA_SERVER_PORT: "3", VALIDATE_MAX_INFLIGHT: "9" };
  expect(readSettings([flags, environment, configuration], defaults)).toMatchObject({
    settings: { port: 1, rateLimit: 0, inflightMaximum: 9 },
  });
});

test("OMEGA_LOG_LEVEL before LOG_LEVEL", () => {
  const both = { OMEGA_LOG_LEVEL: "warn", LOG_LEVEL: "debug" };
  expect(readSettings([both], defaults)).toMatchObject({ settings: { logLevel: "warn" } });
  expect(readSettings([{ LOG_LEVEL: "DEBUG" }], defaults)).toMatchObject({
    settings: { logLevel: "debug" },
  });
});

test.each([
  ["OMEGA_SERVER_IP", "example.org", "an IP address to listen on"],
  ["OMEGA_SERVER_PORT", "65536", "a whole number from 0 to 65535"],
  ["OMEGA_RATE_LIMIT", "-1", "a whole number from 0 to 1000000"],
  ["OMEGA_WORKERS", "0", "a whole number from 1 to 256"],
  ["OMEGA_EVAL_TIMEOUT_MS", "1.5", "a whole number from 1 to 600000"],
  ["OMEGA_TRUST_PROXY", "maybe", "`true` or `false`"],
  ["BUILD_VERSION", "a b", "visible ASCII"],
  ["LOG_LEVEL", "loud", "one of trace, debug"],
])("%s=%s is refused with what is allowed", (name, value, allowed) => {
  const reading = readSettings([{ [name]: value }], defaults);
  expect(reading.ok).toBe(false);
  if (reading.ok) return;
  expect(reading.problems).toHaveLength(1);
  expect(reading.problems[0]).toContain(`${name} is ${JSON.stringify(value)}`);
  expect(reading.problems[0]).toContain(allowed);
});

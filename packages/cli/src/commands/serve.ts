// `omegac serve`: the HTTP runner in this process, until it is asked to end.
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { JsonValue } from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import {
  type Configuration,
  configurationFileName,
  createConfigurationFinder,
} from "../configuration/find-configuration.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { version } from "../version.ts";

export const serveCommand = defineCommand(
  {
    name: "serve",
    summary: "decide over HTTP: the runner",
    operands: { usage: "", minimum: 0, maximum: 0 },
    options: {
      host: {
        kind: "text",
        placeholder: "H",
        summary: "the address to listen on (127.0.0.1 unless given, this machine only)",
      },
      port: {
        kind: "text",
        placeholder: "P",
        short: "p",
        summary: "the port (8080 unless given); 0 picks a free one",
      },
      "rate-limit": {
        kind: "text",
        placeholder: "N",
        summary: "requests a second over all routes (10 unless given); 0 for no limit",
      },
      policies: {
        kind: "text",
        placeholder: "DIR",
        summary: "serve the policies of a folder by name, and read it again when it changes",
      },
      "decision-log": {
        kind: "text",
        placeholder: "FILE",
        summary: "append each decision, with its context, to a log that `omegac replay` reads",
      },
      mask: {
        kind: "texts",
        placeholder: "PATH",
        summary: "leave a value out of the log: context.Patient.name, context.Workers[*].name",
      },
      "on-full": {
        kind: "text",
        placeholder: "drop|block",
        summary:
          "when a decision cannot be recorded: drop the record and count it, or block the decision (drop unless given)",
      },
      workers: {
        kind: "text",
        placeholder: "N",
        summary: "evaluation threads (one less than there are cores unless given)",
      },
      "log-level": {
        kind: "text",
        placeholder: "LEVEL",
        summary: "trace, debug, info, warn, error, fatal or silent (info unless given)",
      },
      "trust-proxy": {
        kind: "text",
        placeholder: "N|ADDRESSES",
        summary: "believe X-Forwarded-For of so many proxies in a row, or of these addresses",
      },
      "pid-file": {
        kind: "text",
        placeholder: "FILE",
        summary: "where the process says who it is, for `omegac stop`",
      },
      ...sharedOptions,
    },
    description: [
      "Compiles, validates and decides over HTTP, in threads with hard limits on time and memory. The address goes to stdout, the log, JSON lines, to stderr. GET /docs describes the routes, GET /metrics is for Prometheus.",
      "Options come before variables of the environment (OMEGA_SERVER_PORT, OMEGA_RATE_LIMIT and so on), these before `runner` in omega.config.json. Ctrl-C, or SIGTERM, lets open requests finish.",
    ],
    examples: [
      { line: "omegac serve", meaning: "on http://127.0.0.1:8080" },
      {
        line: "omegac serve --policies policies --decision-log decisions.jsonl",
        meaning: "decide by the policies of a folder, on record",
      },
    ],
  },
  async (session, _operands, options) => {
    const { host } = session;
    const runner = await import("@omega/runner");
    const inFolder = (path: string | null): string | null =>
      path === null ? null : resolve(host.folder, path);
    const configuration = createConfigurationFinder(session)(host.folder);
    const flags = {
      host: options.host,
      port: options.port,
      rateLimit: options["rate-limit"],
      policies: inFolder(options.policies),
      decisionLog: inFolder(options["decision-log"]),
      masks: options.mask,
      onFull: options["on-full"],
      workers: options.workers,
      logLevel: options["log-level"],
      trustProxy: options["trust-proxy"],
      pidFile: inFolder(options["pid-file"]),
    };
    const reading = runner.readSettings(
      [
        { kind: "flags", values: flags },
        { kind: "environment", values: host.environment },
        { kind: "configuration", values: configuredRunner(configuration) },
      ],
      { cores: availableParallelism(), version },
    );
    if (!reading.ok) {
      const { problems } = reading;
      throw new Failure(
        problems.join("\n       "),
        `\`runner.…\` are keys of ${configurationFileName}`,
      );
    }
    const { settings } = reading;
    const { logger, flush } = runner.createLogger(settings.logLevel, STDERR);
    try {
      const running = await runner.startRunner({
        settings: {
          ...settings,
          policies: inFolder(settings.policies),
          decisionLog: inFolder(settings.decisionLog),
          pidFile: inFolder(settings.pidFile),
        },
        threadScript: runner.threadScript(),
        environment: host.environment,
        logger,
      });
      let isAsked = false;
      host.onEnd?.(() => {
        // Who asks twice does not want to wait.
        void (isAsked ? running.hurry() : running.drain());
        isAsked = true;
      });
      if (["0.0.0.0", "::"].includes(running.address)) {
        await session.note(
          `warning: ${running.address} answers everyone who can reach this machine; put a proxy with authentication in front\n`,
        );
      }
      await session.print(`listening on ${running.url}\n`);
      await running.ended;
      return exitCode.clean;
    } catch (error) {
      if (error instanceof runner.StartFailure) throw new Failure(error.message);
      throw error;
    } finally {
      flush();
    }
  },
);

const STDERR = 2;

/** The configuration's values, its paths from where it is. */
function configuredRunner({ root, runner }: Configuration): Readonly<Record<string, JsonValue>> {
  const placed = ["policies", "decisionLog", "pidFile"].flatMap((name) => {
    const path = runner[name];
    return typeof path === "string" && root !== null ? [[name, resolve(root, path)]] : [];
  });
  return { ...runner, ...Object.fromEntries(placed) };
}

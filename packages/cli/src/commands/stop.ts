// `omegac stop`: ends the runner of a port, once it is certain which process that is.
import { resolve } from "node:path";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";

const PATIENCE_SECONDS = 30;

export const stopCommand = defineCommand(
  {
    name: "stop",
    summary: "end the runner of a port",
    operands: { usage: "", minimum: 0, maximum: 0 },
    options: {
      port: {
        kind: "count",
        placeholder: "P",
        short: "p",
        summary: "its port (8080 unless given)",
      },
      "pid-file": {
        kind: "text",
        placeholder: "FILE",
        summary: "the file that the runner was given by the same option",
      },
      timeout: {
        kind: "count",
        placeholder: "SECONDS",
        summary: `how long to wait for its end (${PATIENCE_SECONDS} unless given)`,
      },
      ...sharedOptions,
    },
    description: [
      "Finds the runner by the file that it wrote when it started, makes sure by the time the process began that it still is that one, asks it to end, waits, and prints its process id. Open requests finish first.",
      "No other process is ever touched. Where there is none to stop the exit status is 1.",
    ],
    examples: [{ line: "omegac stop --port 8080", meaning: "end the runner on port 8080" }],
  },
  async (session, _operands, { port, "pid-file": pidFile, timeout }) => {
    const { host } = session;
    const { stopRunner } = await import("@omega/runner");
    const wanted = port ?? (Number(host.environment.OMEGA_SERVER_PORT) || 8080);
    const given = pidFile ?? host.environment.OMEGA_PID_FILE ?? null;
    const outcome = await stopRunner({
      port: wanted,
      pidFile: given === null ? null : resolve(host.folder, given),
      environment: host.environment,
      patience: (timeout ?? PATIENCE_SECONDS) * 1000,
    });
    switch (outcome.kind) {
      case "stopped":
        await session.print(`${outcome.pid}\n`);
        return exitCode.clean;
      case "none":
        throw new Failure(
          `no runner to stop on port ${wanted}: ${outcome.reason}`,
          null,
          exitCode.findings,
        );
      case "still running":
        throw new Failure(
          `process ${outcome.pid} was asked to end, and has not yet`,
          "wait longer with `--timeout SECONDS`",
          exitCode.findings,
        );
    }
  },
);

// The program `omegac`: a process around `runCommandLine`.
import { exitCode } from "./exit-code.ts";
import { processHost } from "./process-host.ts";
import { runCommandLine } from "./run-command-line.ts";

process.once("SIGINT", () => process.exit(exitCode.interrupted));
process.exitCode = await runCommandLine(process.argv.slice(2), processHost());

// The program `omegac`, apart from how it is loaded: a process around `runCommandLine`.
import { exitCode } from "./exit-code.ts";
import { processHost } from "./process-host.ts";
import { runCommandLine } from "./run-command-line.ts";

export { runCommandLine } from "./run-command-line.ts";

/** Runs the process's own arguments and sets its exit code. Never rejects. */
export async function main(): Promise<void> {
  process.once("SIGINT", () => process.exit(exitCode.interrupted));
  process.exitCode = await runCommandLine(process.argv.slice(2), processHost());
}

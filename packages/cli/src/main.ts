// The program `omegac`, apart from how it is loaded: a process around `runCommandLine`.
import { exitCode } from "./exit-code.ts";
import { processHost } from "./process-host.ts";
import { runCommandLine } from "./run-command-line.ts";

export { runCommandLine } from "./run-command-line.ts";

/** Runs the process's own arguments and sets its exit code. `threadScript` is what threads run. Never rejects. */
export async function main(threadScript: string): Promise<void> {
  const host = processHost(threadScript);
  process.once("SIGINT", () => {
    host.drawStatus("");
    process.exit(exitCode.interrupted);
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), host);
}

/** What a thread runs that the host of `main` started. */
export async function mainOfThread(): Promise<void> {
  const { serveThread } = await import("./work/serve-thread.ts");
  serveThread();
}

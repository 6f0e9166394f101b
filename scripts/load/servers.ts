// The processes under load: the runner as it ships, and the baseline; each is ended by who started it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  readonly end: () => Promise<void>;
}

/** Starts a script of Node and waits until it says where it listens. */
export async function startServer(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const child = spawn(process.execPath, argv, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [said] = await Promise.race([
    once(child.stdout, "data"),
    ended.then(([code]) => [`it ended with ${String(code)}`]),
  ]);
  const [, url] = /^listening on (\S+)/.exec(String(said)) ?? [];
  if (url === undefined) throw new Error(`${argv.join(" ")}: ${String(said)}`);
  return {
    url,
    process: child,
    async end() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

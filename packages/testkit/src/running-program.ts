// A command-line program that goes on running while a test talks with it.
import { spawn } from "node:child_process";

/** A program that was started. Whoever starts it ends it. */
export interface RunningProgram {
  /** Waits, at most half a minute, until it prints something that has not been waited for yet. Rejects after that. */
  readonly until: (text: string) => Promise<void>;
  /** Writes to its stdin. */
  readonly type: (text: string) => void;
  /** Ctrl-C; gives the exit code. */
  readonly interrupt: () => Promise<number | null>;
  /** Closes its stdin; gives the exit code. */
  readonly end: () => Promise<number | null>;
  /** Ends it in any case, also when it has ended. */
  readonly kill: () => void;
}

const LONGEST_WAIT_MILLISECONDS = 30_000;

/** Starts a Node program in `folder`, with nothing of the caller's environment but where programs are. */
export function startProgram(
  program: string,
  argv: readonly string[],
  folder: string,
): RunningProgram {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: "UTC" },
    stdio: "pipe",
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  // A program that does not read its input closes it, which is no mistake.
  child.stdin.on("error", () => {});
  let printed = "";
  let heard = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      heard();
    });
  }
  return {
    until: (text) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`it never printed ${JSON.stringify(text)}, only\n${printed}`)),
          LONGEST_WAIT_MILLISECONDS,
        );
        heard = () => {
          const at = printed.indexOf(text);
          if (at < 0) return;
          printed = printed.slice(at + text.length);
          clearTimeout(late);
          resolve();
        };
        heard();
      }),
    type: (text) => void child.stdin.write(text),
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
    end: () => {
      child.stdin.end();
      return ended;
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

// The host that a process is: its streams, environment, working folder and clock.
import type { Host, Output } from "./host.ts";

/** Streams are opened when they are first used: opening them costs more than many a command. */
export function processHost(): Host {
  return {
    environment: process.env,
    folder: process.cwd(),
    stdin: () => process.stdin,
    stdout: outputTo(() => process.stdout),
    stderr: outputTo(() => process.stderr),
    now: Date.now,
  };
}

function outputTo(open: () => NodeJS.WriteStream): Output {
  let stream: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => {
    // Errors reach whoever awaits the write; without a listener they would also end the process, loudly.
    stream ??= open().on("error", () => {});
    return stream;
  };
  return {
    get isTerminal() {
      return opened().isTTY === true;
    },
    get columns() {
      return opened().columns;
    },
    write(text) {
      return new Promise((resolve, reject) => {
        opened().write(text, (error) => (error ? reject(error) : resolve()));
      });
    },
  };
}

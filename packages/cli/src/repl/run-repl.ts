// Where the lines of a REPL come from: a terminal, with editing, history and Tab, or a pipe.
import { type ExitCode, exitCode } from "../exit-code.ts";
import { Failure, printFailure } from "../failure.ts";
import type { Terminal } from "../host.ts";
import { readLines } from "../input/read-lines.ts";
import type { Session } from "../session.ts";
import { historyFile, readHistory, writeHistory } from "./history-file.ts";
import type { Repl } from "./repl.ts";

/** Talks until `:quit` or the end of the input. On a pipe, lines that could not be done make it exit with 1. */
export async function runRepl(session: Session, repl: Repl): Promise<ExitCode> {
  const terminal = session.host.terminal();
  return terminal === null ? readPipe(session, repl) : readTerminal(session, repl, terminal);
}

async function readPipe(session: Session, repl: Repl): Promise<ExitCode> {
  let failed = false;
  for await (const line of readLines(session.host.stdin())) {
    const outcome =
      "flaw" in line
        ? await fail(session, new Failure(`line ${line.number} is ${line.flaw}`))
        : await attempt(session, repl, line.text);
    if (outcome === "quit") break;
    failed ||= outcome === "failed";
  }
  return failed ? exitCode.findings : exitCode.clean;
}

async function readTerminal(
  session: Session,
  repl: Repl,
  { input, output }: Terminal,
): Promise<ExitCode> {
  // Only a terminal needs it.
  const { createInterface } = await import("node:readline");
  const file = historyFile(session.host);
  // Readline has the newest first.
  let history: readonly string[] = [...readHistory(file)].reverse();
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt: session.style.bold("> "),
    history: [...history],
    historySize: 1_000,
    removeHistoryDuplicates: true,
    completer: (line: string) => {
      const { candidates, typed } = repl.complete(line);
      return [candidates, typed];
    },
  });
  let code: ExitCode = exitCode.clean;
  let interrupted = false;
  lines.on("history", (changed: readonly string[]) => {
    history = [...changed];
  });
  lines.on("SIGINT", () => {
    if (lines.line === "" && interrupted) {
      code = exitCode.interrupted;
      lines.close();
      return;
    }
    interrupted = lines.line === "";
    output.write(interrupted ? "\n:quit or Ctrl-D leaves, and so does another Ctrl-C\n" : "\n");
    // What has been typed is dropped, and a new line begins.
    lines.write(null, { ctrl: true, name: "e" });
    lines.write(null, { ctrl: true, name: "u" });
    lines.prompt();
  });
  lines.prompt();
  try {
    for await (const line of lines) {
      interrupted = false;
      if ((await attempt(session, repl, line)) === "quit") break;
      lines.prompt();
    }
  } finally {
    // An open terminal would keep the process alive.
    lines.close();
  }
  if (code !== exitCode.clean) await session.print("\n");
  writeHistory(file, [...history].reverse());
  return code;
}

async function attempt(
  session: Session,
  repl: Repl,
  line: string,
): Promise<"go on" | "quit" | "failed"> {
  try {
    return await repl.execute(line);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return fail(session, error);
  }
}

async function fail(session: Session, failure: Failure): Promise<"failed"> {
  await session.complain(printFailure(failure));
  return "failed";
}

// `--watch`: runs a command again whenever a file changes that its output came from.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "../command-line/command.ts";
import type { OptionTable, OptionValues } from "../command-line/option.ts";
import { Failure, printFailure } from "../failure.ts";
import { displayPath } from "../input/find-files.ts";
import { reasonOf } from "../input/read-text.ts";
import type { Session } from "../session.ts";

/**
 * Runs a command over and over, until the process is interrupted: documents, what they import, configurations and contexts
 * count, whether they are there or missing. A failure is told, and does not end it.
 */
export async function runWatching(
  session: Session,
  command: Command,
  operands: readonly string[],
  values: OptionValues<OptionTable>,
): Promise<never> {
  if (operands.includes("-") || values.context === "-") {
    throw new Failure("`--watch` cannot read stdin again", "name files");
  }
  // In a file of its own.
  const { nextChange } = await import("./watch-files.ts");
  const { host, filesRead } = session;
  const folders = foldersOf(session, command, operands);
  for (;;) {
    const since = host.now();
    filesRead.clear();
    try {
      await command.run(session, operands, values);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await session.complain(printFailure(error));
    }
    for (const operand of operands) filesRead.add(resolve(host.folder, operand));
    const watched = { files: new Set(filesRead), folders };
    const changed = await nextChange(watched, since, () => {
      void session.note("watching for changes; Ctrl-C ends\n");
    }).catch((error: unknown) => {
      throw unwatchable(error);
    });
    if (host.stdout.isTerminal) await session.print(CLEAR_SCREEN);
    await session.note(`changed: ${displayPath(changed, host.folder)}\n`);
  }
}

/** Systems watch only so many files at once. */
function unwatchable(error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOSPC" && code !== "EMFILE") {
    return new Failure(`the files cannot be watched: ${reasonOf(error)}`);
  }
  return new Failure(
    "the files cannot be watched: the system watches too many already",
    "name fewer files, or raise the limit (fs.inotify.max_user_watches on Linux)",
  );
}

/** The screen, what has scrolled out of it, and the cursor's place. */
const CLEAR_SCREEN = "\u001b[2J\u001b[3J\u001b[H";

/** The folders in which a new document would count: those named, and the working folder behind a pattern or nothing. */
function foldersOf(
  { host }: Session,
  command: Command,
  operands: readonly string[],
): readonly string[] {
  if (operands.length === 0) return command.operands.minimum === 0 ? [host.folder] : [];
  return operands.flatMap((operand) => {
    const location = resolve(host.folder, operand);
    const stats = statSync(location, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return [location];
    return stats === undefined && /[*?[{]/.test(operand) ? [host.folder] : [];
  });
}

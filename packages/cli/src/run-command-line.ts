// From arguments to an exit code: finds the command, parses its options, runs it, and tells how it failed.
import type { Command, CommandEntry } from "./command-line/command.ts";
import type { OptionValues } from "./command-line/option.ts";
import { commandIndex, parseArguments } from "./command-line/parse-arguments.ts";
import { sharedOptions } from "./command-line/shared-options.ts";
import { commands } from "./commands.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { Failure, printFailure, unknownName } from "./failure.ts";
import type { Host } from "./host.ts";
import { languageOf } from "./locales/language.ts";
import { loadWords, translateLines, type Words } from "./locales/words.ts";
import { createSession } from "./session.ts";

/** Runs `omegac` with these arguments on this host. Never rejects: whatever goes wrong is told, by text and code. */
export async function runCommandLine(argv: readonly string[], host: Host): Promise<ExitCode> {
  const words = await loadWords(languageOf(argv, host.environment));
  try {
    return await dispatch(argv, host, words);
  } catch (error) {
    try {
      return await tell(error, host, words);
    } catch {
      // Nobody listens on stderr either.
      return exitCode.internal;
    }
  }
}

async function dispatch(argv: readonly string[], host: Host, words: Words): Promise<ExitCode> {
  const at = commandIndex(argv, sharedOptions);
  const name = argv[at];
  if (name === undefined) return overview(argv, host, words);
  const rest = argv.filter((_, index) => index !== at);
  // `omegac help check` is what some fingers type.
  if (name === "help") return dispatch([...rest, "--help"], host, words);
  const command = await findCommand(name);
  const { operands, values } = await parseArguments(rest, command.options, command.operands);
  // Every command's table includes the common options.
  const common = values as OptionValues<typeof sharedOptions>;
  const watch = values.watch === true;
  // What a thread reads, the session of the process does not hear of.
  const place = watch ? { ...host, startThread: null } : host;
  const session = createSession(place, commands, common, words);
  if (!common.help) {
    if (!watch) return command.run(session, operands, values);
    const { runWatching } = await import("./watch/run-watching.ts");
    return runWatching(session, command, operands, values);
  }
  const { printHelp } = await import("./command-line/print-help.ts");
  await session.print(printHelp(command, session.style, session.width));
  return exitCode.clean;
}

async function findCommand(name: string): Promise<Command> {
  const entry = commands.find((known) => known.name === name);
  if (entry !== undefined) return entry.load();
  throw await unknownName("unknown command", name, commands.map(nameOf));
}

function nameOf({ name }: CommandEntry): string {
  return name;
}

/** Without a command: the version, the help, or the help as a complaint. */
async function overview(argv: readonly string[], host: Host, words: Words): Promise<ExitCode> {
  const table = {
    ...sharedOptions,
    version: { kind: "switch", short: "V", summary: "print the version" },
  } as const;
  const operands = { usage: "COMMAND", minimum: 0, maximum: 0 };
  const parsed = await parseArguments(argv, table, operands);
  // Values are parsed by this table, so they are of its types.
  const values = parsed.values as OptionValues<typeof table>;
  const session = createSession(host, commands, values, words);
  if (values.version) {
    const { version } = await import("./version.ts");
    await session.print(`omegac ${version}\n`);
    return exitCode.clean;
  }
  const { printOverview } = await import("./command-line/print-help.ts");
  if (values.help) {
    await session.print(printOverview(commands, session.style, session.width));
    return exitCode.clean;
  }
  await session.complain(printOverview(commands, session.errorStyle, session.width));
  return exitCode.usage;
}

async function tell(error: unknown, host: Host, words: Words): Promise<ExitCode> {
  const write = (text: string): Promise<void> => host.stderr.write(translateLines(text, words));
  if (systemCode(error) === "EPIPE") return exitCode.brokenPipe;
  if (systemCode(error) !== undefined) {
    const { reasonOf } = await import("./input/read-text.ts");
    await write(`error: the output ${reasonOf(error)}\n`);
    return exitCode.usage;
  }
  if (error instanceof Failure) {
    await write(printFailure(error));
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await write(
    `error: omegac made a mistake of its own; please report it with the lines below\n${detail}\n`,
  );
  return exitCode.internal;
}

/** What the system called an error of writing; all others of the system are told where they arise. */
function systemCode(error: unknown): unknown {
  const isSystemError = error instanceof Error && "syscall" in error && "code" in error;
  return isSystemError && error.syscall === "write" ? error.code : undefined;
}

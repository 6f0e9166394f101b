// How a command gives up: thrown anywhere below `runCommandLine`, which prints it and exits.
import { type ExitCode, exitCode } from "./exit-code.ts";

/** A reason to stop that is the user's to mend. The message is printed as it is, after `error: `. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  /** A further line that says what to do. */
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null, code: ExitCode = exitCode.usage) {
    super(message);
    this.hint = hint;
    this.exitCode = code;
  }
}

/** What people see of a failure. */
export function printFailure({ message, hint }: Failure): string {
  return `error: ${message}\n${hint === null ? "" : `  ${hint}\n`}`;
}

/** So many names fit a line or two; more would bury the message. */
const MOST_NAMES = 16;

/** A failure to use `name`, which is none of `candidates`; the hint suggests the nearest, or lists them. */
export async function unknownName(
  what: string,
  name: string,
  candidates: readonly string[],
): Promise<Failure> {
  const { nearestNames } = await import("./nearest-name.ts");
  const [nearest] = nearestNames(name, candidates, 1);
  const list = candidates.length > MOST_NAMES ? null : `choose one of: ${candidates.join(", ")}`;
  const hint = nearest === undefined ? list : `did you mean \`${nearest}\`?`;
  return new Failure(`${what} \`${name}\``, hint);
}

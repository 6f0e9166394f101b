// What a command is: a declaration that parsing and help read, and the function that does the work.
import type { ExitCode } from "../exit-code.ts";
import type { Session } from "../session.ts";
import type { OptionTable, OptionValues } from "./option.ts";

/** What a command takes besides options. */
export interface Operands {
  /** As the usage line has it: `[PATH…]`. */
  readonly usage: string;
  readonly minimum: number;
  readonly maximum: number;
  /** What they may be, where that is one of a few words, for completion. */
  readonly choices?: readonly string[];
}

/** All that help and completion need to know. */
export interface CommandDeclaration<Table extends OptionTable = OptionTable> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly operands: Operands;
  readonly options: Table;
  /** Paragraphs for the command's help. */
  readonly description: readonly string[];
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
}

export interface Command extends CommandDeclaration {
  readonly run: (
    session: Session,
    operands: readonly string[],
    values: OptionValues<OptionTable>,
  ) => Promise<ExitCode>;
}

/** What a command is for: the overview lists it under that. */
export type CommandGroup = "write" | "decide" | "be sure" | "hand on" | "serve and set up";

/** A command in the list of all. */
export interface CommandEntry {
  readonly name: string;
  readonly group: CommandGroup;
  /** As in the command's own declaration, so that the overview needs to load none. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Ties a declaration to the function that runs it, which sees its own options with their types. */
export function defineCommand<const Table extends OptionTable>(
  declaration: CommandDeclaration<Table>,
  run: (
    session: Session,
    operands: readonly string[],
    values: OptionValues<Table>,
  ) => Promise<ExitCode>,
): Command {
  // Values are parsed by the declaration's own table, so they are of its types.
  return { ...declaration, run: run as Command["run"] };
}

// What Tab offers in the REPL: commands, attributes, actions, units behind a number, the values of an enumeration.
import { type Program, type Type, unitsOfDimension, unitTable } from "@omega/core";
import { type ReplCommandName, replCommands } from "./repl-commands.ts";

/** What could stand in place of the end of the line that is being typed. */
export interface LineCompletion {
  readonly candidates: readonly string[];
  /** The end of the line that a candidate replaces. */
  readonly typed: string;
}

/** Completions of `line`, the cursor being at its end. `filesBeginning` names the files that begin with a text. */
export function completeLine(
  line: string,
  program: Program,
  filesBeginning: (typed: string) => readonly string[],
): LineCompletion {
  const command = replCommands.find(
    ({ name }) => line.startsWith(`${name} `) || line.startsWith(`${name}! `),
  );
  if (command !== undefined) {
    const typed = /\S*$/.exec(line)?.[0] ?? "";
    return { typed, candidates: argumentsOf(command.name, typed, program, filesBeginning) };
  }
  if (line.startsWith(":")) {
    return {
      typed: line,
      candidates: beginning(
        line,
        replCommands.map(({ name }) => name),
      ),
    };
  }
  const piece = /[^,]*$/.exec(line)?.[0].trimStart() ?? "";
  const assignment = /^([^=]*?)\s*=\s*(.*)$/s.exec(piece);
  if (assignment === null) {
    return { typed: piece, candidates: beginning(piece, namesOf(program)) };
  }
  const [, name = "", value = ""] = assignment;
  const type = program.attributes.find((attribute) => attribute.name === name)?.type ?? null;
  return completeValue(value, type);
}

function argumentsOf(
  command: ReplCommandName,
  typed: string,
  program: Program,
  filesBeginning: (typed: string) => readonly string[],
): readonly string[] {
  switch (command) {
    case ":explain":
      return beginning(
        typed,
        program.actions.map(({ name }) => name),
      );
    case ":unset":
      return beginning(typed, namesOf(program));
    case ":load":
    case ":save":
      return filesBeginning(typed);
    case ":trace":
    case ":context":
    case ":attributes":
    case ":reset":
    case ":now":
    case ":reload":
    case ":help":
    case ":quit":
      return [];
  }
}

function completeValue(value: string, type: Type | null): LineCompletion {
  const number = /^(-?[\d.]+)(\D*)$/.exec(value);
  if (number !== null) {
    const [, , typed = ""] = number;
    const symbols =
      type?.kind === "number"
        ? unitsOfDimension(type.unit.dimension).map(({ symbol }) => symbol)
        : unitTable().map(({ symbol }) => symbol);
    return { typed, candidates: beginning(typed, symbols) };
  }
  return { typed: value, candidates: beginning(value, valuesOf(type)) };
}

function valuesOf(type: Type | null): readonly string[] {
  if (type?.kind === "boolean") return ["true", "false"];
  if (type?.kind === "text") return type.values?.map((text) => JSON.stringify(text)) ?? [];
  return [];
}

function namesOf({ attributes }: Program): readonly string[] {
  return attributes.map(({ name }) => name);
}

function beginning(typed: string, candidates: readonly string[]): readonly string[] {
  return candidates.filter((candidate) => candidate.startsWith(typed));
}

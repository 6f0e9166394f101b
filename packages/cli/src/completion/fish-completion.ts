// Completion for fish.
import type { CompletableCommand, CompletableOption, Expected } from "./completable.ts";

/** The script: a line for each command and option. */
export function fishCompletion(commands: readonly CompletableCommand[]): string {
  const lines = [
    "# Completion of omegac for fish: omegac completion fish > ~/.config/fish/completions/omegac.fish",
    "complete -c omegac -f",
    `complete -c omegac -n __fish_use_subcommand -s h -l help -d 'print help'`,
    `complete -c omegac -n __fish_use_subcommand -s V -l version -d 'print the version'`,
    ...commands.map(
      ({ name, summary }) =>
        `complete -c omegac -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ),
    `complete -c omegac -n __fish_use_subcommand -a help -d 'print the help of a command'`,
    `complete -c omegac -n '__fish_seen_subcommand_from help' -a ${quote(commands.map(({ name }) => name).join(" "))}`,
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name, options, operands }: CompletableCommand): readonly string[] {
  const head = `complete -c omegac -n '__fish_seen_subcommand_from ${name}'`;
  return [
    ...(operands === null || operands.kind === "free" ? [] : [`${head}${operand(operands)}`]),
    ...options.map((option) => `${head}${optionWords(option)}`),
  ];
}

function operand(expected: Expected): string {
  switch (expected.kind) {
    case "words":
      return ` -a ${quote(expected.words.join(" "))}`;
    case "files":
      return expected.ending === null
        ? " -F"
        : ` -k -a ${quote(`(__fish_complete_suffix ${expected.ending})`)}`;
    case "free":
      return "";
  }
}

function optionWords({ long, short, summary, value }: CompletableOption): string {
  const names = ` -l ${long.slice(2)}${short === null ? "" : ` -s ${short.slice(1)}`}`;
  return `${names}${value === null ? "" : valueWords(value)} -d ${quote(summary)}`;
}

function valueWords(expected: Expected): string {
  switch (expected.kind) {
    case "words":
      return ` -x -a ${quote(expected.words.join(" "))}`;
    case "files":
      return " -r -F";
    case "free":
      return " -x";
  }
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

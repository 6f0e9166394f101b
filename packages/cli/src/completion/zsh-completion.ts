// Completion for zsh, sourced or as the file _omegac in a folder of $fpath.
import type { CompletableCommand, CompletableOption, Expected } from "./completable.ts";

/** The script. */
export function zshCompletion(commands: readonly CompletableCommand[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quote(`${name}:${summary.replaceAll(":", "\\:")}`)}`,
  );
  return `#compdef omegac
# Completion of omegac for zsh. In ~/.zshrc: source <(omegac completion zsh)

_omegac() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${described.join("\n")}
    'help:print the help of a command'
  )
  _arguments -C '(- *)'{-h,--help}'[print help]' '(- *)'{-V,--version}'[print the version]' '1:command:->command' '*::argument:->argument' && return
  case $state in
    command)
      _describe command commands
      ;;
    argument)
      case $words[1] in
        help)
          _describe command commands
          ;;
${commands.map(commandCase).join("\n")}
      esac
      ;;
  esac
}

if [ "$funcstack[1]" = "_omegac" ]; then
  _omegac "$@"
else
  compdef _omegac omegac
fi
`;
}

function commandCase({ name, options, operands }: CompletableCommand): string {
  const specifications = [
    ...options.map(optionSpecification),
    ...(operands === null ? [] : [quote(`*:operand:${action(operands)}`)]),
  ];
  return `        ${name})
          _arguments -s ${specifications.join(" \\\n            ")}
          ;;`;
}

function optionSpecification({ long, short, summary, value, repeats }: CompletableOption): string {
  const text = `[${summary.replace(/[[\]\\]/g, "\\$&").replaceAll(":", "\\:")}]`;
  const argument = value === null ? "" : `:value:${action(value)}`;
  const ending = quote(`${text}${argument}`);
  const names = short === null ? `${long}${value === null ? "" : "="}` : "";
  if (repeats) {
    return short === null
      ? quote(`*${names}${text}${argument}`)
      : `'*'{${short}+,${long}=}${ending}`;
  }
  if (short === null) return quote(`${names}${text}${argument}`);
  const [one, two] = value === null ? [short, long] : [`${short}+`, `${long}=`];
  return `${quote(`(${short} ${long})`)}{${one},${two}}${ending}`;
}

function action(expected: Expected): string {
  switch (expected.kind) {
    case "words":
      return `(${expected.words.join(" ")})`;
    case "files":
      return expected.ending === null ? "_files" : `_files -g "*${expected.ending}"`;
    case "free":
      return " ";
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// Completion for bash, 3.2 (as on macOS) and newer.
import type { CompletableCommand, CompletableOption, Expected } from "./completable.ts";

/** The script. It asks nothing of omegac when it runs. */
export function bashCompletion(commands: readonly CompletableCommand[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of omegac for bash. In ~/.bashrc: source <(omegac completion bash)

_omegac_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$2")
}

_omegac_files() {
  local name
  compopt -o filenames 2> /dev/null
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -d -- "$2")
  while IFS= read -r name; do
    case "$name" in *"$1") [ -d "$name" ] || COMPREPLY+=("$name") ;; esac
  done < <(compgen -f -- "$2")
}

_omegac() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  local command="" index
  COMPREPLY=()
  # bash takes --format=json for three words.
  if [ "$current" = "=" ]; then
    current=""
  elif [ "$previous" = "=" ]; then
    previous="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      ${[...names, "help"].join(" | ")})
        command="\${COMP_WORDS[index]}"
        break
        ;;
    esac
  done
  case "$command" in
    "")
      _omegac_words "${[...names, "help", "--help", "--version"].join(" ")}" "$current"
      ;;
    help)
      _omegac_words "${names.join(" ")}" "$current"
      ;;
${commands.map(commandCase).join("\n")}
  esac
}

complete -F _omegac omegac
`;
}

function commandCase({ name, options, operands }: CompletableCommand): string {
  const valued = options.flatMap((option) => {
    const { value } = option;
    return value === null ? [] : [{ option, value }];
  });
  const cases = valued.map(
    ({ option, value }) => `        ${spellings(option).join(" | ")}) ${complete(value)}return ;;`,
  );
  const words = options.flatMap(spellings).join(" ");
  const rest = operands === null ? ":" : complete(operands).replace(/; $/, "") || ":";
  return `    ${name})
      case "$previous" in
${cases.join("\n")}
      esac
      case "$current" in
        -*) _omegac_words "${words}" "$current" ;;
        *) ${rest} ;;
      esac
      ;;`;
}

function spellings({ long, short }: CompletableOption): readonly string[] {
  return short === null ? [long] : [long, short];
}

/** A statement with its semicolon; "" where nothing is known. */
function complete(expected: Expected): string {
  switch (expected.kind) {
    case "words":
      return `_omegac_words "${expected.words.join(" ")}" "$current"; `;
    case "files":
      return `_omegac_files "${expected.ending ?? ""}" "$current"; `;
    case "free":
      return "";
  }
}

// `omegac completion`: scripts that complete omegac's commands and options in a shell.
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { bashCompletion } from "../completion/bash-completion.ts";
import { type CompletableCommand, completable } from "../completion/completable.ts";
import { fishCompletion } from "../completion/fish-completion.ts";
import { powershellCompletion } from "../completion/powershell-completion.ts";
import { zshCompletion } from "../completion/zsh-completion.ts";
import { exitCode } from "../exit-code.ts";
import { unknownName } from "../failure.ts";

const shells: Readonly<Record<string, (commands: readonly CompletableCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

export const completionCommand = defineCommand(
  {
    name: "completion",
    summary: "print a script that completes commands and options in a shell",
    operands: {
      usage: "SHELL",
      minimum: 1,
      maximum: 1,
      choices: Object.keys(shells),
    },
    options: sharedOptions,
    description: [
      "SHELL is bash, zsh, fish or powershell. The script knows every command, option and choice of this version and completes names of documents. It does not run omegac.",
    ],
    examples: [
      { line: "source <(omegac completion bash)", meaning: "in ~/.bashrc" },
      { line: "source <(omegac completion zsh)", meaning: "in ~/.zshrc, behind compinit" },
      {
        line: "omegac completion fish > ~/.config/fish/completions/omegac.fish",
        meaning: "once",
      },
      {
        line: "omegac completion powershell | Out-String | Invoke-Expression",
        meaning: "in $PROFILE",
      },
    ],
  },
  async (session, [shell = ""]) => {
    const print = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (print === undefined)
      throw await unknownName("no completion for", shell, Object.keys(shells));
    const loaded = await Promise.all(session.commands.map(({ load }) => load()));
    await session.print(print(loaded.map(completable)));
    return exitCode.clean;
  },
);

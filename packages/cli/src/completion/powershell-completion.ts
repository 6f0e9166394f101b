// Completion for PowerShell, 5.1 and newer. Where it knows nothing, PowerShell completes files.
import type { CompletableCommand, CompletableOption } from "./completable.ts";

/** The script. */
export function powershellCompletion(commands: readonly CompletableCommand[]): string {
  return `# Completion of omegac for PowerShell. In $PROFILE: omegac completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName omegac -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $summaries = [ordered]@{
${commands.map(({ name, summary }) => `    ${quote(name)} = ${quote(summary)}`).join("\n")}
    'help' = 'print the help of a command'
  }
  $options = @{
${commands.map(({ name, options }) => `    ${quote(name)} = [ordered]@{\n${options.map(optionLine).join("\n")}\n    }`).join("\n")}
  }
  $values = @{
${commands.map(valueTable).join("\n")}
  }
  $operands = @{
${commands.flatMap(operandLine).join("\n")}
  }

  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = $words | Select-Object -Skip 1 | Where-Object { $summaries.Contains($_) } | Select-Object -First 1
  $previous = if ($words.Count -gt 1) { $words[-1] } else { '' }

  $found = if (-not $command) {
    $summaries.GetEnumerator() | ForEach-Object { , @($_.Key, $_.Value) }
  } elseif ($command -eq 'help') {
    $summaries.GetEnumerator() | ForEach-Object { , @($_.Key, $_.Value) }
  } elseif ($values[$command].ContainsKey($previous)) {
    $values[$command][$previous] | ForEach-Object { , @($_, $_) }
  } elseif ($wordToComplete.StartsWith('-')) {
    $options[$command].GetEnumerator() | ForEach-Object { , @($_.Key, $_.Value) }
  } elseif ($operands.ContainsKey($command)) {
    $operands[$command] | ForEach-Object { , @($_, $_) }
  }
  $found | Where-Object { $_ -and $_[0].StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

function optionLine({ long, summary }: CompletableOption): string {
  return `      ${quote(long)} = ${quote(summary)}`;
}

function valueTable({ name, options }: CompletableCommand): string {
  const lines = options.flatMap(({ long, short, value }) =>
    value?.kind === "words"
      ? [long, ...(short === null ? [] : [short])].map(
          (spelling) => `      ${quote(spelling)} = @(${value.words.map(quote).join(", ")})`,
        )
      : [],
  );
  return `    ${quote(name)} = @{\n${lines.join("\n")}\n    }`;
}

function operandLine({ name, operands }: CompletableCommand): readonly string[] {
  return operands?.kind === "words"
    ? [`    ${quote(name)} = @(${operands.words.map(quote).join(", ")})`]
    : [];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

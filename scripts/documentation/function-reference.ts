// The functions of the standard library, as docs/language/standard-library.md lists them.
import { printSignatures, type StandardFunction, standardFunctions } from "@omega/core";

/** Every function by module: signatures, what it does, and calls with their results. */
export function functionReference(): string {
  const modules = new Map<string, StandardFunction[]>();
  for (const entry of standardFunctions.values()) {
    const module = entry.name.slice(0, entry.name.lastIndexOf("::"));
    modules.set(module, [...(modules.get(module) ?? []), entry]);
  }
  return [...modules]
    .map(([module, entries]) => [`## ${module}`, ...entries.map(describe)].join("\n\n"))
    .join("\n\n");
}

function describe(entry: StandardFunction): string {
  const signatures = printSignatures(entry).map((signature) => `\`${signature}\``);
  const examples = entry.examples.map(({ call, result }) => `${call} → ${result}`);
  return `### ${entry.name}

${signatures.join("  \n")}

${entry.summary}${remarks(entry)}

\`\`\`expression
${examples.join("\n")}
\`\`\``;
}

function remarks({ signatures }: StandardFunction): string {
  const refusesAbsolute = JSON.stringify(signatures).includes('"absolute":false');
  return refusesAbsolute ? " Not of absolute temperatures." : "";
}

// docs/diagnostics/: a page for each code of the registry, and the index.
import { diagnosticPage, diagnosticRules } from "@omega/core";

const families: readonly (readonly [prefix: string, title: string, about: string])[] = [
  ["OM1", "Document structure", "sections, their order and their items"],
  ["OM2", "Syntax", "how rules, values and clauses are written"],
  ["OM3", "Names, types and units", "what names stand for, and what can be compared"],
  ["OM4", "Logic", "rules that always or never fire, and rules that contradict each other"],
  ["OM5", "Governance", "what a reviewer would ask for"],
  ["OM6", "Evaluation", "what a decision met"],
  ["OM7", "Configuration", "`omega.config.json` and exemptions"],
];

/** The pages by path, and `README.md` with a table of them. */
export function diagnosticPages(folder: string): readonly (readonly [string, string])[] {
  const pages = diagnosticRules.map(({ code }): readonly [string, string] => [
    `${folder}/${code}.md`,
    `${onlyShown(diagnosticPage(code) ?? "")}\n[All diagnostics](README.md)\n`,
  ]);
  return [[`${folder}/README.md`, index()], ...pages];
}

/** The page with its examples marked as read, not run: the registry's own test holds them to what they draw. */
function onlyShown(page: string): string {
  return page.replace(/^```(omni|json)$/gm, "$& shown");
}

function index(): string {
  const tables = families.map(([prefix, title, about]) => {
    const rows = diagnosticRules
      .filter(({ code }) => code.startsWith(prefix))
      .map(
        ({ code, title: name, severity, strictSeverity = severity, adjustable }) =>
          `| [${code}](${code}.md) | ${name} | ${severity} | ${strictSeverity} | ${adjustable ? "yes" : "no"} |`,
      );
    return [
      `## ${prefix}: ${title}`,
      "",
      `About ${about}.`,
      "",
      "| code | what | severity | under `strict` | adjustable |",
      "|---|---|---|---|---|",
      ...rows,
    ].join("\n");
  });
  return `# Diagnostics

What OMEGA says about a document, by code. Every diagnostic has a severity, an exact place, a message that says what is
wrong and what to do, and a fix where one exists. One cause draws one diagnostic. Codes are stable: none is ever used for
something else. \`omegac explain OM3050\` prints a page offline. A project sets severities in
[its configuration](../language/limits.md#severities).

${tables.join("\n\n")}
`;
}

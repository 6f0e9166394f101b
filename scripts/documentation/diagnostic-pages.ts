// docs/diagnostics/ and its like in other languages: a page for each code of the registry, and the index.
import { diagnosticPage, diagnosticRules } from "@omega/core";
import type { DiagnosticIndex } from "./diagnostic-index.ts";

/** The pages by path, and `README.md` with a table of them. */
export function diagnosticPages(index: DiagnosticIndex): readonly (readonly [string, string])[] {
  const { folder, locale, back } = index;
  const pages = diagnosticRules.map(({ code }): readonly [string, string] => [
    `${folder}/${code}.md`,
    `${onlyShown(diagnosticPage(code, locale) ?? "")}\n[${back}](README.md)\n`,
  ]);
  return [[`${folder}/README.md`, printIndex(index)], ...pages];
}

/** The page with its examples marked as read, not run: the registry's own test holds them to what they draw. */
function onlyShown(page: string): string {
  return page.replace(/^```(omni|json)$/gm, "$& shown");
}

function printIndex(index: DiagnosticIndex): string {
  const { locale, title, introduction, families, columns, yes, no } = index;
  const tables = families.map(([prefix, family, about]) => {
    const rows = diagnosticRules
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code, title: name, severity, strictSeverity = severity, adjustable }) => [
        `[${code}](${code}.md)`,
        locale.rules[code]?.title ?? name,
        locale.phrase(severity),
        locale.phrase(strictSeverity),
        adjustable ? yes : no,
      ]);
    return [
      `## ${prefix}: ${family}`,
      "",
      about,
      "",
      `| ${columns.join(" | ")} |`,
      "|---|---|---|---|---|",
      ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    ].join("\n");
  });
  return `# ${title}\n\n${introduction}\n\n${tables.join("\n\n")}\n`;
}

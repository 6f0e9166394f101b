// Everything under docs/ that is made from tables in the code, as it should read now.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { diagnosticIndexes } from "./diagnostic-index.ts";
import { diagnosticPages } from "./diagnostic-pages.ts";
import { functionReference } from "./function-reference.ts";
import { keywordTable } from "./keyword-table.ts";
import { unitTables } from "./unit-tables.ts";

/** The folders whose pages are all generated. */
export const generatedFolders: readonly string[] = diagnosticIndexes.map(({ folder }) => folder);

/** The texts of generated files, and of files with a generated part, by path below `root`. */
export function generatedDocs(root: string): ReadonlyMap<string, string> {
  const withPart = (path: string, name: string, part: string): readonly [string, string] => [
    path,
    replacePart(readFileSync(join(root, path), "utf8"), name, part, path),
  ];
  return new Map([
    ...diagnosticIndexes.flatMap(diagnosticPages),
    withPart("docs/language/units.md", "units", unitTables()),
    withPart("docs/language/standard-library.md", "standard-library", functionReference()),
    withPart("docs/language/keywords.md", "keywords", keywordTable()),
  ]);
}

/** The page with what stands between its two marks replaced. */
function replacePart(page: string, name: string, part: string, path: string): string {
  const opening = `<!-- generated: ${name} -->`;
  const start = page.indexOf(opening);
  const end = page.indexOf("<!-- end -->", start);
  if (start === -1 || end === -1) throw new Error(`${path} has no marks for "${name}"`);
  return `${page.slice(0, start + opening.length)}\n\n${part.trim()}\n\n${page.slice(end)}`;
}

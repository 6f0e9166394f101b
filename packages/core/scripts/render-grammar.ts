// Makes what the tables say into grammar rules, and the grammar into a typed module: for scripts/generate-grammar.ts,
// which writes both, and scripts/check-grammar.ts, which compares them with what is committed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unitTable } from "../src/semantics/units/unit-table.ts";
import { contextualKeywords, reservedWords } from "../src/syntax/keywords.ts";
import { sectionKeywords } from "../src/syntax/tree.ts";

/** A file and what it should hold. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

const grammarPath = fileURLToPath(new URL("../src/syntax/omega.ohm", import.meta.url));
const modulePath = fileURLToPath(new URL("../src/syntax/reference-grammar.ts", import.meta.url));
const generatedPart = /\n {2}\/\/ ---- from here on made by [^\n]*\n/;
const lineWidth = 118;

/** Words that mean something only between angle brackets. */
const typeWords = ["NUMBER", "INTEGER", "BOOLEAN", "TEXT", "TIME", "DELTA"] as const;

/** The grammar with its generated rules, and the module that holds it for the reference parser. */
export function renderGrammar(): readonly GeneratedFile[] {
  const written = readFileSync(grammarPath, "utf8");
  const marker = generatedPart.exec(written);
  if (marker === null) throw new Error("omega.ohm lacks the line that its generated rules follow");
  const byHand = written.slice(0, marker.index + marker[0].length);
  const grammar = `${byHand}\n${renderTables()}}\n`;
  return [
    { path: grammarPath, content: grammar },
    { path: modulePath, content: renderModule(grammar) },
  ];
}

// ---- rules from tables -------------------------------------------------------------------------------------------

function renderTables(): string {
  const quoted = (word: string): string => `"${word}"`;
  const caseless = (word: string): string => `caseInsensitive<"${word}">`;
  // UNKNOWN is a name in any other case: see syntax/keywords.ts.
  const keyword = (word: string): string => (word === "UNKNOWN" ? quoted(word) : caseless(word));
  const keywords = [...reservedWords, ...contextualKeywords, ...typeWords]
    .map((word) => `  ${word}  (${word}) = keyword<${keyword(word)}>\n`)
    .join("");
  const symbols = [...new Set(unitTable().flatMap(({ symbol, aliases }) => [symbol, ...aliases]))]
    .filter((symbol) => !/[/*^]/.test(symbol))
    // The first that fits is taken, so what is part of another comes after it.
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [
    `  capitalKeyword = (\n${renderChoice(sectionKeywords.map(quoted))}\n  ) ~headerPart\n`,
    `  anyCaseKeyword = (\n${renderChoice(sectionKeywords.map(caseless))}\n  ) ~headerPart\n`,
    "\n  // Never names. All other keywords are names where they are not expected.\n",
    `  reserved = keyword<(\n${renderChoice([...reservedWords.map(caseless), quoted("UNKNOWN")])}\n  )>\n`,
    `\n${keywords}\n`,
    `  unitSymbol = (\n${renderChoice(symbols.map(quoted))}\n  ) ~namePart\n`,
  ].join("");
}

/** `a | b | c`, over as many indented lines as it takes. */
function renderChoice(alternatives: readonly string[]): string {
  const lines: string[] = [];
  let line = "   ";
  for (const [index, alternative] of alternatives.entries()) {
    const part = index === 0 ? ` ${alternative}` : ` | ${alternative}`;
    if (line.length + part.length > lineWidth) {
      lines.push(line);
      line = "   ";
    }
    line += part;
  }
  return [...lines, line].join("\n");
}

// ---- the module --------------------------------------------------------------------------------------------------

function renderModule(grammar: string): string {
  const types = renderTypes(grammar)
    // The command writes a declaration file; here the same stands in a module.
    .replace(/^[\s\S]*?from 'ohm-js';\n/, "")
    .replace(/declare const grammar: OmegaGrammar;\nexport default grammar;\n/, "")
    .trim();
  const used = ["IterationNode", "Node", "NonterminalNode", "TerminalNode"].filter((name) =>
    new RegExp(`: ${name}\\b`).test(types),
  );
  const imports = ["BaseActionDict", "Grammar", "Semantics", ...used].sort();
  const text = grammar.replaceAll("`", ["$", '{"`"}'].join(""));
  return `// Made from omega.ohm by scripts/generate-grammar.ts; do not edit. The grammar as a module, for the reference parser.
import { grammar, ${imports.map((name) => `type ${name}`).join(", ")} } from "ohm-js";

${types}

/** The grammar of omega.ohm. */
// Ohm types grammars made from text loosely; the interfaces above were made from this very text.
export const omegaGrammar = grammar(String.raw\`${text}\`) as OmegaGrammar;
`;
}

/** What \`ohm generateBundles --withTypes\` says of the grammar: a semantic action for each rule, with its arguments. */
function renderTypes(grammar: string): string {
  const folder = mkdtempSync(join(tmpdir(), "omega-grammar-"));
  try {
    writeFileSync(join(folder, "omega.ohm"), grammar);
    const command = fileURLToPath(import.meta.resolve("@ohm-js/cli/index.js"));
    const options = ["generateBundles", "--withTypes", "--esm", "omega.ohm"];
    const run = spawnSync(process.execPath, [command, ...options], {
      cwd: folder,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return readFileSync(join(folder, "omega.ohm-bundle.d.ts"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

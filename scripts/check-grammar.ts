// Fails when the grammar's generated parts are not what its source and the tables make of them.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { renderGrammar } from "../packages/core/scripts/render-grammar.ts";

for (const { path, content } of renderGrammar()) {
  if (readFileSync(path, "utf8") === content) continue;
  console.error(`${relative(process.cwd(), path)} is stale: run tsx scripts/generate-grammar.ts`);
  process.exitCode = 1;
}

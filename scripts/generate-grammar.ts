// Writes the generated rules of packages/core/src/syntax/omega.ohm, and the module that the reference parser reads it from.
// Run after a change to the grammar or to the tables of keywords or units: tsx scripts/generate-grammar.ts
import { writeFileSync } from "node:fs";
import { renderGrammar } from "../packages/core/scripts/render-grammar.ts";

for (const { path, content } of renderGrammar()) writeFileSync(path, content);

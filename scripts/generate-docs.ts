// Writes what docs/ has from tables in the code: docs/diagnostics/ and the marked parts of docs/language/.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { diagnosticsFolder, generatedDocs } from "./documentation/generated-docs.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const docs = generatedDocs(root);

mkdirSync(join(root, diagnosticsFolder), { recursive: true });
for (const name of readdirSync(join(root, diagnosticsFolder))) {
  if (!docs.has(`${diagnosticsFolder}/${name}`)) rmSync(join(root, diagnosticsFolder, name));
}
for (const [path, text] of docs) writeFileSync(join(root, path), text);

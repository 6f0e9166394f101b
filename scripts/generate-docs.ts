// Writes what docs/ has from tables in the code: the pages of diagnostics and the marked parts of docs/language/.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedDocs, generatedFolders } from "./documentation/generated-docs.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const docs = generatedDocs(root);

for (const folder of generatedFolders) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder))) {
    if (!docs.has(`${folder}/${name}`)) rmSync(join(root, folder, name));
  }
}
for (const [path, text] of docs) writeFileSync(join(root, path), text);

// Fails when docs/ differs from what the tables in the code say: the diagnostics, units, functions and keywords.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedDocs, generatedFolders } from "./documentation/generated-docs.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const docs = generatedDocs(root);

const present = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null;
const stale = [...docs].filter(([path, text]) => present(path) !== text).map(([path]) => path);
const left = generatedFolders
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((path) => !docs.has(path));

for (const path of [...stale, ...left]) process.stderr.write(`${path} is out of date\n`);
if (stale.length + left.length > 0) {
  process.stderr.write("run npm run golden:update, which generates them\n");
  process.exitCode = 1;
} else {
  process.stdout.write(`${docs.size} generated pages are up to date\n`);
}

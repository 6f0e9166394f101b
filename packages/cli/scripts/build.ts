// Builds the command line into dist/.
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

// The script of core is named by its content, so old ones would pile up. Declarations are tsc's.
for (const name of await readdir(dist)) {
  if (/\.(js|cjs|cache)$/.test(name)) await rm(join(dist, name));
}
await bundle(dist);

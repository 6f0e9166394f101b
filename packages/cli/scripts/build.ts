// Builds the command line into dist/.
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

const written = await bundle(dist);

// Scripts are named by their content, so old ones would pile up. Declarations are tsc's.
for (const name of await readdir(dist)) {
  if (/\.(cjs|cache)$/.test(name) && !written.includes(name)) await rm(join(dist, name));
}

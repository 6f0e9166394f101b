// Builds the command line into dist/.
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");

// Chunks are named by their content, so old ones would pile up.
await rm(join(dist, "chunks"), { recursive: true, force: true });
await rm(join(dist, "omegac.js"), { force: true });
await bundle(dist);

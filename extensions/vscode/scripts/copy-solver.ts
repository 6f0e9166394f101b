// Puts Z3 beside the bundled server: it finds its wasm and its threads by its own place, so it cannot be bundled.
import { cp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

/** What the solver consists of, each found from the one before. */
const packages = ["z3-solver", "async-mutex", "tslib"];

/** What of them runs, or has to be said. */
const kept: ReadonlySet<string> = new Set(["", ".js", ".cjs", ".json", ".wasm", ".txt", ".md"]);

/** Copies the packages into a `node_modules` folder of its own. */
export async function copySolver(into: string): Promise<void> {
  await rm(into, { recursive: true, force: true });
  let from = createRequire(import.meta.url).resolve("@omega/prove/package.json");
  for (const name of packages) {
    const entry = createRequire(from).resolve(name);
    const folder = entry.slice(
      0,
      entry.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length,
    );
    await cp(folder, join(into, name), {
      recursive: true,
      dereference: true,
      filter: (path) => kept.has(extname(path)),
    });
    from = entry;
  }
}

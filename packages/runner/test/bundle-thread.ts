// The script of evaluation threads from source: threads cannot be given a loader, so it is bundled, once for each process.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

let bundled: Promise<URL> | null = null;

export function bundledThread(): Promise<URL> {
  bundled ??= bundleThread();
  return bundled;
}

async function bundleThread(): Promise<URL> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const outfile = join(root, "node_modules", ".cache", `thread-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, "src", "evaluation", "thread.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["omega-source"],
    logLevel: "warning",
  });
  return pathToFileURL(outfile);
}

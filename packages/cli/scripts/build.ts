// Bundles the command line into dist/: a small entry, and a chunk for each part that is loaded on demand.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type OutputFile } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(root, "src", "main.ts");
const dist = join(root, "dist");
const shebang = "#!/usr/bin/env node\n";

if (existsSync(entry)) {
  await bundle();
} else {
  console.log("no src/main.ts yet, so there is nothing to bundle");
}

async function bundle(): Promise<void> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { omegac: entry },
    outdir: dist,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["omega-source"],
    external: await runtimeDependencies(),
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
    write: false,
  });
  await removeLastBundle();
  await Promise.all(result.outputFiles.map(writeOutput));
}

/** What the package depends on stays outside the bundle; development dependencies go inside. */
async function runtimeDependencies(): Promise<string[]> {
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  return Object.keys(manifest.dependencies ?? {});
}

/** Chunks are named by their content, so old ones would pile up. */
async function removeLastBundle(): Promise<void> {
  await rm(join(dist, "chunks"), { recursive: true, force: true });
  await rm(join(dist, "omegac.js"), { force: true });
}

async function writeOutput({ path, contents, text }: OutputFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (path !== join(dist, "omegac.js")) {
    await writeFile(path, contents);
    return;
  }
  await writeFile(path, text.startsWith("#!") ? text : shebang + text, { mode: 0o755 });
}

// Bundles the command line: a small entry, a chunk for each part that is loaded on demand, and core as one script with
// a code cache, so that a short command starts as fast as Node itself lets it.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BuildOptions, build, type OutputFile, type Plugin } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shebang = "#!/usr/bin/env node\n";

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  conditions: ["omega-source"],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
} as const satisfies BuildOptions;

/** Bundles `src/main.ts` from source into `folder`; the program is then `folder/omegac.js`. */
export async function bundle(folder: string): Promise<void> {
  const core = await bundleCore();
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { omegac: join(root, "src", "main.ts") },
    outdir: folder,
    chunkNames: "chunks/[name]-[hash]",
    splitting: true,
    format: "esm",
    external: await runtimeDependencies(),
    plugins: [coreFromScript(core)],
  });
  const program = join(folder, "omegac.js");
  await Promise.all(outputFiles.map((file) => writeOutput(file, file.path === program)));
  const script = join(folder, "chunks", core.name);
  await writeFile(script, core.text);
  await writeCache(script);
}

interface CoreScript {
  /** Tells the content, as a code cache asks. */
  readonly name: string;
  readonly text: string;
  readonly exports: readonly string[];
}

/** All of core as one script; its exports are listed by bundling it as a module, too. */
async function bundleCore(): Promise<CoreScript> {
  const options = {
    ...shared,
    stdin: { contents: 'export * from "@omega/core";', resolveDir: root },
  };
  const [script, module] = await Promise.all([
    build({ ...options, format: "cjs" }),
    build({ ...options, format: "esm", metafile: true, outfile: "core.js" }),
  ]);
  const text = script.outputFiles.map((file) => file.text).join("");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const [output] = Object.values(module.metafile.outputs);
  return { name: `core-${hash}.cjs`, text, exports: output?.exports ?? [] };
}

/** Makes `@omega/core` a module that loads the script from beside its own chunk. */
function coreFromScript({ name, exports }: CoreScript): Plugin {
  return {
    name: "core-from-script",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@omega\/core$/ }, () => ({ path: "core", namespace: "script" }));
      onLoad({ filter: /.*/, namespace: "script" }, () => ({
        contents: `import { loadCached } from "./src/load-cached.ts";
          export const { ${exports.join(", ")} } =
            loadCached(new URL("./${name}", import.meta.url)).exports;`,
        resolveDir: root,
      }));
    },
  };
}

/** What the package depends on stays outside the bundle; development dependencies go inside. */
async function runtimeDependencies(): Promise<string[]> {
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  return Object.keys(manifest.dependencies ?? {});
}

async function writeOutput(file: OutputFile, isProgram: boolean): Promise<void> {
  const { path, contents, text } = file;
  await mkdir(dirname(path), { recursive: true });
  if (isProgram) await writeFile(path, shebang + text, { mode: 0o755 });
  else await writeFile(path, contents);
}

/** Uses core in a process as plain as the program's own, and keeps what V8 has compiled by then. */
async function writeCache(script: string): Promise<void> {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [join(root, "scripts", "warm-core.ts")],
    format: "esm",
  });
  const code = outputFiles.map((file) => file.text).join("");
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code, script], {
    env: {},
  });
}

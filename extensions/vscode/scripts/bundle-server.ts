// Bundles the server's process on the desktop, for the extension and for the test that talks to it.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";

export const bundleOptions: BuildOptions = {
  absWorkingDir: dirname(dirname(fileURLToPath(import.meta.url))),
  bundle: true,
  minify: true,
  sourcemap: false,
  conditions: ["omega-source"],
  external: ["vscode"],
  legalComments: "none",
  logLevel: "warning",
  target: "es2022",
};

export const desktopOptions: BuildOptions = { ...bundleOptions, platform: "node", format: "cjs" };

/** Proofs have a script of their own, and find it and the solver by the place of the one that asks. */
const serverOptions: BuildOptions = {
  ...desktopOptions,
  define: { "import.meta.url": "moduleAddress" },
  banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
};

/** Writes the server as one script, and another for the threads that prove, from source. */
export async function bundleServer(folder: string): Promise<void> {
  await Promise.all([
    build({
      ...serverOptions,
      entryPoints: ["src/server.ts"],
      outfile: join(folder, "server.cjs"),
    }),
    build({
      ...serverOptions,
      entryPoints: ["@omega/prove/thread"],
      outfile: join(folder, "prove-thread.cjs"),
    }),
  ]);
}

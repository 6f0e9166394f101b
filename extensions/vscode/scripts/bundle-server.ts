// Bundles the server's process on the desktop, for the extension and for the test that talks to it.
import { dirname } from "node:path";
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

/** Writes the server as one script, from source. */
export async function bundleServer(outfile: string): Promise<void> {
  await build({ ...desktopOptions, entryPoints: ["src/server.ts"], outfile });
}

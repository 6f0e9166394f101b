// Builds the extension into dist/: a client and a server for the desktop, both for the web, and the decision view's page.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { bundleOptions, bundleServer, desktopOptions } from "./bundle-server.ts";
import { copySolver } from "./copy-solver.ts";
import { renderSnippets } from "./render-snippets.ts";
import { renderGrammars } from "./render-textmate-grammar.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const { path, content } of [...renderGrammars(), renderSnippets()]) {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
await mkdir(join(root, "schemas"), { recursive: true });
await copyFile(
  join(root, "..", "..", "packages", "cli", "omega.config.schema.json"),
  join(root, "schemas", "omega.config.schema.json"),
);

const web: BuildOptions = {
  ...bundleOptions,
  platform: "browser",
  conditions: ["omega-source", "browser"],
};

await Promise.all([
  build({
    ...desktopOptions,
    // The JSON service's UMD build loads its parts in a way that cannot be bundled.
    mainFields: ["module", "main"],
    entryPoints: ["src/desktop.ts"],
    outfile: "dist/desktop.cjs",
  }),
  bundleServer("dist"),
  copySolver(join(root, "dist", "node_modules")),
  // VS Code adds `.js` to the name in the manifest, whatever it ends with.
  build({ ...web, format: "cjs", entryPoints: ["src/web.ts"], outfile: "dist/web.cjs.js" }),
  build({
    ...web,
    format: "iife",
    entryPoints: ["src/web-server.ts"],
    outfile: "dist/web-server.js",
  }),
  build({
    ...web,
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    entryPoints: ["src/decision-webview/main.tsx"],
    outfile: "dist/decision-webview.js",
  }),
]);

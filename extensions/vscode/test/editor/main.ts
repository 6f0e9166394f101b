// `npm run test:editor`: the packed extension in a real VS Code in a real browser. A line for each step, a screenshot of each
// in node_modules/.cache/omega/editor/screenshots.
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { driveEditor } from "./editor-page.ts";
import { findProgram } from "./find-program.ts";
import { installCodeServer } from "./install-code-server.ts";
import { startCodeServer } from "./start-code-server.ts";
import { steps } from "./steps.ts";

const extension = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const root = dirname(dirname(extension));
const cache = join(root, "node_modules", ".cache", "omega", "editor");
const screenshots = join(cache, "screenshots");
const [filter = ""] = process.argv.slice(2);

const browserPath =
  process.env.OMEGA_CHROMIUM ?? findProgram("chromium", "chromium-browser", "google-chrome");
if (browserPath === null) {
  console.error(
    "the editor's tests need Chromium: `apt-get install chromium`, or name one in OMEGA_CHROMIUM",
  );
  process.exit(2);
}
const server = await installCodeServer(cache);
const state = await mkdtemp(join(tmpdir(), "omega-editor-"));
const workspace = join(state, "workspace");
await cp(join(extension, "test", "editor", "workspace"), workspace, { recursive: true });
await rm(screenshots, { recursive: true, force: true });
await mkdir(screenshots, { recursive: true });

const running = await startCodeServer(server, join(extension, "dist", "omega-vscode.vsix"), {
  workspace,
  state,
});
const browser = await chromium.launch({
  executablePath: browserPath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
let failures = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(running.address);
  const editor = driveEditor(page);
  await editor.waitFor(".monaco-workbench");
  for (const [index, { title, run }] of steps.entries()) {
    if (!title.includes(filter)) continue;
    const name = `desktop-${String(index + 1).padStart(2, "0")}`;
    const start = Date.now();
    try {
      await run(editor);
      console.log(`passed  ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failures++;
      console.log(`failed  ${title}\n${String(error).replace(/^/gm, "        ")}`);
    }
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
    await editor.discard().catch((error: unknown) => console.log(String(error)));
  }
} finally {
  await browser.close();
  running.end();
}
console.log(`${steps.length - failures} passed, ${failures} failed; screenshots in ${screenshots}`);
process.exitCode = failures === 0 ? 0 : 1;

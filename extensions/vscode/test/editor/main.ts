// `npm run test:editor`: the packed extension in a real VS Code in a real browser, on the desktop and on the web. A line for each
// step, a screenshot of each in node_modules/.cache/omega/editor/screenshots; `--pictures` takes those of README and walkthrough
// anew. Exits with 1 when a step fails, and with 2 when
// this machine lacks what it takes.
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { desktopHost } from "./desktop-host.ts";
import { driveEditor } from "./editor-page.ts";
import { findProgram } from "./find-program.ts";
import type { EditorHost, Session } from "./host.ts";
import { sessions } from "./sessions.ts";
import { pictureSteps } from "./steps/pictures.ts";
import { type Step, steps } from "./steps.ts";
import { webHost } from "./web-host.ts";

const extension = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const root = dirname(dirname(extension));
const cache = join(root, "node_modules", ".cache", "omega", "editor");
const screenshots = join(cache, "screenshots");

const { values, positionals } = parseArgs({
  options: { host: { type: "string" }, pictures: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [filter = ""] = positionals;
const hosts = [desktopHost, webHost].filter(({ name }) => name === (values.host ?? name));
if (hosts.length === 0) lack(`there is no host \`${values.host}\`, only desktop and web`);

const browserPath =
  process.env.OMEGA_CHROMIUM ??
  findProgram("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
if (browserPath === null) {
  lack(
    "the editor's tests need Chromium: `apt-get install chromium`, or name one in OMEGA_CHROMIUM",
  );
}
const installed = new Map<EditorHost, string>();
for (const host of hosts) {
  try {
    installed.set(host, await host.install(cache));
  } catch (error) {
    console.error(`the ${host.name} editor was not installed: ${reasonOf(error)}`);
  }
}
if (installed.size === 0) lack("no editor could be installed");
await rm(screenshots, { recursive: true, force: true });
await mkdir(screenshots, { recursive: true });

const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const browser = await chromium
  .launch({ executablePath: browserPath, args: browserArguments })
  .catch((error: unknown) => lack(`${browserPath} does not start: ${reasonOf(error)}`));
const asked = (values.pictures ? pictureSteps : steps).filter(({ title }) =>
  title.includes(filter),
);
const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const [host, editor] of installed) {
    for (const session of sessions) {
      const inSession = asked.filter((step) => (step.session ?? "usual") === session.name);
      if (inSession.length > 0) await runSteps(host, editor, session, inSession, browser);
    }
  }
} finally {
  await browser.close();
}
const skipped = counts.skipped === 0 ? "" : `, ${counts.skipped} skipped`;
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${skipped}; screenshots in ${screenshots}`,
);
process.exitCode = counts.failed > 0 ? 1 : installed.size < hosts.length ? 2 : 0;

/** Runs steps in one host, in a folder that is its own. */
async function runSteps(
  host: EditorHost,
  editorFolder: string,
  session: Session,
  given: readonly Step[],
  chrome: Browser,
): Promise<void> {
  console.log(`\n== ${host.name}${session.name === "usual" ? "" : `, ${session.name}`}`);
  const state = await mkdtemp(join(tmpdir(), `omega-editor-${host.name}-`));
  const workspace = join(state, "workspace");
  await cp(join(extension, "test", "editor", "workspace"), workspace, { recursive: true });
  const vsix = join(extension, "dist", "omega-vscode.vsix");
  const running = await host.start(editorFolder, { vsix, session, workspace, state });
  const context = await chrome.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(running.address);
    const editor = driveEditor(page, host.name);
    await editor.waitFor(".monaco-workbench");
    for (const { title, run, lacking, picture } of given) {
      const reason = lacking?.[host.name];
      if (reason !== undefined) {
        counts.skipped++;
        console.log(`skipped ${title}: ${reason}`);
        continue;
      }
      let start = Date.now();
      try {
        await run(editor).catch(async (error: unknown) => {
          // A real editor on a busy machine drops a key now and then. The line tells of it: one that often needs this is wrong.
          console.log(`again   ${title}: ${reasonOf(error).split("\n")[0]}`);
          await editor.discard();
          start = Date.now();
          await run(editor);
        });
        counts.passed++;
        console.log(`passed  ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      } catch (error) {
        counts.failed++;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the browser's driver colours what it says.
        const said = reasonOf(error).replace(/\x1b\[\d+m/g, "");
        console.log(`failed  ${title}\n${said.replace(/^/gm, "        ")}`);
      }
      const number = String(asked.findIndex((step) => step.title === title) + 1).padStart(2, "0");
      const name = [host.name, number, ...title.split(/\W+/)].join("-");
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
      if (values.pictures && picture !== undefined && host.name === "desktop") {
        const path = join(extension, "media", `${picture.name}.png`);
        await page.screenshot({ path, clip: picture.clip });
      }
      await editor.discard().catch((error: unknown) => console.log(String(error)));
    }
  } finally {
    await context.close();
    running.end();
    await rm(state, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Ends because this machine lacks something. */
function lack(message: string): never {
  console.error(message);
  process.exit(2);
}

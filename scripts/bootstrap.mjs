// What a fresh clone runs: `npm start`, `npm test`, `npm run test:editor` and `npm run bench` install and build what is stale, then do their work.
// Plain JavaScript without dependencies, because it runs before there are any.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = join(root, "node_modules", ".cache", "omega");
const installStamp = join(scratch, "installed");
const testReport = join(scratch, "vitest.json");

/** Runs scripts written in TypeScript, with workspace packages resolved to their source. */
const runTypeScript = ["--conditions=omega-source", "--import", "tsx"];

const tasks = { start, test, "test:editor": testEditor, bench, "golden:update": updateGolden };

const name = process.argv[2] ?? "";
if (!Object.hasOwn(tasks, name)) {
  console.error(`usage: node scripts/bootstrap.mjs ${Object.keys(tasks).join("|")}`);
  process.exit(2);
}
process.exitCode = tasks[name](process.argv.slice(3));

/** Builds what is stale and runs every example. */
function start(args) {
  if (!install() || !build()) return 1;
  const script = join("scripts", "run-examples.ts");
  if (!existsSync(join(root, script))) {
    console.error(`\nnpm start runs ${script}, and this checkout has no such file.`);
    return 1;
  }
  heading("examples");
  return runNode([...runTypeScript, script, ...args]) ? 0 : 1;
}

/** Everything that decides whether a change may go in. The last line says how many tests ran. */
function test(args) {
  const failedSteps = [];
  const step = (title, run) => {
    heading(title);
    const ok = run();
    if (!ok) failedSteps.push(title);
    return ok;
  };

  rmSync(testReport, { force: true });
  if (step("install", installDependencies)) {
    step("lint", () => runTool("@biomejs/biome", "biome", ["ci", ...biomeOutput()]));
    if (step("build", buildPackages)) {
      step("types", () => runTool("typescript", "tsc", ["-b"]));
    }
    step("tests", () => runVitest(args));
    for (const script of structuralChecks()) {
      step(script, () => runNode([...runTypeScript, script]));
    }
  }

  const { passed, failed } = readTestReport();
  if (passed + failed === 0) failedSteps.push("no tests ran");
  console.log(failedSteps.length === 0 ? "\nall good" : `\nfailed: ${failedSteps.join(", ")}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failedSteps.length === 0 && failed === 0 ? 0 : 1;
}

/** Packs the extension and tries it in an editor in a browser. Gives 2 when the machine lacks what that takes. */
function testEditor(args) {
  if (!install()) return 2;
  heading("package");
  const folder = join("extensions", "vscode");
  if (!runNode([...runTypeScript, join(folder, "scripts", "build.ts")])) return 1;
  if (!runNode([...runTypeScript, join(folder, "scripts", "package.ts")])) return 1;
  return statusOfNode([...runTypeScript, join(folder, "test", "editor", "main.ts"), ...args]);
}

/** Measures what ships, built: how TypeScript is translated on the way must not be in the figures. */
function bench(args) {
  if (!install() || !build()) return 1;
  heading("bench");
  return runNode([join("packages", "benchmark", "dist", "main.js"), ...args]) ? 0 : 1;
}

/** Rewrites the expectations of the text scenarios, and the generated documentation, from what the code does now. */
function updateGolden(args) {
  if (!install() || !build()) return 1;
  heading("golden:update");
  const env = { OMEGA_UPDATE_GOLDEN: "1" };
  const written = runNode([...runTypeScript, join("scripts", "generate-docs.ts")]);
  return runTool("vitest", "vitest", ["run", ...args], env) && written ? 0 : 1;
}

function install() {
  heading("install");
  return installDependencies();
}

function build() {
  heading("build");
  return buildPackages();
}

/** Installs unless the last install saw the same manifests and lockfile on the same platform. */
function installDependencies() {
  const wanted = manifestHash();
  if (existsSync(installStamp) && readFileSync(installStamp, "utf8") === wanted) {
    console.log("up to date");
    return true;
  }
  // One constant line for the shell: npx is a .cmd file on Windows, which only a shell can start.
  const command = `npx --yes ${pinnedPackageManager()} install --frozen-lockfile`;
  const { status } = spawnSync(command, {
    cwd: root,
    env: environment(),
    shell: true,
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error("\ninstalling the dependencies failed; the lines above say why");
    return false;
  }
  mkdirSync(scratch, { recursive: true });
  writeFileSync(installStamp, wanted);
  return true;
}

/** One hash over all that decides what an install puts into node_modules. */
function manifestHash() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "package.json",
    ...packageManifests(),
  ]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function packageManifests() {
  return ["packages", "extensions"].flatMap((folder) =>
    namesIn(folder)
      .map((name) => `${folder}/${name}/package.json`)
      .filter((file) => existsSync(join(root, file))),
  );
}

/** The `packageManager` field, such as `pnpm@12.0.0`. */
function pinnedPackageManager() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
}

/** Turbo compares hashes of the inputs, so this is quick when nothing changed. */
function buildPackages() {
  return runTool("turbo", "turbo", ["run", "build", "--output-logs=errors-only", "--ui=stream"]);
}

function runVitest(args) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${testReport}`];
  return runTool("vitest", "vitest", ["run", ...reporters, ...args]);
}

/** On GitHub, findings appear on the lines they are about. */
function biomeOutput() {
  if (process.env.GITHUB_ACTIONS === "true") return ["--reporter=github"];
  return wantsColor() ? [] : ["--colors=off"];
}

function structuralChecks() {
  return namesIn("scripts")
    .filter((name) => /^check-.*\.ts$/.test(name))
    .map((name) => `scripts/${name}`);
}

/** Counts of the last test run; a file that could not be loaded counts as one failure. */
function readTestReport() {
  if (!existsSync(testReport)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(testReport, "utf8"));
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
  };
}

/** Runs a dependency's program by its script, without the shims that differ between platforms. */
function runTool(packageName, program, args, env = {}) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const script = typeof bin === "string" ? bin : bin[program];
  return runNode([join(folder, script), ...args], env);
}

function runNode(args, env = {}) {
  return statusOfNode(args, env) === 0;
}

/** The exit code; 1 where a signal ended it. */
function statusOfNode(args, env = {}) {
  const options = { cwd: root, env: { ...environment(), ...env }, stdio: "inherit" };
  return spawnSync(process.execPath, args, options).status ?? 1;
}

/** The caller's environment, with the project's programs on the path and nothing reported to anyone. */
function environment() {
  const path = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return {
    ...process.env,
    [path]: [join(root, "node_modules", ".bin"), process.env[path]].filter(Boolean).join(delimiter),
    ...(wantsColor() ? {} : { NO_COLOR: "1" }),
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
  };
}

/** Some tools colour what goes into a file or a pipe unless they are told. */
function wantsColor() {
  const { FORCE_COLOR, NO_COLOR } = process.env;
  return NO_COLOR ? false : Boolean(FORCE_COLOR) || process.stdout.isTTY === true;
}

/** Sorted names in a folder of the project; none when it does not exist. */
function namesIn(folder) {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

function heading(title) {
  console.log(`\n== ${title}`);
}

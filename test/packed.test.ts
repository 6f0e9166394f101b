// What ships, from outside: every package is packed as for publishing, unpacked into a project that has nothing but these and
// what they depend on, and used there as its readers would.
import { execFile, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = ["core", "service", "language-server", "prove", "runner", "cli"];
const project = mkdtempSync(join(tmpdir(), "omega-packed-"));
const modules = join(project, "node_modules");

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

beforeAll(async () => {
  const built = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "turbo", "bin", "turbo"),
      ...["run", "build", "--output-logs=errors-only", "--ui=stream"],
    ],
    { cwd: root, encoding: "utf8" },
  );
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  await Promise.all(packages.map(unpack));
}, 240_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Packs a package and unpacks it where a project would have it, beside what it depends on. */
async function unpack(name: string): Promise<void> {
  const folder = join(root, "packages", name);
  const tarball = join(project, `${name}.tgz`);
  const pnpm = join(root, "node_modules", "pnpm", "bin", "pnpm.mjs");
  await promisify(execFile)(process.execPath, [pnpm, "pack", "--out", tarball], { cwd: folder });
  const into = join(modules, "@omega", name);
  mkdirSync(into, { recursive: true });
  await promisify(execFile)("tar", ["-xzf", tarball, "--strip-components=1", "-C", into]);
  for (const dependency of Object.keys(manifestOf(name).dependencies ?? {})) {
    if (dependency.startsWith("@omega/")) continue;
    const link = join(modules, dependency);
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(realpathSync(join(folder, "node_modules", dependency)), link, "junction");
    } catch (error) {
      // Two packages may share a dependency.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

function manifestOf(name: string): Manifest {
  // What the package manager wrote.
  return JSON.parse(
    readFileSync(join(modules, "@omega", name, "package.json"), "utf8"),
  ) as Manifest;
}

/** What a command in the project prints, and how it ends. */
function run(...args: readonly string[]): {
  readonly printed: string;
  readonly exit: number | null;
} {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
  });
  return { printed: `${stdout}${stderr}`.trim(), exit: status };
}

const omegac = join(modules, "@omega", "cli", "dist", "omegac.cjs");

const policy = `INTENT: warn before the oven burns
CONTEXT:
- Heat: <0..300 C>
RULE:
- Hot: IF Heat > 60C THEN Alarm UNKNOWN Alarm
CONSTRAINT:
- Safety [Warned]: ALWAYS Alarm WHEN Heat >= 60C
EXAMPLE hot:
- GIVEN Heat = 61C
- EXPECT ONLY Alarm
`;

test.each(packages)("@omega/%s names its versions, and nothing of this repository", (name) => {
  const { dependencies = {} } = manifestOf(name);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("a program embeds a policy in three lines", () => {
  writeFileSync(
    join(project, "embed.mjs"),
    `import { compile } from "@omega/core";
const policy = compile(${JSON.stringify(policy)});
const decision = policy.evaluate({ Heat: "70 C" }, { now: "2026-05-01T08:00:00Z" });
console.log(policy.ok, decision.status, decision.actions.map(({ name }) => name).join());
`,
  );
  expect(run("embed.mjs")).toEqual({ printed: "true decided Alarm", exit: 0 });
});

test("omegac checks, tests and decides", () => {
  writeFileSync(join(project, "oven.omni"), policy);
  expect(run(omegac, "--version").printed).toMatch(/^omegac \d+\.\d+\.\d+|^\d+\.\d+\.\d+/);
  expect(run(omegac, "test", "oven.omni")).toMatchObject({ exit: 0 });
  const decided = run(omegac, "run", "oven.omni", "--set", "Heat=70C", "--format", "json");
  expect(decided.exit).toBe(0);
  expect(decided.printed).toContain('"Alarm"');
});

test("omegac proves with the solver that comes with it, and ends", () => {
  writeFileSync(join(project, "oven.omni"), policy);
  const proved = run(omegac, "prove", "oven.omni");
  expect(proved.printed).toContain("Warned: ALWAYS Alarm WHEN Heat >= 60C");
  expect(proved.printed).toContain("Heat = 60 C");
  expect(proved.exit).toBe(1);
});

test("a program proves in a thread, and ends by itself", () => {
  writeFileSync(
    join(project, "prove.mjs"),
    `import { compile } from "@omega/core";
import { proveInThread } from "@omega/prove";
const { program } = compile(${JSON.stringify(policy)});
const answers = await proveInThread(program);
console.log(answers.filter(({ outcome }) => outcome === "finding").map(({ subject }) => subject).join());
`,
  );
  expect(run("prove.mjs")).toEqual({ printed: "Warned", exit: 0 });
});

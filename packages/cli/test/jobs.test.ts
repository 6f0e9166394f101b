// Worker threads of the bundled program: they change how long it takes, and nothing else that anybody can see.
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { commandLine, inTemporaryFolder, runProgram, writeInFolder } from "@omega/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const program = join(dist, "omegac.cjs");

beforeAll(async () => void (await bundle(dist)), 110_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** A policy that imports the site's, with examples. What is said of it depends on `distance`. */
const policy = (number: number, distance: string): string => `INTENT: Keep people unhurt.

IMPORT:
- "${number % 10 === 3 ? "absent" : "site"}.omni"

ACTOR:
- Primary: SafetySystem

CONTEXT:
- Distance: <m>

RULE:
- TooClose: IF Distance < ${distance} THEN StopMachine UNKNOWN StopMachine

CONSTRAINT:
- Safety: ALWAYS StopMachine WHEN Distance < 50cm

IMPACT:
- Benefit: Nobody is hurt.
- Risk: A broken sensor stops the machine.

TRACE:
- Standards: ISO 13855

EXAMPLE somebody is near:
- GIVEN Distance = ${number % 7}m
- EXPECT StopMachine
`;

const distances = ["1m", "2m", "1s", "150cm", "Distence", "1 m", '"near"'];

const fixtures = fileURLToPath(new URL("../../../golden/diagnostics/", import.meta.url));

/** Policies of all kinds with what they import, a suite, a folder with a configuration of its own, and any mistake. */
const project: ReadonlyMap<string, string | Uint8Array> = new Map<string, string | Uint8Array>([
  ["site.omni", "CONTEXT:\n- Speed: <m/s>\n- Speed: <km/h>\n"],
  ["rules.omni", "INTENT: Wait.\n\nRULE:\n- IF Sped > 1m/s THEN Wait\n"],
  ["bytes.omni", Buffer.from([0x0a, 0x61, 0xff])],
  ["empty.omni", ""],
  [
    "near.test.omni",
    'EXAMPLES FOR "p01.omni":\n\nEXAMPLE:\n- GIVEN Distance = 9m\n- EXPECT Wait\n',
  ],
  ["strict/omega.config.json", '{ "strict": true }'],
  ...readdirSync(fixtures).map((name): [string, string] => [
    `mistakes/${name}.omni`,
    readFileSync(join(fixtures, name), "utf8"),
  ]),
  ...Array.from({ length: 60 }, (_, number): [string, string] => {
    const name = `p${String(number).padStart(2, "0")}.omni`;
    const text = policy(number, distances[number % distances.length] ?? "");
    return [number % 4 === 0 ? `strict/${name}` : name, text];
  }),
]);

function prepared(files: ReadonlyMap<string, string | Uint8Array>) {
  let run = commandLine(program);
  for (const [name, content] of files) run = run.file(name, content);
  return run;
}

describe("output, exit code and files are those of one thread", () => {
  const { run } = prepared(project);

  test.each([
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", "--locale", "id", "--max-diagnostics", "20", "--color", "always"],
    ["check", "--strict", "--fail-level", "warning", "strict", "p01.omni", "absent.omni"],
    ["check", "--fix", "--quiet"],
    ["test"],
    ["test", "--format", "compact", "p05.omni", "near.test.omni", "strict"],
  ])("%s %s %s %s", async (...argv) => {
    const alone = await run(...argv, "--jobs", "1");
    expect(alone.stdout + alone.stderr).not.toBe("");
    const shared = await run(...argv, "--jobs", "3");
    expect(shared.stdout).toBe(alone.stdout);
    expect(shared.stderr).toBe(alone.stderr);
    expect(shared.exitCode).toBe(alone.exitCode);
    for (const name of alone.files) expect(shared.file(name)).toBe(alone.file(name));
  });

  test("a configuration with mistakes stops the work at the first file under it", async () => {
    const mistaken = new Map([...project, ["strict/omega.config.json", '{ "strict": 1 }']]);
    for (const argv of [["check"], ["test", "--format", "compact"]]) {
      const alone = await prepared(mistaken).run(...argv, "--jobs", "1");
      const shared = await prepared(mistaken).run(...argv, "--jobs", "3");
      expect(alone.exitCode).toBe(2);
      expect(alone.stderr).toContain("the configuration `strict/omega.config.json` has mistakes");
      expect({ ...shared, file: null }).toEqual({ ...alone, file: null });
    }
  });

  test("a document from stdin needs no thread", async () => {
    const { stderr, exitCode } = await commandLine(program)
      .file("site.omni", "CONTEXT:\n- Speed: <m/s>\n")
      .file("a.omni", policy(1, "2m"))
      .stdin(policy(1, "1m"))
      .run("check", "-", "a.omni", "--jobs", "3");
    expect({ stderr, exitCode }).toEqual({ stderr: "no problems in 2 files\n", exitCode: 0 });
  });
});

test.each(["0", "-1", "1.5", "many", "1000", ""])("`--jobs=%s` is refused", async (jobs) => {
  const { stderr, exitCode } = await prepared(project).run("check", `--jobs=${jobs}`);
  expect(stderr).toBe(
    `error: \`--jobs\` cannot be \`${jobs}\`\n  it takes a whole number from 1 to 256, or \`auto\`\n`,
  );
  expect(exitCode).toBe(2);
});

describe("a thread that dies is told, and nothing hangs", () => {
  test.each([
    ["at its start", 'throw new Error("no start")', "no start"],
    ["without a word", "process.exit(3)", "it ended with status 3"],
    [
      "over a file",
      'require("node:worker_threads").parentPort.on("message", () => { null.file })',
      "Cannot read properties of null",
    ],
    [
      "for want of memory",
      'require("node:worker_threads").parentPort.on("message", () => { const a = []; for (;;) a.push([a.length]) })',
      "memory",
    ],
  ])("%s", (_, script, reason) =>
    inTemporaryFolder(async (folder) => {
      cpSync(dist, join(folder, "bin"), { recursive: true });
      writeFileSync(join(folder, "bin", "omegac-thread.cjs"), script);
      for (const [name, content] of project) await writeInFolder(folder, name, content);
      const argv = ["check", "--jobs", "2"];
      const environment = { NODE_OPTIONS: "--max-old-space-size=64" };
      const broken = join(folder, "bin", "omegac.cjs");
      const { stderr, exitCode } = await runProgram(broken, argv, folder, { environment });
      expect(exitCode).toBe(70);
      expect(stderr).toContain("error: a worker thread died at `");
      expect(stderr).toContain(reason);
      expect(stderr).toContain("`--jobs 1`");
    }),
  );
});

describe("whoever stops listening is left alone", () => {
  const many = new Map(
    Array.from({ length: 500 }, (_, number) => [`p${number}.omni`, policy(0, "1m")]),
  );
  many.set("site.omni", "CONTEXT:\n- Speed: <m/s>\n");

  /** Runs the examples of many documents; `interrupt` is called with the process at its first output. */
  const interrupted = (interrupt: (child: ReturnType<typeof spawn>) => void) =>
    inTemporaryFolder(async (folder) => {
      for (const [name, content] of many) await writeInFolder(folder, name, content);
      const argv = [program, "test", "--format", "compact", "--jobs", "3"];
      const child = spawn(process.execPath, argv, { cwd: folder, stdio: "pipe" });
      let complaints = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        complaints += text;
      });
      child.stdout.once("data", () => interrupt(child));
      const exitCode = await new Promise((resolve) => child.once("exit", resolve));
      return { exitCode, complaints };
    });

  test("Ctrl-C ends threads, too", async () => {
    const outcome = await interrupted((child) => child.kill("SIGINT"));
    expect(outcome).toEqual({ exitCode: 130, complaints: "" });
  });

  test("a reader that goes away ends the program quietly", async () => {
    const outcome = await interrupted((child) => child.stdout?.destroy());
    expect(outcome).toEqual({ exitCode: 141, complaints: "" });
  });
});

// The second of these files gives its text when somebody writes it, so that the work takes long enough.
describe.skipIf(process.platform !== "linux")(
  "on a terminal, long work shows how far it is",
  () => {
    const shown = (argv: string, environment: Record<string, string>) =>
      inTemporaryFolder(async (folder) => {
        for (const name of ["a", "c", "d"]) {
          await writeInFolder(folder, `${name}.omni`, policy(0, "1m"));
        }
        await writeInFolder(folder, "site.omni", "CONTEXT:\n- Speed: <m/s>\n");
        const run = promisify(execFile);
        const cwd = folder;
        await run("mkfifo", ["b.omni"], { cwd });
        const env = { PATH: process.env.PATH, TERM: "xterm", ...environment };
        const command = `'${process.execPath}' '${program}' ${argv} a.omni b.omni c.omni d.omni`;
        const slowly = `(sleep 0.7; cat a.omni > b.omni) & ${command}`;
        const { stdout } = await run("script", ["-qec", slowly, "/dev/null"], { cwd, env });
        return stdout.replaceAll("\u001b", "␛").replaceAll("\r\n", "\n").replaceAll("\r", "␍");
      });
    const progress = "␍checking 2 of 4 files␛[K";
    const erased = "␍␛[K";

    test("drawn over, and gone before the summary", async () => {
      const text = await shown("check", { NO_COLOR: "1" });
      expect(text).toBe(`${progress}${erased}no problems in 4 files\n`);
    });

    test("not for those who want quiet, nor on terminals that cannot", async () => {
      expect(await shown("check --quiet", {})).toBe("");
      expect(await shown("check", { TERM: "dumb" })).toBe("no problems in 4 files\n");
    });
  },
);

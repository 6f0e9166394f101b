// `omegac doctor` where all is well, and where something is not.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandLine } from "@omega/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const omegac = commandLine(join(dist, "omegac.cjs"));

beforeAll(async () => void (await bundle(dist)), 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

interface Report {
  readonly checks: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
  }[];
}

test("says what it finds, and nothing of what files hold", async () => {
  const { exitCode, stdout } = await omegac
    .file("omega.config.json", '{ "strict": true }')
    .file("a.omni", "INTENT: the secret of the house\n")
    .run("doctor", "--format", "json");
  expect(exitCode).toBe(0);
  const { checks }: Report = JSON.parse(stdout);
  expect(checks).toEqual(
    expect.arrayContaining([
      { name: "code cache", status: "good", message: "fits this Node.js" },
      { name: "working folder", status: "good", message: "readable, 1 document" },
      { name: "configuration", status: "good", message: "omega.config.json, strict" },
    ]),
  );
  expect(checks.filter(({ status }) => status === "problem")).toEqual([]);
  expect(stdout).not.toContain("secret");
});

test("a configuration with a mistake is a problem, shown where it is", async () => {
  const { exitCode, stdout, stderr } = await omegac
    .file("omega.config.json", '{ "strikt": true }')
    .run("doctor");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("✗ configuration    the configuration `omega.config.json` has mistakes");
  expect(stdout).toContain('1 | { "strikt": true }');
  expect(stderr).toBe("1 problem\n");
});

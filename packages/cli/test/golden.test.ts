// The scenarios in golden/cli: the bundled program, run as its users run it. OMEGA_UPDATE_GOLDEN=1 rewrites them.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  parseCommandLineScenario,
  printCommandLineScenario,
  runCommandLineScenario,
} from "@omega/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const folder = fileURLToPath(new URL("../../../golden/cli/", import.meta.url));
const dist = mkdtempSync(join(tmpdir(), "omegac-"));
const program = join(dist, "omegac.cjs");

// Beside the bundle stands what is installed with it: the solver.
const installed = fileURLToPath(new URL("../node_modules", import.meta.url));

beforeAll(async () => {
  await bundle(dist);
  symlinkSync(installed, join(dist, "node_modules"), "junction");
}, 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

describe("golden/cli", () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();

  test.each(names)("%s", async (name) => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    const scenario = parseCommandLineScenario(text);
    const actual = printCommandLineScenario(await runCommandLineScenario(scenario, program));
    if (process.env.OMEGA_UPDATE_GOLDEN === "1") writeFileSync(file, actual);
    else expect(actual).toBe(text);
  });
});

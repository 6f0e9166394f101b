// golden/lsp: what editors are shown, scenario by scenario, over the real protocol. OMEGA_UPDATE_GOLDEN=1 rewrites them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printFixture, readFixture } from "@omega/testkit";
import { describe, expect, test } from "vitest";
import { requests } from "./scenario/requests.ts";
import { runScenario } from "./scenario/scenario.ts";

const folder = fileURLToPath(new URL("../../../golden/lsp/", import.meta.url));

describe("golden/lsp", () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();

  test("has every step in scenarios of policies and of suites", () => {
    const uses = (name: string): readonly string[] =>
      [...readFileSync(folder + name, "utf8").matchAll(/^-- ([a-z ]+?)(?: \$\d|:| --)/gm)].map(
        ([, step = ""]) => step,
      );
    const [inSuites, inPolicies] = [true, false].map(
      (isSuite) =>
        new Set(names.filter((name) => name.includes("suite") === isSuite).flatMap(uses)),
    );
    for (const step of Object.keys(requests)) {
      expect(inPolicies, `of policies: ${step}`).toContain(step);
      expect(inSuites, `of suites: ${step}`).toContain(step);
    }
  });

  test.each(names)("%s", async (name) => {
    const text = readFileSync(folder + name, "utf8");
    const actual = printFixture(await runScenario(readFixture(text)));
    if (process.env.OMEGA_UPDATE_GOLDEN === "1") writeFileSync(folder + name, actual);
    else expect(actual).toBe(text);
  });
});

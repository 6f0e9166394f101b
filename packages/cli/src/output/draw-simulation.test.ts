// The chart in docs/simulation.md is what the command there draws. OMEGA_UPDATE_GOLDEN=1 draws it anew.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile, configuredOptions, type Simulation, simulate } from "@omega/core";
import { readCodeBlocks } from "@omega/testkit";
import { expect, test } from "vitest";
import { drawSimulation } from "./draw-simulation.ts";

const docs = new URL("../../../../docs/", import.meta.url);

function simulated(text: string, context: unknown, ticks: number): Simulation {
  const policy = compile(text);
  if (policy.program === null) throw new Error("the document has errors");
  const simulation = simulate(policy.program, context, {
    ticks,
    tickMilliseconds: 60_000,
    evaluation: { ...configuredOptions(policy.settings), now: "2026-05-01T08:00:00Z" },
  });
  if (typeof simulation === "string") throw new Error(simulation);
  return simulation;
}

test("the chart of the documentation", () => {
  const page = readFileSync(new URL("simulation.md", docs), "utf8");
  const block = readCodeBlocks(page).find(
    ({ options }) => options.get("file") === "thermostat.omni",
  );
  const drawn = drawSimulation(
    simulated(block?.text ?? "", { Temperature: 23 }, 60),
    "thermostat.omni",
  );
  const file = fileURLToPath(new URL("images/thermostat.svg", docs));
  if (process.env.OMEGA_UPDATE_GOLDEN === "1") writeFileSync(file, drawn);
  expect(drawn).toBe(readFileSync(file, "utf8"));
});

test("names cannot break out of the chart, and what is unknown leaves a gap", () => {
  const text = `INTENT: x.

CONTEXT:
- \`A <b> & "c"\`: <number>
- B: <number> = 1

RULE:
- IF B < 3 THEN \`Do <script>\`

IMPACT:
- Benefit: x
- Risk: y
- Effect: \`Do <script>\` RAISES B BY 1
`;
  const drawn = drawSimulation(simulated(text, {}, 4), "a<b.omni");
  expect(drawn).not.toMatch(/<script|<b>|a<b/);
  expect(drawn).toContain("Do &#60;script&#62;");
  expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
});

test("one tick without a number draws", () => {
  const drawn = drawSimulation(
    simulated("INTENT: x.\n\nRULE:\n- IF A THEN B\n", { A: true }, 1),
    "a.omni",
  );
  expect(drawn).toContain('class="taken"');
  expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
});

// docs/guides/editors.md: its configurations run in the editors they are for, where these are installed, against the bundled
// server. What was asked of Neovim is in editors/try-neovim.lua.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../../cli/scripts/bundle.ts";

const guide = readFileSync(
  fileURLToPath(new URL("../../../docs/guides/editors.md", import.meta.url)),
  "utf8",
);
const driver = fileURLToPath(new URL("editors/try-neovim.lua", import.meta.url));

const cell = `INTENT: Keep people away from the cell.

ACTOR:
- Primary: Robot MAY StopMachine

CONTEXT:
- Distance: <m>

RULE:
- if Distanse < 1m   then StopMachine
- IF Speed > 3m/s AND Distance < 2m THEN StopMachine UNKNOWN StopMachine
`;

/** The block under a heading in bold letters, or under `## heading`. */
function blockUnder(heading: string, language: string): string {
  const behind = guide.slice(guide.indexOf(heading) + heading.length);
  const block = new RegExp(`\`\`\`${language} shown\n([^]*?)\`\`\``).exec(behind)?.[1];
  if (!guide.includes(heading) || block === undefined) throw new Error(`no block: ${heading}`);
  return block;
}

/** What a program says of its version; null where it is not installed. */
function versionOf(program: string): readonly [number, number] | null {
  const { stdout, status } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const found = /(\d+)\.(\d+)/.exec(stdout ?? "");
  return status === 0 && found !== null ? [Number(found[1]), Number(found[2])] : null;
}

const neovim = versionOf("nvim");
const helix = versionOf("hx");

let folder = "";
beforeAll(async () => {
  if (neovim === null && helix === null) return;
  folder = mkdtempSync(join(tmpdir(), "omega-editors-"));
  await bundle(join(folder, "program"));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${folder}/program/omegac.cjs" "$@"\n`;
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin", "omegac"), script);
  chmodSync(join(folder, "bin", "omegac"), 0o755);
  mkdirSync(join(folder, "config", "helix"), { recursive: true });
  writeFileSync(join(folder, "cell.omni"), cell);
  writeFileSync(join(folder, "omega.config.json"), "{}");
}, 120_000);
afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

function environment(): NodeJS.ProcessEnv {
  const places = ["CONFIG", "DATA", "STATE", "CACHE"].map((place): [string, string] => [
    `XDG_${place}_HOME`,
    join(folder, "config"),
  ]);
  return {
    ...process.env,
    ...Object.fromEntries(places),
    PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH ?? ""}`,
    OMEGA_TRIED: join(folder, "tried.json"),
  };
}

/** The heading of the configuration for a version of Neovim. */
function headingFor(minor: number): string {
  if (minor >= 11) return "**Neovim 0.11 and newer**";
  return minor >= 8 ? "**Neovim 0.8 to 0.10**" : "**Neovim 0.7**";
}

describe("the guide to editors", () => {
  test("starts the same server everywhere", () => {
    const command = '"omegac", "lsp", "--stdio"';
    for (const minor of [12, 10, 7]) {
      expect(blockUnder(headingFor(minor), "lua")).toContain(`cmd = { ${command} }`);
    }
    expect(blockUnder("## Helix", "toml")).toContain(
      'command = "omegac"\nargs = ["lsp", "--stdio"]',
    );
  });

  test.skipIf(neovim === null)("its configuration works in Neovim, where that is installed", () => {
    const [, minor] = neovim ?? [0, 0];
    const configuration = join(folder, "init.lua");
    writeFileSync(configuration, blockUnder(headingFor(minor), "lua"));
    const said = spawnSync("nvim", ["--headless", "-u", configuration, "-S", driver], {
      cwd: folder,
      env: environment(),
      encoding: "utf8",
      timeout: 100_000,
    });
    const tried = JSON.parse(readFileSync(join(folder, "tried.json"), "utf8"));
    expect(tried, said.stderr).not.toHaveProperty("problem");
    expect(tried).toMatchObject({ filetype: "omega", commentstring: "# %s" });
    const codes = tried.diagnostics.map((found: { code: string; line: number }) => found);
    expect(codes).toContainEqual(expect.objectContaining({ code: "OM3002", line: 10 }));
    expect(tried.hover).toContain("declared in CONTEXT, line 7");
    expect(tried.completion[0]).toBe("Distance");
    if (minor >= 8) expect(tried.fixed).toContain("- if Distance < 1m   then StopMachine");
    if (minor >= 9) expect(tried.token).toBe("method");
    if (minor >= 11) expect(tried.hint).toBe("R1:");
    expect(tried.renamed).toContain("- Gap: <m>");
    expect(tried.renamed).toContain("AND Gap < 2m");
    const fixed = minor >= 8 ? "Gap" : "Distanse";
    expect(tried.formatted).toContain(`- IF ${fixed} < 1m THEN StopMachine`);
  });

  test.skipIf(helix === null)("its configuration works in Helix, where that is installed", () => {
    const configuration = join(folder, "config", "helix", "languages.toml");
    writeFileSync(configuration, blockUnder("## Helix", "toml"));
    const health = execFileSync("hx", ["--health", "omega"], {
      cwd: folder,
      env: environment(),
      encoding: "utf8",
    });
    // Colours stand between the tick and the name.
    expect(health).toMatch(/✓[^\n]*omega/);
    expect(health).toContain(join(folder, "bin", "omegac"));
  });
});

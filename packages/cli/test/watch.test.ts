// `--watch` as a process: what makes it run again, what does not end it, and what does.
import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  inTemporaryFolder,
  type RunningProgram,
  startProgram,
  writeInFolder,
} from "@omega/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const dist = mkdtempSync(join(tmpdir(), "omegac-"));

beforeAll(async () => void (await bundle(dist)), 120_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const policy = (limit: string): string => `INTENT: Keep people unhurt.

IMPORT:
- "site.omni"

RULE:
- TooClose: IF Distance < ${limit} THEN StopMachine UNKNOWN StopMachine
`;
const site = "CONTEXT:\n- Distance: <m>\n";

interface Watching extends RunningProgram {
  readonly write: (name: string, text: string) => void;
}

/** Runs omegac in a folder with these files while `work` goes on, and ends it in any case. */
function watching(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  work: (watching: Watching, folder: string) => Promise<void>,
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) await writeInFolder(folder, name, text);
    const running = startProgram(join(dist, "omegac.cjs"), argv, folder);
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    try {
      await work({ ...running, write }, folder);
    } finally {
      running.kill();
    }
  });
}

const WAITING = "watching for changes; Ctrl-C ends\n";

describe("check --watch", () => {
  const files = { "a.omni": policy("1m"), "site.omni": site };

  test.each([["1"], ["2"]])(
    "runs again for a document, what it imports, and a new configuration, with %s jobs",
    (jobs) => {
      const argv = ["check", "--format", "compact", "--watch", "--jobs", jobs];
      return watching(argv, files, async (omegac) => {
        await omegac.until(WAITING);
        omegac.write("a.omni", policy("1s"));
        await omegac.until("changed: a.omni\n");
        await omegac.until("a.omni:7:27: error OM3050");
        await omegac.until(WAITING);
        omegac.write("site.omni", site.replace("<m>", "<s>"));
        await omegac.until("changed: site.omni\n");
        await omegac.until(WAITING);
        omegac.write("omega.config.json", '{ "strikt": true }');
        await omegac.until("changed: omega.config.json\n");
        await omegac.until("has mistakes");
        await omegac.until(WAITING);
        omegac.write("omega.config.json", '{ "severities": { "OM1002": "error" } }');
        await omegac.until("error OM1002");
        await omegac.until(WAITING);
        expect(await omegac.interrupt()).toBe(130);
      });
    },
  );

  test("notices new documents, and files put in the place of others or taken away", () =>
    watching(["check", "--format", "compact", "-w", "."], files, async (omegac, folder) => {
      await omegac.until(WAITING);
      omegac.write("b.omni", "RULE:\n- IF Hand THEN Stop UNKNOWN Stop\n");
      await omegac.until("b.omni:1:1: error OM1001");
      await omegac.until(WAITING);
      omegac.write("b.tmp", `INTENT: Stop.\n\nRULE:\n- IF Hand > 1q THEN Stop\n`);
      renameSync(join(folder, "b.tmp"), join(folder, "b.omni"));
      await omegac.until("changed: b.omni\n");
      await omegac.until("b.omni:4:");
      await omegac.until(WAITING);
      unlinkSync(join(folder, "site.omni"));
      await omegac.until("changed: site.omni\n");
      await omegac.until("error OM3020");
      await omegac.until(WAITING);
      omegac.write("site.omni", site);
      await omegac.until("changed: site.omni\n");
      await omegac.until(WAITING);
      expect(await omegac.interrupt()).toBe(130);
    }));
});

test("run --watch decides again for the context, whatever it holds in between", () => {
  const files = { "a.omni": policy("1m"), "site.omni": site, "context.json": '{"Distance": 3}' };
  const argv = ["run", "a.omni", "-c", "context.json", "--format", "compact", "--watch"];
  return watching(argv, files, async (omegac) => {
    await omegac.until("decided: no actions\n");
    await omegac.until(WAITING);
    omegac.write("context.json", '{"Distance": ');
    await omegac.until("error: the context is not JSON");
    await omegac.until(WAITING);
    omegac.write("context.json", '{"Distance": 0.4}');
    await omegac.until("decided: StopMachine\n");
    await omegac.until(WAITING);
    expect(await omegac.interrupt()).toBe(130);
  });
});

test("test --watch runs examples again, also those that GIVEN FILE loads", () => {
  const example = '\nEXAMPLE near:\n- GIVEN FILE "near.json"\n- EXPECT StopMachine\n';
  const files = {
    "a.omni": policy("1m") + example,
    "site.omni": site,
    "near.json": '{"Distance": 3}',
  };
  return watching(["test", "--watch", "a.omni"], files, async (omegac) => {
    await omegac.until("1 failed");
    await omegac.until(WAITING);
    omegac.write("near.json", '{"Distance": 0.4}');
    await omegac.until("1 passed");
    await omegac.until(WAITING);
    expect(await omegac.interrupt()).toBe(130);
  });
});

test("a document from stdin cannot be read again", () =>
  watching(["check", "--watch", "-"], {}, async (omegac) => {
    await omegac.until("error: `--watch` cannot read stdin again\n");
  }));

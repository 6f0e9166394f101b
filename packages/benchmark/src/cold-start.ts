// Whole processes from start to end: what somebody waits for who runs one command.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { childArguments } from "./children.ts";
import { documentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";

export interface ColdStartFigures {
  /** Milliseconds of `node -e 0` and of `omegac check` of one small file, pair by pair. */
  readonly node: readonly number[];
  readonly check: readonly number[];
  readonly firstDecision: readonly FirstDecision[];
}

/** Milliseconds, in one fresh process. */
interface FirstDecision {
  readonly load: number;
  readonly compile: number;
  readonly first: number;
  readonly tenth: number;
}

/** The command line as it ships; `npm run bench` builds it first. */
export const omegac = fileURLToPath(new URL("../../cli/dist/omegac.cjs", import.meta.url));

const warmUps = 2;

/** Throws where the command line is not built or does not do what is asked. */
export function measureColdStart({ processes }: Plan): ColdStartFigures {
  if (!existsSync(omegac)) throw new Error(`${omegac} is not there: build first`);
  const folder = mkdtempSync(join(tmpdir(), "omega-benchmark-"));
  try {
    writeFileSync(join(folder, "policy.omni"), documentOf(2_000, 1));
    const node: number[] = [];
    const check: number[] = [];
    for (let run = -warmUps; run < processes; run++) {
      const pair = [
        timeProcess(["-e", "0"], folder),
        timeProcess([omegac, "check", "policy.omni"], folder),
      ] as const;
      if (run < 0) continue;
      node.push(pair[0].milliseconds);
      check.push(pair[1].milliseconds);
    }
    const firstDecision = Array.from({ length: Math.min(processes, 9) }, () => {
      const { stdout } = timeProcess(childArguments("first-decision", []), folder);
      // The child prints just this.
      return JSON.parse(stdout) as FirstDecision;
    });
    return { node, check, firstDecision };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs Node.js to its end. Throws where it fails. */
export function timeProcess(
  args: readonly string[],
  folder: string,
): { readonly milliseconds: number; readonly stdout: string; readonly stderr: string } {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed: ${stdout}${stderr}`);
  return { milliseconds, stdout, stderr };
}

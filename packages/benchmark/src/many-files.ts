// `omegac check` over a folder of a thousand documents.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { omegac, timeProcess } from "./cold-start.ts";
import { documentOf } from "./documents.ts";
import type { Plan } from "./plan.ts";

export interface ManyFilesFigures {
  readonly files: number;
  readonly bytes: number;
  /** Milliseconds of the whole process, run by run. */
  readonly runs: readonly number[];
}

const files = 1_000;

/** Throws where the files are not all checked and found good. */
export function measureManyFiles({ folderRuns }: Plan): ManyFilesFigures {
  const folder = mkdtempSync(join(tmpdir(), "omega-benchmark-"));
  try {
    let bytes = 0;
    for (let number = 1; number <= files; number++) {
      const text = documentOf(2_000, number);
      bytes += Buffer.byteLength(text);
      writeFileSync(join(folder, `policy-${number}.omni`), text);
    }
    const runs = Array.from({ length: folderRuns }, () => {
      const { milliseconds, stderr } = timeProcess([omegac, "check", "."], folder);
      if (!stderr.includes(`no problems in ${files} files`))
        throw new Error(`omegac says: ${stderr}`);
      return milliseconds;
    });
    return { files, bytes: bytes / files, runs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The work that threads can be asked for, loaded when they are.
import type { FileWork, WorkName } from "./file-work.ts";

/** By name. A setup is of the type that the work of that name takes. */
export const kindsOfWork: Readonly<Record<WorkName, () => Promise<FileWork<never, unknown>>>> = {
  check: async () => (await import("../commands/check-file.ts")).checkFile,
  test: async () => (await import("../commands/test-file.ts")).testFile,
};

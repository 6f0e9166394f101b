// Compiled policies by the hash of all they were compiled from, within a budget of bytes; the least used goes first.
import { createHash } from "node:crypto";
import { type CompileOptions, compile, type Policy } from "@omega/core";
import type { Submission } from "./task.ts";

export interface PolicyCache {
  /** The policy of a submission, compiled at most once as long as it is kept. */
  readonly get: (submission: Submission) => CachedPolicy;
  readonly bytes: () => number;
  readonly size: () => number;
}

export interface CachedPolicy {
  readonly policy: Policy;
  readonly isNew: boolean;
}

/** What a compiled policy takes for each byte of its text, measured by the benchmark: 49; rounded up. */
const bytesPerByteOfText = 64;

/** An empty cache. Settings and the date are part of what a policy is compiled with. */
export function createPolicyCache(
  budget: number,
  options: Pick<CompileOptions, "settings"> & { readonly today: () => string },
): PolicyCache {
  const policies = new Map<string, { readonly policy: Policy; readonly bytes: number }>();
  let bytes = 0;
  return {
    get(submission) {
      const today = options.today();
      const key = keyOf(submission, today);
      const known = policies.get(key);
      if (known !== undefined) {
        policies.delete(key);
        policies.set(key, known);
        return { policy: known.policy, isNew: false };
      }
      const { code, files, file } = submission;
      const policy = compile(code, {
        file,
        today,
        load: (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
        ...(options.settings && { settings: options.settings }),
      });
      const size = bytesPerByteOfText * sizeOf(submission);
      if (size <= budget) {
        policies.set(key, { policy, bytes: size });
        bytes += size;
      }
      for (const [oldest, entry] of policies) {
        if (bytes <= budget) break;
        policies.delete(oldest);
        bytes -= entry.bytes;
      }
      return { policy, isNew: true };
    },
    bytes: () => bytes,
    size: () => policies.size,
  };
}

/** Lengths go before texts, so that no two submissions run together to the same bytes. */
function keyOf({ code, files, file }: Submission, today: string): string {
  const hash = createHash("sha256");
  const add = (text: string): void => {
    hash.update(`${text.length}:`).update(text);
  };
  add(today);
  add(file);
  add(code);
  for (const name of Object.keys(files).sort()) {
    add(name);
    add(files[name] ?? "");
  }
  return hash.digest("base64url");
}

function sizeOf({ code, files }: Submission): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, code.length);
}

// Compiled policies by the hash of all they were compiled from, within a budget of bytes; the least used goes first.
import { createHash } from "node:crypto";
import { type CompileOptions, compileParsed, type Policy, parse } from "@omega/core";
import type { StageTimes, Submission } from "./task.ts";

export interface PolicyCache {
  /** The policy of a submission, compiled at most once as long as it is kept. */
  readonly get: (submission: Submission) => CachedPolicy;
  /** The same where it is kept; null where it would have to be compiled. */
  readonly find: (submission: Submission) => Policy | null;
  readonly bytes: () => number;
  readonly size: () => number;
}

interface CachedPolicy {
  readonly policy: Policy;
  /** What compiling it took; null where it was kept. */
  readonly times: Pick<StageTimes, "parse" | "check"> | null;
}

/** What a compiled policy takes for each byte of its text, measured by the benchmark: 49; rounded up. */
const bytesPerByteOfText = 64;

export interface PolicyCacheOptions extends Pick<CompileOptions, "settings"> {
  /** Bytes. */
  readonly budget: number;
  /** The date, which reviews are due against and a policy is compiled for. */
  readonly today: () => string;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

/** An empty cache. */
export function createPolicyCache({
  budget,
  today,
  clock,
  settings = {},
}: PolicyCacheOptions): PolicyCache {
  const policies = new Map<string, { readonly policy: Policy; readonly bytes: number }>();
  let bytes = 0;
  const find = (key: string): Policy | null => {
    const known = policies.get(key);
    if (known === undefined) return null;
    policies.delete(key);
    policies.set(key, known);
    return known.policy;
  };
  const keep = (key: string, policy: Policy, size: number): void => {
    if (size > budget) return;
    policies.set(key, { policy, bytes: size });
    bytes += size;
    for (const [oldest, entry] of policies) {
      if (bytes <= budget) break;
      policies.delete(oldest);
      bytes -= entry.bytes;
    }
  };
  return {
    get(submission) {
      const date = today();
      const key = `${date} ${submission.key ?? submissionKey(submission)}`;
      const known = find(key);
      if (known !== null) return { policy: known, times: null };
      const { code, files, file } = submission;
      const start = clock();
      const parsed = parse(code, file);
      const middle = clock();
      const load = (path: string): string | null =>
        Object.hasOwn(files, path) ? (files[path] ?? null) : null;
      const policy = compileParsed(parsed, { file, today: date, settings, load });
      const times = { parse: middle - start, check: clock() - middle };
      keep(key, policy, bytesPerByteOfText * textLength(submission));
      return { policy, times };
    },
    find: (submission) => find(`${today()} ${submission.key ?? submissionKey(submission)}`),
    bytes: () => bytes,
    size: () => policies.size,
  };
}

/** The same for the same texts. Lengths go before texts, so that no two submissions run together to the same bytes. */
export function submissionKey({ code, files, file }: Submission): string {
  const hash = createHash("sha256");
  const add = (text: string): void => {
    hash.update(`${text.length}:`).update(text);
  };
  add(file);
  add(code);
  for (const name of Object.keys(files).sort()) {
    add(name);
    add(files[name] ?? "");
  }
  return hash.digest("base64url");
}

/** Of all texts of a submission, in UTF-16 code units. */
export function textLength({ code, files }: Submission): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, code.length);
}

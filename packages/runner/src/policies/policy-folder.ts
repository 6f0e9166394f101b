// A folder of policies served by name: read whole, swapped at once, read again when something changes. A policy that an edit
// broke is served as it was before.
import { readdir, readFile, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";
import { submissionKey } from "../evaluation/policy-cache.ts";
import type { Submission, Survey } from "../evaluation/task.ts";
import type { PoolOutcome, ThreadPool } from "../evaluation/thread-pool.ts";

/** A policy as it is served. */
interface ServedPolicy extends Submission {
  readonly name: string;
  /** Of its text with all it imports, as decisions state it. */
  readonly sha256: string;
}

/** A policy whose present text cannot be served. */
interface BrokenPolicy {
  readonly name: string;
  readonly problem: string;
  /** Whether an earlier text is served in its place. */
  readonly isServed: boolean;
}

export interface PolicyFolder {
  /** By name: the path in the folder without `.omni`, with `/` between folders. */
  readonly policies: () => ReadonlyMap<string, ServedPolicy>;
  readonly broken: () => readonly BrokenPolicy[];
  /** What keeps the folder from being read; null while it can be. */
  readonly problem: () => string | null;
  /** Times that it was read. */
  readonly reloads: () => number;
  /** Reads it again; resolves when what it holds is served. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds of quiet after a change: a checkout, or an editor that saves all, is one change. */
const quiet = 100;
/** Milliseconds between looks at what no watcher tells: links that are swapped, folders of other machines. */
const lookInterval = 5_000;
/** How often, and after how many milliseconds, a policy is tried again that the threads had no time for. */
const attempts = 40;
const attemptInterval = 250;
/** More would be a mistake in the path. */
const mostFiles = 2_000;
const largestFile = 1_048_576;

interface Snapshot {
  readonly policies: ReadonlyMap<string, ServedPolicy>;
  readonly broken: readonly BrokenPolicy[];
}

/** Reads the folder and watches it. Rejects where it cannot be read: a runner does not start on a mistaken path. */
export async function openPolicyFolder(
  folder: string,
  pool: Pick<ThreadPool, "run">,
  complain: (problem: string) => void,
): Promise<PolicyFolder> {
  let snapshot: Snapshot = { policies: new Map(), broken: [] };
  let problem: string | null = null;
  let reloads = 0;
  let reading: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let state = "";

  async function read(): Promise<void> {
    state = await stateOf(folder);
    const texts = await readTexts(folder);
    const next = await takeStock(texts, snapshot.policies, pool);
    reloads++;
    for (const { name, problem: reason, isServed } of next.broken) {
      const consequence = isServed ? "; the text before it is served" : "; it is not served";
      complain(`policy ${name}: ${reason}${consequence}`);
    }
    snapshot = next;
    problem = null;
  }

  function reload(): Promise<void> {
    reading = reading.then(read).catch((error: unknown) => {
      problem = error instanceof Error ? error.message : String(error);
      complain(`the folder of policies could not be read: ${problem}`);
    });
    return reading;
  }

  await read();
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: true,
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith(".omni"),
  }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(reload, quiet);
  });
  watcher.on("error", (error) => complain(`watching the folder of policies: ${String(error)}`));
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  // What changed while the watcher started, it did not see.
  await reload();
  const looking = setInterval(async () => {
    const now = await stateOf(folder).catch(() => "");
    if (now !== state) await reload();
  }, lookInterval).unref();
  return {
    policies: () => snapshot.policies,
    broken: () => snapshot.broken,
    problem: () => problem,
    reloads: () => reloads,
    reload,
    async close() {
      clearTimeout(timer);
      clearInterval(looking);
      await watcher.close();
      await reading;
    },
  };
}

/** The paths of all documents in a folder, from it, sorted. */
async function documentsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const documents = names
    .filter((name) => name.endsWith(".omni"))
    .filter((name) => name.split(sep).every((part) => part !== "node_modules" && part[0] !== "."))
    .sort();
  if (documents.length > mostFiles) {
    throw new Error(`it holds ${documents.length} documents, and may hold ${mostFiles}`);
  }
  return documents;
}

/** Another text when a document is another, or has been written. */
async function stateOf(folder: string): Promise<string> {
  const states = (await documentsIn(folder)).map(async (name) => {
    const stats = await stat(join(folder, name)).catch(() => null);
    return `${name} ${stats?.ino} ${stats?.mtimeMs} ${stats?.size}`;
  });
  return (await Promise.all(states)).join("\n");
}

/** The texts of all documents in a folder, by their paths in it. */
async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of await documentsIn(folder)) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (stats === null || !stats.isFile()) continue;
    const text = stats.size > largestFile ? null : await readFile(path, "utf8").catch(() => null);
    // One that is too large or went away is an empty document: it has errors, which are told.
    texts.set(name.split(sep).join("/"), text ?? "");
  }
  return texts;
}

/** Which policies the texts are, each compiled in a thread; one with errors stays as it was. */
async function takeStock(
  texts: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, ServedPolicy>,
  pool: Pick<ThreadPool, "run">,
): Promise<Snapshot> {
  const policies = new Map<string, ServedPolicy>();
  const broken: BrokenPolicy[] = [];
  for (const [file, code] of texts) {
    if (file.endsWith(".test.omni") || !mayDecide(code, file, texts)) continue;
    const name = file.slice(0, -".omni".length);
    const earlier = before.get(name);
    const all = filesFor(code, file, texts);
    const outcome = await surveyed({ code, file, files: all }, pool);
    // What a thread of ours writes is a survey.
    const survey: Survey =
      outcome.kind === "done"
        ? JSON.parse(outcome.answer.body)
        : { ok: false, sha256: null, problem: unsurveyed(outcome.kind), imports: [] };
    if (survey.ok && survey.sha256 !== null) {
      const files = Object.fromEntries(
        survey.imports.flatMap((path) => {
          const text = texts.get(path);
          return text === undefined ? [] : [[path, text]];
        }),
      );
      const key = submissionKey({ file, code, files });
      policies.set(name, { name, file, code, files, key, sha256: survey.sha256 });
      continue;
    }
    if (earlier !== undefined) policies.set(name, earlier);
    const problem = survey.problem ?? "it has errors";
    broken.push({ name, problem, isServed: earlier !== undefined });
  }
  return { policies, broken };
}

/** Asks until a thread has had time for it. */
async function surveyed(
  submission: Submission,
  pool: Pick<ThreadPool, "run">,
): Promise<PoolOutcome> {
  let outcome: PoolOutcome = { kind: "busy" };
  for (let attempt = 0; attempt < attempts; attempt++) {
    outcome = await pool.run({ kind: "survey", ...submission }, submission.file);
    if (outcome.kind !== "busy") break;
    await wait(attemptInterval);
  }
  return outcome;
}

/** A document without rules that others import is a module of theirs, not a policy. */
function mayDecide(code: string, file: string, texts: ReadonlyMap<string, string>): boolean {
  if (/^[ \t]*RULE\b/im.test(code)) return true;
  const base = file.split("/").at(-1) ?? file;
  return ![...texts].some(([other, text]) => other !== file && text.includes(`${base}"`));
}

/** The texts a document may import: none where it imports nothing, which most do. */
function filesFor(
  code: string,
  file: string,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  if (!/^[ \t]*IMPORT\b/im.test(code)) return {};
  return Object.fromEntries([...texts].filter(([other]) => other !== file));
}

function unsurveyed(kind: string): string {
  switch (kind) {
    case "timeout":
      return "compiling it takes too long";
    case "memory":
      return "compiling it takes too much memory";
    default:
      return "it could not be compiled now";
  }
}

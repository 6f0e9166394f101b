// Watches files and folders for changes. In a file of its own in the bundle, because only `--watch` needs the library.
import { statSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** What to watch; all paths are absolute. */
export interface Watched {
  /** They need not exist: to come into being is a change, too. */
  readonly files: ReadonlySet<string>;
  /** Every document in them counts, also one that is new. */
  readonly folders: readonly string[];
}

/**
 * The first file that changes, once nothing more has changed for a moment. What was written at `since` (milliseconds
 * since 1970) or later has changed already. `onReady` is called when no change can be missed any more.
 */
export async function nextChange(
  { files, folders }: Watched,
  since: number,
  onReady: () => void,
): Promise<string> {
  const before = new Map([...files].map((file) => [file, stateOf(file)]));
  // The folders of files are watched, not the files: editors put a new file in the place of the old one.
  const parents = new Set([...files].map(dirname));
  const isDocument = (path: string): boolean =>
    path.endsWith(".omni") && folders.some((folder) => isWithin(folder, path));
  let watcher: FSWatcher | null = null;
  try {
    return await new Promise<string>((resolve, reject) => {
      let first: string | null = null;
      let timer: NodeJS.Timeout | undefined;
      const changed = (path: string): void => {
        first ??= path;
        clearTimeout(timer);
        timer = setTimeout(resolve, QUIET_MILLISECONDS, first);
      };
      let isReady = false;
      watcher = watch([...new Set([...parents, ...folders])], {
        followSymlinks: false,
        alwaysStat: true,
        ignored: (path, stats) => {
          if (stats === undefined) return false;
          if (!stats.isDirectory()) return !files.has(path) && !isDocument(path);
          return !parents.has(path) && !folders.some((folder) => isWithin(folder, path));
        },
      })
        .on("all", (event, path, stats) => {
          if (event === "addDir" || event === "unlinkDir") return;
          const isOld = stats !== undefined && stats.mtimeMs < since - CLOCK_MILLISECONDS;
          if (isReady || !isOld) changed(path);
        })
        .on("ready", () => {
          isReady = true;
          // What went away before its folder was watched is told by nobody else.
          for (const [file, state] of before) if (stateOf(file) !== state) changed(file);
          onReady();
        })
        .on("error", reject);
    });
  } finally {
    await (watcher as FSWatcher | null)?.close();
  }
}

/** Another text when the file is another, or has been written; the same for all that cannot be had. */
function stateOf(file: string): string {
  try {
    const { ino, mtimeMs, size } = statSync(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return "missing";
  }
}

/** An editor that saves all, or a checkout, is one change. */
const QUIET_MILLISECONDS = 100;
/** File systems may tell the time more coarsely than the clock. */
const CLOCK_MILLISECONDS = 20;

/** Whether a path is the folder itself or in it, hidden folders and node_modules apart. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  if (way === "") return true;
  return way
    .split(sep)
    .every((name) => name !== ".." && name !== "node_modules" && !/^\.[^.]/.test(name));
}

// Loads the bundled program: one script, with V8's code cache beside it where that fits this Node. To parse and compile
// it again at every start would take longer than to check a document.
import { existsSync, readFileSync } from "node:fs";
import { Script } from "node:vm";

/** A program that was loaded. */
export interface LoadedProgram {
  readonly exports: typeof import("./main.ts");
  /** A cache for this Node, with all functions that have run so far. */
  readonly createCache: () => Uint8Array;
}

/**
 * Runs the script in `file`; what it requires, it requires by `require`. Nothing but speed depends on the cache. The
 * script's name must tell its content, because V8 compares no more than lengths.
 */
export function loadProgram(file: string, require: NodeJS.Require): LoadedProgram {
  const cache = cacheFile(file);
  // The script is ASCII, which this reads fastest.
  const script = new Script(`(function(module,require){${readFileSync(file, "latin1")}\n})`, {
    filename: file,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const module: { exports: unknown } = { exports: {} };
  script.runInThisContext()(module, require);
  return {
    // The script is the bundle of main.ts.
    exports: module.exports as LoadedProgram["exports"],
    createCache: () => script.createCachedData(),
  };
}

/** Where a script's cache for this very Node is. */
export function cacheFile(file: string): string {
  return `${file}.${process.version}-${process.platform}-${process.arch}.cache`;
}

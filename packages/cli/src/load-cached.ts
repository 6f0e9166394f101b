// How the bundled program loads core: as one script, with V8's code cache beside it where that fits this Node.
// Parsing and compiling core again at every start would cost more than checking a document.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** A script that leaves what it exports in `module.exports`. */
export interface CachedScript {
  readonly exports: unknown;
  /** Data for a cache that fits: functions that have run so far are in it. */
  readonly createCache: () => Buffer;
}

/**
 * Runs the script at `location`, whose cache, if there is one, is named like it with `.cache` behind. A cache of another
 * version of V8 is not used; nothing but speed depends on it. The name of the script must tell its content, because V8
 * compares no more than lengths.
 */
export function loadCached(location: URL): CachedScript {
  const filename = fileURLToPath(location);
  const cache = `${filename}.cache`;
  const script = new Script(`(function(module){${readFileSync(filename, "utf8")}\n})`, {
    filename,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module);
  return { exports: module.exports, createCache: () => script.createCachedData() };
}

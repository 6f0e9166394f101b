// Files that are not open, as far as they have been read: asked for at once, answered later, kept until they change.
import type { ServerHost } from "./host.ts";
import { canonicalAddress } from "./project-path.ts";

export interface FileCache {
  /** The text as far as it is known by now; null where there is no file, or it is still being read. */
  readonly textOf: (uri: string) => string | null;
  /** The same once it has been read. */
  readonly read: (uri: string) => Promise<string | null>;
  /** Forgets what was read of a file. */
  readonly forget: (uri: string) => void;
  /** Resolves when nothing that was asked for is still being read. */
  readonly settled: () => Promise<void>;
}

/** A cache over a host; `arrived` is told of a file that `textOf` had asked for and that exists. */
export function createFileCache(host: ServerHost, arrived: (uri: string) => void): FileCache {
  const texts = new Map<string, string | null>();
  const reading = new Map<string, Promise<string | null>>();
  const read = (uri: string): Promise<string | null> => {
    const address = canonicalAddress(uri);
    const known = texts.get(address);
    if (known !== undefined) return Promise.resolve(known);
    const before = reading.get(address);
    if (before !== undefined) return before;
    const promise = host.readText(address).then((text) => {
      // Forgotten while it was read: what was read may be stale.
      if (reading.get(address) === promise) {
        reading.delete(address);
        texts.set(address, text);
      }
      return text;
    });
    reading.set(address, promise);
    return promise;
  };
  return {
    read,
    textOf(uri) {
      const known = texts.get(canonicalAddress(uri));
      if (known !== undefined) return known;
      void read(uri).then((text) => {
        if (text !== null) arrived(canonicalAddress(uri));
      });
      return null;
    },
    forget(uri) {
      texts.delete(canonicalAddress(uri));
      reading.delete(canonicalAddress(uri));
    },
    async settled() {
      while (reading.size > 0) await Promise.all(reading.values());
    },
  };
}

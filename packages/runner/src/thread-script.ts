// Where the script of evaluation threads is: beside this file, wherever that has been put.

/** As compiled, and as the command line bundles it: there this file is part of one that ends in `.cjs`. */
export function threadScript(): URL {
  const isBundled = import.meta.url.endsWith(".cjs");
  return new URL(isBundled ? "./runner-thread.cjs" : "./evaluation/thread.js", import.meta.url);
}

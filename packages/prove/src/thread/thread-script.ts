// Where the script of proof threads is: beside this file, wherever that has been put.

export interface ThreadScript {
  readonly url: URL;
  /** For Node; what the process was given itself where this is absent. */
  readonly execArgv?: readonly string[];
}

/** As compiled, as the command line bundles it (there this file is part of one that ends in `.cjs`), and from source. */
export function threadScript(): ThreadScript {
  const here = import.meta.url;
  if (here.endsWith(".cjs")) return { url: new URL("./prove-thread.cjs", here) };
  if (here.endsWith(".js")) return { url: new URL("./thread.js", here) };
  return {
    url: new URL("./thread-from-source.mjs", here),
    execArgv: ["--conditions=omega-source"],
  };
}

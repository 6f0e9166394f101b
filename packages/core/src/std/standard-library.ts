// The one table of standard functions: feeds the checker, both evaluators, completion, hover and the docs.
import { ioFunctions } from "./io.ts";
import { listFunctions } from "./list.ts";
import { mathFunctions } from "./math.ts";
import type { StandardFunction } from "./standard-function.ts";
import { stringFunctions } from "./string.ts";
import { timeFunctions } from "./time.ts";

/** Every function by its qualified name, module by module. */
export const standardFunctions: ReadonlyMap<string, StandardFunction> = new Map(
  [mathFunctions, stringFunctions, listFunctions, timeFunctions, ioFunctions]
    .flat()
    .map((entry) => [entry.name, entry]),
);

const bareNames: ReadonlyMap<string, StandardFunction> = new Map(
  [...standardFunctions.values()]
    .filter((entry) => entry.bare)
    .map((entry) => [entry.name.slice(entry.name.lastIndexOf(":") + 1), entry]),
);

/** The function a call's path names, `["std", "math", "avg"]` or `["avg"]`; null if there is none. */
export function findFunction(path: readonly string[]): StandardFunction | null {
  const name = path.join("::");
  return standardFunctions.get(name) ?? bareNames.get(name) ?? null;
}

/** Every name a call may be written with, for suggestions and completion. */
export function callableNames(): readonly string[] {
  return [...bareNames.keys(), ...standardFunctions.keys()];
}

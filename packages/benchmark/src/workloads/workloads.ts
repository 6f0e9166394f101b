// The five workloads, in the order of the table.
import { flatRules } from "./flat-rules.ts";
import { longList } from "./long-list.ts";
import { manyRules } from "./many-rules.ts";
import { nestedPaths } from "./nested-paths.ts";
import type { Workload } from "./workload.ts";

export const workloads: readonly Workload[] = [
  flatRules,
  nestedPaths,
  longList,
  manyRules(500),
  manyRules(5_000),
];

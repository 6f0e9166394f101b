// The functions that everything is compared with, as engines.
import { type Engine, prepared } from "./engine.ts";
import type { HandWritten, Workload } from "./workloads/workload.ts";

/** An engine for each hand-written function of a workload; the first is the reference. */
export function handWrittenEngines({ handWritten }: Workload): readonly Engine[] {
  return handWritten.map(({ name, decide }: HandWritten) => ({
    name,
    kind: "hand-written",
    package: null,
    prepare: async () => prepared(decide, (actions) => actions),
  }));
}

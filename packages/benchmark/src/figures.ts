// All that one run measured. What was not asked for, or could not be measured, is null; nothing is ever filled in.
import type { ColdStartFigures } from "./cold-start.ts";
import type { EditorFigures } from "./editor.ts";
import type { WorkloadFigures } from "./evaluation.ts";
import type { GrowthFigures } from "./growth.ts";
import type { KeystrokeFigures } from "./keystroke.ts";
import type { Machine } from "./machine.ts";
import type { ManyFilesFigures } from "./many-files.ts";
import type { MemoryFigures } from "./memory.ts";
import type { ParsingFigures } from "./parsing.ts";

export interface Figures {
  /** `2026-11-21`. */
  readonly date: string;
  readonly isQuick: boolean;
  readonly minutes: number;
  readonly machine: Machine;
  /** Of OMEGA and the peers. */
  readonly versions: readonly PackageVersion[];
  readonly evaluation: readonly WorkloadFigures[];
  readonly parsing: readonly ParsingFigures[] | null;
  readonly keystroke: KeystrokeFigures | null;
  readonly editor: EditorFigures | null;
  readonly growth: readonly GrowthFigures[] | null;
  readonly coldStart: ColdStartFigures | null;
  readonly manyFiles: ManyFilesFigures | null;
  readonly memory: MemoryFigures | null;
}

interface PackageVersion {
  readonly name: string;
  /** Null where it is not installed. */
  readonly version: string | null;
}

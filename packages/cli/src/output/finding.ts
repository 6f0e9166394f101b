// A diagnostic together with what it takes to show it: the text it is about and what to call that text's file.
import type { Diagnostic, SourceText } from "@omega/core";

/** A file that diagnostics name. */
export interface Place {
  /** As the user would write it. */
  readonly path: string;
  readonly source: SourceText;
}

export interface Finding {
  readonly diagnostic: Diagnostic;
  /** Of the diagnostic itself. */
  readonly place: Place;
  /** Of related places, by file; without those files that cannot be read. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A finding that its line is exempted from, and why. */
export interface ExemptedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

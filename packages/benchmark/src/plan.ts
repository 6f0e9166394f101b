// How much is measured: all of it for the table, little of it for a look.

export interface Plan {
  readonly isQuick: boolean;
  /** Random contexts tried before anything is timed, and for how long at most where an engine is slow. */
  readonly checkedContexts: number;
  readonly checkMilliseconds: number;
  /** Contexts that the timed loops go round. */
  readonly timedContexts: number;
  readonly rounds: number;
  /** How long one subject runs in one round. */
  readonly roundMilliseconds: number;
  /** How long one subject may take to reach its full speed. */
  readonly warmUpMilliseconds: number;
  /** Runs of a whole process. */
  readonly processes: number;
  /** Runs of `omegac check` over a thousand files. */
  readonly folderRuns: number;
  /** Keystrokes, and for how long at most. */
  readonly keystrokes: number;
  readonly keystrokeMilliseconds: number;
  /** Edits sent to a language server, over which its memory is followed. */
  readonly editorEdits: number;
  /** Evaluations after which nothing may be retained. */
  readonly retainedEvaluations: number;
}

export const fullPlan: Plan = {
  isQuick: false,
  checkedContexts: 1_000,
  checkMilliseconds: 12_000,
  timedContexts: 100,
  rounds: 21,
  roundMilliseconds: 30,
  warmUpMilliseconds: 5_000,
  processes: 21,
  folderRuns: 5,
  keystrokes: 2_000,
  keystrokeMilliseconds: 30_000,
  editorEdits: 10_000,
  retainedEvaluations: 200_000,
};

export const quickPlan: Plan = {
  isQuick: true,
  checkedContexts: 100,
  checkMilliseconds: 500,
  timedContexts: 100,
  rounds: 5,
  roundMilliseconds: 10,
  warmUpMilliseconds: 300,
  processes: 5,
  folderRuns: 1,
  keystrokes: 400,
  keystrokeMilliseconds: 10_000,
  editorEdits: 500,
  retainedEvaluations: 5_000,
};

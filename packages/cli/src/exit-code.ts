// What omegac tells the shell.

export const exitCode = {
  clean: 0,
  /** Findings, failed examples, or a decision named by `--fail-on`. */
  findings: 1,
  /** Wrong usage, wrong configuration, input that cannot be read. */
  usage: 2,
  /** A mistake of omegac's own. */
  internal: 70,
  /** Ctrl-C. */
  interrupted: 130,
  /** Whoever read the output went away; by custom 128 and the number of SIGPIPE. */
  brokenPipe: 141,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

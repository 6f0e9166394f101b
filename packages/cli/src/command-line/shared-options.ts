// The options that every command takes.
import { languages } from "../locales/language.ts";

export const sharedOptions = {
  config: {
    kind: "text",
    placeholder: "FILE",
    summary: "use this configuration instead of the nearest omega.config.json upward",
  },
  color: {
    kind: "choice",
    choices: ["auto", "always", "never"],
    default: "auto",
    summary: "colours; auto obeys NO_COLOR and FORCE_COLOR",
  },
  locale: {
    kind: "choice",
    choices: languages,
    default: null,
    summary: "language of messages; otherwise that of OMEGA_LOCALE, LC_ALL, LC_MESSAGES or LANG",
  },
  quiet: { kind: "switch", short: "q", summary: "no summary and no notes on stderr" },
  help: { kind: "switch", short: "h", summary: "print this help" },
} as const;

/** For commands that may have thousands of files to read. */
export const jobsOption = {
  jobs: {
    kind: "text",
    placeholder: "N|auto",
    summary: "work in N threads; auto, as without it, takes as many as pay",
  },
} as const;

/** For commands that can be run again whenever what they read changes; whoever runs commands sees to that. */
export const watchOption = {
  watch: { kind: "switch", short: "w", summary: "run again whenever a file that was read changes" },
} as const;

/** For commands whose input may come from stdin. */
export const stdinOption = {
  "stdin-filename": {
    kind: "text",
    placeholder: "NAME",
    summary: "what to call the document that `-` reads from stdin",
  },
} as const;

// The commands there are. Each is a module of its own, loaded when it is asked for: no command pays for another.
import type { CommandEntry } from "./command-line/command.ts";

export const commands: readonly CommandEntry[] = [
  {
    name: "new",
    group: "write",
    summary: "begin a policy from a small one that works",
    load: async () => (await import("./commands/new.ts")).newCommand,
  },
  {
    name: "init",
    group: "write",
    summary: "make a folder a project: configuration, editor recommendation, a first policy",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  {
    name: "check",
    group: "write",
    summary: "find mistakes in policies, and mend those that can be mended",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "fmt",
    group: "write",
    summary: "write policies in canonical form",
    load: async () => (await import("./commands/fmt.ts")).fmtCommand,
  },
  {
    name: "run",
    group: "decide",
    summary: "decide: evaluate a policy against a context",
    load: async () => (await import("./commands/run.ts")).runCommand,
  },
  {
    name: "explain",
    group: "decide",
    summary: "say why an action was or was not taken, or what a diagnostic means",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  {
    name: "repl",
    group: "decide",
    summary: "set values and see decisions change",
    load: async () => (await import("./commands/repl.ts")).replCommand,
  },
  {
    name: "simulate",
    group: "decide",
    summary: "decide tick by tick under declared Effects: does it settle, oscillate or run away",
    load: async () => (await import("./commands/simulate.ts")).simulateCommand,
  },
  {
    name: "replay",
    group: "decide",
    summary: "make recorded decisions again by a changed policy, and show what changes",
    load: async () => (await import("./commands/replay.ts")).replayCommand,
  },
  {
    name: "test",
    group: "be sure",
    summary: "run the examples that policies and suites hold",
    load: async () => (await import("./commands/test.ts")).testCommand,
  },
  {
    name: "generate",
    group: "be sure",
    summary: "write the examples that full coverage lacks, and prove what none can cover",
    load: async () => (await import("./commands/generate.ts")).generateCommand,
  },
  {
    name: "prove",
    group: "be sure",
    summary:
      "prove what no test can show: dead rules, contradictions, constraints that break, endless loops",
    load: async () => (await import("./commands/prove.ts")).proveCommand,
  },
  {
    name: "diff",
    group: "be sure",
    summary: "show where two policies decide differently, or prove that they do not",
    load: async () => (await import("./commands/diff.ts")).diffCommand,
  },
  {
    name: "review",
    group: "be sure",
    summary: "list the reviews that policies are due for, or put them in a calendar",
    load: async () => (await import("./commands/review.ts")).reviewCommand,
  },
  {
    name: "doc",
    group: "hand on",
    summary: "write a page of a policy for people who do not read code",
    load: async () => (await import("./commands/doc.ts")).docCommand,
  },
  {
    name: "schema",
    group: "hand on",
    summary: "print the JSON Schema of a policy's context, or its TypeScript types",
    load: async () => (await import("./commands/schema.ts")).schemaCommand,
  },
  {
    name: "compile",
    group: "hand on",
    summary: "write a policy as a program for other tools",
    load: async () => (await import("./commands/compile.ts")).compileCommand,
  },
  {
    name: "serve",
    group: "serve and set up",
    summary: "decide over HTTP: the runner",
    load: async () => (await import("./commands/serve.ts")).serveCommand,
  },
  {
    name: "stop",
    group: "serve and set up",
    summary: "end the runner of a port",
    load: async () => (await import("./commands/stop.ts")).stopCommand,
  },
  {
    name: "lsp",
    group: "serve and set up",
    summary: "serve editors over the Language Server Protocol",
    load: async () => (await import("./commands/lsp.ts")).lspCommand,
  },
  {
    name: "completion",
    group: "serve and set up",
    summary: "print a script that completes commands and options in a shell",
    load: async () => (await import("./commands/completion.ts")).completionCommand,
  },
  {
    name: "doctor",
    group: "serve and set up",
    summary: "look for what keeps omegac from working as it should",
    load: async () => (await import("./commands/doctor.ts")).doctorCommand,
  },
];

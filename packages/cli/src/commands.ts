// The commands there are. Each is a module of its own, loaded when it is asked for: no command pays for another.
import type { CommandEntry } from "./command-line/command.ts";

export const commands: readonly CommandEntry[] = [
  {
    name: "check",
    summary: "find mistakes in policies, and mend those that can be mended",
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "fmt",
    summary: "write policies in canonical form",
    load: async () => (await import("./commands/fmt.ts")).fmtCommand,
  },
  {
    name: "run",
    summary: "decide: evaluate a policy against a context",
    load: async () => (await import("./commands/run.ts")).runCommand,
  },
  {
    name: "explain",
    summary: "say why an action was or was not taken, or what a diagnostic means",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  {
    name: "test",
    summary: "run the examples that policies and suites hold",
    load: async () => (await import("./commands/test.ts")).testCommand,
  },
  {
    name: "prove",
    summary:
      "prove what no test can show: dead rules, contradictions, constraints that break, endless loops",
    load: async () => (await import("./commands/prove.ts")).proveCommand,
  },
  {
    name: "generate",
    summary: "write the examples that full coverage lacks, and prove what none can cover",
    load: async () => (await import("./commands/generate.ts")).generateCommand,
  },
  {
    name: "diff",
    summary: "show where two policies decide differently, or prove that they do not",
    load: async () => (await import("./commands/diff.ts")).diffCommand,
  },
  {
    name: "replay",
    summary: "make recorded decisions again by a changed policy, and show what changes",
    load: async () => (await import("./commands/replay.ts")).replayCommand,
  },
  {
    name: "simulate",
    summary: "decide tick by tick under declared Effects: does it settle, oscillate or run away",
    load: async () => (await import("./commands/simulate.ts")).simulateCommand,
  },
  {
    name: "schema",
    summary: "print the JSON Schema of a policy's context, or its TypeScript types",
    load: async () => (await import("./commands/schema.ts")).schemaCommand,
  },
  {
    name: "compile",
    summary: "write a policy as a program for other tools",
    load: async () => (await import("./commands/compile.ts")).compileCommand,
  },
  {
    name: "doc",
    summary: "write a page of a policy for people who do not read code",
    load: async () => (await import("./commands/doc.ts")).docCommand,
  },
  {
    name: "review",
    summary: "list the reviews that policies are due for, or put them in a calendar",
    load: async () => (await import("./commands/review.ts")).reviewCommand,
  },
  {
    name: "repl",
    summary: "set values and see decisions change",
    load: async () => (await import("./commands/repl.ts")).replCommand,
  },
  {
    name: "new",
    summary: "begin a policy from a small one that works",
    load: async () => (await import("./commands/new.ts")).newCommand,
  },
  {
    name: "init",
    summary: "make a folder a project: configuration, editor recommendation, a first policy",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  {
    name: "doctor",
    summary: "look for what keeps omegac from working as it should",
    load: async () => (await import("./commands/doctor.ts")).doctorCommand,
  },
  {
    name: "completion",
    summary: "print a script that completes commands and options in a shell",
    load: async () => (await import("./commands/completion.ts")).completionCommand,
  },
  {
    name: "serve",
    summary: "decide over HTTP: the runner",
    load: async () => (await import("./commands/serve.ts")).serveCommand,
  },
  {
    name: "stop",
    summary: "end the runner of a port",
    load: async () => (await import("./commands/stop.ts")).stopCommand,
  },
  {
    name: "lsp",
    summary: "serve editors over the Language Server Protocol",
    load: async () => (await import("./commands/lsp.ts")).lspCommand,
  },
];

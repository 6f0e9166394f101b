// The commands of the REPL: what they are called, take and do. Help, completion and execution read this.

export const replCommands = [
  {
    name: ":explain",
    usage: ":explain [ACTION]",
    summary: "why every rule came out as it did, or why an action is taken or not",
  },
  { name: ":trace", usage: ":trace", summary: "the decision in full, with what every rule tried" },
  { name: ":context", usage: ":context", summary: "the context as JSON" },
  {
    name: ":attributes",
    usage: ":attributes",
    summary: "what the policy reads, and what each is now",
  },
  { name: ":load", usage: ":load FILE", summary: "begin again with the context in a file" },
  {
    name: ":save",
    usage: ":save FILE",
    summary: "write the context to a file; `:save! FILE` writes over one",
  },
  { name: ":unset", usage: ":unset NAME…", summary: "take values away again" },
  { name: ":reset", usage: ":reset", summary: "take all values away that were set here" },
  {
    name: ":now",
    usage: ":now [INSTANT]",
    summary: "stop the clock at an instant, or let it run again",
  },
  { name: ":reload", usage: ":reload", summary: "read the policy again, keeping the values" },
  { name: ":help", usage: ":help", summary: "this list" },
  { name: ":quit", usage: ":quit", summary: "leave; so does Ctrl-D" },
] as const;

export type ReplCommandName = (typeof replCommands)[number]["name"];

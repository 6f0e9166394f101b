// OM4, sixth part: names that nothing reads. Registered by om4-logic.ts.
import type { Span } from "../source/span.ts";
import { defineDiagnostic } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

const workers = (...rule: readonly string[]): string =>
  samplePolicy({ context: ["- Distance: <m>", "- Workers: <[{ distance: m }]>"], rule });

export const nameDiagnostics = {
  loopVariableUnused: defineDiagnostic<{ name: string; what: "turn" | "member" }>({
    code: "OM4050",
    title: "loop variable that is never used",
    severity: "warning",
    adjustable: true,
    explanation:
      "Nothing in the loop reads its variable, so every turn does the same. Names never resolve into elements by " +
      "themselves: write `worker.distance`, not `distance`. A name that begins with `_` says that it is meant to go " +
      "unused.",
    bad: workers(
      "- FOR worker IN Workers { - IF Distance < 1m THEN StopMachine UNKNOWN StopMachine }",
    ),
    good: workers(
      "- FOR worker IN Workers { - IF worker.distance < 1m THEN StopMachine UNKNOWN StopMachine }",
    ),
    message: ({ name, what }) =>
      `\`${name}\` is never used, so every ${what} is treated alike; read it, or call it \`_${name}\``,
    fixes: ({ name }, at) => [
      {
        title: `say that it is not used: \`_${name}\``,
        edits: [{ span: at, newText: `_${name}` }],
        preferred: false,
      },
    ],
  }),
  indexUnused: defineDiagnostic<{ name: string; removed: Span }>({
    code: "OM4051",
    title: "loop index that is never used",
    severity: "info",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "`FOR worker, i IN Workers` counts the turns from 0. Nothing reads the count, so it can go.",
    bad: workers(
      "- FOR worker, i IN Workers { - IF worker.distance < 1m THEN StopMachine UNKNOWN StopMachine }",
    ),
    good: workers(
      "- FOR worker IN Workers { - IF worker.distance < 1m THEN StopMachine UNKNOWN StopMachine }",
    ),
    message: ({ name }) => `the index \`${name}\` is never used; leave it out`,
    fixes: ({ name, removed }) => [
      { title: `remove \`${name}\``, edits: [{ span: removed, newText: "" }], preferred: true },
    ],
  }),
  letUnused: defineDiagnostic<{ name: string; set: boolean }>({
    code: "OM4052",
    title: "LET that is never used",
    severity: "warning",
    adjustable: true,
    tags: ["unnecessary"],
    explanation:
      "No rule reads this name. Either it can go, or a rule reads something else than it was meant to. A name that begins " +
      "with `_` says that it is meant to go unused.",
    bad: samplePolicy({
      rule: ["- LET margin = 2m", "- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine"],
    }),
    good: samplePolicy({
      rule: ["- LET margin = 2m", "- IF Distance < margin THEN StopMachine UNKNOWN StopMachine"],
    }),
    message: ({ name, set }) =>
      set ? `\`${name}\` is set but never read` : `\`${name}\` is never read; use it or remove it`,
  }),
  overwrittenUnread: defineDiagnostic<{ name: string }>({
    code: "OM4053",
    title: "value that is overwritten before anything reads it",
    severity: "warning",
    adjustable: true,
    explanation:
      "A SET further down replaces this value before any rule reads it. Either this line can go, or a rule between the " +
      "two was forgotten.",
    bad: samplePolicy({
      rule: [
        "- LET margin = 1m",
        "- SET margin = 2m",
        "- IF Distance < margin THEN StopMachine UNKNOWN StopMachine",
      ],
    }),
    good: samplePolicy({
      rule: ["- LET margin = 2m", "- IF Distance < margin THEN StopMachine UNKNOWN StopMachine"],
    }),
    message: ({ name }) => `this value of \`${name}\` is never read: a SET below replaces it first`,
  }),
};

// OM6: what an evaluation meets. `bad` draws its code with the context that the explanation gives, `good` does not.
import { describeReason } from "../evaluate/describe-reason.ts";
import type { UnknownReason } from "../evaluate/value.ts";
import { defineDiagnostic } from "./diagnostic.ts";
import { didYouMean } from "./om3-names.ts";
import { samplePolicy } from "./sample-policy.ts";

const plain = samplePolicy({});

// --- rejected -----------------------------------------------------------------------------------------------------

const documentWithErrors = defineDiagnostic({
  code: "OM6001",
  title: "document with errors",
  severity: "error",
  adjustable: false,
  explanation:
    "A document with errors decides nothing: every evaluation is `rejected` and takes no action, for a policy that is understood in part only may leave out the part that matters. `omegac check` lists the errors.\n\nDrawn with any context.",
  bad: samplePolicy({ rule: ["- IF Distance < THEN StopMachine"] }),
  good: plain,
  message: () => "the document has errors, so none of its rules was tried; check it first",
});

const contextNoJson = defineDiagnostic<{ path: string; reason: string }>({
  code: "OM6002",
  title: "context that is not plain JSON",
  severity: "error",
  adjustable: false,
  explanation:
    'A context is plain JSON: null, booleans, finite numbers, texts of whole characters, lists and objects, nested at most 64 deep. Anything else could be read in two ways, so the evaluation is `rejected`.\n\nDrawn when a program gives `{ Distance: Number.NaN }`; not with `{ "Distance": 0.8 }`.',
  bad: plain,
  good: plain,
  message: ({ path, reason }) =>
    `${path === "" ? "the context" : `\`${path}\` in the context`} is not plain JSON: ${reason}`,
});

const contextNoRecord = defineDiagnostic<{ found: string }>({
  code: "OM6003",
  title: "context that is no object",
  severity: "error",
  adjustable: false,
  explanation:
    'A context is an object whose keys are the policy\'s attributes: `{ "Distance": 0.8 }`. A list of contexts is evaluated one by one: the command line takes them as JSON lines.\n\nDrawn with the context `[0.8]`; not with `{ "Distance": 0.8 }`.',
  bad: plain,
  good: plain,
  message: ({ found }) =>
    `the context is ${found}; it has to be an object with a key for each attribute`,
});

const nowNoInstant = defineDiagnostic<{ now: string }>({
  code: "OM6004",
  title: "clock that is no instant",
  severity: "error",
  adjustable: false,
  explanation:
    "The instant of a decision is an input. It is ISO 8601 with an offset, so that it means the same everywhere: `2026-05-01T08:00:00Z`, `2026-05-01T15:00:00+07:00`.\n\nDrawn when `now` is given as `yesterday`; not when it is given as `2026-05-01T08:00:00Z`.",
  bad: plain,
  good: plain,
  message: ({ now }) =>
    `\`now\` is ${JSON.stringify(now)}, which is no instant; write it like \`2026-05-01T08:00:00Z\``,
});

const contextMisfit = defineDiagnostic<{ problem: string }>({
  code: "OM6005",
  title: "context that does not fit",
  severity: "error",
  adjustable: false,
  explanation:
    'Under `strict`, a context has to fit the declarations in CONTEXT before any rule is tried: no required reading missing, none of the wrong kind or outside its range or enumeration. Without `strict` such a reading is unknown, and the rules say what then.\n\nDrawn under `strict` with the context `{ "Distance": 80 }`.',
  bad: samplePolicy({ context: ["- Distance: <0..50 m>"] }),
  good: samplePolicy({ context: ["- Distance: <0..100 m>"] }),
  message: ({ problem }) => problem,
});

// --- limited ------------------------------------------------------------------------------------------------------

const loopLimit = defineDiagnostic<{ rule: string; maximum: number }>({
  code: "OM6006",
  title: "loop that reached its MAX",
  severity: "warning",
  adjustable: true,
  explanation:
    'A WHILE repeats at most MAX times, 50 where it names none, and no more than a MAX LOOP allows. Where its condition still holds then, the loop ends, evaluation goes on, and the status is `limited`: what the loop was to bring about has not been. Raise the MAX, or see whether the loop can end at all.\n\nDrawn with the context `{ "Distance": 0.8 }`.',
  bad: samplePolicy({
    rule: [
      "- LET tries = 0",
      "- WHILE tries < 5 MAX 3 { - SET tries = tries + 1 }",
      "- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
    ],
  }),
  good: samplePolicy({
    rule: [
      "- LET tries = 0",
      "- WHILE tries < 5 MAX 5 { - SET tries = tries + 1 }",
      "- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
    ],
  }),
  message: ({ rule, maximum }) =>
    `the loop \`${rule}\` was ended after ${maximum} turns with its condition still holding; raise its MAX or let it end`,
});

const hostLimit = defineDiagnostic<{ limit: string; rule: string; maximum: number }>({
  code: "OM6007",
  title: "limit of the host reached",
  severity: "error",
  adjustable: false,
  explanation:
    "Evaluation is bounded: in steps, iterations of a loop, actions, and the length, depth and size of values. Reaching a limit stops it. What was decided before stands, constraints are enforced, FAILSAFE is added, and the status is `limited`. Limits are set in `omega.config.json`, or by the host.\n\nDrawn with a context in which `Distances` has more than 1 000 members.",
  bad: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- FOR distance IN Distances { - IF distance < 1m THEN StopMachine }"],
  }),
  good: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- IF ANY distance IN Distances SATISFIES distance < 1m THEN StopMachine"],
  }),
  message: ({ limit, rule, maximum }) =>
    `evaluation stopped in \`${rule}\` at the limit \`${limit}\`, which is ${maximum}; later rules were not tried`,
});

// --- violated, withheld, pending ----------------------------------------------------------------------------------

const violatedClause = defineDiagnostic<{ constraint: string; message: string }>({
  code: "OM6008",
  title: "violated constraint",
  severity: "error",
  adjustable: false,
  explanation:
    'After what NEVER, AT MOST and REQUIRES withhold, a clause still does not hold: an ALWAYS without its action, an EXACTLY ONE OF with none or several, a BEFORE in the wrong order, or a FAILSAFE that another clause withholds. The decision says so by its status, `violated`. `omegac prove` finds such contexts beforehand.\n\nDrawn with the context `{ "Distance": 1.5 }`.',
  bad: samplePolicy({
    constraint: ["- Safety [KeepAway]: ALWAYS StopMachine WHEN Distance < 2m"],
  }),
  good: samplePolicy({
    rule: ["- IF Distance < 2m THEN StopMachine UNKNOWN StopMachine"],
    constraint: ["- Safety [KeepAway]: ALWAYS StopMachine WHEN Distance < 2m"],
  }),
  message: ({ constraint, message }) => `\`${constraint}\` is violated: ${message}`,
});

const withheldAction = defineDiagnostic<{ action: string; rule: string; constraint: string }>({
  code: "OM6009",
  title: "action withheld",
  severity: "warning",
  adjustable: true,
  explanation:
    'A rule took an action that a constraint forbids here, so the decision lists it under `withheld`, with the clause, and not under `actions`. The constraint did its work; that it had to may still mean that a rule is too broad.\n\nDrawn with the context `{ "Distance": 0.8 }`.',
  bad: samplePolicy({
    rule: ["- IF Distance < 1m THEN StopMachine, SlowDown UNKNOWN StopMachine"],
    constraint: ["- Safety [OneOnly]: NEVER StopMachine AND SlowDown"],
  }),
  good: samplePolicy({
    rule: [
      "- IF Distance < 1m THEN StopMachine ELSE IF Distance < 2m THEN SlowDown UNKNOWN StopMachine",
    ],
    constraint: ["- Safety [OneOnly]: NEVER StopMachine AND SlowDown"],
  }),
  message: ({ action, rule, constraint }) =>
    `\`${action}\`, taken by \`${rule}\`, is withheld by \`${constraint}\``,
});

const pendingAction = defineDiagnostic<{ action: string; approvers: readonly string[] }>({
  code: "OM6010",
  title: "action waiting for approval",
  severity: "info",
  adjustable: true,
  explanation:
    'An actor APPROVES this action, so it is listed under `pending` and may be carried out only after that role has agreed.\n\nDrawn with the context `{ "Distance": 0.8 }`.',
  bad: samplePolicy({
    actor: ["- Primary: SafetySystem", "- Secondary: ShiftLead APPROVES StopMachine"],
  }),
  good: samplePolicy({
    actor: ["- Primary: SafetySystem", "- Secondary: ShiftLead"],
  }),
  message: ({ action, approvers }) =>
    `\`${action}\` waits for the approval of ${approvers.map((role) => `\`${role}\``).join(", ")}`,
});

// --- incomplete ---------------------------------------------------------------------------------------------------

const unknownDatum = defineDiagnostic<{ path: string; rule: string; reason: UnknownReason }>({
  code: "OM6011",
  title: "rule left undecided",
  severity: "warning",
  adjustable: true,
  explanation:
    "Something that the rule or constraint reads was not known, and nothing answered for it: missing data is never silently false. The rule did nothing, and the decision is `incomplete`. Send the reading, or say with UNKNOWN or FAILSAFE what to do without it.\n\nDrawn with the context `{}`.",
  bad: samplePolicy({ rule: ["- IF Distance < 1m THEN StopMachine"] }),
  good: plain,
  message: ({ path, rule, reason }) =>
    `\`${rule}\` could not be decided: ${describeReason(path, reason)}`,
});

const sampleStoodIn = defineDiagnostic<{ path: string; value: string }>({
  code: "OM6012",
  title: "sample stood in for a reading",
  severity: "warning",
  adjustable: true,
  explanation:
    "The context has no reading for an attribute that CONTEXT declares by a sample value, and the sample stood in. A sample is no measurement, so the decision is `incomplete` at best. Write `<C>` to require the reading, or `<C> = 85.5C` to mean the value as a default.\n\nDrawn with the context `{}`.",
  bad: samplePolicy({
    context: ["- Temperature: 85.5C"],
    rule: ["- IF Temperature > 80C THEN StopMachine UNKNOWN StopMachine"],
  }),
  good: samplePolicy({
    context: ["- Temperature: <C> = 85.5C"],
    rule: ["- IF Temperature > 80C THEN StopMachine UNKNOWN StopMachine"],
  }),
  message: ({ path, value }) =>
    `the context has no \`${path}\`, so the sample ${value} stood in; send a reading`,
});

const unreadName = defineDiagnostic<{ name: string; suggestions: readonly string[] }>({
  code: "OM6013",
  title: "context name that nothing reads",
  severity: "warning",
  adjustable: true,
  explanation:
    'The context has a name that nothing in the policy reads, but that is close to one it does read and misses. Names are case-sensitive. Names that are close to nothing draw nothing: a host may send more than a policy needs.\n\nDrawn with the context `{ "distance": 0.8 }`.',
  bad: plain,
  good: samplePolicy({
    context: ["- distance: <m>"],
    rule: ["- IF distance < 1m THEN StopMachine UNKNOWN StopMachine"],
  }),
  message: ({ name, suggestions }) =>
    `nothing in the policy reads \`${name}\`${didYouMean(suggestions)}`,
});

export const evaluationDiagnostics = {
  documentWithErrors,
  contextNoJson,
  contextNoRecord,
  nowNoInstant,
  contextMisfit,
  loopLimit,
  hostLimit,
  violatedClause,
  withheldAction,
  pendingAction,
  unknownDatum,
  sampleStoodIn,
  unreadName,
} as const;

// OM3, fifth part: actions, actors, constraints and effects. Registered by om3-names-types-units.ts.
import { defineDiagnostic } from "./diagnostic.ts";
import { didYouMean, renameFixes } from "./om3-names.ts";
import { samplePolicy } from "./sample-policy.ts";

export const noActorMay = defineDiagnostic<{
  name: string;
  suggestions: readonly string[];
  roles: readonly string[];
}>({
  code: "OM3090",
  title: "action that no actor may take",
  severity: "error",
  adjustable: false,
  explanation:
    "As soon as one actor has a MAY list, the lists say who may do what, and every action a rule can take is in one of them. An action outside all lists is one nobody answers for.",
  bad: samplePolicy({ actor: ["- Primary: SafetySystem MAY SlowDown"] }),
  good: samplePolicy({ actor: ["- Primary: SafetySystem MAY SlowDown, StopMachine"] }),
  message: ({ name, suggestions, roles }) =>
    `no actor may take \`${name}\`${suggestions.length > 0 ? didYouMean(suggestions) : `; add it to the MAY list of ${roles.map((role) => `\`${role}\``).join(" or ")}`}`,
  fixes: ({ suggestions }, at) =>
    renameFixes(suggestions, at).map((fix) => ({ ...fix, preferred: false })),
});

export const actionNeverTaken = defineDiagnostic<{ name: string; suggestions: readonly string[] }>({
  code: "OM3091",
  title: "constraint on an action that no rule takes",
  severity: "error",
  adjustable: false,
  explanation:
    "A constraint that names an action no rule takes forbids or demands nothing: most likely the name is misspelled on one side.",
  bad: samplePolicy({ constraint: ["- Safety: NEVER StopMashine UNLESS Distance < 1m"] }),
  good: samplePolicy({ constraint: ["- Safety: NEVER StopMachine UNLESS Distance < 1m"] }),
  message: ({ name, suggestions }) => `no rule takes \`${name}\`${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const importedActionNeverTaken = defineDiagnostic<{ name: string; path: string }>({
  code: "OM3092",
  title: "imported constraint on an action that no rule takes",
  severity: "info",
  adjustable: true,
  explanation:
    "A constraint of an imported document may speak of actions that this document does not take. It then holds by itself; this is information only.",
  bad: samplePolicy({ imports: ['- "site.omni"'] }),
  good: samplePolicy({}),
  message: ({ name, path }) => `\`${path}\` constrains \`${name}\`, which no rule here takes`,
});

export const perWithoutLoop = defineDiagnostic<{ name: string; suggestions: readonly string[] }>({
  code: "OM3093",
  title: "PER something that is no loop variable",
  severity: "error",
  adjustable: false,
  explanation:
    "`AT MOST n OF … PER worker` counts for each turn of a FOR, by the loop variable's name.",
  bad: samplePolicy({ constraint: ["- Safety: AT MOST 1 OF StopMachine PER worker"] }),
  good: samplePolicy({
    context: ["- Workers: <[{ distance: m }]>"],
    rule: ["- FOR worker IN Workers { - IF worker.distance < 1m THEN StopMachine }"],
    constraint: ["- Safety: AT MOST 1 OF StopMachine PER worker"],
  }),
  message: ({ name, suggestions }) => `no FOR binds \`${name}\`${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const alwaysPending = defineDiagnostic<{ name: string; roles: readonly string[] }>({
  code: "OM3094",
  title: "ALWAYS an action that waits for approval",
  severity: "error",
  adjustable: false,
  explanation:
    "An action that somebody APPROVES is only carried out after that role has agreed; a decision lists it as pending. ALWAYS demands that it is taken at once. Both cannot hold.",
  bad: samplePolicy({
    actor: ["- Primary: SafetySystem", "- Secondary: Supervisor APPROVES StopMachine"],
    constraint: ["- Safety: ALWAYS StopMachine WHEN Distance < 1m"],
  }),
  good: samplePolicy({ constraint: ["- Safety: ALWAYS StopMachine WHEN Distance < 1m"] }),
  message: ({ name, roles }) =>
    `\`${name}\` waits for the approval of ${roles.map((role) => `\`${role}\``).join(" and ")}, so it cannot be demanded always`,
});

export const effectOfNoAction = defineDiagnostic<{ name: string; suggestions: readonly string[] }>({
  code: "OM3095",
  title: "effect of an action that no rule takes",
  severity: "error",
  adjustable: true,
  explanation:
    "An effect says what an action does to an attribute. Proofs and simulations use it for the actions that rules take.",
  bad: samplePolicy({
    impact: ["- Benefit: safety", "- Risk: stops", "- Effect: Stop RAISES Distance BY 1m"],
  }),
  good: samplePolicy({
    impact: ["- Benefit: safety", "- Risk: stops", "- Effect: StopMachine RAISES Distance BY 1m"],
  }),
  message: ({ name, suggestions }) => `no rule takes \`${name}\`${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const effectOnNothing = defineDiagnostic<{
  name: string;
  problem: "unknown" | "kind";
  found: string;
  suggestions: readonly string[];
}>({
  code: "OM3096",
  title: "effect on something that is no attribute",
  severity: "error",
  adjustable: false,
  explanation:
    "An effect changes a top-level attribute that CONTEXT declares or a rule reads. RAISES and LOWERS change a number by an amount.",
  bad: samplePolicy({
    impact: ["- Benefit: safety", "- Risk: stops", "- Effect: StopMachine RAISES Room BY 1m"],
  }),
  good: samplePolicy({
    impact: ["- Benefit: safety", "- Risk: stops", "- Effect: StopMachine RAISES Distance BY 1m"],
  }),
  message: ({ name, problem, found, suggestions }) =>
    problem === "unknown"
      ? `no attribute is called \`${name}\`${didYouMean(suggestions)}`
      : `\`${name}\` is ${found}; RAISES and LOWERS change a number, SETS gives another value`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const authorityOverNothing = defineDiagnostic<{
  name: string;
  word: "MAY" | "APPROVES";
  suggestions: readonly string[];
}>({
  code: "OM3097",
  title: "approval of an action that no rule takes",
  severity: "warning",
  strictSeverity: "error",
  adjustable: true,
  explanation:
    "APPROVES keeps an action waiting for a role's agreement. If the name is misspelled, the action is carried out without it.",
  bad: samplePolicy({
    actor: ["- Primary: SafetySystem", "- Secondary: Supervisor APPROVES StopMashine"],
  }),
  good: samplePolicy({
    actor: ["- Primary: SafetySystem", "- Secondary: Supervisor APPROVES StopMachine"],
  }),
  message: ({ name, word, suggestions }) =>
    `${word} names \`${name}\`, which no rule takes${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const actions = [
  noActorMay,
  actionNeverTaken,
  importedActionNeverTaken,
  perWithoutLoop,
  alwaysPending,
  effectOfNoAction,
  effectOnNothing,
  authorityOverNothing,
] as const;

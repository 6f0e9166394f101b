// OM3, last part: names and values in EXAMPLE sections and suites. Registered by om3-names-types-units.ts.
import { defineDiagnostic } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { didYouMean, renameFixes } from "./om3-names.ts";
import { samplePolicy } from "./sample-policy.ts";

const example = (...steps: readonly string[]): readonly string[] => [
  ["EXAMPLE a worker is close:", ...steps].join("\n"),
];

export const givenNothingReads = defineDiagnostic<{ name: string; suggestions: readonly string[] }>(
  {
    code: "OM3100",
    title: "GIVEN something that nothing declares or reads",
    severity: "error",
    adjustable: false,
    explanation:
      "An example that gives a misspelled name tests something else than it says: the attribute that was meant stays missing.",
    bad: samplePolicy({ examples: example("- GIVEN Distanse = 0.4m", "- EXPECT StopMachine") }),
    good: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT StopMachine") }),
    message: ({ name, suggestions }) =>
      `nothing declares or reads \`${name}\`${didYouMean(suggestions)}`,
    fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
  },
);

export const expectedNothingTakes = defineDiagnostic<{
  name: string;
  suggestions: readonly string[];
}>({
  code: "OM3101",
  title: "EXPECT an action that no rule takes",
  severity: "error",
  adjustable: false,
  explanation:
    "An expectation of an action that no rule takes can only fail, and EXPECT NOT of one can only hold: neither tests anything.",
  bad: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT StopMashine") }),
  good: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT StopMachine") }),
  message: ({ name, suggestions }) => `no rule takes \`${name}\`${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const expectedNoConstraint = defineDiagnostic<{
  name: string;
  suggestions: readonly string[];
}>({
  code: "OM3102",
  title: "EXPECT VIOLATION of a constraint that does not exist",
  severity: "error",
  adjustable: false,
  explanation: "Formal constraints are named by their label, or by position: `C1`, `C2`.",
  bad: samplePolicy({
    examples: example("- GIVEN Distance = 0.4m", "- EXPECT VIOLATION NoRestart"),
  }),
  good: samplePolicy({
    constraint: [
      "- Safety [NoStop]: NEVER StopMachine",
      "- Safety [Stop]: ALWAYS StopMachine WHEN Distance < 1m",
    ],
    examples: example("- GIVEN Distance = 0.4m", "- EXPECT VIOLATION Stop"),
  }),
  message: ({ name, suggestions }) =>
    `no formal constraint is called \`${name}\`${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const expectedNoStatus = defineDiagnostic<{
  name: string;
  statuses: readonly string[];
  suggestions: readonly string[];
}>({
  code: "OM3103",
  title: "EXPECT STATUS that does not exist",
  severity: "error",
  adjustable: false,
  explanation:
    "A decision's status is `decided`, `incomplete`, `violated`, `limited` or `rejected`.",
  bad: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT STATUS done") }),
  good: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT STATUS decided") }),
  message: ({ name, statuses, suggestions }) =>
    `there is no status \`${name}\`${
      suggestions.length > 0 ? didYouMean(suggestions) : `; there are ${listedNames(statuses)}`
    }`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const clockProblem = defineDiagnostic<{ text: string }>({
  code: "OM3104",
  title: "AT something that is no time",
  severity: "error",
  adjustable: false,
  explanation: "AT sets the example's clock to an ISO 8601 date and time with `Z` or an offset.",
  bad: samplePolicy({
    examples: example('- AT "noon"', "- GIVEN Distance = 0.4m", "- EXPECT StopMachine"),
  }),
  good: samplePolicy({
    examples: example(
      '- AT "2026-05-01T12:00:00Z"',
      "- GIVEN Distance = 0.4m",
      "- EXPECT StopMachine",
    ),
  }),
  message: ({ text }) =>
    `\`"${text}"\` is no ISO 8601 time with an offset; write it like \`"2026-05-01T08:00:00Z"\``,
});

export const givenPath = defineDiagnostic<{ text: string }>({
  code: "OM3105",
  title: "GIVEN something that is no place in the context",
  severity: "error",
  adjustable: false,
  explanation:
    "GIVEN sets an attribute or a part of one: `Distance`, `Workers[0].distance`. Indexes are whole numbers or texts.",
  bad: samplePolicy({
    examples: example("- GIVEN Distance[1 + 1] = 0.4m", "- EXPECT StopMachine"),
  }),
  good: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT StopMachine") }),
  message: ({ text }) =>
    `\`${text}\` is no place in the context; write a name with fields and indexes`,
});

export const suiteWithoutPolicy = defineDiagnostic<{ path: string; problem: "absent" | "errors" }>({
  code: "OM3106",
  title: "suite without its policy",
  severity: "error",
  adjustable: false,
  explanation:
    '`EXAMPLES FOR "factory.omni":` names the policy that the suite\'s examples are run against, by a path relative to the suite.',
  bad: 'EXAMPLES FOR "nowhere.omni":\n\nEXAMPLE close:\n- GIVEN Distance = 0.4m\n- EXPECT StopMachine\n',
  good: samplePolicy({ examples: example("- GIVEN Distance = 0.4m", "- EXPECT StopMachine") }),
  message: ({ path, problem }) =>
    problem === "absent"
      ? `the policy \`${path}\` cannot be found`
      : `the policy \`${path}\` has errors; check it first`,
});

export const contextFileOutside = defineDiagnostic<{ path: string }>({
  code: "OM3107",
  title: "context file outside the project",
  severity: "error",
  adjustable: false,
  explanation:
    "An example's context file is named by a path relative to the document, and stays under the project's root: `GIVEN FILE \"contexts/night.json\"`.",
  bad: samplePolicy({ examples: example('- GIVEN FILE "/etc/context.json"', "- EXPECT NOTHING") }),
  good: samplePolicy({ examples: example('- GIVEN FILE "context.json"', "- EXPECT NOTHING") }),
  message: ({ path }) => `\`${path}\` is not a relative path under the project's root`,
});

export const examples = [
  givenNothingReads,
  expectedNothingTakes,
  expectedNoConstraint,
  expectedNoStatus,
  clockProblem,
  givenPath,
  suiteWithoutPolicy,
  contextFileOutside,
] as const;

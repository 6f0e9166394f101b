// OM3, first part: names of attributes, LET names, fields, functions and rules. Registered by om3-names-types-units.ts.
import type { Span } from "../source/span.ts";
import { printName } from "../syntax/print-expression.ts";
import { defineDiagnostic, type Fix, replaceFix } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

/** `; did you mean X?` where something is near. */
export function didYouMean(suggestions: readonly string[]): string {
  const [best] = suggestions;
  return best === undefined ? "" : `; did you mean \`${best}\`?`;
}

/** One fix for each near name, written as a name is; the first is preferred. */
export function renameFixes(suggestions: readonly string[], at: Span): readonly Fix[] {
  return replacementFixes(suggestions, [at], printName);
}

/** One fix for each suggestion, which writes it in every place; the first is preferred. */
export function replacementFixes(
  suggestions: readonly string[],
  places: readonly Span[],
  print: (suggestion: string) => string = (suggestion) => suggestion,
): readonly Fix[] {
  return suggestions.map(print).map((newText, index) => ({
    title: `change to ${newText.startsWith("`") ? newText : `\`${newText}\``}`,
    edits: places.map((span) => ({ span, newText })),
    preferred: index === 0,
  }));
}

export const undeclaredAttribute = defineDiagnostic<{
  name: string;
  declaration: string | null;
  insertAt: number | null;
}>({
  code: "OM3001",
  title: "undeclared attribute",
  severity: "error",
  adjustable: true,
  explanation:
    "Under `strict`, every attribute that a rule reads is declared in CONTEXT: the declaration is the input's schema, and it is what readings are checked against. Without `strict` the type of an undeclared attribute is inferred from its use.",
  bad: samplePolicy({ context: ["- Speed: <km/h>"] }),
  good: samplePolicy({ context: ["- Speed: <km/h>", "- Distance: <m>"] }),
  message: ({ name, declaration }) =>
    `\`${name}\` is not declared, which \`strict\` requires; add \`- ${name}: <${declaration ?? "…"}>\` to CONTEXT`,
  fixes: ({ name, declaration, insertAt }) =>
    declaration === null || insertAt === null
      ? []
      : [
          {
            title: `declare \`${name}\` as \`<${declaration}>\``,
            edits: [
              {
                span: { start: insertAt, end: insertAt },
                newText: `\n- ${name}: <${declaration}>`,
              },
            ],
            preferred: true,
          },
        ],
});

export const nearlyDeclaredAttribute = defineDiagnostic<{
  name: string;
  suggestions: readonly string[];
  /** Where the name is used in the file. */
  uses: readonly Span[];
}>({
  code: "OM3002",
  title: "name close to a declared one",
  severity: "warning",
  strictSeverity: "error",
  adjustable: true,
  explanation:
    "A name that nothing declares, but that differs in a letter or two, or in case, from one that is in scope, is most likely a slip. Left alone it would be a separate input that no host ever sends, and the rule would never be decided. Names are case-sensitive.",
  bad: samplePolicy({ rule: ["- IF Distanse < 1m THEN StopMachine UNKNOWN StopMachine"] }),
  good: samplePolicy({}),
  message: ({ name, suggestions }) => `\`${name}\` is not declared${didYouMean(suggestions)}`,
  fixes: ({ suggestions, uses }) => replacementFixes(suggestions, uses, printName),
});

export const attributeDeclaredTwice = defineDiagnostic<{ name: string }>({
  code: "OM3003",
  title: "attribute declared twice",
  severity: "error",
  adjustable: false,
  explanation:
    "An attribute has one declaration. With two, a reader cannot tell which type, range or default holds.",
  bad: samplePolicy({ context: ["- Distance: <m>", "- Distance: <0..50 m>"] }),
  good: samplePolicy({ context: ["- Distance: <0..50 m>"] }),
  message: ({ name }) => `\`${name}\` is declared already; keep one declaration`,
});

export const shadowedName = defineDiagnostic<{ name: string; kind: string; hides: string }>({
  code: "OM3004",
  title: "name that hides another",
  severity: "warning",
  adjustable: true,
  explanation:
    "A LET name, loop variable or parameter that has the name of an attribute or of another binding hides it for the rest of its block. Rules below then read something else than the reader expects.",
  bad: samplePolicy({
    rule: ["- LET Distance = 2m", "- IF Distance < 1m THEN StopMachine"],
  }),
  good: samplePolicy({
    rule: ["- LET margin = 2m", "- IF Distance < margin THEN StopMachine UNKNOWN StopMachine"],
  }),
  message: ({ name, kind, hides }) =>
    `this ${kind} \`${name}\` hides ${hides}; give it a name of its own`,
});

export const letTwice = defineDiagnostic<{ name: string }>({
  code: "OM3005",
  title: "LET twice in one block",
  severity: "error",
  adjustable: false,
  explanation: "LET introduces a name once in a block. To give it a new value, write SET.",
  bad: samplePolicy({
    rule: [
      "- LET limit = 1m",
      "- LET limit = 2m",
      "- IF Distance < limit THEN StopMachine UNKNOWN StopMachine",
    ],
  }),
  good: samplePolicy({
    rule: [
      "- LET limit = 1m",
      "- SET limit = 2m",
      "- IF Distance < limit THEN StopMachine UNKNOWN StopMachine",
    ],
  }),
  message: ({ name }) => `\`${name}\` is bound in this block already; write SET to change it`,
  fixes: (_parameters, at) => [replaceFix("write SET", at, "SET")],
});

export const setWithoutLet = defineDiagnostic<{
  name: string;
  why: "attribute" | "loop" | "unknown";
  suggestions: readonly string[];
}>({
  code: "OM3006",
  title: "SET of something that is no LET name",
  severity: "error",
  adjustable: false,
  explanation:
    "SET changes a LET name and nothing else: attributes are measured, and rules always read what was measured. Bind a name with LET first.",
  bad: samplePolicy({
    rule: ["- SET Distance = 2m", "- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine"],
  }),
  good: samplePolicy({
    rule: ["- LET margin = 2m", "- IF Distance < margin THEN StopMachine UNKNOWN StopMachine"],
  }),
  message: ({ name, why, suggestions }) => {
    switch (why) {
      case "attribute":
        return `\`${name}\` is an attribute of the input, which rules cannot change; bind a LET name`;
      case "loop":
        return `\`${name}\` is bound by the loop; only LET names can be SET`;
      case "unknown":
        return `no LET binds \`${name}\` here${didYouMean(suggestions)}`;
    }
  },
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const nameOutOfScope = defineDiagnostic<{
  name: string;
  kind: "let" | "loop" | "index" | "parameter" | "quantifier";
  later: boolean;
}>({
  code: "OM3007",
  title: "name used outside its block",
  severity: "error",
  adjustable: false,
  explanation:
    "LET binds for the rest of its block; loop variables and parameters for their body. Outside, the name would mean an attribute of the input that nobody sends.",
  bad: samplePolicy({
    rule: ["- IF Distance < margin THEN StopMachine UNKNOWN StopMachine", "- LET margin = 1m"],
  }),
  good: samplePolicy({
    rule: ["- LET margin = 1m", "- IF Distance < margin THEN StopMachine UNKNOWN StopMachine"],
  }),
  message: ({ name, kind, later }) => {
    if (later) return `\`${name}\` is read before the LET that binds it; move the LET up`;
    switch (kind) {
      case "let":
        return `the LET \`${name}\` ends with its block; bind it further out`;
      case "loop":
      case "index":
        return `the loop variable \`${name}\` ends with its loop; put the rule inside`;
      case "quantifier":
      case "parameter":
        return `\`${name}\` reaches over one comparison after SATISFIES; put the whole condition in parentheses`;
    }
  },
});

export const elementMeant = defineDiagnostic<{ name: string; variable: string; path: string }>({
  code: "OM3008",
  title: "attribute where a loop element seems meant",
  severity: "warning",
  adjustable: true,
  explanation:
    "Names never resolve into loop elements by themselves: inside `FOR worker IN Workers`, `WorkerDistance` is one attribute of the input, the same in every turn. Where the loop variable itself goes unused, the element's field was most likely meant.",
  bad: samplePolicy({
    context: ["- Workers: <[{ distance: m }]>"],
    rule: [
      "- FOR worker IN Workers { - IF WorkerDistance < 1m THEN StopMachine UNKNOWN StopMachine }",
    ],
  }),
  good: samplePolicy({
    context: ["- Workers: <[{ distance: m }]>"],
    rule: [
      "- FOR worker IN Workers { - IF worker.distance < 1m THEN StopMachine UNKNOWN StopMachine }",
    ],
  }),
  message: ({ name, variable, path }) =>
    `\`${name}\` is the document's attribute, the same for every \`${variable}\`; for the element's own, write \`${path}\``,
  fixes: ({ path }, at) => [
    { title: `write \`${path}\``, edits: [{ span: at, newText: path }], preferred: false },
  ],
});

export const unknownField = defineDiagnostic<{
  name: string;
  of: string;
  fields: readonly string[];
  suggestions: readonly string[];
}>({
  code: "OM3009",
  title: "unknown field",
  severity: "error",
  adjustable: false,
  explanation: "A declared record has the fields its type lists and no others.",
  bad: samplePolicy({
    context: ["- Arm: <{ reach: m }>"],
    rule: ["- IF Arm.reech > 1m THEN StopMachine"],
  }),
  good: samplePolicy({
    context: ["- Arm: <{ reach: m }>"],
    rule: ["- IF Arm.reach > 1m THEN StopMachine"],
  }),
  message: ({ name, of, fields, suggestions }) =>
    suggestions.length > 0
      ? `\`${of}\` has no field \`${name}\`${didYouMean(suggestions)}`
      : `\`${of}\` has no field \`${name}\`; it has ${fields.map((field) => `\`${field}\``).join(", ") || "none"}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const unknownFunction = defineDiagnostic<{ name: string; suggestions: readonly string[] }>({
  code: "OM3010",
  title: "unknown function",
  severity: "error",
  adjustable: false,
  explanation:
    "Functions come from the standard library, under their qualified name (`std::math::median(x)`) or, for the commonest, bare (`avg(x)`). Documents define none of their own.",
  bad: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- IF average(Distances) < 1m THEN StopMachine"],
  }),
  good: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- IF avg(Distances) < 1m THEN StopMachine"],
  }),
  message: ({ name, suggestions }) =>
    `there is no function \`${name}\`${didYouMean(suggestions) || "; the standard library has the functions, and documents define none"}`,
  fixes: ({ suggestions }, at) => replacementFixes(suggestions, [at]),
});

export const argumentCount = defineDiagnostic<{
  name: string;
  usage: string;
  given: number;
}>({
  code: "OM3011",
  title: "wrong number of arguments",
  severity: "error",
  adjustable: false,
  explanation: "A function takes the arguments its signature lists.",
  bad: samplePolicy({ rule: ["- IF abs(Distance, 2m) < 1m THEN StopMachine"] }),
  good: samplePolicy({ rule: ["- IF abs(Distance) < 1m THEN StopMachine"] }),
  message: ({ name, usage, given }) =>
    `\`${name}\` is called with ${given === 1 ? "1 argument" : `${given} arguments`}; it is written ${usage}`,
});

export const argumentKind = defineDiagnostic<{
  name: string;
  parameter: string;
  wanted: string;
  found: string;
}>({
  code: "OM3012",
  title: "argument of the wrong kind",
  severity: "error",
  adjustable: false,
  explanation:
    "Each parameter of a standard function takes one kind of value. Nothing converts between kinds by itself.",
  bad: samplePolicy({ rule: ["- IF sum(Distance) < 1m THEN StopMachine"] }),
  good: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- IF sum(Distances) < 1m THEN StopMachine"],
  }),
  message: ({ name, parameter, wanted, found }) =>
    `\`${parameter}\` of \`${name}\` is to be ${wanted}, this is ${found}`,
});

export const lambdaMisuse = defineDiagnostic<{
  problem: "not here" | "wanted" | "parameters";
  name: string;
  parameters: number;
}>({
  code: "OM3013",
  title: "lambda where none fits, or none where one is needed",
  severity: "error",
  adjustable: false,
  explanation:
    "A lambda, `|x| x * 2`, is an argument of `map`, `filter`, `reduce`, `any`, `all`, `count`, `sum`, `sort_by` and the like, with as many parameters as the function gives it.",
  bad: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- IF any(Distances, |x, y| x < 1m) THEN StopMachine"],
  }),
  good: samplePolicy({
    context: ["- Distances: <[m]>"],
    rule: ["- IF any(Distances, |x| x < 1m) THEN StopMachine"],
  }),
  message: ({ problem, name, parameters }) => {
    switch (problem) {
      case "not here":
        return "a lambda is only an argument of a function that takes one";
      case "wanted":
        return `\`${name}\` needs a lambda here, such as \`|x| x > 1\``;
      case "parameters":
        return `the lambda of \`${name}\` takes ${parameters === 1 ? "1 parameter" : `${parameters} parameters`}`;
    }
  },
});

export const featureOff = defineDiagnostic<{ what: string; feature: string }>({
  code: "OM3014",
  title: "feature switched off",
  severity: "error",
  adjustable: false,
  explanation:
    "The project's configuration switches off this group of functions or constructs (`features` in `omega.config.json`). Write the rule without it, or switch it on.",
  bad: samplePolicy({ rule: ["- IF abs(Distance) < 1m THEN StopMachine"] }),
  good: samplePolicy({}),
  message: ({ what, feature }) =>
    `${what} needs the feature \`${feature}\`, which this project switches off`,
});

export const labelTwice = defineDiagnostic<{ name: string; what: "rule" | "constraint" }>({
  code: "OM3015",
  title: "label used twice",
  severity: "error",
  adjustable: false,
  explanation:
    "Decisions, TRACE entries and examples name rules and constraints by their label, or by position (`R2`, `C1`) where they have none. Two of one name cannot be told apart.",
  bad: samplePolicy({
    rule: [
      "- Near: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
      "- Near: IF Distance < 2m THEN SlowDown UNKNOWN SlowDown",
    ],
  }),
  good: samplePolicy({
    rule: [
      "- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
      "- Near: IF Distance < 2m THEN SlowDown UNKNOWN SlowDown",
    ],
  }),
  message: ({ name, what }) => `another ${what} is called \`${name}\``,
});

export const unknownRuleReference = defineDiagnostic<{
  name: string;
  suggestions: readonly string[];
}>({
  code: "OM3016",
  title: "reference to nothing",
  severity: "error",
  adjustable: true,
  explanation:
    "`[TooClose]` in TRACE ties an entry to a rule, or to a formal constraint, by its label or position. The evidence hangs in the air if there is none of that name.",
  bad: samplePolicy({ trace: ["- Regulation [TooClose]: ISO 13850"] }),
  good: samplePolicy({
    rule: ["- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine"],
    trace: ["- Regulation [TooClose]: ISO 13850"],
  }),
  message: ({ name, suggestions }) =>
    `no rule or constraint is called \`${name}\`${didYouMean(suggestions)}`,
  fixes: ({ suggestions }, at) => renameFixes(suggestions, at),
});

export const secondFailsafe = defineDiagnostic({
  code: "OM3017",
  title: "second FAILSAFE",
  severity: "error",
  adjustable: false,
  explanation:
    "FAILSAFE answers for the whole document and so stands once in it, outside any block.",
  bad: samplePolicy({
    rule: [
      "- IF Distance < 1m THEN StopMachine",
      "- FAILSAFE THEN StopMachine",
      "- FAILSAFE THEN SlowDown",
    ],
  }),
  good: samplePolicy({
    rule: ["- IF Distance < 1m THEN StopMachine", "- FAILSAFE THEN StopMachine, SlowDown"],
  }),
  message: () => "FAILSAFE stands once in a document, at its top level; join the actions",
});

export const names = [
  undeclaredAttribute,
  nearlyDeclaredAttribute,
  attributeDeclaredTwice,
  shadowedName,
  letTwice,
  setWithoutLet,
  nameOutOfScope,
  elementMeant,
  unknownField,
  unknownFunction,
  argumentCount,
  argumentKind,
  lambdaMisuse,
  featureOff,
  labelTwice,
  unknownRuleReference,
  secondFailsafe,
] as const;

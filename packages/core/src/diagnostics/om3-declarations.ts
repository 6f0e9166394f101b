// OM3, fourth part: CONTEXT declarations, imports and unanswered unknowns. Registered by om3-names-types-units.ts.
import { defineDiagnostic, type Fix, type Statement } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

export const rangeProblem = defineDiagnostic<{
  low: string;
  high: string;
  problem: "order" | "number";
}>({
  code: "OM3071",
  title: "range that holds nothing",
  severity: "error",
  adjustable: false,
  explanation: "A range runs from its least to its greatest value; both ends belong to it.",
  bad: samplePolicy({ context: ["- Distance: <50..0 m>"] }),
  good: samplePolicy({ context: ["- Distance: <0..50 m>"] }),
  message: ({ low, high, problem }) =>
    problem === "order"
      ? `the range begins at ${low}, above its end ${high}; swap them`
      : `${low}..${high} is no range of numbers`,
});

export const valueDoesNotFit = defineDiagnostic<{ what: string; value: string; why: string }>({
  code: "OM3072",
  title: "value that does not fit the declared type",
  severity: "error",
  adjustable: false,
  explanation:
    "A default, and a value that an example gives, is of the declared kind, in the declared range, and of the declared dimension; it is converted to the declared unit.",
  bad: samplePolicy({ context: ["- Distance: <0..50 m> = 80m"] }),
  good: samplePolicy({ context: ["- Distance: <0..50 m> = 8m"] }),
  message: ({ what, value, why }) => `${what} \`${value}\` ${why}`,
});

export const freshnessProblem = defineDiagnostic<{ text: string }>({
  code: "OM3073",
  title: "freshness that is no duration",
  severity: "error",
  adjustable: false,
  explanation: "`<C FRESH 5s>` says how old a reading may be: a positive duration.",
  bad: samplePolicy({ context: ["- Distance: <m FRESH 5m>"] }),
  good: samplePolicy({ context: ["- Distance: <m FRESH 5s>"] }),
  message: ({ text }) =>
    `FRESH takes a positive duration such as \`5s\`, and \`${text}\` is none${
      /\dm$/.test(text) ? "; minutes are `min`" : ""
    }`,
});

export const invalidTimeZone = defineDiagnostic<{ text: string }>({
  code: "OM3075",
  title: "TimeZone that is no offset",
  severity: "error",
  adjustable: false,
  explanation:
    "Times are UTC or fixed offsets; there is no time-zone database. `TimeZone` is an offset such as `+07:00` or `Z`.",
  bad: samplePolicy({ context: ["- Distance: <m>", "- TimeZone: Asia/Jakarta"] }),
  good: samplePolicy({ context: ["- Distance: <m>", "- TimeZone: +07:00"] }),
  message: ({ text }) => `TimeZone is an offset such as \`+07:00\`, \`${text}\` is none`,
});

export const sampleStandsIn = defineDiagnostic<{
  name: string;
  sample: string;
  type: string | null;
  /** Whether the sample could stand as a default as it is written. */
  fits: boolean;
  used: boolean;
}>({
  code: "OM3076",
  title: "sample that stands in for a reading",
  severity: "info",
  strictSeverity: "warning",
  adjustable: true,
  explanation:
    "`- Temperature: 85.5C` gives an attribute's kind, its unit and a *sample*. When a reading is missing, the sample stands in (unless `sampleDefaults` is off), is listed in the decision as `defaulted`, and the decision is at best `incomplete`. Write a type to require the reading, or a type with `=` to mean the value.",
  bad: samplePolicy({ context: ["- Distance: 85.5m"] }),
  good: samplePolicy({}),
  message: ({ name, sample, type, used }) => {
    if (!used) {
      const instead = type === null ? "declare a type" : `write \`<${type}>\``;
      return `\`${sample}\` is a sample and never stands in for a reading; ${instead} to say so`;
    }
    return type === null
      ? `a missing reading of \`${name}\` counts as the sample ${sample}; declare a type to require it`
      : `a missing reading counts as the sample ${sample}; write \`<${type}>\` to require it or \`<${type}> = ${sample}\` to mean it`;
  },
  fixes: ({ sample, type, fits }, at) => {
    if (type === null) return [];
    const write = (title: string, newText: string): Fix => ({
      title,
      edits: [{ span: at, newText }],
      preferred: false,
    });
    const required = write(`require it: \`<${type}>\``, `<${type}>`);
    const meant = `<${type}> = ${sample}`;
    return fits ? [required, write(`mean it: \`${meant}\``, meant)] : [required];
  },
});

export const notAQuantity = defineDiagnostic<{ name: string; value: string; other: string }>({
  code: "OM3077",
  title: "prose compared with a quantity",
  severity: "error",
  adjustable: false,
  explanation:
    "The attribute's value in CONTEXT looks like a quantity but does not read as one, so the attribute is text, and text never compares with a number.",
  bad: samplePolicy({
    context: ["- Reach: 5foot"],
    rule: ["- IF Reach > 1m THEN StopMachine"],
  }),
  good: samplePolicy({ context: ["- Reach: <ft>"], rule: ["- IF Reach > 1m THEN StopMachine"] }),
  message: ({ name, value, other }) =>
    `\`${name}\` is declared as \`${value}\`, which is no quantity but prose, and cannot be compared with \`${other}\``,
});

export const unansweredUnknown = defineDiagnostic<{
  reads: readonly { name: string; why: string }[];
}>({
  code: "OM3080",
  title: "unknown that nothing answers",
  severity: "warning",
  strictSeverity: "error",
  adjustable: true,
  explanation:
    "What is missing, out of range or stale is *unknown*, and a rule with an unknown condition does not fire. Say what happens then: with `UNKNOWN action` in the rule, with `IS KNOWN` or `IS MISSING`, or for the whole document with `FAILSAFE THEN action`.",
  bad: samplePolicy({
    context: ["- Distance: <0..50 m>"],
    rule: ["- IF Distance < 1m THEN StopMachine"],
  }),
  good: samplePolicy({ context: ["- Distance: <0..50 m>"] }),
  message: ({ reads }) => {
    const [first, ...others] = reads;
    const what =
      others.length === 0
        ? `\`${first?.name ?? ""}\` is ${first?.why ?? ""}`
        : reads.map(({ name, why }) => `\`${name}\` (${why})`).join(", ");
    return others.length === 0
      ? `${what}, so it may be unknown, and nothing says what then; add UNKNOWN and an action, or a FAILSAFE`
      : `${what} may be unknown, and nothing says what then; add UNKNOWN and an action, or a FAILSAFE`;
  },
});

export const importProblem = defineDiagnostic<{
  path: string;
  problem: "absent" | "outside" | "deep";
}>({
  code: "OM3020",
  title: "import that cannot be read",
  severity: "error",
  adjustable: false,
  explanation:
    "IMPORT names another document by a path relative to this one, which stays under the project's root.",
  bad: samplePolicy({ imports: ['- "../../elsewhere.omni"'] }),
  good: samplePolicy({}),
  message: ({ path, problem }) => {
    switch (problem) {
      case "absent":
        return `\`${path}\` cannot be found`;
      case "outside":
        return `\`${path}\` is not a relative path under the project's root`;
      case "deep":
        return `\`${path}\` is one import too many; a policy is made of at most a few hundred documents`;
    }
  },
});

export const importCycle = defineDiagnostic<{ chain: readonly string[] }>({
  code: "OM3021",
  title: "documents that import each other",
  severity: "error",
  adjustable: false,
  explanation:
    "An import that leads back to a document it came from has no beginning. Move what both need into a third document.",
  bad: samplePolicy({ imports: ['- "policy.omni"'] }),
  good: samplePolicy({}),
  message: ({ chain }) =>
    `this import leads back to where it began: ${chain.map((path) => `\`${path}\``).join(" → ")}`,
});

export const importClash = defineDiagnostic<{
  name: string;
  what: string;
  path: string;
  other: string;
}>({
  code: "OM3022",
  title: "import that clashes",
  severity: "error",
  adjustable: false,
  explanation:
    "What an import brings in has a name of its own: an attribute, or a constraint's label, that two documents of one policy define leaves open which holds.",
  bad: samplePolicy({ imports: ['- "site.omni"'] }),
  good: samplePolicy({}),
  message: ({ name, what, path, other }) =>
    `\`${path}\` and \`${other}\` both define the ${what} \`${name}\``,
});

export const importHasErrors = defineDiagnostic<{
  path: string;
  count: number;
  first: Statement;
}>({
  code: "OM3023",
  title: "import with errors",
  severity: "error",
  adjustable: false,
  explanation:
    "A document builds on what it imports, so an import with errors leaves it without ground. Check that document.",
  bad: samplePolicy({ imports: ['- "site.omni"'] }),
  good: samplePolicy({}),
  message: ({ path, count, first }) =>
    `\`${path}\` has ${count === 1 ? "an error" : `${count} errors`}: ${first.message}`,
});

export const literalOnly = defineDiagnostic<{ what: string }>({
  code: "OM3078",
  title: "value that is no literal",
  severity: "error",
  adjustable: false,
  explanation:
    "Samples, defaults and the values an example gives are literals: they are data, and nothing is computed.",
  bad: samplePolicy({
    rule: ["- IF Distance < 1m THEN SlowDown(Distance) UNKNOWN StopMachine"],
    examples: ["EXAMPLE close:\n- GIVEN Distance = 0.5m\n- EXPECT SlowDown(Distance)"],
  }),
  good: samplePolicy({
    rule: ["- IF Distance < 1m THEN SlowDown(Distance) UNKNOWN StopMachine"],
    examples: ["EXAMPLE close:\n- GIVEN Distance = 0.5m\n- EXPECT SlowDown(0.5m)"],
  }),
  message: ({ what }) => `${what} is a literal, nothing is computed here`,
});

export const declarations = [
  importProblem,
  importCycle,
  importClash,
  importHasErrors,
  rangeProblem,
  valueDoesNotFit,
  freshnessProblem,
  invalidTimeZone,
  sampleStandsIn,
  notAQuantity,
  literalOnly,
  unansweredUnknown,
] as const;

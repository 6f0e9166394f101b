// OM1: sections, their order and number, and items that lack what every item of their section has.
import type { SectionKeyword } from "../syntax/tree.ts";
import { defineDiagnostic, type Fix, replaceFix, type TextEdit } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { samplePolicy } from "./sample-policy.ts";

const policyWithout = (keyword: string): string =>
  samplePolicy({})
    .split("\n\n")
    .filter((section) => !section.startsWith(keyword))
    .join("\n\n");

const sectionPurposes: Readonly<Partial<Record<SectionKeyword, string>>> = {
  ACTOR: "says who may act",
  CONTEXT: "says what is known and in which units",
  CONSTRAINT: "says what must never happen",
  IMPACT: "says what is gained and what is risked",
  TRACE: "says which regulations and evidence the rules rest on",
};

const sectionStarts: Readonly<Partial<Record<SectionKeyword, string>>> = {
  ACTOR: "- Primary: ",
  CONTEXT: "- Domain: ",
  CONSTRAINT: "- Legal: ",
  IMPACT: "- Benefit: ",
  TRACE: "- Regulation: ",
};

const article = (keyword: SectionKeyword): string => (/^[AI]/.test(keyword) ? "an" : "a");

const lacksColon = (keyword: SectionKeyword): string =>
  `a section's header ends with a colon: \`${keyword}:\``;

const addColon = (keyword: SectionKeyword, at: number): Fix => ({
  title: `write \`${keyword}:\``,
  edits: [{ span: { start: at, end: at }, newText: ":" }],
  preferred: true,
});

export const documentStructureDiagnostics = {
  missingRequiredSection: defineDiagnostic<{
    keyword: SectionKeyword;
    isEmpty: boolean;
    /** Where a line that is the keyword alone lacks its colon, or null. */
    colonAt: number | null;
  }>({
    code: "OM1001",
    title: "no intent or no rules",
    severity: "error",
    adjustable: false,
    explanation:
      "A policy without INTENT does not say what it is for, and one without a rule decides nothing. `INTENT:` takes one or two sentences; `RULE:` at least one item such as `- IF Distance < 1m THEN StopMachine`.\n\nOnly capitals may be indented or titled: `rule:` is a header at the margin only, and `rules:` is none.",
    bad: policyWithout("INTENT"),
    good: samplePolicy({}),
    message: ({ keyword, isEmpty, colonAt }) => {
      if (colonAt !== null) return lacksColon(keyword);
      const what = keyword === "INTENT" ? "what the policy is for" : "what the policy decides";
      return isEmpty
        ? `the ${keyword} section is empty; say ${what}`
        : `there is no ${keyword} section; write one that says ${what}`;
    },
    fixes: ({ keyword, colonAt }) => (colonAt === null ? [] : [addColon(keyword, colonAt)]),
  }),

  missingSection: defineDiagnostic<{
    keyword: SectionKeyword;
    insertAt: number;
    atEnd: boolean;
    /** Where a line that is the keyword alone lacks its colon, or null. */
    colonAt: number | null;
  }>({
    code: "OM1002",
    title: "missing section",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "A complete policy says who acts (ACTOR), what is known (CONTEXT), what must never happen (CONSTRAINT), what is gained and risked (IMPACT) and what the rules rest on (TRACE). A draft may lack some of them; a policy that is checked with `strict` may not.",
    bad: policyWithout("TRACE"),
    good: samplePolicy({}),
    message: ({ keyword, colonAt }) =>
      colonAt === null
        ? `there is no ${keyword} section, which ${sectionPurposes[keyword] ?? "every policy has"}`
        : lacksColon(keyword),
    fixes: ({ keyword, insertAt, atEnd, colonAt }) => {
      if (colonAt !== null) return [addColon(keyword, colonAt)];
      const section = `${keyword}:\n${sectionStarts[keyword] ?? "- "}to be written`;
      const newText = atEnd ? `\n\n${section}\n` : `${section}\n\n`;
      const edits = [{ span: { start: insertAt, end: insertAt }, newText }];
      return [{ title: `add ${article(keyword)} ${keyword} section`, edits, preferred: false }];
    },
  }),

  duplicateSection: defineDiagnostic<{ keyword: SectionKeyword; edits: readonly TextEdit[] }>({
    code: "OM1003",
    title: "section written twice",
    severity: "error",
    adjustable: false,
    explanation:
      "Each section stands once, so that a reader knows where to look; only RULE and EXAMPLE may be repeated. The fix moves what the later section holds to the end of the first.",
    bad: `${samplePolicy({})}\nTRACE:\n- Evidence: incident report of 2026\n`,
    good: samplePolicy({
      trace: ["- Regulation: ISO 13850", "- Evidence: incident report of 2026"],
    }),
    message: ({ keyword }) =>
      `there is ${article(keyword)} ${keyword} section already; only RULE and EXAMPLE may be repeated`,
    fixes: ({ keyword, edits }) => [
      { title: `move its items to the first ${keyword} section`, edits, preferred: true },
    ],
  }),

  misplacedSection: defineDiagnostic<{
    keyword: SectionKeyword;
    before: SectionKeyword | null;
    edits: readonly TextEdit[];
  }>({
    code: "OM1004",
    title: "section out of order",
    severity: "error",
    adjustable: false,
    explanation:
      "Sections stand in one order in every document: INTENT, IMPORT, ACTOR, CONTEXT, ASSUMPTION, RULE, CONSTRAINT, IMPACT, TRACE, REVIEW, EXAMPLE. The fix moves the section, with the comments above it, to its place.",
    bad: `RULE:\n- IF Distance < 1m THEN StopMachine\n\n${policyWithout("RULE")}`,
    good: samplePolicy({}),
    message: ({ keyword, before }) =>
      before === null
        ? `the ${keyword} section is out of order: its place is at the end`
        : `the ${keyword} section is out of order: its place is before ${before}`,
    fixes: ({ keyword, edits }) => [
      { title: `move the ${keyword} section to its place`, edits, preferred: true },
    ],
  }),

  unknownSection: defineDiagnostic<{ word: string; near: readonly string[] }>({
    code: "OM1005",
    title: "unknown section",
    severity: "error",
    adjustable: false,
    explanation:
      "A word in capitals and a colon at the margin is a section's header, and OMEGA knows no section of that name; what stands in it is not read. In prose, write the word in another case (`Note:`) or not at the margin.",
    bad: samplePolicy({}).replace("CONSTRAINT:", "CONTRAINT:"),
    good: samplePolicy({}),
    message: ({ word, near }) =>
      near.length === 0
        ? `\`${word}\` is no section; in prose, write it in another case`
        : `\`${word}\` is no section; did you mean ${listedNames(near, "or")}?`,
    fixes: ({ near }, at) =>
      near.map((name, index) => ({
        title: `write ${name}`,
        edits: [{ span: { start: at.start, end: at.end - 1 }, newText: name }],
        preferred: index === 0 && near.length === 1,
      })),
  }),

  textBeforeSections: defineDiagnostic({
    code: "OM1006",
    title: "text before the first section",
    severity: "error",
    adjustable: false,
    explanation:
      "A document begins with a section's header; only comments (`#` or `//`) may stand before it. A header is a keyword in capitals and a colon, or a keyword in another case directly at the margin with its colon directly behind it.",
    bad: `Policy of the north plant\n\n${samplePolicy({})}`,
    good: `# Policy of the north plant\n\n${samplePolicy({})}`,
    message: () =>
      "this text belongs to no section; begin with `INTENT:`, or make it a comment with `#`",
  }),

  emptySection: defineDiagnostic<{ keyword: SectionKeyword }>({
    code: "OM1007",
    title: "empty section",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "A section that holds nothing promises what it does not say. Fill it, or remove it until there is something to say.",
    bad: samplePolicy({ trace: [] }),
    good: samplePolicy({}),
    message: ({ keyword }) =>
      `the ${keyword} section is empty; it ${sectionPurposes[keyword] ?? "holds items"}`,
  }),

  noPrimaryActor: defineDiagnostic({
    code: "OM1008",
    title: "no primary actor",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "Somebody answers for carrying a decision out: `- Primary: SafetySystem`. Others who take part are `- Secondary: …`.",
    bad: samplePolicy({ actor: ["- Secondary: Operator"] }),
    good: samplePolicy({ actor: ["- Primary: SafetySystem", "- Secondary: Operator"] }),
    message: () => "no actor is `Primary`; say who carries the decisions out",
  }),

  sectionInSuite: defineDiagnostic<{ keyword: SectionKeyword }>({
    code: "OM1009",
    title: "section that a suite may not hold",
    severity: "error",
    adjustable: false,
    explanation:
      'A document that begins with `EXAMPLES FOR "policy.omni":` holds examples of that policy and nothing else. Rules, context and constraints stand in the policy itself.',
    bad: 'EXAMPLES FOR "factory.omni":\n\nCONTEXT:\n- Distance: <m>\n\nEXAMPLE near:\n- GIVEN Distance = 0.4m\n- EXPECT StopMachine\n',
    good: 'EXAMPLES FOR "factory.omni":\n\nEXAMPLE near:\n- GIVEN Distance = 0.4m\n- EXPECT StopMachine\n',
    message: ({ keyword }) =>
      `a suite holds EXAMPLE sections only; ${keyword} belongs into the policy`,
  }),

  misplacedSuiteHeader: defineDiagnostic({
    code: "OM1010",
    title: "suite header in the wrong place",
    severity: "error",
    adjustable: false,
    explanation:
      '`EXAMPLES FOR "policy.omni":` makes the whole document a suite of examples for that policy, so it stands first and once. Examples of the document\'s own rules are `EXAMPLE` sections.',
    bad: `${samplePolicy({})}\nEXAMPLES FOR "other.omni":\n`,
    good: samplePolicy({}),
    message: () =>
      "a suite's header is the first line of its document; a policy's own examples are EXAMPLE sections",
  }),

  malformedSuiteHeader: defineDiagnostic({
    code: "OM1011",
    title: "malformed suite header",
    severity: "error",
    adjustable: false,
    explanation:
      'A suite names its policy by a path in quotes, relative to itself, and ends with a colon: `EXAMPLES FOR "factory.omni":`. Nothing else stands on the line, and nothing but EXAMPLE sections follows.',
    bad: "EXAMPLES FOR factory.omni:\n\nEXAMPLE near:\n- GIVEN Distance = 0.4m\n- EXPECT StopMachine\n",
    good: 'EXAMPLES FOR "factory.omni":\n\nEXAMPLE near:\n- GIVEN Distance = 0.4m\n- EXPECT StopMachine\n',
    message: () =>
      'a suite\'s header reads `EXAMPLES FOR "policy.omni":`, and EXAMPLE sections follow it',
  }),

  documentTooLarge: defineDiagnostic({
    code: "OM1012",
    title: "document too large",
    severity: "error",
    adjustable: false,
    explanation:
      "A document may have 1 MiB. Larger ones are not read at all, so that no input can keep a checker busy. Divide the policy, and share definitions with IMPORT.",
    bad: `# ${"x".repeat(1_048_576)}\n`,
    good: samplePolicy({}),
    message: () =>
      "the document is larger than 1 MiB; divide it, and share definitions with IMPORT",
  }),

  itemWithoutLabel: defineDiagnostic<{ advice: string }>({
    code: "OM1013",
    title: "item without a label",
    severity: "warning",
    adjustable: true,
    explanation:
      "Items of ACTOR, CONSTRAINT, IMPACT and TRACE say first what they are: `- Legal: …`, `- Risk: …`, `- Regulation: …`. Without it, reports cannot tell a benefit from a risk.",
    bad: samplePolicy({ impact: ["- Fewer injuries"] }),
    good: samplePolicy({}),
    message: ({ advice }) => `begin the item with ${advice}`,
  }),

  actorWithoutLabel: defineDiagnostic({
    code: "OM1014",
    title: "actor without a rank",
    severity: "error",
    adjustable: false,
    explanation:
      "An actor is `- Primary: Role` or `- Secondary: Role`; `MAY` and `APPROVES` may follow the role. Without the rank nobody knows who carries the decisions out.",
    bad: samplePolicy({ actor: ["- SafetySystem"] }),
    good: samplePolicy({ actor: ["- Primary: SafetySystem"] }),
    message: () => "begin the actor with `Primary:` or `Secondary:`",
  }),

  attributeWithoutValue: defineDiagnostic({
    code: "OM1015",
    title: "attribute without a value",
    severity: "warning",
    adjustable: true,
    explanation:
      "An item of CONTEXT says what is known of its attribute: a type to be read (`<m>`), a sample (`1.5m`) or a sentence. With nothing behind the colon, the attribute is empty text.",
    bad: samplePolicy({ context: ["- Distance: <m>", "- Site:"] }),
    good: samplePolicy({ context: ["- Distance: <m>", "- Site: north plant"] }),
    message: () =>
      "nothing stands behind the colon; write a type such as `<m>`, a value or a sentence",
  }),

  proseConstraint: defineDiagnostic<{ words: string }>({
    code: "OM1016",
    title: "constraint that is not enforced",
    severity: "warning",
    adjustable: true,
    explanation:
      "A constraint is enforced when it begins with NEVER, ALWAYS, AT MOST, EXACTLY ONE OF or MAX LOOP, or its second word is REQUIRES or BEFORE, in capitals. In any other case it is a sentence for people. Write the words in capitals to have the clause enforced, or reword the sentence.",
    bad: samplePolicy({ constraint: ["- Safety: never StopMachine"] }),
    good: samplePolicy({ constraint: ["- Safety: NEVER StopMachine WHEN Distance > 5m"] }),
    message: ({ words }) => `prose, not enforced: a formal clause writes \`${words}\` in capitals`,
    fixes: ({ words }, at) => [
      { title: `write ${words}`, edits: [{ span: at, newText: words }], preferred: false },
    ],
  }),

  actorRank: defineDiagnostic<{ rank: string; near: readonly string[] }>({
    code: "OM1017",
    title: "unknown rank of an actor",
    severity: "warning",
    adjustable: true,
    explanation:
      "Actors are `Primary`, who carry decisions out, or `Secondary`, who take part. Another word is read as a secondary actor, which is rarely meant.",
    bad: samplePolicy({ actor: ["- Primary: SafetySystem", "- Secundary: Operator"] }),
    good: samplePolicy({ actor: ["- Primary: SafetySystem", "- Secondary: Operator"] }),
    message: ({ rank }) => `an actor is \`Primary\` or \`Secondary\`, not \`${rank}\``,
    fixes: ({ near }, at) => near.slice(0, 1).map((name) => replaceFix(`write ${name}`, at, name)),
  }),
} as const;

// OM5: what a policy owes its readers and its reviewers. Found by semantics/checks/governance.ts.
import type { Span } from "../source/span.ts";
import { defineDiagnostic, type Fix } from "./diagnostic.ts";
import { listedNames } from "./listed-names.ts";
import { samplePolicy } from "./sample-policy.ts";

const withReview = (...items: readonly string[]): string =>
  `${samplePolicy({})}\nREVIEW:\n${items.join("\n")}\n`;

const lowerCaseUnknown = /(?<= )unknown(?= |$)/i;

/** The word that a phrase swallowed because it is not in capitals; null where the phrase is spread over lines. */
function unknownClause(phrase: string, at: Span): Fix | null {
  const index = phrase.search(lowerCaseUnknown);
  if (index === -1 || at.end - at.start !== phrase.length) return null;
  const start = at.start + index;
  const edits = [{ span: { start, end: start + "UNKNOWN".length }, newText: "UNKNOWN" }];
  return { title: "write UNKNOWN", edits, preferred: false };
}

export const governanceDiagnostics = {
  intentTooLong: defineDiagnostic<{ count: number }>({
    code: "OM5001",
    title: "intent longer than two sentences",
    severity: "warning",
    adjustable: true,
    explanation:
      "INTENT says in one or two sentences what the system is for. Whoever judges a decision later measures it by them, so " +
      "they must be short enough to be kept in mind. Reasons belong into TRACE, conditions into ASSUMPTION.",
    bad: samplePolicy({}).replace(
      "safe.",
      "safe. Keep the line running. Save energy where that costs nothing.",
    ),
    good: samplePolicy({}).replace("safe.", "safe. Keep the line running where that is certain."),
    message: ({ count }) =>
      `the intent has ${count} sentences; say in one or two what this is for, and move the rest to ASSUMPTION or TRACE`,
  }),
  benefitWithoutRisk: defineDiagnostic({
    code: "OM5002",
    title: "benefit without risk",
    severity: "warning",
    adjustable: true,
    explanation:
      "Every policy that does something can do it at the wrong moment, to the wrong person, or not at all. IMPACT names " +
      "what may go wrong beside what is gained, so that both can be weighed.",
    bad: samplePolicy({ impact: ["- Benefit: fewer injuries"] }),
    good: samplePolicy({ impact: ["- Benefit: fewer injuries", "- Risk: more stops"] }),
    message: () => "IMPACT names a benefit and no risk; add `- Risk: …` and say what may go wrong",
  }),
  ruleWithoutTrace: defineDiagnostic<{ id: string }>({
    code: "OM5003",
    title: "rule with no trace",
    severity: "info",
    adjustable: true,
    explanation:
      "TRACE ties rules to what they rest on, `- Standards [TooClose]: ISO 13850`. Where it does so for some rules, a rule " +
      "with a name and without an entry looks like one that somebody made up.",
    bad: samplePolicy({
      rule: [
        "- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
        "- Near: IF Distance < 2m THEN SlowDown UNKNOWN SlowDown",
      ],
      trace: ["- Standards [TooClose]: ISO 13850"],
    }),
    good: samplePolicy({
      rule: [
        "- TooClose: IF Distance < 1m THEN StopMachine UNKNOWN StopMachine",
        "- Near: IF Distance < 2m THEN SlowDown UNKNOWN SlowDown",
      ],
      trace: ["- Standards [TooClose]: ISO 13850", "- Evidence [Near]: trial of March 2026"],
    }),
    message: ({ id }) =>
      `no TRACE entry says what \`${id}\` rests on; add one such as \`- Evidence [${id}]: …\``,
  }),
  reviewOverdue: defineDiagnostic<{ due: string; last: string; interval: string }>({
    code: "OM5004",
    title: "review overdue",
    severity: "warning",
    adjustable: true,
    explanation:
      "The last review lies further back than the interval allows. Have the policy reviewed, and then write the new date: " +
      "the date alone reviews nothing.",
    bad: withReview("- Interval: 30 Days", "- LastReviewed: 2026-05-01", "- Owner: Plant safety"),
    good: withReview("- Interval: 30 Years", "- LastReviewed: 2026-05-01", "- Owner: Plant safety"),
    message: ({ due, last, interval }) =>
      `a review was due on ${due} (last ${last}, interval ${interval}); review the policy and write the new date`,
  }),
  intervalUnreadable: defineDiagnostic<{ text: string }>({
    code: "OM5005",
    title: "review interval that cannot be read",
    severity: "warning",
    adjustable: true,
    explanation:
      "The interval is a length of time in English or Indonesian: `30 Days`, `3 Months`, `Monthly`, `Setiap 24 Jam`, " +
      "`Tahunan`. From anything else no due date follows, and nobody is reminded.",
    bad: withReview(
      "- Interval: now and then",
      "- LastReviewed: 2026-11-01",
      "- Owner: Plant safety",
    ),
    good: withReview("- Interval: 3 Months", "- LastReviewed: 2026-11-01", "- Owner: Plant safety"),
    message: ({ text }) =>
      `\`${text}\` is no interval that can be read; write a length such as \`30 Days\`, \`3 Months\` or \`Yearly\``,
  }),
  lastReviewedUnreadable: defineDiagnostic<{ text: string; problem: "no date" | "future" }>({
    code: "OM5006",
    title: "date of review that is none, or lies ahead",
    severity: "warning",
    adjustable: true,
    explanation:
      "LastReviewed is the day of the last review, an ISO 8601 date that has passed: `2026-05-01`. From anything else no due " +
      "date follows.",
    bad: withReview("- Interval: 3 Months", "- LastReviewed: last spring", "- Owner: Plant safety"),
    good: withReview("- Interval: 3 Months", "- LastReviewed: 2026-11-01", "- Owner: Plant safety"),
    message: ({ text, problem }) =>
      problem === "future"
        ? `\`${text}\` lies ahead; LastReviewed is the day of a review that has taken place`
        : `\`${text}\` is no date; write the day of the last review like \`2026-05-01\``,
  }),
  reviewIncomplete: defineDiagnostic<{ missing: readonly string[] }>({
    code: "OM5007",
    title: "review that nobody can be reminded of",
    severity: "info",
    adjustable: true,
    explanation:
      "A due date follows from an interval and the day of the last review, and somebody has to be told. REVIEW names all " +
      "three: `Interval`, `LastReviewed` and `Owner`.",
    bad: withReview("- Interval: 3 Months", "- LastReviewed: 2026-11-01"),
    good: withReview("- Interval: 3 Months", "- LastReviewed: 2026-11-01", "- Owner: Plant safety"),
    message: ({ missing }) =>
      `REVIEW does not say ${listedNames(missing)}, so nobody can be reminded in time`,
  }),
  proseAction: defineDiagnostic<{ phrase: string; quoted: string; name: string | null }>({
    code: "OM5008",
    title: "action in plain words",
    severity: "warning",
    adjustable: true,
    explanation:
      "Several words without quotes are taken as one action whose name is the phrase. A host looks actions up by name, so a " +
      "name in backticks, or in one word, says that it is meant as one.",
    bad: samplePolicy({
      rule: ["- IF Distance < 1m THEN stop the machine UNKNOWN stop the machine"],
    }),
    good: samplePolicy({
      rule: ["- IF Distance < 1m THEN `stop the machine` UNKNOWN `stop the machine`"],
    }),
    message: ({ phrase }) =>
      `\`${phrase}\` is taken as the name of one action; write it in backticks${
        lowerCaseUnknown.test(phrase) ? ", or UNKNOWN in capitals where the clause is meant" : ""
      }`,
    fixes: ({ phrase, quoted, name }, at) => {
      const clause = unknownClause(phrase, at);
      return [
        ...(clause === null ? [] : [clause]),
        {
          title: "put the name in backticks",
          edits: [{ span: at, newText: quoted }],
          preferred: clause === null,
        },
        ...(name === null || clause !== null
          ? []
          : [
              {
                title: `call it \`${name}\``,
                edits: [{ span: at, newText: name }],
                preferred: false,
              },
            ]),
      ];
    },
  }),
  mayNeverTaken: defineDiagnostic<{ name: string; role: string; near: string | null }>({
    code: "OM5009",
    title: "right to an action that no rule takes",
    severity: "info",
    adjustable: true,
    explanation:
      "MAY gives an actor an action, and no rule takes it. A rule may be missing, the name may be misspelled, or the right " +
      "is a remnant that a reviewer wonders about.",
    bad: samplePolicy({ actor: ["- Primary: SafetySystem MAY StopMachine, RestartMachine"] }),
    good: samplePolicy({ actor: ["- Primary: SafetySystem MAY StopMachine"] }),
    message: ({ name, role, near }) =>
      `\`${role}\` may \`${name}\`, but no rule takes it${near === null ? "" : `; did you mean \`${near}\`?`}`,
    fixes: ({ near }, at) =>
      near === null
        ? []
        : [{ title: `write \`${near}\``, edits: [{ span: at, newText: near }], preferred: false }],
  }),
  actorTwice: defineDiagnostic<{ role: string }>({
    code: "OM5010",
    title: "actor listed twice",
    severity: "warning",
    adjustable: true,
    explanation:
      "One role stands in ACTOR twice, so a reader who finds the first entry misses what the second one allows. Join the two.",
    bad: samplePolicy({
      actor: ["- Primary: Operator MAY StopMachine", "- Secondary: Operator APPROVES StopMachine"],
    }),
    good: samplePolicy({ actor: ["- Primary: Operator MAY StopMachine APPROVES StopMachine"] }),
    message: ({ role }) => `\`${role}\` is listed already; join the two entries`,
  }),
  entryWithoutText: defineDiagnostic<{ label: string; section: string }>({
    code: "OM5011",
    title: "entry without text",
    severity: "warning",
    adjustable: true,
    explanation:
      "A label alone promises something and says nothing. Write what it is about, or remove it.",
    bad: samplePolicy({ trace: ["- Regulation: ISO 13850", "- Evidence:"] }),
    good: samplePolicy({ trace: ["- Regulation: ISO 13850", "- Evidence: trial of March 2026"] }),
    message: ({ label, section }) =>
      `\`${label}\` in ${section} says nothing; write its text or remove it`,
  }),
  nothingEnforced: defineDiagnostic({
    code: "OM5012",
    title: "constraints that are all prose",
    severity: "info",
    adjustable: true,
    explanation:
      "Constraints in plain words are for people: nothing holds rules to them. A formal clause is enforced in every decision, " +
      "and `omegac prove` shows that no input can break it: `NEVER A AND B`, `NEVER A WHEN …`, `ALWAYS A WHEN …`, " +
      "`AT MOST 1 OF A, B`, `A REQUIRES B`.",
    bad: samplePolicy({ constraint: ["- Safety: the machine never runs while somebody is near"] }),
    good: samplePolicy({ constraint: ["- Safety: ALWAYS StopMachine WHEN Distance < 1m"] }),
    message: () =>
      "every constraint here is prose, so none is enforced; a clause such as `NEVER A AND B` or `ALWAYS A WHEN …` would be",
  }),
};

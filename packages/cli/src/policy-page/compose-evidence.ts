// Sections on why a policy can be trusted: findings, sources, examples, coverage, reviews.
import { type Description, fill, plainText } from "@omega/core";
import type { Tone } from "../page/page-shell.ts";
import { anchorOf } from "./anchor.ts";
import type { Block, ContentSection, Inline, TableRow, Text } from "./page-content.ts";
import {
  brokenInto,
  inCode,
  lineOf,
  namesOf,
  type Policy,
  paragraph,
  percentText,
  row,
  type Share,
  subjectText,
  text,
  wordsOf,
} from "./page-pieces.ts";

/** Further findings are counted; the checker lists them all. */
const mostFindings = 50;

export function findings(policy: Policy, severity: "error" | "warning"): readonly ContentSection[] {
  const { page } = policy.wording;
  const found = policy.findings.filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  const isBroken = policy.findings.some((finding) => finding.severity === "error");
  const words = page.findings;
  const warnings = isBroken ? words.brokenWarnings : words.warnings;
  const more = wordsOf({ count: String(found.length - mostFindings) });
  const title = severity === "error" ? page.sections.errors : page.sections.warnings;
  return [
    {
      id: `${severity}s`,
      title,
      blocks: [
        severity === "error"
          ? { kind: "note", tone: "bad", text: text(words.errors) }
          : paragraph(text(warnings), true),
        {
          kind: "table",
          caption: title,
          headings: [words.place, words.message, words.code],
          rows: found
            .slice(0, mostFindings)
            .map(({ code, message, line }) =>
              row([lineOf(line, policy)], inCode(message), text(code)),
            ),
          isMatrix: false,
        },
        ...(found.length > mostFindings ? [paragraph(fill(page.more, more), true)] : []),
      ],
    },
  ];
}

/** A matrix of more columns or rows than these is no longer looked at; the list of sources says the same. */
const mostColumns = 24;

const mostRows = 120;

export function trace(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.trace;
  const { entries, rows: traced, untraced } = policy.trace;
  if (entries.length === 0) {
    return { id: "trace", title: page.sections.trace, blocks: [paragraph(text(words.none))] };
  }
  const sources: Block = {
    kind: "table",
    caption: page.sections.trace,
    headings: [words.number, words.kind, words.source, words.rules],
    rows: entries.map(({ number, label, text: source, subjects }) => ({
      ...row(
        text(String(number)),
        text(label),
        text(source),
        subjects.length === 0 ? text(words.general) : subjects.flatMap(subjectText),
      ),
      anchor: anchorOf("source", String(number)),
    })),
    isMatrix: false,
  };
  const isSmall = entries.length <= mostColumns && traced.length <= mostRows;
  const matrix: readonly Block[] = !isSmall
    ? []
    : [
        { kind: "heading", text: words.matrix },
        paragraph(text(words.intro), true),
        {
          kind: "table",
          caption: words.matrix,
          headings: [words.rule, ...entries.map(({ number }) => String(number))],
          rows: traced.map(({ kind, id, sources: numbers }) =>
            row(
              subjectText({ kind, id }, 0),
              ...entries.map(({ number }) => (numbers.includes(number) ? text(words.mark) : [])),
            ),
          ),
          isMatrix: true,
        },
      ];
  const rest: readonly Block[] =
    untraced.length === 0
      ? []
      : [
          {
            kind: "note",
            tone: "warning",
            text: fill(words.untraced, { rules: namesOf(untraced, "rule", policy) }),
          },
        ];
  return {
    id: "trace",
    title: page.sections.trace,
    blocks: [sources, ...matrix, ...rest],
  };
}

export function examples(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.examples;
  if (policy.examples.length === 0) {
    return { id: "examples", title: page.sections.examples, blocks: [paragraph(text(words.none))] };
  }
  const files = [...new Set(policy.examples.map(({ file }) => file))];
  const blocks = files.flatMap((file): Block[] => [
    ...(files.length === 1
      ? []
      : [{ kind: "heading", text: plainText(fill(words.of, wordsOf({ file }))) } satisfies Block]),
    {
      kind: "table",
      caption: page.sections.examples,
      headings: [words.name, words.given, words.expected, words.decided, words.result],
      rows: policy.examples
        .filter((example) => example.file === file)
        .map((example) => exampleRow(example, policy)),
      isMatrix: false,
    },
  ]);
  const wereRun = policy.examples.some(({ status }) => status !== null);
  return {
    id: "examples",
    title: page.sections.examples,
    blocks: [...(wereRun ? [paragraph(text(words.intro), true)] : []), ...blocks],
  };
}

function exampleRow(example: Description.DescribedExample, policy: Policy): TableRow {
  const words = policy.wording.page.examples;
  const { title, file, line, given, expected, decided, status, message } = example;
  const place: Text = file === policy.file ? [{ kind: "break" }, lineOf(line, policy)] : [];
  return row(
    [...text(title), ...place],
    brokenInto(given),
    brokenInto(expected.map(text)),
    text(decided ?? ""),
    status === null
      ? []
      : [
          { kind: "badge", text: words[status], tone: status === "passed" ? "good" : "bad" },
          ...(message === "" ? [] : [{ kind: "break" } satisfies Inline, ...inCode(message)]),
        ],
  );
}

export function coverage(policy: Policy): readonly ContentSection[] {
  const { page } = policy.wording;
  const words = page.coverage;
  const { coverage: described } = policy;
  if (described === null) return [];
  const share = ({ covered, total }: Share): string =>
    plainText(fill(words.of, wordsOf({ covered: String(covered), total: String(total) })));
  const missing = described.items.filter(({ gaps }) => gaps.length > 0);
  return [
    {
      id: "coverage",
      title: page.sections.coverage,
      blocks: [
        paragraph(text(words.intro), true),
        {
          kind: "table",
          caption: page.sections.coverage,
          headings: [words.metric, words.covered],
          rows: described.totals.map((total) =>
            row(
              text(words.metrics[total.metric]),
              text(`${share(total)} (${percentText(total, policy.wording)})`),
            ),
          ),
          isMatrix: false,
        },
        ...(missing.length === 0
          ? []
          : [
              {
                kind: "table",
                caption: words.missing,
                headings: [words.rule, words.covered, words.missing],
                rows: missing.map(({ kind, id, covered, total, gaps }) =>
                  row(
                    subjectText({ kind, id }, 0),
                    text(share({ covered, total })),
                    brokenInto(gaps.map((gap) => gapText(gap, policy))),
                  ),
                ),
                isMatrix: false,
              } satisfies Block,
            ]),
      ],
    },
  ];
}

function gapText(
  { part, message }: { readonly part: string; readonly message: string },
  { wording }: Policy,
): Text {
  if (part === "") return inCode(message);
  return fill(wording.page.coverage.gap, {
    part: [{ kind: "name", text: part }],
    message: text(message),
  });
}

const reviewTones: Readonly<Record<Description.DescribedReview["status"], Tone>> = {
  current: "good",
  overdue: "bad",
  unscheduled: "warning",
  unreadable: "bad",
};

export function review(policy: Policy): ContentSection {
  const { page } = policy.wording;
  const words = page.review;
  const { review: described } = policy;
  const section = (blocks: readonly Block[]): ContentSection => ({
    id: "review",
    title: page.sections.review,
    blocks,
  });
  if (described === null) {
    return section([{ kind: "note", tone: "warning", text: text(words.none) }]);
  }
  const { status, last, due, entries, prose } = described;
  const state = plainText(fill(words[status], wordsOf({ due: due ?? "" })));
  const prosePart: readonly Block[] =
    prose.length === 0 ? [] : [{ kind: "list", items: prose.map(text) }];
  return section([
    {
      kind: "facts",
      entries: [
        { term: words.status, text: [{ kind: "badge", text: state, tone: reviewTones[status] }] },
        ...(last === null ? [] : [{ term: words.last, text: text(last) }]),
        ...(due === null ? [] : [{ term: words.due, text: text(due) }]),
        ...entries.map(({ label, text: value }) => ({ term: label, text: text(value) })),
      ],
    },
    ...prosePart,
  ]);
}

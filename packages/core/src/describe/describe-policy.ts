// A policy as people who do not read code would have it told: everything the page of `omegac doc` says, as data.
import type { Coverage } from "../coverage/coverage.ts";
import { hashPolicy } from "../evaluate/hash-policy.ts";
import type { ExampleResult } from "../evaluate/run-example.ts";
import { english, type Locale } from "../locales/locale.ts";
import { localizeDiagnostic } from "../locales/localize-diagnostic.ts";
import type { Policy } from "../policy.ts";
import type { Analysis } from "../semantics/analysis.ts";
import { reviewOf } from "../semantics/review.ts";
import { positionAt } from "../source/source-text.ts";
import { lowerCase } from "../source/unicode.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Item, SectionKeyword } from "../syntax/tree.ts";
import { dependenciesOf } from "./dependencies.ts";
import { describeActions, describeActors } from "./describe-authority.ts";
import { describeConstraints, describeEffects } from "./describe-constraints.ts";
import { describeCoverage } from "./describe-coverage.ts";
import { describeExample } from "./describe-examples.ts";
import { describeInputs, isFact } from "./describe-inputs.ts";
import { describeSections } from "./describe-rules.ts";
import type {
  DescribedEntry,
  DescribedFinding,
  DescribedReview,
  PolicyDescription,
} from "./description.ts";
import { flowGraphsOf } from "./flow-graph.ts";
import { traceMatrixOf } from "./trace-matrix.ts";
import { englishWording, type Wording } from "./wording.ts";

export interface DescribeOptions {
  /** The language of the page; `@omega/core/locales/id` has another. */
  readonly wording?: Wording;
  /** The language of findings, gaps in coverage and failures, which are said elsewhere, too. */
  readonly locale?: Locale;
  /** The date reviews are due against, `2026-11-21`; without it a scheduled review is `current`. */
  readonly today?: string;
  /** What running the examples gave, those of suites with them; without it they are shown as not run. */
  readonly results?: readonly ExampleResult[];
  /** What the examples cover; without it the description says nothing of it. */
  readonly coverage?: Coverage | null;
}

/** Describes a policy, or a suite of examples. A document with errors is described as far as it could be read. */
export function describePolicy(
  { document, source, analysis, diagnostics, examples }: Policy,
  { wording = englishWording, locale = english, today, results, coverage }: DescribeOptions = {},
): PolicyDescription {
  const dependencies = dependenciesOf(analysis);
  const actions = describeActions(analysis);
  const flow = flowGraphsOf(analysis, dependencies, actions);
  const failsafe = analysis.rules.find(({ rule }) => rule.kind === "failsafe");
  const run = results ?? examples.map((example) => ({ example, result: null }));
  return {
    wording,
    file: source.file,
    title: titleOf(source.file),
    suiteFor: document.suiteFor?.policy ?? null,
    purpose: proseOf(analysis, "INTENT").join(" ") || null,
    sha256: hashPolicy(
      [source, ...analysis.imports.map((each) => each.source)].map(({ text }) => text),
    ),
    findings: diagnostics.flatMap((diagnostic): DescribedFinding[] => {
      const { severity, code, file, span } = diagnostic;
      if (severity === "info" || file !== source.file) return [];
      const { message } = localizeDiagnostic(diagnostic, locale);
      return [{ severity, code, message, line: positionAt(source, span.start).line }];
    }),
    facts: factsOf(analysis),
    assumptions: proseOf(analysis, "ASSUMPTION"),
    imports: analysis.imports.map(({ path }) => path),
    actors: describeActors(analysis),
    actions,
    inputs: describeInputs(analysis, dependencies, { wording, phrase: locale.phrase }),
    sections: describeSections(analysis, flow.sections, wording),
    failsafe: failsafe?.id ?? null,
    flow: flow.whole,
    constraints: describeConstraints(analysis, wording),
    impacts: entriesOf(analysis, "IMPACT"),
    effects: describeEffects(analysis, wording),
    trace: traceMatrixOf(analysis),
    examples: run.map((each) => {
      const result = "result" in each ? null : each;
      const described = describeExample(each.example, result, wording);
      return { ...described, message: locale.phrase(described.message) };
    }),
    coverage: coverage == null ? null : describeCoverage(coverage, locale.phrase),
    review: describeReview(analysis, today ?? null),
    source: linesOf(source.text),
  };
}

/** `policies/factory-safety.omni` is "Factory safety". */
function titleOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const words = name
    .replace(/(\.test)?\.omni$/u, "")
    .replace(/[-_\s]+/gu, " ")
    .trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function itemsOf({ document }: Analysis, keyword: SectionKeyword): readonly Item[] {
  return document.sections.flatMap((section) => (section.keyword === keyword ? section.items : []));
}

function proseOf(analysis: Analysis, keyword: SectionKeyword): readonly string[] {
  return itemsOf(analysis, keyword).flatMap(({ body }) =>
    body.kind === "prose" && body.text !== "" ? [body.text] : [],
  );
}

/** Labelled entries; one in prose has no label. */
function entriesOf(analysis: Analysis, keyword: SectionKeyword): readonly DescribedEntry[] {
  return itemsOf(analysis, keyword).flatMap(({ body }) => {
    if (body.kind === "labelled") return [{ label: body.label.text, text: body.text }];
    return body.kind === "prose" ? [{ label: "", text: body.text }] : [];
  });
}

function factsOf({ attributes }: Analysis): readonly DescribedEntry[] {
  return [...attributes.values()].flatMap((attribute): DescribedEntry[] => {
    const { declaration, name } = attribute;
    if (declaration === null || declaration.imported || !isFact(attribute)) return [];
    const { value } = declaration.body;
    const text =
      value.kind === "sample" ? printExpression(value.literal) : (declaration.prose ?? "");
    return [{ label: name, text }];
  });
}

function describeReview(analysis: Analysis, today: string | null): DescribedReview | null {
  const review = reviewOf(analysis.document);
  if (review === null) return null;
  const { last, due, lastReviewed, interval, every } = review;
  const isUnreadable =
    (lastReviewed !== null && last === null) ||
    (interval !== null && every === null) ||
    (last !== null && today !== null && last > today);
  const isOverdue = due !== null && today !== null && due < today;
  const scheduled = due === null ? "unscheduled" : isOverdue ? "overdue" : "current";
  return {
    status: isUnreadable ? "unreadable" : scheduled,
    last,
    due,
    entries: entriesOf(analysis, "REVIEW").filter(
      ({ label }) =>
        label !== "" &&
        !(last !== null && lowerCase(label).replace(/[\s_-]/gu, "") === "lastreviewed"),
    ),
    prose: proseOf(analysis, "REVIEW"),
  };
}

/** Lines as editors count them, the empty one behind the last line end with them, without a byte order mark. */
function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/u, "").split(/\r\n|\r|\n/u);
}

// Code lenses: what can be done with an example or a rule right where it is written. Each kind of lens is a function, and
// `findCodeLenses` lists the kinds.
import { type Coverage, moveSpan, type Span, type Tree } from "@omega/core";
import type { CodeLens } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import { coverageOfRule, type RuleCoverage } from "./coverage.ts";
import { type Proof, proofSummary } from "./proofs.ts";
import { type ExampleOutcome, listExamples } from "./run-examples.ts";

/** The commands that lenses name; the server carries them out, an editor may show more of what comes back. */
export const lensCommands = {
  /** Arguments: the document's address, the example's id. */
  runExample: "omega.runExample",
  /** Arguments: the document's address. */
  runExamples: "omega.runExamples",
  /** Arguments: the document's address, the first and the last line of a rule, from 1. */
  showCoverage: "omega.showCoverage",
  /** Arguments: the document's address. */
  prove: "omega.prove",
} as const;

/** The commands of lenses that only an editor with a decision view can carry out. */
const viewCommands = {
  /** Arguments: the document's address. */
  runWithContext: "omega.runWithContext",
  /** Arguments: the document's address, the example's id. */
  openDecisionView: "omega.openDecisionView",
} as const;

/** What is known of a document beyond its text. */
export interface LensKnowledge {
  /** How examples came out when they were last run on this very text, by id. */
  readonly outcomes: ReadonlyMap<string, ExampleOutcome["status"]>;
  /** Whether anything could cover its rules: examples of its own or a suite, and leave to run them. */
  readonly canMeasure: boolean;
  /** Whether there is a solver, and leave to use it. */
  readonly canProve: boolean;
  /** What was proved of this very text; null where nothing was. */
  readonly proof: Proof | null;
  /** Whether the editor has a decision view. */
  readonly showsDecisions: boolean;
}

/** All lenses of a document. Only its tree is asked: what takes longer comes with `resolveCoverageLens`. */
export function findCodeLenses(
  document: ServiceDocument,
  { outcomes, canMeasure, canProve, proof, showsDecisions }: LensKnowledge,
): readonly CodeLens[] {
  return [
    ...(showsDecisions ? contextLens(document) : []),
    ...(canMeasure ? coverageLenses(document) : []),
    ...(canProve ? proofLenses(document, proof) : []),
    ...exampleLenses(document, outcomes),
    ...(showsDecisions ? decisionLenses(document) : []),
  ];
}

/** A lens above each formal constraint and each loop, where a test shows least. */
function proofLenses(
  { uri, tree, source, locale }: ServiceDocument,
  proof: Proof | null,
): CodeLens[] {
  const places: Span[] = [];
  for (const { items } of tree.sections) {
    for (const { body, start, end } of items) {
      if (body.kind === "formal-constraint") places.push({ start, end });
      else places.push(...loopsIn(body).map(({ span }) => moveSpan(span, start)));
    }
  }
  return places.map((place) => {
    const range = toRange(source, place);
    const said =
      proof === null ? null : proofSummary(proof, range.start.line + 1, range.end.line + 1);
    const title = locale.phrase(said === null ? "prove" : `prove (${said})`);
    return {
      range: { start: range.start, end: range.start },
      command: { title, command: lensCommands.prove, arguments: [uri] },
    };
  });
}

function loopsIn(body: Tree.ItemBody): readonly Tree.WhileRule[] {
  if (body.kind !== "for" && body.kind !== "while") return [];
  const inside = body.body.flatMap(({ rule: inner }) => loopsIn(inner));
  return body.kind === "while" ? [body, ...inside] : inside;
}

/** A lens above the first RULE section: what it decides on a context to choose. */
function contextLens({ uri, tree, source, locale }: ServiceDocument): readonly CodeLens[] {
  const section = tree.sections.find(({ keyword }) => keyword === "RULE");
  if (section === undefined) return [];
  const command = {
    title: locale.phrase("run with context…"),
    command: viewCommands.runWithContext,
    arguments: [uri],
  };
  return [{ range: toRange(source, section.headerSpan), command }];
}

/** A lens above each example: what it decides, and why. */
function decisionLenses(document: ServiceDocument): readonly CodeLens[] {
  const { uri, locale } = document;
  return listExamples(document).map(({ id, range }) => {
    const title = locale.phrase("open in decision view");
    const command = { title, command: viewCommands.openDecisionView, arguments: [uri, id] };
    return { range, command };
  });
}

/** A lens above each example, and one above the first for all of them. */
function exampleLenses(
  document: ServiceDocument,
  outcomes: LensKnowledge["outcomes"],
): readonly CodeLens[] {
  const { uri, locale } = document;
  const examples = listExamples(document);
  return examples.flatMap(({ id, index, range }) => {
    const status = outcomes.get(id);
    const title = locale.phrase(
      status === undefined ? "run example" : `run example (${said[status]})`,
    );
    const run = {
      range,
      command: { title, command: lensCommands.runExample, arguments: [uri, id] },
    };
    if (index > 0 || examples.length === 1) return [run];
    const all = locale.phrase(`run all ${examples.length} examples`);
    return [
      run,
      { range, command: { title: all, command: lensCommands.runExamples, arguments: [uri] } },
    ];
  });
}

const said: Readonly<Record<ExampleOutcome["status"], string>> = {
  passed: "passed",
  failed: "failed",
  error: "could not run",
};

/** A lens above each rule, to be resolved with what the examples cover of it. */
function coverageLenses({ uri, version, tree, source }: ServiceDocument): readonly CodeLens[] {
  return tree.sections
    .filter(({ keyword }) => keyword === "RULE")
    .flatMap(({ items }) => items)
    .filter(({ body }) => measuredKinds.has(body.kind))
    .map(({ start, end }) => {
      const { start: from, end: to } = toRange(source, { start, end });
      // A lens has one line; which rule it is about goes with it.
      return {
        range: { start: from, end: from },
        data: { uri, version, first: from.line + 1, last: to.line + 1 },
      };
    });
}

const measuredKinds: ReadonlySet<string> = new Set(["if", "for", "while", "match", "failsafe"]);

/** The rule that a lens without a command is about: its document, its first and last line; null where it is none of ours. */
export function ruleOfLens({ data }: CodeLens): RuleOfLens | null {
  if (typeof data !== "object" || data === null) return null;
  if (!("uri" in data && "version" in data && "first" in data && "last" in data)) return null;
  const { uri, version, first, last } = data;
  if (typeof uri !== "string" || typeof version !== "number") return null;
  return typeof first === "number" && typeof last === "number"
    ? { uri, version, first, last }
    : null;
}

interface RuleOfLens {
  readonly uri: string;
  /** Of the document. */
  readonly version: number;
  /** Lines, from 1. */
  readonly first: number;
  readonly last: number;
}

/**
 * The lens of a rule with what is covered of it; `coverage` is null where the document has errors, and `too much` where it
 * takes too long to measure without being asked.
 */
export function resolveCoverageLens(
  { range }: CodeLens,
  rule: RuleOfLens,
  coverage: Coverage | "too much" | null,
): ResolvedLens {
  const { title, gaps } = describeCoverage(coverage, rule);
  const given = [rule.uri, rule.first, rule.last];
  const command = lensCommands.showCoverage;
  return { range, command: { title, tooltip: gaps, command, arguments: given } };
}

/** A lens with its command; the tooltip is still in lines, each to be said in the reader's language. */
export interface ResolvedLens {
  readonly range: CodeLens["range"];
  readonly command: {
    readonly title: string;
    readonly tooltip: readonly string[];
    readonly command: string;
    readonly arguments: (string | number)[];
  };
}

function describeCoverage(coverage: Coverage | "too much" | null, rule: RuleOfLens): RuleCoverage {
  if (coverage === null) return { title: "not measured while there are errors", gaps: [] };
  if (coverage === "too much") return { title: "show coverage", gaps: [] };
  return coverageOfRule(coverage, rule) ?? { title: "not measured", gaps: [] };
}

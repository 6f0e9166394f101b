// The front door: source text to policy to decision. Composes the stages; each stage can also be used by itself.

import {
  type ConfiguredDiagnostics,
  configureDiagnostics,
  type ExemptedDiagnostic,
} from "./diagnostics/configure-diagnostics.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { moduleDiagnostics } from "./diagnostics/module-diagnostics.ts";
import { suppressFollowUps } from "./diagnostics/suppress-follow-ups.ts";
import { createEvaluator } from "./emit/evaluator.ts";
import type { Decision } from "./evaluate/decision.ts";
import { rejectedDecision } from "./evaluate/evaluate.ts";
import {
  adjustOptions,
  configuredOptions,
  type EvaluateOptions,
} from "./evaluate/evaluation-options.ts";
import { hashPolicy } from "./evaluate/hash-policy.ts";
import { type Analysis, analyse, type PolicyMemory } from "./semantics/analyse.ts";
import { intentOf } from "./semantics/build-program.ts";
import { checkAnalysis } from "./semantics/check-analysis.ts";
import type { Example } from "./semantics/examples.ts";
import type { Program } from "./semantics/program.ts";
import { defaultSettings, type Settings } from "./semantics/settings.ts";
import { createSourceText, type SourceText } from "./source/source-text.ts";
import { parseDocument } from "./syntax/parse-document.ts";
import type { Document } from "./syntax/tree.ts";

/** What `compile` and `check` may be told. */
export interface CompileOptions {
  /** The document's path as diagnostics name it, relative to the project's root; imports are relative to it. */
  readonly file?: string;
  /**
   * Gives the text of an imported or named document by path relative to the project's root, or null; one that throws
   * gives none. No I/O of our own.
   */
  readonly load?: (path: string) => string | null;
  /** The project's configuration; what is left out has its default. */
  readonly settings?: Partial<Settings>;
  /** The date reviews are due against, `2026-11-21`; without it no review is reported overdue. */
  readonly today?: string;
  /**
   * Whether other documents import this one. Without rules it is then a module: what only a policy has to say is not
   * missed in it.
   */
  readonly imported?: boolean;
}

/** A compiled policy. `evaluate` always answers: with errors in the document, by a `rejected` decision. */
export interface Policy {
  readonly ok: boolean;
  readonly source: SourceText;
  readonly document: Document;
  /** Sorted by place; severities as configured. */
  readonly diagnostics: readonly Diagnostic[];
  /** What `# omega-ignore` keeps out of `diagnostics`. */
  readonly exempted: readonly ExemptedDiagnostic[];
  readonly analysis: Analysis;
  /** Null when the document has errors. */
  readonly program: Program | null;
  readonly examples: readonly Example[];
  readonly settings: Settings;
  readonly evaluate: (context: unknown, options?: EvaluateOptions) => Decision;
}

/** A parsed document with its diagnostics of structure and syntax only. */
export interface ParsedSource {
  readonly source: SourceText;
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a document. Always gives a tree; never throws. */
export function parse(text: string, file?: string): ParsedSource {
  const source = createSourceText(text, file);
  return { source, ...parseDocument(source) };
}

/** Everything the checker has to say about a document, sorted by place. Never throws. */
export function check(text: string, options: CompileOptions = {}): readonly Diagnostic[] {
  return compile(text, options).diagnostics;
}

/**
 * Compiles a document: parse, analyse, check, resolve. Never throws; `ok` is false when a diagnostic is an error, and
 * every evaluation is then `rejected`.
 */
export function compile(text: string, options: CompileOptions = {}): Policy {
  return compileParsed(parse(text, options.file), options);
}

/** Compiles what has been parsed already; `memory` is of the same suite as it stood before. */
export function compileParsed(
  { source, document, diagnostics: syntax }: ParsedSource,
  options: CompileOptions,
  memory?: PolicyMemory,
): Policy {
  const settings = { ...defaultSettings, ...options.settings };
  const load = (path: string): string | null => loadText(path, options.load);
  const {
    analysis,
    program,
    examples,
    diagnostics: semantic,
  } = analyse(document, source, { settings, load, syntaxErrors: syntax }, memory);
  const logic = checkAnalysis(analysis, options.today ?? null);
  const found = [...semantic, ...logic];
  const { diagnostics, exempted } = concludeDiagnostics(syntax, found, document, source, options);
  const ok = !diagnostics.some((diagnostic) => diagnostic.severity === "error");
  const runnable = ok ? program : null;
  const decide = runnable === null ? null : createEvaluator(runnable);
  const asConfigured = configuredOptions(settings);
  return {
    ok,
    source,
    document,
    diagnostics,
    exempted,
    analysis,
    program: runnable,
    examples,
    settings,
    evaluate(context, evaluation) {
      const options = adjustOptions(asConfigured, evaluation);
      return decide === null
        ? rejectedDecision(identityOf(analysis), context, options)
        : decide(context, options);
    },
  };
}

/** What a document is told in the end, of all that parsing and the stages after it have found. */
export function concludeDiagnostics(
  syntax: readonly Diagnostic[],
  findings: readonly Diagnostic[],
  document: Document,
  source: SourceText,
  { imported, settings }: CompileOptions,
): ConfiguredDiagnostics {
  const all = suppressFollowUps(syntax, findings, document, source);
  const found = imported === true ? moduleDiagnostics(all, document) : all;
  return configureDiagnostics(found, source, { ...defaultSettings, ...settings });
}

/** What a decision says of its policy, errors or not. */
function identityOf({ document, source, imports }: Analysis): Decision["policy"] {
  const texts = [source, ...imports.map((imported) => imported.source)].map(({ text }) => text);
  return { intent: intentOf(document), sha256: hashPolicy(texts) };
}

/** A host's loader as core relies on it: one that throws, as reading an absent file does, has no text to give. */
export function loadText(path: string, load: CompileOptions["load"]): string | null {
  try {
    const text: unknown = load?.(path);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}

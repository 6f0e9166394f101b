// Loads what a document imports, directly or through other imports, each document once. Core reads no files: the host's
// `load` gives their text. Whatever goes wrong is reported at the main document's IMPORT item that leads there.

import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.ts";
import { documentStructureDiagnostics } from "../diagnostics/om1-document-structure.ts";
import * as diagnostics from "../diagnostics/om3-declarations.ts";
import { featureOff } from "../diagnostics/om3-names.ts";
import { resolveProjectPath } from "../source/project-path.ts";
import { createSourceText, type SourceText } from "../source/source-text.ts";
import { moveSpan, type Span } from "../source/span.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Document } from "../syntax/tree.ts";
import type { ImportedDocument } from "./analysis.ts";
import type { Settings } from "./settings.ts";

const { missingRequiredSection } = documentStructureDiagnostics;

/** Gives a document's text by its path relative to the project's root; null where there is none. */
export type Load = (path: string) => string | null;

/** What a host answered, by path: as long as it answers the same, what was made of it holds. */
export type Answers = ReadonlyMap<string, string | null>;

/** Loads as `load` does, and notes what it answers in `into`. */
export function notingAnswers(load: Load, into: Map<string, string | null>): Load {
  return (path) => {
    const answer = load(path);
    into.set(path, answer);
    return answer;
  };
}

/** Whether the host still answers the same. */
export function areStillGiven(answers: Answers, load: Load): boolean {
  for (const [path, answer] of answers) if (load(path) !== answer) return false;
  return true;
}

/** More documents than any policy is made of; keeps a host that answers every path from being asked for ever. */
const MOST_IMPORTS = 200;

export interface LoadedImport extends ImportedDocument {
  readonly syntaxErrors: readonly Diagnostic[];
}

interface Loading {
  readonly load: Load;
  readonly report: Reporter;
  readonly loaded: Map<string, LoadedImport>;
}

/** The imported documents, what a document needs before the document itself. */
export function loadImports(
  document: Document,
  source: SourceText,
  { load, settings }: { readonly load: Load; readonly settings: Settings },
  report: Reporter,
): readonly LoadedImport[] {
  const loading: Loading = { load, report, loaded: new Map() };
  for (const { path, at } of importsOf(document)) {
    if (settings.disabled.has("imports")) {
      report.report(featureOff, at, { what: "IMPORT", feature: "imports" });
    } else follow(path, at, source.file, [source.file], loading);
  }
  return [...loading.loaded.values()];
}

function importsOf(document: Document): readonly { readonly path: string; readonly at: Span }[] {
  return document.sections.flatMap((section) =>
    section.items.flatMap(({ body, start }) =>
      body.kind === "import" ? [{ path: body.path, at: moveSpan(body.pathSpan, start) }] : [],
    ),
  );
}

function follow(
  path: string,
  at: Span,
  from: string,
  chain: readonly string[],
  loading: Loading,
): void {
  const { report, loaded } = loading;
  const resolved = resolveProjectPath(from, path);
  if (resolved === null) {
    report.report(diagnostics.importProblem, at, { path, problem: "outside" });
    return;
  }
  if (chain.includes(resolved)) {
    const cycle = [...chain.slice(chain.indexOf(resolved)), resolved];
    report.report(diagnostics.importCycle, at, { chain: cycle });
    return;
  }
  if (loaded.has(resolved)) return;
  if (loaded.size >= MOST_IMPORTS) {
    report.report(diagnostics.importProblem, at, { path: resolved, problem: "deep" });
    return;
  }
  const text = loading.load(resolved);
  if (text === null) {
    report.report(diagnostics.importProblem, at, { path: resolved, problem: "absent" });
    return;
  }
  const source = createSourceText(text, resolved);
  const { document, diagnostics: syntax } = parseDocument(source);
  for (const inner of importsOf(document)) {
    follow(inner.path, at, resolved, [...chain, resolved], loading);
  }
  loaded.set(resolved, {
    path: resolved,
    document,
    source,
    importSpan: at,
    // Declarations that others build on need no intent or rules of their own.
    syntaxErrors: syntax.filter(
      ({ severity, code }) => severity === "error" && code !== missingRequiredSection.code,
    ),
  });
}

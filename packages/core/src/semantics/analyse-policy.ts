// The semantic stage of a policy: from a parsed document to its names, types and diagnostics, and to the program when
// there is no error. Two walks over the rules: inference lets undeclared attributes take their types, the check then
// resolves.
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.ts";
import { importedActionNeverTaken } from "../diagnostics/om3-actions.ts";
import { importHasErrors } from "../diagnostics/om3-declarations.ts";
import { hashPolicy } from "../evaluate/hash-policy.ts";
import type { SourceText } from "../source/source-text.ts";
import type { Span } from "../source/span.ts";
import type { Document } from "../syntax/tree.ts";
import type { Analysis, ImportedDocument, Local } from "./analysis.ts";
import { mergeImported, settleAttributes } from "./attributes.ts";
import {
  type ActionTable,
  actionsTaken,
  assignActors,
  checkAuthority,
  collectActors,
} from "./authority.ts";
import { intentOf, leastLoop, programAttribute } from "./build-program.ts";
import { checkingOf, checkRules, checkTraces } from "./check-rules.ts";
import type { PolicyFacts } from "./checking.ts";
import { collectClauses, mentionInClauses } from "./collect-clauses.ts";
import { checkConfusables } from "./confusable-names.ts";
import { collectDeclarations } from "./declarations.ts";
import type { Example } from "./examples.ts";
import { type Load, loadImports } from "./imports.ts";
import { inferTypes } from "./infer-policy.ts";
import { type ClauseFacts, lowerConstraint, lowerEffect } from "./lower-clauses.ts";
import { reportSlips } from "./lower-path.ts";
import type { Program, ProgramEffect } from "./program.ts";
import { mentionExpected, resolveExamples } from "./resolve-examples.ts";
import type { Settings } from "./settings.ts";
import { settledReporter } from "./settled-reporter.ts";
import { createSuggest } from "./suggestions.ts";

/** What the stage is told besides the document. */
export interface AnalyseOptions {
  readonly settings: Settings;
  readonly load: Load;
  /** What parsing reported: with an error among it there is no program. */
  readonly syntaxErrors: readonly Diagnostic[];
}

export interface AnalysedDocument {
  readonly analysis: Analysis;
  /** Null when there is an error. */
  readonly program: Program | null;
  readonly examples: readonly Example[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Analyses a policy. Never throws; a document with errors gives an analysis of what can be understood. */
export function analysePolicy(
  document: Document,
  source: SourceText,
  options: AnalyseOptions,
): AnalysedDocument {
  const { settings } = options;
  const diagnostics: Diagnostic[] = [];
  const report = settledReporter(source.file, diagnostics, settings);
  const imports = loadImports(document, source, options, report);
  const elsewhere = new Map(imports.map(({ path, syntaxErrors }) => [path, [...syntaxErrors]]));
  const reporterOf = (file: string): Reporter => {
    const into = elsewhere.get(file);
    return into === undefined ? report : settledReporter(file, into, settings);
  };

  const own = collectDeclarations(document, source, false, report);
  const context = mergeImported(own, imports, reporterOf, report);
  const clauses = collectClauses(document, source, imports, report);
  const bound = inferTypes(document, source, clauses, context, reporterOf);
  settleAttributes(context, settings, reporterOf);

  const suggest = createSuggest();
  const locals: Local[] = [];
  const facts: PolicyFacts = {
    settings,
    attributes: context.attributes,
    attributeIndex: new Map([...context.attributes.keys()].map((name, index) => [name, index])),
    offsetMinutes: context.offsetMinutes,
    bound,
    locals,
    nextSlot: () => locals.length,
    types: new Map(),
    reported: new Set(),
    slips: [],
    declareAt: endOfContext(document),
    declaredNames: [...context.attributes.values()].flatMap(({ name, declaration }) =>
      declaration === null ? [] : [name],
    ),
    suggest,
  };
  const actions: ActionTable = new Map();
  const rules = checkRules(document, source, facts, actions, report);
  const actors = [
    ...collectActors(document, source, actions),
    ...imports.flatMap((imported) => collectActors(imported.document, imported.source, actions)),
  ];
  const authority = assignActors(actionsTaken(actions), actors);
  mentionInClauses(clauses, actions);
  checkAuthority(actions, actors, source.file, suggest, report);
  mentionExpected(document, source, actions);
  const clauseFacts: ClauseFacts = {
    actions,
    taken: actionsTaken(actions),
    approvers: new Map(authority.map(({ name, approvers }) => [name, approvers])),
    loopVariables: new Set(locals.filter(({ kind }) => kind === "loop").map(({ name }) => name)),
  };
  const constraints = clauses.constraints.map((information) =>
    lowerConstraint(
      information,
      checkingOf(information.item, information.source, facts, reporterOf(information.source.file)),
      clauseFacts,
    ),
  );
  const effects = clauses.effects.flatMap((information): readonly ProgramEffect[] => {
    const checking = checkingOf(
      information.item,
      information.source,
      facts,
      reporterOf(information.source.file),
    );
    const effect = lowerEffect(information, checking, clauseFacts);
    return effect === null ? [] : [effect];
  });
  const ids = clauses.constraints.map(({ id }) => id);
  const called = rules.information.flatMap(({ id, position }) => (id === position ? [] : id));
  const names = new Set([...called, ...ids]);
  checkTraces(document, names, () => rules.information, suggest, report);

  // Names used outside their block are errors, not inputs.
  for (const name of bound.bindings.keys()) {
    if (context.attributes.get(name)?.declaration === null) context.attributes.delete(name);
  }
  const analysis: Analysis = {
    file: source.file,
    document,
    source,
    settings,
    imports,
    attributes: context.attributes,
    locals,
    rules: rules.information,
    actions,
    actors,
    constraints: clauses.constraints,
    effects: clauses.effects,
    offsetMinutes: context.offsetMinutes,
    typeOf: (item, expression) => facts.types.get(item)?.get(expression) ?? null,
  };
  checkConfusables(analysis, report);
  const examples = resolveExamples(document, source, analysis, report);
  reportSlips(facts);
  reportImported(imports, elsewhere, diagnostics, report);
  const failed = [...options.syntaxErrors, ...diagnostics].some(
    ({ severity }) => severity === "error",
  );
  let sha256: string | null = null;
  const program: Program | null = failed
    ? null
    : {
        kind: "program",
        file: source.file,
        intent: intentOf(document),
        // Who only checks a document needs no hash of it.
        get sha256() {
          sha256 ??= hashPolicy([source.text, ...imports.map((imported) => imported.source.text)]);
          return sha256;
        },
        attributes: [...context.attributes.values()].map(programAttribute),
        localCount: locals.length,
        rules: rules.rules,
        failsafe: rules.failsafe,
        constraints,
        effects,
        actions: authority,
        offsetMinutes: context.offsetMinutes,
        maximumLoop: leastLoop(constraints),
      };
  return { analysis, program, examples, diagnostics };
}

/** Errors of an imported document, once for each, at the IMPORT item; what it merely remarks goes along. */
export function reportImported(
  imports: readonly ImportedDocument[],
  elsewhere: ReadonlyMap<string, readonly Diagnostic[]>,
  into: Diagnostic[],
  report: Reporter,
): void {
  for (const { path, importSpan } of imports) {
    const found = elsewhere.get(path) ?? [];
    const errors = found.filter(({ severity }) => severity === "error");
    const [first] = errors;
    if (first !== undefined) {
      report.report(importHasErrors, importSpan, { path, count: errors.length, first }, [
        { file: path, span: first.span, message: first.message, statement: first },
      ]);
    }
    for (const each of found) {
      if (each.code === importedActionNeverTaken.code)
        into.push(atImport(each, importSpan, report.file));
    }
  }
}

function atImport(diagnostic: Diagnostic, span: Span, file: string): Diagnostic {
  const { file: inside, span: place, message } = diagnostic;
  return {
    ...diagnostic,
    file,
    span,
    related: [{ file: inside, span: place, message, statement: diagnostic }],
    fixes: [],
  };
}

/** Where a declaration would be added: behind CONTEXT's last item. */
export function endOfContext(document: Document): number | null {
  const section = document.sections.find(({ keyword }) => keyword === "CONTEXT");
  return section === undefined
    ? null
    : (section.items[section.items.length - 1]?.end ?? section.headerSpan.end);
}

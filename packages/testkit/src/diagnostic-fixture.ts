// Runs a scenario of golden/diagnostics: files go in, what is said of them and what its fixes make of them comes out.
import {
  compile,
  createSourceText,
  type Diagnostic,
  defaultSettings,
  diagnoseDecision,
  type Fix,
  type Policy,
  parseJson,
  readSettings,
  type Settings,
  type SourceText,
} from "@omega/core";
import {
  abbreviateFixtureText,
  changedLines,
  expandFixtureText,
  type Fixture,
  type FixtureSection,
  readFixtureHeader,
  withMarks,
  withoutMarks,
} from "./fixture.ts";

/** What came of a scenario. */
export interface DiagnosticFixtureOutcome {
  /** The scenario with the marks and fixes that belong into it. */
  readonly fixture: Fixture;
  readonly diagnostics: readonly Diagnostic[];
  /** Fixes that do not remove their diagnostic, or bring errors that were not there. */
  readonly badFixes: readonly string[];
}

/**
 * Checks the scenario's first document (`press.omni`, `press.test.omni`) with the others as what it imports, under
 * `omega.config.json`, and decides its `context.json`. Options stand behind a name: `today` of a document, `now` of a context.
 */
export function runDiagnosticFixture(fixture: Fixture): DiagnosticFixtureOutcome {
  const files = fixture.sections.filter(({ header }) => !header.startsWith("after ")).map(readFile);
  const found = diagnose(files);
  const marked = files.map(({ header, shown, source }) => ({
    header,
    text: withMarks(shown, source, found),
  }));
  const fixes = found.flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ diagnostic, fix })));
  return {
    fixture: {
      prose: fixture.prose,
      sections: [...marked, ...fixes.map(({ diagnostic, fix }) => showFix(files, diagnostic, fix))],
    },
    diagnostics: found,
    badFixes: fixes.flatMap(({ diagnostic, fix }) =>
      complaints(files, found, diagnostic, fix).map((text) => `${fix.title}: ${text}`),
    ),
  };
}

interface FixtureFile {
  readonly header: string;
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
  /** As the scenario shows it, without marks. */
  readonly shown: string;
  readonly source: SourceText;
}

function readFile({ header, text }: FixtureSection): FixtureFile {
  const { name, options } = readFixtureHeader(header);
  const shown = withoutMarks(text);
  const source = createSourceText(`${expandFixtureText(shown)}\n`, name);
  return { header, name, options, shown, source };
}

// --- checking -----------------------------------------------------------------------------------------------------

function diagnose(files: readonly FixtureFile[]): readonly Diagnostic[] {
  const configuration = files.find(({ name }) => name === "omega.config.json");
  const { settings, diagnostics } =
    configuration === undefined
      ? { settings: defaultSettings, diagnostics: [] }
      : readSettings(configuration.source.text, configuration.name);
  const document = files.find(({ name }) => name.endsWith(".omni"));
  if (document === undefined) return diagnostics;
  const policy = compileFile(document, files, settings);
  const context = files.find(({ name }) => name === "context.json");
  return [
    ...diagnostics,
    ...policy.diagnostics,
    ...(context === undefined ? [] : diagnoseContext(policy, context)),
  ];
}

function compileFile(
  { name, options, source }: FixtureFile,
  files: readonly FixtureFile[],
  settings: Settings,
): Policy {
  const today = options.get("today");
  return compile(source.text, {
    file: name,
    settings,
    load: (path) => files.find((file) => file.name === path)?.source.text ?? null,
    ...(today === undefined ? {} : { today }),
  });
}

function diagnoseContext(policy: Policy, { options, source }: FixtureFile): readonly Diagnostic[] {
  // As a host reads it, which may let through what is not plain JSON.
  const context: unknown = JSON.parse(source.text);
  const now = options.get("now");
  const decision = policy.evaluate(context, now === undefined ? {} : { now });
  const plain = parseJson(source.text);
  return diagnoseDecision(policy.source, policy.program, decision, plain.ok ? plain.value : null);
}

// --- fixes --------------------------------------------------------------------------------------------------------

function showFix(files: readonly FixtureFile[], { file }: Diagnostic, fix: Fix): FixtureSection {
  const before = textOf(files, file);
  return {
    header: `after ${fix.preferred ? "preferred " : ""}fix: ${fix.title}`,
    text: abbreviateFixtureText(changedLines(before, applyFix(before, fix))),
  };
}

function textOf(files: readonly FixtureFile[], file: string): string {
  return files.find(({ name }) => name === file)?.source.text ?? "";
}

function applyFix(text: string, { edits }: Fix): string {
  const fromTheEnd = [...edits].sort((first, second) => second.span.start - first.span.start);
  return fromTheEnd.reduce(
    (changed, { span, newText }) =>
      changed.slice(0, span.start) + newText + changed.slice(span.end),
    text,
  );
}

function complaints(
  files: readonly FixtureFile[],
  found: readonly Diagnostic[],
  diagnostic: Diagnostic,
  fix: Fix,
): readonly string[] {
  const { code, file } = diagnostic;
  const text = applyFix(textOf(files, file), fix);
  const fixed = files.map((each) =>
    each.name === file ? { ...each, source: createSourceText(text, file) } : each,
  );
  const after = diagnose(fixed);
  const count = (list: readonly Diagnostic[], of: string): number =>
    list.filter((each) => each.code === of).length;
  const errors = after.filter(({ severity }) => severity === "error").map((error) => error.code);
  return [
    ...(count(after, code) < count(found, code) ? [] : [`${code} is still there`]),
    ...[...new Set(errors)]
      .filter((error) => count(after, error) > count(found, error))
      .map((error) => `${error} is new`),
  ];
}

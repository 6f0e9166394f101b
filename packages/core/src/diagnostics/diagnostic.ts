// What every stage reports with: a diagnostic, its fixes, and `defineDiagnostic`, which makes a registry entry callable.
import { moveSpan, type Span } from "../source/span.ts";

/** Worst first. `off` exists only in configuration. */
export type Severity = "error" | "warning" | "info";

export type DiagnosticCode = `OM${number}`;

/** One replaced piece of the document; spans are absolute and do not overlap within a fix. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A change that removes the diagnostic and leaves a document that parses. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** At most one fix of a diagnostic is preferred: `--fix` and "fix all" take it, so it must keep the meaning. */
  readonly preferred: boolean;
}

/** What a diagnostic says, with what it takes to say it in another language. */
export interface Statement {
  readonly code: DiagnosticCode;
  /** Lower case, no full stop, names in backticks: what is wrong, why, what to do. */
  readonly message: string;
  /** What the code's rule made the message of; of no use to programs. */
  readonly parameters?: unknown;
}

/** Another place that explains the diagnostic. */
export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  /** Where the message is that of another diagnostic: what it says. */
  readonly statement?: Statement;
}

/** One root cause, with an exact absolute span in `file`. */
export interface Diagnostic extends Statement {
  readonly severity: Severity;
  readonly file: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tags: readonly ("unnecessary" | "deprecated")[];
}

/** An entry of the registry: everything the project says about one code, in one place. */
export interface DiagnosticRule<Parameters> {
  readonly code: DiagnosticCode;
  /** Short name for people, e.g. "unknown unit". */
  readonly title: string;
  readonly severity: Severity;
  /** Severity when the configuration says `strict`; the same as `severity` unless given. */
  readonly strictSeverity?: Severity;
  /** False for what may not be lowered by configuration or exempted (unit and type errors, syntax). */
  readonly adjustable: boolean;
  /** Why it matters and what to do: a paragraph or two of Markdown for the code's page. */
  readonly explanation: string;
  /** A short whole document that draws the diagnostic, and the same put right. */
  readonly bad: string;
  readonly good: string;
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
  readonly message: (parameters: Parameters) => string;
  /** Makes the fixes; `at` is the diagnostic's absolute span. */
  readonly fixes?: (parameters: Parameters, at: Span) => readonly Fix[];
}

/** Types a registry entry; the identity at run time. */
export function defineDiagnostic<Parameters = Record<string, never>>(
  rule: DiagnosticRule<Parameters>,
): DiagnosticRule<Parameters> {
  return rule;
}

/** Collects diagnostics of one file. `base` is added to the spans of everything reported, so items can report relatively. */
export interface Reporter {
  readonly file: string;
  readonly base: number;
  report<Parameters>(
    rule: DiagnosticRule<Parameters>,
    at: Span,
    parameters: Parameters,
    related?: readonly RelatedPlace[],
  ): void;
  /** A reporter into the same list for an item that starts at `base`. */
  within(base: number): Reporter;
}

/** A reporter that appends to `into`. */
export function createReporter(file: string, into: Diagnostic[], base = 0): Reporter {
  return {
    file,
    base,
    report(rule, at, parameters, related = []) {
      const absolute = moveSpan(at, base);
      into.push({
        code: rule.code,
        severity: rule.severity,
        message: rule.message(parameters),
        file,
        span: absolute,
        related,
        fixes: rule.fixes?.(parameters, absolute) ?? [],
        tags: rule.tags ?? [],
        parameters,
      });
    },
    within: (start) => createReporter(file, into, start),
  };
}

/** The same diagnostic in `file`, `by` code units further on, with its fixes: from an item's text to its document. */
export function moveDiagnostic(diagnostic: Diagnostic, file: string, by: number): Diagnostic {
  return {
    ...diagnostic,
    file,
    span: moveSpan(diagnostic.span, by),
    related: diagnostic.related.map((place) => ({
      ...place,
      file,
      span: moveSpan(place.span, by),
    })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: moveSpan(edit.span, by) })),
    })),
  };
}

/** A preferred fix that replaces the diagnostic's own span. */
export function replaceFix(title: string, at: Span, newText: string): Fix {
  return { title, edits: [{ span: at, newText }], preferred: true };
}

/** A preferred fix that inserts text at an offset. */
export function insertFix(title: string, at: number, newText: string): Fix {
  return replaceFix(title, { start: at, end: at }, newText);
}

// Laws of fixes: each mends what it is offered for, and taking them all comes to an end.
import { compile, type Diagnostic, type Fix, parse, type TextEdit } from "@omega/core";
import type * as fc from "fast-check";
import { mutate } from "../generate/mutations.ts";
import { drawnText, type WrittenText } from "../generate/texts.ts";
import { expectThat, type Law, law } from "./law.ts";
import { drawWellFormed } from "./texts.ts";

/** Fixes may uncover others; more rounds than this means that some undo each other. */
const mostRounds = 10;

function mistakenTexts(size: number): fc.Arbitrary<WrittenText> {
  return drawnText(size, (draw) => mutate(draw, drawWellFormed(draw)));
}

const single = law(
  {
    name: "fix-removes-its-diagnostic",
    statement: "a preferred fix removes its diagnostic, and leaves a text parsing that parsed",
    cases: 150,
  },
  mistakenTexts,
  ({ text }) => {
    const diagnostics = diagnose(text);
    const parsed = syntaxErrors(text) === 0;
    for (const diagnostic of diagnostics) {
      const fix = preferredFix(diagnostic);
      if (fix === null) continue;
      const { code, message } = diagnostic;
      const fixed = applyFixes(text, [fix]);
      const title = `${code} ${message}, fixed by "${fix.title}" to\n${fixed}\n`;
      if (parsed) expectThat(syntaxErrors(fixed) === 0, `${title}has errors of syntax`);
      expectThat(isMended(fixed, diagnostic, countLike(diagnostics, diagnostic)), `${title}stays`);
    }
  },
);

/** Whether there are fewer such diagnostics than before; at once, or when what it hid is mended in the same way. */
function isMended(text: string, diagnostic: Diagnostic, before: number): boolean {
  let mended = text;
  for (let round = 0; round < mostRounds; round++) {
    const diagnostics = diagnose(mended);
    if (countLike(diagnostics, diagnostic) < before) return true;
    const next = diagnostics.find((other) => isLike(other, diagnostic));
    const fix = next === undefined ? null : preferredFix(next);
    if (fix === null) return false;
    mended = applyFixes(mended, [fix]);
  }
  return false;
}

function isLike({ code, message }: Diagnostic, diagnostic: Diagnostic): boolean {
  return code === diagnostic.code && message === diagnostic.message;
}

function countLike(diagnostics: readonly Diagnostic[], diagnostic: Diagnostic): number {
  return diagnostics.filter((other) => isLike(other, diagnostic)).length;
}

/** The diagnostics of the document itself. */
function diagnose(text: string): readonly Diagnostic[] {
  const { diagnostics, source } = compile(text);
  return diagnostics.filter(({ file }) => file === source.file);
}

const converging = law(
  {
    name: "fixes-converge",
    statement: `taking every preferred fix comes to an end within ${mostRounds} rounds`,
    cases: 150,
  },
  mistakenTexts,
  ({ text }) => {
    let fixed = text;
    for (let round = 0; round <= mostRounds; round++) {
      const fixes = diagnose(fixed).flatMap((diagnostic) => preferredFix(diagnostic) ?? []);
      if (fixes.length === 0) return;
      const next = applyFixes(fixed, fixes);
      if (next === fixed) return;
      fixed = next;
    }
    expectThat(false, `after ${mostRounds} rounds there is still something to fix in\n${fixed}`);
  },
);

function preferredFix({ fixes }: Diagnostic): Fix | null {
  return fixes.find(({ preferred }) => preferred) ?? null;
}

/** The text with the fixes made, from the first on those that touch none before. */
function applyFixes(text: string, fixes: readonly Fix[]): string {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    const clash = edits.some(({ span }) =>
      taken.some((other) => span.start <= other.span.end && other.span.start <= span.end),
    );
    if (!clash) taken.push(...edits);
  }
  taken.sort((first, second) => first.span.start - second.span.start);
  let result = "";
  let from = 0;
  for (const { span, newText } of taken) {
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

function syntaxErrors(text: string): number {
  return parse(text).diagnostics.filter(({ severity }) => severity === "error").length;
}

export const fixLaws: readonly Law[] = [single, converging];

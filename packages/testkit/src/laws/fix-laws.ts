// Laws of fixes: each mends what it is offered for, and taking them all comes to an end.
import { check, compile, type Diagnostic, type Fix, parse, type TextEdit } from "@omega/core";
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
    statement: "a preferred fix removes its diagnostic and breaks no syntax",
    cases: 150,
  },
  mistakenTexts,
  ({ text }) => {
    const { diagnostics, source } = compile(text);
    for (const diagnostic of diagnostics) {
      if (diagnostic.file !== source.file) continue;
      const fix = preferredFix(diagnostic);
      if (fix === null) continue;
      const fixed = applyFixes(text, [fix]);
      const same = (list: readonly Diagnostic[]): number =>
        list.filter(
          ({ code, message }) => code === diagnostic.code && message === diagnostic.message,
        ).length;
      const title = `${diagnostic.code} ${diagnostic.message}, fixed by "${fix.title}" to\n${fixed}\n`;
      expectThat(same(check(fixed)) < same(diagnostics), `${title}is still reported`);
      expectThat(syntaxErrors(fixed) <= syntaxErrors(text), `${title}has more syntax errors`);
    }
  },
);

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
      const fixes = check(fixed).flatMap((diagnostic) => preferredFix(diagnostic) ?? []);
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

// Mends a document by its diagnostics' preferred fixes, until nothing changes and never for the worse.
import type { Diagnostic, Policy, TextEdit } from "@omega/core";

export interface FixedText {
  readonly text: string;
  /** How many fixes were made. */
  readonly count: number;
}

/** Fixes can uncover others; more rounds than this means that two undo each other. */
const MOST_ROUNDS = 10;

/**
 * `text` with every preferred fix made. Those that overlap wait for the next round, when `compile` has seen the first.
 * A round that leaves more errors than it found is not taken.
 */
export function applyFixes(text: string, compile: (text: string) => Policy): FixedText {
  let fixed: FixedText = { text, count: 0 };
  let policy = compile(text);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { text: next, count } = applyRound(fixed.text, policy);
    if (next === fixed.text) break;
    const after = compile(next);
    if (errorsIn(after) > errorsIn(policy)) break;
    fixed = { text: next, count: fixed.count + count };
    policy = after;
  }
  return fixed;
}

function errorsIn({ diagnostics }: Policy): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

function applyRound(text: string, { diagnostics, source }: Policy): FixedText {
  const taken: TextEdit[] = [];
  let count = 0;
  for (const edits of preferredFixes(diagnostics, source.file)) {
    // Another diagnostic may have asked for just this.
    if (edits.every((edit) => taken.some((other) => sameEdit(edit, other)))) continue;
    if (edits.some((edit) => taken.some((other) => conflict(edit, other)))) continue;
    taken.push(...edits);
    count++;
  }
  taken.sort((a, b) => a.span.start - b.span.start);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  let result = "";
  let from = 0;
  for (const { span, newText } of taken) {
    result += text.slice(from, span.start) + newText.replace(/\r?\n/g, lineBreak);
    from = span.end;
  }
  return { text: result + text.slice(from), count };
}

/** The edits of each preferred fix of this file. */
function preferredFixes(diagnostics: readonly Diagnostic[], file: string): (readonly TextEdit[])[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.file === file)
    .flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred).slice(0, 1))
    .map(({ edits }) => edits);
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Two edits that touch are not both made: what stands between them would depend on their order. */
function conflict(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

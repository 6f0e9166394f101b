// A unified diff, as `diff -u` prints it and `patch` reads it.
import { type DiffLine, lineDiff } from "./line-diff.ts";
import type { Style } from "./style.ts";

const CONTEXT = 3;

/** How `before` becomes `after`; "" when they are equal. `path` heads both sides. */
export function unifiedDiff(path: string, before: string, after: string, style: Style): string {
  if (before === after) return "";
  const diff = lineDiff(splitLines(before), splitLines(after));
  const head = [style.bold(`--- ${path}`), style.bold(`+++ ${path}`)];
  return `${[...head, ...hunks(diff).flatMap((hunk) => printHunk(diff, hunk, style))].join("\n")}\n`;
}

/** Lines with their ends, so that a missing last line end shows. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

interface Hunk {
  readonly start: number;
  readonly end: number;
}

/** Ranges of the diff that hold changes and what surrounds them; those that touch are one. */
function hunks(diff: readonly DiffLine[]): Hunk[] {
  const found: { start: number; end: number }[] = [];
  diff.forEach(({ kind }, index) => {
    if (kind === "same") return;
    const start = Math.max(0, index - CONTEXT);
    const end = Math.min(diff.length, index + CONTEXT + 1);
    const last = found[found.length - 1];
    if (last !== undefined && start <= last.end) last.end = end;
    else found.push({ start, end });
  });
  return found;
}

function printHunk(diff: readonly DiffLine[], { start, end }: Hunk, style: Style): string[] {
  const count = (part: readonly DiffLine[], absent: DiffLine["kind"]): number =>
    part.filter(({ kind }) => kind !== absent).length;
  const range = (absent: DiffLine["kind"]): string => {
    const length = count(diff.slice(start, end), absent);
    const first = count(diff.slice(0, start), absent) + (length === 0 ? 0 : 1);
    return length === 1 ? `${first}` : `${first},${length}`;
  };
  return [
    style.cyan(`@@ -${range("added")} +${range("removed")} @@`),
    ...diff.slice(start, end).map((line) => printLine(line, style)),
  ];
}

function printLine({ kind, text }: DiffLine, style: Style): string {
  const ended = text.endsWith("\n") ? text.slice(0, -1) : `${text}\n\\ No newline at end of file`;
  switch (kind) {
    case "same":
      return ` ${ended}`;
    case "removed":
      return style.red(`-${ended}`);
    case "added":
      return style.green(`+${ended}`);
  }
}

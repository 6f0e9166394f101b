// Folding: sections, blocks in braces, items over several lines, and runs of comment lines.
import { positionAt, type Span, type Tree } from "@omega/core";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";

/** The ranges of a document that can be folded, each over two lines or more, in order. */
export function findFoldingRanges({ tree, source }: ServiceDocument): readonly FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const folded = new Set<number>();
  const fold = ({ start, end }: Span, kind?: FoldingRangeKind): void => {
    const last = start + source.text.slice(start, end).trimEnd().length;
    const startLine = positionAt(source, start).line - 1;
    const endLine = positionAt(source, Math.max(start, last)).line - 1;
    // A line has one fold, and outer ones come first.
    if (endLine <= startLine || folded.has(startLine)) return;
    folded.add(startLine);
    ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  for (const section of tree.sections) {
    fold(section.span);
    for (const item of section.items) {
      fold(item);
      foldRules(item, fold);
    }
  }
  for (const span of commentRuns(source.text)) fold(span, FoldingRangeKind.Comment);
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function foldRules({ body, start }: Tree.Item, fold: (span: Span) => void): void {
  const visit = (rule: Tree.ItemBody): void => {
    if (rule.kind !== "for" && rule.kind !== "while") return;
    for (const inner of rule.body) {
      fold({ start: inner.rule.span.start + start, end: inner.rule.span.end + start });
      visit(inner.rule);
    }
  };
  visit(body);
}

/** Runs of lines that hold nothing but a comment. */
function commentRuns(text: string): readonly Span[] {
  return [...text.matchAll(/(?:^[ \t]*(?:#|\/\/).*(?:\r\n|\n|\r|$)){2,}/gm)].map((run) => ({
    start: run.index,
    end: run.index + run[0].length,
  }));
}

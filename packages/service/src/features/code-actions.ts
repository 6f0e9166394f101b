// Quick fixes, and all safe fixes at once. Every diagnostic that has a fix offers it here.
import type { Fix, Diagnostic as PolicyDiagnostic } from "@omega/core";
import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
} from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange, toSpan } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";
import { type PageAddress, toDiagnostic } from "./diagnostics.ts";

/** All fixes that keep the meaning: what an editor may do on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.omega`;

/**
 * The actions for a range: the fixes of the diagnostics it touches, the preferred one of each first, and an exemption for
 * those that may be exempted; where `only` asks for it, one action that takes every preferred fix of the document.
 */
export function findCodeActions(
  document: ServiceDocument,
  range: Range,
  only: readonly string[] | null,
  workspace: Workspace,
  pageOf: PageAddress,
): readonly CodeAction[] {
  const wants = (kind: string): boolean =>
    only === null || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const { start, end } = toSpan(document.source, range);
    for (const diagnostic of document.diagnostics) {
      if (diagnostic.file !== document.file) continue;
      if (diagnostic.span.start > end || diagnostic.span.end < start) continue;
      const shown = toDiagnostic(diagnostic, document, workspace, pageOf);
      for (const fix of preferredFirst(diagnostic.fixes)) {
        actions.push({
          title: document.locale.phrase(fix.title),
          kind: CodeActionKind.QuickFix,
          diagnostics: [shown],
          isPreferred: fix.preferred,
          edit: editOf(document, editsOfFix(document, fix)),
        });
      }
    }
  }
  if (wants(fixAllKind)) {
    const edits = fixAllEdits(document);
    if (edits.length > 0) {
      const title = document.locale.phrase("fix all that can be fixed safely");
      actions.push({ title, kind: fixAllKind, edit: editOf(document, edits) });
    }
  }
  return actions;
}

/** The preferred fixes of a document, as far as none stands in another's way. */
export function fixAllEdits(document: ServiceDocument): readonly TextEdit[] {
  const taken: Edit[] = [];
  for (const { file, fixes } of document.diagnostics) {
    const edits = file === document.file ? preferredEdits(fixes) : [];
    if (edits.every((edit) => taken.every((other) => apart(edit, other)))) taken.push(...edits);
  }
  return taken
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => ({ range: toRange(document.source, span), newText }));
}

function preferredEdits(fixes: readonly Fix[]): readonly Edit[] {
  return fixes.find(({ preferred }) => preferred)?.edits ?? [];
}

type Edit = Fix["edits"][number];

/** Insertions at one place depend on their order, so they are not apart either. */
function apart({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.end < b.start || b.end < a.start;
}

function preferredFirst(fixes: PolicyDiagnostic["fixes"]): readonly Fix[] {
  return [...fixes].sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

function editsOfFix({ source }: ServiceDocument, { edits }: Fix): readonly TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(source, span), newText }));
}

/** Made for this version: an editor that has another must not apply it. */
function editOf(
  { uri, version }: ServiceDocument,
  edits: readonly TextEdit[],
): NonNullable<CodeAction["edit"]> {
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}

// Formal constraints and effects of a policy and its imports, with their ids, before anything in them is checked.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import { importClash } from "../diagnostics/om3-declarations.ts";
import { labelTwice } from "../diagnostics/om3-names.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import { moveSpan, type Span } from "../source/span.ts";
import type { Document } from "../syntax/tree.ts";
import type { ConstraintInformation, EffectInformation, ImportedDocument } from "./analysis.ts";
import { type ActionTable, mention } from "./authority.ts";
import { actionsOf } from "./lower-clauses.ts";

export interface CollectedClauses {
  readonly constraints: readonly ConstraintInformation[];
  readonly effects: readonly EffectInformation[];
}

/** In document order, own ones first. Ids that two constraints share are reported. */
export function collectClauses(
  document: Document,
  source: SourceText,
  imports: readonly ImportedDocument[],
  report: Reporter,
): CollectedClauses {
  const constraints: ConstraintInformation[] = [];
  const effects: EffectInformation[] = [];
  const ids = new Map<string, string>();
  const collect = (from: Document, text: SourceText, importSpan: Span | null): void => {
    let position = 0;
    const imported = importSpan !== null;
    for (const item of from.sections.flatMap((section) => section.items)) {
      const { body, start } = item;
      if (body.kind !== "formal-constraint" && body.kind !== "effect") continue;
      const span = importSpan ?? moveSpan(body.span, start);
      const place = { file: source.file, span };
      const where = {
        item,
        source: text,
        place,
        line: positionAt(source, span.start).line,
        imported,
      };
      if (body.kind === "effect") {
        effects.push({ effect: body, ...where });
        continue;
      }
      position++;
      const unnamed = imported ? `${text.file}#C${position}` : `C${position}`;
      const id = body.label?.text ?? unnamed;
      const other = ids.get(id);
      if (other === undefined) ids.set(id, text.file);
      else if (importSpan !== null) {
        report.report(importClash, importSpan, {
          name: id,
          what: "constraint",
          path: text.file,
          other,
        });
      } else if (body.label !== null) {
        report.report(labelTwice, moveSpan(body.label.span, start), {
          name: id,
          what: "constraint",
        });
      }
      constraints.push({ id, constraint: body, ...where });
    }
  };
  collect(document, source, null);
  for (const imported of imports) collect(imported.document, imported.source, imported.importSpan);
  return { constraints, effects };
}

/** Mentions of actions in constraints and effects. */
export function mentionInClauses(clauses: CollectedClauses, actions: ActionTable): void {
  for (const { constraint, item, source, id } of clauses.constraints) {
    for (const name of actionsOf(constraint.clause)) {
      const span = moveSpan(name.span, item.start);
      mention(actions, name.text, { file: source.file, span, role: "constraint", by: id });
    }
  }
  for (const { effect, item, source } of clauses.effects) {
    const span = moveSpan(effect.action.span, item.start);
    mention(actions, effect.action.text, { file: source.file, span, role: "effect", by: "" });
  }
}

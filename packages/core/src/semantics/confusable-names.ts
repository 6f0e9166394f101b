// Names that a reader cannot tell apart, although they are spelled with different characters.

import type { Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { confusableSkeleton } from "../source/unicode.ts";
import type { Analysis, Attribute, Local, Place } from "./analysis.ts";

/** What has names that a reader may confuse. */
export interface Named {
  readonly attributes: ReadonlyMap<string, Pick<Attribute, "name" | "declaration" | "firstUse">>;
  readonly locals: readonly Pick<Local, "name" | "declaration">[];
  readonly actions: Analysis["actions"];
}

/** Reports names of attributes, LET names and loop variables that look like another one, and actions likewise. */
export function checkConfusables(analysis: Named, report: Reporter): void {
  const values = new Map<string, Place>();
  for (const { name, declaration, firstUse } of analysis.attributes.values()) {
    const place =
      declaration === null ? firstUse : { file: declaration.file, span: declaration.nameSpan };
    if (place !== null) values.set(name, place);
  }
  for (const { name, declaration } of analysis.locals)
    if (!values.has(name)) values.set(name, declaration);
  reportAlike(values, report);
  const actions = new Map<string, Place>();
  for (const { name, mentions } of analysis.actions.values()) {
    const [first] = mentions;
    if (first !== undefined) actions.set(name, first);
  }
  reportAlike(actions, report);
}

const beyondAscii = /[^\0-\x7f]/;

/** Whether some name may look like another one. */
export function mayConfuse(names: Iterable<string>): boolean {
  for (const name of names) if (beyondAscii.test(name)) return true;
  return false;
}

/** `l1` and `Il` are a matter of fonts: among ASCII names none is reported. */
function reportAlike(names: ReadonlyMap<string, Place>, report: Reporter): void {
  if (!mayConfuse(names.keys())) return;
  const bySkeleton = new Map<string, string>();
  for (const [name, place] of names) {
    const skeleton = confusableSkeleton(name);
    const other = bySkeleton.get(skeleton);
    if (other === undefined) bySkeleton.set(skeleton, name);
    else if (place.file === report.file && beyondAscii.test(name + other)) {
      const known = names.get(other);
      report.report(
        syntaxDiagnostics.confusableName,
        place.span,
        { name, other },
        known === undefined ? [] : [{ ...known, message: `\`${other}\` is here` }],
      );
    }
  }
}

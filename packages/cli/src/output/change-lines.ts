// What changed in a policy's text, a line for each part: `~ TooClose, line 9: …`, and what it was.
import type { PlacedRule, PolicyChanges, RuleChange } from "@omega/prove";
import type { Runnable } from "../input/open-runnable.ts";
import type { Style } from "./style.ts";

export interface ChangeLine {
  /** Added, removed, changed, moved. */
  readonly mark: "+" | "-" | "~" | "↕";
  readonly text: string;
  readonly notes: readonly string[];
}

const marks: { readonly [kind in RuleChange["kind"]]: ChangeLine["mark"] } = {
  added: "+",
  removed: "-",
  changed: "~",
  moved: "↕",
};

export function changeLines(
  { rules, attributes, constraints, others }: PolicyChanges,
  policies: { readonly old: Runnable; readonly new: Runnable },
  phrase: Style["phrase"],
): readonly ChangeLine[] {
  const was = (text: string): string => phrase(`was ${text}`);
  return [
    ...rules.flatMap((change): readonly ChangeLine[] => {
      const before = change.old === null ? null : ruleText(change.old, policies.old);
      const after = change.new === null ? null : ruleText(change.new, policies.new);
      const shown = change.new ?? change.old;
      const named = shown === null ? "" : phrase(`${shown.id}, line ${shown.line}`);
      const isChanged = change.kind === "changed" && before !== null;
      // Written as before, it does something else because of what it reads.
      if (isChanged && before === after) return [];
      const notes = isChanged ? [was(before)] : [];
      return [{ mark: marks[change.kind], text: `${named}: ${after ?? before ?? ""}`, notes }];
    }),
    ...attributes.map(
      ({ kind, name, old, new: changed, readsNumbersOtherwise }): ChangeLine => ({
        mark: marks[kind],
        text: `${name}: ${changed ?? old ?? ""}`,
        notes: [
          ...(kind === "changed" && old !== null ? [was(old)] : []),
          ...(readsNumbersOtherwise
            ? [phrase("a number without a unit means something else")]
            : []),
        ],
      }),
    ),
    ...constraints.map(({ kind, old, new: changed }): ChangeLine => {
      const shown = changed ?? old;
      return {
        mark: marks[kind],
        text: shown === null ? "" : `${phrase(`${shown.id}, line ${shown.line}`)}: ${shown.text}`,
        notes: kind === "changed" && old !== null ? [was(old.text)] : [],
      };
    }),
    ...others.map((name): ChangeLine => ({ mark: "~", text: phrase(name), notes: [] })),
  ];
}

/** On one line, without its label. */
function ruleText({ id, span }: PlacedRule, { document }: Runnable): string {
  const text = document.text.slice(span.start, span.end).replaceAll(/\s+/g, " ").trim();
  return text.startsWith(`${id}:`) ? text.slice(id.length + 1).trim() : text;
}

// Each OM3 entry by its own documents: the bad one draws it, the good one is free of it and of errors, its fixes remove it.
import { describe, expect, test } from "vitest";
import { analyse } from "../semantics/analyse.ts";
import { defaultSettings, type Settings, strictSettings } from "../semantics/settings.ts";
import { createSourceText } from "../source/source-text.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";
import { semanticDiagnostics } from "./om3-names-types-units.ts";

/** What an entry needs besides its documents. */
const settingsOf: Readonly<Record<string, Settings>> = {
  OM3001: strictSettings,
  OM3014: { ...defaultSettings, disabled: new Set(["math"]) },
};
const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OM3021: { "policy.omni": 'IMPORT:\n- "policy.omni"\n' },
  OM3022: { "site.omni": "CONTEXT:\n- Distance: <cm>\n" },
  OM3023: { "site.omni": "CONTEXT:\n- Reach: <5..1 m>\n" },
  OM3092: { "site.omni": "CONSTRAINT:\n- Safety: NEVER Crush\n" },
};

/** What may come along: an unanswered unknown, and the parser's word on prose that looks like a quantity. */
const remarks: ReadonlySet<string> = new Set(["OM3080", "OM2023"]);

function check(text: string, code: string): readonly Diagnostic[] {
  const source = createSourceText(text);
  const { document, diagnostics } = parseDocument(source);
  const analysed = analyse(document, source, {
    settings: settingsOf[code] ?? defaultSettings,
    load: (path) => files[code]?.[path] ?? null,
    syntaxErrors: diagnostics,
  });
  return [...diagnostics, ...analysed.diagnostics];
}

function apply(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (changed, { span, newText }) =>
      changed.slice(0, span.start) + newText + changed.slice(span.end),
    text,
  );
}

describe.each(semanticDiagnostics.map((rule) => [rule.code, rule.title, rule] as const))(
  "%s %s",
  (code, _title, rule) => {
    test("the bad document draws it, alone of errors and warnings", () => {
      const found = check(rule.bad, code).filter(({ severity }) => severity !== "info");
      const drawn = check(rule.bad, code).filter((diagnostic) => diagnostic.code === code);
      expect(drawn.map(({ message }) => message)).not.toEqual([]);
      const others = found.filter(
        (diagnostic) => diagnostic.code !== code && !remarks.has(diagnostic.code),
      );
      expect(others.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`)).toEqual([]);
    });
    test("the good document is clean", () => {
      const found = check(rule.good, code).filter(
        (diagnostic) => diagnostic.severity === "error" || diagnostic.code === code,
      );
      expect(found.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`)).toEqual([]);
    });
    test("each fix removes it and leaves a document that parses", () => {
      for (const diagnostic of check(rule.bad, code)) {
        if (diagnostic.code !== code) continue;
        for (const fix of diagnostic.fixes) {
          const after = check(apply(rule.bad, fix), code);
          expect(after.filter((each) => each.code.startsWith("OM2"))).toEqual([]);
          expect(
            after.filter((each) => each.code === code && each.span.start === diagnostic.span.start),
          ).toEqual([]);
        }
      }
    });
  },
);

test("codes are distinct", () => {
  const codes = semanticDiagnostics.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

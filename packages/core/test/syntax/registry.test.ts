// The registry's entries of OM1 and OM2 hold what they promise: the bad document draws the code, the good one is clean,
// a fix removes its diagnostic and leaves a document that parses.
import { expect, test } from "vitest";
import { documentStructureDiagnostics } from "../../src/diagnostics/om1-document-structure.ts";
import { syntaxDiagnostics } from "../../src/diagnostics/om2-syntax.ts";
import { createSourceText } from "../../src/source/source-text.ts";
import { parseDocument } from "../../src/syntax/parse-document.ts";
import { applyEdits } from "./sketch.ts";

const diagnose = (text: string) => parseDocument(createSourceText(text)).diagnostics;

// Names that look alike are found by the semantic stage, which knows all of them.
const entries = Object.values({ ...documentStructureDiagnostics, ...syntaxDiagnostics }).filter(
  (entry) => entry !== syntaxDiagnostics.confusableName,
);

test("codes are unique and in their family", () => {
  const codes = entries.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code } of Object.values(documentStructureDiagnostics))
    expect(code).toMatch(/^OM1\d{3}$/);
  for (const { code } of Object.values(syntaxDiagnostics)) expect(code).toMatch(/^OM2\d{3}$/);
});

for (const { code, title, severity, bad, good } of entries) {
  test(`${code} ${title}`, () => {
    const found = diagnose(bad);
    const own = found.filter((diagnostic) => diagnostic.code === code);
    expect(own, "the bad document").not.toEqual([]);
    expect(diagnose(good), "the good document").toEqual([]);
    for (const diagnostic of own) {
      expect(diagnostic.severity).toBe(severity);
      expect(diagnostic.message).toMatch(/^[a-z`“"'A-Z].*[^.]$/);
      expect(diagnostic.fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
      for (const { edits } of diagnostic.fixes) {
        const left = diagnose(applyEdits(bad, edits)).filter((each) => each.code === code);
        expect(left.length, "fixed").toBeLessThan(own.length);
      }
    }
    for (const { edits } of found.flatMap(({ fixes }) =>
      fixes.filter(({ preferred }) => preferred),
    )) {
      expect(diagnose(applyEdits(bad, edits)).length).toBeLessThan(found.length);
    }
  });
}

import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { openMarked } from "../../test/marked-documents.ts";
import { findCodeActions, fixAllEdits, fixAllKind } from "./code-actions.ts";

const everywhere: Range = {
  start: { line: 0, character: 0 },
  end: { line: 1000, character: 0 },
};
const misspelt = `INTENT: x
CONTEXT:
- Distance: <m>
RULE:
- IF Distance < 1m THEN Stop
CONSTRAINTT:
- Safety: prose
`;

test("every diagnostic with a fix offers it, for the version it was made for", () => {
  const { document, workspace } = openMarked(misspelt);
  const actions = findCodeActions(document, everywhere, null, workspace, (code) => `page:${code}`);
  const rename = actions.find(({ title }) => title.includes("CONSTRAINT"));
  expect(rename?.kind).toBe("quickfix");
  expect(rename?.diagnostics?.[0]?.codeDescription?.href).toMatch(/^page:OM1\d{3}$/);
  expect(rename?.edit?.documentChanges?.[0]).toMatchObject({
    textDocument: { uri: document.uri, version: 1 },
  });
});

test("fix all takes the preferred fixes, and is only offered when asked for or fitting", () => {
  const { document, workspace } = openMarked(misspelt);
  expect(fixAllEdits(document).length).toBeGreaterThan(0);
  const only = findCodeActions(document, everywhere, ["source"], workspace, String);
  expect(only.map(({ kind }) => kind)).toEqual([fixAllKind]);
});

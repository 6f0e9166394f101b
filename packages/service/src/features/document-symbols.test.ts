import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { openMarked } from "../../test/marked-documents.ts";
import { findDocumentSymbols, findWorkspaceSymbols } from "./document-symbols.ts";

const policy = `INTENT: x
CONTEXT:
- Distance: <m>
RULE Safety:
- Near: IF Distance < 1m THEN Stop
- FOR w IN Workers { - IF w.near THEN Stop }
EXAMPLE close:
- GIVEN Distance = 0.5m
- EXPECT Stop
`;

function outline(symbols: readonly DocumentSymbol[], indent = ""): readonly string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail ? ` — ${detail}` : ""}`,
    ...outline(children, `${indent}  `),
  ]);
}

test("the outline has sections, and in them what they declare", () => {
  const { document } = openMarked(policy);
  expect(outline(findDocumentSymbols(document))).toEqual([
    "INTENT",
    "CONTEXT",
    "  Distance — <m>",
    "RULE Safety",
    "  Near — IF Distance < 1m",
    "  FOR w IN Workers",
    "    IF w.near — Stop",
    "EXAMPLE close",
  ]);
});

test("a search finds names by their letters in order", () => {
  const { workspace } = openMarked(policy);
  expect(findWorkspaceSymbols("dst", workspace).map(({ name }) => name)).toEqual(["Distance"]);
});

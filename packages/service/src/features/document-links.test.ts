import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findDocumentLinks } from "./document-links.ts";

test("web addresses, without the sentence's full stop, and files by their paths", () => {
  const { document } = openMarked(`INTENT: x
IMPORT:
- "site.omni"
- "absent.omni"
TRACE:
- Regulation: see https://example.org/iso(2).
`);
  expect(findDocumentLinks(document).map(({ kind, target }) => `${kind} ${target}`)).toEqual([
    "file site.omni",
    "file absent.omni",
    "web https://example.org/iso(2)",
  ]);
});

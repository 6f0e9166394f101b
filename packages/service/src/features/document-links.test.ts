import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findDocumentLinks } from "./document-links.ts";

test("web addresses, without the sentence's full stop, and files that exist", () => {
  const { document } = openMarked(`INTENT: x
IMPORT:
- "site.omni"
- "absent.omni"
TRACE:
- Regulation: see https://example.org/iso(2).
`);
  const links = findDocumentLinks(document, (file) => (file === "site.omni" ? `x:${file}` : null));
  expect(links.map(({ target }) => target)).toEqual(["x:site.omni", "https://example.org/iso(2)"]);
});

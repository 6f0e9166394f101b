import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { toOffset } from "../text-range.ts";
import { findInlayHints } from "./inlay-hints.ts";

/** The text with every hint where it is shown, between angle marks. */
function hinted(text: string): string {
  const { document } = openMarked(text);
  const end = { line: 1000, character: 0 };
  const hints = findInlayHints(document, { start: { line: 0, character: 0 }, end });
  let shown = document.source.text;
  for (const { position, label } of [...hints].reverse()) {
    const offset = toOffset(document.source, position);
    shown = `${shown.slice(0, offset)}‹${String(label)}›${shown.slice(offset)}`;
  }
  return shown;
}

test("inferred units, ids of rules, names of parameters", () => {
  expect(
    hinted(`INTENT: slow down in time
RULE:
- IF Speed > 30km/h THEN Brake UNKNOWN Brake
- Close: IF std::math::clamp(Gap, 1m, 9m) < 2m THEN Brake UNKNOWN Brake
- FOR car IN Cars { - IF car.gap < 2m THEN Brake UNKNOWN Brake }`),
  ).toBe(`INTENT: slow down in time
RULE:
- ‹R1:›IF Speed‹: km/h› > 30km/h THEN Brake UNKNOWN Brake
- Close: IF std::math::clamp(‹x:›Gap‹: m›, ‹low:›1m, ‹high:›9m) < 2m THEN Brake UNKNOWN Brake
- ‹R3:›FOR car IN Cars { - ‹R3.1:›IF car.gap < 2m THEN Brake UNKNOWN Brake }`);
});

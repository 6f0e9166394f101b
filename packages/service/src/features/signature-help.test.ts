import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { findSignatureHelp } from "./signature-help.ts";

/** The signature at `$0` with the active parameter in brackets; null outside of calls. */
function signature(rule: string): string | null {
  const { document, at } = openMarked(
    `INTENT: x\nRULE:\n- IF a THEN Notify(channel: "sms", after: 5min)\n${rule}`,
  );
  const help = findSignatureHelp(document, at());
  const active = help?.signatures[help.activeSignature ?? 0];
  if (active === undefined) return null;
  const label = active.parameters?.[help?.activeParameter ?? 0]?.label;
  if (typeof label !== "object") return active.label;
  const [start, end] = label;
  return `${active.label.slice(0, start)}[${active.label.slice(start, end)}]${active.label.slice(end)}`;
}

test("a function's parameters, the one at the cursor marked", () => {
  const clamp = "- IF std::math::clamp(";
  expect(signature(`${clamp}$0`)).toBe("std::math::clamp([x: u], low: u, high: u) → u");
  expect(signature(`${clamp}Gap, $0`)).toBe("std::math::clamp(x: u, [low: u], high: u) → u");
  expect(signature(`${clamp}max(Gap, 1m), 2m, $0) < 3m`)).toBe(
    "std::math::clamp(x: u, low: u, [high: u]) → u",
  );
});

test("an action's arguments as they are given elsewhere", () => {
  expect(signature("- IF a THEN Notify($0")).toBe("Notify([channel: …], after: …)");
});

test("nothing outside of calls", () => {
  expect(signature("- IF ($0")).toBeNull();
});

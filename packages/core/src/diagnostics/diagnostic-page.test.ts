// The page of a code says everything the registry knows about it, in the same order for each.
import { describe, expect, test } from "vitest";
import { diagnosticPage } from "./diagnostic-page.ts";
import { diagnosticRules } from "./registry.ts";

describe("diagnosticPage", () => {
  test("shows what to avoid, the message it draws, and what to prefer", () => {
    const page = diagnosticPage("OM3057");
    const headings = page?.match(/^#+ [^o].*$/gm);
    expect(headings).toEqual([
      "# OM3057: metres where minutes seem meant",
      "## Why",
      "## Avoid",
      "## Prefer",
      "## Severity and configuration",
    ]);
    expect(page).toContain(
      "> `5m` is metres, and `IdleTime` speaks of time; minutes are `min`: `5min`",
    );
    expect(page).toContain('{ "severities": { "OM3057": "error" } }');
    expect(page).toContain("# omega-ignore OM3057: why this line is right");
  });

  test("says which severities are fixed", () => {
    expect(diagnosticPage("OM3050")).toContain(
      "no configuration changes it, and no line is exempted",
    );
  });

  test("knows no other codes", () => {
    expect(diagnosticPage("OM0000")).toBeNull();
    expect(diagnosticPage("units")).toBeNull();
  });

  test.each(diagnosticRules.map(({ code }) => code))("%s can be read", (code) => {
    const page = diagnosticPage(code) ?? "";
    expect(page.length).toBeLessThan(5_000);
    // What nobody can see is written out, so that a page survives any terminal and any file.
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(new TextDecoder().decode(new TextEncoder().encode(page))).toBe(page);
  });
});

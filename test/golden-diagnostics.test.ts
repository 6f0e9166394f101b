// golden/diagnostics: for every code a document that an author might write, and what is said of it, mark by mark.
// OMEGA_UPDATE_GOLDEN=1 rewrites the marks.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { diagnosticRules } from "@omega/core";
import { printFixture, readFixture, runDiagnosticFixture } from "@omega/testkit";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("../golden/diagnostics/", import.meta.url));
const names = readdirSync(folder).sort();

test("every code has a scenario", () => {
  const shown = new Set(names.map(codeOf));
  expect(diagnosticRules.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([]);
});

describe("golden/diagnostics", () => {
  test.each(names)("%s", (name) => {
    const text = readFileSync(folder + name, "utf8");
    const { fixture, diagnostics, badFixes } = runDiagnosticFixture(readFixture(text));
    const actual = printFixture(fixture);
    if (process.env.OMEGA_UPDATE_GOLDEN === "1") writeFileSync(folder + name, actual);
    else expect(actual).toBe(text);

    const codes = new Set(diagnostics.map(({ code }) => code));
    expect(codes).toContain(codeOf(name));
    // One mistake draws one diagnostic; where it takes more, the prose says why.
    const unexplained = [...codes].filter(
      (code) => code !== codeOf(name) && !fixture.prose.includes(code),
    );
    expect(unexplained).toEqual([]);
    expect(badFixes).toEqual([]);
  });
});

function codeOf(name: string): string {
  return name.slice(0, "OM0000".length);
}

// Starters are what they teach: canonical, without a finding under `strict`, with examples that pass.
import { compile, format, runExamples, strictSettings } from "@omega/core";
import { describe, expect, test } from "vitest";
import { indonesianStarters } from "../locales/id/starters.ts";
import { englishStarters, starterNames } from "./starter.ts";

const today = "2026-11-21";

const starters = [
  ...starterNames.map((name) => [name, englishStarters[name](today)] as const),
  ...starterNames.map(
    (name) => [`${name}, in Indonesian`, indonesianStarters[name](today)] as const,
  ),
];

describe.each(starters)("%s", (_name, text) => {
  const policy = compile(text, { settings: strictSettings, today });

  test("has no findings, and nothing to format", () => {
    expect(policy.diagnostics).toEqual([]);
    expect(format(text).text).toBe(text);
  });

  test("has examples that pass", () => {
    const results = runExamples(policy);
    expect(results.length).toBeGreaterThanOrEqual(3);
    expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
  });

  test("is reviewed today", () => {
    expect(text).toContain(`- LastReviewed: ${today}\n`);
  });
});

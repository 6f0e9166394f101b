// The registry as a whole: codes, pages, and that every entry's own documents show what it says.
import { describe, expect, test } from "vitest";
import { check, parse } from "../policy.ts";
import { readSettings } from "../semantics/read-settings.ts";
import { defaultSettings, type Settings, strictSettings } from "../semantics/settings.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";
import { diagnosticRules, findRule, type RegisteredRule } from "./registry.ts";

/** The day on which these tests are run for ever. */
const today = "2026-11-21";

/** What an entry's documents need besides themselves. */
const settingsFor: Readonly<Record<string, Settings>> = {
  OM3001: strictSettings,
  OM3014: { ...defaultSettings, disabled: new Set(["math"]) },
};
const filesFor: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OM3021: { "policy.omni": 'IMPORT:\n- "policy.omni"\n' },
  OM3022: { "site.omni": "CONTEXT:\n- Distance: <cm>\n" },
  OM3023: { "site.omni": "CONTEXT:\n- Reach: <5..1 m>\n" },
  OM3092: { "site.omni": "CONSTRAINT:\n- Safety: NEVER Crush\n" },
};

/** OM6 needs a context as well and has tests of its own, beside it. */
const isOfDocuments = ({ code }: RegisteredRule): boolean => !code.startsWith("OM6");
const isOfConfigurations = ({ code }: RegisteredRule): boolean => code.startsWith("OM70");

function diagnose(rule: RegisteredRule, text: string): readonly Diagnostic[] {
  if (isOfConfigurations(rule)) return readSettings(text).diagnostics;
  const { code } = rule;
  const settings = settingsFor[code] ?? defaultSettings;
  return check(text, { settings, today, load: (path) => filesFor[code]?.[path] ?? null });
}

function drawnBy(rule: RegisteredRule, text: string): readonly Diagnostic[] {
  return diagnose(rule, text).filter(({ code }) => code === rule.code);
}

function applyFix(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((first, second) => second.span.start - first.span.start)
    .reduce(
      (changed, { span, newText }) =>
        changed.slice(0, span.start) + newText + changed.slice(span.end),
      text,
    );
}

const syntaxErrors = (text: string): readonly string[] =>
  parse(text)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message}`);

test("there are at least sixty codes, each once, in order", () => {
  const codes = diagnosticRules.map(({ code }) => code);
  expect(codes.length).toBeGreaterThanOrEqual(60);
  expect(new Set(codes).size).toBe(codes.length);
  expect([...codes].sort()).toEqual(codes);
});

test("a code is found by its name, and nothing else is", () => {
  expect(findRule("OM4002")?.title).toBe("condition that is never true");
  expect(findRule("OM9999")).toBeNull();
  expect(findRule("constructor")).toBeNull();
});

describe.each(diagnosticRules.map((rule) => [rule.code, rule.title, rule] as const))(
  "%s %s",
  (code, title, rule) => {
    test("has a page", () => {
      expect(code).toMatch(/^OM[1-7]\d{3}$/);
      expect(title).toMatch(/^[^A-Z.]?[^.]*$/);
      expect(rule.explanation.length).toBeGreaterThan(30);
      expect(rule.bad).not.toBe("");
      expect(rule.good).not.toBe("");
    });
  },
);

describe.each(
  diagnosticRules.filter(isOfDocuments).map((rule) => [rule.code, rule.title, rule] as const),
)("%s %s", (_code, _title, rule) => {
  test("is drawn by its bad document and not by its good one", () => {
    expect(drawnBy(rule, rule.bad)).not.toEqual([]);
    expect(drawnBy(rule, rule.good)).toEqual([]);
  });

  test("has messages that are clauses, not sentences", () => {
    for (const { message } of drawnBy(rule, rule.bad)) {
      expect(message).toMatch(/[^.]$/);
      expect(message).toMatch(/^[^\p{Ll}]*\p{Ll}|^[A-Z]{2,}/u);
    }
  });

  test("has fixes that remove it and leave a document that parses", () => {
    const drawn = drawnBy(rule, rule.bad);
    for (const { fixes } of drawn) {
      expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
      for (const fix of fixes) {
        const fixed = applyFix(rule.bad, fix);
        expect(fixed).not.toBe(rule.bad);
        expect(drawnBy(rule, fixed).length).toBeLessThan(drawn.length);
        const before = new Set(syntaxErrors(rule.bad));
        if (!isOfConfigurations(rule)) {
          expect(syntaxErrors(fixed).filter((error) => !before.has(error))).toEqual([]);
        }
      }
    }
  });
});

describe.each(
  diagnosticRules
    .filter(({ code }) => code.startsWith("OM4") || code.startsWith("OM5"))
    .map((rule) => [rule.code, rule.title, rule] as const),
)("%s %s", (_code, _title, rule) => {
  test("is the one thing that its bad document draws, and its good one draws nothing", () => {
    // The sample policy's constraint is prose, and a rule may leave the unknown unanswered.
    const remarks: readonly string[] = [rule.code, "OM3080", "OM5012"];
    const others = (text: string): readonly string[] =>
      diagnose(rule, text)
        .filter(({ code }) => !remarks.includes(code))
        .map(({ code, message }) => `${code} ${message}`);
    expect(others(rule.bad)).toEqual([]);
    expect(others(rule.good)).toEqual([]);
  });
});

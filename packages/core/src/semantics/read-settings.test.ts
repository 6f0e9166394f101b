// The configuration file: what its settings mean, and how its mistakes are told.
import { describe, expect, test } from "vitest";
import { configurationDiagnostics } from "../diagnostics/om7-configuration.ts";
import { defaultLimits } from "../evaluate/decision.ts";
import { rangeOf } from "../source/source-text.ts";
import { readSettings } from "./read-settings.ts";

/** Each diagnostic as `line:column-column code message`. */
function complaints(text: string): string[] {
  const { source, diagnostics } = readSettings(text);
  return diagnostics.map(({ code, span, message }) => {
    const { start, end } = rangeOf(source, span);
    return `${start.line}:${start.column}-${end.column} ${code} ${message}`;
  });
}

describe("readSettings", () => {
  test("an empty configuration is the defaults", () => {
    const { settings, format, diagnostics } = readSettings("{}");
    expect(diagnostics).toEqual([]);
    expect(settings).toMatchObject({ strict: false, sampleDefaults: true, limits: defaultLimits });
    expect(format).toEqual({ width: 100 });
  });

  test("every setting is read", () => {
    const { settings, format, diagnostics } = readSettings(`{
      "$schema": "./omega.config.schema.json",
      "strict": true,
      "severities": { "OM7104": "off", "OM7101": "error" },
      "features": { "while": false, "math": true },
      "limits": { "steps": 5000 },
      "format": { "width": 80 }
    }`);
    expect(diagnostics).toEqual([]);
    expect(settings).toEqual({
      strict: true,
      sampleDefaults: false,
      severities: { OM7104: "off", OM7101: "error" },
      disabled: new Set(["while"]),
      limits: { ...defaultLimits, steps: 5000 },
    });
    expect(format).toEqual({ width: 80 });
  });

  test("strict switches samples off, unless the project says otherwise", () => {
    expect(readSettings('{ "strict": true }').settings.sampleDefaults).toBe(false);
    expect(readSettings('{ "strict": true, "sampleDefaults": true }').settings.sampleDefaults).toBe(
      true,
    );
  });

  test("all mistakes are told, each at its own place", () => {
    expect(
      complaints(`{
  "strikt": true,
  "sampleDefaults": "no",
  "severities": { "OM710": "off", "OM7101": "of", "OM7001": "off" },
  "features": { "wihle": false },
  "limits": { "steps": 0, "depth": 1000, "actions": 2.5 },
  "format": []
}`),
    ).toEqual([
      "2:3-11 OM7002 there is no setting `strikt`: did you mean `strict`?",
      '3:21-25 OM7003 `sampleDefaults` cannot be `"no"`: it takes `true` or `false`',
      expect.stringMatching(/^4:19-26 OM7004 `OM710` is not a diagnostic code: did you mean `OM71/),
      '4:45-49 OM7003 `severities.OM7101` cannot be `"of"`: it takes one of `error`, `warning`, `info`, `off`; did you mean `off`?',
      "4:51-59 OM7005 the severity of OM7001 (configuration that is not JSON) cannot be changed: remove the entry",
      "5:17-24 OM7002 `features` has no setting `wihle`: did you mean `while`?",
      "6:24-25 OM7003 `limits.steps` cannot be `0`: it takes a whole number, 1 or greater",
      "6:36-40 OM7003 `limits.depth` cannot be `1000`: it takes a whole number from 1 to 64",
      "6:53-56 OM7003 `limits.actions` cannot be `2.5`: it takes a whole number, 1 or greater",
      "7:13-15 OM7003 `format` cannot be a list: it takes a group of settings in braces",
    ]);
  });

  test("a setting like no other lists those that exist", () => {
    expect(complaints('{ "limits": { "xyzzy": 1 } }')).toEqual([
      "1:15-22 OM7002 `limits` has no setting `xyzzy`; there are `steps`, `iterations`, `whileIterations`, `actions`, `listLength`, `textLength` and `depth`",
    ]);
  });

  test("what is not JSON, or not a group, gives one diagnostic", () => {
    expect(complaints("{ // comment\n}")).toHaveLength(1);
    expect(complaints("")).toHaveLength(1);
    expect(complaints("{ strict: true }")).toHaveLength(1);
    expect(complaints("[]")).toEqual([
      "1:1-3 OM7003 `the configuration` cannot be a list: it takes a group of settings in braces",
    ]);
  });

  test("keys that objects inherit are no settings", () => {
    expect(complaints('{ "__proto__": {}, "constructor": 1 }')).toHaveLength(2);
  });

  test.each(Object.values(configurationDiagnostics))(
    "$code: the bad example draws it, the good one nothing",
    (rule) => {
      expect(readSettings(rule.bad).diagnostics.map(({ code }) => code)).toEqual([rule.code]);
      expect(readSettings(rule.good).diagnostics).toEqual([]);
    },
  );
});

// The published JSON Schema of omega.config.json and the reader in core must speak of the same settings.
import { readFileSync } from "node:fs";
import {
  configurableSeverities,
  configurationKeys,
  coverageMetrics,
  defaultFormatOptions,
  defaultLimits,
  defaultSettings,
  featureNames,
  greatestLimits,
  readSettings,
} from "@omega/core";
import { describeSettings } from "@omega/runner";
import { describe, expect, test } from "vitest";

interface Schema {
  readonly properties: { readonly [name: string]: Schema };
  readonly additionalProperties: boolean | { readonly enum: readonly string[] };
  readonly default?: unknown;
  readonly maximum?: number;
}

const schema: Schema = JSON.parse(
  readFileSync(new URL("../omega.config.schema.json", import.meta.url), "utf8"),
);
const { features, limits, format, coverage, severities, strict, runner } = schema.properties;

describe("omega.config.schema.json", () => {
  test("has the settings there are, and no others", () => {
    expect(Object.keys(schema.properties)).toEqual(configurationKeys);
    expect(Object.keys(features?.properties ?? {})).toEqual(featureNames);
    expect(Object.keys(limits?.properties ?? {})).toEqual(Object.keys(defaultLimits));
    expect(Object.keys(format?.properties ?? {})).toEqual(Object.keys(defaultFormatOptions));
    expect(Object.keys(coverage?.properties ?? {})).toEqual(coverageMetrics);
    expect(severities?.additionalProperties).toEqual({ enum: configurableSeverities });
  });

  test("states the defaults there are", () => {
    const defaults = (group: Schema | undefined) =>
      Object.fromEntries(
        Object.entries(group?.properties ?? {}).map(([name, { default: value }]) => [name, value]),
      );
    expect(defaults(limits)).toEqual(defaultLimits);
    expect(defaults(format)).toEqual(defaultFormatOptions);
    expect(Object.values(defaults(features))).toEqual(featureNames.map(() => true));
    expect(strict?.default).toBe(defaultSettings.strict);
  });

  test("has the settings of the runner, with their defaults", () => {
    const defaults = describeSettings({ cores: 0, version: "" });
    expect(Object.keys(runner?.properties ?? {})).toEqual(defaults.map(({ key }) => key));
    // What depends on the machine or the version, and what is nothing, is told in words.
    const fixed = defaults.filter(
      ({ key, fallback }) => fallback !== null && key !== "workers" && key !== "buildVersion",
    );
    expect(fixed.map(({ key }) => [key, runner?.properties[key]?.default])).toEqual(
      fixed.map(({ key, fallback }) => [key, fallback]),
    );
  });

  test("bounds limits as the reader does", () => {
    const maxima = Object.entries(limits?.properties ?? {}).flatMap(([name, { maximum }]) =>
      maximum === undefined ? [] : [[name, maximum]],
    );
    expect(Object.fromEntries(maxima)).toEqual(greatestLimits);
  });

  test("its defaults, written out, are read without complaint", () => {
    const written = {
      strict: false,
      sampleDefaults: true,
      severities: {},
      features: Object.fromEntries(featureNames.map((name) => [name, true])),
      limits: defaultLimits,
      format: defaultFormatOptions,
      coverage: { mcdc: 100 },
      runner: { port: 8080 },
    };
    const { settings, diagnostics } = readSettings(JSON.stringify(written));
    expect(diagnostics).toEqual([]);
    expect(settings).toEqual(defaultSettings);
  });
});

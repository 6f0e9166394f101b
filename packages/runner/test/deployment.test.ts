// The files in deploy/ and the scripts around the runner name what there is: settings, routes and options.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeSettings } from "../src/settings.ts";

const file = (name: string): string =>
  readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");

const settings = describeSettings({ cores: 4, version: "1.0.0" });

test(".env.example has every setting, with its default", () => {
  const lines = [...file("deploy/.env.example").matchAll(/^(#?)(\w+)=(.*)$/gm)];
  expect(lines.map(([, , name]) => name)).toEqual(settings.map(({ variable }) => variable));
  const stated = lines.filter(([, comment]) => comment === "");
  for (const [, , name, value] of stated) {
    const setting = settings.find(({ variable }) => variable === name);
    expect([name, value]).toEqual([name, String(setting?.fallback)]);
  }
});

test.each([
  "deploy/kubernetes.yaml",
  "deploy/Dockerfile",
  "deploy/omega-runner.service",
  "deploy/nginx.conf",
  "docs/guides/operating-the-runner.md",
  "docs/guides/runner.md",
])("%s names only variables that there are", (name) => {
  const known = [...settings.map(({ variable }) => variable), "LOG_LEVEL"];
  const named = file(name).match(/\b(?:OMEGA|VALIDATE|BUILD)_[A-Z_]*[A-Z]\b/g) ?? [];
  expect(named.filter((variable) => !known.includes(variable))).toEqual([]);
});

test("the guide has every setting with its key and default", () => {
  const rows = [
    ...file("docs/guides/runner.md").matchAll(/^\| ([A-Z_]+)[^|]*\| (\w+) \| ([^|]*)\|/gm),
  ];
  expect(rows.map(([, variable, key]) => [variable, key])).toEqual(
    settings.map(({ variable, key }) => [variable, key]),
  );
  for (const [, variable, , stated] of rows) {
    const { fallback } = settings.find((setting) => setting.variable === variable) ?? {};
    if (typeof fallback !== "number" || variable === "OMEGA_WORKERS") continue;
    expect([variable, stated?.trim()]).toEqual([variable, String(fallback)]);
  }
});

test("the scripts for PowerShell take the same parameters, and hand them on", () => {
  for (const name of ["omega_native_runner", "stop_omega_runner", "http_e2e_tests"]) {
    const text = file(`scripts/${name}.ps1`);
    for (const parameter of ["[string]$BindHost", "[int]$Port", "[int]$RateLimit"]) {
      expect(text).toContain(parameter);
    }
    expect(text).toContain("exit $");
  }
});

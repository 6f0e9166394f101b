// SARIF of every finding there can be: valid by its published schema, and with fingerprints that stay where lines move.
import { readFileSync } from "node:fs";
import {
  check,
  createSourceText,
  type Diagnostic,
  defaultSettings,
  diagnosticRules,
  strictSettings,
} from "@omega/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { diagnosticsSarif } from "../src/output/diagnostics-sarif.ts";
import type { Finding } from "../src/output/finding.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
// A CommonJS module whose default export is found one step further in when it is imported from a module.
addFormats.default(ajv);
const isSarif = ajv.compile(
  JSON.parse(readFileSync(new URL("./fixtures/sarif-2.1.0.schema.json", import.meta.url), "utf8")),
);

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly partialFingerprints: { readonly "omegaFinding/v1": string };
    }[];
  }[];
}

function findingsOf(path: string, text: string, diagnostics: readonly Diagnostic[]): Finding[] {
  const place = { path, source: createSourceText(text, path) };
  return diagnostics.map((diagnostic) => ({
    diagnostic,
    place,
    places: new Map([[place.source.file, place]]),
  }));
}

function sarifOf(findings: readonly Finding[], exempted: readonly Finding[] = []): Log {
  const log: Log = JSON.parse(
    diagnosticsSarif({
      paths: [...new Set(findings.map(({ place }) => place.path))],
      findings,
      exempted: exempted.map((finding) => ({ finding, reason: "known" })),
      problems: ["`absent.omni` does not exist"],
    }),
  );
  expect(isSarif(log), JSON.stringify(isSarif.errors, null, 2)).toBe(true);
  return log;
}

/** The code and fingerprint of each finding in `text`. */
function fingerprintsOf(text: string): readonly string[] {
  const log = sarifOf(findingsOf("a.omni", text, check(text, { file: "a.omni" })));
  return log.runs.flatMap(({ results }) =>
    results.map(({ ruleId, partialFingerprints }) =>
      [ruleId, partialFingerprints["omegaFinding/v1"]].join(" "),
    ),
  );
}

test("every code's own document gives valid SARIF", () => {
  const files = diagnosticRules
    .filter(({ code }) => /^OM[1-5]/.test(code))
    .map(({ code, bad }) => {
      const path = `rooms/${code} & more.omni`;
      const settings = [defaultSettings, strictSettings].find((one) =>
        check(bad, { settings: one, file: path }).some((found) => found.code === code),
      );
      const diagnostics = check(bad, { settings: settings ?? defaultSettings, file: path });
      return findingsOf(path, bad, diagnostics);
    });
  const findings = files.flat();
  const log = sarifOf(findings, findings.slice(0, 3));
  expect(new Set(findings.map(({ diagnostic }) => diagnostic.code)).size).toBeGreaterThan(100);
  expect(log.runs[0]?.results).toHaveLength(findings.length + 3);
});

test("the schema would notice a mistake", () => {
  expect(isSarif({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
});

describe("fingerprints", () => {
  const text = `INTENT: Keep people unhurt.

CONTEXT:
- Distance: <m>

RULE:
- Near: IF Distance < 5min THEN Stop
- Far: IF Distance > 5min AND Distance < 9min THEN Go
`;

  test("stay where lines are put in and taken out", () => {
    const before = fingerprintsOf(text);
    expect(before.length).toBeGreaterThan(2);
    expect(fingerprintsOf(text.replace("\nRULE:", "\n# a remark\n\n\nRULE:"))).toEqual(before);
    expect(fingerprintsOf(text.replaceAll("\n", "\r\n"))).toEqual(before);
    const moved = `${text.replace(/- Near.*\n/, "")}- Near: IF Distance < 5min THEN Stop\n`;
    expect([...fingerprintsOf(moved)].sort()).toEqual([...before].sort());
  });

  test("tell findings of one line and of equal lines apart", () => {
    const twice = fingerprintsOf(`${text}- Far: IF Distance > 5min AND Distance < 9min THEN Go\n`);
    expect(new Set(twice).size).toBe(twice.length);
  });
});

// What the manifest promises: texts in both languages, files that are there, and matchers that match what omegac prints.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { untrustedMessage } from "@omega/language-server";
import { describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const parse = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path));
const manifest = JSON.parse(read("package.json"));

describe("two languages", () => {
  const named = [...read("package.json").matchAll(/"%([\w.-]+)%"/g)].map(([, name = ""]) => name);

  test("every text of the manifest is in both, and nothing else is", () => {
    const wanted = [...new Set(named)].sort();
    expect(Object.keys(parse("package.nls.json")).sort()).toEqual(wanted);
    expect(Object.keys(parse("package.nls.id.json")).sort()).toEqual(wanted);
  });

  test("no title, label or description of the manifest is written in it", () => {
    const written: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === "object" && value !== null) {
        for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
      } else if (
        typeof value === "string" &&
        /\.(?:title|description|markdownDescription|altText)$/.test(path) &&
        !/^%.*%$/.test(value)
      ) {
        written.push(`${path}: ${value}`);
      }
    };
    visit(manifest.contributes, "");
    // The name of the product.
    expect(written).toEqual([".configuration.title: OMEGA"]);
  });

  test("every message of the extension has its translation, and no other is there", () => {
    const said = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => read(`src/${name}`))
      .flatMap((text) => [...text.matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)])
      .map(([, message = ""]) => message);
    const wanted = [...new Set([...said, untrustedMessage])].sort();
    expect(Object.keys(parse("l10n/bundle.l10n.id.json")).sort()).toEqual(wanted);
  });
});

describe("problem matchers", () => {
  const golden = (name: string): readonly string[] =>
    readFileSync(join(root, "..", "..", "golden", "cli", name), "utf8").split("\n");
  /** What one of omegac's recorded runs printed. */
  const printed = (name: string, command: string): readonly string[] => {
    const lines = golden(name);
    const start = lines.indexOf(`$ omegac ${command}`) + 1;
    const run = lines.slice(start, lines.indexOf("", start));
    return start === 0 ? [] : run.filter((line) => !/^[![]/.test(line));
  };
  const matches = (matcher: string, lines: readonly string[]) => {
    const { pattern } = manifest.contributes.problemMatchers.find(
      ({ name }: { readonly name: string }) => name === matcher,
    );
    return lines.map((line) => {
      const match = new RegExp(pattern.regexp).exec(line);
      if (match === null) return null;
      const piece = (part: string): string => match[pattern[part]] ?? "";
      return ["file", "line", "column", "severity", "code"].map(piece).join(" ").trim();
    });
  };

  test("of check", () => {
    const lines = printed("check-formats.txt", "check --format compact .");
    expect(matches("omegac", lines)).toEqual([
      "factory.omni 11 16 warning OM3002",
      "factory.omni 12 23 error OM3050",
      "policies/spare room, 100%.omni 12 1 info OM5012",
    ]);
  });

  test("of test", () => {
    const failed = printed(
      "test-failures.txt",
      "test --quiet --format compact --junit results.xml factory.omni",
    );
    expect(failed.length).toBeGreaterThan(2);
    expect(matches("omegac-test", failed)[0]).toBe("factory.omni 23");
    expect(matches("omegac-test", failed)).not.toContain(null);
    const passed = printed("test.txt", "test --format compact factory.omni");
    expect(passed.length).toBeGreaterThan(0);
    expect(matches("omegac-test", [passed[0] ?? ""])).toEqual([null]);
  });
});

test("files that the manifest names are there", () => {
  const files = [
    ...read("package.json").matchAll(/"(?:\.\/)?((?:media|syntaxes|snippets|l10n)[\w./-]*)"/g),
  ];
  expect(files.length).toBeGreaterThan(5);
  expect(
    files.map(([, path = ""]) => path).filter((path) => !existsSync(join(root, path))),
  ).toEqual([]);
});

test("pictures of the README are there", () => {
  const pictures = [...read("README.md").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)];
  expect(pictures.length).toBeGreaterThan(0);
  expect(
    pictures.map(([, path = ""]) => path).filter((path) => !existsSync(join(root, path))),
  ).toEqual([]);
});

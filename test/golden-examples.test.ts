// golden/examples: what is said of each document under examples/, and the tree it has. OMEGA_UPDATE_GOLDEN=1 rewrites
// them. Each document is in canonical form, too: `omegac fmt examples` brings it there.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, format, rangeOf } from "@omega/core";
import { printTree, readTextBelow } from "@omega/testkit";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "examples");
const update = process.env.OMEGA_UPDATE_GOLDEN === "1";

const documents = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".omni"))
  .sort();

describe.each(documents)("%s", (name) => {
  const text = readFileSync(join(examples, name), "utf8");

  test("is in canonical form", () => {
    const formatted = format(text);
    expect(formatted.diagnostics).toEqual([]);
    expect(text).toBe(formatted.text);
  });

  test("draws these diagnostics", () => {
    const load = (path: string): string | null => readTextBelow(examples, path);
    const { source, diagnostics } = compile(text, { file: name, load });
    const lines = diagnostics.map(({ span, code, severity, message }) => {
      const { line, column } = rangeOf(source, span).start;
      return `${line}:${column} ${code} ${severity} ${message}\n`;
    });
    expectGolden(name, "diagnostics", lines.length === 0 ? "none\n" : lines.join(""));
  });

  test("has this tree", () => {
    expectGolden(name, "tree", printTree(compile(text, { file: name }).document));
  });
});

/** `golden/examples/greeting/greeting.tree.txt` */
function expectGolden(name: string, what: string, actual: string): void {
  const file = join(root, "golden", "examples", name.replace(/omni$/, `${what}.txt`));
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  } else expect(actual).toBe(readFileSync(file, "utf8"));
}

// The HTML page of every example policy, and of a document that tries to break it, read back by an HTML parser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, english, measureCoverage, type Policy, runExamples } from "@omega/core";
import { compileExamplePolicy, readExamplePolicies, readTextBelow } from "@omega/testkit";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, test } from "vitest";
import { policyPage } from "../src/policy-page/policy-page.ts";

const root = fileURLToPath(new URL("../../../examples/", import.meta.url));
const hostile = readFileSync(
  join(fileURLToPath(new URL("fixtures/", import.meta.url)), "hostile.omni"),
  "utf8",
);

const policies = [
  ...readExamplePolicies(root).map((example) => ({
    name: example.name,
    policy: compileExamplePolicy(root, example),
  })),
  { name: "a hostile document", policy: compile(hostile, { file: "hostile.omni" }) },
  { name: "an empty document", policy: compile("", { file: "empty.omni" }) },
];

describe.each(policies)("the page of $name", ({ policy }) => {
  const page = pageOf(policy);
  const errors: string[] = [];
  const tree = parse(page, { onParseError: ({ code }) => errors.push(code) });
  const elements = elementsOf(tree);

  test("is valid HTML", () => expect(errors).toEqual([]));

  test("is made of what the page is made of, and nothing a document brings", () => {
    const unexpected = elements.filter(({ tagName }) => !expected.has(tagName));
    expect(unexpected.map(({ tagName }) => tagName)).toEqual([]);
    const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => /^on|^style$|^src$/.test(name))).toEqual([]);
  });

  test("leads nowhere but to places it has, each once", () => {
    const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = elements.flatMap((element) => attribute(element, "href") ?? []);
    const places = new Set(ids.map((id) => `#${id}`));
    expect(targets.filter((target) => !places.has(target))).toEqual([]);
  });

  test("has a heading for each part, none skipped, and a caption for each table", () => {
    const levels = elements
      .flatMap(({ tagName }) => /^h(\d)$/.exec(tagName)?.[1] ?? [])
      .map(Number);
    expect(levels[0]).toBe(1);
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
    const count = (name: string): number =>
      elements.filter(({ tagName }) => tagName === name).length;
    expect(count("caption")).toBe(count("table"));
  });

  test("holds the document's own text, line by line", () => {
    const lines = elements
      .filter((element) => attribute(element, "id")?.startsWith("line-"))
      .map((element) => textOf(element).trimEnd());
    expect(lines).toEqual(
      policy.source.text
        .split("\n")
        .slice(0, lines.length)
        .map((line) => line.replace(/[\u202a-\u202e]/g, "\ufffd").trimEnd()),
    );
  });
});

const expected = new Set(
  "html head meta title style body a div header p h1 h2 h3 dl dd dt nav ol li main section footer table caption thead tbody tr th td span bdi wbr br ul figure svg g path rect text article pre code".split(
    " ",
  ),
);

function pageOf(policy: Policy): string {
  const loadText = (path: string): string | null => readTextBelow(root, path);
  return policyPage(policy, {
    format: "html",
    today: "2026-11-21",
    version: "1.0.0",
    path: policy.source.file,
    results: runExamples(policy, { loadText }),
    coverage: measureCoverage(policy, { loadText }),
    wording: null,
    locale: english,
  });
}

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const inner = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...inner] : inner;
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

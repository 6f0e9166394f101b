// The frame of a page, read back by an HTML parser that reports every deviation from the standard.
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";
import { html } from "./html.ts";
import { badge, type Page, renderPage, table, tiles } from "./page-shell.ts";

const hostile = `</title><script>alert(1)</script>"'&`;

const page: Page = {
  language: "en",
  title: hostile,
  kicker: hostile,
  lead: tiles([{ value: "3", label: hostile, tone: "good" }]),
  sections: [
    { id: "first", title: hostile, body: html`<p>${hostile} ${badge(hostile, "bad")}</p>` },
    { id: "second", title: "Second", body: table(hostile, ["A", hostile], [["1", hostile]]) },
  ],
  footer: hostile,
  words: { skipToContent: "Skip to the content", contents: "Contents" },
};

test("a page is valid, whatever it says", () => {
  const errors: string[] = [];
  parse(renderPage(page), { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
});

test("a page holds no script, loads nothing, and is marked out for screen readers", () => {
  const names = elements(parse(renderPage(page)));
  expect(names.filter((name) => /^(script|link|iframe|img|object)$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^(header|nav|main|footer|h1)$/.test(name))).toEqual([
    "header",
    "h1",
    "nav",
    "main",
    "footer",
  ]);
  expect(renderPage(page)).not.toMatch(/url\(|https?:/);
});

test("the contents name every section", () => {
  const text = renderPage(page);
  expect(text).toContain('<a href="#first">');
  expect(text).toContain('<a href="#second">Second</a>');
  expect(renderPage({ ...page, sections: page.sections.slice(0, 1) })).not.toContain("<nav");
});

type Node = DefaultTreeAdapterTypes.Node;

function elements(node: Node): readonly string[] {
  const children = "childNodes" in node ? node.childNodes.flatMap((child) => elements(child)) : [];
  return "tagName" in node ? [node.tagName, ...children] : children;
}

import { expect, test } from "vitest";
import { createNonce, panelHtml } from "../../src/decision-view/panel-html.ts";

test("the page runs its one script, and loads nothing from elsewhere", () => {
  const addresses = {
    script: "https://x/page.js",
    style: "https://x/page.css",
    source: "https://x",
  };
  const html = panelHtml(addresses, "abc");
  expect(html).toContain(
    `content="default-src 'none'; style-src https://x; script-src 'nonce-abc'"`,
  );
  expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
    '<script nonce="abc" src="https://x/page.js">',
  ]);
  expect(html).not.toMatch(/unsafe|onload|style=/);
});

test("a nonce is never the same", () => {
  const nonces = new Set(Array.from({ length: 100 }, createNonce));
  expect(nonces.size).toBe(100);
  expect([...nonces].every((nonce) => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);
});

// The XML of JUnit reports: counts, places, and that no text breaks out of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JUnitCase, junitXml } from "./junit-xml.ts";

const passed: JUnitCase = {
  name: "somebody is near",
  className: "cell.omni",
  outcome: { kind: "passed", detail: "" },
};
const failed: JUnitCase = {
  ...passed,
  name: 'a "hot" & humid day',
  outcome: { kind: "failure", type: "failed", message: "a < b", detail: "one\ntwo" },
};

describe("junitXml", () => {
  test("counts, places and outcomes", () => {
    expect(
      junitXml("omegac test", [{ name: "cell.omni", file: "cell.omni", cases: [passed, failed] }]),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="omegac test" tests="2" failures="1" errors="0">
  <testsuite name="cell.omni" tests="2" failures="1" errors="0" file="cell.omni">
    <testcase name="somebody is near" classname="cell.omni"/>
    <testcase name="a &quot;hot&quot; &amp; humid day" classname="cell.omni">
      <failure type="failed" message="a &lt; b">one
two</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test("a suite without cases is empty", () => {
    expect(junitXml("omegac test", [{ name: "site.omni", file: null, cases: [] }])).toContain(
      '  <testsuite name="site.omni" tests="0" failures="0" errors="0"/>\n',
    );
  });

  test("no text breaks out of its attribute or element, or holds what XML cannot", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const outcome = { kind: "failure", type: "t", message: text, detail: text } as const;
        const xml = junitXml("n", [
          { name: "s", file: null, cases: [{ ...passed, name: text, outcome }] },
        ]);
        expect(xml.match(/<[^>]*>/g)).toHaveLength(9);
        expect(xml).not.toMatch(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
      }),
    );
  });
});

// The formatter where it once lost, doubled or changed something. That it does not in general is a law (test/laws).
import { describe, expect, test } from "vitest";
import { format } from "../../src/syntax/format-document.ts";

const formatted = (text: string): string => format(text).text;

test("the comments within an item that cannot be read stay in it and are not put above it too", () => {
  const text = [
    "INTENT: Keep people safe.",
    "",
    "RULE:",
    "# above",
    "- FOR w IN {",
    "    # within",
    "    - IF w THEN Stop",
    "  }",
    "",
  ].join("\n");
  expect(formatted(text)).toBe(text);
});

test("a text keeps the escapes of characters that a document may not hold", () => {
  const text = 'RULE:\n- IF Name == "\\u007f\\u202e\\u0085" THEN Stop\n';
  expect(formatted(text)).toBe(text);
});

test("the list of a FOR keeps its parentheses", () => {
  const text = "RULE:\n- FOR w IN (a == b) {\n    - IF w THEN Stop\n  }\n";
  expect(formatted(text)).toBe(text);
});

test("an action named like a word of EXPECT keeps its backticks", () => {
  const text = [
    "EXAMPLE:",
    '- EXPECT `ONLY` "text"',
    "- EXPECT `nothing`",
    "- EXPECT `Status`, Stop",
    "- EXPECT ONLY Stop",
    "- EXPECT NOTHING",
    "",
  ].join("\n");
  expect(formatted(text)).toBe(text);
});

test("an item that cannot be read and stands on its header's line stays there", () => {
  const text = "INTENT: x\nrule:CONSTRAINT:\n";
  expect(formatted(text)).toBe(text);
});

test("prose is never broken between two spaces", () => {
  const words = Array.from({ length: 11 }, () => "people");
  const text = `ASSUMPTION:\n- ${words.join(" ")}  ${words.join(" ")}\n`;
  const once = formatted(text);
  expect(once).toContain("people  people");
  expect(formatted(once)).toBe(once);
});

test("a label that holds a colon, brackets or a keyword keeps its backticks", () => {
  const text = [
    "CONTEXT:",
    "- `UNKNOWN`: <number>",
    "- `If`: <number>",
    "- `key: value`: <number>",
    "- Session Kind: <number>",
    "",
    "TRACE:",
    "- `ISO [2]`: x",
    "- Trade-off: x",
    "",
  ].join("\n");
  expect(formatted(text)).toBe(text);
});

test("a condition that begins with a record keeps its parentheses", () => {
  const text = "RULE:\n- IF ({ a: 1 } == b) THEN Stop\n";
  expect(formatted(text)).toBe(text);
});

test("prose whose lines would begin with a label when joined stays on its lines", () => {
  const text = "REVIEW:\n- Twice a year\n  and after: every accident\n";
  expect(formatted(text)).toBe(text);
});

test("the comment behind a suite's header stays, above it", () => {
  const text = 'EXAMPLES FOR "a.omni": # why\n';
  expect(formatted(text)).toBe('# why\nEXAMPLES FOR "a.omni":\n');
});

test("a guard that ends in `- literal` keeps its parentheses, for that would begin an arm", () => {
  const text = "RULE:\n- MATCH a {\n    - 0 WHEN (b > c - 1) => Stop\n  }\n";
  expect(formatted(text)).toBe(text);
});

test("a rule labelled like FAILSAFE keeps its backticks", () => {
  const text = "RULE:\n- `Failsafe`: IF a THEN Stop\n";
  expect(formatted(text)).toBe(text);
});

test("an action called NEVER keeps its backticks where it would open a clause", () => {
  const text = "CONSTRAINT:\n- Safety: `NEVER` REQUIRES Stop\n";
  expect(formatted(text)).toBe(text);
});

test("no line is broken so that the next would begin like a header", () => {
  const words = '"twenty characters…", "twenty characters…", "twenty characters…"';
  const text = `RULE:\n- IF f(${words}, RULE, RULE IN [std::math::max(a, b)], c) THEN Stop\n`;
  const once = formatted(text);
  expect(once).not.toMatch(/^\s*RULE\b(?!:$)/m);
  expect(formatted(once)).toBe(once);
});

describe("line ends", () => {
  const untidy =
    "intent: Greet.\nrule:\n-  if a  then B # why\n# over\n- if c then   D\n- if then\n";
  const canonical = format(untidy).text;

  test("stay as most of the document has them", () => {
    const onWindows = untidy.replaceAll("\n", "\r\n");
    expect(format(onWindows).text).toBe(canonical.replaceAll("\n", "\r\n"));
    expect(format(canonical.replaceAll("\n", "\r\n")).changed).toBe(false);
    expect(format(onWindows.replace("\r\n", "\n")).text).toBe(canonical.replaceAll("\n", "\r\n"));
    expect(format(untidy.replace("\n", "\r\n")).text).toBe(canonical);
    expect(format(untidy.replaceAll("\n", "\r")).text).toBe(canonical);
  });
});

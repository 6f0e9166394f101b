// A document in an editor: what it says while somebody types.
import { expect, test } from "vitest";
import { openDocument } from "./open-document.ts";

const policy = `INTENT: Stop before anybody is hurt.
ACTOR:
- Primary: SafetySystem
CONTEXT:
- Distance: <m>
RULE:
- TooClose: IF Distance < 1m THEN StopMachine
- IF Distance < 3m THEN SlowDown
CONSTRAINT:
- Safety: NEVER StopMachine AND SlowDown WHEN Distance > 5m
IMPACT:
- Risk: more stops
TRACE:
- Regulation: ISO 13849
`;

test("a slip is reported as it is typed, and gone when it is taken back", () => {
  const handle = openDocument(policy);
  expect(handle.diagnostics()).toEqual([]);
  handle.update({ start: { line: 7, column: 18 }, end: { line: 7, column: 19 } }, "");
  expect(handle.diagnostics().map(({ code }) => code)).toEqual(["OM3002", "OM3080"]);
  handle.update({ start: { line: 7, column: 18 }, end: { line: 7, column: 18 } }, "s");
  expect(handle.diagnostics()).toEqual([]);
  expect(handle.source().text).toBe(policy);
  expect(handle.version()).toBe(2);
});

test("what depends on an edit is judged again", () => {
  const handle = openDocument(policy);
  handle.update({ start: { line: 5, column: 14 }, end: { line: 5, column: 15 } }, "C");
  const found = handle.diagnostics().filter(({ severity }) => severity === "error");
  expect(found).toHaveLength(3);
});

test("the tree keeps the items that no edit touches", () => {
  const handle = openDocument(policy);
  const before = handle.document().sections[3]?.items.map(({ body }) => body);
  handle.update({ start: { line: 1, column: 9 }, end: { line: 1, column: 13 } }, "Halt");
  const after = handle.document().sections[3]?.items.map(({ body }) => body);
  expect(after?.[0]).toBe(before?.[0]);
  expect(handle.policy().ok).toBe(true);
});

test("edits beyond the text are taken to its end", () => {
  const handle = openDocument("");
  handle.update(
    { start: { line: 9, column: 9 }, end: { line: 99, column: 1 } },
    "INTENT: Be safe.",
  );
  expect(handle.source().text).toBe("INTENT: Be safe.");
  expect(handle.diagnostics().map(({ code }) => code)).toContain("OM1001");
});

test("what was found moves with the items it was found in", () => {
  const handle = openDocument(policy.replace("Distance < 3m", "Distance < 3C"));
  const [before] = handle.diagnostics();
  handle.update({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }, "# a remark\n");
  const [after] = handle.diagnostics();
  expect(after?.message).toBe(before?.message);
  expect(after?.span.start).toBe((before?.span.start ?? 0) + "# a remark\n".length);
  expect(after?.related[0]?.span.start).toBe((before?.related[0]?.span.start ?? 0) + 11);
});

/** A site, and a document that builds on it. */
const site = `INTENT: Declare what every cell has.
CONTEXT:
- Distance: <m>
CONSTRAINT:
- Safety [NoRush]: NEVER SpeedUp WHEN Distance < 1m
`;
const cell = policy
  .replace("ACTOR:", 'IMPORT:\n- "site.omni"\nACTOR:')
  .replace("CONTEXT:\n- Distance: <m>\n", "CONTEXT:\n- Heat: <C>\n")
  .replace("THEN SlowDown", "THEN SlowDown, SpeedUp");

test("what a document imports counts, and an edit of the document is judged by it", () => {
  const handle = openDocument(cell, { load: () => site });
  expect(handle.diagnostics()).toEqual([]);
  handle.update({ start: { line: 9, column: 28 }, end: { line: 9, column: 29 } }, "C");
  const [found, ...others] = handle.diagnostics();
  expect(others).toEqual([]);
  expect(found?.code).toBe("OM3050");
});

test("a declaration that an import has as well is told at the IMPORT item, which may move", () => {
  const handle = openDocument(cell, { load: () => site });
  handle.update(
    { start: { line: 7, column: 1 }, end: { line: 7, column: 1 } },
    "- Distance: <m>\n",
  );
  const clash = (): readonly string[] =>
    handle
      .diagnostics()
      .map(({ code, span: { start, end } }) => `${code} ${handle.source().text.slice(start, end)}`);
  expect(clash()).toEqual(['OM3022 "site.omni"']);
  handle.update({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }, "# a remark\n");
  expect(clash()).toEqual(['OM3022 "site.omni"']);
});

test("a text that the host gives is the one that counts at the next edit", () => {
  let text = site;
  const handle = openDocument(cell, { load: () => text });
  expect(handle.diagnostics()).toEqual([]);
  text = site.replace("<m>", "<s>");
  handle.update({ start: { line: 1, column: 9 }, end: { line: 1, column: 13 } }, "Halt");
  const codes = handle.diagnostics().map(({ code }) => code);
  expect(codes).toContain("OM3023");
  expect(codes).toContain("OM3050");
});

test("a suite keeps its policy until that is another one", () => {
  let text = policy;
  const handle = openDocument(
    'EXAMPLES FOR "cell.omni":\nEXAMPLE near:\n- GIVEN Distance = 0.5m\n- EXPECT StopMachine\n',
    { file: "cell.test.omni", load: () => text },
  );
  const { program, analysis } = handle.policy();
  expect(program).not.toBeNull();
  handle.update({ start: { line: 3, column: 20 }, end: { line: 3, column: 21 } }, "7");
  expect(handle.diagnostics()).toEqual([]);
  expect(handle.policy().program).toBe(program);
  const references = handle.policy().analysis.attributes.get("Distance")?.references;
  expect(references).toEqual(analysis.attributes.get("Distance")?.references);
  text = policy.replaceAll("Distance", "Range");
  handle.update({ start: { line: 3, column: 20 }, end: { line: 3, column: 21 } }, "5");
  expect(handle.diagnostics().map(({ code }) => code)).toEqual(["OM3100"]);
});

test("a LET is followed to those who read it", () => {
  const handle = openDocument(
    policy.replace("RULE:", "RULE:\n- LET Near = 1m").replace("Distance < 1m", "Distance < Near"),
  );
  expect(handle.diagnostics()).toEqual([]);
  handle.update({ start: { line: 7, column: 15 }, end: { line: 7, column: 16 } }, "s");
  expect(handle.diagnostics().map(({ code }) => code)).toContain("OM3050");
});

test("a LET that nobody comes to read is unused, whatever kept its reader from being looked into", () => {
  const handle = openDocument(
    policy
      .replace("- Distance: <m>", "- Distance: <m>\n- Mode: <{ near: m }>")
      .replace("RULE:", "RULE:\n- LET Near = 1m")
      .replace("Distance < 1m", "Distance + Mode.near < Near"),
  );
  const codes = (): readonly string[] => handle.diagnostics().map(({ code }) => code);
  expect(codes()).toEqual([]);
  handle.update({ start: { line: 6, column: 9 }, end: { line: 6, column: 10 } }, "");
  expect(codes()).toEqual(check());
  handle.update({ start: { line: 6, column: 9 }, end: { line: 6, column: 9 } }, "<");
  expect(codes()).toEqual([]);

  function check(): readonly string[] {
    return openDocument(handle.source().text)
      .diagnostics()
      .map(({ code }) => code);
  }
});

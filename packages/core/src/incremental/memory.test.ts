// What an open document keeps in memory: what it is now, and nothing of what it was.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openDocument } from "./open-document.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function heapMegabytes(): number {
  for (let round = 0; round < 4; round++) collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test("edits all over a document keep none of the texts in between", () => {
  const lines = Array.from(
    { length: 500 },
    (_, index) =>
      `- Zone${index}: IF Heat${index} > ${index}C THEN Cool${index}, Notify("zone ${index}")`,
  );
  const handle = openDocument(`INTENT: keep all zones cool\nRULE:\n${lines.join("\n")}\n`);
  const relabel = (line: number): void => {
    handle.update({ start: { line, column: 3 }, end: { line, column: 4 } }, "X");
    handle.diagnostics();
  };
  relabel(3);
  const before = heapMegabytes();
  for (let line = 4; line < 204; line++) relabel(line);
  // Each text has some 33 KB: all of them would be 6 MB.
  expect(handle.source().text.length).toBeGreaterThan(30_000);
  expect(heapMegabytes() - before).toBeLessThan(2);
});

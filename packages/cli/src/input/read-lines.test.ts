// JSON lines come in whatever pieces a pipe makes of them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLines, type StreamLine } from "./read-lines.ts";

async function linesOf(pieces: readonly Uint8Array[]): Promise<StreamLine[]> {
  const lines: StreamLine[] = [];
  for await (const line of readLines(stream(pieces))) lines.push(line);
  return lines;
}

async function* stream(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

describe("readLines", () => {
  test("splits at LF and CRLF, and needs none at the end", async () => {
    expect(await linesOf([Buffer.from("a\r\nb\n\nc")])).toEqual([
      { number: 1, text: "a" },
      { number: 2, text: "b" },
      { number: 3, text: "" },
      { number: 4, text: "c" },
    ]);
    expect(await linesOf([])).toEqual([]);
    expect(await linesOf([Buffer.from("a\n")])).toHaveLength(1);
  });

  test("gives the same lines however the bytes are cut", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "名", "🚒", "\n"), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (whole, size) => {
        const bytes = Buffer.from(whole);
        const pieces: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
        expect(await linesOf(pieces)).toEqual(await linesOf([bytes]));
      }),
    );
  });

  test("a line that is not UTF-8 spoils no other", async () => {
    expect(await linesOf([Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62])])).toEqual([
      { number: 1, text: "a" },
      { number: 2, flaw: "not UTF-8" },
      { number: 3, text: "b" },
    ]);
  });

  test("a line without end is given up, and memory with it", async () => {
    const megabyte = Buffer.alloc(1024 * 1024, "x");
    const lines = await linesOf([
      ...Array.from({ length: 20 }, () => megabyte),
      Buffer.from("\n{}\n"),
    ]);
    expect(lines).toEqual([
      { number: 1, flaw: "longer than 16777216 bytes" },
      { number: 2, text: "{}" },
    ]);
  });
});

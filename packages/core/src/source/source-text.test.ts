// Offsets and positions: every line break counts once, and what no editor shows has no column.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSourceText, offsetAt, positionAt } from "./source-text.ts";

test("a line ends at LF, CRLF or a lone CR", () => {
  const source = createSourceText("a\nb\r\nc\rd");
  const positions = ["a", "b", "c", "d"].map((letter) =>
    positionAt(source, source.text.indexOf(letter)),
  );
  expect(positions).toEqual([1, 2, 3, 4].map((line) => ({ line, column: 1 })));
});

test("a CR at the end begins one more line, as an LF does", () => {
  expect(createSourceText("a\r").lineStarts).toEqual([0, 2]);
  expect(createSourceText("a\r\n").lineStarts).toEqual([0, 3]);
  expect(createSourceText("a\n").lineStarts).toEqual([0, 2]);
});

test("columns count UTF-16 code units", () => {
  const source = createSourceText("\u{1f600}x");
  expect(positionAt(source, 2)).toEqual({ line: 1, column: 3 });
});

test("a byte order mark has no column", () => {
  const source = createSourceText("\ufeffINTENT: a\nb");
  expect(positionAt(source, 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt(source, 1)).toEqual({ line: 1, column: 1 });
  expect(positionAt(source, source.text.indexOf("b"))).toEqual({ line: 2, column: 1 });
  expect(offsetAt(source, { line: 1, column: 1 })).toBe(1);
});

test("a text that ends with a line break has an empty line behind it, whatever kind it is", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const { lineStarts, text } = createSourceText(`a${end}`);
    expect(lineStarts).toEqual([0, text.length]);
  }
});

test("a column behind a line's end is taken to it, in front of the whole line break", () => {
  const source = createSourceText("one\r\ntwo\nthree\rfour");
  const ends = [1, 2, 3, 4, 5].map((line) => offsetAt(source, { line, column: 99 }));
  expect(ends).toEqual([3, 8, 14, 19, 19]);
});

test("a position leads back to its offset", () => {
  const unit = fc.constantFrom("a", "\n", "\r", "\ufeff", "\u{1f600}");
  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(), (text, seed) => {
      const source = createSourceText(text);
      const offset = seed % (text.length + 1);
      const back = offsetAt(source, positionAt(source, offset));
      const insideBreak = text[offset - 1] === "\r" && text[offset] === "\n";
      if (insideBreak) expect(back).toBe(offset - 1);
      else expect(back).toBe(Math.max(offset, source.lineStarts[0] ?? 0));
    }),
  );
});

// Phrases are found whole, by template, and within one another; what a book does not have it does not guess.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPhraseBook } from "./phrase-book.ts";

const book = createPhraseBook({
  length: "panjang",
  "a list of {=members}": "daftar {members}",
  "{=dimension} ({unit})": "{dimension} ({unit})",
  "`{name}` hides `{other}`": "`{other}` tertutup oleh `{name}`",
  "{#count} files": "{count} berkas",
  "{=counts} in {=files}": "{counts} dalam {files}",
  "{#count} errors": "{count} kesalahan",
  "{=first}, {=others}": "{first}, {others}",
});

describe("a book of phrases", () => {
  test.each([
    ["length", "panjang"],
    ["a list of length (m)", "daftar panjang (m)"],
    ["`a` hides `b`", "`b` tertutup oleh `a`"],
    ["2 errors, 3 errors in 1 files", "2 kesalahan, 3 kesalahan dalam 1 berkas"],
  ])("%s", (text, expected) => expect(book(text)).toBe(expected));

  test.each(["", "width", "a list of width (m)", "two files", "2 errors in the end"])(
    "does not have %j",
    (text) => expect(book(text)).toBeNull(),
  );

  test("takes what it has as it stands before any template", () => {
    const more = createPhraseBook({ "at {what}": "pada {what}", "at once": "segera" });
    expect(more("at once")).toBe("segera");
  });

  test("answers, whatever is put together", () => {
    const piece = fc.constantFrom(
      "length",
      ", ",
      " in ",
      "a list of ",
      "1 files",
      " (m)",
      "`a` hides `",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const found = book(pieces.join(""));
        return found === null || found.length > 0;
      }),
    );
  });
});

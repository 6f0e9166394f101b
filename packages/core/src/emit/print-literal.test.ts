// Nothing that a document says can leave its literal.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Printable, printAccess, printKey, printLiteral, printText } from "./print-literal.ts";

/** Texts made to break out of strings, comments, templates, scripts and lines. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        "`",
        "\\",
        "${",
        "}",
        "*/",
        "//",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "</script>",
        "<!--",
        "]]>",
        "\0",
        "\ud800",
        "\udc00",
        "__proto__",
        "constructor",
        ");",
        "broken()",
        "u0022",
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join("")),
);

const { printable } = fc.letrec<{ printable: Printable }>((tie) => ({
  printable: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, undefined, true, false),
    fc.double({ noNaN: true }),
    fc.bigInt(),
    hostile,
    fc.array(tie("printable")),
    fc.dictionary(hostile, tie("printable")),
    fc.array(fc.tuple(hostile, tie("printable"))).map((entries) => new Map(entries)),
  ),
}));

/** What a host's engine makes of code. */
function run(code: string): unknown {
  return new Function("broken", `"use strict"; return ${code};`)(() => {
    throw new Error("broke out");
  });
}

test("a literal is the value again", () => {
  fc.assert(
    fc.property(printable, (value) => {
      expect(run(printLiteral(value))).toEqual(value);
    }),
  );
});

test("a text is printed in visible ASCII, on one line, and ends no script", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(printText(text)).toMatch(/^"[ !#-;=-~"]*"$/);
    }),
  );
});

test("any name names a property", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      expect(run(`({ ${printKey(name)}: 1 })${printAccess(name)}`)).toBe(1);
    }),
  );
});

// OM2, second part: quotes, signs, names and characters. Registered by om2-syntax.ts.
import { defineDiagnostic, type Fix, insertFix, replaceFix } from "./diagnostic.ts";
import { samplePolicy } from "./sample-policy.ts";

const rule = (...items: readonly string[]): string => samplePolicy({ rule: items });
const good = samplePolicy({});

/** A code point as people write it. */
const codePointName = (code: number): string =>
  `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

/** Removes the characters in these places. */
const removal = (places: readonly number[]): Omit<Fix, "preferred"> => ({
  title: places.length === 1 ? "remove it" : "remove all of them",
  edits: places.map((start) => ({ span: { start, end: start + 1 }, newText: "" })),
});

export const characterDiagnostics = {
  unclosedText: defineDiagnostic<{ insertAt: number; quote: string }>({
    code: "OM2002",
    title: "quotes not closed",
    severity: "error",
    adjustable: false,
    explanation:
      'Text stands between quotes on one line, `"like this"`; a quote inside it is written `\\"`. A name in backticks ends on its line, too. What is not closed is read to the end of the line.',
    bad: rule('- IF Distance < 1m THEN Display "too close'),
    good: rule('- IF Distance < 1m THEN Display "too close" UNKNOWN StopMachine'),
    message: ({ quote }) =>
      `nothing closes this ${quote === '"' ? "quote" : "backtick"} on its line`,
    // A name that goes on to the end of the line is never meant.
    fixes: ({ insertAt, quote }) =>
      quote === '"'
        ? [{ ...insertFix("close it at the end of the line", insertAt, quote), preferred: false }]
        : [],
  }),

  unknownEscape: defineDiagnostic<{ written: string }>({
    code: "OM2003",
    title: "unknown escape",
    severity: "error",
    adjustable: false,
    explanation:
      'Text knows the escapes of JSON: `\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t` and `\\u` with four hexadecimal digits. Write a backslash that means itself as `\\\\`.',
    bad: rule('- IF Distance < 1m THEN Display "C:\\data"'),
    good: rule('- IF Distance < 1m THEN Display "C:\\\\data" UNKNOWN StopMachine'),
    message: ({ written }) => `\`${written}\` is no escape; a backslash itself is written \`\\\\\``,
    fixes: (_, at) => [insertFix("write the backslash itself", at.start, "\\")],
  }),

  unexpectedCharacter: defineDiagnostic<{ written: string }>({
    code: "OM2011",
    title: "unexpected character",
    severity: "error",
    adjustable: false,
    explanation:
      "The character means nothing in OMEGA outside quotes. The remainder of a division is `MOD`, a power is `std::math::pow(x, 2)`, and a name with unusual characters stands in backticks.",
    bad: rule("- IF Distance < 1m THEN StopMachine @once"),
    good,
    message: ({ written }) => {
      const advice: Readonly<Record<string, string>> = {
        "%": "; the remainder is `MOD`, a percentage `20%` has no space",
        "^": "; a power is `std::math::pow(x, 2)`",
        "~": "; compare with `MATCHES`",
        $: '; money is `10USD`, text stands in `"`',
        "'": '; text stands in `"`',
      };
      const code = written.codePointAt(0) ?? 0;
      const name = code < 0x20 || code > 0x7e ? ` (${codePointName(code)})` : "";
      return `\`${written}\`${name} has no meaning here${advice[written] ?? ""}`;
    },
  }),

  foreignSymbol: defineDiagnostic<{ written: string; replacement: string }>({
    code: "OM2010",
    title: "sign of another language",
    severity: "error",
    adjustable: false,
    explanation:
      "OMEGA writes `AND`, `OR` and `NOT` as words, compares with `==`, `!=`, `<=` and `>=`, and puts text into straight double quotes. Signs of other languages and of word processors (`&&`, `≥`, `“ ”`) are understood and reported, so that every document reads the same. Nothing ends with `;`.",
    bad: rule("- IF Distance ≤ 1m && Distance > 0m THEN StopMachine"),
    good: rule("- IF Distance <= 1m AND Distance > 0m THEN StopMachine UNKNOWN StopMachine"),
    message: ({ written, replacement }) =>
      replacement.trim() === ""
        ? `\`${written}\` has no place here; a line's end is enough`
        : `\`${written}\` is not OMEGA; write \`${replacement.trim()}\``,
    fixes: ({ replacement }, at) => [
      replaceFix(replacement === "" ? "remove it" : `write ${replacement.trim()}`, at, replacement),
    ],
  }),

  emptyName: defineDiagnostic({
    code: "OM2015",
    title: "empty name",
    severity: "error",
    adjustable: false,
    explanation: "Backticks quote a name of any characters, but of at least one.",
    bad: rule("- IF `` < 1m THEN StopMachine"),
    good,
    message: () => "there is no name between these backticks",
  }),

  controlCharacter: defineDiagnostic<{ code: number; places: readonly number[] }>({
    code: "OM2025",
    title: "control character",
    severity: "error",
    adjustable: false,
    explanation:
      "Besides tabs and line ends, a document holds no control characters: they cannot be seen, and programs disagree on what they mean. A NUL often says that the file is no text, or is UTF-16 rather than UTF-8.",
    bad: rule("- IF Distance < 1m THEN StopMachine\u0000"),
    good,
    message: ({ code, places }) => {
      const name = code === 0 ? "a NUL character" : `the control character ${codePointName(code)}`;
      const more = places.length > 1 ? `, the first of ${places.length} control characters` : "";
      return `${name} has no place in a document${more}; save it as UTF-8 text`;
    },
    fixes: ({ places }) => [{ ...removal(places), preferred: true }],
  }),

  loneSurrogate: defineDiagnostic({
    code: "OM2026",
    title: "half a character",
    severity: "error",
    adjustable: false,
    explanation:
      "Half of a surrogate pair is no character, and no UTF-8 file can hold it. The text was damaged on its way here.",
    bad: samplePolicy({ context: ["- Distance: <m>", "- Site: north \ud800 plant"] }),
    good,
    message: () => "this is half a character (a lone surrogate), which no UTF-8 text holds",
    fixes: (_, at) => [replaceFix("remove it", at, "")],
  }),

  bidirectionalControl: defineDiagnostic<{ code: number; places: readonly number[] }>({
    code: "OM2027",
    title: "hidden change of direction",
    severity: "error",
    adjustable: true,
    explanation:
      "Bidirectional controls change the order in which characters are shown, unseen. A condition can then look like another one. In prose of a right-to-left language they may be needed: set this code's severity, or exempt the line.",
    bad: samplePolicy({ context: ["- Distance: <m>", "- Site: north \u202eplant"] }),
    good,
    message: ({ code, places }) => {
      const more = places.length > 1 ? `, the first of ${places.length}` : "";
      return `the invisible ${codePointName(code)} changes the order in which this line is shown${more}`;
    },
    fixes: ({ places }) => [{ ...removal(places), preferred: false }],
  }),

  mixedScripts: defineDiagnostic<{ name: string; scripts: readonly string[] }>({
    code: "OM2028",
    title: "name in several scripts",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "Letters of different scripts look alike: a Cyrillic `а` is not a Latin `a`. A name that mixes scripts is often another name than it seems. Japanese, Korean and Chinese names may hold Latin letters.",
    bad: rule("- IF Distance < 1m OR \u0410larms > 3 THEN StopMachine UNKNOWN StopMachine"),
    good,
    message: ({ name, scripts }) =>
      `\`${name}\` mixes ${scripts.join(" and ")} letters, some of which look alike`,
  }),

  confusableName: defineDiagnostic<{ name: string; other: string }>({
    code: "OM2029",
    title: "names that look alike",
    severity: "warning",
    strictSeverity: "error",
    adjustable: true,
    explanation:
      "Two different names of the document look the same to a reader. One of them is a slip, or an attempt to mislead.",
    bad: samplePolicy({
      context: ["- Top: <m>", "- \u0422\u043e\u0440: <m>"],
      rule: ["- IF Top < 1m THEN StopMachine"],
    }),
    good: samplePolicy({ context: ["- Top: <m>"], rule: ["- IF Top < 1m THEN StopMachine"] }),
    message: ({ name, other }) => `\`${name}\` looks like \`${other}\` and is another name`,
  }),
} as const;

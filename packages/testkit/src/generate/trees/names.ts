// Names and prose for arbitrary trees: keywords, other scripts, phrases that need backticks, and words that look like
// structure but are none.
import type { Draw } from "../draw.ts";

const plainNames = [
  "a",
  "Distance",
  "Speed",
  "x1",
  "_x",
  "__proto__",
  "constructor",
  "std",
  "C",
  "m",
];

/** Words that the language gives a meaning only in their place. */
const contextualNames = [
  "Max",
  "Count",
  "Any",
  "ANY",
  "ALL",
  "NONE",
  "IS",
  "KNOWN",
  "MISSING",
  "WHERE",
  "WHEN",
  "UNLESS",
  "MAX",
  "MOD",
  "BETWEEN",
  "CONTAINS",
  "STARTS",
  "WITH",
  "MATCHES",
  "SATISFIES",
  "FAILSAFE",
  "NEVER",
  "AT",
  "OF",
  "PER",
  "BEFORE",
  "REQUIRES",
  "LOWERS",
  "BY",
  "TO",
  "GIVEN",
  "EXPECT",
  "ONLY",
  "NOTHING",
  "STATUS",
  "FRESH",
  "Unknown",
  "RULE",
  "Context",
];

/** Words that are never names bare, and what no identifier is. */
const quotedNames = [
  "IF",
  "then",
  "And",
  "UNKNOWN",
  "true",
  "NULL",
  "two words",
  "1st",
  "a.b[0]",
  "key: value",
  "it's # no comment",
  "// nor this",
  '"quoted"',
  "- bullet",
  "{ brace }",
  "\u{1f6d1}",
  "tab\there",
];

const foreignNames = [
  "Größe",
  "Температура",
  "温度",
  "อุณหภูมิ",
  "السرعة",
  "दूरी",
  "ıspanak",
  "a\u0301",
];

const letters = "abcdefghijklmnopqrstuvwxyzABCXYZ_0123456789";

/** A name of any sort that can stand where expressions and actions name things. */
export function drawName(draw: Draw): string {
  return draw.weighted([
    [6, () => draw.pick(plainNames)],
    [3, () => draw.pick(contextualNames)],
    [2, () => draw.pick(quotedNames)],
    [1, () => draw.pick(foreignNames)],
    [1, () => `n${draw.list(0, 8, () => letters.charAt(draw.whole(letters.length - 1))).join("")}`],
  ]);
}

/** A label: what stands before an entry's colon. Words in a row need no backticks there. */
export function drawLabel(draw: Draw): string {
  return draw.pick([
    "Label",
    "Benefit",
    "Trade-off",
    "Session Kind",
    "Max",
    "Größe",
    "温度",
    "Rule",
    "never",
    "Biaya (total)",
    "x",
    "UNKNOWN",
    "Mode.2",
    "If",
    "key: value",
    "a [b]",
    "# no comment",
    "- bullet",
    "12:30",
  ]);
}

const plainWords = [
  "the",
  "cell",
  "stops",
  "people",
  "a",
  "safety",
  "Größe",
  "安全",
  "3",
  "50%",
  "85.5C",
];

/** Words that mean something elsewhere and nothing in the middle of prose. */
const curiousWords = [
  "-",
  "#12",
  "//",
  "https://example.org/a#b",
  "IF",
  "THEN",
  "RULE",
  "NEVER",
  "`tick`",
  '"quoted"',
  "{",
  "}",
  "<m>",
  "[x]",
  "…",
  "–",
  "\\n",
  "=>",
  "very-long-word-that-will-not-fit-behind-many-others",
];

const colonWords = ["Note:", "RULE:", "context:", "12:30", "a:b"];

/** A sentence on one line. With `colons`, words that end in one occur in it too. */
export function drawProse(draw: Draw, colons: boolean): string {
  const first = draw.pick(plainWords);
  const others = draw.list(0, 24, () =>
    draw.weighted([
      [8, () => draw.pick(plainWords)],
      [2, () => draw.pick(curiousWords)],
      [colons ? 1 : 0, () => draw.pick(colonWords)],
    ]),
  );
  return [first, ...others].join(" ");
}

/** A comment of one line, with its mark. */
function drawComment(draw: Draw): string {
  const mark = draw.pick(["# ", "// ", "#", "//", "## "]);
  return `${mark}${draw.pick(["note", "IF x THEN y", "- not an item", "RULE:", "\u{1f6d1} 停", "a # b"])}`;
}

/** Comments above something. */
export function drawComments(draw: Draw): readonly string[] {
  return draw.chance(1, 8) ? draw.list(1, 3, () => drawComment(draw)) : [];
}

/** A comment behind something, or none. */
export function drawTrailingComment(draw: Draw): string | null {
  return draw.chance(1, 8) ? drawComment(draw) : null;
}

const texts = [
  "",
  "text",
  'a "quoted" word',
  "back\\slash",
  "line\nbreak",
  "\u0000\u001f",
  "\u2028",
  "# no comment",
  "// none",
  "安全 \u{1f6d1}",
  "\ud800 alone",
  "`tick`",
  "0.8m",
  "{ } [ ] =>",
];

/** The content of a text literal. */
export function drawText(draw: Draw): string {
  return draw.pick(texts);
}

/** Digits of a literal that is not negative. */
export function drawDigits(draw: Draw): string {
  return draw.weighted([
    [4, () => String(draw.whole(12))],
    [2, () => draw.pick(["0.5", "85.5", "100", "007", "0.1", "1234567890123456789"])],
    [1, () => draw.pick(["1e3", "1.5E-7", "2e+2", "9e999", "1e0"])],
  ]);
}

const unitsAsWritten = [
  "m",
  "cm",
  "min",
  "ms",
  "km/h",
  "kmh",
  "m/s^2",
  "C",
  "°C",
  "F",
  "K",
  "%",
  "pct",
  "‰",
  "ppm",
  "USD",
  "EUR/kWh",
  "kWh",
  "N*m",
  "µm",
  "Ω",
  "rpm",
  "KiB",
  "Mbps",
  "mmHg",
];

/** A unit as an author may write it. */
export function drawUnit(draw: Draw): string {
  return draw.pick(unitsAsWritten);
}

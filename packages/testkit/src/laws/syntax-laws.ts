// Laws of parsing and formatting: what is printed reads back the same, an item stands for itself, and comments stay.
import { format, parse, type Tree } from "@omega/core";
import { parseReference } from "@omega/core/reference";
import * as fc from "fast-check";
import { type Draw, drawn } from "../generate/draw.ts";
import { withoutPlaces } from "../generate/nodes.ts";
import { drawnText, type WrittenText } from "../generate/texts.ts";
import { anyDocument } from "../generate/trees/documents.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import { drawWellFormed, slippedTexts, wellFormedTexts } from "./texts.ts";

const printed = law(
  {
    name: "printed-tree-reads-back",
    statement: "parsing what a tree prints as gives the tree",
    cases: 300,
  },
  anyDocument,
  ({ document, text }) => {
    const { document: parsed, diagnostics } = parse(text);
    expectSame(withoutPlaces(parsed), document, "the tree is another");
    const mistakes = diagnostics.filter(
      ({ code, severity }) => /^OM2/.test(code) && severity === "error",
    );
    expectSame(
      mistakes.map(({ message }) => message),
      [],
      "mistakes in the printed text",
    );
  },
);

const idempotent = law(
  {
    name: "format-is-idempotent",
    statement: "formatting twice is formatting once",
    cases: 200,
  },
  slippedTexts,
  ({ text }) => {
    const once = format(text).text;
    expectSame(format(once).text, once, "the second formatting changes the text");
  },
);

const meaning = law(
  {
    name: "format-keeps-meaning",
    statement: "formatting leaves the tree as it is, also of items with mistakes",
    cases: 200,
  },
  slippedTexts,
  ({ text }) => {
    const before = parse(text);
    const formatted = format(text).text;
    const after = parse(formatted);
    if (before.diagnostics.some(({ severity }) => severity === "error")) {
      const count = (document: Tree.Document): number => itemsOf(document).length;
      expectSame(count(after.document), count(before.document), "items were lost or made");
      return;
    }
    expectSame(laidOut(after.document), laidOut(before.document), "the tree is another");
  },
);

/** The tree without places, and without what the formatter may move: blank lines, and comments to their rule's line. */
function laidOut(document: Tree.Document): unknown {
  const stripped = withoutPlaces(document);
  return {
    ...stripped,
    trailingComments: [],
    sections: stripped.sections.map((section) => ({
      ...section,
      leadingComments: [],
      items: section.items.map(({ body }) => withoutComments(body)),
    })),
  };
}

const commentKeys: ReadonlySet<string> = new Set([
  "leadingComments",
  "trailingComment",
  "closingComments",
  "trailingComments",
]);

function withoutComments(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(withoutComments);
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      commentKeys.has(key) ? [] : [[key, withoutComments(value)]],
    ),
  );
}

const comments = law(
  {
    name: "format-keeps-comments",
    statement: "formatting loses and doubles no comment, wherever it stands",
    cases: 200,
  },
  commentedTexts,
  ({ text }) => {
    const formatted = format(text).text;
    for (const mark of text.match(/kept\d+/g) ?? []) {
      const occurrences = formatted.split(new RegExp(`${mark}(?!\\d)`)).length - 1;
      expectSame(occurrences, 1, `occurrences of the comment ${mark} in\n${formatted}\n`);
    }
  },
);

/** Documents with comments on lines of their own and at lines' ends, each with a word of its own. */
function commentedTexts(size: number): fc.Arbitrary<WrittenText> {
  return drawnText(size, (draw) => scatterComments(draw, drawWellFormed(draw)));
}

function scatterComments(draw: Draw, text: string): string {
  const lines = text.split("\n");
  const marks = draw.list(1, 4, () => ({
    line: draw.whole(lines.length - 1),
    behind: draw.chance(1, 2),
  }));
  for (const [number, { line, behind }] of marks.entries()) {
    const mark = draw.pick(["#", "//", "# note "]);
    if (behind) lines[line] = `${lines[line] ?? ""} ${mark}kept${number}`;
    else lines[line] = `${mark}kept${number}\n${lines[line] ?? ""}`;
  }
  return lines.join("\n");
}

const lineEnds = law(
  {
    name: "line-ends-and-marks",
    statement: "CRLF line ends and a byte order mark leave the tree as it is",
    cases: 150,
  },
  slippedTexts,
  ({ text }) => {
    if (/\r|^\ufeff/.test(text)) return;
    const tree = withoutPlaces(parse(text).document);
    const windows = parse(text.replaceAll("\n", "\r\n")).document;
    // A text that is never closed, or an item that cannot be read, has the line ends in it.
    expectSame(withLineFeeds(withoutPlaces(windows)), tree, "with CRLF");
    expectSame(withoutPlaces(parse(`\ufeff${text}`).document), tree, "with a byte order mark");
  },
);

function withLineFeeds(node: unknown): unknown {
  if (typeof node === "string") return node.replaceAll("\r\n", "\n");
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(withLineFeeds);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withLineFeeds(value)]),
  );
}

const alone = law(
  {
    name: "item-by-itself",
    statement: "an item parsed by itself is the item parsed in its document",
    cases: 150,
  },
  wellFormedTexts,
  ({ text }) => {
    const { document } = parse(text);
    for (const section of document.sections) {
      for (const item of section.items) {
        const itemText = text.slice(item.start, item.end);
        const header = document.suiteFor === null ? "" : 'EXAMPLES FOR "a.omni":\n';
        const [only] = itemsOf(parse(`${header}${section.keyword}:\n${itemText}\n`).document);
        expectSame(withoutPlaces(only?.body), withoutPlaces(item.body), `by itself, ${itemText}`);
      }
    }
  },
);

const independent = law(
  {
    name: "errors-stay-in-their-item",
    statement: "breaking one item leaves the trees of the others as they are",
    cases: 200,
  },
  brokenTexts,
  ({ text, broken, at }) => {
    const before = itemsOf(parse(text).document);
    const after = itemsOf(parse(broken).document);
    // Lines that a brace no longer holds together become items of their own; those of the others stay theirs.
    const bodies = (items: readonly Tree.Item[]): unknown =>
      items.map(({ body }) => withoutPlaces(body));
    const behind = before.length - at - 1;
    expectThat(after.length >= before.length, "an item is gone");
    expectSame(
      bodies(after.slice(0, at)),
      bodies(before.slice(0, at)),
      "an item before it changed",
    );
    expectSame(
      bodies(after.slice(after.length - behind)),
      bodies(before.slice(before.length - behind)),
      "an item behind it changed",
    );
  },
);

interface BrokenText {
  readonly text: string;
  readonly broken: string;
  /** Which item was broken. */
  readonly at: number;
}

/** A document and the same with one item's content broken on its own lines. */
function brokenTexts(size: number): fc.Arbitrary<BrokenText> {
  return drawn(size, (draw) => {
    const text = drawWellFormed(draw);
    const items = itemsOf(parse(text).document);
    const at = draw.whole(Math.max(0, items.length - 1));
    const item = items[at];
    const broken =
      item === undefined
        ? text
        : text.slice(0, item.start) +
          breakItem(draw, text.slice(item.start, item.end)) +
          text.slice(item.end);
    return { text, broken, at, [fc.toStringMethod]: () => `${at} in\n${broken}` };
  });
}

/** The item with a piece cut out, or something put in that does not belong, behind its first word. */
function breakItem(draw: Draw, itemText: string): string {
  const line = /^[^\n]*/.exec(itemText)?.[0] ?? "";
  const start = Math.min(/^-?\s*\S+\s?/.exec(line)?.[0].length ?? 0, line.length);
  const at = start + draw.whole(Math.max(0, line.length - start));
  const intruder = draw.pick([
    ")",
    "(",
    "]",
    "{",
    '"',
    "`",
    " THEN ",
    " == ",
    "=>",
    ",",
    "5parsecs",
    "$",
  ]);
  const rest = draw.chance(1, 2) ? line.slice(at) : line.slice(at + 1 + draw.whole(8));
  return line.slice(0, at) + intruder + rest + itemText.slice(line.length);
}

function itemsOf(document: Tree.Document): readonly Tree.Item[] {
  return document.sections.flatMap(({ items }) => items);
}

const spans = law(
  {
    name: "places-lie-within",
    statement: "places lie within the text, those of a part within those of the whole",
    cases: 200,
  },
  slippedTexts,
  ({ text }) => {
    const { document, diagnostics } = parse(text);
    for (const { span, fixes, message } of diagnostics) {
      expectThat(isWithin(span, 0, text.length), `${message} at ${span.start} to ${span.end}`);
      for (const edit of fixes.flatMap(({ edits }) => edits)) {
        expectThat(isWithin(edit.span, 0, text.length), `a fix of ${message}`);
      }
    }
    let last = 0;
    for (const section of document.sections) {
      expectThat(isWithin(section.span, last, text.length), `the section at ${section.span.start}`);
      last = section.span.start;
      for (const { start, end, body } of section.items) {
        expectThat(isWithin({ start, end }, last, text.length), `the item at ${start}`);
        last = start;
        expectWithin(body, { start: 0, end: end - start }, `item at ${start}`);
      }
    }
  },
);

interface Place {
  readonly start: number;
  readonly end: number;
}

function isWithin({ start, end }: Place, low: number, high: number): boolean {
  return (
    Number.isInteger(start) && Number.isInteger(end) && low <= start && start <= end && end <= high
  );
}

function expectWithin(node: unknown, outer: Place, path: string): void {
  if (typeof node !== "object" || node === null) return;
  const span = "span" in node ? (node.span as Place) : null; // trees have spans under this name only
  // What is missing has an empty span, somewhere in the item.
  const own = span !== null && span.start < span.end ? span : null;
  if (own !== null) {
    expectThat(
      isWithin(own, outer.start, outer.end),
      `${path} has ${own.start} to ${own.end}, outside ${outer.start} to ${outer.end}`,
    );
  }
  for (const [key, part] of Object.entries(node)) {
    if (!/[sS]pan$/.test(key)) expectWithin(part, own ?? outer, `${path}.${key}`);
  }
}

const agreement = law(
  {
    name: "parsers-agree",
    statement: "the published grammar accepts what the parser does, and makes the same trees of it",
    cases: 40,
  },
  slippedTexts,
  ({ text }) => {
    // The grammar is matched some hundred times as slowly as the parser reads.
    if (text.length > 6000) return;
    const { document, diagnostics } = parse(text);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const reference = parseReference(text);
    const failures = reference.accepted ? [] : reference.failures;
    const complaints = [...failures, ...errors.map(({ message }) => message)];
    expectSame(
      reference.accepted,
      errors.length === 0,
      `accepted, for ${JSON.stringify(complaints)}`,
    );
    if (!reference.accepted) return;
    expectSame(bare(reference.document), bare(document), "the grammar's tree");
  },
);

/** The tree without places, comments and blank lines, which the grammar knows nothing of. */
function bare(document: Tree.Document): unknown {
  return withoutComments(withoutBlankLines(withoutPlaces(document)));
}

function withoutBlankLines(document: Tree.Document): Tree.Document {
  const sections = document.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, blankLineBefore: false })),
  }));
  return { ...document, sections };
}

export const syntaxLaws: readonly Law[] = [
  printed,
  idempotent,
  meaning,
  comments,
  lineEnds,
  alone,
  independent,
  spans,
  agreement,
];

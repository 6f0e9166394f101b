// The reference parser: the language as omega.ohm has it, made executable. Slow, plain and without mercy for errors; the
// production parser (parse-document.ts) must accept the same documents and make the same trees of them.

import { createSourceText, positionAt } from "../source/source-text.ts";
import { span } from "../source/span.ts";
import { bidirectionalControls, hasLoneSurrogate } from "../source/unicode.ts";
import { exceedsDocumentLimit, maximumDepth } from "./limits.ts";
import { omegaGrammar } from "./reference-grammar.ts";
import { itemsOf, semantics } from "./reference-items.ts";
import type { ReferenceItem } from "./reference-layout.ts";
import { bracketDepth, type Flaw, findFlaws } from "./reference-limits.ts";
import { readLines } from "./reference-lines.ts";
import { movePlaces } from "./reference-places.ts";
import type { Document, Item, Section, SectionKeyword } from "./tree.ts";

/** A place where a document leaves the grammar, and what could stand there. */
export interface ReferenceFailure {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

export type ReferenceResult =
  | { readonly accepted: true; readonly document: Document }
  | { readonly accepted: false; readonly failures: readonly ReferenceFailure[] };

const itemRules: Readonly<Record<SectionKeyword, string>> = {
  INTENT: "proseItem",
  IMPORT: "ImportItem",
  ACTOR: "ActorItem",
  CONTEXT: "AttributeItem",
  ASSUMPTION: "proseItem",
  RULE: "RuleItem",
  CONSTRAINT: "ConstraintItem",
  IMPACT: "ImpactItem",
  TRACE: "labelledItem",
  REVIEW: "labelledItem",
  EXAMPLE: "ExampleItem",
};

/**
 * Parses a document by the published grammar. Accepted are the documents in which the production parser finds no error;
 * their trees are its trees, but for comments, which are left out. Else every item that fails is among the failures.
 * Never throws.
 */
export function parseReference(text: string): ReferenceResult {
  const found: Flaw[] = [...findCharacters(text)];
  const lines = readLines(found.length === 0 ? text : "");
  found.push(...lines.failures);
  const sections = lines.sections.map((section): Section => {
    const items = section.items.flatMap((item) => parseItem(section.keyword, item, found));
    const { keyword, title, headerStart, headerEnd } = section;
    const headerSpan = span(headerStart, headerEnd);
    const end = items[items.length - 1]?.end ?? headerEnd;
    const whole = span(headerStart, end);
    return {
      kind: "section",
      keyword,
      title,
      leadingComments: [],
      trailingComment: null,
      items,
      headerSpan,
      span: whole,
    };
  });
  if (found.length > 0) {
    const source = createSourceText(text);
    const failures = found
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, expected }) => ({ ...positionAt(source, offset), expected }));
    return { accepted: false, failures };
  }
  const { suite } = lines;
  const suiteFor: Document["suiteFor"] =
    suite === null
      ? null
      : {
          kind: "suite-header",
          policy: suite.policy,
          leadingComments: [],
          span: span(suite.start, suite.end),
        };
  return {
    accepted: true,
    document: { kind: "document", suiteFor, sections, trailingComments: [] },
  };
}

/** What no document may hold, wherever it stands. */
function findCharacters(text: string): readonly Flaw[] {
  if (exceedsDocumentLimit(text)) return [{ offset: 0, expected: "a smaller document" }];
  const isControl = [...text].some((character) => isControlCharacter(character.charCodeAt(0)));
  const isHidden = hasLoneSurrogate(text) || bidirectionalControls(text).length > 0;
  return isControl || isHidden ? [{ offset: 0, expected: "visible characters" }] : [];
}

function isControlCharacter(code: number): boolean {
  return code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d);
}

function parseItem(keyword: SectionKeyword, item: ReferenceItem, found: Flaw[]): readonly Item[] {
  /** From the text with its signs to the document. */
  const place = (offset: number): number =>
    item.textStart +
    offset -
    item.signs.filter((sign) => sign.isInserted && sign.offset < offset).length;
  const fail = (flaws: readonly Flaw[]): readonly Item[] => {
    found.push(...flaws.map(({ offset, expected }) => ({ offset: place(offset), expected })));
    return [];
  };
  try {
    if (itemRules[keyword] === "RuleItem" && bracketDepth(item.text) > maximumDepth) {
      return fail([{ offset: 0, expected: `at most ${maximumDepth} levels` }]);
    }
    const match = omegaGrammar.match(item.text, itemRules[keyword]);
    if (match.failed()) {
      const expected = match.getExpectedText();
      return fail([{ offset: match.getRightmostFailurePosition(), expected }]);
    }
    const tree = semantics(match);
    // Ohm's wrapper of the whole match is a node, though its types say less.
    const flaws = findFlaws(tree as never, item.signs);
    if (flaws.length > 0) return fail(flaws);
    return itemsOf(tree as never).map((body) => {
      const { start, end } = item;
      const moved = movePlaces(body, (offset) => place(offset) - start);
      const comments = { leadingComments: [], trailingComment: null };
      return { kind: "item", start, end, blankLineBefore: false, ...comments, body: moved };
    });
  } catch (error) {
    // Prefixes, unlike brackets, are not counted beforehand: where they exhaust the stack they exceed the limit by far.
    if (error instanceof RangeError)
      return fail([{ offset: 0, expected: `at most ${maximumDepth} levels` }]);
    throw error;
  }
}

// The reference parser: the language as omega.ohm has it, made executable. Slow, plain and without mercy for errors; the
// production parser (parse-document.ts) must accept the same documents and make the same trees of them.

import { createSourceText, positionAt } from "../source/source-text.ts";
import { span } from "../source/span.ts";
import { bidirectionalControls, hasLoneSurrogate } from "../source/unicode.ts";
import { exceedsDocumentLimit } from "./limits.ts";
import { omegaGrammar } from "./reference-grammar.ts";
import { itemsOf, semantics } from "./reference-items.ts";
import type { ReferenceItem } from "./reference-layout.ts";
import { type Flaw, findFlaws, nestsTooDeeply, tooDeep } from "./reference-limits.ts";
import { type ReferenceSuite, readLines } from "./reference-lines.ts";
import { movePlaces } from "./reference-places.ts";
import type { Document, Item, ItemBody, Section, SectionKeyword, SuiteHeader } from "./tree.ts";

/** A place where a document leaves the grammar, and what could stand there. */
export interface ReferenceFailure {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

export type ReferenceResult =
  | { readonly accepted: true; readonly document: Document }
  | { readonly accepted: false; readonly failures: readonly ReferenceFailure[] };

/** What the items of a section are matched against: the first that fits counts. */
const itemRules: Readonly<Record<SectionKeyword, readonly [string, ...string[]]>> = {
  INTENT: ["proseItem"],
  IMPORT: ["ImportItem"],
  ACTOR: ["ActorItem"],
  CONTEXT: ["AttributeItem", "ProseAttributeItem"],
  ASSUMPTION: ["proseItem"],
  RULE: ["RuleItem"],
  CONSTRAINT: ["ConstraintItem"],
  IMPACT: ["ImpactItem"],
  TRACE: ["labelledItem"],
  REVIEW: ["labelledItem"],
  EXAMPLE: ["ExampleItem"],
};

/** Rules that match no prose, so that every bracket is one of the language. */
const formalRules: ReadonlySet<string> = new Set(["AttributeItem", "RuleItem", "ExampleItem"]);

/**
 * Parses a document by the published grammar. Accepted are the documents in which the production parser finds no error;
 * their trees are its trees, but for comments, which are left out. Else every item that fails is among the failures.
 * Never throws.
 */
export function parseReference(text: string): ReferenceResult {
  const characters = findCharacters(text);
  if (characters.length > 0) return rejected(text, characters);
  const lines = readLines(text);
  const found: Flaw[] = [...lines.failures];
  const sections = lines.sections.map((section): Section => {
    const items = section.items.flatMap((item) => parseItem(section.keyword, item, found));
    const { keyword, title, headerStart, headerEnd } = section;
    return {
      kind: "section",
      keyword,
      title,
      leadingComments: [],
      trailingComment: null,
      items,
      headerSpan: span(headerStart, headerEnd),
      span: span(headerStart, items[items.length - 1]?.end ?? headerEnd),
    };
  });
  if (found.length > 0) return rejected(text, found);
  const suiteFor = lines.suite && suiteHeader(lines.suite);
  const document: Document = { kind: "document", suiteFor, sections, trailingComments: [] };
  return { accepted: true, document };
}

function suiteHeader({ policy, start, end }: ReferenceSuite): SuiteHeader {
  return { kind: "suite-header", policy, leadingComments: [], span: span(start, end) };
}

function rejected(text: string, found: readonly Flaw[]): ReferenceResult {
  const source = createSourceText(text);
  const failures = [...found]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, expected }) => ({ ...positionAt(source, offset), expected }));
  return { accepted: false, failures };
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
  const { start, end, textStart, signs } = item;
  /** From an offset in the text with its signs to the document's. */
  const place = (offset: number): number =>
    textStart + offset - signs.filter((sign) => sign.isInserted && sign.offset < offset).length;
  const [rule, ...others] = itemRules[keyword];
  const first = matchItem(rule, item);
  const matched = others.reduce((result, other) => {
    return result.flaws.length === 0 ? result : matchItem(other, item);
  }, first);
  if (matched.flaws.length > 0) {
    found.push(...first.flaws.map(({ offset, expected }) => ({ offset: place(offset), expected })));
  }
  return matched.bodies.map((body): Item => {
    const moved = movePlaces(body, (offset) => place(offset) - start);
    const comments = { leadingComments: [], trailingComment: null };
    return { kind: "item", start, end, blankLineBefore: false, ...comments, body: moved };
  });
}

/** What an item is by that rule, or why it is none. */
function matchItem(
  rule: string,
  { text, signs }: ReferenceItem,
): { readonly bodies: readonly ItemBody[]; readonly flaws: readonly Flaw[] } {
  const fail = (...flaws: readonly Flaw[]) => ({ bodies: [], flaws });
  if (formalRules.has(rule) && nestsTooDeeply(text)) return fail(tooDeep);
  try {
    const match = omegaGrammar.match(text, rule);
    if (match.failed()) {
      const offset = match.getRightmostFailurePosition();
      return fail({ offset, expected: match.getExpectedText() });
    }
    const tree = semantics(match);
    const flaws = findFlaws(tree, signs);
    return flaws.length > 0 ? fail(...flaws) : { bodies: itemsOf(tree), flaws };
  } catch (error) {
    // Prefixes are not counted beforehand, as brackets are: where they exhaust the stack, they are far too many.
    if (error instanceof RangeError) return fail(tooDeep);
    throw error;
  }
}

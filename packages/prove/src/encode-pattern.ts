// Patterns of MATCHES as languages. RE2's trees say what matches somewhere in a text; a language says what the text is.
import { type PatternNode, parsePattern } from "@omega/core";
import { anything, choiceOf, type Language, literal, sequence } from "./language.ts";
import { type Outside, outside } from "./symbolic-value.ts";

/** The texts in which the pattern matches; null where it is no pattern. */
export function encodePattern(pattern: string): Language | Outside | null {
  const parse = parsePattern(pattern);
  if (!parse.ok) return null;
  return (
    translate(parse.tree, { before: "open", after: "open" }) ??
    outside("a pattern with `\\b`, `(?m)` or an anchor in its middle, or with very many characters")
  );
}

/**
 * What may stand beside what a node takes: at the text's edge anything, where no anchor says that nothing does; within
 * a pattern what its neighbours take.
 */
type Side = "open" | "anchored" | "within";

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

const within: Sides = { before: "within", after: "within" };

/** The whole text, as far as the sides are open; null for what no language says. */
function translate(node: PatternNode, sides: Sides): Language | null {
  switch (node.kind) {
    case "empty":
      return beside(literal(""), sides);
    case "character":
      return translateSet([node.codePoint, node.codePoint], sides);
    case "set":
      return translateSet(node.ranges, sides);
    case "assertion":
      return translateSequence([node], sides);
    case "sequence":
      return translateSequence(node.nodes, sides);
    case "choice": {
      const parts = allOf(node.nodes.map((part) => translate(part, sides)));
      return parts === null ? null : choiceOf(...parts);
    }
    case "group":
      return translate(node.node, sides);
    case "repeat": {
      const part = translate(node.node, within);
      const { min: minimum, max } = node;
      const maximum = max === Number.POSITIVE_INFINITY ? null : max;
      return part === null ? null : beside({ kind: "repeat", part, minimum, maximum }, sides);
    }
  }
}

function beside(language: Language, { before, after }: Sides): Language {
  const parts = [
    ...(before === "open" ? [anything] : []),
    language,
    ...(after === "open" ? [anything] : []),
  ];
  return sequence(...parts);
}

function translateSequence(nodes: readonly PatternNode[], sides: Sides): Language | null {
  let { before, after } = sides;
  const inner = [...nodes];
  while (isAssertion(inner[0], "text start") && before !== "within") {
    before = "anchored";
    inner.shift();
  }
  while (isAssertion(inner.at(-1), "text end") && after !== "within") {
    after = "anchored";
    inner.pop();
  }
  if (inner.length === 0) return beside(literal(""), { before, after });
  if (inner.length === 1 && inner[0]?.kind === "assertion") return null;
  const parts = allOf(
    inner.map((node, index) =>
      translate(node, {
        before: index === 0 ? before : "within",
        after: index === inner.length - 1 ? after : "within",
      }),
    ),
  );
  return parts === null ? null : sequence(...parts);
}

function isAssertion(node: PatternNode | undefined, assertion: string): boolean {
  return node?.kind === "assertion" && node.assertion === assertion;
}

function allOf(languages: readonly (Language | null)[]): readonly Language[] | null {
  const found = languages.filter((language) => language !== null);
  return found.length === languages.length ? found : null;
}

/** More would make the question too large. */
const mostRanges = 400;

function translateSet(ranges: readonly number[], sides: Sides): Language | null {
  const known = knownRanges(ranges);
  return known === null || known.length > mostRanges * 2
    ? null
    : beside({ kind: "set", ranges: known }, sides);
}

/** The last code point that the solver knows. */
export const lastKnownCharacter = 0x2ffff;
const lastCharacter = 0x10ffff;

/**
 * The ranges without surrogates, which no text holds, as far as the solver knows code points. Null where characters beyond
 * are told from one another: else what the last one it knows shows is true of them all.
 */
function knownRanges(ranges: readonly number[]): readonly number[] | null {
  const known: number[] = [];
  const add = (first: number, last: number): void => {
    if (first <= last) known.push(first, last);
  };
  for (let index = 0; index < ranges.length; index += 2) {
    const first = ranges[index] ?? 0;
    const last = ranges[index + 1] ?? first;
    const endsBeyond = last > lastKnownCharacter && last < lastCharacter;
    if (endsBeyond || first > lastKnownCharacter) return null;
    const end = Math.min(last, lastKnownCharacter);
    add(first, Math.min(end, 0xd7ff));
    add(Math.max(first, 0xe000), end);
  }
  return known;
}

// Names of a document that look alike and are not: a Cyrillic `Тор` beside a Latin `Top`. The last step of parsing.
import { createReporter, type Reporter } from "../diagnostics/diagnostic.ts";
import { syntaxDiagnostics } from "../diagnostics/om2-syntax.ts";
import { type Span, span } from "../source/span.ts";
import { confusableSkeleton } from "../source/unicode.ts";
import { lex } from "./lexer.ts";
import type { Document, Item } from "./tree.ts";

interface WrittenName {
  readonly text: string;
  readonly at: Span;
}

const beyondAscii = /[^\0-\x7f]/;

/**
 * Reports names that look like an earlier one, each where it first stands. Among ASCII names none is reported (`l1` and
 * `Il` are a matter of fonts), so that documents without other names cost nothing.
 */
export function checkConfusableNames(text: string, document: Document, reporter: Reporter): void {
  const items = document.sections.flatMap((section) => section.items);
  const isUnusual = (item: Item): boolean =>
    beyondAscii.test(text.slice(item.start, item.end)) &&
    namesIn(text, item).some((name) => beyondAscii.test(name.text));
  if (!beyondAscii.test(text) || !items.some(isUnusual)) return;
  const known = new Set<string>();
  const bySkeleton = new Map<string, string>();
  for (const name of items.flatMap((item) => namesIn(text, item))) {
    if (known.has(name.text)) continue;
    known.add(name.text);
    const skeleton = confusableSkeleton(name.text);
    const other = bySkeleton.get(skeleton);
    if (other === undefined) bySkeleton.set(skeleton, name.text);
    else if (beyondAscii.test(name.text + other)) {
      reporter.report(syntaxDiagnostics.confusableName, name.at, { name: name.text, other });
    }
  }
}

/** The names of a formal item, in order, keywords left out. */
function namesIn(text: string, { start, end, body }: Item): readonly WrittenName[] {
  if (body.kind === "prose" || body.kind === "labelled" || body.kind === "import") return [];
  if (body.kind === "attribute" && body.value.kind === "prose-value") {
    const { name } = body;
    return [{ text: name.text, at: span(start + name.span.start, start + name.span.end) }];
  }
  const { tokens } = lex(text.slice(start, end), createReporter("", []));
  const names: WrittenName[] = [];
  for (const token of tokens) {
    if (token.keyword !== null || (token.kind !== "word" && token.kind !== "quoted")) continue;
    const quote = token.kind === "quoted" ? 1 : 0;
    const name = text.slice(start + token.start + quote, start + token.contentEnd);
    names.push({ text: name, at: span(start + token.start, start + token.end) });
  }
  return names;
}

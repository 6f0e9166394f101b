// Every feature of the service at one place of a document, with what must be true of each answer: ranges that the text has,
// edits that can be applied, tokens in order. For the laws.
import { expectThat } from "@omega/testkit/laws";
import type {
  CallHierarchyItem,
  DocumentSymbol,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from "vscode-languageserver-types";
import {
  findCodeActions,
  findCodeLenses,
  findCompletions,
  findDefinition,
  findDiagnostics,
  findDocumentLinks,
  findDocumentSymbols,
  findFoldingRanges,
  findHighlights,
  findHover,
  findIncomingCalls,
  findInlayHints,
  findLinkedRanges,
  findOutgoingCalls,
  findReferences,
  findSelectionRanges,
  findSemanticTokens,
  findSignatureHelp,
  findTypeDefinition,
  findWorkspaceSymbols,
  fixAllEdits,
  formatDocument,
  formatOnType,
  formatRange,
  listExamples,
  prepareCallHierarchy,
  prepareRename,
  rename,
  type ServiceDocument,
  toPosition,
  type Workspace,
} from "../src/index.ts";

/** The answers of every feature at an offset, by the feature's name. */
export function everyAnswer(
  document: ServiceDocument,
  workspace: Workspace,
  offset: number,
): Readonly<Record<string, unknown>> {
  const position = toPosition(document.source, offset);
  const here: Range = { start: position, end: position };
  const whole: Range = {
    start: { line: 0, character: 0 },
    end: toPosition(document.source, document.source.text.length),
  };
  const pageOf = (code: string): string => `page:${code}`;
  const calls = prepareCallHierarchy(document, position);
  return {
    diagnostics: findDiagnostics(document, workspace, pageOf),
    completions: findCompletions(document, position, ["site.omni"]),
    hover: findHover(document, position),
    signature: findSignatureHelp(document, position),
    definition: findDefinition(document, position, workspace),
    typeDefinition: findTypeDefinition(document, position, workspace),
    references: findReferences(document, position, true, workspace),
    highlights: findHighlights(document, position),
    linked: findLinkedRanges(document, position),
    calls,
    incoming: calls.map((item) => findIncomingCalls(item, document, workspace)),
    outgoing: calls.map((item) => findOutgoingCalls(item, document)),
    symbols: findDocumentSymbols(document),
    workspaceSymbols: findWorkspaceSymbols("a", workspace),
    folding: findFoldingRanges(document),
    selections: findSelectionRanges(document, [position]),
    tokens: findSemanticTokens(document),
    tokensHere: findSemanticTokens(document, here),
    hints: findInlayHints(document, whole),
    links: findDocumentLinks(document),
    lenses: findCodeLenses(document, {
      outcomes: new Map(),
      canMeasure: true,
      canProve: true,
      proof: null,
      showsDecisions: true,
    }),
    examples: listExamples(document),
    actions: findCodeActions(document, here, null, workspace, pageOf),
    fixAll: fixAllEdits(document),
    format: formatDocument(document),
    formatHere: formatRange(document, here),
    formatTyped: formatOnType(document, position, "\n"),
    preparedRename: prepareRename(document, position),
    rename: rename(document, position, "Zz9", workspace),
  };
}

/** Throws unless every answer can be shown and applied in the document as it is. */
export function expectSound(
  document: ServiceDocument,
  offset: number,
  answers: Readonly<Record<string, unknown>>,
): void {
  const lines = document.source.text.split(/\r\n|\n|\r/);
  for (const [feature, answer] of Object.entries(answers)) {
    expectRanges(answer, document.uri, lines, feature);
  }
  expectTokens(answers.tokens as readonly number[], lines, "tokens");
  expectTokens(answers.tokensHere as readonly number[], lines, "tokensHere");
  for (const feature of ["fixAll", "format", "formatHere", "formatTyped"]) {
    expectApart(answers[feature] as readonly TextEdit[], feature);
  }
  for (const symbol of answers.symbols as readonly DocumentSymbol[]) expectSymbol(symbol, null);
  for (const range of answers.selections as readonly SelectionRange[]) expectNested(range);
  for (const item of answers.calls as readonly CallHierarchyItem[]) {
    expectThat(holds(item.range, item.selectionRange), "calls: the name is inside");
  }
  const at = toPosition(document.source, offset);
  for (const { textEdit } of answers.completions as readonly { textEdit: TextEdit }[]) {
    const { start, end } = textEdit.range;
    expectThat(start.line === at.line && same(end, at), "completions: the edit ends at the cursor");
  }
}

/** Every range below a value is one of the text; what lies in other documents has their address beside it. */
function expectRanges(
  value: unknown,
  uri: string,
  lines: readonly string[],
  feature: string,
): void {
  if (typeof value !== "object" || value === null) return;
  if ("uri" in value && value.uri !== uri) return;
  if ("from" in value && value.from instanceof Object && "uri" in value.from) {
    if (value.from.uri !== uri) return;
  }
  if (isRange(value)) {
    for (const { line, character } of [value.start, value.end]) {
      const length = lines[line]?.length ?? -1;
      const isThere = character >= 0 && character <= length;
      expectThat(isThere, `${feature}: ${line}:${character}, where the line has ${length}`);
    }
    expectThat(isOrdered(value.start, value.end), `${feature}: a range ends before it starts`);
  }
  for (const inner of Object.values(value)) expectRanges(inner, uri, lines, feature);
}

function isRange(value: object): value is Range {
  return "start" in value && "end" in value && typeof value.start === "object";
}

function expectTokens(data: readonly number[], lines: readonly string[], feature: string): void {
  let line = 0;
  let character = 0;
  let end = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(index, index + 3);
    if (down > 0) end = 0;
    line += down;
    character = down > 0 ? right : character + right;
    expectThat(length > 0 && character >= end, `${feature}: tokens overlap on line ${line}`);
    end = character + length;
    expectThat(end <= (lines[line]?.length ?? -1), `${feature}: a token goes over line ${line}`);
  }
}

function expectApart(edits: readonly TextEdit[], feature: string): void {
  let end: Position = { line: 0, character: 0 };
  for (const { range } of edits) {
    expectThat(isOrdered(end, range.start), `${feature}: edits overlap`);
    end = range.end;
  }
}

function expectSymbol(symbol: DocumentSymbol, parent: DocumentSymbol | null): void {
  const { name, range, selectionRange, children = [] } = symbol;
  expectThat(name.trim() !== "", "symbols: one has no name");
  expectThat(holds(range, selectionRange), `symbols: the name of ${name} is inside`);
  if (parent !== null) expectThat(holds(parent.range, range), `symbols: ${name} is inside`);
  for (const child of children) expectSymbol(child, symbol);
}

function expectNested({ range, parent }: SelectionRange): void {
  if (parent === undefined) return;
  expectThat(holds(parent.range, range), "selections: each is inside the next");
  expectNested(parent);
}

function holds(outer: Range, inner: Range): boolean {
  return isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end);
}

function isOrdered(first: Position, second: Position): boolean {
  return (
    first.line < second.line || (first.line === second.line && first.character <= second.character)
  );
}

function same(first: Position, second: Position): boolean {
  return first.line === second.line && first.character === second.character;
}

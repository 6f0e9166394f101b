// The steps of marker scenarios: each asks the server as an editor does, and says what a person would see.
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  LinkedEditingRanges,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { exampleRequests, type RunAnswer } from "../../src/example-requests.ts";
import { offsetOf, showRange } from "./editor-text.ts";
import type { Editor, Step, StepPlace } from "./scenario.ts";

/** The most entries of a completion list that a scenario shows; `completion $0: 30` shows more. */
const mostEntries = 8;

/** Every step by its name. */
export const requests: Readonly<Record<string, Step>> = {
  // --- looking ----------------------------------------------------------------------------------------------------

  async hover(editor, place) {
    const hover: Hover | null = await ask(editor, "hover", place);
    if (hover === null) return "nothing";
    const { contents } = hover;
    const text = typeof contents === "object" && "value" in contents ? contents.value : "";
    const at =
      hover.range === undefined ? "" : `${showRange(editor.textOf(place.file), hover.range)}\n\n`;
    return at + text;
  },
  async diagnostics(editor, { file, uri }) {
    const items = await pull(editor, uri);
    return listed(items.map((diagnostic) => showDiagnostic(editor, file, diagnostic)));
  },
  async symbols(editor, place) {
    const symbols: readonly DocumentSymbol[] = await ask(editor, "documentSymbol", place);
    const text = editor.textOf(place.file);
    const lines: string[] = [];
    const add = (symbol: DocumentSymbol, depth: number): void => {
      const { start, end } = symbol.selectionRange;
      const name = text.slice(offsetOf(text, start), offsetOf(text, end));
      requireInside(text, symbol.range, symbol.selectionRange);
      const detail = symbol.detail ? `, ${symbol.detail}` : "";
      lines.push(`${"  ".repeat(depth)}${symbol.name}${detail}  (line ${start.line + 1}: ${name})`);
      for (const child of symbol.children ?? []) add(child, depth + 1);
    };
    for (const symbol of symbols) add(symbol, 0);
    return listed(lines);
  },
  async "workspace symbols"(editor, { words }) {
    const symbols: readonly SymbolInformation[] = await editor.client.connection.sendRequest(
      "workspace/symbol",
      { query: words },
    );
    return listed(
      symbols.map(({ name, location }) => `${name}  ${showLocation(editor, location)}`),
    );
  },
  async folding(editor, place) {
    const ranges: readonly FoldingRange[] = await ask(editor, "foldingRange", place);
    const lines = editor.textOf(place.file).split(/\r\n|\n|\r/);
    return listed(
      ranges.map(
        ({ startLine, endLine, kind }) =>
          `${startLine + 1}–${endLine + 1}: ${lines[startLine]?.trim()}${kind ? ` (${kind})` : ""}`,
      ),
    );
  },
  async selection(editor, { uri, file, position }) {
    const [innermost]: readonly SelectionRange[] = await editor.client.connection.sendRequest(
      "textDocument/selectionRange",
      { textDocument: { uri }, positions: [position] },
    );
    const lines: string[] = [];
    for (let range = innermost; range !== undefined; range = range.parent) {
      lines.push(showRange(editor.textOf(file), range.range));
    }
    return listed(lines);
  },
  async tokens(editor, { uri, file, position, end, marked }) {
    const textDocument = { uri };
    const tokens: SemanticTokens = marked
      ? await editor.client.connection.sendRequest("textDocument/semanticTokens/range", {
          textDocument,
          range: { start: position, end },
        })
      : await editor.client.connection.sendRequest("textDocument/semanticTokens/full", {
          textDocument,
        });
    return showTokens(editor, file, tokens.data);
  },
  async "tokens after"(editor, { uri, file, position, words }) {
    const textDocument = { uri };
    const before: SemanticTokens = await editor.client.connection.sendRequest(
      "textDocument/semanticTokens/full",
      { textDocument },
    );
    await editor.change(file, [
      { range: { start: position, end: position }, newText: said(words) },
    ]);
    const delta: SemanticTokensDelta = await editor.client.connection.sendRequest(
      "textDocument/semanticTokens/full/delta",
      { textDocument, previousResultId: before.resultId },
    );
    const data = [...before.data];
    for (const edit of [...delta.edits].reverse()) {
      data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    }
    const sent = delta.edits.reduce((sum, edit) => sum + (edit.data?.length ?? 0), 0);
    return `${sent} of ${data.length} numbers were sent again\n${showTokens(editor, file, data)}`;
  },
  async "inlay hints"(editor, { uri, file, position, end, marked }) {
    const text = editor.textOf(file);
    const lastLine = text.split(/\r\n|\n|\r/).length - 1;
    const range = marked
      ? { start: position, end }
      : { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } };
    const hints: readonly InlayHint[] = await editor.client.connection.sendRequest(
      "textDocument/inlayHint",
      { textDocument: { uri }, range },
    );
    let shown = text;
    for (const { position: at, label } of [...hints].reverse()) {
      const offset = offsetOf(text, at);
      shown = `${shown.slice(0, offset)}‹${String(label)}›${shown.slice(offset)}`;
    }
    return listed(shown.split(/\r\n|\n|\r/).filter((line) => line.includes("‹")));
  },
  async lenses(editor, place) {
    const lenses: readonly CodeLens[] = await ask(editor, "codeLens", place);
    const resolved = await Promise.all(
      lenses.map((lens): CodeLens | Promise<CodeLens> =>
        lens.command === undefined
          ? editor.client.connection.sendRequest("codeLens/resolve", lens)
          : lens,
      ),
    );
    return listed(
      resolved.map(({ range, command }) => {
        const shown = showRange(editor.textOf(place.file), range);
        return `${shown}  [${command?.title}] ${command?.command}`;
      }),
    );
  },
  async links(editor, place) {
    const links: readonly DocumentLink[] = await ask(editor, "documentLink", place);
    return listed(
      links.map(
        ({ range, target }) =>
          `${showRange(editor.textOf(place.file), range)} → ${editor.fileOf(target ?? "")}`,
      ),
    );
  },
  async signature(editor, place) {
    const help: SignatureHelp | null = await ask(editor, "signatureHelp", place);
    if (help === null) return "nothing";
    return listed(
      help.signatures.map(({ label, parameters = [] }, index) => {
        const active = parameters[help.activeParameter ?? 0]?.label;
        const shown =
          typeof active === "object"
            ? `${label.slice(0, active[0])}«${label.slice(...active)}»${label.slice(active[1])}`
            : label;
        return `${index === help.activeSignature ? "▸ " : "  "}${shown}`;
      }),
    );
  },

  // --- going ------------------------------------------------------------------------------------------------------

  definition: (editor, place) => locations(editor, "definition", place),
  "type definition": (editor, place) => locations(editor, "typeDefinition", place),
  references: (editor, place) =>
    locations(editor, "references", place, { context: { includeDeclaration: true } }),
  async highlights(editor, place) {
    const highlights: readonly DocumentHighlight[] = await ask(editor, "documentHighlight", place);
    return listed(
      highlights.map(
        ({ range, kind }) =>
          `${kind === 3 ? "write" : "read "} ${showRange(editor.textOf(place.file), range)}`,
      ),
    );
  },
  async "linked editing"(editor, place) {
    const linked: LinkedEditingRanges | null = await ask(editor, "linkedEditingRange", place);
    return listed(
      (linked?.ranges ?? []).map((range) => showRange(editor.textOf(place.file), range)),
    );
  },
  async calls(editor, place) {
    const items: readonly CallHierarchyItem[] = await ask(editor, "prepareCallHierarchy", place);
    const lines: string[] = [];
    for (const item of items) {
      const { connection } = editor.client;
      requireInside(editor.textOf(editor.fileOf(item.uri)), item.range, item.selectionRange);
      const incoming: readonly CallHierarchyIncomingCall[] | null = await connection.sendRequest(
        "callHierarchy/incomingCalls",
        { item },
      );
      const outgoing: readonly CallHierarchyOutgoingCall[] | null = await connection.sendRequest(
        "callHierarchy/outgoingCalls",
        { item },
      );
      lines.push(item.name);
      for (const { from, fromRanges } of incoming ?? []) {
        const text = editor.textOf(editor.fileOf(from.uri));
        lines.push(`  from ${from.name}, ${editor.fileOf(from.uri)}`);
        lines.push(...fromRanges.map((range) => `    ${showRange(text, range)}`));
      }
      for (const { to, fromRanges } of outgoing ?? []) {
        lines.push(`  to ${to.name}`);
        lines.push(
          ...fromRanges.map((range) => `    ${showRange(editor.textOf(place.file), range)}`),
        );
      }
    }
    return listed(lines);
  },

  // --- writing ----------------------------------------------------------------------------------------------------

  async completion(editor, place) {
    const shown = await completions(editor, place);
    const most = Number(place.words) || mostEntries;
    const width = Math.max(0, ...shown.slice(0, most).map(({ label }) => label.length));
    const lines = shown
      .slice(0, most)
      .map(({ label, detail = "" }) => `${label.padEnd(width)}  ${detail}`.trimEnd());
    const more = shown.length - lines.length;
    return listed(more > 0 ? [...lines, `… and ${more} more`] : lines);
  },
  async complete(editor, place) {
    const item = (await completions(editor, place)).find(({ label }) => label === place.words);
    if (item?.textEdit === undefined || !("range" in item.textEdit)) return "it is not offered";
    return editor.change(place.file, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
  },
  type: (editor, { file, position, end, words }) =>
    editor.change(file, [{ range: { start: position, end }, newText: said(words) }]),
  async "type and format"(editor, place) {
    const { uri, file, position, words } = place;
    const newText = said(words);
    const typed = await editor.change(file, [
      { range: { start: position, end: position }, newText },
    ]);
    const lines = newText.split("\n");
    const after = {
      line: position.line + lines.length - 1,
      character: (lines.length > 1 ? 0 : position.character) + (lines.at(-1)?.length ?? 0),
    };
    const edits: readonly TextEdit[] | null = await editor.client.connection.sendRequest(
      "textDocument/onTypeFormatting",
      { textDocument: { uri }, position: after, ch: newText.slice(-1), options },
    );
    return `${typed}\n→\n${await editor.change(file, edits ?? [])}`;
  },
  async format(editor, { uri, file, position, end, marked }) {
    const textDocument = { uri };
    const edits: readonly TextEdit[] = marked
      ? await editor.client.connection.sendRequest("textDocument/rangeFormatting", {
          textDocument,
          range: { start: position, end },
          options,
        })
      : await editor.client.connection.sendRequest("textDocument/formatting", {
          textDocument,
          options,
        });
    return editor.change(file, edits);
  },
  async "prepare rename"(editor, place) {
    const prepared: { range: Range; placeholder: string } = await ask(
      editor,
      "prepareRename",
      place,
    );
    return `${showRange(editor.textOf(place.file), prepared.range)}\n${prepared.placeholder}`;
  },
  async rename(editor, place) {
    const edit: WorkspaceEdit = await ask(editor, "rename", place, { newName: place.words });
    return showWorkspaceEdit(editor, edit);
  },
  async actions(editor, place) {
    const actions = await codeActions(editor, place);
    return listed(
      actions.map(
        ({ title, kind, isPreferred, diagnostics = [] }) =>
          `${kind}${isPreferred ? ", preferred" : ""}: ${title}${diagnostics.map(({ code }) => ` (${code})`).join("")}`,
      ),
    );
  },
  async fix(editor, place) {
    const action = (await codeActions(editor, place)).find(({ title }) => title === place.words);
    if (action?.edit === undefined) return "it is not offered";
    const [change] = action.edit.documentChanges ?? [];
    if (change === undefined || !("edits" in change)) return "it edits nothing";
    if (change.textDocument.version !== editor.versionOf(place.file))
      return "it is of another version";
    const fixed = await editor.change(place.file, change.edits.filter(isTextEdit));
    const codes = new Set(action.diagnostics?.map(({ code }) => code));
    const left = (await pull(editor, place.uri)).filter(({ code }) => codes.has(code)).length;
    return left === 0 ? fixed : `${fixed}\n(${left} of the kind are left)`;
  },
  async "fix all"(editor, place) {
    const [action] = await codeActions(editor, place, ["source.fixAll"]);
    return action?.edit === undefined ? "nothing" : showWorkspaceEdit(editor, action.edit);
  },

  // --- commands ---------------------------------------------------------------------------------------------------

  async "run examples"(editor, { uri }) {
    const { outcomes }: RunAnswer = await editor.client.connection.sendRequest(
      exampleRequests.run,
      { uri, ids: null, measurement: null },
    );
    return listed(
      outcomes.flatMap(({ title, status, failures }) => [
        `${status}: ${title}`,
        ...failures.map(
          ({ range, message }) => `  ${range.start.line + 1}: ${message.replaceAll("\n", "\n  ")}`,
        ),
      ]),
    );
  },
};

const options = { tabSize: 2, insertSpaces: true };

function ask<Answer>(
  { client }: Editor,
  request: string,
  { uri, position }: StepPlace,
  more: object = {},
): Promise<Answer> {
  const parameters = { textDocument: { uri }, position, ...more };
  return client.connection.sendRequest(`textDocument/${request}`, parameters);
}

async function pull({ client }: Editor, uri: string): Promise<readonly Diagnostic[]> {
  const report: DocumentDiagnosticReport = await client.connection.sendRequest(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  return "items" in report ? report.items : [];
}

async function locations(
  editor: Editor,
  request: string,
  place: StepPlace,
  more: object = {},
): Promise<string> {
  const found: readonly Location[] = await ask(editor, request, place, more);
  return listed(found.map((location) => showLocation(editor, location)));
}

/** What the list shows while the word before the cursor is what it is: editors filter by it, and sort. */
async function completions(editor: Editor, place: StepPlace): Promise<readonly CompletionItem[]> {
  const items: readonly CompletionItem[] | null = await ask(editor, "completion", place);
  const text = editor.textOf(place.file);
  const cursor = offsetOf(text, place.position);
  return (items ?? [])
    .filter(({ label, filterText = label, textEdit }) => {
      if (textEdit === undefined || !("range" in textEdit)) return true;
      const typed = text.slice(offsetOf(text, textEdit.range.start), cursor);
      if (offsetOf(text, textEdit.range.end) < cursor) throw new Error("the edit ends too early");
      return isSubsequence(typed.toLowerCase(), filterText.toLowerCase());
    })
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** How editors filter: the letters typed stand in the entry in their order. */
function isSubsequence(typed: string, entry: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = entry.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function codeActions(
  editor: Editor,
  { uri, file, position, end, marked }: StepPlace,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const lines = editor.textOf(file).split(/\r\n|\n|\r/).length;
  const whole = { start: { line: 0, character: 0 }, end: { line: lines - 1, character: 0 } };
  const range = marked ? { start: position, end } : whole;
  return editor.client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function showWorkspaceEdit(editor: Editor, { documentChanges = [] }: WorkspaceEdit): string {
  return listed(
    documentChanges.flatMap((change) => {
      if (!("edits" in change)) return [];
      const { uri, version } = change.textDocument;
      const file = editor.fileOf(uri);
      const of = version === null ? "not open" : `version ${version}`;
      return [`${file} (${of})`, editor.preview(file, change.edits.filter(isTextEdit))];
    }),
  );
}

function isTextEdit(edit: object): edit is TextEdit {
  return "newText" in edit;
}

const severities = ["", "error", "warning", "info", "hint"];
const tagNames = ["", "unnecessary", "deprecated"];

function showDiagnostic(editor: Editor, file: string, diagnostic: Diagnostic): string {
  const { range, severity, code, message, tags = [], relatedInformation = [] } = diagnostic;
  const tagged = tags.map((tag) => ` (${tagNames[tag]})`).join("");
  return [
    showRange(editor.textOf(file), range),
    `    ${severities[severity ?? 0]} ${code}: ${message}${tagged}`,
    ...relatedInformation.map(
      ({ location, message: said }) => `    ${said}: ${showLocation(editor, location)}`,
    ),
  ].join("\n");
}

function showLocation(editor: Editor, { uri, range }: Location): string {
  const file = editor.fileOf(uri);
  return `${file} ${showRange(editor.textOf(file), range)}`;
}

/** The tokens of each line with what they are. */
function showTokens(editor: Editor, file: string, data: readonly number[]): string {
  const { tokenTypes, tokenModifiers } = editor.client.initialized.capabilities
    .semanticTokensProvider?.legend ?? { tokenTypes: [], tokenModifiers: [] };
  const text = editor.textOf(file);
  const lines = new Map<number, string[]>();
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const start = offsetOf(text, { line, character });
    const word = text.slice(start, offsetOf(text, { line, character: character + length }));
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const shown = `${word} ${[tokenTypes[type], ...modifiers].join(".")}`;
    lines.set(line, [...(lines.get(line) ?? []), shown]);
  }
  return listed([...lines].map(([at, words]) => `${at + 1}: ${words.join(", ")}`));
}

function requireInside(text: string, outer: Range, inner: Range): void {
  const [start, end] = [offsetOf(text, outer.start), offsetOf(text, outer.end)];
  if (offsetOf(text, inner.start) < start || offsetOf(text, inner.end) > end) {
    throw new Error("the selected range is not inside the whole one");
  }
}

/** What stands behind a colon: as it is, or as a JSON text in quotes. */
function said(words: string): string {
  const value: unknown = words.startsWith('"') ? JSON.parse(words) : words;
  return String(value);
}

function listed(lines: readonly string[]): string {
  return lines.length === 0 ? "nothing" : lines.join("\n");
}

// Writes a decision into the text: a sign before every rule, values behind conditions, in the colours of the theme.
import type { DecidedView } from "@omega/service";
import {
  type DecorationOptions,
  type Disposable,
  MarkdownString,
  Range,
  type TextEditor,
  ThemeColor,
  window,
} from "vscode";
import {
  type DecorationTone,
  type EditorDecoration,
  ruleDecoration,
  valueDecoration,
} from "./decoration-text.ts";

export interface EditorDecorator extends Disposable {
  /** Shows a decision in the editors of a file; null takes everything away. */
  readonly show: (address: string | null, decided: DecidedView | null) => void;
}

const colours: Readonly<Record<DecorationTone, ThemeColor>> = {
  fired: new ThemeColor("omega.decisionFiredForeground"),
  "not fired": new ThemeColor("omega.decisionNotFiredForeground"),
  unknown: new ThemeColor("omega.decisionUnknownForeground"),
  value: new ThemeColor("editorInlayHint.foreground"),
};

export function createEditorDecorator(): EditorDecorator {
  const signs = window.createTextEditorDecorationType({
    before: { margin: "0 0.5ch 0 0", fontWeight: "bold" },
  });
  const values = window.createTextEditorDecorationType({
    after: {
      margin: "0 0 0 0.5ch",
      backgroundColor: new ThemeColor("editorInlayHint.background"),
      fontStyle: "normal",
    },
  });
  let shown: { readonly address: string; readonly decided: DecidedView } | null = null;
  const decorate = (editor: TextEditor): void => {
    const isShown = shown !== null && editor.document.uri.toString() === shown.address;
    const decided = isShown ? shown?.decided : null;
    editor.setDecorations(signs, decided?.rules.map(ruleDecoration).map(optionsOf) ?? []);
    editor.setDecorations(
      values,
      decided?.values.flatMap((value) => valueDecoration(value) ?? []).map(optionsOf) ?? [],
    );
  };
  const listening = window.onDidChangeVisibleTextEditors((editors) => editors.forEach(decorate));
  return {
    show(address, decided) {
      shown = address === null || decided === null ? null : { address, decided };
      window.visibleTextEditors.forEach(decorate);
    },
    dispose() {
      listening.dispose();
      signs.dispose();
      values.dispose();
    },
  };
}

function optionsOf({ range, side, tone, text, hover }: EditorDecoration): DecorationOptions {
  const { start, end } = range;
  // A space that is not collapsed, for the background to end a little beside the text.
  const contentText = side === "after" ? `\u00a0${text}\u00a0` : text;
  return {
    range: new Range(start.line, start.character, end.line, end.character),
    renderOptions: { [side]: { contentText, color: colours[tone] } },
    ...(hover.length === 0 ? {} : { hoverMessage: hover.map(plainMarkdown) }),
  };
}

/** The text as Markdown that says just that; names keep their backticks. */
function plainMarkdown(text: string): MarkdownString {
  const pieces = text.split(/(`[^`]*`)/);
  const escaped = pieces.map((piece) =>
    piece.startsWith("`") ? piece : piece.replace(/[\\*_{}[\]()#+\-.!<>|~&]/g, "\\$&"),
  );
  return new MarkdownString(escaped.join(""));
}

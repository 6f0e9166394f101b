// Where the decision view's page starts: shows what the extension sends, and sends what a person does.
import { render } from "preact";
import type { MessageFromPage, MessageToPage } from "./messages.ts";
import { clockName, Page } from "./page.tsx";
import type { PageActions } from "./page-actions.ts";

/** What VS Code gives a webview. */
declare function acquireVsCodeApi(): {
  readonly postMessage: (message: MessageFromPage) => void;
  readonly setState: (state: { readonly uri: string }) => void;
};

const editor = acquireVsCodeApi();
const root = document.body;

/** What is being typed: it stays in its field, whatever answer comes meanwhile, until the keyboard leaves it. */
const drafts = new Map<string, string>();
let model: Extract<MessageToPage, { readonly kind: "show" }>["model"] | null = null;
let wantsFocus = false;

const actions: PageActions = {
  chooseContext: () => editor.postMessage({ kind: "chooseContext" }),
  edit(name, text) {
    keepDraft(name, text);
    editor.postMessage({ kind: "edit", name, text });
  },
  reset(name) {
    if (name === null) drafts.clear();
    else drafts.delete(name);
    editor.postMessage({ kind: "reset", name });
  },
  setClock(now) {
    if (now === null) drafts.delete(clockName);
    else keepDraft(clockName, now);
    editor.postMessage({ kind: "setClock", now });
  },
  reveal: (place) => editor.postMessage({ kind: "reveal", place }),
  saveAsExample: () => editor.postMessage({ kind: "saveAsExample" }),
  saveContext: () => editor.postMessage({ kind: "saveContext" }),
};

function keepDraft(name: string, text: string): void {
  const isTyping = focusedInput() === name;
  if (isTyping) drafts.set(name, text);
  else drafts.delete(name);
  show();
}

function focusedInput(): string | null {
  return document.activeElement?.getAttribute("data-input") ?? null;
}

function show(): void {
  if (model === null) return;
  render(<Page model={model} drafts={drafts} actions={actions} />, root);
  if (wantsFocus && model.answer !== null) {
    wantsFocus = false;
    document.querySelector<HTMLElement>("[data-input]")?.focus();
  }
}

window.addEventListener("message", ({ data }: MessageEvent<MessageToPage>) => {
  switch (data.kind) {
    case "show":
      if (model?.uri !== data.model.uri) drafts.clear();
      model = data.model;
      editor.setState({ uri: model.uri });
      break;
    case "focus":
      wantsFocus = true;
      break;
  }
  show();
});

// What was typed is shown as the context has it once it is finished.
document.addEventListener("focusout", ({ target }) => {
  const name = target instanceof Element ? target.getAttribute("data-input") : null;
  if (name !== null && drafts.delete(name)) show();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) {
    editor.postMessage({ kind: "leave" });
    return;
  }
  const row =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(".row") : null;
  const next = row === null ? null : rowBeside(row, event.key);
  if (next === null) return;
  event.preventDefault();
  next.focus();
});

/** The row that a key leads to: up, down, first, last; from the ends of a list to the lists beside it. */
function rowBeside(row: HTMLElement, key: string): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>(".row")];
  const at = rows.indexOf(row);
  switch (key) {
    case "ArrowDown":
      return rows[at + 1] ?? null;
    case "ArrowUp":
      return rows[at - 1] ?? null;
    case "Home":
      return rows[0] ?? null;
    case "End":
      return rows.at(-1) ?? null;
    default:
      return null;
  }
}

editor.postMessage({ kind: "ready" });

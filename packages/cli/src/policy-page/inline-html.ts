// Text of a page as HTML: names and values isolated from the direction of what stands around them.
import { type Html, type HtmlValue, html, joined } from "../page/html.ts";
import { badge } from "../page/page-shell.ts";
import { anchorOf } from "./anchor.ts";
import type { Inline, Text } from "./page-content.ts";

export function inlineHtml(text: Text): Html {
  return joined(text.map(pieceHtml));
}

function pieceHtml(piece: Inline): HtmlValue {
  switch (piece.kind) {
    case "words":
      return prose(piece.text);
    case "name":
      return html`<bdi class="name">${breakable(piece.text)}</bdi>`;
    case "value":
      return html`<bdi class="value${piece.text.length <= longestWhole ? " nowrap" : ""}">${piece.text}</bdi>`;
    case "action":
      return html`<bdi class="action">${breakable(piece.text)}</bdi>`;
    case "rule":
    case "constraint":
      return html`<a class="rule" href="#${anchorOf(piece.kind, piece.text)}"><bdi>${breakable(piece.text)}</bdi></a>`;
    case "badge":
      return badge(piece.text, piece.tone);
    case "line":
      return html`<a class="line" href="#line-${piece.line}">${piece.text}</a>`;
    case "source":
      return html`<a class="source" href="#${anchorOf("source", String(piece.number))}">${piece.text}</a>`;
    case "break":
      return html`<br>`;
  }
}

/** Values up to this many characters stay on one line. */
const longestWhole = 16;

/** A name that may be broken where a word begins in it. */
export function breakable(name: string): HtmlValue {
  if (name.length <= 12) return name;
  const words = name.split(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=[_./-])(?=[\p{L}\p{N}])/u);
  return joined(words.map(prose), html`<wbr>`);
}

/** Text in which a run that hardly a line would hold may be broken anywhere. */
export function prose(text: string): HtmlValue {
  if (!longRun.test(text)) return text;
  const pieces = text.match(/\S{1,24}|\s+/gu) ?? [];
  return pieces.map((piece, index) => {
    const follows = /\S$/u.test(pieces[index - 1] ?? " ") && /^\S/u.test(piece);
    return follows ? html`<wbr>${piece}` : piece;
  });
}

const longRun = /\S{25}/u;

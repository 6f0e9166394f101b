// HTML that cannot be broken by what stands in it: text is escaped where it is put in, and nothing else is HTML.

/** A piece of HTML, complete in itself. Only `html`, `joined` and `trustedHtml` make it. */
export interface Html {
  readonly kind: "html";
  readonly text: string;
}

/** What a template takes: text to escape, HTML as it is, lists in order; nothing for null and false. */
export type HtmlValue = string | number | Html | null | false | readonly HtmlValue[];

/**
 * A template: html`<p class="${name}">${text}</p>`. Values are escaped for elements and for attributes in double quotes;
 * an attribute without quotes is not safe.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? "";
  values.forEach((value, index) => {
    text += render(value) + (parts[index + 1] ?? "");
  });
  return trustedHtml(text);
}

/** Pieces one after the other, with `between` between them. */
export function joined(pieces: readonly HtmlValue[], between: HtmlValue = ""): Html {
  return trustedHtml(pieces.map(render).join(render(between)));
}

/** Text that is HTML by construction: a style sheet, an SVG. Never anything that a document says. */
export function trustedHtml(text: string): Html {
  return { kind: "html", text };
}

function render(value: HtmlValue): string {
  if (value === null || value === false) return "";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  if ("kind" in value) return value.text;
  return value.map(render).join("");
}

/**
 * Text for an element, an attribute in double quotes, or an SVG. Characters that XML forbids, and those that would
 * reorder what stands around them, become a visible replacement.
 */
export function escapeText(text: string): string {
  return text
    .replace(UNWANTED, "\ufffd")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// Line ends and tabs stay; so do joiners and the marks that scripts written from the right need.
const UNWANTED = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

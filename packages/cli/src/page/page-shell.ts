// The frame of every page that omegac writes: one file, no script, nothing loaded from elsewhere, readable by screen
// readers, in light, in dark and on paper. `omegac doc` and the coverage report fill it.
import { type Html, type HtmlValue, html, joined, trustedHtml } from "./html.ts";
import { pageStyle } from "./page-style.ts";

/** A page. Its sections make the table of contents. */
export interface Page {
  /** A BCP 47 tag: `en`, `id`. */
  readonly language: string;
  readonly title: string;
  /** Above the title, small: what kind of page this is. */
  readonly kicker: string;
  /** Below the title: a sentence or two, badges, figures. */
  readonly lead: HtmlValue;
  readonly sections: readonly PageSection[];
  /** How the page came about. */
  readonly footer: HtmlValue;
  readonly words: PageWords;
  /** Rules for what only this page has, after the shared ones. */
  readonly style?: string;
}

export interface PageSection {
  /** Unique on the page: letters, digits, `-`. */
  readonly id: string;
  readonly title: string;
  readonly body: HtmlValue;
}

/** What the frame itself says. */
interface PageWords {
  readonly skipToContent: string;
  readonly contents: string;
}

/** The page as the text of a file. */
export function renderPage(page: Page): string {
  const { language, title, kicker, lead, sections, footer, words, style = "" } = page;
  const contents = joined(
    sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`),
  );
  return `<!doctype html>
${
  html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="omegac">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${trustedHtml(pageStyle + style)}</style>
</head>
<body>
<a class="skip" href="#content">${words.skipToContent}</a>
<div class="page">
<header class="masthead">
<p class="kicker">${kicker}</p>
<h1 dir="auto">${title}</h1>
${lead}
</header>
${sections.length > 1 && html`<nav class="contents" aria-label="${words.contents}"><p>${words.contents}</p><ol>${contents}</ol></nav>`}
<main id="content" tabindex="-1">
${joined(sections.map(renderSection), "\n")}
</main>
<footer class="colophon">${footer}</footer>
</div>
</body>
</html>`.text
}
`;
}

function renderSection({ id, title, body }: PageSection): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title" dir="auto">${title}</h2>
${body}
</section>`;
}

/** What a mark says: green, amber, red, or nothing of the kind. The words carry the meaning, the colour repeats it. */
export type Tone = "good" | "warning" | "bad" | "neutral";

/** A short mark: "passed", "overdue". */
export function badge(text: string, tone: Tone): Html {
  return html`<span class="badge ${tone}">${text}</span>`;
}

/** Figures side by side: "12 rules", "94 % of branches". */
export function tiles(
  figures: readonly { readonly value: string; readonly label: string; readonly tone?: Tone }[],
): Html {
  const items = figures.map(
    ({ value, label, tone = "neutral" }) =>
      html`<div class="tile ${tone}"><dd>${value}</dd><dt>${label}</dt></div>`,
  );
  return html`<dl class="tiles">${items}</dl>`;
}

/** A table that scrolls by itself where the window is too narrow for it. Each cell is the inside of a `td`. */
export function table(
  caption: string,
  headings: readonly HtmlValue[],
  rows: readonly (readonly HtmlValue[])[],
  style = "",
): Html {
  const head = joined(headings.map((heading) => html`<th scope="col">${heading}</th>`));
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`);
  return scrolling(
    caption,
    html`<table class="${style}"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table>`,
  );
}

/** What may be wider than the window: it can be scrolled by itself, with the keyboard too. */
export function scrolling(label: string, content: HtmlValue): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}

// Addresses within the page: any id of a document as a fragment that HTML and URLs take as it is.
import { type Html, html } from "../page/html.ts";

/** The addresses of a page: each is given to one place, the first that asks. */
export interface Anchors {
  /** The attribute that makes a place one to lead to; nothing where another has the address already. */
  readonly place: (anchor: string) => Html | null;
}

export function createAnchors(): Anchors {
  const taken = new Set<string>();
  return {
    place(anchor) {
      if (taken.has(anchor)) return null;
      taken.add(anchor);
      return html` id="${anchor}"`;
    },
  };
}

/** `TooClose` is `rule-TooClose`; other characters than letters and digits of ASCII become their code points. */
export function anchorOf(kind: "rule" | "source" | "action" | "constraint", id: string): string {
  const safe = [...id].map((character) =>
    /[A-Za-z0-9]/.test(character) ? character : `_${character.codePointAt(0)?.toString(16)}_`,
  );
  return `${kind}-${safe.join("")}`;
}

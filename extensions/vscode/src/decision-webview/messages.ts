// What the decision view's page and the extension tell each other. Both sides compile against this file; it has no code.
import type { DecideAnswer } from "@omega/language-server";
import type { DecidedView, ShownPlace } from "@omega/service";

/** Everything that the page shows. It keeps nothing itself but what is being typed. */
export interface DecisionModel {
  /** The document's address, which the page keeps so that it can be restored. */
  readonly uri: string;
  readonly documentName: string;
  /** Where the context comes from: `EXAMPLE near`, `night.json`. */
  readonly contextName: string;
  /** Names of the inputs that were edited here. */
  readonly edited: readonly string[];
  /** Whether the clock was set here. */
  readonly isClockEdited: boolean;
  /** Null until the server has answered. */
  readonly answer: DecideAnswer | null;
  /** What was decided last, to show while nothing can be; null when the answer is decided, or nothing has been. */
  readonly last: DecidedView | null;
}

export type MessageToPage =
  | { readonly kind: "show"; readonly model: DecisionModel }
  /** Put the keyboard to the first input. */
  | { readonly kind: "focus" };

export type MessageFromPage =
  /** The page is there and can show something. */
  | { readonly kind: "ready" }
  | { readonly kind: "chooseContext" }
  /** A text was typed into the field of an input. */
  | { readonly kind: "edit"; readonly name: string; readonly text: string }
  /** What was typed for an input is forgotten; for all, and the clock, where it is null. */
  | { readonly kind: "reset"; readonly name: string | null }
  /** The clock is set to an instant, to the present one where it is null. */
  | { readonly kind: "setClock"; readonly now: string | null }
  | { readonly kind: "reveal"; readonly place: PagePlace }
  | { readonly kind: "saveAsExample" }
  | { readonly kind: "saveContext" }
  /** Back to the text. */
  | { readonly kind: "leave" };

/** A place as the page knows it: a range of a file, or a line, from 1, of the file with the rules. */
export type PagePlace = ShownPlace | { readonly line: number };

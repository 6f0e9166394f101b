// What putting a document's expressions into words takes: the words, the types, and a way to say a part.
import type { Type } from "../semantics/types.ts";
import type { Expression } from "../syntax/tree.ts";
import type { Phrase } from "./phrase.ts";
import type { Wording } from "./wording.ts";

/** Made by `createSpeaker`, for one item of a document. */
export interface Speaker {
  readonly wording: Wording;
  /** The type of an expression of the item; null where it was not checked. */
  readonly typeOf: (expression: Expression) => Type | null;
  /** Any expression, as a phrase. */
  readonly phrase: (expression: Expression) => Phrase;
}

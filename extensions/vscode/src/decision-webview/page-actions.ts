// What a person can do on the decision view's page.
import type { PagePlace } from "./messages.ts";

export interface PageActions {
  readonly chooseContext: () => void;
  readonly edit: (name: string, text: string) => void;
  /** Takes back what was typed for an input; for all of them, and the clock, where it is null. */
  readonly reset: (name: string | null) => void;
  /** Null is the present; "" is no clock. */
  readonly setClock: (now: string | null) => void;
  readonly reveal: (place: PagePlace) => void;
  readonly saveAsExample: () => void;
  readonly saveContext: () => void;
}

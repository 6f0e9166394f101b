// What is decided of one document: where its context comes from, what was typed over it, and the last answer. Asks again
// when any of that changes, and lets no answer through that a newer question has overtaken.
import type { DecideAnswer, DecideParameters } from "@omega/language-server";
import type { DecidedView } from "@omega/service";
import type { DecisionModel } from "../decision-webview/messages.ts";

/** Where the context comes from. It is remembered for each document, so it is plain data. */
export type ContextChoice =
  | { readonly kind: "file"; readonly uri: string; readonly name: string }
  /** By its id among the document's examples. */
  | { readonly kind: "example"; readonly id: string; readonly title: string }
  | { readonly kind: "samples" }
  | { readonly kind: "empty" };

/** What a session needs of the editor around it. */
export interface SessionHost {
  /** Null where the server does not know the document. */
  readonly decide: (parameters: DecideParameters) => Promise<DecideAnswer | null>;
  /** The text of a context file, as it is being typed where it is open; null where there is none. */
  readonly readContext: (uri: string) => Promise<string | null>;
  /** Of the document as it is now. */
  readonly version: () => number;
  /** ISO 8601. */
  readonly present: () => string;
  /** Called whenever there is something new to show. */
  readonly changed: () => void;
}

export interface DecisionSession {
  readonly uri: string;
  readonly choice: () => ContextChoice;
  readonly model: () => DecisionModel;
  /** The decision to show beside the text; null before the first. */
  readonly shown: () => DecidedView | null;
  readonly answer: () => DecideAnswer | null;
  /** Begins with another context, without what was typed over the one before. */
  readonly choose: (choice: ContextChoice) => Promise<void>;
  readonly edit: (name: string, text: string) => Promise<void>;
  /** Forgets what was typed for an input; everything, and the clock, where it is null. */
  readonly reset: (name: string | null) => Promise<void>;
  /** "" is no clock; null the present. */
  readonly setClock: (now: string | null) => Promise<void>;
  /** Decides again: the document or the context may have changed. */
  readonly refresh: () => Promise<void>;
}

/** A session that has not decided anything yet. */
export function createDecisionSession(
  uri: string,
  documentName: string,
  first: ContextChoice,
  host: SessionHost,
): DecisionSession {
  let choice = first;
  let edits = new Map<string, string>();
  /** The instant at which the context was chosen. */
  let chosenAt = host.present();
  /** Null where the clock was not set by hand. */
  let clock: string | null = null;
  let answer: DecideAnswer | null = null;
  let last: DecidedView | null = null;
  let questions = 0;

  function nowOf(): string | null {
    if (clock !== null) return clock === "" ? null : clock;
    // An example has its own AT, or none.
    return choice.kind === "example" ? null : chosenAt;
  }

  async function contextOf(): Promise<DecideParameters["context"]> {
    switch (choice.kind) {
      case "file":
        return (await host.readContext(choice.uri)) ?? unreadable;
      case "example":
        return { example: choice.id };
      case "samples":
        return { samples: true };
      case "empty":
        return "{}";
    }
  }

  async function refresh(): Promise<void> {
    const question = ++questions;
    const context = await contextOf();
    if (question !== questions) return;
    const parameters = { uri, context, edits: Object.fromEntries(edits), now: nowOf() };
    const found = await host.decide(parameters);
    // Whoever overtook this question, in the view or in the text, asks for itself.
    if (question !== questions || found?.version !== host.version()) return;
    answer = completed(found, context === unreadable);
    if (answer.kind === "decided") last = answer;
    host.changed();
  }

  /** An answer with what the server could not know while it cannot decide. */
  function completed(found: DecideAnswer, isUnreadable: boolean): DecideAnswer {
    if (found.kind === "decided") return found;
    if (isUnreadable && found.place === null) {
      return { ...found, message: `\`${nameOf(choice)}\` cannot be read` };
    }
    // A document with errors has no examples that give anything: what they gave before is still there to see.
    if (choice.kind !== "example" || answer === null || found.place === null) return found;
    const inputs = answer.inputs.map((input) => {
      const text = edits.get(input.name);
      return text === undefined ? input : { ...input, text };
    });
    return { ...found, inputs, unread: answer.unread, now: found.now ?? answer.now };
  }

  return {
    uri,
    choice: () => choice,
    shown: () => last,
    answer: () => answer,
    model: () => ({
      uri,
      documentName,
      contextName: nameOf(choice),
      edited: [...edits.keys()],
      isClockEdited: clock !== null,
      answer,
      last: answer?.kind === "decided" ? null : last,
    }),
    choose(next) {
      choice = next;
      edits = new Map();
      clock = null;
      chosenAt = host.present();
      host.changed();
      return refresh();
    },
    edit(name, text) {
      edits.set(name, text);
      return refresh();
    },
    reset(name) {
      if (name === null) {
        edits.clear();
        clock = null;
      } else edits.delete(name);
      return refresh();
    },
    setClock(now) {
      clock = now ?? host.present();
      return refresh();
    },
    refresh,
  };
}

/** Stands for a file that is not there: no JSON, so that nothing is decided on it. */
const unreadable = "\u0000";

function nameOf(choice: ContextChoice): string {
  switch (choice.kind) {
    case "file":
      return choice.name;
    case "example":
      return `EXAMPLE ${choice.title}`;
    case "samples":
      return "the samples";
    case "empty":
      return "nothing known";
  }
}

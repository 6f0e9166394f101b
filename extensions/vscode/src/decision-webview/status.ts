// How outcomes look and sound: a sign, a class for its colour, and a word, so that nothing hangs on colour alone.
import type { DecidedView, ShownRule } from "@omega/service";

export interface Mark {
  readonly sign: string;
  /** The style that colours it. */
  readonly tone: "good" | "bad" | "open" | "quiet";
  readonly word: string;
}

/** How a rule came out. */
export function markOfRule(outcome: ShownRule["outcome"]): Mark {
  switch (outcome) {
    case "fired":
      return { sign: "✓", tone: "good", word: "fired" };
    case "not fired":
      return { sign: "✗", tone: "quiet", word: "did not fire" };
    case "unknown":
      return { sign: "?", tone: "open", word: "undecided" };
    case "not reached":
      return { sign: "–", tone: "quiet", word: "not reached" };
  }
}

/** What a decision came to. */
export function markOfStatus(status: DecidedView["status"]): Mark {
  switch (status) {
    case "decided":
      return { sign: "✓", tone: "good", word: "Decided" };
    case "incomplete":
      return { sign: "?", tone: "open", word: "Incomplete" };
    case "violated":
      return { sign: "✗", tone: "bad", word: "Violated" };
    case "limited":
      return { sign: "✗", tone: "bad", word: "Limited" };
    case "rejected":
      return { sign: "✗", tone: "bad", word: "Rejected" };
  }
}

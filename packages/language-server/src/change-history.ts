// Changes of a document that overtook each other on their way. A client sends them in order, but some hand each to a task of
// its own: Helix 25.01 sent a burst of keys as versions 3, 7, 8, 5. Taken as they come they would leave another text than the
// editor shows.
import type { ServiceDocument, TextChange } from "@omega/service";

export interface ChangeHistory {
  /** Changes the document; a late change is put where its version belongs, and what came before it is done again. */
  readonly apply: (
    document: ServiceDocument,
    version: number,
    changes: readonly TextChange[],
  ) => void;
}

/** How many changes are remembered: more than a burst has that overtake one. */
const remembered = 16;

interface PastChange {
  readonly version: number;
  readonly changes: readonly TextChange[];
  /** The text before it. */
  readonly before: string;
}

/** The history of a document that has just been opened. */
export function createChangeHistory(): ChangeHistory {
  let past: PastChange[] = [];
  return {
    apply(document, version, changes) {
      const overtaken = past.findIndex((change) => change.version > version);
      const first = past[overtaken];
      const again = first === undefined ? [] : past.slice(overtaken);
      if (first !== undefined) {
        past = past.slice(0, overtaken);
        document.update([{ text: first.before }], version);
      }
      for (const change of [{ version, changes }, ...again]) {
        past.push({ ...change, before: document.source.text });
        document.update(change.changes, change.version);
      }
      past = past.slice(-remembered);
    },
  };
}

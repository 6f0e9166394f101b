// Which file a name is at home in: mentions in several documents are of one symbol when its home is the same.
import { type Meanings, resolveProjectPath } from "@omega/core";

export interface Homes {
  /** The file of the policy: the document's own, or for a suite the one it names. */
  readonly policy: string;
  /** The home of what is called `name`. */
  readonly of: (kind: SharedKind, name: string) => string;
}

/** What documents may have in common. */
export type SharedKind = "attribute" | "action" | "constraint";

/** Of a document that imports nothing and is no suite: whatever it speaks of is its own. */
export function ownHomes(file: string): Homes {
  return { policy: file, of: () => file };
}

/** Of any document. */
export function homesIn(meanings: Meanings): Homes {
  const { attributes, actions, constraints, file } = meanings;
  const policy = policyFile(meanings);
  // An action is at home where an imported document speaks of it, else in the policy that takes it.
  const spokenOf = new Map<string, string>();
  for (const { name, mentions } of actions.values()) {
    const elsewhere = mentions.find((mention) => mention.file !== policy && mention.file !== file);
    if (elsewhere !== undefined) spokenOf.set(name, elsewhere.file);
  }
  return {
    policy,
    of(kind, name) {
      switch (kind) {
        case "attribute":
          return attributes.get(name)?.declaration?.file ?? policy;
        case "action":
          return spokenOf.get(name) ?? policy;
        case "constraint": {
          const known = constraints.find(({ id }) => id === name);
          return known?.imported === true ? known.source.file : policy;
        }
      }
    },
  };
}

function policyFile({ document: { suiteFor }, file }: Meanings): string {
  return suiteFor === null ? file : (resolveProjectPath(file, suiteFor.policy) ?? file);
}

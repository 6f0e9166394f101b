// Which file a name is at home in: mentions in several documents are of one symbol when its home is the same.
import { type Meanings, resolveProjectPath } from "@omega/core";

export interface Homes {
  /** The file of the policy: the document's own, or for a suite the one it names. */
  readonly policy: string;
  readonly ofAttribute: (name: string) => string;
  readonly ofAction: (name: string) => string;
  readonly ofConstraint: (id: string) => string;
}

/** Of a document that imports nothing and is no suite: whatever it speaks of is its own. */
export function ownHomes(file: string): Homes {
  const own = (): string => file;
  return { policy: file, ofAttribute: own, ofAction: own, ofConstraint: own };
}

/** Of any document. */
export function homesIn(meanings: Meanings): Homes {
  const { attributes, actions, constraints, file } = meanings;
  const policy = policyFile(meanings);
  return {
    policy,
    ofAttribute: (name) => attributes.get(name)?.declaration?.file ?? policy,
    // An action is at home where an imported document speaks of it, else in the policy that takes it.
    ofAction: (name) =>
      actions
        .get(name)
        ?.mentions.find((mention) => mention.file !== policy && mention.file !== file)?.file ??
      policy,
    ofConstraint(id) {
      const known = constraints.find((constraint) => constraint.id === id);
      return known?.imported === true ? known.source.file : policy;
    },
  };
}

function policyFile({ document: { suiteFor }, file }: Meanings): string {
  return suiteFor === null ? file : (resolveProjectPath(file, suiteFor.policy) ?? file);
}

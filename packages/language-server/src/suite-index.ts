// Which suites are about which policy: by what the `EXAMPLES FOR` of each names.
import { parse } from "@omega/core";
import { addressBelow, canonicalAddress, folderOf } from "./project-path.ts";

export interface SuiteIndex {
  /** The addresses of the suites about the policy at an address. */
  readonly about: (policy: string) => Promise<readonly string[]>;
  /** Files may have come or gone: they are looked for anew. */
  readonly forget: () => void;
}

/** An index over documents that `list` finds, and whose texts `textOf` then has. */
export function createSuiteIndex(
  list: () => Promise<readonly string[]>,
  textOf: (address: string) => string | null,
): SuiteIndex {
  let listed: Promise<readonly string[]> | null = null;
  const known = new Map<string, { readonly text: string; readonly policy: string | null }>();
  const policyOf = (address: string): string | null => {
    const text = textOf(address) ?? "";
    const before = known.get(address);
    if (before?.text === text) return before.policy;
    const policy = policyNamedBy(address, text);
    known.set(address, { text, policy });
    return policy;
  };
  return {
    async about(policy) {
      listed ??= list();
      return (await listed).filter((address) => policyOf(address) === policy);
    },
    forget() {
      listed = null;
      known.clear();
    },
  };
}

/** Most documents are no suites: only what could be one is parsed. */
const suiteHeader = /^\s*EXAMPLES\s+FOR\b/im;

function policyNamedBy(address: string, text: string): string | null {
  if (!suiteHeader.test(text)) return null;
  const named = parse(text).document.suiteFor?.policy;
  return named === undefined ? null : canonicalAddress(addressBelow(folderOf(address), named));
}

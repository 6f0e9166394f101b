// The encoding of semantic tokens last sent for each document, so that the next answer can say only what changed.
import { type EncodedTokens, tokensDelta } from "@omega/service";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";

export interface TokenMemory {
  readonly full: (uri: string, data: EncodedTokens) => SemanticTokens;
  /** The change since the answer named `previous`; all tokens where that one is not remembered. */
  readonly delta: (
    uri: string,
    previous: string,
    data: EncodedTokens,
  ) => SemanticTokens | SemanticTokensDelta;
  readonly forget: (uri: string) => void;
}

/** An empty memory: one answer for each document. */
export function createTokenMemory(): TokenMemory {
  const sent = new Map<string, { readonly resultId: string; readonly data: EncodedTokens }>();
  let answers = 0;
  const remember = (uri: string, data: EncodedTokens): string => {
    const resultId = String(++answers);
    sent.set(uri, { resultId, data });
    return resultId;
  };
  return {
    full: (uri, data) => ({ resultId: remember(uri, data), data: [...data] }),
    delta(uri, previous, data) {
      const before = sent.get(uri);
      const resultId = remember(uri, data);
      if (before?.resultId !== previous) return { resultId, data: [...data] };
      const edits = tokensDelta(before.data, data).map((edit) => ({
        ...edit,
        data: [...edit.data],
      }));
      return { resultId, edits };
    },
    forget: (uri) => sent.delete(uri),
  };
}

// The identity of a policy's text: what decisions carry as `policy.sha256`.
import { sha256Hex } from "./sha256.ts";

/**
 * SHA-256 over a policy's files, the document first, then its imports in order. Line ends count as LF and a byte order
 * mark not at all. Of one file it is the hash of its text, as `sha256sum` gives it; of several, that of their hashes,
 * one on a line.
 */
export function hashPolicy(texts: readonly string[]): string {
  const hashes = texts.map((text) => sha256Hex(withPlainLineEnds(text)));
  const [only] = hashes;
  return hashes.length === 1 && only !== undefined
    ? only
    : sha256Hex(hashes.map((hash) => `${hash}\n`).join(""));
}

function withPlainLineEnds(text: string): string {
  return text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
}

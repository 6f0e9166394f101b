// SHA-256 of texts, for the identities of policies, contexts, options and decisions. Synchronous, so that evaluation
// stays a plain function; @noble/hashes computes it, and only here.

import { sha256 } from "@noble/hashes/sha2.js";

/**
 * SHA-256 (FIPS 180-4) of the text in UTF-8, in lower-case hexadecimal. A lone surrogate is encoded as U+FFFD, as the
 * WHATWG's encoder does.
 */
export function sha256Hex(text: string): string {
  let hexadecimal = "";
  for (const byte of sha256(encodeUtf8(text))) hexadecimal += byte.toString(16).padStart(2, "0");
  return hexadecimal;
}

/** The text in UTF-8; core has no TextEncoder. */
function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = 0x80 | (code & 0x3f);
      continue;
    }
    if ((code & 0xf800) === 0xd800) {
      const next = text.charCodeAt(index + 1);
      if (code < 0xdc00 && (next & 0xfc00) === 0xdc00) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (next & 0x3ff);
        index++;
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
        bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[length++] = 0x80 | (code & 0x3f);
        continue;
      }
      code = 0xfffd;
    }
    bytes[length++] = 0xe0 | (code >> 12);
    bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[length++] = 0x80 | (code & 0x3f);
  }
  return bytes.subarray(0, length);
}

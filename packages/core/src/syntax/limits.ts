// How large a document may be: both parsers, and whoever explains them, read the numbers here.

/** Brackets, blocks and prefix operators within one another. */
export const maximumDepth = 64;

/** Height of an expression's tree: how many operators, members and indexes may follow one another. */
export const maximumHeight = 256;

/** UTF-8 bytes of a document. */
const maximumDocumentBytes = 1_048_576;

/** Whether a document is larger than it may be. */
export function exceedsDocumentLimit(text: string): boolean {
  if (text.length * 3 <= maximumDocumentBytes) return false;
  let bytes = text.length;
  for (let at = 0; at < text.length && bytes <= maximumDocumentBytes; at++) {
    const code = text.charCodeAt(at);
    // A pair of surrogates is two code units and four bytes.
    if (code >= 0x80) bytes += code < 0x800 || (code & 0xf800) === 0xd800 ? 1 : 2;
  }
  return bytes > maximumDocumentBytes;
}

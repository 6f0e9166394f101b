// Lines of a stream, one at a time: memory stays the same however long the stream is.

/** A line without its end, or why it is none; numbered from 1. */
export type StreamLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly flaw: string };

/** A longer line is given up, and the stream goes on behind it. */
const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_FEED = 10;

/** Reads lines that end at LF or CRLF, decoding each by itself, so that one that is not UTF-8 spoils no other. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<StreamLine> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (): StreamLine => {
    const line = decodeLine(number, pieces, length);
    pieces = [];
    length = 0;
    number++;
    return line;
  };
  const keep = (piece: Uint8Array): void => {
    length += piece.byteLength;
    if (length > LONGEST_LINE) pieces = [];
    else pieces.push(piece);
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

function decodeLine(number: number, pieces: readonly Uint8Array[], length: number): StreamLine {
  if (length > LONGEST_LINE) return { number, flaw: `longer than ${LONGEST_LINE} bytes` };
  try {
    const bytes = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    // A byte order mark, at the beginning of the first line, is not part of the data.
    return { number, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim() };
  } catch {
    return { number, flaw: "not UTF-8" };
  }
}

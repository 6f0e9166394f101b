// Bytes from a file or stdin to text, or the reason why there is none.
import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A text, or why it cannot be had: `is a folder`, `does not exist`. */
export type TextReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** What no document or context comes near; the language's own limits are far lower. */
const MOST_BYTES = 64 * 1024 * 1024;

const CHUNK_BYTES = 4096;

/** The text of a file. Never throws. */
export function readTextFile(path: string): TextReading {
  try {
    return decodeText(readBytes(path));
  } catch (error) {
    return refuse(reasonOf(error));
  }
}

/** The text that a stream holds, to its end. Rejects only when the stream does. */
export async function readTextStream(stream: AsyncIterable<Uint8Array>): Promise<TextReading> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) return decodeText(null);
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks));
}

/** Null beyond the limit. A file without an end, such as a device, is not read to the end of memory. */
function readBytes(path: string): Uint8Array | null {
  const file = openSync(path, "r");
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const { size } = fstatSync(file);
      // One byte more than the file seems to have, so that a second read finds its end. Devices and pipes have no size.
      const expected = size > length ? size - length + 1 : CHUNK_BYTES;
      const chunk = Buffer.allocUnsafe(Math.min(expected, MOST_BYTES + 1));
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      length += read;
      if (length > MOST_BYTES) return null;
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes as text, with a byte order mark if there is one: offsets are those of the file. Null means too many. */
function decodeText(bytes: Uint8Array | null): TextReading {
  if (bytes === null) return refuse(`is larger than ${MOST_BYTES / 1024 / 1024} MiB`);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse("is UTF-16; save it as UTF-8");
  }
  if (!isUtf8(bytes)) return refuse(`is not UTF-8: see line ${lineOfBadBytes(bytes)}`);
  return { ok: true, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
}

function refuse(reason: string): TextReading {
  return { ok: false, reason };
}

function lineOfBadBytes(bytes: Uint8Array): number {
  const LINE_FEED = 10;
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

/** What the operating system said, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "does not exist";
    case "EISDIR":
      return "is a folder";
    // A folder cannot be made where a file is.
    case "EEXIST":
    case "ENOTDIR":
      return "goes through something that is no folder";
    case "EACCES":
    case "EPERM":
      return "may not be opened: permission denied";
    case "ELOOP":
      return "is a link that leads back to itself";
    case "ENAMETOOLONG":
      return "has too long a name";
    case "EMFILE":
      return "cannot be opened: too many files are open";
    case "ENOSPC":
      return "cannot be written: the disk is full";
    case "EROFS":
      return "cannot be written: the disk is read-only";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

// A stream whose beginning is looked at before it is read.

/** The first piece, or null of an empty stream; and the stream with that piece still in it. */
export async function peekStream(stream: AsyncIterable<Uint8Array>): Promise<{
  readonly first: Uint8Array | null;
  readonly whole: AsyncIterable<Uint8Array>;
}> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  return { first: first.done === true ? null : first.value, whole: startedAt(first, chunks) };
}

/** Closes the stream when nobody wants more of it. */
async function* startedAt(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = first; chunk.done !== true; chunk = await rest.next()) yield chunk.value;
  } finally {
    await rest.return?.();
  }
}

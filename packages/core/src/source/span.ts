// Half-open ranges of UTF-16 offsets: the only notion of place inside core. Line and column are made at the edge.

/** A half-open range of UTF-16 offsets, `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span from `start` (inclusive) to `end` (exclusive). */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same span `by` code units further on: item-relative to absolute, or after an edit before it. */
export function moveSpan(moved: Span, by: number): Span {
  return by === 0 ? moved : { start: moved.start + by, end: moved.end + by };
}

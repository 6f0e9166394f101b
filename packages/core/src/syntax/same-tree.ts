// When two trees mean the same: for tests, which compare parsers, and a document with what its printer made of it.

const places: ReadonlySet<string> = new Set(["span", "start", "end", "blankLineBefore"]);

/** The tree without what depends on where and how it was written: places, comments and blank lines. */
export function withoutPlaces(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutPlaces);
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => !places.has(key) && !/Span$|Comments?$/.test(key))
      .map(([key, value]) => [key, withoutPlaces(value)]),
  );
}

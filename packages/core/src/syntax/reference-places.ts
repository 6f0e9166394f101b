// Moves the places in a tree from where the grammar found them to where the document has them.
import { type Span, span } from "../source/span.ts";

/** The same tree with both ends of every span moved by `move`. */
export function movePlaces<Tree>(tree: Tree, move: (offset: number) => number): Tree {
  // A tree is plain data, and every part keeps its shape: what comes out is what went in, but for the numbers.
  return moved(tree, move) as Tree;
}

function moved(part: unknown, move: (offset: number) => number): unknown {
  if (Array.isArray(part)) return part.map((element) => moved(element, move));
  if (typeof part !== "object" || part === null) return part;
  if (isSpan(part)) return span(move(part.start), move(part.end));
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, moved(value, move)]));
}

function isSpan(part: object): part is Span {
  return "start" in part && "end" in part && Object.keys(part).length === 2;
}

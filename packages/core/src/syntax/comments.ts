// Gives an item's comments to whom they belong: the nested item they stand before or in, or the item itself.
import type { Cursor } from "./cursor.ts";

/** Hands out the comments of one item, each once. */
export interface CommentKeeper {
  /** Comments on lines of their own directly before the token at `index`. */
  before(index: number): readonly string[];
  /** Those left among the tokens from `from` up to `to`: on lines of their own, and at the ends of lines. */
  within(
    from: number,
    to: number,
  ): { readonly leading: readonly string[]; readonly trailing: string | null };
}

const none: readonly string[] = [];

/** For the many items without comments. */
const emptyKeeper: CommentKeeper = {
  before: () => none,
  within: () => ({ leading: none, trailing: null }),
};

/** A keeper of the cursor's comments. */
export function createCommentKeeper({ comments }: Cursor): CommentKeeper {
  if (comments.length === 0) return emptyKeeper;
  const given = new Set<number>();
  /** The first comment whose next token is at `index` or later. */
  const firstFrom = (index: number): number => {
    let low = 0;
    let high = comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((comments[middle]?.next ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    before(index) {
      const found: string[] = [];
      for (let at = firstFrom(index); at < comments.length; at++) {
        const comment = comments[at];
        if (comment === undefined || comment.next !== index) break;
        if (!comment.ownLine || given.has(at)) continue;
        given.add(at);
        found.push(comment.text);
      }
      return found;
    },
    within(from, to) {
      const leading: string[] = [];
      const trailing: string[] = [];
      for (let at = firstFrom(from + 1); at < comments.length; at++) {
        const comment = comments[at];
        // A comment at a line's end follows the token before it, one on its own line belongs to what comes next.
        if (comment === undefined || comment.next > to || (comment.next === to && comment.ownLine))
          break;
        if (given.has(at)) continue;
        given.add(at);
        (comment.ownLine ? leading : trailing).push(comment.text);
      }
      return { leading, trailing: trailing.length === 0 ? null : trailing.join(" ") };
    },
  };
}

// What `a < b < c` is rewritten to, for the diagnostic that says that comparisons do not chain.
import type { Expression } from "./tree.ts";

const rising: ReadonlySet<string> = new Set(["<", "<="]);
const falling: ReadonlySet<string> = new Set([">", ">="]);

/** `a < b < c` as `b BETWEEN a AND c`, and whether that keeps the meaning; null where no such rewriting exists. */
export function rewriteChain(
  text: string,
  first: Expression,
  second: Expression,
  start: number,
): { readonly text: string; readonly exact: boolean } | null {
  if (first.kind !== "binary" || second.kind !== "binary") return null;
  const left = text.slice(start, first.operatorSpan.start).trim();
  const middle = text.slice(first.operatorSpan.end, second.operatorSpan.start).trim();
  const right = text.slice(second.operatorSpan.end, second.span.end).trim();
  if (/[\r\n]/.test(left + middle + right)) return null;
  const exact = first.operator.length === 2 && second.operator.length === 2;
  if (rising.has(first.operator) && rising.has(second.operator)) {
    return { text: `${middle} BETWEEN ${left} AND ${right}`, exact };
  }
  if (falling.has(first.operator) && falling.has(second.operator)) {
    return { text: `${middle} BETWEEN ${right} AND ${left}`, exact };
  }
  return null;
}

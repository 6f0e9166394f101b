// Messages mark names by backticks; on a page those are code.
import type { JSX } from "preact";

/** A message with what stands between backticks as code. */
export function Message({ text }: { readonly text: string }): JSX.Element {
  const pieces = text
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 1 ? <code>{piece}</code> : piece));
  return <span>{pieces}</span>;
}

// What examples give for an attribute: shown in hovers, and offered where a value is wanted.
import type { ServiceDocument } from "../service-document.ts";

export interface ExampleValue {
  /** The example's title. */
  readonly example: string;
  /** As it is written. */
  readonly text: string;
}

/** The value that the last example of the document gives for an attribute itself; null where none does. */
export function lastExampleValue(
  name: string,
  { tree, source }: ServiceDocument,
): ExampleValue | null {
  let found: ExampleValue | null = null;
  for (const { keyword, title, items } of tree.sections) {
    if (keyword !== "EXAMPLE") continue;
    for (const { body, start } of items) {
      if (body.kind !== "given") continue;
      for (const { target, value } of body.assignments) {
        if (target.kind !== "reference" || target.name !== name) continue;
        const { span } = value;
        const text = source.text.slice(span.start + start, span.end + start);
        found = { example: title ?? "", text };
      }
    }
  }
  return found;
}

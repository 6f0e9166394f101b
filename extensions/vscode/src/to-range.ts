// A range of the protocol as the editor has it.
import { Range } from "vscode";

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The same range; both count from 0, in UTF-16 code units. */
export function toRange({ start, end }: { readonly start: Place; readonly end: Place }): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

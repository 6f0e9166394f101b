// How large values are: what the limits on text, lists and nesting are held against.
import { isList, isRecord, type Value } from "./value.ts";

export interface ValueSize {
  /** 0 for a scalar, 1 for a list of scalars. */
  readonly depth: number;
  /** Everything inside, itself included; what occurs twice counts twice. */
  readonly parts: number;
}

const scalarSize: ValueSize = { depth: 0, parts: 1 };

/** Values never change, so each list and record is measured once, however often it is built into others. */
const sizes = new WeakMap<object, ValueSize>();

/** The size of a value, in time that is linear in what has not been measured before. */
export function sizeOf(value: Value): ValueSize {
  if (typeof value !== "object") return scalarSize;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const inside = isList(value) ? value : isRecord(value) ? [...value.fields.values()] : [];
  let depth = 0;
  let parts = 1;
  for (const part of inside) {
    const size = sizeOf(part);
    depth = Math.max(depth, size.depth + 1);
    parts += size.parts;
  }
  const size = { depth, parts };
  sizes.set(value, size);
  return size;
}

/** How many bytes of UTF-8 a text takes. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Beyond ASCII two bytes, from U+0800 three, and four for the two halves of a surrogate pair.
    if (code >= 0x80) length += code >= 0x800 && (code & 0xf800) !== 0xd800 ? 2 : 1;
  }
  return length;
}

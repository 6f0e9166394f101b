// A text that is the same for equal values and differs for different ones: sets and groups of values are maps of it.
import { isUnknown, joinUnknowns, type Unknown, type Value } from "./value.ts";

/** The key of a value, or the unknowns inside it. Kinds never share keys; -0 and 0 do. Fields in any order. */
export function valueKey(value: Value): string | Unknown {
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return String(value === 0 ? 0 : value);
  if (typeof value === "string") return JSON.stringify(value);
  if (!("kind" in value)) return joinKeys(value.map(valueKey), "[", "]");
  if (isUnknown(value)) return value;
  if (value.kind === "time") return `t${value.milliseconds}`;
  const names = [...value.fields.keys()].sort();
  const keys = names.map((name) => {
    const field = value.fields.get(name);
    const key = field === undefined ? "" : valueKey(field);
    return typeof key === "string" ? `${JSON.stringify(name)}:${key}` : key;
  });
  return joinKeys(keys, "{", "}");
}

function joinKeys(
  keys: readonly (string | Unknown)[],
  open: string,
  close: string,
): string | Unknown {
  let unknown: Unknown | null = null;
  const texts: string[] = [];
  for (const key of keys) {
    if (typeof key === "string") texts.push(key);
    else unknown = unknown === null ? key : joinUnknowns(unknown, key);
  }
  return unknown ?? `${open}${texts.join(",")}${close}`;
}

// Takes values out of a record by their paths.
import { isIdentifier } from "../syntax/names.ts";

/** A name, an index, or `*` for every member or element. */
type Step = { readonly kind: "key"; readonly key: string } | { readonly kind: "each" };

const each: Step = { kind: "each" };

/** `value` with null in place of what the masks name, and the paths at which that was done, in order. */
export function maskPaths<Value extends object>(
  value: Value,
  masks: readonly string[],
): { readonly value: Value; readonly masked: readonly string[] } {
  const masked = new Set<string>();
  let result: unknown = value;
  for (const mask of masks) {
    const steps = parseMask(mask);
    if (steps !== null) result = maskAt(result, steps, "", masked);
  }
  // Masking changes leaves to null and nothing else; who reads the value expects that where `masked` says so.
  return { value: result as Value, masked: [...masked] };
}

/** Whether a text is a path that can be masked. */
export function isMask(text: string): boolean {
  const first = parseMask(text)?.[0];
  return first?.kind === "key" && (first.key === "context" || first.key === "decision");
}

const step = /^(?:\.?([\p{L}_][\p{L}\p{N}_]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|(\.\*|\[\*\]))/u;

/** `context.Workers[*].name`, `context["Patient name"]`, `context.Patient.*`; null for what is no such path. */
function parseMask(mask: string): readonly Step[] | null {
  const steps: Step[] = [];
  let rest = mask;
  while (rest !== "") {
    const [whole, name, index, quoted, wildcard] = step.exec(rest) ?? [];
    if (whole === undefined || (steps.length === 0) === /^[.[]/.test(whole)) return null;
    if (name !== undefined && steps.length > 0 && !whole.startsWith(".")) return null;
    const key = name ?? index ?? (quoted === undefined ? undefined : unquote(quoted));
    if (key === null) return null;
    steps.push(wildcard !== undefined || key === undefined ? each : { kind: "key", key });
    rest = rest.slice(whole.length);
  }
  return steps.length === 0 ? null : steps;
}

function unquote(text: string): string | null {
  try {
    return String(JSON.parse(text));
  } catch {
    return null;
  }
}

function maskAt(
  value: unknown,
  [first, ...rest]: readonly Step[],
  path: string,
  masked: Set<string>,
): unknown {
  if (first === undefined) {
    if (value === null || value === undefined) return value;
    masked.add(path);
    return null;
  }
  if (typeof value !== "object" || value === null) return value;
  const wanted = (key: string): boolean => first.kind === "each" || first.key === key;
  const descend = (member: unknown, key: string | number): unknown =>
    wanted(String(key)) ? maskAt(member, rest, stepTo(path, key), masked) : member;
  if (Array.isArray(value)) return value.map(descend);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, descend(member, key)]),
  );
}

function stepTo(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!isIdentifier(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

// JSON values of decisions as a policy's author would write them.
import type { JsonValue, ReportedUnknown } from "@omega/core";

/** `0.8 m`, `"auto"`, `[1, 2]`, `{ name: "Ana" }`; longer ones are cut. */
export function printValue(value: JsonValue, longest = 60): string {
  const text = write(value);
  if (text.length <= longest) return text;
  return typeof value === "string"
    ? `${text.slice(0, longest - 2)}…"`
    : `${text.slice(0, longest - 1)}…`;
}

/** `(channel: "sms", after: 5 min)`; "" without arguments. Those known by position only have no name. */
export function printArguments(
  args: { readonly [name: string]: JsonValue },
  longest?: number,
): string {
  const parts = Object.entries(args).map(([name, value]) =>
    /^_\d+$/.test(name) ? printValue(value, longest) : `${name}: ${printValue(value, longest)}`,
  );
  return parts.length === 0 ? "" : `(${parts.join(", ")})`;
}

function write(value: JsonValue): string {
  if (value === null) return "unknown";
  if (Array.isArray(value)) return `[${value.map(write).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value);
  const { value: amount, unit } = Object.fromEntries(entries);
  if (entries.length === 2 && typeof amount === "number" && typeof unit === "string") {
    return `${amount} ${unit}`;
  }
  return `{ ${entries.map(([key, member]) => `${key}: ${write(member)}`).join(", ")} }`;
}

/** A reason to go behind "is": `missing`, `of the wrong kind`. */
export function describeUnknown(reason: ReportedUnknown["reason"]): string {
  switch (reason) {
    case "missing":
    case "stale":
    case "out of range":
    case "not a member":
      return reason;
    case "wrong kind":
      return "of the wrong kind";
    case "ambiguous percent":
      return "an ambiguous percent";
    case "division by zero":
    case "overflow":
    case "index out of range":
    case "empty list":
    case "invalid argument":
    case "no clock":
      return `unknown (${reason})`;
  }
}

// Decisions and JSON values as documentation states them: compact, in the language's own notation.
import type { ActionEvent, Decision, JsonValue } from "@omega/core";

/** What a decision says, by the name that documentation gives each part, in its order. */
const parts: { readonly [name: string]: (decision: Decision) => readonly string[] } = {
  status: ({ status }) => [status],
  actions: ({ actions }) => actions.map(printAction),
  pending: ({ pending }) =>
    pending.map((action) => `${printAction(action)}, waiting for ${action.approvers.join(", ")}`),
  withheld: ({ withheld }) =>
    withheld.map((action) => `${printAction(action)}, because of ${action.constraint}`),
  violations: ({ violations }) =>
    violations.map(({ constraint, message }) => `${constraint}: ${message}`),
  unknowns: ({ unknowns }) =>
    unknowns.map(
      ({ path, reason, rule, handled }) =>
        `${path} ${reason} in ${rule}${handled === true ? ", handled" : ""}`,
    ),
  defaulted: ({ defaulted }) => defaulted.map(({ path, value }) => `${path} = ${printJson(value)}`),
  logs: ({ logs }) => logs.map(({ rule, value }) => `${printJson(value)} by ${rule}`),
  limits: ({ limits }) =>
    limits.map(({ limit, rule, maximum }) => `${limit} ${maximum} in ${rule}`),
  problems: ({ problems }) => problems.map(({ message }) => message),
  steps: ({ usage }) => [String(usage.steps)],
};

/**
 * The parts of a decision that `stated` names, as they are: `status: decided`. Of several entries each has a line of
 * its own, indented. A name that is no part is answered with those there are.
 */
export function restateDecision(stated: string, decision: Decision): string {
  return stated
    .split("\n")
    .filter((line) => !line.startsWith(" "))
    .map((line) => {
      const [name = ""] = line.split(":");
      const print = Object.hasOwn(parts, name) ? parts[name] : undefined;
      const entries = print?.(decision) ?? [`no part; there are ${Object.keys(parts).join(", ")}`];
      const separator = `\n${" ".repeat(name.length + 2)}`;
      return `${name}: ${entries.length === 0 ? "none" : entries.join(separator)}`;
    })
    .join("\n");
}

/** `SlowDown(0.25m/s) by TooClose`, with the loop variables in force. */
function printAction({ name, args, rule, bindings }: ActionEvent): string {
  const written = Object.entries(args).map(([argument, value]) =>
    argument.startsWith("_") ? printJson(value) : `${argument}: ${printJson(value)}`,
  );
  const bound = Object.entries(bindings).map(([variable, place]) => `${variable} = ${place}`);
  return [
    `${name}${written.length === 0 ? "" : `(${written.join(", ")})`} by ${rule}`,
    ...(bound.length === 0 ? [] : [`with ${bound.join(", ")}`]),
  ].join(" ");
}

/** JSON in the language's notation: quantities `0.25m/s`, records `{ name: "Ana" }`. */
export function printJson(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printJson).join(", ")}]`;
  // What is neither a list nor a bare value is a record.
  const { value: amount, unit, ...others } = value as { readonly [name: string]: JsonValue };
  if (typeof amount === "number" && typeof unit === "string" && Object.keys(others).length === 0) {
    return unit.startsWith("delta ") ? `${amount} ${unit}` : `${amount}${unit}`;
  }
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${printJson(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

// From a line of a decision log, parsed, to a record; or what is wrong with it.
import { canonicalJson, type JsonRecord, type JsonValue } from "../evaluate/canonical-json.ts";
import { decisionStatuses, defaultLimits } from "../evaluate/decision.ts";
import { identityOfOptions } from "../evaluate/decision-identity.ts";
import { sha256Hex } from "../evaluate/sha256.ts";
import { greatestLimits } from "../semantics/read-settings.ts";
import { engineVersion } from "../version.ts";
import type { DecisionRecord } from "./decision-record.ts";

export type RecordReading =
  | { readonly ok: true; readonly record: DecisionRecord }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a record. It has to have the members of its schema, and where nothing is masked its hashes have to be those of
 * what it holds: a record that was changed after it was written is none.
 */
export function readDecisionRecord(json: JsonValue): RecordReading {
  const flaw = firstFlaw(json, recordShape, "");
  if (flaw !== null) return { ok: false, reason: flaw };
  // `firstFlaw` has looked at every member that the type names.
  const record = json as unknown as DecisionRecord;
  const forgery = firstForgery(record);
  return forgery === null ? { ok: true, record } : { ok: false, reason: forgery };
}

// --- hashes -------------------------------------------------------------------------------------------------------

function firstForgery({
  options,
  context,
  decision,
  policy,
  engine,
}: DecisionRecord): string | null {
  const { id, logs: _, ...stated } = decision;
  if (decision.policy.sha256 !== policy.sha256) return "`policy` and `decision.policy` differ";
  if (decision.engine !== engine) return "`engine` and `decision.engine` differ";
  // How another version hashes is for that version to say.
  if (engine !== engineVersion) return null;
  const { disabled, limits } = options;
  if (limits.depth > (greatestLimits.depth ?? limits.depth)) {
    return `\`options.limits.depth\` is beyond ${greatestLimits.depth}`;
  }
  const identity = identityOfOptions({
    ...options,
    disabled: new Set(disabled),
    now: null,
    trace: false,
  });
  if (decision.options.sha256 !== identity.sha256) return changed("options", "`decision.options`");
  const { sha256 } = decision.context;
  if (sha256 !== null && sha256 !== sha256Hex(canonicalJson(context))) {
    return changed("context", "`decision.context`");
  }
  if (id !== null && id !== sha256Hex(canonicalJson(stated))) return changed("decision", "its id");
  return null;
}

function changed(member: string, hash: string): string {
  return `\`${member}\` was changed after it was written: it does not fit ${hash}`;
}

// --- shapes -------------------------------------------------------------------------------------------------------

/** What a JSON value has to be. */
type Shape =
  | "any"
  | "text"
  | "text or null"
  | "number"
  | "boolean"
  | "record"
  | { readonly oneOf: readonly JsonValue[] }
  | { readonly each: Shape }
  | { readonly members: { readonly [name: string]: Shape }; readonly optional?: readonly string[] };

const action: { readonly [name: string]: Shape } = {
  name: "text",
  // Null where masked.
  args: "any",
  rule: "text",
  line: "number",
  bindings: "record",
  actors: { each: "text" },
};

const hash: Shape = { members: { sha256: "text" } };

const decisionShape: Shape = {
  members: {
    status: { oneOf: decisionStatuses },
    actions: { each: { members: action } },
    pending: { each: { members: { ...action, approvers: { each: "text" } } } },
    withheld: { each: { members: { ...action, constraint: "text" } } },
    violations: { each: { members: { constraint: "text", line: "number", message: "text" } } },
    unknowns: { each: { members: { path: "text", rule: "text", reason: "text" } } },
    defaulted: { each: { members: { path: "text", value: "any" } } },
    logs: "any",
    problems: { each: { members: { code: "text", path: "text", message: "text" } } },
    limits: { each: { members: { limit: "text", rule: "text", maximum: "number" } } },
    usage: { members: { steps: "number", limit: "number" } },
    policy: { members: { intent: "text", sha256: "text" } },
    context: { members: { sha256: "text or null" } },
    options: hash,
    engine: "text",
    now: "text or null",
    id: "text or null",
  },
};

const recordShape: Shape = {
  members: {
    schemaVersion: { oneOf: [1] },
    time: "text",
    requestId: "text",
    policy: { members: { name: "text", sha256: "text" }, optional: ["name"] },
    engine: "text",
    options: {
      members: {
        limits: {
          members: Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, "number"])),
        },
        sampleDefaults: "boolean",
        strict: "boolean",
        disabled: { each: "text" },
      },
    },
    context: "any",
    masked: { each: "text" },
    decision: decisionShape,
  },
  optional: ["requestId"],
};

/** The first place where `json` is not of the shape, in words; null when it is. */
function firstFlaw(json: JsonValue, shape: Shape, path: string): string | null {
  const what = path === "" ? "the record" : `\`${path}\``;
  if (typeof shape === "string") return isOfKind(json, shape) ? null : `${what} is no ${shape}`;
  if ("oneOf" in shape) {
    const known = shape.oneOf.map((value) => JSON.stringify(value)).join(", ");
    return shape.oneOf.includes(json) ? null : `${what} is none of ${known}`;
  }
  if ("each" in shape) {
    if (!Array.isArray(json)) return `${what} is no list`;
    for (const [index, element] of json.entries()) {
      const flaw = firstFlaw(element, shape.each, `${path}[${index}]`);
      if (flaw !== null) return flaw;
    }
    return null;
  }
  if (!isRecord(json)) return `${what} is no object`;
  for (const [name, member] of Object.entries(shape.members)) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    const inner = path === "" ? name : `${path}.${name}`;
    if (value === undefined && shape.optional?.includes(name) === true) continue;
    if (value === undefined) return `\`${inner}\` is missing`;
    const flaw = firstFlaw(value, member, inner);
    if (flaw !== null) return flaw;
  }
  return null;
}

function isOfKind(json: JsonValue, kind: Extract<Shape, string>): boolean {
  switch (kind) {
    case "any":
      return true;
    case "text":
      return typeof json === "string";
    case "text or null":
      return typeof json === "string" || json === null;
    case "number":
    case "boolean":
      return typeof json === kind;
    case "record":
      return isRecord(json);
  }
}

function isRecord(json: JsonValue): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

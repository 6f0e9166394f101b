// What a part of a program means, as a short text: two parts with one fingerprint do the same on every context. Names of
// variables, labels, positions and how something is written do not count.
import type { Ir, Program } from "@omega/core";

/** Fingerprints are short names for what was seen, so that what builds on other parts stays short, too. */
export interface Fingerprints {
  readonly of: (part: unknown, attributeName: AttributeName) => string;
  /** One for each of the document's items, with what LET and SET before it gave the names that it reads. */
  readonly ofItems: (program: Program, attributeName: AttributeName) => readonly string[];
}

/** What an attribute is called: the same for two programs that read it in the same way only. */
type AttributeName = (index: number) => string;

/** Shared by the programs that are compared. */
export function createFingerprints(): Fingerprints {
  const known = new Map<string, string>();
  const shorten = (text: string): string => {
    const short = known.get(text) ?? `f${known.size}`;
    known.set(text, short);
    return short;
  };
  return {
    of: (part, attributeName) => shorten(write(part, { attributeName, given: new Map() })),
    ofItems(program, attributeName) {
      const given = new Map<number, string>();
      return program.rules.map((rule) => {
        const fingerprint = shorten(write(rule, { attributeName, given }));
        for (const slot of assignedBy(rule))
          given.set(slot, `${fingerprint}.${slotName(slot, rule)}`);
        return fingerprint;
      });
    },
  };
}

interface Names {
  readonly attributeName: AttributeName;
  /** What the variables of the document came to before. */
  readonly given: ReadonlyMap<number, string>;
}

/** What says where something stands, how it is written, or what people call it. */
const passedOver: ReadonlySet<string> = new Set([
  "id",
  "line",
  "span",
  "file",
  "category",
  "text",
  "atoms",
  "collectionText",
  "subjectText",
  "patternText",
]);

/** Variables are numbered as they come, so that only which is which counts. */
function write(part: unknown, { attributeName, given }: Names): string {
  const numbers = new Map<number, string>();
  const variable = (slot: number): string => {
    const known = numbers.get(slot) ?? `${numbers.size}:${given.get(slot) ?? ""}`;
    numbers.set(slot, known);
    return known;
  };
  const writePart = (inner: unknown): string => {
    if (typeof inner !== "object" || inner === null) return JSON.stringify(inner) ?? "null";
    if (Array.isArray(inner)) return `[${inner.map(writePart).join()}]`;
    if (inner instanceof Map) return writePart([...inner]);
    if (isUnit(inner)) return JSON.stringify(inner.symbol);
    const entries = Object.entries(inner).filter(([name]) => !passedOver.has(name));
    const { kind, slot, index } = inner as { kind?: unknown; slot?: unknown; index?: unknown }; // reading only
    if (kind === "attribute" && typeof index === "number")
      return `attribute ${attributeName(index)}`;
    const written = entries.map(([name, value]) => {
      const isVariable = name === "slot" || name === "indexSlot";
      if (isVariable) return typeof value === "number" ? `${name} ${variable(value)}` : name;
      const isItsName = typeof slot === "number" && (name === "name" || name === "variable");
      return isItsName || (kind === "for" && name === "index") ? "" : `${name} ${writePart(value)}`;
    });
    return `{${written.join()}}`;
  };
  return writePart(part);
}

function isUnit(part: object): part is { readonly symbol: string } {
  return "symbol" in part && "dimension" in part && "factor" in part;
}

/** The variables of the document that an item gives a value. */
function assignedBy(rule: Ir.ProgramRule): ReadonlySet<number> {
  switch (rule.kind) {
    case "let":
    case "set":
      return new Set([rule.slot]);
    case "for":
    case "while":
      return new Set(rule.body.flatMap((inner) => [...assignedBy(inner)]));
    case "if":
    case "match":
      return new Set();
  }
}

/** Which of the variables that an item assigns: by position, since names do not count. */
function slotName(slot: number, rule: Ir.ProgramRule): number {
  return [...assignedBy(rule)].indexOf(slot);
}

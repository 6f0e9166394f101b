// What deciding by a program may cost at most, from its text and the size of the context alone: short work may be done on
// the event loop. docs/decisions/042-deciding-on-the-event-loop.md says how the bound was chosen.
import type { Program } from "@omega/core";

/** Calls that make lists or texts longer than what they are given; nothing but the engine's limits bounds those. */
const growing = new Set([
  "std::list::range",
  "std::list::reduce",
  "std::list::flatten",
  "std::list::union",
  "std::string::join",
  "std::string::replace",
  "std::string::split",
]);

/** The engine's limits on lists and on turns of WHILE. */
const longestList = 10_000;
const mostTurns = 50;
/** Looking through so many characters costs about as much as visiting one node. */
const charactersForNode = 16;
/** Sorting, matching and grouping visit a member more often than once. */
const visitsForMember = 16;

interface Sizes {
  /** The most members that a list may have. */
  readonly members: number;
  /** What looking through a text may cost, in nodes. */
  readonly text: number;
}

/** Nodes visited at most by one evaluation on a context of `contextBytes` bytes of JSON; a loop's body counts for each turn. */
export function costBound(program: Program, contextBytes: number): number {
  const isGrowing = grows(program.rules) || grows(program.constraints);
  const sizes: Sizes = isGrowing
    ? { members: longestList, text: 65_536 / charactersForNode }
    : {
        members: Math.min(longestList, contextBytes / 2 + longestLiteral(program)),
        text: (contextBytes + longestText(program)) / charactersForNode,
      };
  const rules = costOf(program.rules, sizes);
  const enforcing = program.constraints.length * (1 + rules);
  return (
    contextBytes / charactersForNode +
    program.attributes.length +
    rules +
    costOf(program.failsafe, sizes) +
    costOf(program.constraints, sizes) +
    enforcing
  );
}

/** Programs are plain data: whatever has no cost of its own costs what its parts do. */
function costOf(node: unknown, sizes: Sizes): number {
  if (typeof node !== "object" || node === null) return 0;
  if (Array.isArray(node)) return node.reduce((sum: number, part) => sum + costOf(part, sizes), 0);
  const {
    kind,
    type: _,
    atoms: __,
    span: ___,
    ...parts
  } = node as Readonly<Record<string, unknown>>;
  const inside = (kind === undefined ? 0 : 1) + costOf(Object.values(parts), sizes);
  switch (kind) {
    case "for":
    case "quantifier":
      return sizes.members * inside;
    case "while":
      return mostTurns * inside;
    case "call":
      return hasLambda(parts.arguments)
        ? sizes.members * (visitsForMember + inside)
        : inside + visitsForMember * sizes.members + sizes.text;
    case "text-test":
      return inside + sizes.text * (parts.operator === "MATCHES" ? visitsForMember : 1);
    case "in":
    case "convert":
      return inside + sizes.members;
    case "compare":
      return inside + (isPlain(parts.left) ? 0 : sizes.text + sizes.members);
    default:
      return inside;
  }
}

/** Whether a value is no larger than a number. One of another kind makes the comparison unknown at once. */
function isPlain(operand: unknown): boolean {
  const { type } = operand as { readonly type?: { readonly kind?: unknown } };
  return type?.kind === "number" || type?.kind === "boolean" || type?.kind === "time";
}

function hasLambda(given: unknown): boolean {
  return Array.isArray(given) && given.some(({ kind }) => kind === "lambda");
}

function grows(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if (Array.isArray(node)) return node.some(grows);
  if ("kind" in node && node.kind === "set") return true;
  if ("kind" in node && node.kind === "call" && "function" in node) {
    if (typeof node.function === "string" && growing.has(node.function)) return true;
  }
  return Object.values(node).some(grows);
}

function longestText(node: unknown): number {
  if (typeof node === "string") return node.length;
  if (typeof node !== "object" || node === null) return 0;
  const parts: readonly unknown[] = Object.values(node);
  return parts.reduce((most: number, part) => Math.max(most, longestText(part)), 0);
}

function longestLiteral(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const parts: readonly unknown[] = Object.values(node);
  const own = Array.isArray(node) ? node.length : 0;
  return parts.reduce((most: number, part) => Math.max(most, longestLiteral(part)), own);
}

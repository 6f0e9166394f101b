// What a generated EXAMPLE is called, and what its comment says it shows.
import type { Decision } from "@omega/core";
import { describeObligation, type Obligation } from "./obligations.ts";

/** A title for what is shown, told by what the decision did about it; never empty. */
export function titleOf(shown: readonly Obligation[], decision: Decision): string {
  const byWeight = [...shown].sort((a, b) => weight(a) - weight(b));
  const said = byWeight.map((one) => sayWithActions(one, decision) ?? describeObligation(one));
  const [first] = byWeight;
  const rule = first === undefined ? "" : `${first.item.id} in line ${first.line}`;
  return said.find(isTitle) ?? (isTitle(rule) ? rule : "what else can happen");
}

const LONGEST_TITLE = 84;

/** A colon would end the title. */
function isTitle(text: string): boolean {
  return text !== "" && text.length <= LONGEST_TITLE && !/[:\n]/.test(text);
}

/** What an atom decides alone tells a reader most; that a rule does anything, least. */
function weight({ part, item }: Obligation): number {
  const besides = item.kind === "let" || item.kind === "set" || item.kind === "constraint" ? 1 : 0;
  switch (part.kind) {
    case "atom":
      return (part.alone && part.atoms > 1 ? 0 : part.alone ? 6 : 40) + besides;
    case "unknown":
      return 5;
    case "branch":
      return 10 + besides;
    case "body":
      return 30;
    case "rule":
      return 50;
  }
}

/** "`Distance < 1m` alone leads to StopMachine", where a rule did something, or nothing, because of one atom. */
function sayWithActions({ part, item }: Obligation, { actions, pending }: Decision): string | null {
  if (part.kind !== "atom" || !part.alone || item.kind !== "if") return null;
  const taken = [...actions, ...pending].filter(({ rule }) => rule === item.id);
  const names = [...new Set(taken.map(({ name }) => name))].slice(0, 2).join(" and ");
  const atom = `\`${part.atom.text}\``;
  if (part.value) {
    if (names !== "")
      return part.atoms > 1 ? `${atom} alone leads to ${names}` : `${atom} leads to ${names}`;
    return `${atom} keeps ${item.id} from acting`;
  }
  return names === ""
    ? `without ${atom} ${item.id} does nothing`
    : `without ${atom} ${item.id} takes ${names}`;
}

/** What the comment lists: each thing once, without what another implies. */
export function commentsOf(shown: readonly Obligation[]): readonly string[] {
  const telling = shown.filter((obligation) => !isImplied(obligation, shown));
  return [...new Set(telling.map(describeObligation))];
}

function isImplied({ part, item }: Obligation, shown: readonly Obligation[]): boolean {
  if (part.kind === "rule") return item.kind !== "failsafe";
  if (part.kind !== "atom" || part.alone) return false;
  return shown.some(
    (other) =>
      other.part.kind === "atom" &&
      other.part.alone &&
      other.part.atom === part.atom &&
      other.part.value === part.value,
  );
}

// Who may take which action, who has to agree, and which rules take it.
import type { Analysis } from "../semantics/analysis.ts";
import { assignActors } from "../semantics/authority.ts";
import type { DescribedAction, DescribedActor } from "./description.ts";

/** The document's actors and those of its imports, in order. */
export function describeActors({ actors }: Analysis): readonly DescribedActor[] {
  const limited = actors.some(({ may }) => may !== null);
  return actors.map(({ role, rank, may, approves }) => ({
    role,
    rank,
    may: limited ? (may ?? []) : null,
    approves,
  }));
}

/** Every action that a rule takes or an actor may take, in order of first mention. */
export function describeActions({ actions, actors }: Analysis): readonly DescribedAction[] {
  const named = [...actions.values()].filter(({ mentions }) =>
    mentions.some(({ role }) => role === "taken" || role === "may" || role === "approves"),
  );
  const assigned = assignActors(
    named.map(({ name }) => name),
    actors,
  );
  return named.map(({ name, mentions }, index) => ({
    name,
    actors: assigned[index]?.actors ?? [],
    approvers: assigned[index]?.approvers ?? [],
    rules: [...new Set(mentions.flatMap(({ role, by }) => (role === "taken" ? [by] : [])))],
  }));
}

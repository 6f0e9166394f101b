// Who may take which action, who has to agree, and which rules take it.
import type { Analysis } from "../semantics/analysis.ts";
import { assignActors } from "../semantics/authority.ts";
import type { DescribedAction, DescribedActor } from "./description.ts";

/** The document's actors and those of its imports, in order; what is said of one in several places is said once. */
export function describeActors({ actors }: Analysis): readonly DescribedActor[] {
  const limited = actors.some(({ may }) => may !== null);
  const described = new Map<string, DescribedActor>();
  for (const { role, rank, may, approves } of actors) {
    const key = `${rank} ${role}`;
    const before = described.get(key);
    described.set(key, {
      role,
      rank,
      may: limited ? [...new Set([...(before?.may ?? []), ...(may ?? [])])] : null,
      approves: [...new Set([...(before?.approves ?? []), ...approves])],
    });
  }
  return [...described.values()];
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

// Who may take which action, who must agree, and which names of actions lead nowhere.

import type { Reporter } from "../diagnostics/diagnostic.ts";
import * as diagnostics from "../diagnostics/om3-actions.ts";
import type { SourceText } from "../source/source-text.ts";
import { moveSpan } from "../source/span.ts";
import type { Document, Name } from "../syntax/tree.ts";
import type { ActionInformation, ActionMention, ActorInformation } from "./analysis.ts";
import type { ProgramActionName } from "./program.ts";
import type { Suggest } from "./suggestions.ts";

/** Mentions of actions by name, in order of first mention. */
export type ActionTable = Map<
  string,
  { readonly name: string; readonly mentions: ActionMention[] }
>;

export function mention(table: ActionTable, name: string, at: ActionMention): void {
  const known = table.get(name);
  if (known === undefined) table.set(name, { name, mentions: [at] });
  else known.mentions.push(at);
}

/** The names of the actions that rules or FAILSAFE take, in order of first mention. */
export function actionsTaken(table: ReadonlyMap<string, ActionInformation>): readonly string[] {
  return [...table.values()].filter(isTaken).map(({ name }) => name);
}

export function isTaken(action: ActionInformation | undefined): boolean {
  return action?.mentions.some(({ role }) => role === "taken") === true;
}

/** The actors of one document, and their mentions of actions. */
export function collectActors(
  document: Document,
  source: SourceText,
  table: ActionTable,
): readonly ActorInformation[] {
  const actors: ActorInformation[] = [];
  for (const section of document.sections) {
    for (const { body, start } of section.items) {
      if (body.kind !== "actor") continue;
      const { role, rank, may, approves } = body;
      const place = { file: source.file, span: moveSpan(role.span, start) };
      const mentionAll = (names: readonly Name[], as: "may" | "approves"): void => {
        for (const name of names) {
          const span = moveSpan(name.span, start);
          mention(table, name.text, { file: source.file, span, role: as, by: role.text });
        }
      };
      mentionAll(may ?? [], "may");
      mentionAll(approves, "approves");
      actors.push({
        role: role.text,
        rank: rank.text,
        may: may?.map((name) => name.text) ?? null,
        approves: approves.map((name) => name.text),
        place,
      });
    }
  }
  return actors;
}

/** Actions with their actors and approvers. Without any MAY list every actor that does not only approve may act. */
export function assignActors(
  actions: readonly string[],
  actors: readonly ActorInformation[],
): readonly ProgramActionName[] {
  const listed = actors.some(({ may }) => may !== null);
  const rights = actors.map(({ role, may, approves }) => ({
    role,
    may: may === null ? null : new Set(may),
    approves: new Set(approves),
  }));
  return actions.map((name) => ({
    name,
    actors: rolesOf(rights, ({ may, approves }) =>
      listed ? may?.has(name) === true : !approves.has(name),
    ),
    approvers: rolesOf(rights, ({ approves }) => approves.has(name)),
  }));
}

function rolesOf<Actor extends { readonly role: string }>(
  actors: readonly Actor[],
  holds: (actor: Actor) => boolean,
): readonly string[] {
  return [...new Set(actors.filter(holds).map(({ role }) => role))];
}

/** Reports actions outside all MAY lists, and approvals of actions that no rule takes. */
export function checkAuthority(
  table: ActionTable,
  actors: readonly ActorInformation[],
  file: string,
  suggest: Suggest,
  report: Reporter,
): void {
  const taken = actionsTaken(table);
  const allowed = new Set(actors.flatMap(({ may }) => may ?? []));
  if (actors.some(({ may }) => may !== null)) {
    const unused = [...allowed].filter((other) => !isTaken(table.get(other)));
    const roles = rolesOf(actors, ({ may }) => may !== null);
    for (const name of taken) {
      const first = table.get(name)?.mentions.find(({ role }) => role === "taken");
      if (first === undefined || allowed.has(name)) continue;
      report.report(diagnostics.noActorMay, first.span, {
        name,
        suggestions: suggest(name, unused),
        roles,
      });
    }
  }
  for (const { name, mentions } of table.values()) {
    const approval = mentions.find((each) => each.role === "approves" && each.file === file);
    if (approval === undefined || isTaken(table.get(name))) continue;
    report.report(diagnostics.authorityOverNothing, approval.span, {
      name,
      word: "APPROVES",
      suggestions: suggest(name, taken),
    });
  }
}

// The call hierarchy of actions: an action is "called" by the rules that take it, a rule "calls" the actions it takes.
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  SymbolKind,
} from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { occurrencesIn } from "../symbols/project-occurrences.ts";
import type { Occurrence } from "../symbols/symbol.ts";
import { toOffset, toRange } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";

/** The action or rule at a position as the root of a hierarchy. */
export function prepareCallHierarchy(
  document: ServiceDocument,
  position: Position,
): readonly CallHierarchyItem[] {
  const offset = toOffset(document.source, position);
  const found = document.symbols.at(offset);
  if (found?.symbol.kind === "action") return [actionItem(found, document)];
  const rule = ruleAround(document, offset);
  return rule === null ? [] : [rule.item];
}

/** The rules that take an action, over the workspace; a rule is called by nothing. */
export function findIncomingCalls(
  item: CallHierarchyItem,
  document: ServiceDocument,
  workspace: Workspace,
): readonly CallHierarchyIncomingCall[] {
  if (item.kind !== SymbolKind.Method) return [];
  const found = document.symbols.at(toOffset(document.source, item.selectionRange.start));
  if (found === null) return [];
  const calls = new Map<string, CallHierarchyIncomingCall>();
  for (const { document: inside, occurrence } of occurrencesIn(found.symbol, document, workspace)) {
    if (occurrence.use !== "write") continue;
    const rule = ruleAround(inside, occurrence.span.start);
    if (rule === null) continue;
    const key = `${inside.uri} ${rule.item.name}`;
    const known = calls.get(key)?.fromRanges ?? [];
    const range = toRange(inside.source, occurrence.span);
    calls.set(key, { from: rule.item, fromRanges: [...known, range] });
  }
  return [...calls.values()];
}

/** The actions that a rule takes; an action calls nothing. */
export function findOutgoingCalls(
  item: CallHierarchyItem,
  document: ServiceDocument,
): readonly CallHierarchyOutgoingCall[] {
  if (item.kind !== SymbolKind.Function) return [];
  const { source, symbols } = document;
  const rule = ruleAround(document, toOffset(source, item.selectionRange.start));
  if (rule === null) return [];
  const calls = new Map<string, CallHierarchyOutgoingCall>();
  for (const occurrence of symbols.occurrences) {
    const { symbol, span, use } = occurrence;
    const isInside = rule.start <= span.start && span.end <= rule.end;
    if (!isInside || symbol.kind !== "action" || use !== "write") continue;
    const known = calls.get(symbol.key);
    const fromRanges = [...(known?.fromRanges ?? []), toRange(source, span)];
    calls.set(symbol.key, { to: known?.to ?? actionItem(occurrence, document), fromRanges });
  }
  return [...calls.values()];
}

function actionItem({ symbol, span }: Occurrence, document: ServiceDocument): CallHierarchyItem {
  const range = toRange(document.source, span);
  const { name } = symbol;
  return { name, kind: SymbolKind.Method, uri: document.uri, range, selectionRange: range };
}

interface RuleAround {
  readonly item: CallHierarchyItem;
  readonly start: number;
  readonly end: number;
}

/** The innermost rule that an offset is in. */
function ruleAround(document: ServiceDocument, offset: number): RuleAround | null {
  const { meanings, source, uri, file } = document;
  if (meanings.file !== file || meanings.document.suiteFor !== null) return null;
  const around = meanings.rules.filter(({ span }) => span.start <= offset && offset <= span.end);
  const rule = around.at(-1);
  if (rule === undefined) return null;
  const range = toRange(source, rule.span);
  const start = toRange(source, { start: rule.span.start, end: rule.span.start });
  return {
    item: { name: rule.id, kind: SymbolKind.Function, uri, range, selectionRange: start },
    ...rule.span,
  };
}

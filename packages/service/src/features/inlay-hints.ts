// Inlay hints: units that were inferred, ids of rules without a label, names of positional parameters.
import { findFunction, moveSpan, type Span, type Tree } from "@omega/core";
import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toPosition, toSpan } from "../text-range.ts";

/** Which hints a person wants to see. */
export interface InlayHintChoice {
  readonly units: boolean;
  readonly ruleIds: boolean;
  readonly parameters: boolean;
}

export const allInlayHints: InlayHintChoice = { units: true, ruleIds: true, parameters: true };

/** The hints within a range, in order of place. */
export function findInlayHints(
  document: ServiceDocument,
  range: Range,
  choice: InlayHintChoice = allInlayHints,
): readonly InlayHint[] {
  const span = toSpan(document.source, range);
  const hints = [
    ...(choice.units ? unitHints(document, span) : []),
    ...(choice.ruleIds ? ruleHints(document, span) : []),
    ...(choice.parameters ? parameterHints(document, span) : []),
  ];
  return hints
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...hint }) => ({ ...hint, position: toPosition(document.source, offset) }));
}

type PlacedHint = Omit<InlayHint, "position"> & { readonly offset: number };

/** Behind the first mention of an attribute that nothing declares, the unit its uses give it. */
function unitHints(
  { meanings, file }: ServiceDocument,
  { start, end }: Span,
): readonly PlacedHint[] {
  return [...meanings.attributes.values()].flatMap(({ declaration, firstUse, type }) => {
    if (declaration !== null || firstUse === null || firstUse.file !== file) return [];
    const { span } = firstUse;
    if (span.start < start || span.end > end) return [];
    if (type.kind !== "number" || type.unit.symbol === "") return [];
    const tooltip = "not declared: the unit is inferred from what it is compared with";
    return [
      { offset: span.end, label: `: ${type.unit.symbol}`, kind: InlayHintKind.Type, tooltip },
    ];
  });
}

/** Before a rule without a label, the id by which decisions and TRACE name it. */
function ruleHints(
  { meanings, file }: ServiceDocument,
  { start, end }: Span,
): readonly PlacedHint[] {
  if (meanings.document.suiteFor !== null || meanings.file !== file) return [];
  return meanings.rules.flatMap(({ id, rule, span }) => {
    if (span.start < start || span.end > end) return [];
    switch (rule.kind) {
      case "let":
      case "set":
      case "failsafe":
        return [];
      case "if":
      case "for":
      case "while":
      case "match":
        return rule.label === null
          ? [{ offset: span.start, label: `${id}:`, paddingRight: true }]
          : [];
    }
  });
}

/** Before positional arguments of functions that take more than one, the names of the parameters. */
function parameterHints(
  { tree, source }: ServiceDocument,
  { start, end }: Span,
): readonly PlacedHint[] {
  const hints: PlacedHint[] = [];
  for (const { items } of tree.sections) {
    for (const item of items) {
      if (item.end < start || item.start > end) continue;
      for (const call of callsIn(item.body)) {
        const { parameters = [] } = findFunction(call.path)?.signatures.find(
          (signature) => signature.parameters.length === call.arguments.length,
        ) ?? { parameters: [] };
        if (parameters.length < 2) continue;
        for (const [position, { span }] of call.arguments.entries()) {
          const at = moveSpan(span, item.start);
          const name = parameters[position]?.name;
          if (name === undefined || at.start < start || at.end > end) continue;
          if (source.text.slice(at.start, at.end) === name) continue;
          const label = `${name}:`;
          const kind = InlayHintKind.Parameter;
          hints.push({ offset: at.start, label, kind, paddingRight: true });
        }
      }
    }
  }
  return hints;
}

/** Every call below a node of the tree. */
function callsIn(body: Tree.ItemBody): readonly Tree.CallExpression[] {
  const calls: Tree.CallExpression[] = [];
  const pending: unknown[] = [body];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if (isCall(next)) calls.push(next);
    pending.push(...Object.values(next));
  }
  return calls;
}

/** Of what a tree is made of only calls have this kind. */
function isCall(node: object): node is Tree.CallExpression {
  return "kind" in node && node.kind === "call";
}

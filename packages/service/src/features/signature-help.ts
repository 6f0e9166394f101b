// Signature help: the ways to call the function around the cursor, and the arguments that an action is given elsewhere.
import {
  findFunction,
  moveSpan,
  printExpression,
  printSignatures,
  type Span,
  type Tree,
} from "@omega/core";
import type { Position, SignatureHelp, SignatureInformation } from "vscode-languageserver-types";
import { type Situation, situationAt, textOf } from "../completion/situation.ts";
import type { ServiceDocument } from "../service-document.ts";
import { toOffset } from "../text-range.ts";

/** Characters behind which editors should ask. */
export const signatureTriggers = ["(", ","] as const;

/** The signatures of the call that a position is inside, with the argument it is at; null outside of calls. */
export function findSignatureHelp(
  document: ServiceDocument,
  position: Position,
): SignatureHelp | null {
  const offset = toOffset(document.source, position);
  const situation = situationAt(document, offset);
  const call = callAround(situation);
  if (call === null) return null;
  const signatures = signaturesOf(call.path, document, offset);
  if (signatures.length === 0) return null;
  const fitting = signatures.findIndex(({ parameters = [] }) => parameters.length > call.argument);
  return {
    signatures: [...signatures],
    activeSignature: Math.max(0, fitting),
    activeParameter: call.argument,
  };
}

interface Call {
  readonly path: readonly string[];
  /** Position of the argument, from 0. */
  readonly argument: number;
}

function callAround(situation: Situation): Call | null {
  const { tokens } = situation;
  let closed = 0;
  let argument = 0;
  for (let index = tokens.length - 1; index > 0; index--) {
    const kind = tokens[index]?.kind;
    if (kind === ")" || kind === "]" || kind === "}") closed++;
    else if (closed > 0 && (kind === "(" || kind === "[" || kind === "{")) closed--;
    else if (kind === "," && closed === 0) argument++;
    else if (kind === "(") {
      const path = pathBefore(situation, index);
      return path.length === 0 ? null : { path, argument };
    } else if (kind === "[" || kind === "{") argument = 0;
  }
  return null;
}

function pathBefore(situation: Situation, end: number): readonly string[] {
  const path: string[] = [];
  for (let index = end - 1; index >= 0; index -= 2) {
    const token = situation.tokens[index];
    if (token === undefined || (token.kind !== "word" && token.kind !== "quoted")) break;
    path.unshift(textOf(situation, token).replaceAll("`", ""));
    if (situation.tokens[index - 1]?.kind !== "::") break;
  }
  return path;
}

function signaturesOf(
  path: readonly string[],
  document: ServiceDocument,
  offset: number,
): readonly SignatureInformation[] {
  const definition = findFunction(path);
  if (definition !== null) {
    return printSignatures(definition).map((label) => ({
      label,
      documentation: definition.summary,
      parameters: parametersOf(label),
    }));
  }
  return path.length === 1 ? callsOfAction(path[0] ?? "", document, offset) : [];
}

/** The parameters of `avg(list: [u]) → u` by their places in it. */
function parametersOf(label: string): { label: [number, number] }[] {
  const open = label.indexOf("(") + 1;
  const parameters: { label: [number, number] }[] = [];
  let depth = 0;
  let start = open;
  for (let index = open; index < label.length; index++) {
    const character = label.charAt(index);
    if (depth === 0 && (character === "," || character === ")")) {
      if (index > start) parameters.push({ label: [start, index] });
      if (character === ")") break;
      start = index + 2;
    } else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (character === "|") depth += isOpening(label, index) ? 1 : -1;
  }
  return parameters;
}

/** The `|x, y|` of a lambda: its first stroke follows `: `. */
function isOpening(label: string, index: number): boolean {
  return label.charAt(index - 2) === ":";
}

/** How the policy's other rules give arguments to an action, each way once. */
function callsOfAction(
  name: string,
  document: ServiceDocument,
  cursor: number,
): readonly SignatureInformation[] {
  const ways = new Map<string, SignatureInformation>();
  for (const { action, span } of actionsOf(document)) {
    if (action.name.text !== name || action.arguments.length === 0) continue;
    if (span !== null && span.start <= cursor && cursor <= span.end) continue;
    const labels = action.arguments.map((argument) =>
      argument.name === null ? printExpression(argument.value) : `${argument.name.text}: …`,
    );
    const label = `${name}(${labels.join(", ")})`;
    ways.set(label, { label, parameters: parametersOf(label) });
  }
  return [...ways.values()];
}

interface PlacedAction {
  readonly action: Tree.Action;
  /** Its place in this document; null in the policy of a suite. */
  readonly span: Span | null;
}

function* actionsOf({ meanings, file }: ServiceDocument): Iterable<PlacedAction> {
  const isOwn = meanings.file === file && meanings.document.suiteFor === null;
  for (const { rule, item, parent } of meanings.rules) {
    if (parent !== null) continue;
    for (const action of actionsOfRule(rule)) {
      yield { action, span: isOwn ? moveSpan(action.span, item.start) : null };
    }
  }
}

function* actionsOfRule(body: Tree.ItemBody): Iterable<Tree.Action> {
  switch (body.kind) {
    case "if":
      for (const { actions } of body.branches) yield* actions;
      yield* body.otherwise ?? [];
      yield* body.unknown ?? [];
      return;
    case "for":
    case "while":
      for (const { rule } of body.body) yield* actionsOfRule(rule);
      yield* body.unknown ?? [];
      return;
    case "match":
      for (const { actions } of body.arms) yield* actions;
      yield* body.unknown ?? [];
      return;
    case "failsafe":
      yield* body.actions;
      return;
    default:
      return;
  }
}

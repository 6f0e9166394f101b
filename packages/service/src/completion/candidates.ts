// What completion offers: attributes, names, members, functions, actions, units, values and keywords, each described.
import {
  callableNames,
  describeType,
  findFunction,
  type Keyword,
  keywordMeanings,
  printName,
  printSignatures,
  type Type,
  typeSource,
  type Unit,
  unitsOfDimension,
} from "@omega/core";
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
} from "vscode-languageserver-types";
import { nameOfUnit } from "../describe-quantity.ts";
import type { ServiceDocument } from "../service-document.ts";
import type { BoundTypes } from "./scope.ts";
import type { Situation } from "./situation.ts";

/** What is offered before what: the lower, the earlier. Editors sort by text within a rank. */
const ranks = { expected: 0, name: 1, action: 1, keyword: 2, function: 3, snippet: 4 } as const;

function item(
  label: string,
  kind: CompletionItemKind,
  rank: number,
  more: Partial<CompletionItem> = {},
): CompletionItem {
  return { label, kind, sortText: `${rank} ${label}`, ...more };
}

/** Attributes and bound names that can be read here. */
export function nameCandidates(situation: Situation, bound: BoundTypes): readonly CompletionItem[] {
  const locals = [...bound].map(([name, type]) =>
    item(name, CompletionItemKind.Variable, ranks.name, { detail: printed(type) }),
  );
  return [...locals, ...attributeCandidates(situation).filter(({ label }) => !bound.has(label))];
}

/** The document's attributes, declared or met in use; not the word that is being typed. */
export function attributeCandidates({
  document,
  prefix,
  prefixStart,
}: Situation): readonly CompletionItem[] {
  return [...document.meanings.attributes.values()]
    .filter(
      ({ name, declaration }) =>
        declaration !== null || name !== prefix || isReadElsewhere(name, prefixStart, document),
    )
    .map(({ name, type }) =>
      item(name, CompletionItemKind.Field, ranks.name, {
        detail: printed(type),
        documentation: describeType(type),
        insertText: printName(name),
      }),
    );
}

/** Whether an attribute is mentioned anywhere but at one place. */
function isReadElsewhere(name: string, start: number, { symbols }: ServiceDocument): boolean {
  return symbols.occurrences.some(
    ({ symbol, span }) =>
      symbol.kind === "attribute" && symbol.name === name && span.start !== start,
  );
}

/** The members of a record; nothing for any other type. */
export function memberCandidates(type: Type): readonly CompletionItem[] {
  if (type.kind !== "record") return [];
  return type.fields.map(({ name, type: of, optional }) =>
    item(name, CompletionItemKind.Property, ranks.name, {
      detail: `${printed(of)}${optional ? ", may be absent" : ""}`,
      insertText: printName(name),
    }),
  );
}

/** The standard functions by every name they may be called with; below `path` only the rest of the name. */
export function functionCandidates(path: string | null): readonly CompletionItem[] {
  const seen = new Map<string, CompletionItem>();
  for (const name of callableNames()) {
    const definition = findFunction(name.split("::"));
    if (definition === null) continue;
    const isQualified = name.includes("::");
    if (path === null ? isQualified && definition.bare : !name.startsWith(`${path}::`)) continue;
    const rest = path === null ? name : name.slice(path.length + 2);
    const [part = rest, ...deeper] = rest.split("::");
    if (deeper.length > 0 && path !== null) {
      seen.set(part, item(part, CompletionItemKind.Module, ranks.function, {}));
      continue;
    }
    seen.set(
      rest,
      item(rest, CompletionItemKind.Function, ranks.function, {
        detail: printSignatures(definition)[0] ?? "",
        documentation: definition.summary,
        insertText: `${rest}($1)`,
        insertTextFormat: InsertTextFormat.Snippet,
      }),
    );
  }
  return [...seen.values()];
}

/** The actions of the document; those that an actor may take come first. */
export function actionCandidates({ document, prefix }: Situation): readonly CompletionItem[] {
  const { actions, actors } = document.meanings;
  const names = new Set([...actions.keys(), ...actors.flatMap(({ may }) => may ?? [])]);
  return [...names]
    .filter((name) => name !== "")
    .filter((name) => name !== prefix || (actions.get(name)?.mentions.length ?? 0) > 1)
    .map((name) => {
      const allowed = actors.filter(({ may }) => may?.includes(name) === true);
      const approving = actors.filter(({ approves }) => approves.includes(name));
      const words = [
        ...allowed.map(({ role }) => `may: ${role}`),
        ...approving.map(({ role }) => `approves: ${role}`),
      ];
      const rank = allowed.length > 0 ? ranks.expected : ranks.action;
      return item(name, CompletionItemKind.Method, rank, {
        detail: words.join(", "),
        insertText: printName(name),
      });
    });
}

/** The units a number may carry here: those of the dimension in play, else what the document itself uses. */
export function unitCandidates(expected: Type, { document }: Situation): readonly CompletionItem[] {
  if (expected.kind === "number" && expected.unit.symbol !== "") {
    const own = expected.unit;
    return unitsOfDimension(own.dimension).map((unit) =>
      unitCandidate(unit, unit.symbol === own.symbol ? ranks.expected : ranks.name),
    );
  }
  const used = new Map<string, CompletionItem>();
  for (const { type } of document.meanings.attributes.values()) {
    if (type.kind !== "number" || type.unit.symbol === "") continue;
    used.set(type.unit.symbol, unitCandidate(type.unit, ranks.name));
  }
  return [...used.values()];
}

function unitCandidate({ symbol }: Unit, rank: number): CompletionItem {
  return item(symbol, CompletionItemKind.Unit, rank, { detail: nameOfUnit(symbol) });
}

/** The values that a type says itself: members of an enumeration, true and false. */
export function valueCandidates(type: Type): readonly CompletionItem[] {
  if (type.kind === "boolean") {
    return ["true", "false"].map((word) => item(word, CompletionItemKind.Value, ranks.expected));
  }
  if (type.kind !== "text" || type.values === null) return [];
  return type.values.map((value) =>
    item(JSON.stringify(value), CompletionItemKind.EnumMember, ranks.expected),
  );
}

/** Keywords with what they mean. */
export function keywordCandidates(words: readonly Keyword[]): readonly CompletionItem[] {
  return words.map((word) =>
    item(word, CompletionItemKind.Keyword, ranks.keyword, { documentation: keywordMeanings[word] }),
  );
}

/** Plain words that begin something: labels of entries, kinds of constraints. */
export function wordCandidates(words: Readonly<Record<string, string>>): readonly CompletionItem[] {
  return Object.entries(words).map(([label, insertText], index) => ({
    label,
    kind: CompletionItemKind.Text,
    // In the order given, which is the order in which people write them.
    sortText: `${ranks.name} ${String(index).padStart(2, "0")}`,
    insertText,
    insertTextFormat: InsertTextFormat.Snippet,
  }));
}

/** Pieces of text with places to fill in. */
export function snippetCandidates(
  snippets: readonly { readonly label: string; readonly body: string; readonly about: string }[],
): readonly CompletionItem[] {
  return snippets.map(({ label, body, about }) =>
    item(label, CompletionItemKind.Snippet, ranks.snippet, {
      detail: about,
      insertText: body,
      insertTextFormat: InsertTextFormat.Snippet,
    }),
  );
}

function printed(type: Type): string {
  return typeSource(type) ?? describeType(type);
}

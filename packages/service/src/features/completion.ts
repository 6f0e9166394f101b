// Completion: what may stand at the cursor, and nothing else.
import { type Keyword, nearestNames } from "@omega/core";
import {
  type CompletionItem,
  CompletionItemKind,
  type Position,
} from "vscode-languageserver-types";
import {
  actionCandidates,
  attributeCandidates,
  functionCandidates,
  keywordCandidates,
  memberCandidates,
  nameCandidates,
  unitCandidates,
  valueCandidates,
  wordCandidates,
} from "../completion/candidates.ts";
import { positionAfter } from "../completion/position.ts";
import { boundTypes, expectedType, typeOfPathBefore } from "../completion/scope.ts";
import {
  beginningCandidates,
  entryCandidates,
  fileCandidates,
  headerCandidates,
} from "../completion/sections.ts";
import { type Situation, situationAt, textOf } from "../completion/situation.ts";
import type { ServiceDocument } from "../service-document.ts";
import { toOffset, toPosition } from "../text-range.ts";

/** Characters behind which editors should ask without being told to. */
export const completionTriggers = [".", ":", "<", "[", '"', " "] as const;

/**
 * What may stand at a position, each with the edit that puts it there. `files` are the paths an IMPORT may name from this
 * document.
 */
export function findCompletions(
  document: ServiceDocument,
  position: Position,
  files: readonly string[] = [],
): readonly CompletionItem[] {
  const offset = toOffset(document.source, position);
  const situation = situationAt(document, offset);
  if (isInComment(situation)) return [];
  const pathStart = startOfPath(situation);
  if (pathStart !== null) return withEdits(fileCandidates(files), pathStart, situation);
  const units = unitsAfterNumber(situation);
  if (units !== null) return units;
  const candidates = nearestFirst(candidatesAt(situation), situation);
  return withEdits(candidates, situation.prefixStart, situation);
}

/**
 * Editors show what has the letters that are typed. Where no candidate begins with them, `Distamce`, the nearest names that
 * resolve are shown as well, and come first.
 */
function nearestFirst(
  candidates: readonly CompletionItem[],
  { prefix, document }: Situation,
): readonly CompletionItem[] {
  const typed = prefix.toLowerCase();
  if (candidates.some(({ label }) => label.toLowerCase().startsWith(typed))) return candidates;
  const { attributes } = document.meanings;
  const names = candidates
    .filter(({ kind, label }) => isName(kind) && attributes.get(label)?.declaration !== null)
    .map(({ label }) => label);
  const near = nearestNames(prefix, names);
  return candidates.map((candidate) => {
    const rank = near.indexOf(candidate.label);
    return rank < 0
      ? candidate
      : { ...candidate, filterText: prefix, sortText: ` ${rank}`, preselect: rank === 0 };
  });
}

function isName(kind: CompletionItem["kind"]): boolean {
  return kind !== CompletionItemKind.Keyword && kind !== CompletionItemKind.Snippet;
}

/** Where the path begins that an IMPORT or the header of a suite names up to the cursor; null elsewhere. */
function startOfPath({ offset, line, section, item }: Situation): number | null {
  const before =
    section === "IMPORT" && item !== null
      ? /^\s*-\s*"(?=[^"]*$)/.exec(line)
      : /^EXAMPLES\s+FOR\s+"(?=[^"]*$)/i.exec(line);
  return before === null ? null : offset - line.length + before[0].length;
}

function candidatesAt(situation: Situation): readonly CompletionItem[] {
  const { section, item, atMargin } = situation;
  if (atMargin) return headerCandidates(situation);
  if (section === null || item === null) return [];
  if (/^-\s*$/.test(item)) return beginningCandidates(situation);
  const entry = entryCandidates(situation);
  return entry ?? formalCandidates(situation);
}

function formalCandidates(situation: Situation): readonly CompletionItem[] {
  const { section, item, tokens } = situation;
  if (tokens.at(-1)?.kind === "invalid" || isInText(situation)) return [];
  if (section === "ACTOR") return actorCandidates(situation);
  if (section === "CONSTRAINT" && !isClause(item ?? "")) {
    // One word may become an action that requires another; more are a sentence.
    return keywordCandidates(
      /:\s*[\p{L}\p{N}_]+\s+$/u.test(item ?? "") ? ["REQUIRES", "BEFORE"] : [],
    );
  }
  const bound = boundTypes(situation);
  const position = positionAfter(tokens);
  switch (position.kind) {
    case "beginning":
      return beginningCandidates(situation);
    case "operand": {
      const values = valueCandidates(expectedType(situation, bound));
      if (section === "EXAMPLE")
        return isValueGiven(tokens) ? values : attributeCandidates(situation);
      const words = keywordCandidates(["NOT", "ANY", "ALL", "NONE", "TRUE", "FALSE"]);
      return [
        ...values,
        ...nameCandidates(situation, bound),
        ...functionCandidates(null),
        ...words,
      ];
    }
    case "operator":
      return keywordCandidates(operatorsFor(position.clause));
    case "action":
      return actionCandidates(situation);
    case "after action":
      return keywordCandidates(continuationsFor(position.clause));
    case "member":
      return memberCandidates(typeOfPathBefore(situation, position.end, bound));
    case "function path":
      return functionCandidates(functionPath(situation, position.end));
    case "changeable name":
      return nameCandidates(situation, bound).filter(({ label }) => bound.has(label));
    case "loop name":
      return loopNames(situation);
    case "keyword":
      return keywordCandidates(position.words);
    case "new name":
      return [];
  }
}

/** Behind `GIVEN Mode =` and inside brackets stand values, which are literals; else names. */
function isValueGiven(tokens: Situation["tokens"]): boolean {
  let open = 0;
  for (const { kind } of tokens) {
    if (kind === "[" || kind === "{" || kind === "(") open++;
    else if (kind === "]" || kind === "}" || kind === ")") open--;
  }
  return open > 0 || tokens.at(-1)?.kind === "=";
}

const comparisons: readonly Keyword[] = [
  "AND",
  "OR",
  "IN",
  "NOT",
  "BETWEEN",
  "IS",
  "CONTAINS",
  "STARTS",
  "ENDS",
  "MATCHES",
  "MOD",
];

function operatorsFor(clause: Keyword | null): readonly Keyword[] {
  switch (clause) {
    case "IF":
      return ["THEN", ...comparisons];
    case "WHILE":
      return [...comparisons, "MAX"];
    case "FOR":
      return ["WHERE"];
    case "GIVEN":
      return ["AT"];
    case "LET":
    case "SET":
      return ["MOD"];
    default:
      return comparisons;
  }
}

function continuationsFor(clause: Keyword | null): readonly Keyword[] {
  switch (clause) {
    case "THEN":
      return ["ELSE", "UNKNOWN"];
    case "ELSE":
      return ["UNKNOWN"];
    case "NEVER":
      return ["AND", "WHEN", "UNLESS"];
    case "ALWAYS":
      return ["WHEN"];
    case "OF":
      return ["PER"];
    case "MAY":
      return ["APPROVES"];
    default:
      return [];
  }
}

/** Behind the role MAY and APPROVES, behind those the actions. */
function actorCandidates(situation: Situation): readonly CompletionItem[] {
  const text = situation.item ?? "";
  if (/:\s*$/.test(text)) return wordCandidates({});
  if (/\b(?:MAY|APPROVES)\b(?:[^,]*,)*\s*$/i.test(text)) return actionCandidates(situation);
  const words: Keyword[] = /\bAPPROVES\b/i.test(text)
    ? []
    : /\bMAY\b/i.test(text)
      ? ["APPROVES"]
      : ["MAY", "APPROVES"];
  return keywordCandidates(words);
}

function loopNames({ document }: Situation): readonly CompletionItem[] {
  const names = document.meanings.locals
    .filter(({ kind }) => kind === "loop")
    .map(({ name }) => name);
  return wordCandidates(Object.fromEntries(names.map((name) => [name, name])));
}

/** `std::math` of `std::math::`. */
function functionPath(situation: Situation, end: number): string {
  const parts: string[] = [];
  for (let index = end - 1; index >= 0; index -= 2) {
    const token = situation.tokens[index];
    if (token?.kind !== "word") break;
    parts.unshift(textOf(situation, token));
    if (situation.tokens[index - 1]?.kind !== "::") break;
  }
  return parts.join("::");
}

/**
 * The units for a number that ends at the cursor, with the letters of one typed or after one blank, which then goes: a
 * unit has no space before it. Null where no number ends here.
 */
function unitsAfterNumber(situation: Situation): readonly CompletionItem[] | null {
  const { document, offset, line } = situation;
  if (!takesQuantities(situation) || isInText(situation)) return null;
  const typed = /(?<![\p{L}\p{N}_.])\d+(?:\.\d+)?( ?)([\p{L}°%‰µ/^·\d]*)$/u.exec(line);
  if (typed === null) return null;
  const [, blank = "", letters = ""] = typed;
  if (/^\d*$/.test(letters) && letters !== "") return null;
  const start = offset - letters.length - blank.length;
  const before = situationAt(
    document,
    start -
      (/\d+(?:\.\d+)?$/.exec(line.slice(0, line.length - letters.length - blank.length))?.[0]
        .length ?? 0),
  );
  const expected = expectedType(before, boundTypes(before));
  const units = unitCandidates(expected, situation);
  const offered = withEdits(units, start, situation);
  if (blank === "") return offered;
  // `5 m` and `5 AND` both begin so: the words that may follow are offered as well.
  const others = withEdits(candidatesAt(situation), situation.prefixStart, situation);
  return [...offered.map((unit) => ({ ...unit, filterText: `${blank}${unit.label}` })), ...others];
}

/** Whether the text of a CONSTRAINT item begins as a formal clause does; in any other case it is prose. */
function isClause(item: string): boolean {
  return /:\s*(?:NEVER|ALWAYS|AT\s+MOST|EXACTLY|MAX)\b|\b(?:REQUIRES|BEFORE)\b/.test(item);
}

/** Whether a number at the cursor is one that may have a unit: in prose it is part of a sentence. */
function takesQuantities({ section, item }: Situation): boolean {
  if (item === null) return false;
  switch (section) {
    case "RULE":
    case "EXAMPLE":
      return true;
    case "CONTEXT":
      return /^-\s*(?:`[^`]*`|[^:`]+):\s*[-<[{\d]/.test(item);
    case "CONSTRAINT":
      return isClause(item);
    case "IMPACT":
      return /^-\s*Effect:/i.test(item);
    default:
      return false;
  }
}

function withEdits(
  candidates: readonly CompletionItem[],
  start: number,
  { document, offset }: Situation,
): readonly CompletionItem[] {
  const range = {
    start: toPosition(document.source, start),
    end: toPosition(document.source, offset),
  };
  return candidates.map(({ insertText, ...candidate }) => ({
    ...candidate,
    textEdit: { range, newText: insertText ?? candidate.label },
  }));
}

function isInComment({ line, section, item, tokens }: Situation): boolean {
  if ((section === "RULE" || section === "EXAMPLE" || section === "CONTEXT") && item !== null) {
    // Between the last token and the cursor there is nothing but blanks and comments.
    const behind = item.slice(tokens.at(-1)?.end ?? 0);
    if (/(?:#|\/\/)[^\r\n]*$/.test(behind)) return true;
  }
  return /^\s*(?:#|\/\/)/.test(line);
}

/** Inside a text that is not closed: an odd number of quotes before the cursor on its line. */
function isInText({ line }: Situation): boolean {
  return (line.replace(/\\./g, "").match(/"/g)?.length ?? 0) % 2 === 1;
}

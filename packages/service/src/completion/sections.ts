// What each section may hold: its header, the beginnings of its entries, and what follows their labels.
import { sectionKeywords, sectionMeanings, type Tree, unitTable } from "@omega/core";
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
} from "vscode-languageserver-types";
import {
  actionCandidates,
  attributeCandidates,
  snippetCandidates,
  wordCandidates,
} from "./candidates.ts";
import type { Situation } from "./situation.ts";
import { clauseSnippets, exampleSnippets, ruleSnippets } from "./snippets.ts";

/** Sections that may occur often. */
const repeatable: ReadonlySet<Tree.SectionKeyword> = new Set(["RULE", "EXAMPLE"]);

/** The headers that may still be written, in their order. */
export function headerCandidates({ document }: Situation): readonly CompletionItem[] {
  if (document.tree.suiteFor !== null) return [headerCandidate("EXAMPLE")];
  if (document.file.endsWith(suiteEnding) && document.tree.sections.length === 0) {
    return [suiteHeaderCandidate(document.file)];
  }
  const written = new Set(document.tree.sections.map(({ keyword }) => keyword));
  return sectionKeywords
    .filter((keyword) => repeatable.has(keyword) || !written.has(keyword))
    .map(headerCandidate);
}

function headerCandidate(keyword: Tree.SectionKeyword): CompletionItem {
  return {
    label: keyword,
    kind: CompletionItemKind.Class,
    detail: sectionMeanings[keyword],
    sortText: `0 ${String(sectionKeywords.indexOf(keyword)).padStart(2, "0")}`,
    insertText: headerText(keyword),
    insertTextFormat: InsertTextFormat.Snippet,
  };
}

/** What the files of suites end with: `cell.test.omni` has the examples of `cell.omni`. */
const suiteEnding = ".test.omni";

function suiteHeaderCandidate(file: string): CompletionItem {
  const name = file.slice(file.lastIndexOf("/") + 1, -suiteEnding.length);
  return {
    label: "EXAMPLES FOR",
    kind: CompletionItemKind.Class,
    detail: "the policy that these examples are about",
    insertText: `EXAMPLES FOR "\${1:${name}.omni}":\n\nEXAMPLE \${2:what is shown}:\n- $0`,
    insertTextFormat: InsertTextFormat.Snippet,
  };
}

function headerText(keyword: Tree.SectionKeyword): string {
  switch (keyword) {
    case "INTENT":
      return "INTENT: $0";
    case "EXAMPLE":
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
      return "EXAMPLE ${1:what is shown}:\n- $0";
    default:
      return `${keyword}:\n- $0`;
  }
}

const traceLabels = {
  Regulation: "Regulation: $0",
  Moral: "Moral: $0",
  Evidence: "Evidence: $0",
  Standards: "Standards: $0",
};

/** What an entry of a section may begin with. `bullet` stands before it where none is written yet. */
export function beginningCandidates(situation: Situation): readonly CompletionItem[] {
  switch (situation.section) {
    case "ACTOR":
      return wordCandidates({ Primary: "Primary: $0", Secondary: "Secondary: $0" });
    case "CONTEXT":
      return attributeCandidates(situation)
        .filter(({ label }) => isUndeclared(label, situation))
        .map((candidate) => ({
          ...candidate,
          insertText: `${candidate.insertText ?? candidate.label}: $0`,
          insertTextFormat: InsertTextFormat.Snippet,
        }));
    case "RULE":
      return snippetCandidates(ruleSnippets);
    case "CONSTRAINT":
      return wordCandidates({
        Safety: "Safety: $0",
        Legal: "Legal: $0",
        Ethical: "Ethical: $0",
        Technical: "Technical: $0",
        Moral: "Moral: $0",
        Environmental: "Environmental: $0",
      });
    case "IMPACT":
      return wordCandidates({
        Benefit: "Benefit: $0",
        Risk: "Risk: $0",
        "Trade-off": "Trade-off: $0",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
        Effect: "Effect: ${1:Action} ${2|RAISES,LOWERS|} ${3:Attribute} BY ${0:amount}",
      });
    case "TRACE":
      return wordCandidates(traceLabels);
    case "REVIEW":
      return wordCandidates({
        Interval: "Interval: $0",
        Criteria: "Criteria: $0",
        LastReviewed: "LastReviewed: $0",
        Owner: "Owner: $0",
      });
    case "EXAMPLE":
      return snippetCandidates(exampleSnippets);
    case "IMPORT":
      return wordCandidates({ '"…"': '"$0"' });
    case "INTENT":
    case "ASSUMPTION":
    case null:
      return [];
  }
}

function isUndeclared(name: string, { document }: Situation): boolean {
  return document.meanings.attributes.get(name)?.declaration === null;
}

/** What may follow the label of an entry in plain words, and what a type may be; null where the entry is a formal one. */
export function entryCandidates(situation: Situation): readonly CompletionItem[] | null {
  const { section, item } = situation;
  const text = item ?? "";
  switch (section) {
    case "CONTEXT":
      return contextCandidates(text);
    case "IMPORT":
      return [];
    case "CONSTRAINT":
      return /:\s*$/.test(text) ? snippetCandidates(clauseSnippets) : null;
    case "IMPACT":
      return effectCandidates(situation, text);
    case "TRACE":
      return /\[[^\]]*$/.test(text) ? ruleIds(situation) : [];
    case "REVIEW":
      return /^-\s*Interval:\s*$/i.test(text) ? wordCandidates(intervals) : [];
    case "INTENT":
    case "ASSUMPTION":
      return [];
    case "ACTOR":
    case "RULE":
    case "EXAMPLE":
    case null:
      return null;
  }
}

const intervals = {
  "30 Days": "30 Days",
  "3 Months": "3 Months",
  Weekly: "Weekly",
  Monthly: "Monthly",
  Yearly: "Yearly",
  Harian: "Harian",
  Mingguan: "Mingguan",
  Bulanan: "Bulanan",
};

/** Types inside the angle brackets, and the bracketed forms before them. */
function contextCandidates(text: string): readonly CompletionItem[] {
  if (/<[^>]*$/.test(text)) {
    const scalars = ["number", "integer", "boolean", "text", "time"].map((label) => ({
      label,
      kind: CompletionItemKind.Keyword,
      sortText: `0 ${label}`,
    }));
    const units = unitTable().map(({ symbol, english }) => ({
      label: symbol,
      kind: CompletionItemKind.Unit,
      detail: english,
      sortText: `1 ${symbol}`,
    }));
    return [...scalars, ...units];
  }
  if (!/:\s*$/.test(text)) return [];
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  return snippetCandidates([
    { label: "<number>", body: "<number>", about: "a plain number" },
    { label: "<boolean>", body: "<boolean>", about: "true or false" },
    { label: "<text>", body: "<text>", about: "text" },
    { label: "<time>", body: "<time>", about: "a point in time" },
    { label: "<m>", body: "<${1:m}>", about: "a quantity in that unit" },
    { label: "<0..100 %>", body: "<${1:0}..${2:100} ${3:%}>", about: "a quantity within a range" },
    { label: '<"a" | "b">', body: '<"${1:a}" | "${2:b}">', about: "one of several texts" },
    { label: "<[…]>", body: "<[${1:m}]>", about: "a list" },
    { label: "<{ … }>", body: "<{ ${1:name}: ${2:text} }>", about: "a record" },
    { label: "<C FRESH 5s>", body: "<${1:C} FRESH ${2:5s}>", about: "a reading that grows old" },
  ]);
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the syntax of snippets
}

/** The paths of other documents. */
export function fileCandidates(files: readonly string[]): readonly CompletionItem[] {
  return files.map((file) => ({ label: file, kind: CompletionItemKind.File }));
}

/** `Effect: Action RAISES Attribute BY`: the parts in their order. */
function effectCandidates(situation: Situation, text: string): readonly CompletionItem[] {
  const said = /^-\s*Effect:\s*(.*)$/is.exec(text)?.[1];
  if (said === undefined) return [];
  const words = said.trim() === "" ? [] : said.trim().split(/\s+/);
  switch (words.length) {
    case 0:
      return actionCandidates(situation);
    case 1:
      return wordCandidates({ RAISES: "RAISES", LOWERS: "LOWERS", SETS: "SETS" });
    case 2:
      return attributeCandidates(situation);
    case 3:
      return words[1]?.toUpperCase() === "SETS"
        ? wordCandidates({ TO: "TO " })
        : wordCandidates({ BY: "BY " });
    default:
      return [];
  }
}

function ruleIds({ document }: Situation): readonly CompletionItem[] {
  return document.meanings.rules
    .filter(({ rule }) => rule.kind !== "let" && rule.kind !== "set")
    .map(({ id, line }) => ({
      label: id,
      kind: CompletionItemKind.Reference,
      detail: `line ${line}`,
    }));
}

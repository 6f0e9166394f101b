// Terms as SMT-LIB 2: with print-text.ts all that knows the solver's language.
import { isPrintable, printLanguage, printText } from "./print-text.ts";
import { type Operator, partsOf, type Sort, type Term, variablesOf } from "./term.ts";
import { createTextTable, type TextTable } from "./text-table.ts";

/** A question in the solver's words. */
export interface Script {
  readonly text: string;
  /** What the numbers that stand for texts mean; null where texts are texts, because something looks inside one. */
  readonly texts: TextTable | null;
}

/**
 * Declarations and assertions of the terms; a term that occurs twice is named once. Texts are numbers, about which solvers
 * reason far sooner, unless something looks inside them. Null where one holds characters that the solver does not know.
 */
export function printScript(assertions: readonly Term[]): Script | null {
  const all = termsIn(assertions);
  const texts = [...all].some(looksInside) ? null : createTextTable();
  if (texts === null && ![...all].every((term) => term.kind !== "text" || isPrintable(term.value)))
    return null;
  const lines: string[] = [];
  for (const { name, sort } of variablesOf(assertions)) {
    lines.push(`(declare-const ${name} ${printSort(sort, texts)})`);
    if (sort === "Text" && texts !== null) lines.push(`(assert (<= 0 ${name}))`);
  }
  const names = new Map<Term, string>();
  const sorts = new Map<Term, Sort>();
  const shared = sharedTerms(assertions);
  const print = (term: Term): string => {
    const known = names.get(term);
    if (known !== undefined) return known;
    const text = printTerm(term, print, texts);
    const isRoot = term.kind === "apply" && term.operator === "root";
    if (!shared.has(term) && !isRoot) return text;
    const name = `t${names.size}`;
    const sort = printSort(sortOf(term, sorts), texts);
    // A name for the term, not a definition: the solver would write those out again at every use.
    const equals = isRoot
      ? `(=> (<= 0.0 ${text}) (and (<= 0.0 ${name}) (= (* ${name} ${name}) ${text})))`
      : `(= ${name} ${text})`;
    lines.push(`(declare-const ${name} ${sort})`, `(assert ${equals})`);
    names.set(term, name);
    return name;
  };
  for (const assertion of assertions) {
    const text = print(assertion);
    lines.push(`(assert ${text})`);
  }
  return { text: `${lines.join("\n")}\n`, texts };
}

function termsIn(assertions: readonly Term[]): ReadonlySet<Term> {
  const seen = new Set<Term>();
  const open = [...assertions];
  for (let term = open.pop(); term !== undefined; term = open.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    open.push(...partsOf(term));
  }
  return seen;
}

const looking: ReadonlySet<Operator> = new Set([
  "contains",
  "starts",
  "ends",
  "precedes",
  "length",
]);

function looksInside(term: Term): boolean {
  return term.kind === "matches" || (term.kind === "apply" && looking.has(term.operator));
}

function printSort(sort: Sort, texts: TextTable | null): string {
  if (sort !== "Text") return sort;
  return texts === null ? "String" : "Int";
}

/** Terms to name: those that occur twice. */
function sharedTerms(terms: readonly Term[]): ReadonlySet<Term> {
  const seen = new Set<Term>();
  const shared = new Set<Term>();
  const open = [...terms];
  for (let term = open.pop(); term !== undefined; term = open.pop()) {
    if (term.kind !== "apply" && term.kind !== "matches") continue;
    if (seen.has(term)) {
      shared.add(term);
      continue;
    }
    seen.add(term);
    open.push(...partsOf(term));
  }
  return shared;
}

function printTerm(term: Term, print: (term: Term) => string, texts: TextTable | null): string {
  switch (term.kind) {
    case "truth":
      return String(term.value);
    case "number":
      return term.sort === "Int" ? printWhole(term.value) : printReal(term.value);
    case "text":
      return texts === null ? printText(term.value) : String(texts.numberOf(term.value));
    case "variable":
      return term.name;
    case "matches":
      return `(str.in_re ${print(term.text)} ${printLanguage(term.language)})`;
    case "apply": {
      const operands = term.operands.map(print);
      const [left = "", right = ""] = operands;
      switch (term.operator) {
        // What it is the root of: printing names it.
        case "root":
          return left;
        case "mod":
          return `(- ${left} (* ${right} (to_real (to_int (/ ${left} ${right})))))`;
        case "starts":
          return `(str.prefixof ${right} ${left})`;
        case "ends":
          return `(str.suffixof ${right} ${left})`;
        default:
          return `(${symbols[term.operator] ?? term.operator} ${operands.join(" ")})`;
      }
    }
  }
}

/** What operators are called that the solver calls otherwise. */
const symbols: { readonly [operator in Operator]?: string } = {
  floor: "to_int",
  rest: "mod",
  contains: "str.contains",
  precedes: "str.<",
  length: "str.len",
};

const resultSorts: { readonly [operator in Operator]: Sort | "as operands" | "as chosen" } = {
  and: "Bool",
  or: "Bool",
  not: "Bool",
  "=": "Bool",
  "<": "Bool",
  "<=": "Bool",
  contains: "Bool",
  starts: "Bool",
  ends: "Bool",
  precedes: "Bool",
  "+": "as operands",
  "-": "as operands",
  "*": "as operands",
  "/": "Real",
  mod: "Real",
  to_real: "Real",
  root: "Real",
  floor: "Int",
  div: "Int",
  rest: "Int",
  length: "Int",
  lower: "Text",
  upper: "Text",
  trim: "Text",
  ite: "as chosen",
};

function sortOf(term: Term, known: Map<Term, Sort>): Sort {
  switch (term.kind) {
    case "truth":
    case "matches":
      return "Bool";
    case "text":
      return "Text";
    case "number":
    case "variable":
      return term.sort;
    case "apply": {
      const found = known.get(term);
      if (found !== undefined) return found;
      const sort = sortOfResult(term, known);
      known.set(term, sort);
      return sort;
    }
  }
}

function sortOfResult(term: Extract<Term, { kind: "apply" }>, known: Map<Term, Sort>): Sort {
  const [first, second] = term.operands;
  const sort = resultSorts[term.operator];
  if (sort !== "as operands" && sort !== "as chosen") return sort;
  const decisive = sort === "as chosen" ? second : first;
  return decisive === undefined ? "Bool" : sortOf(decisive, known);
}

function printWhole(value: number): string {
  const digits = BigInt(Math.abs(value)).toString();
  return value < 0 ? `(- ${digits})` : digits;
}

/** The number that the shortest decimal of the double writes, exactly. */
function printReal(value: number): string {
  const [, digits = "0", exponent = "0"] = /^([\d.]+)(?:e([+-]\d+))?$/.exec(
    String(Math.abs(value)),
  ) ?? [""];
  const [before = "0", after = ""] = digits.split(".");
  const power = Number(exponent) - after.length;
  const numerator = BigInt(before + after) * 10n ** BigInt(Math.max(0, power));
  const denominator = 10n ** BigInt(Math.max(0, -power));
  const positive = denominator === 1n ? `${numerator}.0` : `(/ ${numerator}.0 ${denominator}.0)`;
  return value < 0 ? `(- ${positive})` : positive;
}

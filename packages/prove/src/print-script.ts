// Terms as SMT-LIB 2: the one place that knows the solver's language.
import { type Operator, type Sort, type Term, variablesOf } from "./term.ts";

/** Declarations and assertions of the terms; a term that occurs twice is named once. */
export function printScript(assertions: readonly Term[]): string {
  const lines = [...variablesOf(assertions)].map(
    ({ name, sort }) => `(declare-const ${name} ${sort})`,
  );
  const names = new Map<Term, string>();
  const sorts = new Map<Term, Sort>();
  const shared = sharedTerms(assertions);
  const print = (term: Term): string => {
    const known = names.get(term);
    if (known !== undefined) return known;
    const text = printTerm(term, print);
    if (!shared.has(term)) return text;
    const name = `t${names.size}`;
    // A name for the term, not a definition: the solver would write those out again at every use.
    lines.push(`(declare-const ${name} ${sortOf(term, sorts)})`, `(assert (= ${name} ${text}))`);
    names.set(term, name);
    return name;
  };
  for (const assertion of assertions) {
    const text = print(assertion);
    lines.push(`(assert ${text})`);
  }
  return `${lines.join("\n")}\n`;
}

function sharedTerms(terms: readonly Term[]): ReadonlySet<Term> {
  const seen = new Set<Term>();
  const shared = new Set<Term>();
  const open = [...terms];
  for (let term = open.pop(); term !== undefined; term = open.pop()) {
    if (term.kind !== "apply") continue;
    if (seen.has(term)) {
      shared.add(term);
      continue;
    }
    seen.add(term);
    open.push(...term.operands);
  }
  return shared;
}

function printTerm(term: Term, print: (term: Term) => string): string {
  switch (term.kind) {
    case "truth":
      return String(term.value);
    case "number":
      return term.sort === "Int" ? printWhole(term.value) : printReal(term.value);
    case "variable":
      return term.name;
    case "apply": {
      const operands = term.operands.map(print);
      if (term.operator !== "mod") return `(${term.operator} ${operands.join(" ")})`;
      const [left = "", right = ""] = operands;
      return `(- ${left} (* ${right} (to_real (to_int (/ ${left} ${right})))))`;
    }
  }
}

const resultSorts: { readonly [operator in Operator]: Sort | null } = {
  and: "Bool",
  or: "Bool",
  not: "Bool",
  "=": "Bool",
  "<": "Bool",
  "<=": "Bool",
  "+": "Real",
  "-": "Real",
  "*": "Real",
  "/": "Real",
  mod: "Real",
  to_real: "Real",
  // That of what is chosen.
  ite: null,
};

function sortOf(term: Term, known: Map<Term, Sort>): Sort {
  switch (term.kind) {
    case "truth":
      return "Bool";
    case "number":
    case "variable":
      return term.sort;
    case "apply": {
      const found = known.get(term);
      if (found !== undefined) return found;
      const [, then] = term.operands;
      const sort =
        resultSorts[term.operator] ?? (then === undefined ? "Bool" : sortOf(then, known));
      known.set(term, sort);
      return sort;
    }
  }
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

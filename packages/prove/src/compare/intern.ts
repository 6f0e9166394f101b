// Terms told apart by what they say: equal terms become one, so that what two programs have in common is seen at once.
import { and, apply, compare, not, or, type Term, yes } from "../term.ts";

export interface Intern {
  /** The one term that stands for all that say the same; `and`, `or` and `=` whatever the order of their operands. */
  readonly of: (term: Term) => Term;
  /** The same number for terms that say the same. */
  readonly numberOf: (term: Term) => number;
}

export function createIntern(): Intern {
  const byKey = new Map<string, Term>();
  const numbers = new Map<Term, number>();
  const done = new Map<Term, Term>();
  const represent = (term: Term, key: string): Term => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, term);
    numbers.set(term, numbers.size);
    return term;
  };
  const numberOf = (term: Term): number => numbers.get(term) ?? -1;
  const byNumber = (one: Term, other: Term): number => numberOf(one) - numberOf(other);
  const intern = (term: Term): Term => {
    const known = done.get(term);
    if (known !== undefined) return known;
    const represented = internNew(term);
    done.set(term, represented);
    done.set(represented, represented);
    return represented;
  };
  const internNew = (term: Term): Term => {
    switch (term.kind) {
      case "truth":
        return represent(term, `${term.value}`);
      case "number":
        return represent(term, `${term.sort} ${term.value}`);
      case "text":
        return represent(term, `text ${JSON.stringify(term.value)}`);
      case "variable":
        return represent(term, `variable ${term.name}`);
      case "matches": {
        const inner = intern(term.text);
        const key = `matches ${numberOf(inner)} ${JSON.stringify(term.language)}`;
        return represent({ ...term, text: inner }, key);
      }
      case "apply": {
        const operands = term.operands.map(intern);
        const rebuilt = rebuild(term.operator, operands, byNumber);
        if (rebuilt.kind !== "apply") return intern(rebuilt);
        const key = `${rebuilt.operator} ${rebuilt.operands.map((one) => numberOf(intern(one))).join()}`;
        return represent(rebuilt, key);
      }
    }
  };
  return { of: intern, numberOf: (term) => numberOf(intern(term)) };
}

type Operator = Extract<Term, { kind: "apply" }>["operator"];

/** The same application, with operands in one order and what is then plain left out. */
function rebuild(
  operator: Operator,
  operands: readonly Term[],
  order: (one: Term, other: Term) => number,
): Term {
  const [first, second] = operands;
  switch (operator) {
    case "and":
      return and(...[...operands].sort(order));
    case "or":
      return or(...[...operands].sort(order));
    case "not":
      return first === undefined ? apply(operator) : not(first);
    case "=":
      if (first === undefined || second === undefined) return apply(operator, ...operands);
      if (first === second) return yes;
      return order(first, second) < 0 ? compare("=", first, second) : compare("=", second, first);
    default:
      return apply(operator, ...operands);
  }
}

// The coverage of choices among values, `(IF c THEN a ELSE b)` and MATCH as a value, which may stand in any expression.
import type { ProgramExpression } from "../semantics/program.ts";
import { visitExpression } from "../semantics/visit-program.ts";
import type { Span } from "../source/span.ts";
import type { CoveredBranch } from "./coverage.ts";
import { type CoverageTally, outcomesOfBranch } from "./coverage-tally.ts";
import { gapOfBranch, gapOfElse, noOutcomes, sumOf } from "./gaps.ts";
import { takesEverything } from "./takes-everything.ts";

interface Place {
  readonly line: number;
  readonly span: Span;
}

/** The ways of all choices in `expressions`. An expression keeps no place, so they are placed by their conditions, else at `place`. */
export function coverChoices(
  expressions: readonly ProgramExpression[],
  { line, span }: Place,
  tally: CoverageTally,
): readonly CoveredBranch[] {
  const branches: CoveredBranch[] = [];
  for (const expression of expressions) {
    visitExpression(expression, (part) => {
      if (part.kind === "conditional") {
        branches.push(...coverConditional(part, { line, span }, tally));
      }
      if (part.kind === "match-value")
        branches.push(...coverMatchValue(part, { line, span }, tally));
    });
  }
  return branches;
}

type Node<Kind extends ProgramExpression["kind"]> = Extract<ProgramExpression, { kind: Kind }>;

function coverConditional(
  choice: Node<"conditional">,
  around: Place,
  tally: CoverageTally,
): readonly CoveredBranch[] {
  const outcomes = choice.branches.map((_, index) => outcomesOfBranch(choice, index, tally));
  const [first = noOutcomes] = outcomes;
  const tried = sumOf(first);
  let place = around;
  const branches = choice.branches.map(({ condition }, index): CoveredBranch => {
    if (condition.kind === "condition") place = placeOf(condition, around);
    const counts = outcomes[index] ?? noOutcomes;
    const text = condition.kind === "condition" ? condition.condition.text : "";
    return {
      kind: "value",
      text: `(${index === 0 ? "IF" : "ELSE IF"} ${text} THEN …)`,
      ...place,
      taken: counts.true,
      gap: gapOfBranch(counts, tried, "its condition"),
    };
  });
  const last = outcomes[outcomes.length - 1] ?? noOutcomes;
  return [
    ...branches,
    {
      kind: "else",
      text: "(… ELSE …)",
      ...place,
      taken: last.false,
      gap: gapOfElse(last, tried),
    },
  ];
}

function placeOf({ condition }: Node<"condition">, around: Place): Place {
  const [first] = condition.atoms;
  return first === undefined ? around : { line: first.line, span: first.span };
}

function coverMatchValue(
  choice: Node<"match-value">,
  place: Place,
  tally: CoverageTally,
): readonly CoveredBranch[] {
  const outcomes = choice.arms.map((_, index) => outcomesOfBranch(choice, index, tally));
  const [first = noOutcomes] = outcomes;
  const tried = sumOf(first);
  const arms = choice.arms.map((_, index): CoveredBranch => {
    const counts = outcomes[index] ?? noOutcomes;
    return {
      kind: "value",
      text: `arm ${index + 1} of ${choice.text}`,
      ...place,
      taken: counts.true,
      gap: gapOfBranch(counts, tried, "its pattern"),
    };
  });
  if (takesEverything(choice.arms, choice.subject.type)) return arms;
  const last = outcomes[outcomes.length - 1] ?? noOutcomes;
  const otherwise = { ...place, taken: last.false, gap: gapOfElse(last, tried) };
  return [...arms, { kind: "else", text: `no arm of ${choice.text}`, ...otherwise }];
}

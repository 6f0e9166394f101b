// A condition as one phrase: "Mode is “manual” and (a or b)".
import { fill, listPhrase, type Phrase } from "./phrase.ts";
import type { DescribedCondition } from "./phrase-condition.ts";
import type { Wording } from "./wording.ts";

/** The whole condition in one line; groups within others stand in parentheses. */
export function inlineCondition(condition: DescribedCondition, wording: Wording): Phrase {
  return inline(condition, wording, false);
}

/** The condition beside others: one of several parts stands in parentheses. */
export function groupedCondition(condition: DescribedCondition, wording: Wording): Phrase {
  return inline(condition, wording, true);
}

function inline(condition: DescribedCondition, wording: Wording, isPart: boolean): Phrase {
  if (condition.kind === "statement") return condition.phrase;
  const parts = condition.parts.map((part) => inline(part, wording, true));
  const all = listPhrase(parts, wording.allOf);
  const any = listPhrase(parts, wording.anyOf);
  if (!isPart && condition.kind === "all") return all;
  if (!isPart && condition.kind === "any") return any;
  return fill(wording.group[condition.kind], { all, any });
}

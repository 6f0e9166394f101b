// What every check of the logic works with: the document's analysis, readings of its conditions, and the question
// whether something can be.
import type { Reporter } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { Expression, Item } from "../../syntax/tree.ts";
import type {
  Analysis,
  ConstraintInformation,
  Local,
  Place,
  RuleInformation,
} from "../analysis.ts";
import { collectBoundNames, type Written } from "./bound-names.ts";
import { canBe, type Effort, type Formula } from "./formula.ts";
import { createReader, type Reader, type Reading } from "./read-condition.ts";

export interface Inspection {
  readonly analysis: Analysis;
  /** What of the analysis is to be judged. */
  readonly rules: readonly RuleInformation[];
  readonly constraints: readonly ConstraintInformation[];
  readonly locals: readonly Local[];
  readonly readings: Reader;
  /** Reports with absolute spans. */
  readonly report: Reporter;
  /** Reports with spans relative to the item's start. */
  readonly reportIn: (item: Item) => Reporter;
  /** When a condition holds and when it fails. */
  readonly read: (condition: Written) => Reading;
  /** Whether some input makes all of it hold; false is a claim, true is "perhaps". */
  readonly canBe: (formulas: readonly Formula[]) => boolean;
  /** The answer to a question about two things, which stays what it is as long as they are the same. */
  readonly once: (first: object, second: object, ask: () => boolean) => boolean;
  /** Where rules or FAILSAFE take an action. */
  readonly takes: (action: string) => readonly Place[];
  /** What holds wherever the rule is tried: WHERE and WHILE conditions around it. Null where it never is. */
  readonly around: (rule: RuleInformation) => readonly Formula[] | null;
}

/** Steps of reasoning for each character of a document, so that checking stays linear; people's take a tenth of one. */
const stepsPerCharacter = 2;

/** How many steps of reasoning a document is worth. */
export function effortFor(characters: number): Effort {
  return { left: 10_000 + stepsPerCharacter * characters };
}

/** Makes ready to inspect a document, or a part of one. */
export function startInspection(analysis: Analysis, effort: Effort, report: Reporter): Inspection {
  const readings = createReader({ analysis, names: collectBoundNames(analysis) });
  const possible = (formulas: readonly Formula[]): boolean => canBe(formulas, effort);
  return {
    analysis,
    rules: analysis.rules,
    constraints: analysis.constraints,
    locals: analysis.locals,
    readings,
    report,
    reportIn: (item) => report.within(item.start),
    read: readings.read,
    canBe: possible,
    once: (_first, _second, ask) => ask(),
    takes: (action) =>
      (analysis.actions.get(action)?.mentions ?? []).filter(({ role }) => role === "taken"),
    around: rememberSurroundings(readings.read, possible),
  };
}

/** An expression in a rule, to be read at the moment the rule is tried. */
export function writtenIn(rule: RuleInformation, expression: Expression): Written {
  return { expression, item: rule.item, moment: rule.moment };
}

function rememberSurroundings(
  read: (written: Written) => Reading,
  possible: (formulas: readonly Formula[]) => boolean,
): (rule: RuleInformation) => readonly Formula[] | null {
  const known = new Map<RuleInformation, readonly Formula[] | null>();
  const inside = (rule: RuleInformation): readonly Formula[] | null => {
    const before = known.get(rule);
    if (before !== undefined) return before;
    const outer = rule.parent === null ? [] : inside(rule.parent);
    const own = conditionAround(rule);
    const facts =
      outer === null || own === null ? outer : [...outer, read(writtenIn(rule, own)).holds];
    const answer = facts !== null && possible(facts) ? facts : null;
    known.set(rule, answer);
    return answer;
  };
  return (rule) => (rule.parent === null ? [] : inside(rule.parent));
}

function conditionAround({ rule }: RuleInformation): Expression | null {
  if (rule.kind === "for") return rule.where;
  return rule.kind === "while" ? rule.condition : null;
}

/** The part of the source that holds some actions, from the first to the last. */
export function spanOfAll(parts: readonly { readonly span: Span }[]): Span | null {
  const first = parts[0];
  const last = parts.at(-1);
  return first === undefined || last === undefined
    ? null
    : { start: first.span.start, end: last.span.end };
}

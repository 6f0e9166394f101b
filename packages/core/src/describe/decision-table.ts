// Rules as decision tables, where their conditions have the shape: comparisons joined by AND, of a handful of subjects.

import { printExpression } from "../syntax/print-expression.ts";
import type { Expression, IfRule, MatchRule, Rule } from "../syntax/tree.ts";
import { inlineCondition } from "./inline-condition.ts";
import { fill, listPhrase, type Phrase, plainText, words } from "./phrase.ts";
import {
  comparisonOf,
  connectedParts,
  describeCondition,
  isCondition,
  isWrittenList,
  phraseMembers,
  phraseOperand,
} from "./phrase-condition.ts";
import { phraseActions, phrasePattern } from "./phrase-expression.ts";

import type { Speaker } from "./speaker.ts";

export interface DecisionTable {
  /** What is looked at, a column each. */
  readonly columns: readonly Phrase[];
  readonly rows: readonly DecisionRow[];
}

/** One way to come to some actions. */
export interface DecisionRow {
  readonly kind: "when" | "otherwise" | "unknown";
  /** Of the rule; in a section's table the rows of one rule stand together. */
  readonly rule: string;
  /** A cell for each column, null where any value will do; several lists are alternatives. Empty but for "when". */
  readonly alternatives: readonly (readonly (Phrase | null)[])[];
  readonly actions: readonly Phrase[];
}

const mostColumns = 6;
const mostRows = 200;
/** Longer subjects make bad headings. */
const longestSubject = 48;
/** The least share of cells that say something: a sparse table hides more than it shows. */
const leastFilled = 0.3;

// ---- one rule ----------------------------------------------------------------------------------------------------

/** The table of a rule with several outcomes; null where a table would not help. */
export function ruleTable(rule: Rule, id: string, speaker: Speaker): DecisionTable | null {
  switch (rule.kind) {
    case "if":
      return rule.branches.length < 2 ? null : tableOf([{ rule, id, speaker }], 0);
    case "match":
      return rule.arms.length < 2 ? null : matchTable(rule, id, speaker);
    default:
      return null;
  }
}

function matchTable(rule: MatchRule, id: string, speaker: Speaker): DecisionTable {
  const { wording } = speaker;
  const guarded = rule.arms.some(({ guard }) => guard !== null);
  const subject = speaker.phrase(rule.subject);
  const rows = rule.arms.map((arm): DecisionRow => {
    const pattern = phrasePattern(arm.pattern, wording);
    const guard =
      arm.guard === null ? null : inlineCondition(describeCondition(arm.guard, speaker), wording);
    return {
      kind: "when",
      rule: id,
      alternatives: [guarded ? [pattern, guard] : [pattern]],
      actions: phraseActions(arm.actions, speaker),
    };
  });
  return {
    columns: guarded ? [subject, words(wording.page.rules.when)] : [subject],
    rows: [...rows, ...unknownRow(rule, id, speaker)],
  };
}

// ---- the rules of a section --------------------------------------------------------------------------------------

/** A rule of a section, with what puts it into words. */
export interface TabledRule {
  readonly rule: Rule;
  readonly id: string;
  readonly speaker: Speaker;
}

/** The conditional rules of a section side by side; null for fewer than three, or where their subjects differ. */
export function sectionTable(rules: readonly TabledRule[]): DecisionTable | null {
  const conditional = rules.flatMap(({ rule, ...rest }) =>
    rule.kind === "if" ? [{ rule, ...rest }] : [],
  );
  return conditional.length < 3 || conditional.length < rules.length * 0.6
    ? null
    : tableOf(conditional, leastFilled);
}

interface Test {
  /** Canonical text: tests of one subject share a column. */
  readonly key: string;
  readonly subject: Phrase;
  readonly cell: Phrase;
}

interface Draft {
  readonly kind: DecisionRow["kind"];
  readonly rule: string;
  readonly alternatives: readonly (readonly Test[])[];
  readonly actions: readonly Phrase[];
}

function tableOf(
  rules: readonly (TabledRule & { readonly rule: IfRule })[],
  leastShare: number,
): DecisionTable | null {
  const drafts: Draft[] = [];
  const columns = new Map<string, Phrase>();
  for (const { rule, id, speaker } of rules) {
    for (const branch of rule.branches) {
      const alternatives = alternativesOf(branch.condition, speaker);
      if (alternatives === null) return null;
      for (const { key, subject } of alternatives.flat()) columns.set(key, subject);
      const actions = phraseActions(branch.actions, speaker);
      drafts.push({ kind: "when", rule: id, alternatives, actions });
    }
    if (rule.otherwise !== null) {
      const actions = phraseActions(rule.otherwise, speaker);
      drafts.push({ kind: "otherwise", rule: id, alternatives: [], actions });
    }
    drafts.push(...unknownRow(rule, id, speaker).map((row) => ({ ...row, alternatives: [] })));
    if (columns.size > mostColumns || drafts.length > mostRows) return null;
  }
  const keys = [...columns.keys()];
  const lines = drafts.flatMap(({ alternatives }) => alternatives);
  const filled = lines.reduce((sum, tests) => sum + new Set(tests.map(({ key }) => key)).size, 0);
  if (filled < leastShare * lines.length * keys.length) return null;
  const joint = rules[0]?.speaker.wording.and;
  return {
    columns: [...columns.values()],
    rows: drafts.map(({ alternatives, ...draft }) => ({
      ...draft,
      alternatives: alternatives.map((tests) =>
        keys.map((key) => {
          const cells = tests.filter((test) => test.key === key).map(({ cell }) => cell);
          return cells.length === 0 || joint === undefined ? null : listPhrase(cells, joint);
        }),
      ),
    })),
  };
}

function unknownRow(
  { unknown }: IfRule | MatchRule,
  rule: string,
  speaker: Speaker,
): readonly DecisionRow[] {
  if (unknown === null) return [];
  return [{ kind: "unknown", rule, alternatives: [], actions: phraseActions(unknown, speaker) }];
}

// ---- conditions as cells -----------------------------------------------------------------------------------------

const mostAlternatives = 6;

/** `(a AND b) OR c` as two lists of tests; null where the condition has another shape. */
function alternativesOf(
  condition: Expression,
  speaker: Speaker,
): readonly (readonly Test[])[] | null {
  const alternatives: (readonly Test[])[] = [];
  for (const part of connectedParts(condition, "OR")) {
    const tests: Test[] = [];
    for (const atom of connectedParts(part, "AND")) {
      const test = testOf(atom, true, speaker);
      if (test === null || plainText(test.subject).length > longestSubject) return null;
      tests.push(test);
    }
    alternatives.push(tests);
  }
  return alternatives.length > mostAlternatives ? null : alternatives;
}

function testOf(atom: Expression, holds: boolean, speaker: Speaker): Test | null {
  const { cell } = speaker.wording;
  const test = (subject: Expression, phrase: Phrase): Test => ({
    key: printExpression(subject),
    subject: speaker.phrase(subject),
    cell: phrase,
  });
  switch (atom.kind) {
    case "unary":
      return atom.operator === "NOT" ? testOf(atom.operand, !holds, speaker) : null;
    case "reference":
    case "member":
    case "index":
      return test(atom, words(holds ? cell.yes : cell.no));
    case "is": {
      const known = (atom.state === "KNOWN") !== atom.negated;
      return test(atom.subject, words(known === holds ? cell.known : cell.notKnown));
    }
    case "between":
      return test(
        atom.value,
        fill(holds ? cell.between : cell.notBetween, {
          low: speaker.phrase(atom.low),
          high: speaker.phrase(atom.high),
        }),
      );
    case "binary": {
      const operator = comparisonOf(atom.operator);
      if (operator === null || !holds) return null;
      const turned = turnedOperators[operator];
      // `5m > Distance` is a test of the distance.
      if (turned !== undefined && isFixed(atom.left) && !isFixed(atom.right)) {
        const right = phraseOperand(atom.left, speaker);
        return test(atom.right, fill(cell[turned], { right }));
      }
      if (isCondition(atom.left) || isFixed(atom.left)) return null;
      if (operator === "IN" || operator === "NOT IN") {
        if (isWrittenList(atom.right)) {
          const members = phraseMembers(atom.right, speaker);
          return test(atom.left, fill(cell[operator], { right: members }));
        }
        const template = operator === "IN" ? cell.inList : cell.notInList;
        return test(atom.left, fill(template, { right: speaker.phrase(atom.right) }));
      }
      const right = phraseOperand(atom.right, speaker);
      return test(atom.left, fill(cell[operator], { right }));
    }
    default:
      return null;
  }
}

const turnedOperators: { readonly [Operator in string]?: "==" | "!=" | "<" | "<=" | ">" | ">=" } = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function isFixed({ kind }: Expression): boolean {
  return kind === "number" || kind === "text" || kind === "boolean" || kind === "list";
}

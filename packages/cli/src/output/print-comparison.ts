// What `omegac diff` found: what changed in the text, then the differences by the rules that make them, for people, for pull
// requests and for programs.
import {
  type Decision,
  type ExplainedRule,
  type Explanation,
  explainDecision,
  type JsonValue,
  type Program,
} from "@omega/core";
import type { PolicyComparison, PolicyDifference, UnprovedPart } from "@omega/prove";
import type { Runnable } from "../input/open-runnable.ts";
import { changeLines } from "./change-lines.ts";
import { contextLines, wrapReadings } from "./context-lines.ts";
import { visible } from "./display-text.ts";
import { oneLineDecision } from "./print-decision.ts";
import { codeSpan, escapeMarkdown, printActionTrees } from "./print-explanation.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** The policies that are compared. */
export interface ComparedPolicies {
  readonly old: Runnable;
  readonly new: Runnable;
}

/** The headline, what changed in the text, the differences by rule, and what is not proven. */
export function printComparison(
  comparison: PolicyComparison,
  policies: ComparedPolicies,
  style: Style,
  width: number,
): string {
  const { outcome, notProven, changes } = comparison;
  const paint = { equivalent: style.green, different: style.red, "not proven": style.yellow };
  const head = visible(
    `${policies.old.document.file.path} → ${policies.new.document.file.path}: ${style.phrase(headline(comparison))}`,
  );
  const lines = changeLines(changes, policies, style.phrase).map(
    ({ mark, text, notes }) =>
      `  ${mark} ${wrapIndented(visible(text), width, 6, 4)}${notes.map((note) => `\n      ${style.dim(wrapIndented(visible(note), width, 8, 6))}`).join("")}`,
  );
  const blocks = [
    [
      paint[outcome](style.bold(wrapIndented(head, width, 2, 0))),
      ...boundLine(comparison, style),
      ...lines,
    ].join("\n"),
    ...byRule(comparison.differences).map(([rules, differences]) =>
      [
        style.bold(visible(rules === "" ? style.phrase("other than by one rule") : rules)),
        ...byContext(differences).map((some) => printDifferences(some, policies, style, width)),
      ].join("\n"),
    ),
    ...(notProven.length === 0
      ? []
      : [
          [
            style.bold(style.phrase("not proven")),
            ...unprovedLines(notProven, style).map(
              (line) => `  ${wrapIndented(visible(line), width, 4, 2)}`,
            ),
          ].join("\n"),
        ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function headline({ outcome, differences, notProven }: PolicyComparison): string {
  const open = notProven.length === 0 ? "" : `, ${notProven.length} not proven`;
  switch (outcome) {
    case "equivalent":
      return "they decide alike in every context";
    case "different":
      return `${countOf(differences.length, "difference")}${open}`;
    case "not proven":
      return `no difference found, ${notProven.length} not proven`;
  }
}

function boundLine({ listBound }: PolicyComparison, style: Style): readonly string[] {
  return listBound === null
    ? []
    : [style.dim(`  ${style.phrase(`proved for lists of up to ${listBound} elements`)}`)];
}

/** Differences under the rules that take the action in the policy that takes it. */
function byRule(
  differences: readonly PolicyDifference[],
): readonly (readonly [string, readonly PolicyDifference[]])[] {
  const groups = new Map<string, PolicyDifference[]>();
  for (const difference of differences) {
    const { only, rules } = difference;
    const behind = only === null ? [...new Set([...rules.old, ...rules.new])] : rules[only];
    const key = behind.join(", ");
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups];
}

/** Differences that show in one context, which is shown once. */
function byContext(
  differences: readonly PolicyDifference[],
): readonly (readonly PolicyDifference[])[] {
  const groups = new Map<PolicyDifference["context"], PolicyDifference[]>();
  for (const difference of differences) {
    const group = groups.get(difference.context);
    if (group === undefined) groups.set(difference.context, [difference]);
    else group.push(difference);
  }
  return [...groups.values()];
}

function printDifferences(
  differences: readonly PolicyDifference[],
  policies: ComparedPolicies,
  style: Style,
  width: number,
): string {
  const { phrase } = style;
  const [first] = differences;
  if (first === undefined) return "";
  const side = (word: string, decision: Decision): string =>
    `    ${phrase(word).padEnd(7)} ${wrapIndented(visible(oneLineDecision(decision, phrase)), width, 12)}`;
  const readings = contextLines(first.context, programsOf(policies), width - 8);
  const how = first.needsBareNumber
    ? "with a number that comes without its unit:"
    : "for example with";
  const say = (list: string): string =>
    list === "" ? phrase("for example in the empty context") : phrase(`${how} ${list}`);
  return [
    ...differences.map(
      (one) => `  ${style.yellow(wrapIndented(visible(phrase(describe(one))), width, 4, 2))}`,
    ),
    wrapReadings(readings, say, width, 4),
    side("before", first.old),
    side("after", first.new),
    ...printRules(differences, policies, style, width),
  ].join("\n");
}

function programsOf(policies: ComparedPolicies): readonly Program[] {
  return [policies.old.program, policies.new.program];
}

/** What the rules that take the actions come to, in the one and in the other. */
function printRules(
  differences: readonly PolicyDifference[],
  policies: ComparedPolicies,
  style: Style,
  width: number,
): readonly string[] {
  const block = (word: string, { program }: Runnable, side: "old" | "new"): readonly string[] => {
    const trees = differences.flatMap(({ action, rules, ...decisions }) => {
      if (action === null) return [];
      const behind = new Set([...rules.old, ...rules.new]);
      const explanation = onlyRules(explainDecision(program, decisions[side]), behind);
      return printActionTrees(explanation, action, style, width - 4);
    });
    const lines = [...new Set(trees)].flatMap((tree) => tree.split("\n"));
    return lines.length === 0
      ? []
      : [`    ${style.phrase(word)}`, ...lines.map((line) => `    ${line}`)];
  };
  return [...block("then", policies.old, "old"), ...block("now", policies.new, "new")];
}

/** What of an explanation is about some rules, without the clauses that evaluation never came to. */
function onlyRules(explanation: Explanation, wanted: ReadonlySet<string>): Explanation {
  const isWanted = (rule: ExplainedRule): boolean =>
    wanted.has(rule.rule) ||
    rule.unreachedRules.some(isWanted) ||
    rule.turns.some((turn) => turn.rules.some(isWanted));
  const cut = (rule: ExplainedRule): ExplainedRule => {
    const reached = rule.clauses.filter(({ outcome }) => outcome !== "not reached");
    return {
      ...rule,
      clauses: reached.length > 0 ? reached : rule.clauses,
      turns: rule.turns.map((turn) => ({ ...turn, rules: turn.rules.filter(isWanted).map(cut) })),
    };
  };
  const { failsafe } = explanation;
  return {
    ...explanation,
    rules: explanation.rules.filter(isWanted).map(cut),
    failsafe: wanted.has("failsafe") ? failsafe : null,
  };
}

function describe(difference: PolicyDifference): string {
  const { kind, action, only } = difference;
  const name = `\`${action ?? ""}\``;
  const isNew = only === "new";
  switch (kind) {
    case "taken":
      return isNew ? `${name} is taken now` : `${name} is no longer taken`;
    case "pending":
      return isNew ? `${name} waits for approval now` : `${name} no longer waits for approval`;
    case "withheld":
      return isNew ? `${name} is withheld now` : `${name} is no longer withheld`;
    case "arguments":
      return `${name} is given other arguments, or taken more or less often`;
    case "order":
      return "actions are taken in another order";
    case "status":
      return `the status is \`${difference.new.status}\`, no longer \`${difference.old.status}\``;
  }
}

function unprovedLines(
  parts: readonly UnprovedPart[],
  { phrase }: Pick<Style, "phrase">,
): readonly string[] {
  return parts.map(({ kind, action, reason }) =>
    phrase(`not proven whether ${claim(kind, action)}: ${reason}`),
  );
}

function claim(kind: UnprovedPart["kind"], action: string | null): string {
  const name = `\`${action ?? ""}\``;
  switch (kind) {
    case "taken":
      return `${name} is taken alike`;
    case "pending":
      return `${name} waits for approval alike`;
    case "withheld":
      return `${name} is withheld alike`;
    case "arguments":
      return `${name} is given the same arguments`;
    case "order":
      return "the order of actions is the same";
    case "status":
      return "the status is the same";
  }
}

// --- Markdown -----------------------------------------------------------------------------------------------------

/** For a pull request: what changed, a table of differences, and the contexts folded away. */
export function comparisonMarkdown(
  comparison: PolicyComparison,
  policies: ComparedPolicies,
  style: Style,
): string {
  const { phrase } = style;
  const { differences, notProven, changes } = comparison;
  const paths = [policies.old, policies.new].map(({ document }) => codeSpan(document.file.path));
  const title = `### ${paths.join(" → ")}: ${escapeMarkdown(phrase(headline(comparison)))}`;
  const list = changeLines(changes, policies, phrase).flatMap(({ mark, text, notes }) => [
    `- ${codeSpan(`${mark} ${text}`)}`,
    ...notes.map((note) => `  - ${codeSpan(note)}`),
  ]);
  const bound = boundLine(comparison, style).map((line) => escapeMarkdown(line.trim()));
  const sections = [
    title,
    ...bound,
    ...(list.length === 0 ? [] : [list.join("\n")]),
    ...(differences.length === 0 ? [] : [table(differences, policies, phrase)]),
    ...(notProven.length === 0
      ? []
      : [
          unprovedLines(notProven, style)
            .map((line) => `- ${markdownOf(line)}`)
            .join("\n"),
        ]),
    ...(differences.length === 0 ? [] : [details(differences, phrase)]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function table(
  differences: readonly PolicyDifference[],
  policies: ComparedPolicies,
  phrase: Style["phrase"],
): string {
  const head = ["rules", "difference", "for example with", "before and after"].map((word) =>
    phrase(word),
  );
  const programs = programsOf(policies);
  const rows = byRule(differences).flatMap(([rules, group]) =>
    byContext(group).flatMap((together, index) => {
      const [first] = together;
      if (first === undefined) return [];
      const readings = contextLines(first.context, programs, 60).map(codeSpan).map(unbroken);
      const side = (word: string, decision: Decision): string =>
        `${phrase(word)}: ${codeSpan(oneLineDecision(decision, phrase))}`;
      return [
        [
          index > 0 || rules === "" ? "" : codeSpan(rules),
          together.map((one) => markdownOf(phrase(describe(one)))).join("<br>"),
          readings.join("<br>"),
          `${side("before", first.old)}<br>${side("after", first.new)}`,
        ],
      ];
    }),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A short text that a narrow column does not break: its spaces are such that no line ends at. */
function unbroken(text: string): string {
  return text.length <= 32 ? text.replaceAll(" ", "\u00a0") : text;
}

/** Prose in which names stand in back-quotes already. */
function markdownOf(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith("`") ? piece : escapeMarkdown(piece)))
    .join("");
}

function details(differences: readonly PolicyDifference[], phrase: Style["phrase"]): string {
  const contexts = byContext(differences).map((together) => {
    const shows = together.map((one) => markdownOf(phrase(describe(one)))).join("; ");
    return `${shows}\n\n\`\`\`json\n${JSON.stringify(together[0]?.context, null, 2)}\n\`\`\``;
  });
  return `<details>\n<summary>${phrase("the contexts")}</summary>\n\n${contexts.join("\n\n")}\n\n</details>`;
}

// --- JSON ---------------------------------------------------------------------------------------------------------

/** One JSON document: everything, with both decisions of each difference. */
export function comparisonJson(comparison: PolicyComparison, policies: ComparedPolicies): string {
  const { outcome, differences, notProven, listBound, changes } = comparison;
  const of = ({ document, program }: Runnable): JsonValue => ({
    path: document.file.path,
    sha256: program.sha256,
  });
  const json = {
    schemaVersion: 1,
    old: of(policies.old),
    new: of(policies.new),
    outcome,
    differences: differences.map(({ old, new: changed, ...difference }) => ({
      ...difference,
      old: withoutTrace(old),
      new: withoutTrace(changed),
    })),
    notProven,
    listBound,
    changes,
    summary: { differences: differences.length, notProven: notProven.length },
  };
  return `${JSON.stringify(json)}\n`;
}

function withoutTrace({ trace: _, ...decision }: Decision): Omit<Decision, "trace"> {
  return decision;
}

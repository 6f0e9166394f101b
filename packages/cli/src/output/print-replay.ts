// What a replay shows: each changed decision with the reasons of both policies, and the counts.
import {
  type ComparedDecision,
  type Decision,
  type Explanation,
  explainDecision,
  replayWithTrace,
} from "@omega/core";
import type { Runnable } from "../input/open-runnable.ts";
import type { Session } from "../session.ts";
import { visible } from "./display-text.ts";
import { oneLineDecision } from "./print-decision.ts";
import { printActionTrees } from "./print-explanation.ts";
import type { ReplayedChange, ReplayReport } from "./replay-report.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

/** The policy that decides now, and the one that decided then, where it is known. */
export interface ReplayPolicies {
  readonly now: Runnable;
  readonly was: Runnable | null;
}

/** So many actions of one decision are explained. */
const MOST_EXPLAINED = 4;

/** A changed decision: what was decided, what would be, and why. */
export function printChange(
  change: ReplayedChange,
  policies: ReplayPolicies,
  { style, width }: Session,
): string {
  const { file, line, record, changes, after } = change;
  const request = record.requestId === undefined ? "" : `, request ${record.requestId}`;
  const head = `${file}:${line}, ${record.decision.now ?? record.time}${request}: ${changes.map(style.phrase).join(", ")}`;
  const side = (label: string, decision: ComparedDecision): string =>
    `  ${style.phrase(label).padEnd(7)} ${wrapIndented(visible(oneLineDecision(decision, style.phrase)), width, 10)}`;
  const reasons = explanations(change, policies);
  const trees = differingActions(record.decision, after)
    .slice(0, MOST_EXPLAINED)
    .flatMap((action) => printReasons(action, reasons, style, width));
  return `${[
    wrapIndented(visible(head), width, 2, 0).replace(/^.*/, style.bold),
    side("before", record.decision),
    side("after", after),
    ...trees,
  ].join("\n")}\n\n`;
}

interface Reasons {
  /** Null where the policy of then is not known. */
  readonly before: Explanation | null;
  readonly now: Explanation;
}

/** Why an action has become what it has; rules that come out as they did are left out. */
function printReasons(
  action: string,
  { before, now }: Reasons,
  style: Style,
  width: number,
): readonly string[] {
  const trees = (explanation: Explanation): readonly string[] =>
    printActionTrees(explanation, action, style, width - 2);
  const withoutLines = (tree: string): string => tree.replaceAll(/, line \d+/g, "");
  const then = before === null ? [] : trees(before);
  const after = trees(now);
  const isNews = (tree: string, others: readonly string[]): boolean =>
    !others.map(withoutLines).includes(withoutLines(tree));
  const block = (when: string, own: readonly string[], others: readonly string[]): string[] => {
    const news = own.filter((tree) => isNews(tree, others));
    const lines = news.flatMap((tree) => tree.split("\n").map((line) => `  ${line}`));
    return news.length === 0
      ? []
      : [`  ${style.bold(visible(action))}${style.phrase(`, ${when}`)}`, ...lines];
  };
  return [...block("then", then, after), ...block("now", after, then)];
}

/** Both decisions explained; what was decided then only where the policy of then is the one that decided. */
function explanations({ record }: ReplayedChange, { now, was }: ReplayPolicies): Reasons {
  const explain = ({ program }: Runnable): Explanation =>
    explainDecision(program, replayWithTrace(program, record));
  const decidedThen = was?.program.sha256 === record.policy.sha256;
  return { before: was === null || !decidedThen ? null : explain(was), now: explain(now) };
}

/** The actions that are taken, withheld or waiting otherwise than before. */
function differingActions(before: ComparedDecision, after: Decision): readonly string[] {
  const fates = ({ actions, pending, withheld }: ComparedDecision): ReadonlyMap<string, string> => {
    const events = [
      ...actions.map((event) => [event.name, "taken", event.args] as const),
      ...pending.map((event) => [event.name, "pending", event.args] as const),
      ...withheld.map((event) => [event.name, event.constraint, event.args] as const),
    ];
    const byName = new Map<string, string>();
    for (const event of events) {
      byName.set(event[0], `${byName.get(event[0]) ?? ""}${JSON.stringify(event)}`);
    }
    return byName;
  };
  const then = fates(before);
  const now = fates(after);
  return [...new Set([...then.keys(), ...now.keys()])].filter(
    (name) => then.get(name) !== now.get(name),
  );
}

// --- counts -------------------------------------------------------------------------------------------------------

/** The counts, what was left out, and why. */
export function printReplaySummary(
  report: ReplayReport,
  shown: number,
  { style, width }: Session,
): string {
  const { changed, same, otherReasons, kinds, flaws, unreadable } = report;
  const replayed = changed + same + otherReasons;
  const head = style.phrase(
    `${countOf(replayed, "decision")} replayed: ${changed} changed, ${same + otherReasons} the same`,
  );
  const row = (count: number, text: string): string =>
    `  ${String(count).padStart(8)}  ${wrapIndented(visible(style.phrase(text)), width, 12)}`;
  const leftOut = [
    ...(report.masked === 0 ? [] : [row(report.masked, "with masked input")]),
    ...[...report.otherEngine].map(([engine, count]) =>
      row(count, `decided by OMEGA ${engine}; --any-engine replays them`),
    ),
    ...(report.otherPolicy === 0 ? [] : [row(report.otherPolicy, "of other policies")]),
    ...(unreadable === 0 ? [] : [row(unreadable, "lines that hold no record")]),
    ...flaws.map(
      ({ file, line, reason }) =>
        `            ${wrapIndented(visible(`${file}:${line}: ${style.phrase(reason)}`), width, 14, 12)}`,
    ),
    ...(unreadable > flaws.length
      ? [`            ${style.phrase(`… and ${unreadable - flaws.length} more`)}`]
      : []),
  ];
  return `${[
    style.bold(changed === 0 ? style.green(head) : style.yellow(head)),
    ...[...kinds].flatMap(([kind, count]) => (count === 0 ? [] : [row(count, kind)])),
    ...(otherReasons === 0 ? [] : [row(otherReasons, "the same, for other reasons")]),
    ...(changed > shown && shown > 0
      ? [style.dim(style.phrase(`shown: ${shown} of ${changed} changes`))]
      : []),
    ...(leftOut.length === 0 ? [] : [style.bold(style.phrase("not replayed")), ...leftOut]),
  ].join("\n")}\n`;
}

/** The same as one JSON object. */
export function replayJson(
  report: ReplayReport,
  changes: readonly ReplayedChange[],
  policies: ReplayPolicies,
): string {
  const { records, same, otherReasons, changed, kinds, masked, otherEngine } = report;
  const { program, document } = policies.now;
  const json = {
    schemaVersion: 1,
    policy: { path: document.file.path, sha256: program.sha256 },
    summary: {
      records,
      replayed: changed + same + otherReasons,
      same,
      otherReasons,
      changed,
      kinds: Object.fromEntries(kinds),
      masked,
      otherEngine: Object.fromEntries(otherEngine),
      otherPolicy: report.otherPolicy,
      unreadable: report.unreadable,
    },
    changes: changes.map((change) => changeJson(change, policies)),
    unreadable: report.flaws,
  };
  return `${JSON.stringify(json)}\n`;
}

function changeJson(change: ReplayedChange, policies: ReplayPolicies): unknown {
  const { file, line, record, changes, after } = change;
  const { before, now } = explanations(change, policies);
  const { time, requestId, decision } = record;
  return {
    file,
    line,
    time,
    requestId: requestId ?? null,
    changes,
    before: { decision, explanation: before },
    after: { decision: after, explanation: now },
  };
}

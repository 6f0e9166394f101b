// `omegac replay`: recorded decisions made again by another policy, and what changes.
import {
  type ChangeKind,
  changeKinds,
  createReplayer,
  type DecisionRecord,
  parseJson,
  type Replayer,
  readDecisionRecord,
} from "@omega/core";
import { breathe } from "../breathe.ts";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { openRunnable } from "../input/open-runnable.ts";
import type { StreamLine } from "../input/read-lines.ts";
import { findLogs, readLog } from "../input/read-logs.ts";
import {
  printChange,
  printReplaySummary,
  type ReplayPolicies,
  replayJson,
} from "../output/print-replay.ts";
import type { ReplayedChange, ReplayReport } from "../output/replay-report.ts";

const MOST_CHANGES = 10;
/** So many lines that hold no record are named; all are counted. */
const MOST_UNREADABLE = 10;

export const replayCommand = defineCommand(
  {
    name: "replay",
    summary: "make recorded decisions again by a changed policy, and show what changes",
    operands: { usage: "LOG…", minimum: 1, maximum: Number.POSITIVE_INFINITY },
    options: {
      policy: {
        kind: "text",
        placeholder: "FILE",
        short: "p",
        summary: "the policy that decides now",
      },
      was: {
        kind: "text",
        placeholder: "FILE",
        summary: "the policy that decided then, to explain what it decided",
      },
      name: {
        kind: "text",
        placeholder: "NAME",
        summary: "only decisions of the policy that the log calls so",
      },
      "max-changes": {
        kind: "count",
        placeholder: "N",
        summary: `how many changed decisions to show (${MOST_CHANGES} unless given); all are counted`,
      },
      "fail-on-change": {
        kind: "switch",
        summary: "exit with 1 when a decision changes, or when none could be replayed",
      },
      "any-engine": {
        kind: "switch",
        summary: "replay what another version of OMEGA decided, too",
      },
      format: {
        kind: "choice",
        choices: ["pretty", "json"],
        default: "pretty",
        summary: "how to print the changes",
      },
      ...sharedOptions,
    },
    description: [
      "Reads logs of decisions (JSON lines, as `omegac run --decision-log` writes them; also compressed by gzip, folders, patterns, and `-` for stdin), makes every decision again by the policy, under the clock and the options it was made under, and counts what changes.",
      "A record whose input is masked, or that another version of OMEGA decided, is counted, not guessed. A line that holds no record is counted and named, and makes the exit status 1.",
    ],
    examples: [
      {
        line: "omegac replay decisions.jsonl --policy factory.omni",
        meaning: "what would the new policy have decided",
      },
      {
        line: "omegac replay logs --policy new.omni --was old.omni --fail-on-change",
        meaning: "with the reasons of both; for a pipeline",
      },
    ],
  },
  async (session, operands, options) => {
    if (options.policy === null) {
      throw new Failure("`--policy` is missing", "write `--policy FILE`: what shall decide now");
    }
    if (options.policy === "-") throw new Failure("`--policy` has to be a file");
    const logs = await findLogs(session, operands);
    const opened = await openRunnable(session, options.policy, null);
    if (opened === null) return exitCode.findings;
    const was = options.was === null ? null : await openRunnable(session, options.was, null);
    if (options.was !== null && was === null) return exitCode.findings;

    const isPretty = options.format === "pretty";
    const policies: ReplayPolicies = { now: opened, was };
    const most = options["max-changes"] ?? MOST_CHANGES;
    const report = emptyReport();
    const replay = createReplayer(opened.program, { anyEngine: options["any-engine"] });
    const changes: ReplayedChange[] = [];
    for (const log of logs) {
      for await (const line of readLog(session, log)) {
        await breathe();
        const read = readRecord(line);
        if (read === null) continue;
        if (typeof read === "string") {
          noteUnreadable(report, log.path, line.number, read);
          continue;
        }
        if (options.name !== null && read.policy.name !== options.name) {
          report.otherPolicy++;
          continue;
        }
        const change = replayOne(report, read, replay, { file: log.path, line: line.number });
        if (change === null || changes.length >= most) continue;
        changes.push(change);
        if (isPretty) await session.print(printChange(change, policies, session));
      }
    }
    if (isPretty) await session.print(printReplaySummary(report, changes.length, session));
    else await session.print(replayJson(report, changes, policies));
    const failOnChange = options["fail-on-change"];
    if (failOnChange && replayedOf(report) === 0) {
      await session.complain("error: no decision could be replayed, so none is known to stay\n");
    }
    return exitOf(report, failOnChange);
  },
);

function emptyReport(): ReplayReport {
  return {
    records: 0,
    same: 0,
    otherReasons: 0,
    changed: 0,
    kinds: new Map<ChangeKind, number>(changeKinds.map((kind) => [kind, 0])),
    masked: 0,
    otherEngine: new Map(),
    otherPolicy: 0,
    unreadable: 0,
    flaws: [],
  };
}

/** A record, what is wrong with the line, or null for an empty one. */
function readRecord(line: StreamLine): DecisionRecord | string | null {
  if ("flaw" in line) return line.flaw;
  if (line.text === "") return null;
  const parsed = parseJson(line.text);
  if (!parsed.ok) return `not JSON: column ${parsed.column}: ${parsed.message}`;
  const reading = readDecisionRecord(parsed.value);
  return reading.ok ? reading.record : reading.reason;
}

function noteUnreadable(report: ReplayReport, file: string, line: number, reason: string): void {
  report.unreadable++;
  if (report.flaws.length < MOST_UNREADABLE) report.flaws.push({ file, line, reason });
}

/** Counts what comes of a record, and gives it where the decision changes. */
function replayOne(
  report: ReplayReport,
  record: DecisionRecord,
  replay: Replayer,
  place: { readonly file: string; readonly line: number },
): ReplayedChange | null {
  report.records++;
  const outcome = replay(record);
  switch (outcome.kind) {
    case "same":
      report.same++;
      return null;
    case "other reasons":
      report.otherReasons++;
      return null;
    case "masked":
      report.masked++;
      return null;
    case "other engine": {
      const { engine } = outcome;
      report.otherEngine.set(engine, (report.otherEngine.get(engine) ?? 0) + 1);
      return null;
    }
    case "changed": {
      report.changed++;
      for (const kind of outcome.changes) {
        report.kinds.set(kind, (report.kinds.get(kind) ?? 0) + 1);
      }
      return { ...place, record, changes: outcome.changes, after: outcome.after };
    }
  }
}

function replayedOf({ changed, same, otherReasons }: ReplayReport): number {
  return changed + same + otherReasons;
}

function exitOf(report: ReplayReport, failOnChange: boolean): 0 | 1 {
  const fails = failOnChange && (report.changed > 0 || replayedOf(report) === 0);
  return fails || report.unreadable > 0 ? exitCode.findings : exitCode.clean;
}

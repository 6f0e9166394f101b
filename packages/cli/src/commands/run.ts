// `omegac run`: evaluates a policy against one context, or against a stream of them.
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import {
  type Decision,
  type DecisionStatus,
  decisionJson,
  decisionStatuses,
  diagnoseDecision,
  type JsonValue,
  localizeDiagnostic,
  type Policy,
  parseJson,
} from "@omega/core";
import { breathe } from "../breathe.ts";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption, watchOption } from "../command-line/shared-options.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { Failure, unknownName } from "../failure.ts";
import { createContextDecider, decisionOptions } from "../input/decision-options.ts";
import { findSingleFile } from "../input/find-single-file.ts";
import { compileDocument, openSingleDocument } from "../input/open-document.ts";
import { complainOfErrors } from "../input/open-runnable.ts";
import { readContext } from "../input/read-context.ts";
import { readLines, type StreamLine } from "../input/read-lines.ts";
import { reasonOf } from "../input/read-text.ts";
import { decisionFormats, printCompactDecision, printDecision } from "../output/print-decision.ts";
import { countOf } from "../output/wrap-text.ts";
import { createDecisionLog } from "../output/write-decision-log.ts";
import type { Session } from "../session.ts";

export const runCommand = defineCommand(
  {
    name: "run",
    summary: "decide: evaluate a policy against a context",
    operands: { usage: "FILE", minimum: 1, maximum: 1 },
    options: {
      ...decisionOptions,
      jsonl: {
        kind: "switch",
        summary: "the context is JSON lines, as in .jsonl files, whatever its name",
      },
      trace: { kind: "switch", summary: "add what every rule tried and how it came out" },
      "fail-on": {
        kind: "texts",
        placeholder: "STATUS,…",
        summary: "exit with 1 on these statuses, or none (rejected,limited,violated unless given)",
      },
      "decision-log": {
        kind: "text",
        placeholder: "FILE",
        summary: "append each decision, with its context, to a log that `omegac replay` reads",
      },
      mask: {
        kind: "texts",
        placeholder: "PATH",
        summary: "leave a value out of the log: context.Patient.name, context.Workers[*].name",
      },
      format: {
        kind: "choice",
        choices: decisionFormats,
        default: "pretty",
        summary: "how to print the decision; json is canonical JSON",
      },
      ...watchOption,
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Evaluates a policy against a context and prints the decision. Without --context the context is empty but for what --set gives.",
      "JSON lines are decided one by one as they come, one decision a line in the same order; a line that is no JSON gives an object with `line` and `error`, and the exit status 1.",
    ],
    examples: [
      { line: "omegac run factory.omni --context cell.json", meaning: "decide once" },
      {
        line: "omegac run factory.omni --set Distance=0.4m --set Mode=manual",
        meaning: "try a case",
      },
      {
        line: "omegac run factory.omni -c readings.jsonl > decisions.jsonl",
        meaning: "decide many",
      },
    ],
  },
  async (session, [operand = ""], options) => {
    const failing = await readStatuses(options["fail-on"]);
    if (operand === "-" && options.context === "-") {
      throw new Failure("stdin can be the policy or the context, not both");
    }
    const file = await findSingleFile(operand, session.host.folder, options["stdin-filename"]);
    const document = await openSingleDocument(session, file);
    const policy = compileDocument(document);
    if (policy.program === null) await complainOfErrors(session, document, policy);
    const decide = createContextDecider(session, document, policy, options);
    const log = createDecisionLog(session, document, options["decision-log"], options.mask);
    const inLines = options.jsonl || /\.(jsonl|ndjson)$/i.test(options.context ?? "");
    if (options.jsonl && options.context === null) throw new Failure("`--jsonl` needs `--context`");

    if (inLines) {
      return runLines(session, options.context ?? "-", failing, (context) => {
        const decided = decide(context, options.trace);
        log(decided);
        const { decision } = decided;
        const isCompact = options.format === "compact";
        return {
          status: decision.status,
          text: isCompact
            ? printCompactDecision(decision, session.style)
            : `${decisionJson(decision)}\n`,
        };
      });
    }
    const context = options.context === null ? {} : await readContext(session, options.context);
    // Reasons come from the trace; the decision is the same with and without.
    const decided = decide(context, options.trace || options.format === "pretty");
    log(decided);
    const { decision } = decided;
    await session.print(show(decision, policy, options, session));
    await noteUnreadNames(session, policy, decision, context);
    return failing.has(decision.status) ? exitCode.findings : exitCode.clean;
  },
);

/** Names of the context that look like slips for those the policy reads. */
async function noteUnreadNames(
  session: Session,
  { source, program, settings }: Policy,
  decision: Decision,
  context: JsonValue,
): Promise<void> {
  if (settings.severities[UNREAD_NAME] === "off") return;
  for (const diagnostic of diagnoseDecision(source, program, decision, context)) {
    if (diagnostic.code !== UNREAD_NAME) continue;
    await session.note(`note: ${localizeDiagnostic(diagnostic, session.words).message}\n`);
  }
}

/** Everything else that can be said of a decision stands in it. */
const UNREAD_NAME = "OM6013";

function show(
  decision: Decision,
  { program }: Policy,
  { format, trace }: { readonly format: (typeof decisionFormats)[number]; readonly trace: boolean },
  { style, width }: Session,
): string {
  switch (format) {
    case "pretty": {
      return printDecision(decision, { style, width, withTrace: trace, program });
    }
    case "compact":
      return printCompactDecision(decision, style);
    case "json":
      return `${decisionJson(decision)}\n`;
  }
}

async function readStatuses(lists: readonly string[]): Promise<ReadonlySet<DecisionStatus>> {
  if (lists.length === 0) return new Set(["rejected", "limited", "violated"]);
  const words = lists.flatMap((list) => list.split(",")).map((word) => word.trim());
  const statuses = new Set<DecisionStatus>();
  for (const word of words) {
    const status = decisionStatuses.find((known) => known === word);
    if (status !== undefined) statuses.add(status);
    else if (word !== "none") {
      throw await unknownName("`--fail-on` knows no status", word, [...decisionStatuses, "none"]);
    }
  }
  return statuses;
}

interface DecidedLine {
  readonly status: DecisionStatus;
  readonly text: string;
}

/** Decides line by line. A slow reader slows the reading, so that nothing piles up. */
async function runLines(
  session: Session,
  operand: string,
  failing: ReadonlySet<DecisionStatus>,
  decide: (context: JsonValue) => DecidedLine,
): Promise<ExitCode> {
  const counts = new Map<DecisionStatus, number>();
  let bad = 0;
  try {
    for await (const line of readLines(openStream(session, operand))) {
      if ("text" in line && line.text === "") continue;
      const context = parseLine(line);
      if (context.ok) {
        const { status, text } = decide(context.value);
        counts.set(status, (counts.get(status) ?? 0) + 1);
        await session.print(text);
      } else {
        bad++;
        await session.print(`${JSON.stringify({ line: line.number, error: context.error })}\n`);
      }
      await breathe();
    }
  } catch (error) {
    if (error instanceof Error && "syscall" in error && error.syscall !== "write") {
      throw new Failure(`the context \`${operand}\` ${reasonOf(error)}`);
    }
    throw error;
  }
  await session.note(summary(counts, bad));
  const failed = [...counts.keys()].some((status) => failing.has(status));
  return bad > 0 || failed ? exitCode.findings : exitCode.clean;
}

function openStream({ host, filesRead }: Session, operand: string): AsyncIterable<Uint8Array> {
  if (operand === "-") return host.stdin();
  const location = resolve(host.folder, operand);
  filesRead.add(location);
  return createReadStream(location);
}

function parseLine(
  line: StreamLine,
):
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly error: string } {
  if ("flaw" in line) return { ok: false, error: line.flaw };
  const parsed = parseJson(line.text);
  return parsed.ok
    ? { ok: true, value: parsed.value }
    : { ok: false, error: `not JSON: column ${parsed.column}: ${parsed.message}` };
}

function summary(counts: ReadonlyMap<DecisionStatus, number>, bad: number): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = decisionStatuses.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [`${count} ${status}`];
  });
  const lines = bad === 0 ? "" : `; ${countOf(bad, "line")} without a context`;
  return `${countOf(total, "decision")}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}${lines}\n`;
}

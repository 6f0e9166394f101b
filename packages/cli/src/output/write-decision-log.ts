// The log of decisions that `omegac run --decision-log` appends to: a record a line, as docs/decision-log.md says.
import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { decisionRecord, decisionRecordLine, isMask } from "@omega/core";
import { Failure } from "../failure.ts";
import type { DecidedContext } from "../input/decision-options.ts";
import type { OpenDocument } from "../input/open-document.ts";
import { reasonOf } from "../input/read-text.ts";
import type { Session } from "../session.ts";

/** Writes a decision down. Throws a `Failure` when that cannot be done: what is to be logged must not go unlogged. */
export type DecisionLog = (decided: DecidedContext) => void;

/** A log in the file, made when it does not exist; null logs nothing. Throws a `Failure` for masks that are no paths. */
export function createDecisionLog(
  { host }: Session,
  { file }: OpenDocument,
  path: string | null,
  masks: readonly string[],
): DecisionLog {
  const bad = masks.find((mask) => !isMask(mask));
  if (bad !== undefined) {
    throw new Failure(
      `\`--mask ${bad}\` is no path of a record`,
      "write it like `context.Patient.name`, `context.Workers[*].name` or `decision.actions[*].args.who`",
    );
  }
  if (path === null) {
    if (masks.length > 0) throw new Failure("`--mask` needs `--decision-log`");
    return () => {};
  }
  const location = resolve(host.folder, path);
  return ({ decision, context, options }) => {
    const time = new Date(host.now()).toISOString();
    const record = decisionRecord(decision, {
      time,
      policyName: file.path,
      options,
      context,
      masks,
    });
    try {
      appendFileSync(location, decisionRecordLine(record));
    } catch (error) {
      throw new Failure(`the decision log \`${path}\` ${reasonOf(error)}`);
    }
  };
}

// `omegac explain --flip`: the smallest change of a context that makes an action happen, or keeps it from happening.
import type { Example, JsonValue } from "@omega/core";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { createContextDecider } from "../input/decision-options.ts";
import { exampleContext, isRecord } from "../input/example-context.ts";
import { loadProver } from "../input/load-prover.ts";
import type { Runnable } from "../input/open-runnable.ts";
import { readContext } from "../input/read-context.ts";
import { flipJson, flipMarkdown, printFlip } from "../output/print-flip.ts";
import type { Session } from "../session.ts";

type FlipOptions = Parameters<typeof createContextDecider>[3] & {
  readonly context: string | null;
  readonly example: string | null;
  readonly format: "pretty" | "json" | "markdown";
};

/** Finds and prints the change. Exits with 1 where the context cannot be decided on, and where nothing is found or proved. */
export async function explainFlip(
  session: Session,
  opened: Runnable,
  action: string,
  options: FlipOptions,
  findExample: (name: string) => Promise<Example>,
): Promise<ExitCode> {
  const { document, policy, program } = opened;
  const example = options.example === null ? null : await findExample(options.example);
  const now = options.now ?? example?.now ?? new Date(session.host.now()).toISOString();
  const samples = example === null ? {} : ({ "sample-defaults": "off" } as const);
  const decider = createContextDecider(session, document, policy, { ...options, ...samples, now });
  const given =
    example === null
      ? await givenContext(session, options.context)
      : exampleContext(opened, example, now);
  if (typeof given === "string") throw new Failure(given, null, exitCode.findings);
  const { decision, context, options: evaluation } = decider(given, true);
  if (decision.status === "rejected" || !isRecord(context)) {
    for (const { message } of decision.problems) await session.complain(`error: ${message}\n`);
    return exitCode.findings;
  }
  const { sampleDefaults } = evaluation;
  const { findFlip } = await loadProver();
  const flip = await findFlip(program, {
    action,
    context,
    now,
    sampleDefaults,
    decide: (changed) => policy.evaluate(changed, { now, trace: true, sampleDefaults }),
  });
  const { style, width } = session;
  await session.print(
    options.format === "json"
      ? flipJson(document.file.path, flip)
      : options.format === "markdown"
        ? flipMarkdown(flip, style)
        : printFlip(flip, program, style, width),
  );
  return flip.outcome === "not proven" ? exitCode.findings : exitCode.clean;
}

async function givenContext(session: Session, operand: string | null): Promise<JsonValue> {
  return operand === null ? {} : readContext(session, operand);
}

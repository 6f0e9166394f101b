// A document that a command needs without errors.
import type { Policy, Program } from "@omega/core";
import { countSeverities, describeCounts, printFindings } from "../output/print-diagnostics.ts";
import type { Session } from "../session.ts";
import { findSingleFile } from "./find-single-file.ts";
import {
  compileDocument,
  findingsOf,
  type OpenDocument,
  openSingleDocument,
} from "./open-document.ts";

/** A policy that can be evaluated, printed as a schema, written as a program. */
export interface Runnable {
  readonly document: OpenDocument;
  readonly policy: Policy;
  readonly program: Program;
}

/**
 * The document `operand` means, compiled. Null when it has errors, which are then told on stderr. Throws a `Failure`
 * when it cannot be read.
 */
export async function openRunnable(
  session: Session,
  operand: string,
  stdinName: string | null,
): Promise<Runnable | null> {
  const file = await findSingleFile(operand, session.host.folder, stdinName);
  const document = await openSingleDocument(session, file);
  const policy = compileDocument(document);
  if (policy.program !== null) return { document, policy, program: policy.program };
  await complainOfErrors(session, document, policy);
  return null;
}

/** Tells the errors of a document on stderr, without its warnings. */
export function complainOfErrors(
  session: Session,
  document: OpenDocument,
  policy: Policy,
): Promise<void> {
  return session.complain(describeErrors(session, document, policy));
}

/** The errors of a document as they are told on stderr, without its warnings. */
export function describeErrors(
  { errorStyle, width }: Session,
  document: OpenDocument,
  policy: Policy,
): string {
  const errors = findingsOf(document, policy).filter(
    ({ diagnostic }) => diagnostic.severity === "error",
  );
  return `${printFindings(errors, errorStyle, width)}${errorStyle.red(
    errorStyle.bold(`${describeCounts(countSeverities(errors))} in ${document.file.path}`),
  )}\n`;
}

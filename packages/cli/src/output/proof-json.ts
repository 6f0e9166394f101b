// `prove --format json`: every answer, also those that are as they should be.
import { countAnswers, type ProvedDocument } from "./print-proof.ts";

/** One JSON document. */
export function proofJson(documents: readonly ProvedDocument[]): string {
  const files = documents.map(({ path, answers }) => ({ path, answers }));
  return `${JSON.stringify({ schemaVersion: 1, files, summary: countAnswers(documents) })}\n`;
}

// `prove --format sarif`: findings as results that fail, what is not proven as results that are open.
import type { SourceText, Span } from "@omega/core";
import type { ProofAnswer, QuestionKind } from "@omega/prove";
import { lineText } from "./code-frame.ts";
import type { ProvedDocument } from "./print-proof.ts";
import { createFingerprints, physicalLocation, sarifLog } from "./sarif-log.ts";

/** What findings are instances of: ids that read, because proofs have no codes. See docs/decisions/063. */
const rules: Readonly<Record<QuestionKind, { readonly id: string; readonly text: string }>> = {
  reachable: {
    id: "omega/prove/dead-rule",
    text: "A rule, branch, arm or loop that no context takes",
  },
  always: { id: "omega/prove/always-true", text: "A condition that no context makes false" },
  redundant: {
    id: "omega/prove/redundant-rule",
    text: "A rule that takes only what others take too",
  },
  arithmetic: {
    id: "omega/prove/failing-arithmetic",
    text: "A division by zero, an index out of range, the least of an empty list",
  },
  loop: { id: "omega/prove/endless-loop", text: "A WHILE that only its MAX ends" },
  effects: {
    id: "omega/prove/opposing-effects",
    text: "Actions taken together whose Effects work against each other",
  },
  constraint: {
    id: "omega/prove/breakable-constraint",
    text: "A constraint that the rules can break",
  },
  vacuous: { id: "omega/prove/idle-constraint", text: "A constraint that is never in force" },
  incompatible: {
    id: "omega/prove/incompatible-constraints",
    text: "Constraints that cannot be kept together",
  },
  gap: { id: "omega/prove/gap", text: "Inputs for which no rule takes an action" },
  everything: {
    id: "omega/prove/nothing-proved",
    text: "A document of which nothing could be proved",
  },
};

/** The log as JSON. */
export function proofSarif(
  documents: readonly ProvedDocument[],
  problems: readonly string[],
): string {
  const remarks = documents.flatMap((document) =>
    document.answers
      .filter(({ outcome }) => outcome !== "fine")
      .map((answer) => ({ document, answer })),
  );
  const kinds = [...new Set(remarks.map(({ answer }) => answer.question))].sort();
  const fingerprint = createFingerprints();
  return sarifLog({
    rules: kinds.map((kind) => {
      const { id, text } = rules[kind];
      return { id, shortDescription: { text }, defaultConfiguration: { level: "warning" } };
    }),
    results: remarks.map(({ document, answer }) => ({
      ruleId: rules[answer.question].id,
      ruleIndex: kinds.indexOf(answer.question),
      ...(answer.outcome === "finding"
        ? { kind: "fail", level: "warning" }
        : { kind: "open", level: "none" }),
      message: { text: messageOf(answer) },
      locations: [
        { physicalLocation: physicalLocation(document, lineSpan(document.source, answer.line)) },
      ],
      partialFingerprints: {
        "omegaProof/v1": fingerprint(
          `${rules[answer.question].id} ${answer.text}`,
          document,
          answer.line,
        ),
      },
      properties: {
        outcome: answer.outcome,
        subject: answer.subject,
        context: answer.context,
        listBound: answer.listBound,
        breach: answer.breach,
      },
    })),
    paths: documents.map(({ path }) => path),
    problems,
  });
}

function messageOf({ message, context }: ProofAnswer): string {
  return context === null ? message : `${message}; for example with ${JSON.stringify(context)}`;
}

/** What stands on a line, without the space around it. */
function lineSpan(source: SourceText, line: number): Span {
  const text = lineText(source, line);
  const start = source.lineStarts[line - 1] ?? 0;
  const indent = text.length - text.trimStart().length;
  return { start: start + indent, end: start + text.trimEnd().length };
}

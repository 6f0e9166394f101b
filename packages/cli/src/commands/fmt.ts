// `omegac fmt`: writes documents in canonical form, or shows what that would change.
import { type FormattedDocument, format } from "@omega/core";
import { breathe } from "../breathe.ts";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { findFiles } from "../input/find-files.ts";
import { createDocumentOpener, type OpenDocument } from "../input/open-document.ts";
import { replaceDocument } from "../input/write-file.ts";
import { unifiedDiff } from "../output/unified-diff.ts";
import { countOf } from "../output/wrap-text.ts";
import type { Session } from "../session.ts";

export const fmtCommand = defineCommand(
  {
    name: "fmt",
    summary: "write policies in canonical form",
    operands: { usage: "[PATH…]", minimum: 0, maximum: Number.POSITIVE_INFINITY },
    options: {
      check: { kind: "switch", summary: "write nothing; list what would change, and exit with 1" },
      diff: { kind: "switch", summary: "write nothing; print what would change as a diff" },
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Formats documents in place: files, folders (all .omni files in them) and patterns; without any, the working folder. `-` reads a document from stdin and prints it formatted.",
      "Formatting never changes what a document means. Items with mistakes stay as they were written, and the exit status is then 1.",
    ],
    examples: [
      { line: "omegac fmt --check .", meaning: "as a gate in CI" },
      { line: "omegac fmt - < draft.omni", meaning: "as a filter, for editors" },
    ],
  },
  async (session, operands, options) => {
    const { host } = session;
    const found = await findFiles(
      operands.length === 0 ? ["."] : operands,
      host.folder,
      options["stdin-filename"],
    );
    const problems = [...found.problems];
    const open = createDocumentOpener(session);
    const counts = { changed: 0, unchanged: 0, mistaken: 0 };
    for (const file of found.files) {
      const document = await open(file);
      if (typeof document === "string") {
        problems.push(document);
        continue;
      }
      const formatted = format(document.text, document.configuration.format, file.path);
      counts[formatted.changed ? "changed" : "unchanged"]++;
      if (await noteMistakes(session, document, formatted)) counts.mistaken++;
      const problem = await deliver(session, document, formatted, options);
      if (problem !== null) problems.push(problem);
      await breathe();
    }
    if (!operands.includes("-")) await session.note(summary(counts, options, session));
    for (const problem of problems) await session.complain(`error: ${problem}\n`);
    if (problems.length > 0) return exitCode.usage;
    const findings = counts.mistaken > 0 || (options.check && counts.changed > 0);
    return findings ? exitCode.findings : exitCode.clean;
  },
);

interface Delivery {
  readonly check: boolean;
  readonly diff: boolean;
}

/** Prints or writes one document as the options have it; or says why that cannot be done. */
async function deliver(
  session: Session,
  { file, text }: OpenDocument,
  formatted: FormattedDocument,
  { check, diff }: Delivery,
): Promise<string | null> {
  if (diff) await session.print(unifiedDiff(file.path, text, formatted.text, session.style));
  else if (check) await session.print(formatted.changed ? `${file.path}\n` : "");
  else if (file.location === null) await session.print(formatted.text);
  else if (formatted.changed) return replaceDocument(file, formatted.text);
  return null;
}

/** Says where a document could not be read, and so was left as it is. */
async function noteMistakes(
  session: Session,
  { file }: OpenDocument,
  { diagnostics }: FormattedDocument,
): Promise<boolean> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return false;
  await session.complain(
    `${file.path}: ${countOf(errors.length, "mistake")} left as written; see omegac check ${file.path}\n`,
  );
  return true;
}

function summary(
  { changed, unchanged }: { readonly changed: number; readonly unchanged: number },
  { check, diff }: Delivery,
  { errorStyle }: Session,
): string {
  const total = countOf(changed + unchanged, "file");
  if (changed === 0) return `${errorStyle.green(`${total} in canonical form`)}\n`;
  return check || diff
    ? `${errorStyle.yellow(`${changed} of ${total} would change`)}\n`
    : `${errorStyle.green(`formatted ${changed} of ${total}`)}\n`;
}

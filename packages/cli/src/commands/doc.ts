// `omegac doc`: a page of a policy for people who do not read code.
import { resolve } from "node:path";
import {
  type Coverage,
  type ExampleResult,
  type Policy,
  recordCoverage,
  resolveProjectPath,
  runExamples,
} from "@omega/core";
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions, stdinOption } from "../command-line/shared-options.ts";
import { exitCode } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { type FoundFiles, findFiles } from "../input/find-files.ts";
import {
  compileDocument,
  createDocumentOpener,
  type OpenDocument,
} from "../input/open-document.ts";
import { complainOfErrors } from "../input/open-runnable.ts";
import { readToday, todayOption } from "../input/read-today.ts";
import { writeOutput } from "../input/write-file.ts";
import { loadWording } from "../locales/words.ts";
import type { Session } from "../session.ts";
import { version } from "../version.ts";

export const docCommand = defineCommand(
  {
    name: "doc",
    summary: "write a page of a policy for people who do not read code",
    operands: { usage: "FILE [SUITE…]", minimum: 1, maximum: Number.POSITIVE_INFINITY },
    options: {
      format: {
        kind: "choice",
        choices: ["html", "markdown"],
        default: "html",
        summary: "html: one file that stands by itself; markdown: for a repository's pages",
      },
      output: {
        kind: "text",
        placeholder: "FILE",
        short: "o",
        summary: "write to a file; stdout unless given",
      },
      ...todayOption,
      ...stdinOption,
      ...sharedOptions,
    },
    description: [
      "Writes what a policy is for, who may do what, what it is told, its rules as sentences and decision tables with a picture of what leads to what, its constraints and where they come from, its examples with what was decided, and when it is to be reviewed.",
      "The page of a document with errors says what is wrong and shows what could be read; the exit code is then 1. Suites (.test.omni) named behind the policy add their examples.",
    ],
    examples: [
      { line: "omegac doc factory.omni -o factory.html", meaning: "to read, to print, to send" },
      {
        line: "omegac doc factory.omni factory.test.omni --format markdown -o factory.md",
        meaning: "beside the policy, with the examples of its suite",
      },
    ],
  },
  async (session, operands, { format, output, today, ...options }) => {
    const date = readToday(session, today);
    const found = await findFiles(operands, session.host.folder, options["stdin-filename"]);
    const documents = await openAll(found, session, date);
    const subject = subjectOf(documents);
    const suites = documents.filter((each) => each !== subject);
    const { results, coverage } = runAll(subject, suites);
    // In a file of its own.
    const { policyPage } = await import("../policy-page/policy-page.ts");
    const page = policyPage(subject.policy, {
      format,
      today: date,
      version,
      path: subject.document.file.path,
      results,
      coverage,
      wording: await loadWording(session.style.words),
      locale: session.style.words,
    });
    if (output === null) await session.print(page);
    else {
      const complaint = writeOutput(resolve(session.host.folder, output), output, page);
      if (complaint !== null) throw new Failure(complaint);
    }
    if (subject.policy.ok) return exitCode.clean;
    await complainOfErrors(session, subject.document, subject.policy);
    return exitCode.findings;
  },
);

/** A document with what came of compiling it. */
interface Compiled {
  readonly document: OpenDocument;
  readonly policy: Policy;
}

async function openAll(
  { files, problems }: FoundFiles,
  session: Session,
  today: string,
): Promise<readonly Compiled[]> {
  const [problem] = problems;
  if (problem !== undefined) throw new Failure(problem);
  const open = createDocumentOpener(session);
  const documents: Compiled[] = [];
  for (const file of files) {
    const document = await open(file);
    if (typeof document === "string") throw new Failure(document);
    const dated = { ...document, options: { ...document.options, today } };
    documents.push({ document: dated, policy: compileDocument(dated) });
  }
  return documents;
}

/** The one policy among them; a suite stands for itself where there is none. Throws a `Failure` for several. */
function subjectOf(documents: readonly Compiled[]): Compiled {
  const policies = documents.filter(({ policy }) => policy.document.suiteFor === null);
  const [first, second] = policies.length > 0 ? policies : documents;
  if (first !== undefined && second === undefined) return first;
  throw new Failure(
    `a page is of one policy, and there are ${policies.length}`,
    `name one of them, for example \`${first?.document.file.path ?? "policy.omni"}\``,
  );
}

/**
 * Runs the examples of the document and those of its suites, and measures what they cover. Throws a `Failure` for a suite
 * of another policy.
 */
function runAll(
  { document, policy }: Compiled,
  suites: readonly Compiled[],
): { readonly results: readonly ExampleResult[]; readonly coverage: Coverage | null } {
  for (const suite of suites) refuseStranger(suite, policy);
  const own = { examples: policy.examples, load: document.options.load };
  const others = suites.map((suite) => ({
    examples: suite.policy.examples,
    load: suite.document.options.load,
  }));
  if (policy.program === null) {
    return { results: runExamples(policy, { loadText: own.load }), coverage: null };
  }
  const recorder = recordCoverage(policy.program);
  const results = [own, ...others].flatMap(({ examples, load }) =>
    examples.map((example) => recorder.run(example, policy.settings, { loadText: load })),
  );
  return { results, coverage: results.length === 0 ? null : recorder.measure() };
}

function refuseStranger({ document, policy: suite }: Compiled, policy: Policy): void {
  const named = suite.document.suiteFor?.policy ?? "";
  if (resolveProjectPath(suite.source.file, named) === policy.source.file) return;
  throw new Failure(
    `\`${document.file.path}\` holds examples for \`${named}\`, not for \`${policy.source.file}\``,
  );
}

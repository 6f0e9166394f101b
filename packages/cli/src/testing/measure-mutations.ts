// Makes mistakes in the policies of one run of `omegac test`, and runs their examples, those of suites about them, too.
import { compile, type Example, type Program, type Settings } from "@omega/core";
import type { MutantKind, Mutation } from "@omega/prove";
import type { InputFile } from "../input/find-files.ts";
import { loadProver } from "../input/load-prover.ts";
import {
  compileDocument,
  createDocumentOpener,
  type OpenDocument,
} from "../input/open-document.ts";
import type { Session } from "../session.ts";

/** The mutants of one policy. */
export interface MutatedPolicy {
  /** As the user would name it. */
  readonly path: string;
  readonly mutation: Mutation;
  /** Of those that count. */
  readonly score: { readonly killed: number; readonly total: number };
  /** All there are, as they are listed. */
  readonly kinds: readonly MutantKind[];
}

export interface MutatingOptions {
  /** At most so many mutants of each policy; null for all. */
  readonly most: number | null;
  /** Milliseconds for each policy. */
  readonly budget: number;
}

interface Subject {
  readonly path: string;
  readonly text: string;
  readonly document: OpenDocument;
  readonly program: Program;
  readonly settings: Settings;
  readonly examples: Example[];
}

/** Milliseconds for one question to the solver. */
const TIMEOUT = 2_000;

/** Every policy among the files, or that a suite among them is about. Those with errors are left out: that has been told. */
export async function measureMutations(
  session: Session,
  files: readonly InputFile[],
  { most, budget }: MutatingOptions,
): Promise<readonly MutatedPolicy[]> {
  const subjects = await findSubjects(session, files);
  const { measureMutation, mutantKinds, mutationScore } = await loadProver();
  const measured: MutatedPolicy[] = [];
  for (const { path, text, document, program, settings, examples } of subjects) {
    const options = { ...document.options, file: program.file };
    const mutation = await measureMutation(program, {
      text,
      file: program.file,
      compileText: (changed) => compile(changed, options),
      compileWith: (sections) => compile(`${text}\n\n${sections}\n`, options),
      examples,
      settings,
      loadText: document.options.load,
      most,
      budget,
      timeout: TIMEOUT,
      listBound: 8,
      clock: () => performance.now(),
      progress: (done, all) => showProgress(session, path, done, all),
    });
    measured.push({ path, mutation, score: mutationScore(mutation), kinds: mutantKinds });
  }
  session.host.drawStatus("");
  return measured;
}

async function findSubjects(
  session: Session,
  files: readonly InputFile[],
): Promise<readonly Subject[]> {
  const open = createDocumentOpener(session);
  const subjects = new Map<string, Subject>();
  for (const file of files) {
    // What came on stdin has been read already.
    const document = file.location === null ? "" : await open(file);
    if (typeof document === "string") continue;
    const { program, examples, settings } = compileDocument(document);
    if (program === null) continue;
    const key = JSON.stringify([document.configuration.root, program.file, program.sha256]);
    const known = subjects.get(key);
    if (known !== undefined) {
      known.examples.push(...examples);
      continue;
    }
    const isSuite = program.file !== document.options.file;
    const text = isSuite ? document.options.load(program.file) : document.text;
    if (text === null || program.rules.length === 0) continue;
    const path = document.placeOf(program.file)?.path ?? program.file;
    subjects.set(key, { path, text, document, program, settings, examples: [...examples] });
  }
  return [...subjects.values()];
}

function showProgress(
  { host, options, words }: Session,
  path: string,
  done: number,
  all: number,
): void {
  if (options.quiet || host.environment.TERM === "dumb" || !host.stderr.isTerminal) return;
  host.drawStatus(words.phrase(`mutating ${path}: ${done} of ${all}`));
}

// Proofs of documents: asked for by command, worked out by the host while typing goes on, and shown until the next edit.
import type { Locale } from "@omega/core";
import {
  type Proof,
  type ProvedAnswer,
  proofActions,
  proofDiagnostics,
  type ServiceDocument,
} from "@omega/service";
import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  type Diagnostic,
  MessageType,
  type Range,
} from "vscode-languageserver";
import type { ServerHost } from "./host.ts";
import type { Project } from "./project.ts";
import { tellBy } from "./tell.ts";

export interface Proofs {
  /** Whether the host has a solver. */
  readonly isPossible: boolean;
  /** Proves a document, shows what it found, and says so in a line. An edit in between makes it all void, and is told of. */
  readonly prove: (uri: string, token: CancellationToken) => Promise<readonly ProvedAnswer[]>;
  /** What was proved of a document as it stands; null where nothing was. */
  readonly of: (document: ServiceDocument) => Proof | null;
  readonly diagnostics: (document: ServiceDocument) => readonly Diagnostic[];
  readonly actions: (document: ServiceDocument, range: Range) => readonly CodeAction[];
}

/** Nothing is proved yet. `changed` is told of documents of which more, or less, is known now. */
export function createProofs(
  connection: Connection,
  project: Project,
  { prove }: ServerHost,
  { phrase }: Locale,
  changed: (uri: string) => void,
): Proofs {
  const proofs = new Map<string, Proof>();
  const tell = tellBy(connection, phrase);
  const of = ({ uri, version }: ServiceDocument): Proof | null => {
    const proof = proofs.get(uri);
    return proof?.version === version ? proof : null;
  };
  return {
    isPossible: prove !== null,
    of,
    diagnostics(document) {
      const proof = of(document);
      return proof === null ? [] : proofDiagnostics(document, proof);
    },
    actions(document, range) {
      const proof = of(document);
      const { textOf } = project.filesOf(document.uri);
      return proof === null ? [] : proofActions(document, range, proof, textOf);
    },
    async prove(uri, token) {
      const document = await project.find(uri);
      if (document === null || prove === null) return [];
      const { program } = document.policy;
      if (program === null) {
        await tell(MessageType.Warning, "a document is proved when it has no errors");
        return [];
      }
      const { version } = document;
      const abort = new AbortController();
      const progress = await connection.window.createWorkDoneProgress();
      const stop = [token, progress.token].map((each) =>
        each.onCancellationRequested(() => abort.abort()),
      );
      progress.begin(phrase(`proving ${document.file}`), 0, undefined, true);
      try {
        const answers = await prove(program, abort.signal, (answered, all) =>
          progress.report((100 * answered) / all, phrase(`${answered} of ${all} questions`)),
        );
        if (abort.signal.aborted) return [];
        const current = await project.find(uri);
        if (current?.version !== version) {
          await tell(
            MessageType.Warning,
            "the document was edited while it was proved: prove it again",
          );
          return [];
        }
        proofs.set(document.uri, { version, answers });
        changed(document.uri);
        await tell(...summaryOf(answers));
        return answers;
      } finally {
        progress.done();
        for (const each of stop) each.dispose();
      }
    },
  };
}

function summaryOf(answers: readonly ProvedAnswer[]): readonly [MessageType, string] {
  const of = (wanted: ProvedAnswer["outcome"]): number =>
    answers.filter(({ outcome }) => outcome === wanted).length;
  const findings = of("finding");
  const said = `${findings === 1 ? "1 finding" : `${findings} findings`}, ${of("not proven")} not proven, ${of("fine")} as they should be`;
  return [findings > 0 ? MessageType.Warning : MessageType.Info, said];
}

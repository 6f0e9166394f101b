// When the editor asks what is wrong with a document: at once when it is opened, and while it is typed in, after a short quiet,
// because nobody reads what changes with each key.
import {
  CancellationError,
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  Uri,
  workspace,
} from "vscode";
import type { DiagnosticProviderMiddleware } from "vscode-languageclient";

const quietMilliseconds = 100;

export interface Checking extends Disposable {
  readonly middleware: DiagnosticProviderMiddleware;
  /** Whether the server is being asked about a document now. */
  readonly isChecking: (uri: Uri) => boolean;
  readonly onDidChange: Event<void>;
}

/** Follows edits and the requests of a client. */
export function createChecking(): Checking {
  const edited = new Map<string, number>();
  const asked = new Map<string, number>();
  const changed = new EventEmitter<void>();
  const count = (key: string, by: number): void => {
    const now = (asked.get(key) ?? 0) + by;
    if (now === 0) asked.delete(key);
    else asked.set(key, now);
    changed.fire();
  };
  const edits = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.languageId === "omega" && contentChanges.length > 0) {
      edited.set(document.uri.toString(), Date.now());
    }
  });
  const closings = workspace.onDidCloseTextDocument(({ uri }) => edited.delete(uri.toString()));
  return {
    onDidChange: changed.event,
    isChecking: (uri) => asked.has(uri.toString()),
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const key = (document instanceof Uri ? document : document.uri).toString();
        count(key, 1);
        try {
          await quiet(() => (edited.get(key) ?? 0) + quietMilliseconds, token);
          return await next(document, previousResultId, token);
        } finally {
          count(key, -1);
        }
      },
    },
    dispose() {
      edits.dispose();
      closings.dispose();
      changed.dispose();
    },
  };
}

/** Resolves at `until()`, milliseconds since 1970, which may move while it waits; rejects when it is cancelled. */
async function quiet(until: () => number, token: CancellationToken): Promise<void> {
  for (let left = until() - Date.now(); left > 0; left = until() - Date.now()) {
    const milliseconds = left;
    await new Promise<void>((resolve) => {
      const stop = token.onCancellationRequested(end);
      const timer = setTimeout(end, milliseconds);
      function end(): void {
        clearTimeout(timer);
        stop.dispose();
        resolve();
      }
    });
    if (token.isCancellationRequested) throw new CancellationError();
  }
}

// What the client asks of its server, on the desktop and in the browser alike.
import { env, type LogOutputChannel, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

/** Where documents lie that people write: on disk, unsaved, on another machine, and whatever the open folders lie on. */
const schemes = new Set([
  "file",
  "untitled",
  "vscode-remote",
  "vscode-vfs",
  ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
]);

/** Documents that are another's output or history are not checked: `git:`, `output:`, diffs. */
export const documentSelector = [...schemes].map((scheme) => ({ language: "omega", scheme }));

/** The address of a diagnostic's page; `{code}` stands for its code. */
const pageAddress = "command:omega.showPage?%22{code}%22";

export function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    initializationOptions: {
      pageAddress,
      isTrusted: workspace.isTrusted,
      locale: env.language,
      decisionView: true,
    },
    markdown: { isTrusted: false },
  };
}

// What the client asks of its server, on the desktop and in the browser alike.
import { env, type LogOutputChannel, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { Checking } from "./check-after-quiet.ts";

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

export function clientOptions(
  outputChannel: LogOutputChannel,
  checking: Checking,
): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    // Read anew whenever the server starts: people change their mind about both.
    initializationOptions: () => ({
      pageAddress,
      isTrusted: workspace.isTrusted,
      locale: locale(),
      decisionView: true,
    }),
    markdown: { isTrusted: false },
    middleware: checking.middleware,
  };
}

/** The language that people want to be told things in: `omega.locale`, else the editor's own. */
function locale(): string {
  const wanted = workspace.getConfiguration("omega").get<string>("locale", "auto");
  return wanted === "auto" ? env.language : wanted;
}

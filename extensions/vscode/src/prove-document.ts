// "Prove Document", and proving on save where the settings ask for it. The server has the solver, on the desktop.

import { lensCommands } from "@omega/language-server";
import { commands, Disposable, l10n, type TextDocument, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Registers the command and follows saves. */
export function provideProofs(client: BaseLanguageClient): Disposable {
  const canProve = (): boolean =>
    client.initializeResult?.capabilities.executeCommandProvider?.commands.includes(
      lensCommands.prove,
    ) === true;
  const prove = ({ uri }: TextDocument): Promise<unknown> =>
    client.sendRequest("workspace/executeCommand", {
      command: lensCommands.prove,
      arguments: [client.code2ProtocolConverter.asUri(uri)],
    });
  return Disposable.from(
    commands.registerCommand("omega.proveDocument", async () => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId !== "omega") {
        await window.showInformationMessage(l10n.t("Open an OMEGA document to prove it."));
      } else if (!canProve()) {
        await window.showInformationMessage(
          l10n.t(
            "The solver runs in VS Code on the desktop, not on the web; `omegac prove` has it too.",
          ),
        );
      } else await prove(document);
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (document.languageId !== "omega" || !canProve()) return;
      if (workspace.getConfiguration("omega", document).get("prove.onSave") === true) {
        void prove(document);
      }
    }),
  );
}

// The language status: what the server is doing about the document one looks at, and the way to what helps.
import {
  type Command,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { Checking } from "./check-after-quiet.ts";
import { documentSelector } from "./client-options.ts";

/** Shows the state of the server and of the active document beside the language's name. */
export function showStatus(client: BaseLanguageClient, checking: Checking): Disposable {
  const server = languages.createLanguageStatusItem("omega.server", documentSelector);
  server.name = "OMEGA";
  const trust = showTrust();
  const show = (): void => describe(server, client.state, checking);
  show();
  return Disposable.from(
    server,
    trust,
    client.onDidChangeState(show),
    checking.onDidChange(show),
    languages.onDidChangeDiagnostics(show),
    window.onDidChangeActiveTextEditor(show),
  );
}

function describe(item: LanguageStatusItem, state: State, checking: Checking): void {
  const uri = window.activeTextEditor?.document.uri;
  const isChecking = uri !== undefined && checking.isChecking(uri);
  item.busy = state === State.Starting || isChecking;
  item.severity = LanguageStatusSeverity.Information;
  item.detail = l10n.t("checks as you type");
  item.command = showOutput();
  switch (state) {
    case State.Starting:
      item.text = l10n.t("starting");
      return;
    case State.Running: {
      const problems = uri === undefined ? 0 : countProblems(uri);
      item.text = isChecking
        ? l10n.t("checking")
        : problems === 0
          ? l10n.t("no problems")
          : problems === 1
            ? l10n.t("1 problem")
            : l10n.t("{0} problems", problems);
      if (problems > 0) {
        item.command = {
          title: l10n.t("Show Problems"),
          command: "workbench.actions.view.problems",
        };
      }
      return;
    }
    case State.StartFailed:
    case State.Stopped:
      item.severity = LanguageStatusSeverity.Error;
      item.text =
        state === State.Stopped ? l10n.t("server stopped") : l10n.t("server could not start");
      item.detail = l10n.t("nothing is checked");
      item.command = { title: l10n.t("Restart"), command: "omega.restartServer" };
      return;
  }
}

function countProblems(uri: Uri): number {
  return languages.getDiagnostics(uri).filter(({ source }) => source === "omega").length;
}

function showOutput(): Command {
  return { title: l10n.t("Show Output"), command: "omega.showOutput" };
}

/** As long as the folder is not trusted, what that means. */
function showTrust(): Disposable {
  if (workspace.isTrusted) return Disposable.from();
  const item = languages.createLanguageStatusItem("omega.trust", documentSelector);
  item.name = l10n.t("OMEGA: trust");
  item.severity = LanguageStatusSeverity.Warning;
  item.text = l10n.t("folder not trusted");
  item.detail = l10n.t("its settings are not read, and examples do not run");
  item.command = { title: l10n.t("Manage Trust"), command: "workbench.trust.manage" };
  return Disposable.from(
    item,
    workspace.onDidGrantWorkspaceTrust(() => item.dispose()),
  );
}

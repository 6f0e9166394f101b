// The language status: what the server is doing, and the way to restart it.
import { type Disposable, LanguageStatusSeverity, languages } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { documentSelector } from "./client-options.ts";

/** Shows the server's state beside the language's name. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem("omega.server", documentSelector);
  item.name = "OMEGA";
  item.command = { title: "Restart", command: "omega.restartServer" };
  const show = (state: State): void => {
    const isDown = state === State.Stopped || state === State.StartFailed;
    item.busy = state === State.Starting;
    item.severity = isDown ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = describeState(state);
  };
  show(client.state);
  const listening = client.onDidChangeState(({ newState }) => show(newState));
  return {
    dispose() {
      listening.dispose();
      item.dispose();
    },
  };
}

function describeState(state: State): string {
  switch (state) {
    case State.Starting:
      return "OMEGA is starting";
    case State.Running:
      return "OMEGA checks as you type";
    case State.StartFailed:
      return "OMEGA could not start";
    case State.Stopped:
      return "OMEGA has stopped";
  }
}

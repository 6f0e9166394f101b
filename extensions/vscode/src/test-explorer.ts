// Examples as tests: the Test Explorer's tree and runs, and the lenses in the text that start the same runs.
import { lensCommands, trustGranted } from "@omega/language-server";
import { Disposable, l10n, type TestItem, tests, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "./ask-about-examples.ts";
import { createTestRuns } from "./test-runs.ts";
import { growTestTree } from "./test-tree.ts";

/** Registers the test controller, and takes over what lenses do. */
export function provideTests(client: BaseLanguageClient): Disposable {
  const controller = tests.createTestController("omega", l10n.t("OMEGA examples"));
  const tree = growTestTree(controller, client);
  const runs = createTestRuns(controller, client, tree);
  controller.resolveHandler = async (item) => {
    if (item === undefined) await tree.discover();
    else if (item.uri !== undefined) await tree.list(item.uri);
  };
  controller.refreshHandler = tree.discover;

  /** The documents of these addresses as they are in the text at this moment, with their examples. */
  const itemsOf = async (addresses: readonly string[]): Promise<readonly TestItem[]> => {
    const items = await Promise.all(addresses.map((address) => tree.list(Uri.parse(address))));
    return items.flatMap((item) => item ?? []);
  };
  /** Does what a lens names; false where the server has to. */
  const runLens = async (command: string, given: readonly unknown[]): Promise<boolean> => {
    const [uri, id] = given;
    if (typeof uri !== "string") return false;
    const { run, coverage } = runs.profiles;
    switch (command) {
      case lensCommands.runExample: {
        const [file] = await itemsOf([uri]);
        const example = typeof id === "string" ? file?.children.get(id) : undefined;
        if (example !== undefined) await runs.start([example], run);
        return example !== undefined;
      }
      case lensCommands.runExamples:
        await runs.start(await itemsOf([uri]), run);
        return true;
      case lensCommands.showCoverage: {
        const suites = await askAboutExamples(client, "suites", { uri });
        await runs.start(await itemsOf([uri, ...suites]), coverage);
        return true;
      }
      default:
        return false;
    }
  };
  // The client reads its middleware when it registers what the server offers.
  client.middleware.executeCommand = async (command, given, next) =>
    (await runLens(command, given)) ? undefined : next(command, given);
  client.middleware.provideCodeLenses = (document, token, next) =>
    workspace.getConfiguration("omega", document).get("codeLens.enabled", true)
      ? next(document, token)
      : [];
  return Disposable.from(
    tree,
    workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustGranted)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("omega.codeLens")) refreshLenses(client);
    }),
  );
}

function refreshLenses(client: BaseLanguageClient): void {
  const lenses = client.getFeature("textDocument/codeLens");
  for (const document of workspace.textDocuments) {
    lenses.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }
}

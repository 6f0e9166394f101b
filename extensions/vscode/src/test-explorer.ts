// Examples as tests: found in open documents and in the workspace's files, run by the server.
import { type ExampleOutcome, omegaRequests } from "@omega/language-server";
import {
  Disposable,
  Range,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  type Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

interface ListedExample {
  readonly title: string;
  readonly index: number;
  readonly range: ExampleOutcome["range"];
}

/** Registers the test controller. */
export function provideTests(client: BaseLanguageClient): Disposable {
  const controller = tests.createTestController("omega", "OMEGA examples");

  const fileItem = (uri: Uri): TestItem => {
    const known = controller.items.get(uri.toString());
    if (known !== undefined) return known;
    const item = controller.createTestItem(uri.toString(), workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    controller.items.add(item);
    return item;
  };
  const listExamples = async (item: TestItem): Promise<void> => {
    const { uri } = item;
    if (uri === undefined) return;
    const examples = await client.sendRequest<readonly ListedExample[]>(omegaRequests.examples, {
      uri: uri.toString(),
    });
    const children = examples.map(({ title, index, range }) => {
      const child = controller.createTestItem(`${item.id}#${index}`, title, uri);
      child.range = toRange(range);
      child.sortText = String(index).padStart(5, "0");
      return child;
    });
    item.children.replace(children);
    if (children.length === 0) controller.items.delete(item.id);
  };
  controller.resolveHandler = async (item) => {
    if (item !== undefined) return listExamples(item);
    const files = await workspace.findFiles("**/*.omni", "**/node_modules/**");
    for (const uri of files) fileItem(uri);
  };
  controller.refreshHandler = () => controller.resolveHandler?.(undefined);

  const runFile = async (file: TestItem, only: TestItem | null, run: TestRun): Promise<void> => {
    if (file.children.size === 0) await listExamples(file);
    const asked = only === null ? [...file.children].map(([, child]) => child) : [only];
    for (const item of asked) run.started(item);
    const index = only === null ? null : Number(only.id.slice(only.id.lastIndexOf("#") + 1));
    const outcomes = await client.sendRequest<readonly ExampleOutcome[]>(
      omegaRequests.runExamples,
      { uri: file.uri?.toString(), index },
    );
    for (const outcome of outcomes) {
      const item = file.children.get(`${file.id}#${outcome.index}`);
      if (item !== undefined) report(outcome, item, run);
    }
  };
  controller.createRunProfile(
    "Run",
    TestRunProfileKind.Run,
    async (request: TestRunRequest) => {
      const run = controller.createTestRun(request);
      const asked = request.include ?? [...controller.items].map(([, item]) => item);
      for (const item of asked) {
        if (run.token.isCancellationRequested) break;
        await (item.parent === undefined
          ? runFile(item, null, run)
          : runFile(item.parent, item, run));
      }
      run.end();
    },
    true,
  );
  const follow = (uri: Uri): void => {
    if (uri.path.endsWith(".omni")) void listExamples(fileItem(uri));
  };
  return Disposable.from(
    controller,
    workspace.onDidOpenTextDocument(({ uri }) => follow(uri)),
    workspace.onDidChangeTextDocument(({ document }) => follow(document.uri)),
  );
}

function report({ status, message }: ExampleOutcome, item: TestItem, run: TestRun): void {
  if (status === "passed") {
    run.passed(item);
    return;
  }
  const failure = new TestMessage(message);
  run[status === "failed" ? "failed" : "errored"](item, failure);
}

function toRange({ start, end }: ExampleOutcome["range"]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

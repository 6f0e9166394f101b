// The tree of the Test Explorer: a file for each document and suite with examples, kept as files come and go and as one types.
import {
  Disposable,
  type Event,
  EventEmitter,
  languages,
  type TestController,
  type TestItem,
  type TextDocument,
  type Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askAboutExamples } from "./ask-about-examples.ts";
import { documentSelector } from "./client-options.ts";
import { findDocuments } from "./find-documents.ts";
import { toRange } from "./to-range.ts";

export interface TestTree extends Disposable {
  /** Finds the documents of the workspace anew. */
  readonly discover: () => Promise<void>;
  /** Lists the examples of one document; gives its item, or undefined where it has none. */
  readonly list: (uri: Uri) => Promise<TestItem | undefined>;
  /** A document, or a file that examples may read, is different now and stays so for a moment. */
  readonly onDidChange: Event<Uri>;
}

/** Typing goes on within this time. */
const typingMilliseconds = 250;
/** The server hears of files by messages that are gathered for a quarter of a second: it is asked after that. */
const diskMilliseconds = 500;
const listedAtOnce = 8;

/** Fills `controller` with what the server finds, from now on. */
export function growTestTree(controller: TestController, client: BaseLanguageClient): TestTree {
  const changed = new EventEmitter<Uri>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** How often each document has been asked about: only the last answer counts. */
  const asked = new Map<string, number>();

  const list = async (uri: Uri): Promise<TestItem | undefined> => {
    const id = uri.toString();
    const turn = (asked.get(id) ?? 0) + 1;
    asked.set(id, turn);
    const listed = await askAboutExamples(client, "list", { uri: id });
    if (asked.get(id) !== turn) return controller.items.get(id);
    if (listed.length === 0) {
      controller.items.delete(id);
      return undefined;
    }
    const known = controller.items.get(id);
    const item = known ?? controller.createTestItem(id, workspace.asRelativePath(uri), uri);
    // An item that stays the same keeps its result, wherever in the text it is now.
    const children = listed.map((example) => {
      const child =
        item.children.get(example.id) ?? controller.createTestItem(example.id, example.title, uri);
      child.label = example.title;
      child.range = toRange(example.range);
      child.sortText = String(example.index).padStart(6, "0");
      return child;
    });
    item.children.replace(children);
    if (known === undefined) controller.items.add(item);
    return item;
  };

  const forget = (uri: Uri): void => {
    const id = uri.toString();
    clearTimeout(waiting.get(id));
    waiting.delete(id);
    asked.delete(id);
    controller.items.delete(id);
  };

  /** Does something about a file once it has been left alone for a while. */
  const later = (uri: Uri, quiet: number, act: () => Promise<unknown>): void => {
    const id = uri.toString();
    clearTimeout(waiting.get(id));
    const timer = setTimeout(() => {
      waiting.delete(id);
      // A server that is not there is told of by itself, and asked again at the next change.
      void act().catch(() => {});
    }, quiet);
    waiting.set(id, timer);
  };
  const lookAgain = async (uri: Uri): Promise<void> => {
    await list(uri);
    changed.fire(uri);
  };

  const listAll = async (uris: readonly Uri[]): Promise<void> => {
    const left = [...uris];
    const worker = async (): Promise<void> => {
      for (let uri = left.shift(); uri !== undefined; uri = left.shift()) await list(uri);
    };
    await Promise.all(Array.from({ length: listedAtOnce }, worker));
  };

  const discover = async (): Promise<void> => {
    const folders = workspace.workspaceFolders ?? [];
    const files = (await Promise.all(folders.map(({ uri }) => findDocuments(uri)))).flat();
    const open = workspace.textDocuments.filter(isOurs).map(({ uri }) => uri);
    const found = new Map([...files, ...open].map((uri) => [uri.toString(), uri]));
    for (const [id] of controller.items) if (!found.has(id)) controller.items.delete(id);
    await listAll([...found.values()]);
  };

  /** A folder that was moved or deleted is told of by its own name alone. */
  const forgetBelow = (folder: Uri): void => {
    for (const [, { uri }] of controller.items) {
      if (uri !== undefined && `${uri.path}/`.startsWith(`${folder.path}/`)) forget(uri);
    }
  };
  const discoverBelow = async (folder: Uri): Promise<void> => {
    if (/\.\w+$/.test(folder.path)) return;
    await listAll(await findDocuments(folder));
  };

  const documents = workspace.createFileSystemWatcher("**/*.omni", false, false, true);
  const contexts = workspace.createFileSystemWatcher("**/*.json", false, false, true);
  const folders = workspace.createFileSystemWatcher("**", false, true, false);
  const documentOnDisk = (uri: Uri): void => {
    // Of an open document the editor's text counts, which was looked at when it changed.
    const isOpen = workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
    if (!isOpen && !uri.path.includes("/node_modules/")) {
      later(uri, diskMilliseconds, () => lookAgain(uri));
    }
  };
  const contextOnDisk = (uri: Uri): void =>
    later(uri, diskMilliseconds, async () => changed.fire(uri));
  const listening = Disposable.from(
    controller,
    changed,
    documents,
    contexts,
    folders,
    documents.onDidCreate(documentOnDisk),
    documents.onDidChange(documentOnDisk),
    contexts.onDidCreate(contextOnDisk),
    contexts.onDidChange(contextOnDisk),
    folders.onDidCreate((uri) => void discoverBelow(uri).catch(() => {})),
    folders.onDidDelete((uri) => {
      forgetBelow(uri);
      changed.fire(uri);
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) later(document.uri, typingMilliseconds, () => list(document.uri));
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isOurs(document) || contentChanges.length === 0) return;
      later(document.uri, typingMilliseconds, () => lookAgain(document.uri));
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (!isOurs(document)) return;
      // What was not saved is gone; what is on disk counts again.
      if (document.isUntitled) forget(document.uri);
      else if (document.isDirty) {
        later(document.uri, typingMilliseconds, () => lookAgain(document.uri));
      }
    }),
    workspace.onDidChangeWorkspaceFolders(() => void discover().catch(() => {})),
  );
  return {
    discover,
    list,
    onDidChange: changed.event,
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      listening.dispose();
    },
  };
}

function isOurs(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0;
}

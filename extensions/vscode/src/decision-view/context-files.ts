// Context files: JSON near a document, read as they are being typed, and followed when they change.
import { Disposable, RelativePattern, type TextDocument, Uri, workspace } from "vscode";

const mostFiles = 500;

/** JSON that is never a context. */
const foreign =
  /^(package(-lock)?|[jt]sconfig(\..*)?|omega\.config|composer|turbo|biome)\.json$|\.schema\.json$|^\./;

/** The JSON files that may be contexts of a document, the nearest first. */
export async function findContextFiles(document: TextDocument): Promise<readonly Uri[]> {
  const folder = Uri.joinPath(document.uri, "..");
  const isInWorkspace =
    document.isUntitled || workspace.getWorkspaceFolder(document.uri) !== undefined;
  const found = isInWorkspace
    ? await workspace.findFiles(
        "**/*.json",
        "**/{node_modules,.git,.vscode,dist,out}/**",
        mostFiles,
      )
    : await siblings(folder);
  const stem = nameOf(document.uri).replace(/(\.test)?\.omni$/, "");
  return found
    .filter((uri) => !foreign.test(nameOf(uri)))
    .map((uri) => ({ uri, path: uri.path, distance: distanceBetween(folder, uri, stem) }))
    .sort((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1))
    .map(({ uri }) => uri);
}

/** The text of a file: what is being typed where it is open, else what is saved; null where there is none. */
export async function readContextFile(address: string): Promise<string | null> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(address)));
  } catch {
    return null;
  }
}

/** Calls `changed` when the file is typed in, closed without saving, or changes on disk. */
export function followContextFile(address: string, changed: () => void): Disposable {
  const uri = Uri.parse(address);
  const isThis = (document: TextDocument): boolean => document.uri.toString() === address;
  const watcher = workspace.createFileSystemWatcher(
    new RelativePattern(Uri.joinPath(uri, ".."), nameOf(uri)),
  );
  return Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isThis(document)) changed();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (isThis(document)) changed();
    }),
  );
}

/** The last part of a path. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

async function siblings(folder: Uri): Promise<readonly Uri[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries
      .filter(([name]) => name.endsWith(".json"))
      .map(([name]) => Uri.joinPath(folder, name));
  } catch {
    // A document that was never saved has no neighbours.
    return [];
  }
}

/** Steps from the folder to the file; what is called like the document is nearer. */
function distanceBetween(folder: Uri, file: Uri, stem: string): number {
  const from = folder.path.split("/");
  const to = file.path.split("/").slice(0, -1);
  let shared = 0;
  while (shared < Math.min(from.length, to.length) && from[shared] === to[shared]) shared++;
  const steps = from.length + to.length - 2 * shared;
  return steps * 2 + (nameOf(file).startsWith(stem) ? 0 : 1);
}

// Answers the questions of a server that has no files of its own, by the editor's file system.
import { hostRequests } from "@omega/language-server";
import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

const mostDocuments = 10_000;
const mostFolders = 2_000;

export function answerHostRequests(client: BaseLanguageClient): void {
  client.onRequest(hostRequests.readText, async ({ uri }: { readonly uri: string }) => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
  client.onRequest(hostRequests.findDocuments, async ({ folder }: { readonly folder: string }) => {
    const top = Uri.parse(folder);
    const pattern = new RelativePattern(top, "**/*.omni");
    const found = await workspace
      .findFiles(pattern, "**/node_modules/**", mostDocuments)
      .then(null, () => []);
    // Not every file system on the web can be searched; all of them list their folders.
    return (found.length > 0 ? found : await walk(top)).map(String);
  });
}

/** The documents below a folder, by listing folder after folder. */
async function walk(top: Uri): Promise<readonly Uri[]> {
  const found: Uri[] = [];
  const folders = [top];
  for (const folder of folders) {
    const children = await workspace.fs.readDirectory(folder).then(null, () => []);
    for (const [name, type] of children) {
      const uri = Uri.joinPath(folder, name);
      const isFolder = type === FileType.Directory && name !== "node_modules" && name !== ".git";
      if (isFolder && folders.length < mostFolders) folders.push(uri);
      else if (type === FileType.File && name.endsWith(".omni")) found.push(uri);
    }
    if (found.length >= mostDocuments) break;
  }
  return found;
}

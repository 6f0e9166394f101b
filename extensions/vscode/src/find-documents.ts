// The documents of a folder by the editor's file system, wherever that is.
import { FileType, RelativePattern, Uri, workspace } from "vscode";

const mostDocuments = 10_000;
const mostFolders = 2_000;

/** The addresses of the `.omni` files below a folder; none where it cannot be looked into. */
export async function findDocuments(folder: Uri): Promise<readonly Uri[]> {
  const pattern = new RelativePattern(folder, "**/*.omni");
  const found = await workspace
    .findFiles(pattern, "**/node_modules/**", mostDocuments)
    .then(null, () => []);
  // Not every file system on the web can be searched; all of them list their folders.
  return found.length > 0 ? found : walk(folder);
}

/** The same by listing folder after folder. */
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

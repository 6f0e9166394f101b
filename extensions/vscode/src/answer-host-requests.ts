// Answers the questions of a server that has no files of its own, by the editor's file system.
import { hostRequests } from "@omega/language-server";
import { RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

const mostDocuments = 10_000;

export function answerHostRequests(client: BaseLanguageClient): void {
  client.onRequest(hostRequests.readText, async ({ uri }: { readonly uri: string }) => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
  client.onRequest(hostRequests.findDocuments, async ({ folder }: { readonly folder: string }) => {
    const pattern = new RelativePattern(Uri.parse(folder), "**/*.omni");
    const found = await workspace.findFiles(pattern, "**/node_modules/**", mostDocuments);
    return found.map(String);
  });
}

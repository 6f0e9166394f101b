// Answers the questions of a server that has no files of its own, by the editor's file system.
import { hostRequests } from "@omega/language-server";
import { Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { findDocuments } from "./find-documents.ts";

export function answerHostRequests(client: BaseLanguageClient): void {
  client.onRequest(hostRequests.readText, async ({ uri }: { readonly uri: string }) => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
  client.onRequest(hostRequests.findDocuments, async ({ folder }: { readonly folder: string }) =>
    (await findDocuments(Uri.parse(folder))).map(String),
  );
}

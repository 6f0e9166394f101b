// Questions to the server about examples, with the types of what goes each way.
import { type ExampleRequests, exampleRequests } from "@omega/language-server";
import type { CancellationToken } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Asks, and waits for the answer; rejects where the server is not there or the token is cancelled. */
export function askAboutExamples<Name extends keyof ExampleRequests>(
  client: BaseLanguageClient,
  name: Name,
  parameters: ExampleRequests[Name]["parameters"],
  token?: CancellationToken,
): Promise<ExampleRequests[Name]["answer"]> {
  return token === undefined
    ? client.sendRequest(exampleRequests[name], parameters)
    : client.sendRequest(exampleRequests[name], parameters, token);
}

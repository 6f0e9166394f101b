// Commands that any editor can call, and the project's own requests: running examples, pages of diagnostics.
import { diagnosticPage, resolveProjectPath } from "@omega/core";
import {
  type ContextRequest,
  type DecisionView,
  type ExampleOutcome,
  type ExampleRequest,
  lensCommands,
  listExamples,
  runExamples,
  type SavedExample,
  type ServiceDocument,
  saveAsExample,
  viewDecision,
} from "@omega/service";
import {
  type Connection,
  LSPErrorCodes,
  MessageType,
  RequestType,
  ResponseError,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { Project } from "./project.ts";

/** The commands of `workspace/executeCommand`. */
export const serverCommands: readonly string[] = Object.values(lensCommands);

/** Requests beyond the protocol, for editors that know OMEGA. */
export const omegaRequests = {
  /** `{ code }` → the page as Markdown, or null. */
  page: "omega/page",
  /** `{ uri }` → the examples of a document. */
  examples: "omega/examples",
  /** `{ uri, context, edits, now }` → what the document decides on that context: see `DecideParameters`. */
  decide: "omega/decide",
  /** `{ uri, context, now, title }` → an EXAMPLE section that expects what is decided on that JSON text, and where it goes. */
  saveAsExample: "omega/saveAsExample",
  /** `{ uri, index }` → outcomes; `index` null for all. */
  runExamples: "omega/runExamples",
} as const;

/** The context is JSON text, `{ "example": id }` or `{ "samples": true }`; edits are texts by attribute. */
export type DecideParameters = ContextRequest & { readonly uri: string };

/** A decision, and the addresses of the files that its places are in. */
export type DecideAnswer = DecisionView & { readonly addresses: Readonly<Record<string, string>> };

export type SaveAsExampleParameters = ExampleRequest & { readonly uri: string };

const decideRequest = new RequestType<DecideParameters, DecideAnswer | null, void>(
  omegaRequests.decide,
);
const saveAsExampleRequest = new RequestType<SaveAsExampleParameters, SavedExample | null, void>(
  omegaRequests.saveAsExample,
);

/** Answers commands and the project's own requests on a connection. */
export function serveCommands(connection: Connection, project: Project): void {
  /** Contexts of examples are read before the examples run, because running them reads nothing. */
  const readContexts = async ({ uri, policy }: ServiceDocument): Promise<void> => {
    const { read } = project.filesOf(uri);
    const paths = policy.examples.flatMap(({ file, contextFile }) =>
      contextFile === null ? [] : (resolveProjectPath(file, contextFile) ?? []),
    );
    await Promise.all(paths.map(read));
  };
  const run = async (uri: string, index: number | null): Promise<readonly ExampleOutcome[]> => {
    const document = await project.find(uri);
    if (document === null) return [];
    await readContexts(document);
    return runExamples(document, index, project.filesOf(uri).textOf);
  };
  const tell = (type: MessageType, message: string): Promise<void> =>
    connection.sendNotification(ShowMessageNotification.type, { type, message });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    const [uri, index]: readonly unknown[] = given;
    if (typeof uri !== "string") return null;
    const isOne = command === lensCommands.runExample;
    const outcomes = await run(uri, isOne && typeof index === "number" ? index : null);
    const failed = outcomes.filter(({ status }) => status !== "passed");
    const [first] = failed;
    if (first === undefined) {
      const names =
        outcomes.length === 1 ? `\`${outcomes[0]?.title}\`` : `${outcomes.length} examples`;
      await tell(MessageType.Info, `${names} passed`);
    } else {
      const more = failed.length > 1 ? `, and ${failed.length - 1} more failed` : "";
      await tell(MessageType.Error, `\`${first.title}\`: ${first.message}${more}`);
    }
    return outcomes;
  });
  connection.onRequest(omegaRequests.page, ({ code }: { readonly code: string }) =>
    diagnosticPage(code),
  );
  connection.onRequest(omegaRequests.examples, async ({ uri }: { readonly uri: string }) => {
    const document = await project.find(uri);
    return document === null ? [] : listExamples(document);
  });
  connection.onRequest(decideRequest, async ({ uri, ...request }, token) => {
    const document = await project.find(uri);
    if (document === null) return null;
    if (typeof request.context !== "string") await readContexts(document);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "");
    const view = viewDecision(document, request, project.filesOf(uri).textOf);
    return { ...view, addresses: await addressesOf(view, uri, project) };
  });
  connection.onRequest(saveAsExampleRequest, async ({ uri, ...request }) => {
    const document = await project.find(uri);
    return document === null ? null : saveAsExample(document, request, project.filesOf(uri).textOf);
  });
  connection.onRequest(
    omegaRequests.runExamples,
    ({ uri, index }: { readonly uri: string; readonly index: number | null }) => run(uri, index),
  );
}

async function addressesOf(
  view: DecisionView,
  uri: string,
  project: Project,
): Promise<DecideAnswer["addresses"]> {
  const files = new Set(view.inputs.flatMap(({ place }) => place?.file ?? []));
  if (view.kind === "decided") files.add(view.file);
  else if (view.place !== null) files.add(view.place.file);
  const found = await Promise.all(
    [...files].map(async (file) => {
      const address = await project.addressOf(uri, file);
      return address === null ? [] : [[file, address] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

// The project's own requests beyond the protocol: decisions, pages of diagnostics. Those about examples are in examples.ts.
import { contextSchema, diagnosticPage, resolveProjectPath } from "@omega/core";
import {
  type ContextRequest,
  type DecisionView,
  type ExampleRequest,
  type SavedExample,
  type ServiceDocument,
  saveAsExample,
  viewDecision,
} from "@omega/service";
import { type Connection, LSPErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import type { Project } from "./project.ts";

/** Requests beyond the protocol, for editors that know OMEGA. */
export const omegaRequests = {
  /** `{ code }` → the page as Markdown, or null. */
  page: "omega/page",
  /** `{ uri }` → the JSON Schema of the contexts of a policy, open or not; null where it has none. */
  contextSchema: "omega/contextSchema",
  /** `{ uri, context, edits, now }` → what the document decides on that context: see `DecideParameters`. */
  decide: "omega/decide",
  /** `{ uri, context, now, title }` → an EXAMPLE section that expects what is decided on that JSON text, and where it goes. */
  saveAsExample: "omega/saveAsExample",
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

/** Answers the project's own requests on a connection. */
export function serveCommands(connection: Connection, project: Project): void {
  /** Contexts of examples are read before the examples run, because running them reads nothing. */
  const readContexts = async ({ uri, policy }: ServiceDocument): Promise<void> => {
    const { read } = project.filesOf(uri);
    const paths = policy.examples.flatMap(({ file, contextFile }) =>
      contextFile === null ? [] : (resolveProjectPath(file, contextFile) ?? []),
    );
    await Promise.all(paths.map(read));
  };
  connection.onRequest(omegaRequests.page, ({ code }: { readonly code: string }) =>
    diagnosticPage(code),
  );
  connection.onRequest(
    omegaRequests.contextSchema,
    async ({ uri }: { readonly uri: string }, token) => {
      const found = await project.read(uri);
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, "");
      const program = found?.document.policy.program ?? null;
      return program === null ? null : contextSchema(program);
    },
  );
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

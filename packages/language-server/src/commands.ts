// Commands that any editor can call, and the project's own requests: running examples, pages of diagnostics.
import { diagnosticPage } from "@omega/core";
import {
  contextOfExample,
  type DecisionView,
  type ExampleOutcome,
  exampleOf,
  lensCommands,
  listExamples,
  runExamples,
  viewDecision,
} from "@omega/service";
import {
  type Connection,
  MessageType,
  RequestType,
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
  /** `{ uri, context, now }` → what the document decides on that JSON text, for the decision view. */
  decide: "omega/decide",
  /** `{ uri, index }` → the context an example gives, as JSON text with its clock; null where it has none. */
  contextOfExample: "omega/contextOfExample",
  /** `{ uri, context, now, title }` → an EXAMPLE section that expects what is decided now; null where nothing is. */
  saveAsExample: "omega/saveAsExample",
  /** `{ uri, index }` → outcomes; `index` null for all. */
  runExamples: "omega/runExamples",
} as const;

interface DecideParameters {
  readonly uri: string;
  /** JSON text. */
  readonly context: string;
  readonly now: string | null;
}

const decideRequest = new RequestType<DecideParameters, DecisionView | null, void>(
  omegaRequests.decide,
);

/** Answers commands and the project's own requests on a connection. */
export function serveCommands(connection: Connection, project: Project): void {
  const run = async (uri: string, index: number | null): Promise<readonly ExampleOutcome[]> => {
    const document = await project.find(uri);
    if (document === null) return [];
    const { read } = project.filesOf(uri);
    // Contexts of examples are read before the examples run, because running them reads nothing.
    const { examples } = document.policy;
    await Promise.all(examples.flatMap(({ contextFile }) => contextFile ?? []).map(read));
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
  connection.onRequest(decideRequest, async ({ uri, context, now }) => {
    const document = await project.find(uri);
    return document === null ? null : viewDecision(document, context, now);
  });
  connection.onRequest(
    omegaRequests.contextOfExample,
    async ({ uri, index }: { readonly uri: string; readonly index: number }) => {
      const document = await project.find(uri);
      return document === null ? null : contextOfExample(document, index);
    },
  );
  connection.onRequest(
    omegaRequests.saveAsExample,
    async ({ uri, context, now, title }: DecideParameters & { readonly title: string }) => {
      const document = await project.find(uri);
      return document === null ? null : exampleOf(document, context, now, title);
    },
  );
  connection.onRequest(
    omegaRequests.runExamples,
    ({ uri, index }: { readonly uri: string; readonly index: number | null }) => run(uri, index),
  );
}

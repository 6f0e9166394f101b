// Diagnostics on their way to the client: pulled by those that can, pushed after a short quiet to the others.
import { findDiagnostics, type PageAddress, type ServiceDocument } from "@omega/service";
import {
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Project } from "./project.ts";
import { canonicalAddress } from "./project-path.ts";
import type { RightOfWay } from "./right-of-way.ts";

/** Typing goes on within this time; checking in between would be work that nobody sees. */
const quietMilliseconds = 100;

export interface DiagnosticsChannel {
  /** A document was opened or edited. */
  readonly changed: (uri: string) => void;
  /** Documents that may be checked differently although nobody edited them. */
  readonly affected: (uris: readonly string[]) => void;
  readonly closed: (uri: string) => void;
  readonly end: () => void;
}

/** Where the client can open the page of a code. */
export function pageAddressOf({ pageAddress }: Client): PageAddress {
  return (code) => pageAddress?.replaceAll("{code}", code) ?? null;
}

/** Sends what `project` finds by the way the client wants it. */
export function openDiagnosticsChannel(
  connection: Connection,
  client: Client,
  project: Project,
  more: MoreDiagnostics,
  rightOfWay: RightOfWay,
): DiagnosticsChannel {
  const pageOf = pageAddressOf(client);
  const find: Find = (document) => [
    ...findDiagnostics(document, project.workspaceOf(document.uri), pageOf),
    ...more(document),
  ];
  return client.pullsDiagnostics
    ? answerPulls(connection, client, project, find, rightOfWay)
    : push(connection, project, find);
}

/** What others have found in a document. */
type MoreDiagnostics = (document: ServiceDocument) => readonly Diagnostic[];
type Find = (document: ServiceDocument) => Diagnostic[];

/** A report says what it was made of by its id: asked again for the same, it answers `unchanged`. */
function answerPulls(
  connection: Connection,
  client: Client,
  project: Project,
  find: Find,
  rightOfWay: RightOfWay,
): DiagnosticsChannel {
  // Moves on whenever anything changes that an id does not show: imported files, configuration, and that a document was
  // opened again, whose versions begin anew.
  let generation = 0;
  connection.languages.diagnostics.on(
    async (
      { textDocument: { uri }, previousResultId },
      token,
    ): Promise<DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData>> => {
      rightOfWay.heard();
      const document = await project.find(uri);
      if (token.isCancellationRequested) {
        return new ResponseError(LSPErrorCodes.RequestCancelled, "the request was cancelled");
      }
      if (document === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = `${generation}.${document.version}`;
      if (previousResultId === resultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      }
      const items = find(document);
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );
  return {
    changed() {},
    affected() {
      generation++;
      if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    },
    closed() {
      generation++;
    },
    end() {},
  };
}

/** Every report carries its version; one that an edit has overtaken is not sent. */
function push(connection: Connection, project: Project, find: Find): DiagnosticsChannel {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const send = async (uri: string): Promise<void> => {
    const document = await project.find(uri);
    if (document === null || waiting.has(uri)) return;
    const diagnostics = find(document);
    const { version } = document;
    await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
  };
  const schedule = (given: string): void => {
    const uri = canonicalAddress(given);
    clearTimeout(waiting.get(uri));
    const timer = setTimeout(() => {
      waiting.delete(uri);
      void send(uri);
    }, quietMilliseconds);
    waiting.set(uri, timer);
  };
  return {
    changed: schedule,
    affected(uris) {
      for (const uri of uris) schedule(uri);
    },
    closed(uri) {
      clearTimeout(waiting.get(canonicalAddress(uri)));
      waiting.delete(canonicalAddress(uri));
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    end() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

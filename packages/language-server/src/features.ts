// Every feature that has a request of the protocol: find the document, ask the service, answer.
import type { Locale } from "@omega/core";
import {
  findCodeActions,
  findCompletions,
  findDefinition,
  findDocumentLinks,
  findDocumentSymbols,
  findFoldingRanges,
  findHighlights,
  findHover,
  findIncomingCalls,
  findInlayHints,
  findLinkedRanges,
  findOutgoingCalls,
  findReferences,
  findSelectionRanges,
  findSemanticTokens,
  findSignatureHelp,
  findTypeDefinition,
  findWorkspaceSymbols,
  formatDocument,
  formatOnType,
  formatRange,
  prepareCallHierarchy,
  prepareRename,
  rename,
  type ServiceDocument,
  toOffset,
} from "@omega/service";
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { codeActionFor, completionsFor, hoverFor, renameFor, symbolsFor } from "./client-forms.ts";
import { pageAddressOf } from "./diagnostics.ts";
import type { Project } from "./project.ts";
import type { Proofs } from "./proofs.ts";
import type { RightOfWay } from "./right-of-way.ts";
import type { TokenMemory } from "./token-memory.ts";

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** What answering needs to know. */
export interface FeatureService {
  readonly client: Client;
  readonly project: Project;
  readonly proofs: Proofs;
  /** Remembers which tokens the client has. */
  readonly tokens: TokenMemory;
  readonly rightOfWay: RightOfWay;
  /** Says a phrase in the client's language. */
  readonly phrase: Locale["phrase"];
  /** Whether the client has said that it will ask no more. */
  readonly isOver: () => boolean;
}

/** Answers feature requests on a connection. */
export function serveFeatures(
  connection: Connection,
  { client, project, proofs, tokens, rightOfWay, phrase, isOver }: FeatureService,
): void {
  /** Runs `answer` on the document of a request, unless the client has lost interest; `none` where it is not open. */
  const on =
    <Parameters extends AboutDocument, Answer>(
      none: Answer,
      answer: (
        document: ServiceDocument,
        parameters: Parameters,
        token: CancellationToken,
      ) => Answer | Promise<Answer>,
    ) =>
    async (
      parameters: Parameters,
      token: CancellationToken,
    ): Promise<Answer | ResponseError<void>> => {
      if (isOver()) return new ResponseError(ErrorCodes.InvalidRequest, "the server was shut down");
      rightOfWay.heard();
      const document = await project.find(parameters.textDocument.uri);
      if (token.isCancellationRequested) return cancelled();
      return document === null ? none : answer(document, parameters, token);
    };
  /** The same for what is shown of the document as a whole: whatever else is asked goes first. */
  const inTurn = <Parameters extends AboutDocument, Answer>(
    none: Answer,
    answer: (document: ServiceDocument, parameters: Parameters) => Answer | Promise<Answer>,
  ) =>
    on<Parameters, Answer | ResponseError<void>>(none, async (asked, parameters, token) => {
      const { version } = asked;
      await rightOfWay.turn(token);
      if (token.isCancellationRequested) return cancelled();
      const document = await project.find(parameters.textDocument.uri);
      if (document === null) return none;
      return client.knowsStaleAnswers && document.version !== version
        ? overtaken()
        : answer(document, parameters);
    });
  const around = (document: ServiceDocument) => project.workspaceOf(document.uri);
  const pageOf = pageAddressOf(client);

  connection.onCompletion(
    on(null, async (document, { position }) => {
      const files = namesFile(document, position)
        ? await project.importablePaths(document.uri)
        : [];
      return [...completionsFor(client, findCompletions(document, position, files))];
    }),
  );
  connection.onHover(
    on(null, (document, { position }) => hoverFor(client, findHover(document, position))),
  );
  connection.onSignatureHelp(
    on(null, (document, { position }) => findSignatureHelp(document, position)),
  );
  connection.onDefinition(
    on(null, (document, { position }) => [...findDefinition(document, position, around(document))]),
  );
  connection.onTypeDefinition(
    on(null, (document, { position }) => [
      ...findTypeDefinition(document, position, around(document)),
    ]),
  );
  connection.onReferences(
    on(null, async (document, { position, context }) => {
      const workspace = await project.wholeWorkspace();
      return [...findReferences(document, position, context.includeDeclaration, workspace)];
    }),
  );
  connection.onDocumentHighlight(
    inTurn(null, (document, { position }) => [...findHighlights(document, position)]),
  );
  connection.onPrepareRename(
    on(null, (document, { position }) => {
      const prepared = prepareRename(document, position);
      if (prepared.kind === "refused") throw refusal(phrase(prepared.reason));
      return { range: prepared.range, placeholder: prepared.placeholder };
    }),
  );
  connection.onRenameRequest(
    on(null, async (document, { position, newName }) => {
      const workspace = await project.wholeWorkspace();
      const renamed = rename(document, position, newName, workspace);
      if (renamed.kind === "refused") throw refusal(phrase(renamed.reason));
      return renameFor(client, renamed.documents, new Set(project.openDocuments()));
    }),
  );
  connection.onDocumentSymbol(
    inTurn(null, (document) => symbolsFor(client, document.uri, findDocumentSymbols(document))),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const workspace = await project.wholeWorkspace();
    return token.isCancellationRequested
      ? cancelled()
      : [...findWorkspaceSymbols(query, workspace)];
  });
  connection.onFoldingRanges(inTurn(null, (document) => [...findFoldingRanges(document)]));
  connection.onSelectionRanges(
    on(null, (document, { positions }) => [...findSelectionRanges(document, positions)]),
  );
  connection.languages.semanticTokens.on(
    inTurn({ data: [] }, (document) => tokens.full(document.uri, findSemanticTokens(document))),
  );
  connection.languages.semanticTokens.onDelta(
    inTurn({ data: [] }, (document, { previousResultId }) =>
      tokens.delta(document.uri, previousResultId, findSemanticTokens(document)),
    ),
  );
  connection.languages.semanticTokens.onRange(
    inTurn({ data: [] }, (document, { range }) => ({
      data: [...findSemanticTokens(document, range)],
    })),
  );
  connection.languages.inlayHint.on(
    inTurn(null, (document, { range }) => [...findInlayHints(document, range)]),
  );
  connection.onDocumentLinks(
    inTurn(null, async (document) => {
      const links = await Promise.all(
        findDocumentLinks(document).map(async ({ range, kind, target }) => {
          if (kind === "web") return [{ range, target }];
          const address = await project.addressOf(document.uri, target);
          return address === null ? [] : [{ range, target: address }];
        }),
      );
      return links.flat();
    }),
  );
  connection.onDocumentFormatting(on(null, (document) => [...formatDocument(document)]));
  connection.onDocumentRangeFormatting(
    on(null, (document, { range }) => [...formatRange(document, range)]),
  );
  connection.onDocumentOnTypeFormatting(
    on(null, (document, { position, ch }) => [...formatOnType(document, position, ch)]),
  );
  connection.languages.onLinkedEditingRange(
    on(null, (document, { position }) => {
      const linked = findLinkedRanges(document, position);
      return linked === null ? null : { ...linked, ranges: [...linked.ranges] };
    }),
  );
  connection.languages.callHierarchy.onPrepare(
    on(null, (document, { position }) => [...prepareCallHierarchy(document, position)]),
  );
  connection.languages.callHierarchy.onIncomingCalls(async ({ item }, token) => {
    const document = await project.find(item.uri);
    const workspace = await project.wholeWorkspace();
    if (token.isCancellationRequested) return cancelled();
    return document === null ? null : [...findIncomingCalls(item, document, workspace)];
  });
  connection.languages.callHierarchy.onOutgoingCalls(async ({ item }, token) => {
    const document = await project.find(item.uri);
    if (token.isCancellationRequested) return cancelled();
    return document === null ? null : [...findOutgoingCalls(item, document)];
  });
  connection.onCodeAction(
    on(null, (document, { range, context }) =>
      [
        ...findCodeActions(document, range, context.only ?? null, around(document), pageOf),
        ...(wantsQuickFixes(context.only) ? proofs.actions(document, range) : []),
      ].map((action) => codeActionFor(client, action)),
    ),
  );
}

function wantsQuickFixes(only: readonly string[] | undefined): boolean {
  return only === undefined || only.includes(CodeActionKind.QuickFix);
}

/** In an IMPORT and in the header of a suite the paths of other files are wanted, and looking for them takes time. */
function namesFile({ tree, source }: ServiceDocument, position: Position): boolean {
  const offset = toOffset(source, position);
  const line = source.text.slice(source.lineStarts[position.line] ?? 0, offset);
  return (
    /^EXAMPLES\b/i.test(line) ||
    tree.sections.some(
      ({ keyword, span }) => keyword === "IMPORT" && span.start <= offset && offset <= span.end,
    )
  );
}

function overtaken(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, "the document has changed");
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "the request was cancelled");
}

/** What the editor shows of a rename that is not done. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

// Context files, `*.context.json`: their keys, values and mistakes, by the JSON Schema of the policy they lie beside. The schema
// is the server's, made of the policy as it is being edited; reading JSON by it is the JSON service's work.
import { omegaRequests } from "@omega/language-server";
import {
  CompletionItem,
  CompletionList,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  FileType,
  Hover,
  languages,
  MarkdownString,
  SnippetString,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import type {
  JSONDocument,
  JSONSchema,
  LanguageService,
  TextDocument as ServiceTextDocument,
} from "vscode-json-languageservice";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { toRange } from "./to-range.ts";

const pattern = "**/*.context.json";
const quietMilliseconds = 200;

interface Opened {
  readonly service: LanguageService;
  readonly text: ServiceTextDocument;
  readonly json: JSONDocument;
}

export function followContextFiles(client: BaseLanguageClient): Disposable {
  const problems = languages.createDiagnosticCollection("omega-context");
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const open = async (document: TextDocument): Promise<Opened | null> => {
    if (client.state !== State.Running) return null;
    const policy = await findPolicy(document.uri);
    if (policy === null) return null;
    const schema = await client.sendRequest<JSONSchema | null>(omegaRequests.contextSchema, {
      uri: policy.toString(),
    });
    return schema === null ? null : openBySchema(document, schema);
  };
  const check = async (document: TextDocument): Promise<void> => {
    const { version } = document;
    const opened = await open(document);
    const found = opened === null ? [] : await findProblems(opened);
    if (document.isClosed || document.version !== version) return;
    problems.set(document.uri, found);
  };
  const schedule = (document: TextDocument): void => {
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void check(document);
      }, quietMilliseconds),
    );
  };
  const scheduleAll = (): void => {
    for (const document of workspace.textDocuments) if (isContext(document)) schedule(document);
  };
  const selector = { pattern };
  scheduleAll();
  return Disposable.from(
    problems,
    { dispose: () => [...timers.values()].forEach(clearTimeout) },
    client.onDidChangeState(scheduleAll),
    workspace.onDidOpenTextDocument((document) => {
      if (isContext(document)) schedule(document);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isContext(document)) schedule(document);
      else if (document.languageId === "omega") scheduleAll();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position) {
          const opened = await open(document);
          if (opened === null) return null;
          const list = await opened.service.doComplete(opened.text, position, opened.json);
          const items = (list?.items ?? []).map((item) => {
            const shown = new CompletionItem(item.label, kindOf(item.kind));
            if (typeof item.documentation === "string") shown.documentation = item.documentation;
            if (item.filterText !== undefined) shown.filterText = item.filterText;
            if (item.sortText !== undefined) shown.sortText = item.sortText;
            const edit = item.textEdit;
            if (edit !== undefined && "range" in edit) {
              shown.range = toRange(edit.range);
              shown.insertText = new SnippetString(edit.newText);
            }
            return shown;
          });
          return new CompletionList(items, list?.isIncomplete ?? false);
        },
      },
      '"',
      ":",
    ),
    languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const opened = await open(document);
        const hover = await opened?.service.doHover(opened.text, position, opened.json);
        if (hover == null) return null;
        const { contents, range } = hover;
        const lines = [contents]
          .flat()
          .map((part) => (typeof part === "string" ? part : part.value));
        const shown = lines.map((line) => new MarkdownString(line));
        return range === undefined ? new Hover(shown) : new Hover(shown, toRange(range));
      },
    }),
  );
}

function isContext({ uri }: TextDocument): boolean {
  return uri.path.endsWith(".context.json");
}

/** The policy beside a context file: the one whose name its name begins with, else the only one there. */
async function findPolicy(uri: Uri): Promise<Uri | null> {
  const folder = Uri.joinPath(uri, "..");
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const children = await workspace.fs.readDirectory(folder).then(null, () => []);
  const policies = children
    .filter(([child, type]) => type === FileType.File && /(?<!\.test)\.omni$/.test(child))
    .map(([child]) => child);
  const stem = (policy: string): string => policy.slice(0, -".omni".length);
  const named = policies
    .filter((policy) => name.startsWith(stem(policy)))
    .sort((a, b) => b.length - a.length);
  const chosen = named[0] ?? (policies.length === 1 ? policies[0] : undefined);
  return chosen === undefined ? null : Uri.joinPath(folder, chosen);
}

/** The JSON service is a script of its own size: it is loaded with the first context file. */
async function openBySchema(document: TextDocument, schema: JSONSchema): Promise<Opened> {
  const { getLanguageService, TextDocument } = await import("vscode-json-languageservice");
  const service = getLanguageService({});
  const uri = document.uri.toString();
  service.configure({ schemas: [{ uri: "omega-schema:context", fileMatch: ["*"], schema }] });
  const text = TextDocument.create(uri, "json", document.version, document.getText());
  return { service, text, json: service.parseJSONDocument(text) };
}

/** What the schema objects to. Where the JSON itself is broken the editor says so, and nothing else is worth saying. */
async function findProblems({ service, text, json }: Opened): Promise<Diagnostic[]> {
  const [syntax, all] = await Promise.all([
    service.doValidation(text, json, { schemaValidation: "ignore" }),
    service.doValidation(text, json, { schemaValidation: "warning" }),
  ]);
  if (syntax.length > 0) return [];
  return all.map(({ range, message }) => {
    const problem = new Diagnostic(
      toRange(range),
      typeof message === "string" ? message : message.value,
      DiagnosticSeverity.Warning,
    );
    problem.source = "omega";
    return problem;
  });
}

/** The protocol counts kinds from 1, the editor from 0. */
function kindOf(kind: number | undefined): number {
  return kind === undefined ? 0 : kind - 1;
}

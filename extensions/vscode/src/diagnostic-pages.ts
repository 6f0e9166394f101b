// The page of a diagnostic's code, served offline: what is wrong, why, and what to write instead.
import { omegaRequests } from "@omega/language-server";
import { commands, Disposable, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

const scheme = "omega-page";

/** Registers the pages, and the command that links of diagnostics call. */
export function provideDiagnosticPages(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => {
        const code = path.replace(/^\/|\.md$/g, "");
        const page = await client.sendRequest<string | null>(omegaRequests.page, { code });
        return page ?? `# ${code}\n\nThere is no page for this code.\n`;
      },
    }),
    commands.registerCommand("omega.showPage", (code: unknown) =>
      commands.executeCommand(
        "markdown.showPreview",
        Uri.from({ scheme, path: `/${String(code)}.md` }),
      ),
    ),
  );
}

// `omegac lsp`: the language server, for any editor that speaks the protocol.
import { defineCommand } from "../command-line/command.ts";
import { sharedOptions } from "../command-line/shared-options.ts";
import { Failure } from "../failure.ts";

export const lspCommand = defineCommand(
  {
    name: "lsp",
    summary: "serve editors over the Language Server Protocol",
    operands: { usage: "", minimum: 0, maximum: 0 },
    options: {
      stdio: { kind: "switch", summary: "speak over stdin and stdout" },
      ...sharedOptions,
    },
    description: [
      "Serves one editor until it says goodbye: diagnostics as one types, fixes, completion, hover, navigation, rename, formatting and running examples. Nothing is written but what the editor asks for.",
    ],
    examples: [{ line: "omegac lsp --stdio", meaning: "as an editor's configuration has it" }],
  },
  async (_session, _operands, { stdio }) => {
    if (!stdio)
      throw new Failure(
        "`omegac lsp` needs `--stdio`: editors speak with it over stdin and stdout",
      );
    const { serveProcess } = await import("@omega/language-server/node");
    serveProcess(async (...asked) => (await import("@omega/prove")).proveAside(...asked));
    // The editor ends it: the server exits the process when it is told to, or when its input ends.
    return new Promise<never>(() => {});
  },
);

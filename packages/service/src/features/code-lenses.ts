// Code lenses: what can be done with an example or a policy right where it is written.
import type { CodeLens } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";

/** The commands that lenses name; the server carries them out, an editor may show more of what comes back. */
export const lensCommands = {
  runExample: "omega.runExample",
  runExamples: "omega.runExamples",
} as const;

/** A lens above each example, and one above the first for all of them. */
export function findCodeLenses(document: ServiceDocument): readonly CodeLens[] {
  const { tree, source, uri } = document;
  const examples = tree.sections.filter(({ keyword }) => keyword === "EXAMPLE");
  return examples.flatMap(({ headerSpan }, index) => {
    const range = toRange(source, headerSpan);
    const run = {
      range,
      command: { title: "run example", command: lensCommands.runExample, arguments: [uri, index] },
    };
    if (index > 0 || examples.length === 1) return [run];
    const title = `run all ${examples.length} examples`;
    return [
      run,
      { range, command: { title, command: lensCommands.runExamples, arguments: [uri] } },
    ];
  });
}

// What a document builds on: other documents and the configuration, which a server on the web asks the editor for.
import type { Step } from "../steps.ts";

export const fileSteps: readonly Step[] = [
  {
    title: "a name leads to the document it is imported from",
    async run({ open, goTo, command, waitFor, waitForText }) {
      await open("visit.omni");
      await waitForText("- Welcome");
      await goTo(9, 17);
      await command("Show or Focus Hover");
      await waitFor(".monaco-hover:not(.hidden)", /Visitors.*integer/s);
      await command("Go to Definition");
      await waitFor(".tab.active", "site.omni");
      await waitForText("- Visitors: <integer>");
    },
  },
];

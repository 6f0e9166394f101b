// Writing a document: squiggles, fixes, completion, hover.
import type { Step } from "../steps.ts";

/** In `typing.omni`: the line that misspells a name, and where the name begins. */
const mistake = { line: 7, column: 12 };

export const editingSteps: readonly Step[] = [
  {
    title: "a mistake has its squiggle and says what is wrong",
    async run({ open, goTo, command, waitFor }) {
      await open("typing.omni");
      await waitFor(".squiggly-error, .squiggly-warning");
      await goTo(mistake.line, mistake.column);
      await command("Show or Focus Hover");
      await waitFor(".monaco-hover:not(.hidden)", /Distence/);
    },
  },
  {
    title: "the quick fix puts it right",
    async run({ open, goTo, page, waitFor, waitForText }) {
      await open("typing.omni");
      await waitFor(".squiggly-error, .squiggly-warning");
      await goTo(mistake.line, mistake.column);
      await page.keyboard.press("Control+.");
      await waitFor(".action-widget", "Distance");
      await page.keyboard.press("Enter");
      await waitForText("IF Distance < 2m");
    },
  },
  {
    title: "completion offers what is declared",
    async run({ open, goTo, page, waitFor, waitForText }) {
      await open("cell.omni");
      await goTo(9, 16);
      await page.keyboard.press("Control+Space");
      await waitFor(".suggest-widget.visible", "Distance");
      await page.keyboard.type("Temp");
      await waitFor(".suggest-widget.visible .monaco-list-row.focused", "Temperature");
      await page.keyboard.press("Enter");
      await waitForText("IF Temperature");
    },
  },
  {
    title: "a name tells its type and where it is declared",
    async run({ open, goTo, command, waitFor }) {
      await open("cell.omni");
      await goTo(9, 18);
      await command("Show or Focus Hover");
      await waitFor(".monaco-hover:not(.hidden)", /Distance/);
      await waitFor(".monaco-hover:not(.hidden)", /last given in/);
    },
  },
];

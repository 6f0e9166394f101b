// Examples as tests: lenses in the text, the Test Explorer, failures where they are, coverage in the gutter.
import type { EditorPage } from "../editor-page.ts";
import type { Step } from "../steps.ts";

const lens = ".codelens-decoration a";
const test = ".test-explorer .monaco-list-row";

/** Opens the policy of the workspace beside the Test Explorer, once that has found it and its suite. */
async function openWithExplorer({ open, command, waitFor }: EditorPage): Promise<void> {
  await open("cell.omni");
  // There is no Test Explorer before the extension runs, and then there are lenses.
  await waitFor(lens);
  await command("Testing: Focus on Test Explorer View");
  await waitFor(test, "cell.omni");
  await waitFor(test, "cell.test.omni");
}

export const exampleSteps: readonly Step[] = [
  {
    title: "a lens runs its example, and tells how it came out",
    async run({ open, waitFor }) {
      await open("cell.omni");
      const run = await waitFor(lens, /^run example$/);
      await run.click();
      await waitFor(lens, "run example (passed)");
      await waitFor(".codicon-testing-passed-icon");
    },
  },
  {
    title: "the Test Explorer runs the examples of policies and suites",
    async run(editor) {
      const { command, waitFor } = editor;
      await openWithExplorer(editor);
      await command("Test: Run All Tests");
      await waitFor(`${test}:has(.codicon-testing-failed-icon)`, "cell.omni");
      await waitFor(`${test}:has(.codicon-testing-passed-icon)`, "cell.test.omni");
    },
  },
  {
    title: "a failing example shows the actions it expects beside those that were taken",
    async run({ open, command, goTo, waitFor }) {
      await open("cell.omni");
      await goTo(22, 1);
      await command("Test: Run Test at Cursor");
      await waitFor(".codicon-testing-failed-icon");
      await command("Test: Peek Output");
      await waitFor(
        ".test-output-peek .monaco-diff-editor .editor.original .view-line",
        "SlowDown",
      );
      await waitFor(
        ".test-output-peek .monaco-diff-editor .editor.modified .view-line",
        "no action",
      );
    },
  },
  {
    title: "coverage by examples colours rules, and says of an atom that it never decides alone",
    async run(editor) {
      const { command, goTo, page, waitFor } = editor;
      await openWithExplorer(editor);
      await command("Test: Run All Tests with Coverage");
      await waitFor(".test-coverage-list-item, .test-coverage-list .monaco-list-row", /cell\.omni/);
      // The example that fails may have been opened; the rules are further up.
      await goTo(1, 1);
      await waitFor(".coverage-deco-gutter");
      await command("Test: Toggle Inline Coverage");
      // `Mode == "auto"`, the first that is not covered. Colours lie below the text: the mouse has to find the place.
      const place = await (await waitFor(".coverage-deco-inline.coverage-deco-miss")).boundingBox();
      if (place === null) throw new Error("nothing is coloured");
      await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 5 });
      await waitFor(".monaco-hover:not(.hidden)", "is never shown to decide this alone");
    },
  },
  {
    title: "examples run again by themselves while one writes",
    async run(editor) {
      const { command, goTo, page, waitFor } = editor;
      await openWithExplorer(editor);
      await command("Test: Start Continuous Run");
      await waitFor(`${test}:has(.codicon-testing-failed-icon)`, "cell.omni");
      // `Distance = 5m` becomes `Distance = 1.5m`: the example that failed passes.
      await goTo(23, 20);
      await page.keyboard.type("1.");
      await waitFor(`${test}:has(.codicon-testing-passed-icon)`, "cell.omni");
      await command("Test: Stop Continuous Run");
    },
  },
];

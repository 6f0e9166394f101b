// The pictures of README and walkthrough, `media/NAME.png`: taken on the desktop by `npm run test:editor -- --pictures`.
import type { Step } from "../steps.ts";

/** The editor beside the explorer, as far down as there is text. */
const text = { x: 348, y: 30, width: 932, height: 400 };

export const pictureSteps: readonly Step[] = [
  {
    title: "a picture of completion",
    picture: { name: "completion", clip: text },
    async run({ open, goTo, page, waitFor }) {
      await open("cell.omni");
      await goTo(9, 48);
      await page.keyboard.type(" AND ");
      await page.keyboard.press("Control+Space");
      await waitFor(".suggest-widget.visible", "Temperature");
      await page.waitForTimeout(1500);
    },
  },
  {
    title: "a picture of a fix",
    picture: { name: "fix", clip: text },
    async run({ open, goTo, page, waitFor }) {
      await open("typing.omni");
      await waitFor(".squiggly-warning");
      await goTo(7, 12);
      await page.keyboard.press("Control+.");
      await waitFor(".action-widget", "Distance");
      await page.waitForTimeout(1000);
    },
  },
  {
    title: "a picture of a hover",
    picture: { name: "hover", clip: text },
    async run({ open, goTo, command, page, waitFor }) {
      await open("cell.omni");
      await waitFor(".codelens-decoration a", /covered/);
      await goTo(9, 18);
      await command("Show or Focus Hover");
      await waitFor(".monaco-hover:not(.hidden)", /last given in/);
      await page.waitForTimeout(1000);
    },
  },
  {
    title: "a picture of the examples",
    picture: { name: "examples", clip: { x: 0, y: 30, width: 1280, height: 640 } },
    async run({ open, command, page, waitFor }) {
      await open("cell.omni");
      await command("Test: Run All Tests with Coverage");
      await waitFor(".coverage-deco-gutter, .coverage-deco-inline");
      await waitFor(".codelens-decoration a", /covered/);
      await page.waitForTimeout(2500);
    },
  },
];

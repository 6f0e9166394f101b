// Examples as tests: lenses in the text, the Test Explorer, failures where they are, coverage in the gutter.
import type { Step } from "../steps.ts";

const lens = ".codelens-decoration a";

export const exampleSteps: readonly Step[] = [
  {
    title: "examples: a failing",
    async run({ open, command, goTo, waitFor, page }) {
      await open("cell.omni");
      await goTo(24, 1);
      const lenses = page.locator(lens, { hasText: /^run example$/ });
      await waitFor(lens, /^run example$/);
      await lenses.nth(1).click();
      await waitFor(lens, "run example (failed)");
      await page.waitForTimeout(3000);
    },
  },
  {
    title: "examples: peek",
    async run({ open, command, goTo, waitFor, page }) {
      await open("cell.omni");
      await goTo(22, 1);
      await command("Test: Run Test at Cursor");
      await page.waitForTimeout(3000);
      await goTo(24, 1);
      await command("Test: Peek Output");
      await page.waitForTimeout(3000);
    },
  },
  {
    title: "examples: coverage",
    async run({ open, command, waitFor, page }) {
      await open("cell.omni");
      await command("Test: Run All Tests with Coverage");
      await waitFor(".test-coverage-list-label, .coverage-deco-gutter", "");
      await command("Test: Toggle Inline Coverage");
      await page.waitForTimeout(2000);
      const atom = page.locator(".coverage-deco-inline").first();
      console.log(await page.locator(".coverage-deco-inline").count());
      await atom.hover();
      await page.waitForTimeout(2000);
    },
  },
];

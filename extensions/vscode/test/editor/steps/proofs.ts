// Proofs: asked for from a lens, shown where they are about, their contexts kept as examples.
import type { Step } from "../steps.ts";

const lacking = { web: "no solver" };

export const proofSteps: readonly Step[] = [
  {
    title: "a lens proves a constraint, and the context that breaks it becomes an example",
    lacking,
    async run({ open, goTo, page, waitFor, waitForText }) {
      await open("oven.omni");
      const prove = await waitFor(".codelens-decoration a", /^prove$/);
      await prove.click();
      await waitFor(".codelens-decoration a", "prove (1 finding)");
      await waitFor(".squiggly-warning");
      await goTo(9, 6);
      await page.keyboard.press("Control+.");
      await waitFor(".action-widget", "add the context that shows it as an EXAMPLE");
      await page.keyboard.press("Enter");
      await waitForText("EXAMPLE Warned can break:");
      await waitForText("- GIVEN Heat = 60");
    },
  },
];

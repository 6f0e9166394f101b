// Examples as tests: lenses in the text, the Test Explorer, failures where they are, coverage in the gutter.
import type { Step } from "../steps.ts";

const lens = ".codelens-decoration a";
export const exampleSteps: readonly Step[] = [
  {
    title: "a lens runs its example, and tells how it came out",
    async run({ open, waitFor }) {
      await open("cell.omni");
      const run = await waitFor(lens, /^run example$/);
      await run.click();
      await waitFor(lens, "run example (passed)");
      await waitFor(".testing-run-glyph.codicon-testing-passed-icon, .codicon-testing-passed-icon");
    },
  },
];

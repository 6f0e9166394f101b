// How the extension behaves: what it says of itself, its commands, its pages, other languages, folders that are not trusted.
import type { EditorPage } from "../editor-page.ts";
import type { Step } from "../steps.ts";

/** Opens what hides behind the braces beside the language's name. */
async function openStatus({ page, waitFor }: EditorPage): Promise<void> {
  await (await waitFor(".statusbar-item a[aria-label*='Editor Language Status']")).hover();
  await page.waitForTimeout(300);
  await waitFor(".hover-language-status");
}

export const mannerSteps: readonly Step[] = [
  {
    title: "the status says how many problems there are",
    async run(editor) {
      await editor.open("typing.omni");
      await editor.waitFor(".squiggly-error, .squiggly-warning");
      await openStatus(editor);
      await editor.waitFor(".hover-language-status", /2 problems/);
      await editor.page.mouse.move(640, 300);
    },
  },
  {
    title: "the server starts again, and goes on",
    async run({ open, goTo, command, page, waitFor }) {
      await open("cell.omni");
      await command("OMEGA: Restart Server");
      await goTo(9, 18);
      const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: /declared in CONTEXT/ });
      // Until the server has started there is nothing to show.
      for (let tries = 0; tries < 10 && !(await hover.first().isVisible()); tries++) {
        await command("Show or Focus Hover");
        await page.waitForTimeout(1000);
      }
      await waitFor(".monaco-hover:not(.hidden)", /declared in CONTEXT/);
    },
  },
  {
    title: "the output is shown",
    async run({ open, command, page, waitFor }) {
      await open("cell.omni");
      await command("OMEGA: Show Output");
      await waitFor(".pane-body.output-view, .output-view");
      await page.keyboard.press("Control+j");
    },
  },
  {
    title: "the code of a message leads to its page",
    async run({ open, goTo, command, waitFor }) {
      await open("typing.omni");
      await waitFor(".squiggly-error, .squiggly-warning");
      await goTo(7, 12);
      await command("Show or Focus Hover");
      const code = await waitFor(
        ".monaco-hover:not(.hidden) .code-link, .monaco-hover:not(.hidden) a",
        /OM\d{4}/,
      );
      await code.click();
      await waitFor(".tab.active", /OM\d{4}/);
    },
  },
  {
    title: "a context file is held to its policy",
    async run({ open, page, waitFor }) {
      await open("yard.dusk.context.json");
      await waitFor(".squiggly-warning");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await page.keyboard.type("{");
      await page.keyboard.press("Control+Space");
      await waitFor(".suggest-widget.visible", "Brightness");
    },
  },
  {
    title: "the walkthrough has its pictures",
    async run({ command, waitFor }) {
      await command("Welcome: Open Walkthrough...");
      await waitFor(".quick-input-list .monaco-list-row", "Begin with OMEGA");
      await (await waitFor(".quick-input-list .monaco-list-row", "Begin with OMEGA")).click();
      await waitFor(".getting-started-step.expanded");
      await waitFor(".getting-started-media img, .getting-started-media iframe");
    },
  },
  {
    title: "a folder's configuration counts",
    async run({ open, waitFor }) {
      await open("lamp.omni");
      await waitFor(".squiggly-error");
    },
  },
  {
    title: "a folder that is not trusted is checked without its configuration",
    session: "untrusted",
    lacking: { web: "its folder is trusted, whatever the page that opens it says" },
    async run(editor) {
      await editor.open("lamp.omni");
      await editor.waitFor(".squiggly-warning");
      await openStatus(editor);
      await editor.waitFor(".hover-language-status", /folder not trusted/);
      if ((await editor.page.locator(".squiggly-error").count()) > 0) {
        throw new Error("the configuration was read");
      }
    },
  },
  {
    title: "examples of a folder that is not trusted do not run",
    session: "untrusted",
    lacking: { web: "its folder is trusted, whatever the page that opens it says" },
    async run({ open, waitFor }) {
      await open("cell.omni");
      await (await waitFor(".codelens-decoration a", /run example/)).click();
      await waitFor(".notifications-toasts .notification-toast", /not trusted/);
    },
  },
  {
    title: "whoever asks for Bahasa Indonesia is spoken to in it",
    session: "indonesian",
    async run({ open, goTo, command, waitFor }) {
      await open("typing.omni");
      await waitFor(".squiggly-error, .squiggly-warning");
      await goTo(7, 12);
      await command("Show or Focus Hover");
      await waitFor(".monaco-hover:not(.hidden)", /mungkin maksudnya/);
    },
  },
];

// The decision view: what a document decides, watched while its context and its text change.
import type { FrameLocator, Locator } from "playwright-core";
import type { EditorPage } from "../editor-page.ts";
import type { Step } from "../steps.ts";

/** Opens the view beside `cell.omni`, which begins with its first example. */
async function openView(editor: EditorPage): Promise<FrameLocator> {
  await editor.open("cell.omni");
  await editor.command("OMEGA: Open Decision View");
  const view = editor.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await view.getByText("EXAMPLE worker inside the cell").waitFor();
  await rowOf(view, "Actions", "StopMachine").waitFor();
  return view;
}

/** The row of a list that holds a text. */
function rowOf(view: FrameLocator, list: string, text: string): Locator {
  return view.getByRole("list", { name: list, exact: true }).getByRole("button", { name: text });
}

/** Waits until a rule is marked with a word. */
async function ruleIs(view: FrameLocator, rule: string, word: string): Promise<void> {
  await rowOf(view, "Rules", rule).getByRole("img", { name: word, exact: true }).waitFor();
}

/** Waits for a value that is shown in the text, in whichever column: decorations are no text of the page's. */
async function textShows({ page }: EditorPage, value: string): Promise<void> {
  await page.waitForFunction(`
    [...document.querySelectorAll(".view-line span")]
      .flatMap((part) => ["::before", "::after"].map((end) => getComputedStyle(part, end).content))
      .some((shown) => shown.replaceAll("\u00a0", " ").includes(${JSON.stringify(value)}))
  `);
}

/** Escape gives the keyboard back to the text. */
async function backToText({ page }: EditorPage, view: FrameLocator): Promise<void> {
  await view.locator("body").press("Escape");
  await page.locator(".editor-instance .monaco-editor.focused").waitFor();
}

export const decisionViewSteps: readonly Step[] = [
  {
    title: "the decision view shows what an example decides, in the text too",
    async run(editor) {
      const view = await openView(editor);
      await view.getByRole("status").getByText("Decided").waitFor();
      await ruleIs(view, "TooClose", "fired");
      await ruleIs(view, "Hot", "did not fire");
      await textShows(editor, "✓ 0.4m");
      await textShows(editor, "✗ 20C");
      await backToText(editor, view);
    },
  },
  {
    title: "a value edited in the decision view is decided on at once, and no file changes",
    async run(editor) {
      const view = await openView(editor);
      await view.getByLabel("Distance", { exact: true }).fill("1.5m");
      await ruleIs(view, "TooClose", "did not fire");
      await ruleIs(view, "Near", "fired");
      await textShows(editor, "✗ 1.5m");
      await view.getByLabel("Distance", { exact: true }).fill("");
      await ruleIs(view, "Near", "undecided");
      await view.getByRole("list", { name: "Answered by UNKNOWN" }).waitFor();
      await view.getByLabel("Distance", { exact: true }).fill("far away");
      await view.getByText("Distance is not length (m)").waitFor();
      await view.getByRole("button", { name: "Reset" }).click();
      await ruleIs(view, "TooClose", "fired");
      if ((await editor.page.locator(".tab.dirty").count()) > 0) throw new Error("a file changed");
      await backToText(editor, view);
    },
  },
  {
    title: "the decision view is used by keys alone",
    async run(editor) {
      const { page } = editor;
      const view = await openView(editor);
      const distance = view.getByLabel("Distance", { exact: true });
      await view.locator("[data-input=Distance]:focus").waitFor();
      for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowUp");
      await view.getByText("Distance = 1m", { exact: false }).first().waitFor();
      await ruleIs(view, "TooClose", "did not fire");
      if ((await distance.inputValue()) !== "1.0m") throw new Error(await distance.inputValue());
      await rowOf(view, "Actions", "SlowDown").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await editor.waitFor(".editor-status-selection, .statusbar-item", /Ln 11\b/);
      await page.locator(".editor-instance .monaco-editor.focused").waitFor();
    },
  },
  {
    title: "a context file is chosen, and followed while it is typed",
    async run(editor) {
      const { page } = editor;
      const view = await openView(editor);
      await view.getByRole("button", { name: /^Context/ }).click();
      await editor.waitFor(".quick-input-widget", /Context for cell\.omni/);
      await page.keyboard.type("night");
      await editor.waitFor(".quick-input-list .monaco-list-row.focused", "night.context.json");
      await page.keyboard.press("Enter");
      await view.getByRole("button", { name: "Context night.context.json" }).waitFor();
      await ruleIs(view, "Hot", "fired");
      await backToText(editor, view);
      await editor.open("night.context.json");
      await editor.goTo(1, 33);
      await page.keyboard.press("Control+Delete");
      await page.keyboard.type("20");
      await ruleIs(view, "Hot", "did not fire");
    },
  },
  {
    title: "the decision follows the text while it is typed",
    async run(editor) {
      const { page } = editor;
      const view = await openView(editor);
      await backToText(editor, view);
      await editor.goTo(11, 25);
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.type("1");
      await ruleIs(view, "Hot", "fired");
      await page.keyboard.type(" <<");
      await view.getByText("The document has errors").waitFor();
      await view.getByText("Below is what was decided before.").waitFor();
    },
  },
  {
    title: "a decision is saved as an EXAMPLE of the document",
    async run(editor) {
      const { page } = editor;
      const view = await openView(editor);
      await view.getByLabel("Distance", { exact: true }).fill("1.5m");
      await ruleIs(view, "TooClose", "did not fire");
      await view.getByRole("button", { name: "Save as EXAMPLE…" }).click();
      await editor.waitFor(".quick-input-widget", /What does the example show/);
      await page.keyboard.type("somebody near: far enough");
      await editor.waitFor(".quick-input-message", /a title ends at its first/);
      await page.keyboard.press("Control+a");
      await page.keyboard.type("somebody far enough");
      await editor.waitFor(".quick-input-message", /What does the example show/);
      await page.keyboard.press("Enter");
      await view.getByText("EXAMPLE somebody far enough").waitFor();
      await editor.waitForText("EXAMPLE somebody far enough:");
      await editor.waitForText('- GIVEN Distance = 1.5m, Temperature = 20C, Mode = "auto"');
      await editor.waitForText("- EXPECT ONLY SlowDown");
    },
  },
];

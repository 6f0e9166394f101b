// The decision view: what a document decides, watched while its context and its text change.
import type { FrameLocator, Locator } from "playwright-core";
import type { EditorPage } from "../editor-page.ts";
import type { Step } from "../steps.ts";

/** Opens the view beside `cell.omni` by the lens above its first example. */
async function openView(editor: EditorPage): Promise<FrameLocator> {
  await editor.open("cell.omni");
  await editor.goTo(1, 1);
  const lens = await editor.waitFor(".codelens-decoration a", "open in decision view");
  await lens.click();
  return viewOf(editor);
}

/** The page in the panel, once it shows the first example. */
async function viewOf({ page }: EditorPage): Promise<FrameLocator> {
  const view = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
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

/** Chooses a theme by its name. */
async function chooseTheme({ page, waitFor }: EditorPage, theme: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+t");
  await waitFor(".quick-input-list .monaco-list-row.focused");
  await page.keyboard.type(theme);
  await waitFor(".quick-input-list .monaco-list-row.focused", theme);
  await page.keyboard.press("Enter");
}

/** The texts of the view that stand out from what is behind them by less than 4.5 to 1, the least that WCAG allows. */
const faintTexts = `(() => {
  const numbers = (colour) =>
    colour.startsWith("#")
      ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      : (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([red, green, blue]) =>
    [red, green, blue]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return numbers(getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background").trim());
  };
  const hasText = (element) =>
    element.value || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll("main *")].filter(hasText).flatMap((element) => {
    if (element.disabled) return [];
    const pair = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    return ratio >= 4.5 ? [] : [(element.textContent || element.value) + " " + ratio.toFixed(2)];
  });
})()`;

/** Looks at the view in a theme, with everything in it that has a colour of its own, and leaves it to be looked at. */
function themeStep(theme: string, width: number): Step {
  return {
    title: `the decision view can be read in ${theme}, ${width} wide`,
    async run(editor) {
      await editor.page.setViewportSize({ width, height: 800 });
      await editor.open("cell.omni");
      await chooseTheme(editor, theme);
      const view = await openView(editor);
      await view.getByLabel("Distance", { exact: true }).fill("");
      await view.getByLabel("Temperature", { exact: true }).fill("far away");
      await ruleIs(view, "Near", "undecided");
      const faint: unknown = await view.locator("body").evaluate(faintTexts);
      if (!Array.isArray(faint) || faint.length > 0) throw new Error(String(faint));
    },
  };
}

export const decisionViewSteps: readonly Step[] = [
  {
    title: "the decision view shows what an example decides, in the text too",
    async run(editor) {
      await editor.open("cell.omni");
      await editor.goTo(1, 1);
      await editor.command("OMEGA: Open Decision View");
      const view = await viewOf(editor);
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
    title: "the decision view follows a context file while it is typed",
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
      await editor.goTo(1, 35);
      await page.keyboard.press("Control+Delete");
      await page.keyboard.type("20");
      await ruleIs(view, "Hot", "did not fire");
    },
  },
  {
    title: "the decision view follows the text while it is typed",
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
    title: "the decision view saves what is decided as an EXAMPLE",
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
  themeStep("Dark High Contrast", 1000),
  themeStep("Dark Modern", 1800),
  // The size and the theme that all other steps have.
  themeStep("Light Modern", 1280),
];

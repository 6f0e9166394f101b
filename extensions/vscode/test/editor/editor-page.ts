// A VS Code in a browser's page, driven as a person would: by keys, by the mouse, and by looking.
import type { Locator, Page } from "playwright-core";
import type { HostName } from "./host.ts";

export interface EditorPage {
  readonly host: HostName;
  readonly page: Page;
  /** Opens a file of the workspace by its name. */
  readonly open: (file: string) => Promise<void>;
  /** Runs a command by its title in the palette. */
  readonly command: (title: string) => Promise<void>;
  /** Puts the cursor before a character, both counted from 1. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  /** The visible lines of the active editor; of all where none is. */
  readonly lines: () => Promise<readonly string[]>;
  /** Waits until the text of the active editor holds `text`. */
  readonly waitForText: (text: string) => Promise<void>;
  /** Waits until something of the page, found by CSS, holds `text`; gives it back. */
  readonly waitFor: (selector: string, text?: string | RegExp) => Promise<Locator>;
  /** Takes back everything that was typed, and closes whatever is open; editors come back where they were scrolled to. */
  readonly discard: () => Promise<void>;
}

const patience = 20_000;

export function driveEditor(page: Page, host: HostName): EditorPage {
  const quickInput = page.locator(
    ".quick-input-widget:not([style*='display: none']) .quick-input-box input",
  );
  const waitFor = async (selector: string, text?: string | RegExp): Promise<Locator> => {
    const found = page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    await found.waitFor({ state: "visible", timeout: patience });
    return found;
  };
  /** Opens a box by a key and fills it. Whatever takes the keyboard in between closes it again: then it is asked for anew. */
  const ask = async (key: string, text: string): Promise<void> => {
    const end = Date.now() + patience;
    for (;;) {
      await page.keyboard.press(key);
      try {
        await quickInput.first().waitFor({ state: "visible", timeout: 5_000 });
        await quickInput.first().fill(text, { timeout: 3_000 });
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await page.keyboard.press("Escape");
      }
    }
  };
  const pick = async (): Promise<void> => {
    await page
      .locator(".quick-input-list .monaco-list-row.focused")
      .first()
      .waitFor({ timeout: patience });
    await page.keyboard.press("Enter");
    await quickInput.first().waitFor({ state: "hidden", timeout: patience });
  };
  const command = async (title: string): Promise<void> => {
    await ask("F1", `>${title}`);
    await waitFor(".quick-input-list .monaco-list-row.focused", title);
    await page.keyboard.press("Enter");
  };
  const lines = async (): Promise<readonly string[]> => {
    // A panel beside the text may have the keyboard.
    const active = page.locator(".editor-group-container.active .editor-instance .view-line");
    const all = page.locator(".editor-instance .view-line");
    const shown = (await active.count()) > 0 ? active : all;
    const texts = await shown.evaluateAll((elements) =>
      elements.map((element) => ({
        top: element.getBoundingClientRect().top,
        text: element.textContent ?? "",
      })),
    );
    return texts.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll("\u00a0", " "));
  };
  return {
    host,
    page,
    command,
    lines,
    waitFor,
    async open(file) {
      await ask("Control+p", file);
      await waitFor(".quick-input-list .monaco-list-row.focused", file);
      await pick();
      await waitFor(".tab.active", file);
      await waitFor(".editor-group-container.active .editor-instance .view-line");
    },
    async goTo(line, column) {
      await ask("Control+g", `:${line}:${column}`);
      await page.keyboard.press("Enter");
      await quickInput.first().waitFor({ state: "hidden", timeout: patience });
    },
    async waitForText(text) {
      const end = Date.now() + patience;
      while (!(await lines()).join("\n").includes(text)) {
        if (Date.now() > end) {
          throw new Error(`the editor does not show ${text}, but\n${(await lines()).join("\n")}`);
        }
        await page.waitForTimeout(100);
      }
    },
    async discard() {
      await page.keyboard.press("Escape");
      // A webview that had the keyboard gives it back to the text, and takes a moment for it.
      await page
        .waitForFunction("document.activeElement?.tagName !== 'IFRAME'", null, { timeout: 5_000 })
        .catch(() => page.evaluate("document.activeElement.blur()"));
      await command("File: Revert File");
      await command("View: Close All Editors");
      // Results of tests would leave the next step half the height.
      if (await page.locator(".part.panel").isVisible()) await page.keyboard.press("Control+j");
    },
  };
}

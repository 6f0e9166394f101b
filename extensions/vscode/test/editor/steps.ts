// What a person does with the extension, step by step, in whatever host it runs. Each begins with no editor open.
import type { EditorPage } from "./editor-page.ts";
import { editingSteps } from "./steps/editing.ts";

export interface Step {
  readonly title: string;
  readonly run: (editor: EditorPage) => Promise<void>;
}

export const steps: readonly Step[] = [...editingSteps];

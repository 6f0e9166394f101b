// What a person does with the extension, step by step, in whatever host it runs. Each begins with no editor open.
import type { EditorPage } from "./editor-page.ts";
import type { HostName } from "./host.ts";
import { decisionViewSteps } from "./steps/decision-view.ts";
import { editingSteps } from "./steps/editing.ts";
import { exampleSteps } from "./steps/examples.ts";
import { fileSteps } from "./steps/files.ts";
import { proofSteps } from "./steps/proofs.ts";

export interface Step {
  readonly title: string;
  readonly run: (editor: EditorPage) => Promise<void>;
  /** Why it is not done in a host: what that host lacks. */
  readonly lacking?: Readonly<Partial<Record<HostName, string>>>;
}

export const steps: readonly Step[] = [
  ...editingSteps,
  ...exampleSteps,
  ...fileSteps,
  ...proofSteps,
  ...decisionViewSteps,
];

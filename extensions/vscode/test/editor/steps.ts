// What a person does with the extension, step by step, in whatever host it runs. Each begins with no editor open.
import type { EditorPage } from "./editor-page.ts";
import type { HostName, SessionName } from "./host.ts";
import { decisionViewSteps } from "./steps/decision-view.ts";
import { editingSteps } from "./steps/editing.ts";
import { exampleSteps } from "./steps/examples.ts";
import { fileSteps } from "./steps/files.ts";
import { mannerSteps } from "./steps/manners.ts";
import { proofSteps } from "./steps/proofs.ts";

export interface Step {
  readonly title: string;
  readonly run: (editor: EditorPage) => Promise<void>;
  /** How the editor is set up for it; as most people have it without this. */
  readonly session?: SessionName;
  /** A part of the page that is kept as a picture for README and walkthrough, `media/NAME.png`, when these are taken. */
  readonly picture?: Picture;
  /** Why it is not done in a host: what that host lacks. */
  readonly lacking?: Readonly<Partial<Record<HostName, string>>>;
}

interface Picture {
  readonly name: string;
  /** In pixels, from the top left corner. */
  readonly clip: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export const steps: readonly Step[] = [
  ...editingSteps,
  ...exampleSteps,
  ...fileSteps,
  ...proofSteps,
  ...decisionViewSteps,
  ...mannerSteps,
];

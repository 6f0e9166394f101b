// The ways in which the editor is set up: as most people have it, with a folder that is not trusted, and in another language.
import type { Session } from "./host.ts";

/** What a person would have set before: nothing that gets in the way of looking. */
const settings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "window.commandCenter": false,
  "telemetry.telemetryLevel": "off",
  "editor.accessibilitySupport": "off",
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "files.autoSave": "off",
};

export const sessions: readonly Session[] = [
  { name: "usual", settings, isTrusted: true },
  {
    name: "untrusted",
    settings: {
      ...settings,
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "security.workspace.trust.banner": "never",
    },
    isTrusted: false,
  },
  { name: "indonesian", settings: { ...settings, "omega.locale": "id" }, isTrusted: true },
];

// What a person would have set before: nothing that gets in the way of looking.
export const editorSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "window.commandCenter": false,
  "telemetry.telemetryLevel": "off",
  "editor.accessibilitySupport": "off",
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "files.autoSave": "off",
};

// Suggestions, kept apart from failure.ts because only a mistake needs them.
export { nearestNames } from "@omega/core";

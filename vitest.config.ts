// The one test configuration: unit tests beside their source, scenarios in `test` folders.
import { defaultServerConditions } from "vite";
import { defaultExclude, defineConfig } from "vitest/config";

/** Workspace packages are resolved to their source, so tests need no build. */
const conditions = ["omega-source", ...defaultServerConditions];

/** Tests of what has no state, no files and no threads. */
const pure = [
  "packages/core/src/**/*.test.ts",
  "packages/core/test/**/*.test.ts",
  "packages/service/src/**/*.test.ts",
  "packages/service/test/**/*.test.ts",
  "test/laws/**/*.test.ts",
];

const all = [
  "packages/*/src/**/*.test.ts",
  "packages/*/test/**/*.test.ts",
  "extensions/*/src/**/*.test.ts",
  "extensions/*/test/**/*.test.ts",
  "test/**/*.test.ts",
];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // The page of the editor's decision view.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      // Pure functions leave nothing behind, so their tests share what they import: loading it anew for each file took longer.
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: { name: "whole", include: all, exclude: [...pure, ...defaultExclude] },
      },
    ],
    env: { TZ: "UTC" },
    setupFiles: ["test/setup-fast-check.ts"],
    // Left to itself it keeps one core free, which is half of two.
    maxWorkers: "100%",
    // Generous, because a busy machine is no mistake of the code's.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

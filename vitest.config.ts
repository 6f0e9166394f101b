// The one test configuration: unit tests beside their source, scenarios in `test` folders.
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

/** Workspace packages are resolved to their source, so tests need no build. */
const conditions = ["omega-source", ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // The page of the editor's decision view.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "extensions/*/src/**/*.test.ts",
      "extensions/*/test/**/*.test.ts",
      "test/**/*.test.ts",
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

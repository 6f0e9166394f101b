// Paths in documents are relative to the document and stay below the project's root.
import { expect, test } from "vitest";
import { resolveProjectPath } from "./project-path.ts";

test.each([
  ["factory.omni", "site.omni", "site.omni"],
  ["plants/factory.omni", "site.omni", "plants/site.omni"],
  ["plants/factory.omni", "./contexts/hot.json", "plants/contexts/hot.json"],
  ["plants/north/factory.omni", "../site.omni", "plants/site.omni"],
])("in %s, %s means %s", (document, path, expected) => {
  expect(resolveProjectPath(document, path)).toBe(expected);
});

test.each([
  "../site.omni",
  "/etc/site.omni",
  "C:\\site.omni",
  "sub\\site.omni",
  "https://example.org/a.omni",
  "",
  "sub/",
  ".",
])("in factory.omni, %j names no file of the project", (path) => {
  expect(resolveProjectPath("factory.omni", path)).toBeNull();
});

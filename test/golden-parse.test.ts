// golden/parse: documents as the field has them. They parse, check without errors and decide as a reader would expect.
// OMEGA_UPDATE_GOLDEN=1 rewrites the expectations.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printFixture, readFixture, runParseFixture } from "@omega/testkit";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("../golden/parse/", import.meta.url));

describe("golden/parse", () => {
  test.each(readdirSync(folder).sort())("%s", (name) => {
    const text = readFileSync(folder + name, "utf8");
    const { fixture, diagnostics } = runParseFixture(readFixture(text));
    const actual = printFixture(fixture);
    if (process.env.OMEGA_UPDATE_GOLDEN === "1") writeFileSync(folder + name, actual);
    else expect(actual).toBe(text);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

// GitHub's workflow commands: escapes, and what its runner accepts as places.
import { createSourceText, type Diagnostic } from "@omega/core";
import { expect, test } from "vitest";
import { diagnosticsGithub } from "./diagnostics-github.ts";

const outside: Parameters<typeof diagnosticsGithub>[1] = {
  folder: "/repository/policies",
  workspace: null,
};

function command(path: string, more: Partial<Diagnostic>, folders = outside): string {
  const source = createSourceText("INTENT: one\nRULE:\n- two\n", path);
  const diagnostic: Diagnostic = {
    code: "OM1001",
    severity: "info",
    message: "something",
    file: path,
    span: { start: 0, end: 6 },
    related: [],
    fixes: [],
    tags: [],
    ...more,
  };
  const place = { path, source };
  return diagnosticsGithub([{ diagnostic, place, places: new Map() }], folders);
}

test("text cannot end a command or begin another", () => {
  expect(command("a,b:c%.omni", { message: "100% of\r\n::error::it" })).toBe(
    "::notice file=a%2Cb%3Ac%25.omni,line=1,endLine=1,col=1,endColumn=7,title=OM1001::100%25 of%0D%0A::error::it\n",
  );
});

test("a finding over several lines has no columns, which the runner would refuse", () => {
  expect(command("a.omni", { severity: "warning", span: { start: 8, end: 20 } })).toBe(
    "::warning file=a.omni,line=1,endLine=3,title=OM1001::something\n",
  );
});

test("paths are taken from where the repository is checked out", () => {
  const inside = { ...outside, workspace: "/repository" };
  expect(command("a.omni", {}, inside)).toContain("file=policies/a.omni,");
});

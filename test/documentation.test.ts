// The documentation, executed: every code block of every page runs and reads as it should, and links lead somewhere.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCodeBlocks, replaceCodeBlocks, runBlocks } from "@omega/testkit";
import { describe, expect, test } from "vitest";
import { documentationHost } from "./documentation-host.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const update = process.env.OMEGA_UPDATE_GOLDEN === "1";

const pages = [
  ...["README.md", "README.id.md"].filter((name) => existsSync(join(root, name))),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .sort(),
];

describe.each(pages)("%s", (page) => {
  const markdown = readFileSync(join(root, page), "utf8");

  test("its code blocks run and read as they should", { timeout: 120_000 }, async () => {
    const outcomes = await runBlocks(markdown, documentationHost);
    const problems = outcomes.flatMap(({ block, problem }) =>
      problem === null ? [] : [`${page}:${block.line} ${problem}`],
    );
    const changed = new Map(
      outcomes
        .filter(({ block, text }) => text !== block.text)
        .map(({ block, text }) => [block.line, text]),
    );
    const actual = replaceCodeBlocks(markdown, changed);
    if (update && actual !== markdown) writeFileSync(join(root, page), actual);
    expect(problems).toEqual([]);
    if (!update) expect(actual).toBe(markdown);
  });

  test("its links lead somewhere", () => {
    const broken = linksOf(markdown).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });
});

// --- links --------------------------------------------------------------------------------------------------------

/** Targets of Markdown links outside code, but for those to other sites. */
function linksOf(markdown: string): readonly string[] {
  const prose = replaceCodeBlocks(
    markdown,
    new Map(readCodeBlocks(markdown).map(({ line }) => [line, ""])),
  ).replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(target)) return false;
  if (anchor === undefined || !target.endsWith(".md")) return true;
  return anchorsOf(readFileSync(target, "utf8")).includes(anchor);
}

/** The anchors that GitHub gives headings. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}

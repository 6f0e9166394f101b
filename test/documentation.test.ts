// The documentation, executed: every code block of every page runs and reads as it should, and links lead somewhere.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCodeBlocks, replaceCodeBlocks, runBlocks, runProgram } from "@omega/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { createDocumentationHost } from "./documentation-host.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A folder for each page, with what its blocks are named and what its commands and programs write. */
const written = mkdtempSync(join(tmpdir(), "omega-documentation-"));
afterAll(() => rmSync(written, { recursive: true, force: true }));

/** Guides are followed at a terminal of the usual width. */
const columnsOf = (page: string): number | undefined =>
  /^docs\/(guides|id\/panduan)\//.test(page) ? 80 : undefined;
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
    const host = createDocumentationHost(join(written, page), columnsOf(page));
    const outcomes = await runBlocks(markdown, host);
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

test("TypeScript programs of all pages pass the strictest checks", async () => {
  const programs = readdirSync(written, { recursive: true, encoding: "utf8" }).filter((name) =>
    /line-\d+\.ts$/.test(name),
  );
  if (programs.length === 0) return;
  const configuration = join(written, "tsconfig.json");
  writeFileSync(join(written, "record.d.ts"), recorder);
  writeFileSync(join(written, "package.json"), '{ "type": "module" }');
  mkdirSync(join(written, "node_modules"));
  symlinkSync(join(root, "node_modules/@omega"), join(written, "node_modules/@omega"), "junction");
  writeFileSync(configuration, JSON.stringify(strictest(programs)));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = await runProgram(
    compiler,
    ["-p", configuration, "--pretty", "false"],
    written,
    {},
  );
  expect(stdout).toBe("");
});

/** What `// →` becomes. */
const recorder = "declare function record(line: number, value: unknown): void;\n";

/** What a careful service compiles with; packages are read from their source, so that no build is needed. */
const strictest = (files: readonly string[]): object => ({
  files: [...files, "record.d.ts"],
  compilerOptions: {
    target: "es2022",
    lib: ["ES2022", "DOM"],
    module: "nodenext",
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    customConditions: ["omega-source"],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noFallthroughCasesInSwitch: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  },
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

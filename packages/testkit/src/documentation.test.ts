// What documentation states is held against what comes out, and nothing is passed over in silence.
import { describe, expect, test } from "vitest";
import { readCodeBlocks, replaceCodeBlocks } from "./code-blocks.ts";
import { completeFragment } from "./document-fragment.ts";
import { type DocumentationHost, runBlocks } from "./documentation.ts";

const host: DocumentationHost = {
  runCommands: async (commands) =>
    commands.map((command) => ({
      printed: `ran ${command}`,
      exitCode: command.includes("bad") ? 1 : 0,
    })),
  runProgram: async () => new Map([[0, { a: [1, "b"] }]]),
};

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\``;

async function run(...blocks: readonly string[]): Promise<{ problems: string[]; texts: string[] }> {
  const outcomes = await runBlocks(blocks.join("\n\n"), host);
  return {
    problems: outcomes.flatMap(({ problem }) => problem ?? []),
    texts: outcomes.map(({ text }) => text),
  };
}

describe("code blocks", () => {
  const page = "# Page\n\n  ```omni file=a.omni strict\n  - IF A THEN B\n\n  ```\n\n```\n```\n";

  test("are read with their options, without their indentation", () => {
    expect(readCodeBlocks(page)).toEqual([
      {
        line: 3,
        language: "omni",
        options: new Map([
          ["file", "a.omni"],
          ["strict", ""],
        ]),
        text: "- IF A THEN B\n",
      },
      { line: 8, language: "", options: new Map(), text: "" },
    ]);
  });

  test("are replaced in place", () => {
    const same = new Map(readCodeBlocks(page).map(({ line, text }) => [line, text]));
    expect(replaceCodeBlocks(page, same)).toBe(page);
    expect(
      replaceCodeBlocks(
        page,
        new Map([
          [3, "one\ntwo"],
          [8, "three"],
        ]),
      ),
    ).toBe("# Page\n\n  ```omni file=a.omni strict\n  one\n  two\n  ```\n\n```\nthree\n```\n");
  });
});

describe("fragments", () => {
  test("bare items become a RULE section; places are told in lines of the fragment", () => {
    const whole = completeFragment("- IF A THEN B\n- IF C THEN D");
    expect(whole.text).toBe("INTENT: An example.\n\nRULE:\n- IF A THEN B\n- IF C THEN D\n");
    expect([1, 4, 5].map(whole.lineOf)).toEqual([0, 1, 2]);
  });

  test("a missing RULE section stands where it belongs", () => {
    const { text } = completeFragment("CONTEXT:\n- A: <m>\n\nTRACE:\n- Evidence: none");
    expect(text.match(/^[A-Z]+/gm)).toEqual(["INTENT", "CONTEXT", "RULE", "TRACE"]);
  });

  test("whole documents stay as they are", () => {
    expect(completeFragment("INTENT: x\n\nRULE:\n- IF A THEN B").text).toBe(
      "INTENT: x\n\nRULE:\n- IF A THEN B\n",
    );
  });
});

describe("blocks", () => {
  const rule = fence("omni", "- Near: IF Distance < 1m THEN Stop(20%), Wait");

  test("a decision reads as it is", async () => {
    const context = fence("context", '{ "Distance": 0.5 }');
    const { problems, texts } = await run(
      rule,
      context,
      fence("decision", "status: ?\nactions: ?"),
    );
    expect(problems).toEqual([]);
    expect(texts[2]).toBe("status: decided\nactions: Stop(20%) by Near\n         Wait by Near");
  });

  test("an expression has its result", async () => {
    const { texts } = await run(fence("expression", "1m + 50cm → 7\n1m + 1s →"));
    expect(texts[0]).toBe(
      "1m + 50cm → 1.5m\n1m + 1s → OM3050: `1m` is length (m), `1s` is time (s)",
    );
  });

  test("a document has no errors but those stated", async () => {
    const wrong = fence("omni", "- IF Distance < 1m THEN\n- IF Distance < 1s THEN Stop");
    expect((await run(wrong)).problems).toHaveLength(1);
    const { problems, texts } = await run(wrong, fence("diagnostics", ""));
    expect(problems).toEqual([]);
    expect(texts[1]).toMatch(/^OM2001 error 1:\d+ /);
    expect((await run(rule, fence("diagnostics", ""))).problems).toEqual([
      "the document has no errors",
    ]);
  });

  test("a document's examples hold", async () => {
    const example = "\n\nEXAMPLE far:\n- GIVEN Distance = 2m\n- EXPECT Stop";
    const { problems } = await run(fence("omni", `RULE:\n- IF Distance < 1m THEN Stop${example}`));
    expect(problems).toEqual([expect.stringContaining("far: expected `Stop`")]);
  });

  test("imports are the named blocks above", async () => {
    const site = fence("omni file=site.omni", "CONTEXT:\n- Distance: <m>");
    const policy = fence("omni", 'IMPORT:\n- "site.omni"\n\nRULE:\n- IF Distance < 1s THEN Stop');
    const { texts } = await run(site, policy, fence("diagnostics", ""));
    expect(texts[2]).toContain("OM3050");
  });

  test("commands and programs are shown with what they print", async () => {
    const { texts } = await run(
      fence("sh", "$ omegac check a.omni\nsomething else"),
      fence("ts", "compile(source); // → ?"),
    );
    expect(texts).toEqual([
      "$ omegac check a.omni\nran omegac check a.omni",
      'compile(source); // → { a: [1, "b"] }',
    ]);
  });

  test("what a program comes to may stand below its statement", async () => {
    const below = await runBlocks(fence("ts", "f();\n// → ?"), {
      ...host,
      runProgram: async (program) => new Map([[1, program]]),
    });
    expect(below[0]?.text).toBe('f();\n// → "record(1, f());\\n// → ?"');
    const { problems } = await run(fence("ts", "f(\n  x)\n// → ?"));
    expect(problems).toEqual(["line 3 of it stands below no statement of one line"]);
  });

  test.each([
    ["of no language", fence("", "x"), "its language is none that can be run"],
    ["of an unknown one", fence("toml", "x = 1"), "its language is none that can be run"],
    [
      "of a context without a decision",
      `${rule}\n\n${fence("context", "{}")}`,
      "no decision follows",
    ],
    ["of a terminal without a command", fence("sh", "npm start"), "no line is a command"],
    ["of YAML that is none", fence("yaml", "a: [1"), "it is no YAML"],
    ["of YAML that runs nothing", fence("yaml", "a: 1"), "it is no pipeline"],
    [
      "of a pipeline that fails",
      fence("yaml", "check:\n  script:\n    - omegac check bad.omni"),
      "omegac check bad.omni: exit status 1",
    ],
    ["of JSON that is none", fence("json", "{ a: 1 }"), "it is no JSON"],
  ])("a block %s is a problem", async (_what, block, problem) => {
    expect((await run(block)).problems).toEqual([expect.stringContaining(problem)]);
  });

  test("the omegac commands of a pipeline are run", async () => {
    const workflow =
      "jobs:\n  gate:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm ci\n      - run: npx omegac check";
    expect((await run(fence("yaml", workflow))).problems).toEqual([]);
  });

  test("what is only shown is left alone", async () => {
    expect(await run(fence("toml shown", "x = 1"))).toEqual({ problems: [], texts: ["x = 1"] });
  });
});

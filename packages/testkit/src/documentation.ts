// Runs the code blocks of a Markdown page and says how each should read, so that documentation cannot drift from what
// it documents. What each language of block means is in docs/README.md.
import {
  type CompileOptions,
  compile,
  type Decision,
  type Diagnostic,
  type JsonValue,
  type Policy,
  parseJson,
  rangeOf,
  runExamples,
  strictSettings,
} from "@omega/core";
import { type CodeBlock, readCodeBlocks } from "./code-blocks.ts";
import { printJson, restateDecision } from "./decision-text.ts";
import { completeFragment } from "./document-fragment.ts";
import { readPipeline } from "./pipeline.ts";

/** What running the blocks of one page takes from outside: a folder, which keeps what commands and programs write. */
export interface DocumentationHost {
  /** Runs commands of a terminal, with these files written to the folder before. */
  readonly runCommands: (
    commands: readonly string[],
    files: ReadonlyMap<string, string>,
  ) => Promise<readonly CommandOutcome[]>;
  /** Runs a TypeScript program; gives, by line from 0, what `record(line, value)` in it was called with. */
  readonly runProgram: (
    program: string,
    files: ReadonlyMap<string, string>,
    conditions: ProgramConditions,
  ) => Promise<ReadonlyMap<number, unknown>>;
}

/** What a terminal shows of a command, all of it, and its exit status. */
export interface CommandOutcome {
  readonly printed: string;
  readonly exitCode: number;
}

export interface ProgramConditions {
  /** Line of the block's fence in its page. */
  readonly line: number;
  /** `browser`: compiled for one, and not run; `no-eval`: run where no code can be made from text. */
  readonly where: "node" | "browser" | "no-eval";
}

/** How a block fares: what is wrong with it, or null; and the text it should have. */
export interface BlockOutcome {
  readonly block: CodeBlock;
  readonly problem: string | null;
  readonly text: string;
}

/** Runs the blocks of a page from the top. A block may build on those above it. */
export async function runBlocks(
  markdown: string,
  host: DocumentationHost,
): Promise<readonly BlockOutcome[]> {
  const page: Page = { files: new Map(), policy: null, lineOf: (line) => line, decision: null };
  const blocks = readCodeBlocks(markdown);
  const outcomes: BlockOutcome[] = [];
  for (const [index, block] of blocks.entries()) {
    const following = blocks[index + 1]?.language ?? "";
    outcomes.push({
      block,
      problem: null,
      text: block.text,
      ...(await run(block, following, page, host)),
    });
  }
  return outcomes;
}

/** What the blocks so far have left for those below. */
interface Page {
  /** Texts of blocks that are named, `file=site.omni`. */
  readonly files: Map<string, string>;
  policy: Policy | null;
  /** From the policy's lines to those of the block it was shown in. */
  lineOf: (line: number) => number;
  decision: Decision | null;
}

type Finding = Partial<Pick<BlockOutcome, "problem" | "text">>;

const problem = (text: string): Finding => ({ problem: text });

async function run(
  block: CodeBlock,
  following: string,
  page: Page,
  host: DocumentationHost,
): Promise<Finding> {
  const file = block.options.get("file");
  if (file !== undefined) page.files.set(file, `${block.text}\n`);
  if (block.options.has("shown")) return {};
  switch (block.language) {
    case "omni":
      return runDocument(block, following, page);
    case "diagnostics":
      return runDiagnostics(block, page);
    case "context":
      return runContext(block, following, page);
    case "decision":
      return page.decision === null
        ? problem("there is no context above")
        : { text: restateDecision(block.text, page.decision) };
    case "expression":
      return { text: block.text.split("\n").map(runExpression).join("\n") };
    case "json":
      return runJson(block, page);
    case "sh":
      return runTerminal(block, page, host);
    case "ts":
      return runProgram(block, page, host);
    case "yaml":
      return runPipeline(block, page, host);
    case "text":
      return {};
    default:
      return problem(
        "its language is none that can be run: write `text`, or another with `shown`, for what is only to be read",
      );
  }
}

// --- documents ----------------------------------------------------------------------------------------------------

function optionsFor(block: CodeBlock, page: Page): CompileOptions {
  return {
    file: block.options.get("file") ?? "policy.omni",
    load: (path) => page.files.get(path) ?? null,
    ...(block.options.has("strict") ? { settings: strictSettings } : {}),
    ...(block.options.has("today") ? { today: block.options.get("today") ?? "" } : {}),
  };
}

/** A document, or a piece of one. It has no errors but those stated below it, and its EXAMPLEs hold. */
function runDocument(block: CodeBlock, following: string, page: Page): Finding {
  const { text, lineOf } = completeFragment(block.text);
  const policy = compile(text, optionsFor(block, page));
  page.policy = policy;
  page.lineOf = lineOf;
  page.decision = null;
  if (following === "diagnostics") return {};
  const errors = policy.diagnostics.filter(isError);
  if (errors.length > 0) return problem(errors.map((error) => describe(error, page)).join("\n"));
  const failed = runExamples(policy, { loadText: (path) => page.files.get(path) ?? null }).filter(
    ({ status }) => status !== "passed",
  );
  return failed.length === 0
    ? {}
    : problem(failed.map(({ example, message }) => `${example.title}: ${message}`).join("\n"));
}

/** Every error of the document above, and every other diagnostic whose code the block names. */
function runDiagnostics(block: CodeBlock, page: Page): Finding {
  if (page.policy === null) return problem("there is no document above");
  const named = new Set([...block.text.matchAll(/^OM\d{4}/gm)].map(([code]) => code));
  const lines = page.policy.diagnostics
    .filter((diagnostic) => isError(diagnostic) || named.has(diagnostic.code))
    .map((diagnostic) => describe(diagnostic, page));
  const text = lines.join("\n");
  const absent = [...named].filter((code) => !text.includes(code));
  if (absent.length > 0) return problem(`the document draws no ${absent.join(", ")}`);
  return text === "" ? problem("the document has no errors") : { text };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** `OM3004 error 3:12 message`, its place in lines of the block. */
function describe({ code, severity, span, message }: Diagnostic, page: Page): string {
  const start = page.policy === null ? null : rangeOf(page.policy.source, span).start;
  const place = start === null ? "" : `${page.lineOf(start.line)}:${start.column}`;
  return `${code} ${severity} ${place} ${message}`;
}

// --- contexts and expressions -------------------------------------------------------------------------------------

function runContext(block: CodeBlock, following: string, page: Page): Finding {
  if (page.policy === null) return problem("there is no document above");
  if (following !== "decision" && following !== "json") return problem("no decision follows");
  const context = parseJson(block.text);
  if (!context.ok) return problem(`it is no JSON: line ${context.line}, ${context.message}`);
  page.decision = page.policy.evaluate(context.value, {
    ...(block.options.has("now") ? { now: block.options.get("now") ?? "" } : {}),
    ...(block.options.get("samples") === "off" ? { sampleDefaults: false } : {}),
    ...(block.options.has("trace") ? { trace: true } : {}),
  });
  return {};
}

/** The clock of expressions, as in the standard library's own examples. */
const now = "2026-05-01T08:00:00Z";

/** `avg([20C, 30C]) → 25C`: the line with the result it has. Names are attributes, and missing. */
function runExpression(line: string): string {
  const [expression = ""] = line.split("→").map((side) => side.trimEnd());
  if (expression.trim() === "") return line;
  const policy = compile(`INTENT: An example.\n\nRULE:\n- IF TRUE THEN Show(${expression})\n`);
  return `${expression} → ${resultOf(policy)}`;
}

function resultOf(policy: Policy): string {
  const error = policy.diagnostics.find(isError);
  if (error !== undefined) return `${error.code}: ${error.message}`;
  const { actions, unknowns } = policy.evaluate({}, { now });
  if (unknowns.length > 0) {
    return `unknown: ${unknowns.map(({ path, reason }) => `${path} ${reason}`).join(", ")}`;
  }
  return printJson(actions[0]?.args._0 ?? null);
}

// --- other languages ----------------------------------------------------------------------------------------------

/** JSON; with `decision`, members of the decision above, as it has them. */
function runJson(block: CodeBlock, page: Page): Finding {
  const parsed = parseJson(block.text);
  if (!parsed.ok) return problem(`it is no JSON: line ${parsed.line}, ${parsed.message}`);
  if (!block.options.has("decision")) return {};
  if (page.decision === null) return problem("there is no context above");
  const stated = Object.keys(Object(parsed.value));
  const members = Object.entries(page.decision).filter(([name]) => stated.includes(name));
  return { text: printMembers(members) };
}

/** How wide JSON may be before its members stand on lines of their own. */
const jsonWidth = 110;

/** A record as JSON laid out for reading: what is short stays on its line. */
function printMembers(members: readonly (readonly [string, JsonValue])[]): string {
  return layOut(Object.fromEntries(members), "", jsonWidth);
}

function layOut(value: JsonValue, indent: string, taken: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close, space] = Array.isArray(value) ? ["[", "]", ""] : ["{", "}", " "];
  const parts = (lay: (item: JsonValue, key: string) => string): readonly string[] =>
    Object.entries(value).map(([name, item]) => {
      const key = Array.isArray(value) ? "" : `${JSON.stringify(name)}: `;
      return key + lay(item, key);
    });
  const short = parts((item) => layOut(item, "", 0)).join(", ");
  if (short === "") return open + close;
  if (taken + short.length < jsonWidth) return open + space + short + space + close;
  const inner = `${indent}  `;
  const rows = parts((item, key) => layOut(item, inner, inner.length + key.length));
  return `${open}\n${rows.map((row) => inner + row).join(",\n")}\n${indent}${close}`;
}

/** `$ omegac check policy.omni` and, below each command, what it prints. */
async function runTerminal(
  block: CodeBlock,
  page: Page,
  host: DocumentationHost,
): Promise<Finding> {
  const commands = block.text.split("\n").filter((line) => line.startsWith("$ "));
  if (commands.length === 0 || !block.text.startsWith("$ ")) {
    return problem("no line is a command: begin them with `$ `, or mark the block `shown`");
  }
  const outcomes = await host.runCommands(
    commands.map((command) => command.slice(2)),
    page.files,
  );
  const parts = commands.flatMap((command, index) => [
    command,
    (outcomes[index]?.printed ?? "").trimEnd(),
  ]);
  return { text: parts.filter((part) => part !== "").join("\n") };
}

/** A pipeline of GitHub or GitLab. Each of its omegac commands succeeds with the files of the page. */
async function runPipeline(
  block: CodeBlock,
  page: Page,
  host: DocumentationHost,
): Promise<Finding> {
  const pipeline = readPipeline(block.text);
  if (!pipeline.ok) return problem(pipeline.problem);
  const outcomes = await host.runCommands(pipeline.commands, page.files);
  const failed = outcomes.flatMap(({ printed, exitCode }, index) =>
    exitCode === 0 ? [] : [`${pipeline.commands[index]}: exit status ${exitCode}\n${printed}`],
  );
  return failed.length === 0 ? {} : problem(failed.join("\n"));
}

/** What a statement comes to, behind it or on a line of its own below it. */
const stated = /^(?<code>.*;)?(?<space>\s*)\/\/ → .*$/;

/** A program whose `// →` comments say what the statement before them comes to. */
async function runProgram(block: CodeBlock, page: Page, host: DocumentationHost): Promise<Finding> {
  const lines = block.text.split("\n");
  const program = lines.map((line, index) => {
    const code = stated.exec(line)?.groups?.code;
    if (code !== undefined) return recording(code, index);
    return isBare(lines[index + 1]) ? recording(line, index + 1) : line;
  });
  const lost = lines.findIndex((line, index) => isBare(line) && !lines[index - 1]?.endsWith(";"));
  if (lost !== -1) return problem(`line ${lost + 1} of it stands below no statement of one line`);
  const where = block.options.has("browser")
    ? "browser"
    : block.options.has("no-eval")
      ? "no-eval"
      : "node";
  let results: ReadonlyMap<number, unknown>;
  try {
    results = await host.runProgram(program.join("\n"), page.files, { line: block.line, where });
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
  const text = lines.map((line, index) => {
    const { code = "", space = "" } = stated.exec(line)?.groups ?? {};
    if (!stated.test(line)) return line;
    const result = results.has(index) ? printResult(results.get(index)) : "never reached";
    return `${code}${code === "" ? space : " "}// → ${result}`;
  });
  return { text: text.join("\n") };
}

function isBare(line: string | undefined): boolean {
  return line !== undefined && /^\s*\/\/ → /.test(line);
}

/** The statement, with what it declares, prints or evaluates to recorded. */
function recording(code: string, line: number): string {
  const name = /^\s*(?:const|let) (\w+)/.exec(code)?.[1];
  if (name !== undefined) return `${code} record(${line}, ${name});`;
  const printed = /^\s*console\.log\((.*)\);$/.exec(code)?.[1];
  return `record(${line}, ${printed ?? code.trim().slice(0, -1)});`;
}

function printResult(value: unknown): string {
  const json = JSON.stringify(value);
  const parsed = json === undefined ? null : parseJson(json);
  return parsed?.ok === true ? printJson(parsed.value) : String(value);
}

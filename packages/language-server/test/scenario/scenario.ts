// Marker scenarios of golden/lsp: files with `$0` marks, then what an editor does and what it is shown. Everything runs
// through the real protocol.
import {
  changedLines,
  expandFixtureText,
  type Fixture,
  type FixtureSection,
  readFixtureHeader,
} from "@omega/testkit";
import type { Position, TextEdit } from "vscode-languageserver/node";
import { modernCapabilities, type ProtocolClient, startClient } from "../protocol-client.ts";
import { applyEdits, offsetOf, positionOf } from "./editor-text.ts";
import { requests } from "./requests.ts";

/** The editor of a scenario: what it has open, where the marks are by now, and the server behind it. */
export interface Editor {
  readonly client: ProtocolClient;
  /** Every file's text; of an open one, as it is in the editor. */
  readonly textOf: (file: string) => string;
  readonly fileOf: (uri: string) => string;
  readonly versionOf: (file: string) => number;
  /** Changes an open file, as typing does; gives the lines that changed. */
  readonly change: (file: string, edits: readonly TextEdit[]) => Promise<string>;
  /** The lines that edits would change. */
  readonly preview: (file: string, edits: readonly TextEdit[]) => string;
}

/** A step's place and words: `rename $0: Gap`, `format $0..$1`, `symbols: cell.test.omni`. */
export interface StepPlace {
  readonly file: string;
  readonly uri: string;
  readonly position: Position;
  /** The second mark of two; else the first. */
  readonly end: Position;
  /** Whether a mark was named. */
  readonly marked: boolean;
  /** What stands behind the colon. */
  readonly words: string;
}

export type Step = (editor: Editor, place: StepPlace) => Promise<string>;

interface Mark {
  readonly file: string;
  readonly offset: number;
}

interface ScenarioFile {
  readonly name: string;
  readonly isOpen: boolean;
  readonly text: string;
}

const root = "file:///project/";

/**
 * Runs a scenario and gives it with the answers that belong into it. A section headed by a file's name is that file: the
 * first document is open, further ones with `open` behind their names, `crlf` gives Windows line ends, `untitled` is one
 * that has never been saved. Every other section is a step of `requests`.
 */
export async function runScenario(fixture: Fixture): Promise<Fixture> {
  const given = fixture.sections.filter(({ header }) => isFile(header));
  const marks = new Map<number, Mark>();
  const files = readFiles(given, marks);
  const client = await startClient(
    Object.fromEntries(files.map(({ name, text }) => [name, text])),
    modernCapabilities,
  );
  try {
    for (const { name, isOpen } of files) if (isOpen) await client.open(name);
    const editor = openEditor(client, files, marks);
    const main = files.find(({ isOpen }) => isOpen)?.name ?? "";
    const sections: FixtureSection[] = [];
    for (const section of fixture.sections) {
      if (isFile(section.header)) sections.push(section);
      else {
        const text = await runStep(section.header, editor, marks, main);
        sections.push({ header: section.header, text: text.trimEnd() });
      }
    }
    return { prose: fixture.prose, sections };
  } finally {
    await client.end();
  }
}

function isFile(header: string): boolean {
  return /^[^\s:$]+\.(?:omni|json)(?:\s|$)/.test(header);
}

function readFiles(
  sections: readonly FixtureSection[],
  marks: Map<number, Mark>,
): readonly ScenarioFile[] {
  const firstDocument = sections.find(({ header }) => /\.omni\b/.test(header));
  return sections.map((section) => {
    const { name, options } = readFixtureHeader(section.header);
    const isOpen = section === firstDocument || options.has("open");
    const lines = expandFixtureText(section.text);
    const marked = options.has("crlf") ? lines.replaceAll("\n", "\r\n") : lines;
    let text = "";
    let end = 0;
    for (const mark of marked.matchAll(/\$(\d)/g)) {
      text += marked.slice(end, mark.index);
      marks.set(Number(mark[1]), { file: name, offset: text.length });
      end = mark.index + mark[0].length;
    }
    const lineEnd = options.has("unended") ? "" : options.has("crlf") ? "\r\n" : "\n";
    return { name, isOpen, text: text + marked.slice(end) + lineEnd };
  });
}

function openEditor(
  client: ProtocolClient,
  files: readonly ScenarioFile[],
  marks: Map<number, Mark>,
): Editor {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const versions = new Map(files.map(({ name, isOpen }) => [name, isOpen ? 1 : 0]));
  const textOf = (file: string): string => {
    const text = texts.get(file);
    if (text === undefined) throw new Error(`the scenario has no ${file}`);
    return text;
  };
  const preview = (file: string, edits: readonly TextEdit[]): string => {
    const before = textOf(file);
    const after = applyEdits(before, edits);
    if (after === before) return "nothing changes";
    return changedLines(showLineEnds(before, before), showLineEnds(after, before));
  };
  return {
    client,
    textOf,
    preview,
    fileOf: (uri) => (uri.startsWith(root) ? decodeURIComponent(uri.slice(root.length)) : uri),
    versionOf: (file) => versions.get(file) ?? 0,
    async change(file, edits) {
      const shown = preview(file, edits);
      const before = textOf(file);
      const version = (versions.get(file) ?? 0) + 1;
      // The last edit first, so that each is of the text that the one before it left.
      const backwards = [...edits].sort(
        (a, b) => offsetOf(before, b.range.start) - offsetOf(before, a.range.start),
      );
      await client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: client.uriOf(file), version },
        contentChanges: backwards.map(({ range, newText }) => ({ range, text: newText })),
      });
      for (const { range, newText } of backwards) {
        const start = offsetOf(before, range.start);
        const end = offsetOf(before, range.end);
        for (const [mark, place] of marks) {
          if (place.file !== file || place.offset < start) continue;
          const offset = Math.max(start, place.offset - (end - start)) + newText.length;
          marks.set(mark, { file, offset });
        }
      }
      texts.set(file, applyEdits(before, edits));
      versions.set(file, version);
      return shown;
    },
  };
}

/** In a text with Windows line ends, one of another kind would be lost in the scenario. */
function showLineEnds(text: string, before: string): string {
  return before.includes("\r\n")
    ? text.replaceAll(/(?<!\r)\n/g, "␊\n").replaceAll("\r\n", "\n")
    : text.replaceAll("\r", "␍");
}

async function runStep(
  header: string,
  editor: Editor,
  marks: ReadonlyMap<number, Mark>,
  main: string,
): Promise<string> {
  const parsed = /^([a-z ]+?)(?: \$(\d)(?:\.\.\$(\d))?)?(?:: (.*))?$/.exec(header);
  const [, name = "", first, second, words = ""] = parsed ?? [];
  const step = requests[name];
  if (step === undefined) {
    throw new Error(`\`${header}\` is no step; there are ${Object.keys(requests).join(", ")}`);
  }
  const mark = first === undefined ? null : markOf(marks, Number(first));
  const named = words.endsWith(".omni") ? words : main;
  const file = mark?.file ?? named;
  const text = editor.textOf(file);
  const position = positionOf(text, mark?.offset ?? 0);
  const end =
    second === undefined ? position : positionOf(text, markOf(marks, Number(second)).offset);
  const place = {
    file,
    uri: editor.client.uriOf(file),
    position,
    end,
    words,
    marked: mark !== null,
  };
  try {
    return await step(editor, place);
  } catch (error) {
    // What the server refuses is an answer too.
    if (error instanceof Error && "code" in error) return `refused: ${error.message}`;
    throw error;
  }
}

function markOf(marks: ReadonlyMap<number, Mark>, mark: number): Mark {
  const found = marks.get(mark);
  if (found === undefined) throw new Error(`the scenario has no mark $${mark}`);
  return found;
}

// Documents as tests write them: `$0` is the cursor, further marks are `$1`, `$2`; `//- site.omni` begins another file.
import { type CompileOptions, defaultSettings } from "@omega/core";
import type { Location, Position } from "vscode-languageserver-types";
import { openServiceDocument, type ServiceDocument } from "../src/service-document.ts";
import { toPosition, toSpan } from "../src/text-range.ts";
import { type Workspace, workspaceOf } from "../src/workspace.ts";

export interface MarkedDocuments {
  /** The file with the cursor, else the first. */
  readonly document: ServiceDocument;
  readonly workspace: Workspace;
  /** The place of a mark; throws where there is none. */
  readonly at: (mark?: number) => Position;
}

/** Opens the files of a scenario. Without a `//-` line it is one file, `policy.omni`. */
export function openMarked(
  scenario: string,
  settings: CompileOptions["settings"] = defaultSettings,
): MarkedDocuments {
  const files = splitFiles(scenario).map(({ file, text }) => ({ file, ...readMarks(text) }));
  const load = (path: string): string | null =>
    files.find(({ file }) => file === path)?.text ?? null;
  const documents = files.map(({ file, text }) =>
    openServiceDocument({
      uri: `file:///project/${file}`,
      version: 1,
      text,
      options: { file, load, today: "2026-11-21", ...(settings && { settings }) },
    }),
  );
  const main = Math.max(
    0,
    files.findIndex(({ marks }) => marks.has(0)),
  );
  const document = documents[main];
  if (document === undefined) throw new Error("a scenario needs a file");
  return {
    document,
    workspace: workspaceOf(documents),
    at(mark = 0) {
      const offset = files[main]?.marks.get(mark);
      if (offset === undefined) throw new Error(`the scenario has no mark $${mark}`);
      return toPosition(document.source, offset);
    },
  };
}

/** Locations as a person reads them: the file, and the line with the place in brackets. */
export function showPlaces(locations: readonly Location[], workspace: Workspace): string[] {
  return locations.map(({ uri, range }) => {
    const inside = [...workspace.documents()].find((document) => document.uri === uri);
    if (inside === undefined) return `${uri} is not open`;
    const { text, lineStarts } = inside.source;
    const { start, end } = toSpan(inside.source, range);
    const lineStart = lineStarts[range.start.line] ?? 0;
    const lineEnd = (lineStarts[range.end.line + 1] ?? text.length + 1) - 1;
    const shown = `${text.slice(lineStart, start)}[${text.slice(start, end)}]${text.slice(end, lineEnd)}`;
    return `${inside.file}: ${shown}`;
  });
}

function splitFiles(scenario: string): readonly { readonly file: string; readonly text: string }[] {
  const files: { file: string; lines: string[] }[] = [];
  for (const line of scenario.replace(/^\n/, "").split("\n")) {
    const file = /^\/\/- (\S+)$/.exec(line)?.[1];
    if (file !== undefined) files.push({ file, lines: [] });
    else {
      if (files.length === 0) files.push({ file: "policy.omni", lines: [] });
      files.at(-1)?.lines.push(line);
    }
  }
  return files.map(({ file, lines }) => ({ file, text: lines.join("\n") }));
}

function readMarks(marked: string): { readonly text: string; readonly marks: Map<number, number> } {
  const marks = new Map<number, number>();
  let text = "";
  let end = 0;
  for (const mark of marked.matchAll(/\$(\d)/g)) {
    text += marked.slice(end, mark.index);
    marks.set(Number(mark[1]), text.length);
    end = mark.index + mark[0].length;
  }
  return { text: text + marked.slice(end), marks };
}

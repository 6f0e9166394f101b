// Where looking for contexts begins: what the examples give, and a plain context.
import { type Example, type Program, parseJson, resolveProjectPath, withGivens } from "@omega/core";
import type { JsonRecord } from "../witness.ts";
import { type Candidate, keyOf } from "./candidate.ts";
import { DEFAULT_INSTANT, plainContext } from "./neighbours.ts";
import { everyExpression } from "./program-parts.ts";
import { isRecord, normalised } from "./readings.ts";
import type { ContextFile } from "./write-example.ts";

/** Gives the text of a GIVEN FILE by its path below the project's root, or null. */
export type LoadText = (path: string) => string | null;

/** What the examples give, then a plain context. Never empty; one in which everything is given comes first. */
export function seedsOf(
  program: Program,
  examples: readonly Example[],
  loadText: LoadText,
): readonly Candidate[] {
  const given = examples.flatMap((example): readonly Candidate[] => {
    const context =
      example.contextFile === null ? {} : loadContext(example, example.contextFile, loadText);
    const whole =
      context === null ? null : withGivens(program, context, example.givens, example.now);
    return whole === null || typeof whole === "string"
      ? []
      : [normalised({ context: whole, now: example.now }, program)];
  });
  const instant = given.find(({ now }) => now !== null)?.now ?? null;
  const now = instant ?? (readsTime(program) ? DEFAULT_INSTANT : null);
  const plain = { context: plainContext(program, now), now };
  const size = ({ context }: Candidate): number => Object.keys(context).length;
  const unique = new Map([...given, plain].map((seed) => [keyOf(seed), seed]));
  return [...unique.values()].sort((a, b) => size(b) - size(a));
}

function readsTime(program: Program): boolean {
  return (
    program.attributes.some(({ freshMilliseconds }) => freshMilliseconds !== null) ||
    everyExpression(program).some(
      (part) => part.kind === "call" && part.function.startsWith("std::time::"),
    )
  );
}

/** The files of examples beside the document: a path means the same in it. */
export function contextFiles(
  program: Program,
  examples: readonly Example[],
  { file, loadText }: { readonly file: string; readonly loadText: LoadText },
): readonly ContextFile[] {
  const files = new Map<string, ContextFile>();
  for (const example of examples) {
    const path = example.contextFile;
    if (path === null || files.has(path) || folderOf(example.file) !== folderOf(file)) continue;
    const context = loadContext(example, path, loadText);
    if (context === null) continue;
    files.set(path, { path, context: normalised({ context, now: example.now }, program).context });
  }
  return [...files.values()];
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

function loadContext(example: Example, file: string, loadText: LoadText): JsonRecord | null {
  const path = resolveProjectPath(example.file, file);
  const text = path === null ? null : loadText(path);
  const parsed = text === null ? null : parseJson(text);
  return parsed?.ok === true && isRecord(parsed.value) ? parsed.value : null;
}

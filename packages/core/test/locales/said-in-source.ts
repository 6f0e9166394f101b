// Whether source code can say an English phrase: a phrase that it cannot say any more has gone stale.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const holes = /\{[=#!]?\w+\}/g;

/** The phrases that nothing in the TypeScript below these folders says, in one literal or put together from two. */
export function unsaidPhrases(
  phrases: Readonly<Record<string, string>>,
  folders: readonly string[],
): readonly string[] {
  const source = folders
    .map(sourceBelow)
    .join("\n")
    .replace(/\\(["`\\])/g, "$1");
  const stands = (text: string): boolean => {
    const words = text.replace(/^[\s;,(`]+|[\s;,(`s]+$/g, "");
    return words === "" || source.includes(words);
  };
  const isSaid = (piece: string): boolean =>
    stands(piece) ||
    [...piece.matchAll(/ /g)].some(
      ({ index }) => stands(piece.slice(0, index)) && stands(piece.slice(index)),
    );
  return Object.keys(phrases).filter((english) => !english.split(holes).every(isSaid));
}

/** The names of a template's holes, in order. */
export function holesOf(template: string): readonly string[] {
  return (template.match(holes) ?? []).map((hole) => hole.replace(/[{}=#!]/g, "")).sort();
}

function sourceBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/locales[/\\]id/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

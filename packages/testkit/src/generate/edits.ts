// Edits as hands make them: characters typed and taken back, words and numbers changed, lines copied, moved and removed,
// items pasted that depend on others.
import type { Draw } from "./draw.ts";

/** A part of a text, from `start` up to `end`, and what comes in its place. */
export interface DrawnEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const insertions = [
  "x",
  " ",
  "1",
  ".",
  "\n",
  "\r\n",
  "\r",
  "\n- ",
  "{",
  "}",
  "(",
  '"',
  "`",
  "#",
  " // ",
  "\n# a remark\n",
  "\n// omega-ignore OM4067: it is meant\n",
  " AND ",
  " THEN ",
  " IF ",
  "NOT ",
  "5m",
  "%",
  "ß",
  "\ud83d\ude00",
  "\ud800",
  "\u202e",
  "\nRULE:\n",
  "\nCONTEXT:\n",
  "\nREVIEW:\n",
  '\nIMPORT:\n- "site.omni"\n',
  "\nEXAMPLE more:\n- GIVEN Temp = 3\n- EXPECT Alert\n",
];

/** Items that speak of the same names, so that one of them changes what the others mean. */
const items = [
  "- LET Limit = 4",
  "- LET Limit = Temp",
  "- SET Limit = Limit + 1",
  "- IF Limit > 3 THEN Alert",
  "- WHILE Limit < 9 {\n- SET Limit = Limit + 1\n}",
  "- FAILSAFE THEN StopMachine",
  "- FOR x IN Levels",
  "- FOR x IN Levels {\n- IF x > 3 THEN Alert\n}",
  "- IF ANY v IN Levels SATISFIES v > Temp THEN Alert",
  "- IF Temp > 5C THEN Alert",
  "- IF Tmep > 5km THEN Alert",
  "- IF Tmep > 1C AND v > 3 THEN Alert",
  "- IF std::time::hour(std::time::now()) > 6 THEN Alert",
  "- IF Temp > Other THEN Alert",
  "- IF Other > 5m THEN StopMachine",
  "- R4: IF Temp > 1C THEN Alert",
  '- "crew.omni"',
  "- Temp: 30C",
  "- Temp: 30",
  "- Temp: <0..10 C>",
  "- Levels: [1, 2]",
  "- Témp: <C>",
  "- TimeZone: +07:00",
  "- Secondary: Crew MAY Alert APPROVES StopMachine",
  "- Safety: NEVER Alert WHEN Limit > 2",
  "- Safety [NoRush]: NEVER Alert AND StopMachine",
  "- Safety: ALWAYS StopMachine WHEN Temp > 3C",
  "- Safety: AT MOST 2 OF Alert PER x",
  "- Effect: Alert RAISES Temp BY 1C",
  "- Evidence [R3]: as measured",
  "- Evidence [NoRush]: as agreed",
  "- GIVEN Limit = 3, Temp = 4C",
  "- EXPECT Alert",
  "- EXPECT UNKNOWN Temp",
  "- EXPECT VIOLATION NoRush",
];

const names = ["Temp", "Other", "Limit", "Levels", "Alert"];

/** One edit of a text. */
function drawEdit(draw: Draw, text: string): DrawnEdit {
  const at = draw.whole(text.length);
  const words = [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)];
  const numbers = [...text.matchAll(/\d+/g)];
  const lines = [...text.matchAll(/^.*\n?/gm)].filter(([line]) => line !== "");
  const any = (found: readonly RegExpExecArray[]): readonly [at: number, text: string] => {
    const one = found[draw.whole(Math.max(0, found.length - 1))];
    return [one?.index ?? 0, one?.[0] ?? ""];
  };
  const replaced = ([start, old]: readonly [number, string], next: string): DrawnEdit => ({
    start,
    end: start + old.length,
    text: next,
  });
  return draw.weighted<DrawnEdit>([
    [4, () => ({ start: at, end: at, text: draw.pick(insertions) })],
    [3, () => ({ start: at, end: Math.min(text.length, at + 1), text: "" })],
    [1, () => ({ start: at, end: Math.min(text.length, at + draw.whole(60)), text: "" })],
    [4, () => replaced(any(words), draw.chance(1, 3) ? draw.pick(names) : any(words)[1])],
    [2, () => replaced(any(numbers), String(draw.whole(99)))],
    [
      4,
      () => {
        const [start, line] = any(lines);
        const end = start + line.trimEnd().length;
        return { start: end, end, text: `\n${draw.pick(items)}` };
      },
    ],
    [
      3,
      () => {
        const [start] = any(lines);
        return { start, end: start, text: any(lines)[1] };
      },
    ],
    [2, () => replaced(any(lines), "")],
  ]);
}

/** Edits one after another; some are taken back at once. */
export function drawEdits(draw: Draw, text: string, most: number): readonly DrawnEdit[] {
  let current = text;
  return draw
    .list(1, most, () => {
      const edit = drawEdit(draw, current);
      const { start, end } = edit;
      const back = { start, end: start + edit.text.length, text: current.slice(start, end) };
      if (draw.chance(1, 4)) return [edit, back];
      current = applyEdit(current, edit);
      return [edit];
    })
    .flat();
}

/** The text after an edit. */
export function applyEdit(text: string, { start, end, text: inserted }: DrawnEdit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

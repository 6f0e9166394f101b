// Why an example failed, in the rules' own words: conditions with what each atom came to written underneath.
import type { NearMiss, UnexpectedAction } from "@omega/core";
import { displayWidth, visible } from "./display-text.ts";
import { whereClause, withWhatItSaw } from "./print-trace.ts";
import type { Style } from "./style.ts";
import { countOf, wrapIndented } from "./wrap-text.ts";

type TraceAtom = NearMiss["atoms"][number];

/** More attempts at one action than help to see what is wrong. */
const MOST_MISSES = 3;

/** For each action, what came of it and the conditions concerned, the nearest miss first; every line indented. */
export function printUnexpected(
  actions: readonly UnexpectedAction[],
  style: Style,
  width: number,
): readonly string[] {
  const indent = 6;
  return actions.flatMap((unexpected) => {
    const { misses } = unexpected;
    const shown = misses.slice(0, MOST_MISSES);
    const hidden = misses.length - shown.length;
    const head = wrapIndented(visible(style.phrase(headOf(unexpected))), width, indent);
    return [
      "",
      `${" ".repeat(indent)}${style.bold(head)}`,
      ...shown.flatMap((miss, index) => printMiss(miss, unexpected, index, style, width)),
      ...(hidden > 0
        ? [`        ${style.dim(style.phrase(`and ${countOf(hidden, "more clause")}`))}`]
        : []),
    ];
  });
}

function headOf({ action, kind, misses }: UnexpectedAction): string {
  switch (kind) {
    case "missing":
      return misses.length === 0
        ? `\`${action}\` is missing: nothing came near taking it`
        : `\`${action}\` is missing`;
    case "withheld":
      return `\`${action}\` is withheld`;
    case "unwanted":
      return `\`${action}\` is not wanted`;
  }
}

function printMiss(
  miss: NearMiss,
  { kind }: UnexpectedAction,
  index: number,
  style: Style,
  width: number,
): readonly string[] {
  const { rule, line, bindings, atoms } = miss;
  const bound = Object.entries(bindings).map(([name, path]) => `, ${name} = ${path}`);
  const far =
    kind === "missing" && miss.distance > 0
      ? ` (${style.phrase(distanceOf(miss, index === 0))})`
      : "";
  const place = `${style.phrase(`${rule}, line ${line}`)}${bound.join("")}${far}:`;
  const indent = 10;
  const text = visible(miss.clause);
  const aligned = atoms.length === 0 ? null : underlay(miss, width - indent, style);
  const rows = aligned ?? listed(miss, style, width - indent);
  return [
    `        ${wrapIndented(visible(place), width, 8)}`,
    `${" ".repeat(indent)}${aligned === null ? wrapIndented(text, width, indent) : text}`,
    ...rows.map((row) => `${" ".repeat(indent)}${row}`),
  ];
}

/** What was not evaluated may be as it should or not. */
function distanceOf({ distance, atoms }: NearMiss, nearest: boolean): string {
  const least = atoms.some(({ value }) => value === "not evaluated") ? "at least " : "";
  return `${nearest ? "nearest miss, " : ""}${least}${countOf(distance, "atom")} away`;
}

interface Label {
  readonly column: number;
  readonly text: string;
  readonly paint: (text: string) => string;
}

/**
 * The values under their atoms: in one row where they fit side by side, else a row for each with a line up to its atom.
 * Null where the clause does not fit the width.
 */
function underlay(
  { clause, condition, atoms }: NearMiss,
  width: number,
  style: Style,
): readonly string[] | null {
  const written = visible(clause);
  const labels: Label[] = [];
  // An arm begins with its pattern, which is its first atom; anything else with words that are none.
  let from = clause.endsWith(" =>") ? 0 : Math.max(0, written.lastIndexOf(visible(condition)));
  for (const atom of atoms) {
    const text = visible(atom.text);
    const at = written.indexOf(text, from);
    if (at === -1) return null;
    from = at + text.length;
    labels.push({
      column: displayWidth(written.slice(0, at)),
      text: labelOf(atom, style),
      paint: paintOf(atom, style),
    });
  }
  if (displayWidth(written) > width) return null;
  if (labels.some(({ column, text }) => column + displayWidth(text) + 3 > width)) return null;
  return oneRow(labels) ?? stackedRows(labels, style);
}

function oneRow(labels: readonly Label[]): readonly string[] | null {
  let row = "";
  let end = 0;
  for (const { column, text, paint } of labels) {
    if (end > 0 && column < end + 2) return null;
    row += " ".repeat(column - end) + paint(text);
    end = column + displayWidth(text);
  }
  return [row];
}

/** The last atom's value first, the lines of the others passing it by. */
function stackedRows(labels: readonly Label[], { dim }: Style): readonly string[] {
  return labels
    .map((label, index) => {
      let row = "";
      let end = 0;
      for (const { column } of labels.slice(0, index)) {
        row += `${" ".repeat(column - end)}│`;
        end = column + 1;
      }
      return `${dim(`${row}${" ".repeat(label.column - end)}└ `)}${label.paint(label.text)}`;
    })
    .reverse();
}

/** A row for each atom: what it came to, then the atom. What has none is a FOR, or a clause that nothing hinders. */
function listed(
  { atoms, clause, outcome }: NearMiss,
  style: Style,
  width: number,
): readonly string[] {
  if (atoms.length === 0) {
    if (!clause.startsWith("FOR ")) return [];
    return [
      outcome === "unknown"
        ? style.yellow(style.phrase("the list is unknown"))
        : style.red(style.phrase("no element")),
    ];
  }
  const column = Math.max(0, ...atoms.map(({ value }) => style.phrase(value).length)) + 2;
  return atoms.map((atom) => {
    const text = wrapIndented(visible(withWhatItSaw(atom, style)), width, column);
    return `${paintOf(atom, style)(style.phrase(atom.value).padEnd(column))}${text.replaceAll("\n", `\n${" ".repeat(10)}`)}`;
  });
}

/** `false (Distance is 1.2 m)`. */
function labelOf(atom: TraceAtom, { phrase }: Style): string {
  const value = phrase(atom.value);
  const where = whereClause([atom]).replace(/^, /, "");
  // Brackets say what the first word says, `where`.
  const seen = phrase(where).replace(/^\S+ /, "");
  return where === "" ? value : `${value} (${visible(seen)})`;
}

function paintOf({ value }: TraceAtom, style: Style): (text: string) => string {
  switch (value) {
    case "true":
      return style.green;
    case "false":
      return style.red;
    case "unknown":
      return style.yellow;
    case "not evaluated":
      return style.dim;
  }
}

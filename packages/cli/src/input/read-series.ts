// Readings over time, a row for each tick: CSV with a heading for each column, or JSON lines.
import { createReadStream } from "node:fs";
import { extname, resolve } from "node:path";
import {
  type JsonValue,
  type Program,
  parseJson,
  type SeriesColumn,
  type SeriesRow,
  seriesColumn,
  seriesValue,
} from "@omega/core";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";
import { readLines } from "./read-lines.ts";
import { reasonOf } from "./read-text.ts";

export interface Series {
  readonly rows: readonly SeriesRow[];
  /** Columns, or keys, that the policy knows nothing of. */
  readonly unread: readonly string[];
}

/** The first `most` rows of a file (`-` for stdin). Throws a `Failure` for one that cannot be read. */
export async function readSeries(
  { host }: Session,
  program: Program,
  operand: string,
  most: number,
): Promise<Series> {
  // Opened where it is read: what goes wrong with a stream that nobody reads is nobody's to catch.
  const open = (): AsyncIterable<Uint8Array> =>
    operand === "-" ? host.stdin() : createReadStream(resolve(host.folder, operand));
  const isLines = /^\.(?:jsonl|ndjson)$/i.test(extname(operand));
  try {
    return isLines
      ? await readJsonLines(open(), program, operand, most)
      : await readTable(open, program, operand, most);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) {
      throw new Failure(`the series \`${operand}\` ${reasonOf(error)}`);
    }
    throw error;
  }
}

// --- CSV ----------------------------------------------------------------------------------------------------------

async function readTable(
  open: () => AsyncIterable<Uint8Array>,
  program: Program,
  operand: string,
  most: number,
): Promise<Series> {
  let columns: readonly Column[] | null = null;
  const rows: SeriesRow[] = [];
  const { rowsOf } = await import("./parse-csv.ts");
  for await (const cells of rowsOf(open())) {
    if ("flaw" in cells) throw new Failure(`the series \`${operand}\`: ${cells.flaw}`);
    if (columns === null) columns = columnsOf(program, cells, operand);
    else if (rows.length < most) rows.push(rowOf(columns, cells, rows.length + 1, operand));
    else break;
  }
  if (columns === null) throw new Failure(`the series \`${operand}\` is empty`);
  const unread = columns.filter(({ column }) => column.kind === "other");
  return { rows, unread: unread.map(({ heading }) => heading) };
}

interface Column {
  readonly heading: string;
  readonly column: SeriesColumn;
}

function columnsOf(
  program: Program,
  headings: readonly string[],
  operand: string,
): readonly Column[] {
  const columns = headings.map((heading): Column => {
    const column = seriesColumn(program, heading);
    if (typeof column === "string") throw new Failure(`the series \`${operand}\`: ${column}`);
    return { heading, column };
  });
  if (columns.some(({ column }) => column.kind === "attribute")) return columns;
  const names = program.attributes.map(({ name }) => name);
  throw new Failure(
    `the series \`${operand}\` has no column that the policy knows of`,
    names.length === 0 ? null : `its first line names the columns: ${names.slice(0, 8).join(", ")}`,
  );
}

/** Row `number`, from 1 and without the headings. */
function rowOf(
  columns: readonly Column[],
  cells: readonly string[],
  number: number,
  operand: string,
): SeriesRow {
  let now: string | null = null;
  const givens = columns.flatMap(({ heading, column }, index) => {
    const cell = cells[index] ?? "";
    if (column.kind === "attribute" && column.type?.kind === "number" && hasComma.test(cell)) {
      throw new Failure(
        `the series \`${operand}\`, row ${number}: \`${cell}\` in \`${heading}\` is no number`,
        `numbers have a point, whatever the language: \`${cell.replace(",", ".")}\``,
      );
    }
    if (column.kind === "clock" && cell !== "") now = cell;
    const value = column.kind === "attribute" ? seriesValue(column, cell) : undefined;
    return column.kind !== "attribute" || value === undefined ? [] : [{ path: column.path, value }];
  });
  return { givens, now };
}

/** As spreadsheets write numbers in many languages. Read as something else, they would be missing without a word. */
const hasComma = /^\s*[+-]?\d+,\d+\s*$/;

// --- JSON lines ---------------------------------------------------------------------------------------------------

async function readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  program: Program,
  operand: string,
  most: number,
): Promise<Series> {
  const known = new Set(program.attributes.map(({ name }) => name));
  const rows: SeriesRow[] = [];
  const unread = new Set<string>();
  for await (const line of readLines(stream)) {
    if ("text" in line && line.text === "") continue;
    if (rows.length >= most) break;
    const row = "flaw" in line ? line.flaw : objectIn(line.text);
    if (typeof row === "string") {
      throw new Failure(`the series \`${operand}\`, line ${line.number}: ${row}`);
    }
    const { now, ...others } = row;
    const isClock = !known.has("now") && typeof now === "string";
    const entries = Object.entries(isClock ? others : row);
    for (const [name] of entries) if (!known.has(name)) unread.add(name);
    rows.push({
      givens: entries.map(([name, value]) => ({ path: [name], value })),
      now: isClock ? now : null,
    });
  }
  if (rows.length === 0) throw new Failure(`the series \`${operand}\` is empty`);
  return { rows, unread: [...unread] };
}

function objectIn(text: string): { readonly [name: string]: JsonValue } | string {
  const parsed = parseJson(text);
  if (!parsed.ok) return `not JSON: column ${parsed.column}: ${parsed.message}`;
  return isObject(parsed.value) ? parsed.value : "not an object with a key for each attribute";
}

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

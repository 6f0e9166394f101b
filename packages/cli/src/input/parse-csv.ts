// Tables as CSV. A file of its own when bundled: it brings the parser along.
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { peekStream } from "./peek-stream.ts";

/** The cells of a row, or what is wrong with the table from there on. */
export type CsvRow = readonly string[] | { readonly flaw: string };

/**
 * The rows of a table. What separates cells is seen from the first piece: comma, semicolon or tab. A row may lack cells at
 * its end. Rejects only when the stream does.
 */
export async function* rowsOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const { first, whole } = await peekStream(stream);
  if (first === null) return;
  const delimiter = delimiterOf(Buffer.from(first).toString("utf8"));
  const options = {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count_less: true,
    delimiter,
  };
  try {
    // An error of the stream or of the table is thrown to who reads what comes out.
    for await (const cells of pipeline(Readable.from(whole), parse(options), () => {})) {
      // Without options that say otherwise a record is the list of its cells.
      const row = cells as readonly string[];
      yield delimiter === ";" ? row.map(withPoint) : row;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { flaw: error.message };
  }
}

/** Where semicolons separate cells, commas separate decimals. */
function withPoint(cell: string): string {
  return /^[+-]?\d+,\d+$/.test(cell) ? cell.replace(",", ".") : cell;
}

function delimiterOf(text: string): string {
  const heading = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => [heading.split(mark).length, mark] as const);
  return counts.reduce((best, each) => (each[0] > best[0] ? each : best))[1];
}

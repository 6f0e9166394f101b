// Tables as CSV. A file of its own when bundled: it brings the parser along.
import { parse } from "csv-parse";

/** The cells of each row. What separates them is seen from the first piece: comma, semicolon or tab. */
export async function* cellsOf(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly string[]> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const delimiter = delimiterOf(Buffer.from(first.value).toString("utf8"));
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    delimiter,
  });
  const feed = async (): Promise<void> => {
    parser.write(first.value);
    for (let chunk = await chunks.next(); chunk.done !== true; chunk = await chunks.next()) {
      if (!parser.write(chunk.value)) await new Promise((drained) => parser.once("drain", drained));
    }
    parser.end();
  };
  feed().catch((error: unknown) => parser.destroy(error instanceof Error ? error : undefined));
  // Without options that say otherwise a record is the list of its cells.
  for await (const cells of parser) {
    yield delimiter === ";"
      ? (cells as readonly string[]).map(withPoint)
      : (cells as readonly string[]);
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

// The context to decide in: JSON from a file or stdin.

import { resolve } from "node:path";
import { type JsonValue, parseJson } from "@omega/core";
import { Failure } from "../failure.ts";
import type { Session } from "../session.ts";
import { displayPath } from "./find-files.ts";
import { readTextFile, readTextStream } from "./read-text.ts";

/** The JSON in the file `operand` (`-` for stdin). Throws a `Failure` with the place of the first mistake in it. */
export async function readContext(session: Session, operand: string): Promise<JsonValue> {
  const { host } = session;
  const fromStdin = operand === "-";
  const location = resolve(host.folder, operand);
  if (!fromStdin) session.filesRead.add(location);
  const path = fromStdin ? "stdin" : displayPath(location, host.folder);
  const reading = fromStdin ? await readTextStream(host.stdin()) : readTextFile(location);
  if (!reading.ok) throw new Failure(`the context \`${path}\` ${reading.reason}`);
  const parsed = parseJson(reading.text);
  if (parsed.ok) return parsed.value;
  throw new Failure(
    `the context is not JSON\n  ${path}:${parsed.line}:${parsed.column}: ${parsed.message}`,
  );
}

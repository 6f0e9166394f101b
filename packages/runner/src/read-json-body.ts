// JSON bodies as objects. Nesting is bounded before anything is built: no context may be that deep, and what writes JSON
// again would run out of stack on it.
import type { FastifyRequest } from "fastify";

/** More than any context may have (64), with what stands around it. */
const deepest = 128;

/** A parser of bodies for Fastify. Keys such as `__proto__` are data: `JSON.parse` makes them own members. */
export function readJsonBody(
  _request: FastifyRequest,
  body: string | Buffer,
  done: (error: Error | null, value?: unknown) => void,
): void {
  const reading = read(body.toString());
  if (reading.ok) done(null, reading.value);
  else done(Object.assign(new Error(reading.problem), { statusCode: 400 }));
}

type Reading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

function read(text: string): Reading {
  if (text === "") return { ok: false, problem: "the body is empty, and JSON is expected" };
  if (isNestedBeyond(text, deepest)) {
    return { ok: false, problem: `the body is nested more than ${deepest} levels deep` };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: "the body is not JSON" };
  }
}

const quote = 0x22;
const backslash = 0x5c;

/** Whether brackets and braces outside of texts are nested deeper than `limit`, in one pass over the text. */
function isNestedBeyond(text: string, limit: number): boolean {
  // As many openings need as many characters, and their ends as many more.
  if (text.length < 2 * limit) return false;
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (isInText) {
      if (character === backslash) index++;
      else if (character === quote) isInText = false;
      continue;
    }
    if (character === quote) isInText = true;
    // [ and {, ] and }
    else if ((character | 0x20) === 0x7b) {
      if (++depth > limit) return true;
    } else if ((character | 0x20) === 0x7d) depth--;
  }
  return false;
}
